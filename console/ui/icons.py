"""Icons by name in the colours of the theme, drawn when first needed and crisp on every screen."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from console.ui.paint import draw_box
from console.ui.theme import current_theme
from console.ui.tokens import Tone
from resources import resource

_STROKE = 'stroke-width="1.75"'


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    drawing = resource("icons", f"{name}.svg").read_text("utf-8")
    return drawing.replace('stroke-width="2"', _STROKE)


@lru_cache(maxsize=256)
def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, pixmap.width(), pixmap.height()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def icon_pixmap(name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """Return the icon, `size` pixels square at device pixel ratio `ratio`."""
    return _drawn(name, colour.name(), size, ratio)


def paint_icon(painter: QPainter, area: QRectF, name: str, colour: QColor) -> None:
    """Paint the icon into the square in the middle of `area`."""
    size = round(min(area.width(), area.height()))
    if size < 1:  # a layout that is still settling
        return
    ratio = painter.device().devicePixelRatioF()
    left = round(area.center().x() - size / 2)
    top = round(area.center().y() - size / 2)
    painter.drawPixmap(left, top, icon_pixmap(name, colour, size, ratio))


def icon(name: str, tone: Tone = Tone.INK) -> QIcon:
    """Return an icon for menus and actions, in a tone of the look in use."""
    theme = current_theme()
    made = QIcon()
    for ratio in (1.0, 1.5, 2.0):
        made.addPixmap(icon_pixmap(name, theme.solid(tone), theme.px(18), ratio))
    return made


def level_mark(tone: Tone) -> QPixmap:
    """Return the small square that stands before a level's word in a table."""
    theme = current_theme()
    return _square(theme.solid(tone).name(), theme.px(9), QGuiApplication.primaryScreen().devicePixelRatio())


@lru_cache(maxsize=32)
def _square(colour: str, size: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_box(painter, QRectF(0, 0, size, size), size / 4, QColor(colour))
    painter.end()
    return pixmap
