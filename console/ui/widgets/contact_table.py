"""The directory's list: one contact per line, what was matched stands out, samples are marked as such."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from console.i18n import translate as _
from console.ui.table_model import Column, ValueTableModel
from console.ui.theme import current_theme
from console.ui.widgets.contact_line import ContactLine
from console.ui.widgets.contact_painter import ContactPainter, contact_look, level_words, sample_word
from console.ui.widgets.list_table import ListTable

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


class ContactTable(ListTable):
    """Shows lines; `current_line` is the one that keys act on, `left_up` comes with ↑ on the first."""

    left_up = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._narrow = False
        self._model: ValueTableModel[ContactLine] = ValueTableModel(_columns(), _id, self)
        self.setModel(self._model)
        self.set_widths(self._model.widths())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines that are due."""
        lines = self._model.rows()
        first, last = self.rowAt(event.rect().top()), self.rowAt(event.rect().bottom())
        if first < 0:
            return
        painter = QPainter(self.viewport())
        look = contact_look(current_theme(), self.devicePixelRatioF())
        places = range(len(self._model.columns))
        columns = [(self.columnViewportPosition(place), self.columnWidth(place)) for place in places]
        rows = ContactPainter(painter, look, columns)
        current, edge = self.currentIndex().row(), self.hasFocus()
        for row in range(first, (last if last >= 0 else len(lines) - 1) + 1):
            area = QRect(0, self.rowViewportPosition(row), self.viewport().width(), self.rowHeight(row))
            selected = row == current and self.selectionModel().isRowSelected(row, QModelIndex())
            rows.ground(area, selected=selected, lit=row == self.hovered_row(), edge=edge)
            rows.content(lines[row], area.top() + area.height() / 2)
        painter.end()

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
