"""A search line whose results hang below it: ↓ goes there, Enter takes the best."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence

from console.ui.widgets.search_field import SearchField

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ResultSearch(SearchField):
    """`accepted` comes with Enter, `left_down` with ↓ only, `entered` when the focus comes (True) or goes.

    Copy without selected text goes on to the page, where it means the result.
    """

    accepted = Signal()
    entered = Signal(bool)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that letters are text from now on."""
        super().focusInEvent(event)
        self.entered.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that letters are free again."""
        super().focusOutEvent(event)
        self.entered.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell Enter from ↓, and let the page have the keys that mean nothing here."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and plain:
            self.accepted.emit()
        elif event.matches(QKeySequence.StandardKey.Copy) and not self.hasSelectedText():
            event.ignore()
        else:
            super().keyPressEvent(event)
