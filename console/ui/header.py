"""The row above a page: its title, its own widgets, and the box that finds anything."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QScrollArea, QSizePolicy, QWidget

from console.i18n import translate as _
from console.ui.icons import paint_icon
from console.ui.page import Page
from console.ui.paint import draw_box, draw_key_cap, draw_ring, key_cap_width
from console.ui.theme import Role, current_theme
from console.ui.widgets.card import row
from console.ui.widgets.key_cap import key_words
from console.ui.widgets.label import Label
from console.ui.widgets.pressable import Pressable

HEIGHT = 48


class FindBox(Pressable):
    """Looks like a field, opens the palette: there the typing happens."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Find anything…"), parent)
        self._cap = key_words(key)
        self.setAccessibleDescription(self._cap)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room of a short field."""
        theme = current_theme()
        return QSize(theme.px(300), theme.px(32))

    def minimumSizeHint(self) -> QSize:
        """Return the room for icon, a word and the key."""
        theme = current_theme()
        return QSize(theme.px(180), theme.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field."""
        del event
        theme = current_theme()
        painter = QPainter(self)
        area, radius = QRectF(self.rect()), float(theme.px(8))
        fill = theme.colour("hover" if self.underMouse() else "card")
        draw_box(painter, area, radius, fill, theme.colour("control_line"))
        if self.shows_focus():
            draw_ring(painter, area, radius, theme.colour("accent"))
        side = theme.px(15)
        square = QRectF(theme.px(10), (self.height() - side) / 2, side, side)
        paint_icon(painter, square, "search", theme.colour("muted"))
        painter.setPen(theme.colour("muted"))
        painter.setFont(theme.font(Role.BODY))
        words = area.adjusted(theme.px(33), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.words())
        left = self.width() - theme.px(9) - key_cap_width(theme, self._cap)
        middle = QPointF(left, self.height() / 2)
        draw_key_cap(painter, theme, middle, self._cap, theme.colour("muted"), theme.colour("line"))


class _OwnWidgets(QScrollArea):
    """The page's widgets; where the row is too short (200 % text) the focus scrolls to the hidden ones."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Ignored)
        inside = QWidget(self)
        self.row: QHBoxLayout = row(inside, spacing=8)
        self.setWidget(inside)

    def sizeHint(self) -> QSize:
        """Return the room of all the widgets."""
        return self.row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Never widen the window."""
        return QSize(0, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another width when the widgets inside need more or less (the area itself would not)."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class PageHeader(QWidget):
    """`find_wanted` asks for the palette."""

    find_wanted = Signal()

    def __init__(self, find_key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Label("", Role.TITLE, parent=self)
        self._find = FindBox(find_key, self)
        self._find.clicked.connect(self.find_wanted)
        self._own = _OwnWidgets(self)
        self._right: QHBoxLayout = row(spacing=8)
        theme = current_theme()
        layout = row(self, spacing=12)
        layout.setContentsMargins(theme.px(20), 0, theme.px(20), 0)
        layout.addWidget(self._title)
        layout.addWidget(self._own)
        layout.addStretch(1)
        layout.addLayout(self._right)
        layout.addWidget(self._find)
        self.setFixedHeight(theme.px(HEIGHT))

    def title(self) -> str:
        """Return the title shown."""
        return self._title.text()

    def show_page(self, page: Page, fallback: str) -> None:
        """Show this page's title and widgets."""
        self._title.setText(page.title() or fallback)
        self._fill(self._own.row, list(page.header_widgets()))
        self._own.updateGeometry()
        actions = list(page.header_actions())
        self._fill(self._right, actions)
        self._find.setVisible(not actions)

    def _fill(self, layout: QLayout, widgets: list[QWidget]) -> None:
        while (item := layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None and old not in widgets:
                old.hide()
        for widget in widgets:
            layout.addWidget(widget)
            widget.show()
