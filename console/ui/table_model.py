"""Tables over frozen values; selection survives a refresh. Long ones: `paged_model`."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush

from console.ui.icons import level_mark
from console.ui.theme import Role, current_theme
from console.ui.tokens import Tone

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[Row]):
    """One column: heading, width in px at 100 % (0 takes what is left), and what it says of a row.

    `tone` colours the text; a level's tone also gets its mark and bold words. `spoken` replaces the text
    for screen readers where the text alone is too short.
    """

    title: str
    text: Callable[[Row], str]
    width: int = 0
    tone: Callable[[Row], Tone] | None = None
    strong: bool = False
    figures: bool = False
    right: bool = False
    spoken: Callable[[Row], str] | None = None
    tip: Callable[[Row], str] | None = None


_LEVEL_TONES = frozenset({Tone.PEMKAB, Tone.PROVINSI, Tone.KEMENTERIAN, Tone.PIHAK_KETIGA})
_BOLD_TONES = _LEVEL_TONES | {Tone.DANGER, Tone.ACCENT}


class ValueTableModel(QAbstractTableModel, Generic[Row]):
    """Shows values; `key` says which row is which, so that a refresh keeps selection and scroll position."""

    def __init__(
        self, columns: Sequence[Column[Row]], key: Callable[[Row], Hashable], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._key = key
        self._rows: list[Row] = []

    def rows(self) -> tuple[Row, ...]:
        """Return the values shown."""
        return tuple(self._rows)

    def at(self, row: int) -> Row | None:
        """Return the value of a row, None outside."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, key: Hashable) -> int:
        """Return the row with this key, -1 without one."""
        return next((place for place, row in enumerate(self._rows) if self._key(row) == key), -1)

    def widths(self) -> list[int]:
        """Return the columns' widths for `ListTable.set_widths`."""
        return [column.width for column in self.columns]

    def replace(self, rows: Sequence[Row]) -> None:
        """Show these values: rows that stay keep their selection, whatever order they come in."""
        new_keys = [self._key(row) for row in rows]
        wanted = set(new_keys)
        for place in reversed(range(len(self._rows))):
            if self._key(self._rows[place]) not in wanted:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self._rows[place]
                self.endRemoveRows()
        self._append_unknown(rows)
        if [self._key(row) for row in self._rows] != new_keys:
            self._reorder(rows, new_keys)
        self._rows = list(rows)
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def append(self, rows: Sequence[Row]) -> None:
        """Show these values below the others."""
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def _append_unknown(self, rows: Sequence[Row]) -> None:
        known = {self._key(row) for row in self._rows}
        self.append([row for row in rows if self._key(row) not in known])

    def _reorder(self, rows: Sequence[Row], new_keys: list[Hashable]) -> None:
        self.layoutAboutToBeChanged.emit()
        places = {key: place for place, key in enumerate(new_keys)}
        old = self.persistentIndexList()
        new = [self.index(places[self._key(self._rows[index.row()])], index.column()) for index in old]
        self._rows = list(rows)
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the headings."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole and self.columns[section].right:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return text, colour, weight, mark and spoken text of a cell."""
        row = self.at(index.row())
        if row is None or not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}: {(column.spoken or column.text)(row)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip(row) if column.tip else None
        return _look(column, row, role)


def _look(column: Column[Row], row: Row, role: int) -> Any:
    theme = current_theme()
    tone = column.tone(row) if column.tone else Tone.INK
    if role == Qt.ItemDataRole.ForegroundRole:
        return QBrush(theme.solid(tone))
    if role == Qt.ItemDataRole.FontRole:
        bold = column.strong or tone in _BOLD_TONES
        return theme.font(Role.STRONG if bold else Role.BODY, figures=column.figures)
    if role == Qt.ItemDataRole.DecorationRole and tone in _LEVEL_TONES:
        return level_mark(tone)
    if role == Qt.ItemDataRole.TextAlignmentRole and column.right:
        return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    return None
