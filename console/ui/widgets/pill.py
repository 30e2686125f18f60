"""A short state in words on a soft ground: "38 minutes late", "done", "in a call"."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui.icons import paint_icon
from console.ui.paint import draw_box
from console.ui.theme import Role, current_theme
from console.ui.tokens import Tone


class Pill(QWidget):
    """Not for levels: those have `LevelBadge`."""

    def __init__(
        self, words: str, tone: Tone = Tone.ACCENT, *, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words, self._tone, self._icon = words, tone, icon
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def words(self) -> str:
        """Return what it says."""
        return self._words

    def set_state(self, words: str, tone: Tone, icon: str = "") -> None:
        """Say something else."""
        self._words, self._tone, self._icon = words, tone, icon
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the words."""
        theme = current_theme()
        width = QFontMetricsF(theme.font(Role.LABEL_STRONG)).horizontalAdvance(self._words)
        width += theme.px(18) if self._icon else 0
        return QSize(round(width) + theme.px(16), theme.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and words."""
        del event
        theme = current_theme()
        painter = QPainter(self)
        draw_box(painter, QRectF(self.rect()), theme.px(6), theme.soft(self._tone))
        left = float(theme.px(8))
        if self._icon:
            side = theme.px(13)
            area = QRectF(left, (self.height() - side) / 2, side, side)
            paint_icon(painter, area, self._icon, theme.solid(self._tone))
            left += theme.px(18)
        painter.setPen(theme.solid(self._tone))
        painter.setFont(theme.font(Role.LABEL_STRONG))
        area = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self._words)
