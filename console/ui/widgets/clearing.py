"""Taking widgets away in the middle of an event: hidden and nameless at once, gone when Qt gets to it."""

from PySide6.QtWidgets import QLayout, QWidget


def take_away(widget: QWidget) -> None:
    """Hide a widget and let it be deleted; nobody finds it by its name meanwhile."""
    widget.hide()
    widget.setObjectName("")
    widget.deleteLater()


def empty(layout: QLayout) -> None:
    """Take all widgets of a layout away."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            take_away(widget)
