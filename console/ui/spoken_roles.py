"""Say to screen readers what our own widgets are: Qt calls them "client area", which readers pass over."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

# By class name, which is how Qt asks. Kinds of their own only: buttons and fields have their roles from Qt.
ROLES = {
    "Explanation": QAccessible.Role.StaticText,
    "ProcedurePanel": QAccessible.Role.Document,
    "SheetArea": QAccessible.Role.Document,
    "ShortcutList": QAccessible.Role.Document,
}


def install_spoken_roles() -> None:
    """Let Qt ask here first; once for the life of the application."""
    QAccessible.installFactory(_interface)


def _interface(key: str, thing: QObject | None) -> QAccessibleInterface | None:
    role = ROLES.get(key)
    # Without a name of its own the interface speaks the widget's accessible name.
    return QAccessibleWidget(thing, role) if role is not None and isinstance(thing, QWidget) else None
