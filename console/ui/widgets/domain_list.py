"""The domains of the guide with how many matters each holds; one is always chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from console.ui.paint import draw_box
from console.ui.theme import Role, current_theme
from console.ui.widgets.focus_ring import FocusRing
from console.ui.widgets.marked_text import draw_line, role_font, role_metrics

Index = QModelIndex | QPersistentModelIndex
_ROW = 30
_PADDING = 10


@dataclass(frozen=True, slots=True)
class DomainLine:
    """A domain (empty: all of them), its name and how many matters or procedures it holds."""

    domain: str
    title: str
    count: int


class _Model(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: tuple[DomainLine, ...] = ()

    def replace(self, lines: Sequence[DomainLine]) -> None:
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.title}, {line.count}"
        return None


class _Painter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(0, current_theme().px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, _Model):
            return
        line, theme = model.lines[index.row()], current_theme()
        area = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            draw_box(painter, area.adjusted(0, 1, 0, -1), theme.px(8), theme.colour("accent_soft"))
        inner = area.adjusted(theme.px(_PADDING), 0, -theme.px(_PADDING), 0)
        painter.setFont(role_font(theme, Role.LABEL, figures=True))
        painter.setPen(theme.colour("muted"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(line.count))
        taken = role_metrics(theme, Role.LABEL, figures=True).horizontalAdvance(str(line.count))
        ink = theme.colour("accent" if chosen else "ink" if line.count else "muted")
        role = Role.STRONG if chosen else Role.BODY
        name = inner.adjusted(0, 0, -taken - theme.px(8), 0)
        draw_line(painter, theme, name, line.title, role=role, ink=ink)
        painter.restore()


class DomainList(QListView):
    """`chosen` carries the domain; it comes from the user and from `choose` alike, once per change."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Model(self)
        self.setModel(self._model)
        self.setItemDelegate(_Painter(self))
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        FocusRing(self, radius=8)

    def lines(self) -> tuple[DomainLine, ...]:
        """Return what is shown."""
        return self._model.lines

    def domain(self) -> str:
        """Return the domain chosen, empty for all."""
        row = self.currentIndex().row()
        return self._model.lines[row].domain if 0 <= row < len(self._model.lines) else ""

    def show_lines(self, lines: Sequence[DomainLine]) -> None:
        """Show these domains; the one chosen stays chosen."""
        kept = self.domain()
        if tuple(lines) != self._model.lines:
            self.blockSignals(True)
            self._model.replace(lines)
            self.choose(kept)
            self.blockSignals(False)

    def choose(self, domain: str) -> None:
        """Choose a domain; an unknown one means all."""
        row = next((row for row, line in enumerate(self._model.lines) if line.domain == domain), 0)
        self.setCurrentIndex(self._model.index(row))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which domain is chosen."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(self.domain())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave copying to the page."""
        if event.matches(QKeySequence.StandardKey.Copy):
            event.ignore()
        else:
            super().keyPressEvent(event)
