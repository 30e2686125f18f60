"""How a line of the directory is painted: in one go, without a look-up that the line does not hold.

The list is repainted at every keystroke, so everything that only depends on the theme is kept in one place.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from console.i18n import translate as _
from console.ui.icons import icon_pixmap, level_mark
from console.ui.paint import draw_box
from console.ui.theme import Role, Theme
from console.ui.tokens import LEVEL_TONES, Tone
from console.ui.widgets.contact_line import ContactLine
from console.ui.widgets.marked_text import MarkedLook, text_look
from console.ui.widgets.matched_parts import matched_digits, matched_parts
from console.wording import word

_PADDING = 10
_END = 4
_GAP = 7
_ICON = 15
_CHIP = 18
_EDGE = 3
_SCRAP = 40  # px in which no word of a position can be read


def level_words(line: ContactLine) -> str:
    """Return the level's word, a dash for an office the base does not know."""
    return "–" if line.level is None else word(line.level)


def sample_word() -> str:
    """Return what marks invented people."""
    return _("SAMPLE")


class ContactLook:
    """What the cells need of one theme on one screen."""

    def __init__(self, theme: Theme, ratio: float) -> None:
        self.theme, self.ratio = theme, ratio
        self.ink, self.muted = theme.colour("ink"), theme.colour("muted")
        self.soft, self.hover = theme.colour("accent_soft"), theme.colour("hover")
        self.hair, self.accent = theme.colour("line"), theme.colour("accent")
        self.edge = theme.px(_EDGE)
        self.padding, self.end, self.gap = theme.px(_PADDING), theme.px(_END), theme.px(_GAP)
        self.scrap = theme.px(_SCRAP)
        self.name = MarkedLook(theme, Role.BODY_MEDIUM)
        self.body = MarkedLook(theme, Role.BODY)
        self.number = MarkedLook(theme, Role.BODY, figures=True)
        self.strong, self.label = text_look(theme, Role.STRONG), text_look(theme, Role.LABEL)
        self.tones: dict[Tone, QColor] = {tone: theme.solid(tone) for tone in Tone}
        self.marks = {level: level_mark(tone) for level, tone in LEVEL_TONES.items()}
        self.chat = icon_pixmap("message-circle", theme.colour("accent"), theme.px(_ICON), ratio)
        self.chip = self._chip()
        self.chip_width = self.chip.deviceIndependentSize().width()

    def _chip(self) -> QPixmap:
        """Return the chip that marks an invented person."""
        theme, words = self.theme, sample_word()
        width = round(self.label.metrics.horizontalAdvance(words) + self.gap * 1.5)
        size = QSize(width, theme.px(_CHIP))
        pixmap = QPixmap(size * self.ratio)
        pixmap.setDevicePixelRatio(self.ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        box = QRectF(0, 0, size.width(), size.height())
        draw_box(painter, box, theme.px(5), theme.soft(Tone.MUTED), theme.colour("line"))
        painter.setPen(self.muted)
        painter.setFont(self.label.font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()
        return pixmap


class _Cell:
    """Where a cell's content goes."""

    __slots__ = ("left", "look", "middle", "painter", "room")

    def __init__(self, painter: QPainter, look: ContactLook, middle: float) -> None:
        self.painter, self.look, self.middle = painter, look, middle
        self.left, self.room = 0, 0

    def picture(self, pixmap: QPixmap, left: float) -> None:
        """Paint a picture around the middle."""
        top = round(self.middle - pixmap.deviceIndependentSize().height() / 2)
        self.painter.drawPixmap(QPointF(round(left), top), pixmap)


def _name(cell: _Cell, line: ContactLine) -> None:
    look, sample = cell.look, line.contact.sample
    room = cell.room - (look.chip_width + look.gap if sample else 0)
    parts = matched_parts(line.contact.name, line.typed, line.because)
    width = look.name.draw(cell.painter, cell.left, cell.middle, room, line.contact.name, look.ink, parts)
    if sample:
        cell.picture(look.chip, cell.left + width + look.gap)


def _position(cell: _Cell, line: ContactLine) -> None:
    field, position, look = line.contact.field, line.contact.position, cell.look
    taken = 0.0
    if field:
        parts = matched_parts(field, line.typed, line.because)
        taken = look.body.draw(cell.painter, cell.left, cell.middle, cell.room, field, look.ink, parts)
    rest = cell.room - taken
    if position and (not field or rest > look.scrap):
        words = f" · {position}" if field else position
        parts = matched_parts(words, line.typed, line.because)
        look.body.draw(cell.painter, cell.left + taken, cell.middle, rest, words, look.muted, parts)


def _level(cell: _Cell, line: ContactLine) -> None:
    look, words = cell.look, level_words(line)
    if line.level is None:
        look.label.draw(cell.painter, cell.left, cell.middle, cell.room, words, look.muted)
        return
    mark = look.marks[line.level]
    cell.picture(mark, cell.left)
    step = mark.deviceIndependentSize().width() + look.gap
    ink = look.tones[LEVEL_TONES[line.level]]
    look.strong.draw(cell.painter, cell.left + step, cell.middle, cell.room - step, words, ink)


def _office(cell: _Cell, line: ContactLine) -> None:
    look, words = cell.look, line.office_short
    parts = matched_parts(words, line.typed, line.because)
    look.body.draw(cell.painter, cell.left, cell.middle, cell.room, words, look.ink, parts)


def _number(cell: _Cell, line: ContactLine) -> None:
    look = cell.look
    side = look.chat.deviceIndependentSize().width()
    parts = matched_digits(line.number, " ".join(line.typed))
    room = cell.room - side - look.end
    width = look.number.draw(cell.painter, cell.left, cell.middle, room, line.number, look.ink, parts)
    if line.chat:
        cell.picture(look.chat, cell.left + width + look.gap)


def _freshness(cell: _Cell, line: ContactLine) -> None:
    look = cell.look
    ink = look.tones[line.freshness_tone]
    look.label.draw(cell.painter, cell.left, cell.middle, cell.room, line.freshness_short, ink)


# In the order of the table's columns.
_CELLS: tuple[Callable[[_Cell, ContactLine], None], ...] = (
    _name,
    _position,
    _level,
    _office,
    _number,
    _freshness,
)


class ContactPainter:
    """Paints whole lines. A delegate is asked cell by cell, which costs more than the cells themselves."""

    def __init__(self, painter: QPainter, look: ContactLook, columns: Sequence[tuple[int, int]]) -> None:
        self._painter, self._look = painter, look
        # Each column's content: where it begins and how much room it has.
        self._columns = [(left + look.padding, width - look.padding - look.end) for left, width in columns]

    def ground(self, area: QRect, *, selected: bool, lit: bool, edge: bool) -> None:
        """Paint what lies under a line: selection or mouse, the edge of the row keys act on, a hair line."""
        look, painter = self._look, self._painter
        if selected or lit:
            painter.fillRect(area, look.soft if selected else look.hover)
        if selected and edge:
            painter.fillRect(area.left(), area.top(), look.edge, area.height(), look.accent)
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, look.hair)

    def content(self, line: ContactLine, middle: float) -> None:
        """Paint the cells of a line around a height."""
        cell = _Cell(self._painter, self._look, middle)
        for paint, (cell.left, cell.room) in zip(_CELLS, self._columns, strict=True):
            paint(cell, line)


@lru_cache(maxsize=4)
def contact_look(theme: Theme, ratio: float) -> ContactLook:
    """Return the look of a theme on screens of this pixel ratio."""
    return ContactLook(theme, ratio)
