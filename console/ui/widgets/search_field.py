"""A line to search in: a magnifier, the key that leads here, and Esc that empties it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from console.ui.icons import paint_icon
from console.ui.paint import draw_key_cap, key_cap_width
from console.ui.theme import current_theme
from console.ui.widgets.key_cap import key_words


class SearchField(QLineEdit):
    """`searched` comes at every change, `left_down` when ↓ or Enter asks for the results."""

    searched = Signal(str)
    left_down = Signal()

    def __init__(
        self, name: str, *, placeholder: str = "", key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._cap = key_words(key)
        self.setAccessibleName(name)
        self.setAccessibleDescription(self._cap)
        self.setPlaceholderText(placeholder or name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self.searched)
        self._make_room()

    def _make_room(self) -> None:
        theme = current_theme()
        cap = key_cap_width(theme, self._cap) if self._cap else 0
        self.setTextMargins(theme.px(22), 0, cap, 0)

    def sizeHint(self) -> QSize:
        """Return a width for a few words."""
        return QSize(current_theme().px(300), super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty with Esc, go down to the results with ↓ and Enter."""
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter} and not (
            event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self.left_down.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, then magnifier and key cap."""
        super().paintEvent(event)
        theme = current_theme()
        painter = QPainter(self)
        side = theme.px(15)
        area = QRectF(theme.px(11), (self.height() - side) / 2, side, side)
        paint_icon(painter, area, "search", theme.colour("muted"))
        if self._cap and not self.text():
            left = self.width() - theme.px(8) - key_cap_width(theme, self._cap)
            middle = QPointF(left, self.height() / 2)
            draw_key_cap(painter, theme, middle, self._cap, theme.colour("muted"), theme.colour("line"))
