"""A list whose titles wrap: matters and procedures, with code, level and the words that led here."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from console.ui.icons import paint_icon
from console.ui.paint import draw_box
from console.ui.theme import Role, Theme, current_theme
from console.ui.tokens import LEVEL_TONES
from console.ui.widgets.focus_ring import FocusRing
from console.ui.widgets.guide_model import GuideModel
from console.ui.widgets.guide_values import GuideId, GuideLine
from console.ui.widgets.level_badge import LEVEL_ICONS
from console.ui.widgets.marked_text import draw_line, role_font, role_metrics
from console.ui.widgets.matched_parts import matched_parts
from console.wording import word

Index = QModelIndex | QPersistentModelIndex
_SIDE = 16
_VERTICAL = 9
_FOOT = 20
_ICON = 13
_GAP = 5


@lru_cache(maxsize=4096)
def _title_height(theme: Theme, title: str, width: int) -> float:
    layout = QTextLayout(title, role_font(theme, Role.BODY_MEDIUM))
    return _flow(layout, width)


def _flow(layout: QTextLayout, width: float) -> float:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return height


class _Painter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        view = self.parent()
        model = index.model()
        line = model.at(index.row()) if isinstance(model, GuideModel) else None
        if line is None or not isinstance(view, QListView):
            return QSize()
        theme = current_theme()
        width = view.viewport().width() - 2 * theme.px(_SIDE)
        lines = 2 if line.why else 1
        title = _title_height(theme, line.title, width)
        return QSize(0, round(title + lines * theme.px(_FOOT) + 2 * theme.px(_VERTICAL)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        line = model.at(index.row()) if isinstance(model, GuideModel) else None
        if line is None:
            return
        theme = current_theme()
        area = QRectF(option.rect)
        state = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.colour("accent_soft"))
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), theme.colour("line"))
        side = theme.px(_SIDE)
        inner = area.adjusted(side, theme.px(_VERTICAL), -side, -theme.px(_VERTICAL))
        inner.setTop(inner.top() + self._title(painter, theme, inner, line))
        self._foot(painter, theme, inner, line)
        painter.restore()

    def _title(self, painter: QPainter, theme: Theme, area: QRectF, line: GuideLine) -> float:
        layout = QTextLayout(line.title, role_font(theme, Role.BODY_MEDIUM))
        marks = []
        for start, end in matched_parts(line.title, line.typed):
            mark = QTextLayout.FormatRange()
            mark.start, mark.length = start, end - start
            look = QTextCharFormat()
            look.setForeground(theme.colour("accent"))
            look.setFontWeight(theme.weight(Role.STRONG))
            mark.format = look
            marks.append(mark)
        height = _flow(layout, area.width())
        painter.setPen(theme.colour("ink"))
        layout.draw(painter, area.topLeft(), marks)
        return height

    def _foot(self, painter: QPainter, theme: Theme, area: QRectF, line: GuideLine) -> None:
        height = theme.px(_FOOT)
        foot = QRectF(area.left(), area.top(), area.width(), height)
        if line.why:
            draw_line(painter, theme, foot, line.why, role=Role.LABEL, ink=theme.colour("accent"))
            foot.translate(0, height)
        left = foot.left()
        if line.level is not None:
            tone, side = LEVEL_TONES[line.level], theme.px(_ICON)
            words = word(line.level)
            width = (
                role_metrics(theme, Role.LABEL_STRONG).horizontalAdvance(words) + side + theme.px(_GAP * 4)
            )
            badge = QRectF(left, foot.top() + 2, width, height - 2)
            draw_box(painter, badge, theme.px(5), theme.soft(tone))
            square = QRectF(left + theme.px(6), badge.center().y() - side / 2, side, side)
            paint_icon(painter, square, LEVEL_ICONS[line.level], theme.solid(tone))
            inner = badge.adjusted(side + theme.px(6 + _GAP), 0, 0, 0)
            draw_line(painter, theme, inner, words, role=Role.LABEL_STRONG, ink=theme.solid(tone))
            left += width + theme.px(8)
        rest = QRectF(left, foot.top() + 2, foot.right() - left, height - 2)
        draw_line(painter, theme, rest, line.remark, role=Role.LABEL, ink=theme.colour("muted"))


class GuideList(QListView):
    """`row_changed` comes when another line is current, `opened` with Enter, `left_up` with ↑ at the top."""

    row_changed = Signal()
    opened = Signal()
    left_up = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = GuideModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_Painter(self))
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(self.opened)
        FocusRing(self)

    def lines(self) -> tuple[GuideLine, ...]:
        """Return what is shown."""
        return self._model.lines()

    def current_line(self) -> GuideLine | None:
        """Return the selected line."""
        return self._model.at(self.currentIndex().row())

    def show_lines(self, lines: Sequence[GuideLine], *, keep: bool) -> None:
        """Show these lines; `keep` leaves the selected one selected where it still is among them."""
        if keep and tuple(lines) == self._model.lines():
            return
        kept = self.current_line() if keep else None
        self._model.replace(lines)
        self.scrollToTop()
        row = self._model.row_of(kept.id) if kept else 0
        if 0 <= row < len(lines):
            self.setCurrentIndex(self._model.index(row))

    def select(self, wanted: GuideId) -> bool:
        """Select a line; false when it is not shown."""
        row = self._model.row_of(wanted)
        if row >= 0:
            self.setCurrentIndex(self._model.index(row))
        return row >= 0

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell that another line is current."""
        super().currentChanged(current, previous)
        self.row_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, leave upwards; copying and letters are the page's."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_up.emit()
        elif event.matches(QKeySequence.StandardKey.Copy) or event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)
