"""The directory's list: one contact per line, what was matched stands out, samples are marked as such."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from console.i18n import translate as _
from console.ui.icons import level_mark, paint_icon
from console.ui.paint import draw_box
from console.ui.table_model import Column, ValueTableModel
from console.ui.theme import Role, Theme, current_theme
from console.ui.tokens import LEVEL_TONES, Tone
from console.ui.widgets.contact_line import ContactLine
from console.ui.widgets.list_table import CellPainter, ListTable
from console.ui.widgets.marked_text import draw_line, draw_marked, role_metrics
from console.ui.widgets.matched_parts import matched_digits, matched_parts
from console.wording import word

Index = QModelIndex | QPersistentModelIndex
_GAP = 7
_ICON = 15
_CHIP = 18
_NARROW = 905  # px at 100 % below which names and offices give way so that every column stays in view
_NARROW_WIDTHS = {0: 176, 3: 100}
_SCRAP = 40  # px in which no word of a position can be read


def _columns() -> tuple[Column[ContactLine], ...]:
    return (
        Column(title=_("Contact"), text=_name, width=218, tip=_name),
        Column(title=_("Field and position"), text=_position, tip=_position),
        Column(title=_("Level"), text=level_words, width=114),
        Column(title=_("Office"), text=_office_short, width=138, tip=_office, spoken=_office),
        Column(title=_("Number"), text=_number, width=160, spoken=_number_spoken),
        Column(title=_("Checked"), text=_freshness_short, width=118, spoken=_freshness, tip=_freshness),
    )


def _name(line: ContactLine) -> str:
    return f"{line.contact.name} ({sample_word()})" if line.contact.sample else line.contact.name


def _position(line: ContactLine) -> str:
    return " · ".join(part for part in (line.contact.field, line.contact.position) if part)


def _office(line: ContactLine) -> str:
    return line.office


def _office_short(line: ContactLine) -> str:
    return line.office_short


def _number(line: ContactLine) -> str:
    return line.number


def _number_spoken(line: ContactLine) -> str:
    return f"{line.number}, WhatsApp" if line.chat else line.number


def _freshness(line: ContactLine) -> str:
    return line.freshness


def _freshness_short(line: ContactLine) -> str:
    return line.freshness_short


def level_words(line: ContactLine) -> str:
    """Return the level's word, a dash for an office the base does not know."""
    return "–" if line.level is None else word(line.level)


def sample_word() -> str:
    """Return what marks invented people."""
    return _("SAMPLE")


class _ContactPainter(CellPainter):
    """Paints a cell from the line itself: no look-up per cell, one pass per column."""

    def _paint_content(self, painter: QPainter, area: QRect, index: Index) -> None:
        model = index.model()
        line = model.at(index.row()) if isinstance(model, ValueTableModel) else None
        if line is not None:
            _CELLS[index.column()](painter, current_theme(), QRectF(area), line)


def _paint_name(painter: QPainter, theme: Theme, area: QRectF, line: ContactLine) -> None:
    chip = sample_word() if line.contact.sample else ""
    gap = theme.px(_GAP)
    chip_width = role_metrics(theme, Role.LABEL).horizontalAdvance(chip) + gap * 1.5 if chip else 0
    room = area.adjusted(0, 0, -(chip_width + gap) if chip else 0, 0)
    parts = matched_parts(line.contact.name, line.typed, line.because)
    role = Role.BODY_MEDIUM
    width = draw_marked(painter, theme, room, line.contact.name, parts, role=role, ink=theme.colour("ink"))
    if chip:
        mark = _sample_mark(theme, chip, round(chip_width), painter.device().devicePixelRatioF())
        top = round(area.center().y() - theme.px(_CHIP) / 2)
        painter.drawPixmap(QPointF(round(area.left() + width + gap), top), mark)


@lru_cache(maxsize=16)
def _sample_mark(theme: Theme, words: str, width: int, ratio: float) -> QPixmap:
    """Return the chip that marks an invented person, drawn once per look."""
    size = QSize(width, theme.px(_CHIP))
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    box = QRectF(0, 0, size.width(), size.height())
    draw_box(painter, box, theme.px(5), theme.soft(Tone.MUTED), theme.colour("line"))
    painter.setPen(theme.colour("muted"))
    painter.setFont(theme.font(Role.LABEL))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
    painter.end()
    return pixmap


def _paint_position(painter: QPainter, theme: Theme, area: QRectF, line: ContactLine) -> None:
    field, position = line.contact.field, line.contact.position
    left = 0.0
    if field:
        parts = matched_parts(field, line.typed, line.because)
        left = draw_marked(painter, theme, area, field, parts, ink=theme.colour("ink"))
    rest = area.adjusted(left, 0, 0, 0)
    if position and (not field or rest.width() > theme.px(_SCRAP)):
        words = f" · {position}" if field else position
        parts = matched_parts(words, line.typed, line.because)
        draw_marked(painter, theme, rest, words, parts, ink=theme.colour("muted"))


def _paint_level(painter: QPainter, theme: Theme, area: QRectF, line: ContactLine) -> None:
    if line.level is None:
        draw_line(painter, theme, area, level_words(line), role=Role.BODY, ink=theme.colour("muted"))
        return
    tone = LEVEL_TONES[line.level]
    mark = level_mark(tone)
    side = mark.deviceIndependentSize().height()
    painter.drawPixmap(QPointF(area.left(), round(area.center().y() - side / 2)), mark)
    words = area.adjusted(side + theme.px(_GAP), 0, 0, 0)
    draw_line(painter, theme, words, level_words(line), role=Role.STRONG, ink=theme.solid(tone))


def _paint_office(painter: QPainter, theme: Theme, area: QRectF, line: ContactLine) -> None:
    parts = matched_parts(line.office_short, line.typed, line.because)
    draw_marked(painter, theme, area, line.office_short, parts, ink=theme.colour("ink"))


def _paint_number(painter: QPainter, theme: Theme, area: QRectF, line: ContactLine) -> None:
    side = theme.px(_ICON)
    room = area.adjusted(0, 0, -side - 4, 0)
    parts = matched_digits(line.number, " ".join(line.typed))
    width = draw_marked(painter, theme, room, line.number, parts, ink=theme.colour("ink"), figures=True)
    if line.chat:
        square = QRectF(area.left() + width + theme.px(_GAP), area.center().y() - side / 2, side, side)
        paint_icon(painter, square, "message-circle", theme.colour("accent"))


def _paint_freshness(painter: QPainter, theme: Theme, area: QRectF, line: ContactLine) -> None:
    ink = theme.solid(line.freshness_tone)
    draw_line(painter, theme, area, line.freshness_short, role=Role.LABEL, ink=ink)


_CELLS: tuple[Callable[[QPainter, Theme, QRectF, ContactLine], None], ...] = (
    _paint_name,
    _paint_position,
    _paint_level,
    _paint_office,
    _paint_number,
    _paint_freshness,
)


class ContactTable(ListTable):
    """Shows lines; `current_line` is the one that keys act on, `left_up` comes with ↑ on the first."""

    left_up = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._narrow = False
        self._model: ValueTableModel[ContactLine] = ValueTableModel(_columns(), _id, self)
        self.setModel(self._model)
        self.set_widths(self._model.widths())
        self.setItemDelegate(_ContactPainter(self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the longest columns give way in a narrow window."""
        theme = current_theme()
        narrow = self.viewport().width() < theme.px(_NARROW)
        if narrow is not self._narrow:
            self._narrow = narrow
            widths = self._model.widths()
            if narrow:
                widths = [_NARROW_WIDTHS.get(place, width) for place, width in enumerate(widths)]
            self.set_widths(widths)
        super().resizeEvent(event)

    def lines(self) -> tuple[ContactLine, ...]:
        """Return what is shown."""
        return self._model.rows()

    def current_line(self) -> ContactLine | None:
        """Return the selected contact."""
        return self._model.at(self.currentIndex().row())

    def show_lines(self, lines: Sequence[ContactLine], *, keep: bool, choose: bool = True) -> None:
        """Show these lines; `keep` leaves the selected contact selected where it still is among them.

        Otherwise the first line is selected, or with `choose` off none.
        """
        kept = self.current_line() if keep else None
        self._model.replace(lines)
        row = self._model.row_of(kept.contact.id) if kept else 0
        if not keep:
            self.scrollToTop()
        if not keep and not choose:
            self.select_nothing()
        elif lines and row >= 0 and (kept or not keep):
            self.select_row(row)

    def select_nothing(self) -> None:
        """Leave no line selected."""
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())

    def select_contact(self, contact_id: object) -> bool:
        """Select the contact; false when it is not among the lines."""
        row = self._model.row_of(contact_id)
        if row >= 0:
            self.select_row(row)
        return row >= 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the list upwards from its first line."""
        if event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_up.emit()
        else:
            super().keyPressEvent(event)


def _id(line: ContactLine) -> object:
    return line.contact.id
