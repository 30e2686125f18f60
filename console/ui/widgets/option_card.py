"""An answer to choose: a number, a title and a line that tells how to recognise it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui.paint import draw_box, draw_key_cap, draw_ring, key_cap_width
from console.ui.theme import Role, Theme, current_theme
from console.ui.widgets.pressable import Pressable

_PADDING = 10
_VERTICAL = 7
_GAP = 8
_RADIUS = 8.0
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_TALL = 10_000.0


class OptionCard(Pressable):
    """A checkable card whose text wraps; `number` is the digit that chooses it."""

    def __init__(
        self, title: str, *, detail: str = "", number: int | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent)
        self._detail = detail
        self._number = "" if number is None else str(number)
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleDescription(" · ".join(part for part in (self._number, detail) if part))

    def _left(self, theme: Theme) -> float:
        cap = key_cap_width(theme, self._number) + theme.px(_GAP) + 2 if self._number else 0
        return float(theme.px(_PADDING) + cap)

    def _blocks(self, theme: Theme, width: float) -> tuple[float, float]:
        room = QRectF(0, 0, max(width - self._left(theme) - theme.px(_PADDING), 40.0), _TALL)
        title = QFontMetricsF(theme.font(Role.STRONG)).boundingRect(room, _WRAP, self.words()).height()
        if not self._detail:
            return title, 0.0
        detail = QFontMetricsF(theme.font(Role.LABEL)).boundingRect(room, _WRAP, self._detail).height()
        return title, detail

    def heightForWidth(self, width: int) -> int:
        """Return the height that shows all the text at this width."""
        theme = current_theme()
        return max(round(sum(self._blocks(theme, width)) + 2 * theme.px(_VERTICAL)), theme.px(34))

    def hasHeightForWidth(self) -> bool:
        """Say that text wraps."""
        return True

    def sizeHint(self) -> QSize:
        """Return a comfortable width and the height that belongs to it."""
        theme = current_theme()
        longest = QFontMetricsF(theme.font(Role.STRONG)).horizontalAdvance(self.words())
        width = round(min(longest + self._left(theme) + theme.px(_PADDING) + 2, theme.px(220)))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest useful card."""
        width = current_theme().px(96)
        return QSize(width, current_theme().px(34))

    def _colours(self, theme: Theme) -> tuple[QColor, QColor, QColor]:
        if self.isChecked():
            return theme.colour("accent_soft"), theme.colour("accent"), theme.colour("accent")
        fill = theme.colour("hover" if self.underMouse() and self.isEnabled() else "card")
        return fill, theme.colour("line"), theme.colour("ink" if self.isEnabled() else "muted")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface, then the text."""
        del event
        theme = current_theme()
        fill, border, ink = self._colours(theme)
        painter = QPainter(self)
        area, radius = QRectF(self.rect()), float(theme.px(_RADIUS))
        draw_box(painter, area, radius, fill, border)
        if self.shows_focus():
            draw_ring(painter, area, radius, theme.colour("accent"))
        self._paint_text(painter, theme, ink)

    def _paint_text(self, painter: QPainter, theme: Theme, ink: QColor) -> None:
        chosen, left = self.isChecked(), self._left(theme)
        if self._number:
            edge = ink if chosen else theme.colour("line")
            cap_ink = ink if chosen else theme.colour("muted")
            middle = QPointF(theme.px(_PADDING), self.height() / 2)
            draw_key_cap(painter, theme, middle, self._number, cap_ink, edge)
        title, detail = self._blocks(theme, self.width())
        width = self.width() - left - theme.px(_PADDING) + 1
        top = (self.height() - title - detail) / 2
        painter.setPen(ink)
        painter.setFont(theme.font(Role.STRONG if chosen else Role.BODY_MEDIUM))
        painter.drawText(QRectF(left, top, width, title + 1), _WRAP, self.words())
        painter.setPen(ink if chosen else theme.colour("muted"))
        painter.setFont(theme.font(Role.LABEL))
        painter.drawText(QRectF(left, top + title, width, detail + 1), _WRAP, self._detail)
