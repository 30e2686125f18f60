"""What every button of the kit shares: it paints itself, Enter presses it, and it has a spoken name."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

_PRESS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_LEFT_TO_THE_GROUP = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})


class Pressable(QPushButton):
    """A push button (so that screen readers know what it is) that leaves painting to its class."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.set_words(words)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def words(self) -> str:
        """Return what the button says."""
        return self._words

    def set_words(self, words: str) -> None:
        """Change what the button says, on screen and to screen readers."""
        self._words = words
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press; leave arrows and everything else to the group the button stands in."""
        if event.key() in _PRESS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.click()
        elif event.key() in _LEFT_TO_THE_GROUP:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and text scale."""
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def shows_focus(self) -> bool:
        """Say whether the focus ring is due."""
        return self.hasFocus() and self.isEnabled()
