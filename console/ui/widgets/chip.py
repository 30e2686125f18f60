"""A small choice on one line: a channel, a saved filter, a period."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui.paint import draw_box, draw_key_cap, draw_ring, key_cap_width
from console.ui.theme import Role, Theme, current_theme
from console.ui.widgets.pressable import Pressable

_HEIGHT = 30
_PADDING = 10
_GAP = 7
_RADIUS = 8.0


class Chip(Pressable):
    """A checkable chip; `number` is the digit that chooses it, `count` a figure after the words."""

    def __init__(
        self,
        words: str,
        *,
        number: int | None = None,
        count: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._number = "" if number is None else str(number)
        self._count = "" if count is None else str(count)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._speak()

    def set_count(self, count: int | None) -> None:
        """Show another figure after the words."""
        self._count = "" if count is None else str(count)
        self._speak()
        self.updateGeometry()
        self.update()

    def _speak(self) -> None:
        self.setAccessibleName(f"{self.words()} {self._count}".strip())
        self.setAccessibleDescription(self._number)

    def _fonts(self, theme: Theme) -> tuple[QFont, QFont]:
        # Measured at the checked weight, so that choosing a chip never moves its neighbours.
        return theme.font(Role.STRONG), theme.font(Role.STRONG if self.isChecked() else Role.BODY_MEDIUM)

    def sizeHint(self) -> QSize:
        """Return the room for number, words and count."""
        theme = current_theme()
        metrics = QFontMetricsF(theme.font(Role.STRONG))
        width = metrics.horizontalAdvance(self.words()) + 2 * theme.px(_PADDING)
        gap = theme.px(_GAP)
        width += key_cap_width(theme, self._number) + gap if self._number else 0
        width += metrics.horizontalAdvance(self._count) + gap if self._count else 0
        return QSize(round(width + 1), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never be smaller."""
        return self.sizeHint()

    def _colours(self, theme: Theme) -> tuple[QColor, QColor, QColor]:
        if not self.isEnabled():
            return theme.colour("background"), theme.colour("line"), theme.colour("muted")
        if self.isChecked():
            return theme.colour("accent_soft"), theme.colour("accent"), theme.colour("accent")
        fill = theme.colour("hover" if self.underMouse() else "card")
        return fill, theme.colour("line"), theme.colour("ink")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint surface, number, words and count."""
        del event
        theme = current_theme()
        fill, border, ink = self._colours(theme)
        painter = QPainter(self)
        area, radius = QRectF(self.rect()), float(theme.px(_RADIUS))
        draw_box(painter, area, radius, fill, border)
        if self.shows_focus():
            draw_ring(painter, area, radius, theme.colour("accent"))
        self._paint_words(painter, theme, ink)

    def _paint_words(self, painter: QPainter, theme: Theme, ink: QColor) -> None:
        strong, words_font = self._fonts(theme)
        x, gap, middle = float(theme.px(_PADDING)), theme.px(_GAP), self.height() / 2
        if self._number:
            edge = ink if self.isChecked() else theme.colour("line")
            cap_ink = ink if self.isChecked() else theme.colour("muted")
            draw_key_cap(painter, theme, QPointF(x, middle), self._number, cap_ink, edge)
            x += key_cap_width(theme, self._number) + gap
        painter.setPen(ink)
        painter.setFont(words_font)
        advance = QFontMetricsF(strong).horizontalAdvance(self.words())
        painter.drawText(
            QRectF(x, 0, advance + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, self.words()
        )
        if self._count:
            painter.setFont(strong)
            left = x + QFontMetricsF(words_font).horizontalAdvance(self.words()) + gap
            painter.drawText(
                QRectF(left, 0, self.width(), self.height()), Qt.AlignmentFlag.AlignVCenter, self._count
            )
