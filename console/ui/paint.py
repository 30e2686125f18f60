"""The few shapes everything in the kit is painted from: rounded boxes, focus rings, key caps."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from console.ui.theme import Role, Theme

CLEAR = QColor(0, 0, 0, 0)
_CAP_HEIGHT = 19.0
_CAP_PADDING = 5.0
_CAP_RADIUS = 5.0
_RING = 2.0


def draw_box(
    painter: QPainter, area: QRectF, radius: float, fill: QColor, border: QColor = CLEAR, width: float = 1.0
) -> None:
    """Paint a rounded box whose border of `width` lies inside `area`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill)
    if border.alpha():
        painter.setPen(QPen(border, width))
        inset = width / 2
        area = area.adjusted(inset, inset, -inset, -inset)
        radius -= inset
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(area, radius, radius)


def draw_ring(painter: QPainter, area: QRectF, radius: float, colour: QColor) -> None:
    """Paint the focus ring just inside `area`: two pixels, never less."""
    draw_box(painter, area, radius, CLEAR, colour, _RING)


def key_cap_width(theme: Theme, words: str) -> int:
    """Return the width in pixels of a key cap with these words."""
    metrics = QFontMetricsF(theme.font(Role.LABEL))
    inner = metrics.horizontalAdvance(words) + 2 * theme.px(_CAP_PADDING)
    return round(max(inner, theme.px(_CAP_HEIGHT)))


def key_cap_height(theme: Theme) -> int:
    """Return the height in pixels of every key cap."""
    return theme.px(_CAP_HEIGHT)


def draw_key_cap(
    painter: QPainter,
    theme: Theme,
    left_middle: QPointF,
    words: str,
    ink: QColor,
    edge: QColor,
    fill: QColor = CLEAR,
) -> None:
    """Paint a key cap whose left edge's middle is `left_middle`: a box with a slightly thicker foot."""
    width, height = key_cap_width(theme, words), key_cap_height(theme)
    area = QRectF(round(left_middle.x()), round(left_middle.y() - height / 2), width, height)
    radius = float(theme.px(_CAP_RADIUS))
    draw_box(painter, area, radius, fill, edge)
    painter.setPen(QPen(edge, 1))
    foot = area.bottom() - 1.5
    painter.drawLine(QPointF(area.left() + radius, foot), QPointF(area.right() - radius, foot))
    painter.setPen(ink)
    painter.setFont(theme.font(Role.LABEL))
    painter.drawText(area.adjusted(0, -0.5, 0, -0.5), Qt.AlignmentFlag.AlignCenter, words)


def draw_shadow(painter: QPainter, area: QRectF, radius: float, colour: QColor) -> None:
    """Paint a soft shadow around a floating panel; cheap enough to repeat at every paint."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    shade = QColor(colour)
    for spread in range(12, 0, -2):
        shade.setAlpha(16 - spread)
        painter.setBrush(shade)
        grown = area.adjusted(-spread, -spread + 3, spread, spread + 3)
        painter.drawRoundedRect(grown, radius + spread, radius + spread)
