"""The table of the house: fixed row height, no grid, level colours that survive selection."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from console.ui.theme import current_theme

_ROW = 36
_HEADER = 34


class CellPainter(QStyledItemDelegate):
    """Keeps a cell's own colour when its row is selected and drops the dotted focus of single cells."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Take the cell's foreground also for the selected state."""
        super().initStyleOption(option, index)
        brush = index.data(Qt.ItemDataRole.ForegroundRole)
        if brush is not None:
            option.palette.setBrush(QPalette.ColorRole.HighlightedText, brush)  # type: ignore[attr-defined]  # stub gap
        option.state &= ~QStyle.StateFlag.State_HasFocus  # type: ignore[attr-defined]  # stub gap


class ListTable(QTableView):
    """`opened` carries the row's index at Enter or double click, `row_changed` the current one."""

    opened = Signal(QModelIndex)
    row_changed = Signal(QModelIndex)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(CellPainter(self))
        self.verticalHeader().hide()
        self._fix_heights()
        self.doubleClicked.connect(self.opened)

    def _fix_heights(self) -> None:
        theme = current_theme()
        rows, header = self.verticalHeader(), self.horizontalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(theme.px(24))
        rows.setDefaultSectionSize(theme.px(_ROW))
        header.setFixedHeight(theme.px(_HEADER))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(theme.px(24))

    def set_widths(self, widths: list[int]) -> None:
        """Fix the columns' widths (px at 100 %); 0 takes the room that is left."""
        header = self.horizontalHeader()
        for place, width in enumerate(widths):
            stretch = QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive if width else stretch)
            if width:
                header.resizeSection(place, current_theme().px(width))

    def select_row(self, row: int) -> None:
        """Make a row current and visible."""
        self.setCurrentIndex(self.model().index(row, 0))

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Tell which row is current."""
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.row_changed.emit(QModelIndex(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter; letters go on to the page, whose commands they may be."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex())
        elif event.text().isprintable() and event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)
