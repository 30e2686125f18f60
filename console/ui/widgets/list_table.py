"""The table of the house: fixed row height, hair lines, level colours that survive selection."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPixmap, QResizeEvent
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

Index = QModelIndex | QPersistentModelIndex
_ROW = 36
_HEADER = 34
_PADDING = 10
_MARK_GAP = 7
_LEAST_REST = 160


class CellPainter(QStyledItemDelegate):
    """Paints ground, mark, text and hair line; four look-ups per cell, no style machinery."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = parent if isinstance(parent, ListTable) else None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the fixed height; nobody asks for widths."""
        del option, index
        return QSize(0, current_theme().px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        self.paint_ground(painter, option, index)
        theme = current_theme()
        self._paint_content(painter, option.rect.adjusted(theme.px(_PADDING), 0, -theme.px(4), -1), index)

    def paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint what lies under the content: selection, mouse, hair line, the mark of the current row."""
        theme = current_theme()
        area: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(area, theme.colour("accent_soft"))
        elif self._table is not None and index.row() == self._table.hovered_row():
            painter.fillRect(area, theme.colour("hover"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if selected and index.column() == 0 and self._table is not None and self._table.hasFocus():
            painter.fillRect(area.left(), area.top(), theme.px(3), area.height(), theme.colour("accent"))

    def _paint_content(self, painter: QPainter, area: QRect, index: Index) -> None:
        mark = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(mark, QPixmap):
            size = mark.deviceIndependentSize()
            painter.drawPixmap(QPointF(area.left(), area.center().y() - size.height() / 2 + 1), mark)
            area.setLeft(area.left() + round(size.width()) + current_theme().px(_MARK_GAP))
        font = index.data(Qt.ItemDataRole.FontRole)
        if isinstance(font, QFont):
            painter.setFont(font)
        brush = index.data(Qt.ItemDataRole.ForegroundRole)
        painter.setPen(brush.color() if isinstance(brush, QBrush) else current_theme().colour("ink"))
        align = index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignLeft
        text = str(index.data() or "")
        elided = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag(align) | Qt.AlignmentFlag.AlignVCenter, elided)


class ListTable(QTableView):
    """`opened` carries the row's index at Enter or double click, `row_changed` the current one."""

    opened = Signal(QModelIndex)
    row_changed = Signal(QModelIndex)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hovered = -1
        self._widths: list[int] = []
        self._scale = current_theme().scale
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
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

    def hovered_row(self) -> int:
        """Return the row under the mouse, -1 without one."""
        return self._hovered

    def set_widths(self, widths: list[int]) -> None:
        """Fix the columns' widths (px at 100 %); 0 takes the rest, never less than a few words need."""
        self._widths = list(widths)
        header = self.horizontalHeader()
        for place, width in enumerate(widths):
            if width:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
                header.resizeSection(place, current_theme().px(width))
        self._share_the_rest()

    def _share_the_rest(self) -> None:
        header, least = self.horizontalHeader(), current_theme().px(_LEAST_REST)
        wide = [place for place, width in enumerate(self._widths) if not width]
        taken = sum(header.sectionSize(place) for place, width in enumerate(self._widths) if width)
        enough = self.viewport().width() - taken >= least * len(wide)
        for place in wide:
            stretch, fixed = QHeaderView.ResizeMode.Stretch, QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(place, stretch if enough else fixed)
            if not enough:
                header.resizeSection(place, least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the room that is left to the columns that take it."""
        super().resizeEvent(event)
        if self.model() is not None and self.model().columnCount() == len(self._widths):
            self._share_the_rest()

    def select_row(self, row: int) -> None:
        """Make a row current and visible."""
        self.setCurrentIndex(self.model().index(row, 0))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which row is current."""
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.row_changed.emit(self.model().index(current.row(), current.column()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text scale."""
        if event.type() == QEvent.Type.StyleChange:
            self._fix_heights()
            # The agent's own widths live until the text scale changes.
            if self._scale != current_theme().scale and self.model() is not None:
                self._scale = current_theme().scale
                self.set_widths(self._widths)
        super().changeEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the row under the mouse."""
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        """Light up nothing."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter; letters go on to the page, whose commands they may be."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex())
        elif event.text().isprintable() and event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)
