"""Initials of a person on a round ground."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui.paint import draw_box
from console.ui.theme import Role, current_theme
from console.ui.tokens import Tone

_SIZE = 38


def initials(name: str) -> str:
    """Return one or two capitals for a name, ``?`` for nobody."""
    letters = [word[0].upper() for word in name.split() if word[0].isalpha()]
    return "".join(letters[:1] + letters[-1:] if len(letters) > 1 else letters) or "?"


class Avatar(QWidget):
    """Decoration beside a name that is written out; silent to screen readers."""

    def __init__(
        self, name: str, tone: Tone = Tone.ACCENT, *, size: int = _SIZE, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._initials, self._tone, self._size = initials(name), tone, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_person(self, name: str, tone: Tone) -> None:
        """Show another person."""
        self._initials, self._tone = initials(name), tone
        self.update()

    def sizeHint(self) -> QSize:
        """Return a square."""
        side = current_theme().px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint disc and letters."""
        del event
        theme = current_theme()
        painter = QPainter(self)
        area = QRectF(self.rect())
        draw_box(painter, area, area.width() / 2, theme.soft(self._tone))
        painter.setPen(theme.solid(self._tone))
        painter.setFont(theme.font(Role.STRONG))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._initials)
