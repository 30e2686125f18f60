"""The list that hangs under a line of text: title, detail, grouped, chosen by key or mouse."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from console.ui.icons import paint_icon
from console.ui.paint import draw_box, draw_key_cap, key_cap_width
from console.ui.theme import Role, current_theme

Index = QModelIndex | QPersistentModelIndex
_ROW = 34
_HEADING = 26


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """One line: `value` is what is picked, `key` a shortcut to print, `group` its heading."""

    value: object
    title: str
    detail: str = ""
    icon: str = ""
    key: str = ""
    group: str = ""


class SuggestionModel(QAbstractListModel):
    """Holds suggestions; a line starts a group when the one above belongs to another."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: tuple[Suggestion, ...] = ()

    def replace(self, lines: Sequence[Suggestion]) -> None:
        """Show these lines."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def at(self, row: int) -> Suggestion | None:
        """Return the line, None outside."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def starts_group(self, row: int) -> bool:
        """Say whether a heading stands above this line."""
        group = self._lines[row].group
        return bool(group) and (row == 0 or self._lines[row - 1].group != group)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return title and spoken text."""
        line = self.at(index.row())
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (line.group, line.title, line.detail, line.key) if part)
        return None


class _Painter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        theme = current_theme()
        model = index.model()
        heading = isinstance(model, SuggestionModel) and model.starts_group(index.row())
        return QSize(0, theme.px(_ROW) + (theme.px(_HEADING) if heading else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        line = model.at(index.row()) if isinstance(model, SuggestionModel) else None
        if line is None:
            return
        theme = current_theme()
        painter.save()
        area = QRectF(option.rect)
        row = QRectF(area.left(), area.bottom() - theme.px(_ROW) + 1, area.width(), theme.px(_ROW))
        if row.top() > area.top() + 1:
            painter.setFont(theme.font(Role.LABEL))
            painter.setPen(theme.colour("muted"))
            heading = QRectF(area.left() + theme.px(10), area.top(), area.width(), theme.px(_HEADING))
            painter.drawText(heading, Qt.AlignmentFlag.AlignVCenter, line.group)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._line(painter, row, line, selected=selected)
        painter.restore()

    def _line(self, painter: QPainter, row: QRectF, line: Suggestion, *, selected: bool) -> None:
        theme = current_theme()
        if selected:
            draw_box(painter, row.adjusted(0, 1, 0, -1), theme.px(8), theme.colour("accent_soft"))
        left, right = row.left() + theme.px(10), row.right() - theme.px(10)
        ink = theme.colour("accent" if selected else "ink")
        if line.icon:
            side = theme.px(16)
            square = QRectF(left, row.center().y() - side / 2, side, side)
            paint_icon(painter, square, line.icon, theme.colour("accent" if selected else "muted"))
            left += theme.px(26)
        if line.key:
            right -= key_cap_width(theme, line.key)
            middle = QRectF(right, row.top(), 1, row.height()).center()
            draw_key_cap(painter, theme, middle, line.key, theme.colour("muted"), theme.colour("line"))
            right -= theme.px(10)
        font = theme.font(Role.BODY_MEDIUM)
        metrics = QFontMetricsF(font)
        title = metrics.elidedText(line.title, Qt.TextElideMode.ElideRight, right - left)
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(
            QRectF(left, row.top(), right - left, row.height()), Qt.AlignmentFlag.AlignVCenter, title
        )
        left += metrics.horizontalAdvance(title) + theme.px(10)
        self._detail(painter, QRectF(left, row.top(), right - left, row.height()), line.detail)

    def _detail(self, painter: QPainter, area: QRectF, detail: str) -> None:
        theme = current_theme()
        font = theme.font(Role.BODY)
        painter.setFont(font)
        painter.setPen(theme.colour("muted"))
        text = QFontMetricsF(font).elidedText(detail, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, text)


class SuggestionList(QListView):
    """`picked` carries the suggestion. Keys come from the line of text above through `step` and `pick`."""

    picked = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._model = SuggestionModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_Painter(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.entered.connect(self.setCurrentIndex)
        self.clicked.connect(self._clicked)

    def lines(self) -> tuple[Suggestion, ...]:
        """Return what is shown."""
        return self._model._lines  # noqa: SLF001 - its own model

    def replace(self, lines: Sequence[Suggestion]) -> None:
        """Show these lines, the first one current."""
        self._model.replace(lines)
        if lines:
            self.setCurrentIndex(self._model.index(0))

    def content_height(self, most: int = 9) -> int:
        """Return the height of the lines in pixels, of at most `most` of them."""
        rows = min(self._model.rowCount(), most)
        return sum(self.sizeHintForRow(row) for row in range(rows)) + 2

    def step(self, by: int) -> None:
        """Go `by` lines on, around at the ends."""
        count = self._model.rowCount()
        if count:
            self.setCurrentIndex(self._model.index((self.currentIndex().row() + by) % count))

    def pick(self) -> bool:
        """Pick the current line; false without one."""
        line = self._model.at(self.currentIndex().row())
        if line is not None:
            self.picked.emit(line)
        return line is not None

    def _clicked(self) -> None:
        self.pick()
