"""A line that can be pressed: words, something quieter after them, and a state at the right."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui.paint import draw_box, draw_ring
from console.ui.theme import Role, Theme, current_theme
from console.ui.tokens import Tone
from console.ui.widgets.pressable import Pressable

_HEIGHT = 28
_SIDE = 6


class LineButton(Pressable):
    """`words` in ink, `detail` muted and elided, `state` as a small pill in `tone` at the right end."""

    def __init__(
        self,
        words: str,
        *,
        detail: str = "",
        state: str = "",
        tone: Tone = Tone.MUTED,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._detail, self._state, self._tone = detail, state, tone
        self.setAccessibleName(", ".join(part for part in (words, detail, state) if part))
        self.setToolTip(" · ".join(part for part in (words, detail, state) if part))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a line at least as high as a comfortable target."""
        theme = current_theme()
        return QSize(theme.px(200), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest useful line."""
        theme = current_theme()
        return QSize(theme.px(120), theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, then state, words and detail."""
        del event
        theme = current_theme()
        painter = QPainter(self)
        area = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            draw_box(painter, area, theme.px(6), theme.colour("hover"))
        if self.shows_focus():
            draw_ring(painter, area, theme.px(6), theme.colour("accent"))
        side = theme.px(_SIDE)
        room = area.adjusted(side, 0, -side, 0)
        room.setRight(room.right() - self._paint_state(painter, theme, room))
        self._paint_words(painter, theme, room)

    def _paint_state(self, painter: QPainter, theme: Theme, room: QRectF) -> float:
        if not self._state:
            return 0.0
        font = theme.font(Role.LABEL_STRONG)
        width = QFontMetricsF(font).horizontalAdvance(self._state) + theme.px(14)
        pill = QRectF(room.right() - width, 0, width, theme.px(20))
        pill.moveCenter(QRectF(pill.left(), room.top(), width, room.height()).center())
        draw_box(painter, pill, theme.px(6), theme.soft(self._tone))
        painter.setFont(font)
        painter.setPen(theme.solid(self._tone))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self._state)
        return width + theme.px(8)

    def _paint_words(self, painter: QPainter, theme: Theme, room: QRectF) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        for text, role, colour in (
            (self.words(), Role.BODY_MEDIUM, theme.colour("ink")),
            (self._detail, Role.BODY, theme.colour("muted")),
        ):
            font = theme.font(role)
            metrics = QFontMetricsF(font)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(room.width(), 0))
            painter.setFont(font)
            painter.setPen(colour)
            painter.drawText(room, middle, shown)
            room = room.adjusted(metrics.horizontalAdvance(shown) + theme.px(8), 0, 0, 0)
