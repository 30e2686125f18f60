"""A line that leads to another sheet: icon, words that wrap, a remark, and an arrow."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui.icons import paint_icon
from console.ui.paint import CLEAR, draw_box, draw_ring
from console.ui.theme import Role, Theme, current_theme
from console.ui.tokens import Tone
from console.ui.widgets.marked_text import role_font, role_metrics
from console.ui.widgets.pressable import Pressable

_PADDING = 8
_VERTICAL = 6
_ICON = 16
_RADIUS = 8.0
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_TALL = 10_000.0


class LinkRow(Pressable):
    """`picked` carries `value`. `tone` colours the icon only."""

    picked = Signal(object)

    def __init__(
        self,
        value: object,
        title: str,
        *,
        icon: str,
        detail: str = "",
        tone: Tone = Tone.ACCENT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent)
        self.value = value
        self._icon, self._detail, self._tone = icon, detail, tone
        self.setAccessibleDescription(detail)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._pick)

    @Slot()
    def _pick(self) -> None:
        self.picked.emit(self.value)

    def _left(self, theme: Theme) -> int:
        return theme.px(_PADDING + _ICON + _PADDING)

    def _heights(self, theme: Theme, width: float) -> tuple[float, float]:
        room = QRectF(0, 0, max(width - self._left(theme) - theme.px(_PADDING * 2 + _ICON), 40.0), _TALL)
        title = role_metrics(theme, Role.BODY_MEDIUM).boundingRect(room, _WRAP, self.words()).height()
        if not self._detail:
            return title, 0.0
        return title, role_metrics(theme, Role.LABEL).boundingRect(room, _WRAP, self._detail).height()

    def hasHeightForWidth(self) -> bool:
        """Say that text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that shows all the text at this width."""
        theme = current_theme()
        return max(round(sum(self._heights(theme, width)) + 2 * theme.px(_VERTICAL)), theme.px(32))

    def sizeHint(self) -> QSize:
        """Return a comfortable width and the height that belongs to it."""
        width = current_theme().px(260)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest useful row."""
        theme = current_theme()
        return QSize(theme.px(120), theme.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, icons and words."""
        del event
        theme = current_theme()
        painter = QPainter(self)
        area, radius = QRectF(self.rect()), float(theme.px(_RADIUS))
        hovered = self.underMouse() or self.isDown()
        draw_box(painter, area, radius, theme.colour("hover") if hovered else CLEAR, theme.colour("line"))
        if self.shows_focus():
            draw_ring(painter, area, radius, theme.colour("accent"))
        side = theme.px(_ICON)
        square = QRectF(theme.px(_PADDING), (self.height() - side) / 2, side, side)
        paint_icon(painter, square, self._icon, theme.solid(self._tone))
        square.moveRight(self.width() - theme.px(_PADDING))
        paint_icon(painter, square, "chevron-right", theme.colour("muted"))
        self._paint_words(painter, theme)

    def _paint_words(self, painter: QPainter, theme: Theme) -> None:
        left = self._left(theme)
        title, detail = self._heights(theme, self.width())
        width = self.width() - left - theme.px(_PADDING * 2 + _ICON) + 1
        top = (self.height() - title - detail) / 2
        painter.setPen(theme.colour("ink"))
        painter.setFont(role_font(theme, Role.BODY_MEDIUM))
        painter.drawText(QRectF(left, top, width, title + 1), _WRAP, self.words())
        painter.setPen(theme.colour("muted"))
        painter.setFont(role_font(theme, Role.LABEL))
        painter.drawText(QRectF(left, top + title, width, detail + 1), _WRAP, self._detail)
