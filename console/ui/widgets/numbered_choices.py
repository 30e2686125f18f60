"""Cards to choose from whose height is bounded and whose digits the column answers."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui.paint import draw_box, draw_key_cap, draw_ring, key_cap_width
from console.ui.theme import Role, Theme, current_theme
from console.ui.widgets.choices import Choices, Option
from console.ui.widgets.pressable import Pressable
from console.ui.widgets.text_lines import broken, draw_lines, line_height

_PADDING = 10
_VERTICAL = 7
_GAP = 8
_SMALLEST = 34
_LONGEST_WORD = 110
_FEW, _MANY = 22, 40  # characters of a title between which its card grows


class ClampedCard(Pressable):
    """A checkable card: a title of at most `title_lines`, then `detail_lines` of how to tell it."""

    def __init__(
        self, option: Option, *, title_lines: int, detail_lines: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(option.title, parent)
        self._detail = option.detail
        self._number = "" if option.number is None else str(option.number)
        self._most = (title_lines, detail_lines)
        self._known: dict[tuple[int, float], tuple[list[str], list[str]]] = {}
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleDescription(" · ".join(part for part in (self._number, self._detail) if part))

    def _left(self, theme: Theme) -> float:
        cap = key_cap_width(theme, self._number) + theme.px(_GAP) if self._number else 0
        return float(theme.px(_PADDING) + cap)

    def _lines(self, theme: Theme, width: int) -> tuple[list[str], list[str]]:
        key = width, theme.scale
        if key not in self._known:
            self._known[key] = self._broken(theme, width)
        return self._known[key]

    def _broken(self, theme: Theme, width: int) -> tuple[list[str], list[str]]:
        room = width - self._left(theme) - theme.px(_PADDING)
        title = broken(self.words(), theme.font(Role.STRONG), room, self._most[0])
        detail = broken(self._detail, theme.font(Role.LABEL), room, self._most[1]) if self._detail else []
        return title, detail

    def _text_height(self, theme: Theme, width: int) -> float:
        title, detail = self._lines(theme, width)
        heights = line_height(theme.font(Role.STRONG)), line_height(theme.font(Role.LABEL))
        return len(title) * heights[0] + len(detail) * heights[1]

    def hasHeightForWidth(self) -> bool:
        """Say that text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines shown at this width."""
        theme = current_theme()
        return max(round(self._text_height(theme, width)) + 2 * theme.px(_VERTICAL), theme.px(_SMALLEST))

    def sizeHint(self) -> QSize:
        """Return a comfortable width and the height that belongs to it."""
        width = current_theme().px(200)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the card in which no word of the title is broken, within reason."""
        theme = current_theme()
        metrics = QFontMetricsF(theme.font(Role.STRONG))
        word = max((metrics.horizontalAdvance(part) for part in self.words().split()), default=0.0)
        wanted = self._left(theme) + min(word + 2, theme.px(_LONGEST_WORD)) + theme.px(_PADDING)
        return QSize(round(wanted), theme.px(_SMALLEST))

    def _colours(self, theme: Theme) -> tuple[QColor, QColor, QColor]:
        if self.isChecked():
            return theme.colour("accent_soft"), theme.colour("accent"), theme.colour("accent")
        fill = theme.colour("hover" if self.underMouse() and self.isEnabled() else "card")
        return fill, theme.colour("line"), theme.colour("ink" if self.isEnabled() else "muted")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint surface, number and text."""
        del event
        theme = current_theme()
        fill, border, ink = self._colours(theme)
        painter = QPainter(self)
        area = QRectF(self.rect())
        draw_box(painter, area, theme.px(8), fill, border)
        if self.shows_focus():
            draw_ring(painter, area, theme.px(8), theme.colour("accent"))
        quiet = ink if self.isChecked() else theme.colour("muted")
        if self._number:
            edge = ink if self.isChecked() else theme.colour("line")
            middle = QPointF(theme.px(_PADDING), self.height() / 2)
            draw_key_cap(painter, theme, middle, self._number, quiet, edge)
        title, detail = self._lines(theme, self.width())
        left = self._left(theme)
        top = (self.height() - self._text_height(theme, self.width())) / 2
        room = QRectF(left, top, self.width() - left - theme.px(_PADDING) + 1, self.height())
        painter.setPen(ink)
        painter.setFont(theme.font(Role.STRONG if self.isChecked() else Role.BODY_MEDIUM))
        room.setTop(room.top() + draw_lines(painter, title, room))
        painter.setPen(quiet)
        painter.setFont(theme.font(Role.LABEL))
        draw_lines(painter, detail, room)


class NumberedChoices(Choices):
    """`set_layout` bounds columns and lines of the options set next."""

    def __init__(self, name: str, *, columns: int, parent: QWidget | None = None) -> None:
        super().__init__(name, columns=columns, parent=parent)
        self._most = (3, 2)

    def set_layout(self, columns: int, title_lines: int, detail_lines: int) -> None:
        """Lay the options set next out like this."""
        self._columns, self._most = columns, (title_lines, detail_lines)

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer these, none chosen; equal options leave everything as it is."""
        if tuple(options) == self.options():
            return
        self._clear()
        for place in range(self._grid.columnCount()):
            self._grid.setColumnStretch(place, 1 if place < self._columns else 0)
        for place, option in enumerate(options):
            card = ClampedCard(option, title_lines=self._most[0], detail_lines=self._most[1], parent=self)
            self._adopt(card, option)
            self._grid.addWidget(card, *divmod(place, self._columns))
            card.show()  # at once, so that it can take the focus before the next event
            self._grid.setColumnStretch(place % self._columns, 1)
        self._keep_one_tab_stop()

    def share_by_length(self) -> None:
        """Give the cards of one row as much width as their titles ask for, within reason."""
        for place, option in enumerate(self.options()):
            self._grid.setColumnStretch(place, min(max(len(option.title), _FEW), _MANY))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with arrows; leave digits to the column, which knows which group they are meant for."""
        if event.text().isdigit():
            event.ignore()
        else:
            super().keyPressEvent(event)
