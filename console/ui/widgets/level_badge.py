"""Whose job it is, as a colour that never stands alone: always with its icon and its word."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from console.domain.level import Level
from console.ui.icons import paint_icon
from console.ui.paint import draw_box
from console.ui.theme import Role, current_theme
from console.ui.tokens import LEVEL_TONES

LEVEL_ICONS: dict[Level, str] = {
    Level.PEMKAB: "house",
    Level.PROVINSI: "landmark",
    Level.KEMENTERIAN: "building-2",
    Level.PIHAK_KETIGA: "handshake",
}
_SQUARE = 42


class LevelSquare(QWidget):
    """The large mark of a verdict: the level's icon on its solid colour."""

    def __init__(self, level: Level, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = level
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_level(self, level: Level, words: str) -> None:
        """Show another level."""
        self._level = level
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a square."""
        side = current_theme().px(_SQUARE)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint colour and icon."""
        del event
        theme = current_theme()
        painter = QPainter(self)
        area = QRectF(self.rect())
        draw_box(painter, area, theme.px(10), theme.solid(LEVEL_TONES[self._level]))
        inset = self.width() * 0.24
        inner = area.adjusted(inset, inset, -inset, -inset)
        paint_icon(painter, inner, LEVEL_ICONS[self._level], theme.colour("on_solid"))


class LevelBadge(QWidget):
    """The small pill: icon and word on the level's soft ground."""

    def __init__(self, level: Level, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level, self._words = level, words
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_level(self, level: Level, words: str) -> None:
        """Show another level."""
        self._level, self._words = level, words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for icon and word."""
        theme = current_theme()
        width = QFontMetricsF(theme.font(Role.LABEL_STRONG)).horizontalAdvance(self._words)
        return QSize(round(width) + theme.px(13 + 5 + 16), theme.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, icon and word."""
        del event
        theme = current_theme()
        tone = LEVEL_TONES[self._level]
        painter = QPainter(self)
        draw_box(painter, QRectF(self.rect()), theme.px(6), theme.soft(tone))
        side = theme.px(13)
        top_left = QPointF(theme.px(8), (self.height() - side) / 2)
        area = QRectF(top_left.x(), top_left.y(), side, side)
        paint_icon(painter, area, LEVEL_ICONS[self._level], theme.solid(tone))
        painter.setPen(theme.solid(tone))
        painter.setFont(theme.font(Role.LABEL_STRONG))
        left = area.right() + theme.px(5)
        painter.drawText(
            QRectF(left, 0, self.width() - left, self.height()), Qt.AlignmentFlag.AlignVCenter, self._words
        )


class LevelPanel(QFrame):
    """A band on the level's soft ground under a line of its colour; put the verdict into `body`.

    `edge` is where the line stands: ``top`` for the verdict card, ``left`` for a quotation of it.
    """

    def __init__(self, level: Level, *, edge: str = "top", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level, self._edge = level, edge
        self.body = QVBoxLayout(self)
        theme = current_theme()
        side = theme.px(14)
        self.body.setContentsMargins(side + 2, side, side + 2, side)
        self.body.setSpacing(theme.px(4))

    def level(self) -> Level:
        """Return the level shown."""
        return self._level

    def set_level(self, level: Level) -> None:
        """Show another level's colours."""
        self._level = level
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and line."""
        del event
        theme = current_theme()
        tone = LEVEL_TONES[self._level]
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.soft(tone))
        width = theme.px(3)
        if self._edge == "top":
            painter.fillRect(0, 0, self.width(), width, theme.solid(tone))
        else:
            painter.fillRect(0, 0, width, self.height(), theme.solid(tone))
