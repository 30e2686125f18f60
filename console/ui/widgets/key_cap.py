"""A key as printed on the keyboard, and shortcuts in the words the desk uses."""

from PySide6.QtCore import QEvent, QPointF, QSize
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui.paint import draw_key_cap, key_cap_height, key_cap_width
from console.ui.theme import current_theme

_SIGNS = {"Return": "⏎", "Enter": "⏎", "Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "Escape": "Esc"}


def key_words(sequence: QKeySequence | str) -> str:
    """Return ``Ctrl ⏎`` for Ctrl+Return: portable names, parted by spaces, arrows as arrows."""
    text = QKeySequence(sequence).toString(QKeySequence.SequenceFormat.PortableText)
    modifiers, _plus, key = text[:-1].rpartition("+")
    parts = [*modifiers.split("+"), key + text[-1:]]
    return " ".join(_SIGNS.get(part, part) for part in parts if part)


class KeyCap(QWidget):
    """One key cap beside a text. Decoration: the thing it belongs to names the key to screen readers."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def words(self) -> str:
        """Return what is printed on the key."""
        return self._words

    def sizeHint(self) -> QSize:
        """Return the size of the cap."""
        theme = current_theme()
        return QSize(key_cap_width(theme, self._words), key_cap_height(theme))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cap."""
        del event
        theme = current_theme()
        painter = QPainter(self)
        middle = QPointF(0, self.height() / 2)
        draw_key_cap(painter, theme, middle, self._words, theme.colour("muted"), theme.colour("line"))
