"""The slim rail at the left: one button per page, icon over word, Alt+1 … Alt+9."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from console.i18n import translate as _
from console.ui.icons import paint_icon
from console.ui.page import PageSpec
from console.ui.paint import draw_box, draw_ring
from console.ui.theme import Role, current_theme
from console.ui.widgets.card import column
from console.ui.widgets.key_cap import key_words
from console.ui.widgets.pressable import Pressable

RAIL_WIDTH = 68
_BUTTON = (56, 52)


class RailButton(Pressable):
    """A page's button; checked while its page is shown."""

    def __init__(self, spec: PageSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec.title, parent)
        self.page_id = spec.id
        self._icon = spec.icon
        self.setCheckable(True)
        self.setAccessibleDescription(key_words(spec.shortcut))
        self.setToolTip(f"{spec.title}  ({key_words(spec.shortcut)})" if spec.shortcut else spec.title)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of every button in the rail."""
        theme = current_theme()
        return QSize(theme.px(_BUTTON[0]), theme.px(_BUTTON[1]))

    def minimumSizeHint(self) -> QSize:
        """Never be smaller."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, icon and word."""
        del event
        theme = current_theme()
        painter = QPainter(self)
        area, radius = QRectF(self.rect()), float(theme.px(10))
        ink = theme.colour("accent" if self.isChecked() else "muted")
        if self.isChecked():
            draw_box(painter, area, radius, theme.colour("accent_soft"))
        elif self.underMouse():
            draw_box(painter, area, radius, theme.colour("hover"))
            ink = theme.colour("ink")
        if self.shows_focus():
            draw_ring(painter, area, radius, theme.colour("accent"))
        side = theme.px(20)
        square = QRectF((self.width() - side) / 2, theme.px(8), side, side)
        paint_icon(painter, square, self._icon, ink)
        painter.setPen(ink)
        painter.setFont(theme.font(Role.LABEL_STRONG if self.isChecked() else Role.LABEL))
        words = area.adjusted(-4, theme.px(28), 4, -theme.px(4))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.words())


class NavigationRail(QFrame):
    """`page_wanted` carries the page's id."""

    page_wanted = Signal(str)

    def __init__(self, pages: Sequence[PageSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName(_("Pages"))
        self._buttons = {spec.id: RailButton(spec, self) for spec in pages if spec.in_rail}
        layout = column(self, spacing=4)
        theme = current_theme()
        side = theme.px((RAIL_WIDTH - _BUTTON[0]) / 2)
        layout.setContentsMargins(side, theme.px(12), side, theme.px(12))
        foot = {spec.id for spec in pages if spec.at_foot}
        for name, button in self._buttons.items():
            if name not in foot:
                layout.addWidget(button)
        layout.addStretch()
        for name, button in self._buttons.items():
            button.clicked.connect(self._clicked)
            if name in foot:
                layout.addWidget(button)

    def show_page(self, page: str) -> None:
        """Mark this page's button."""
        for name, button in self._buttons.items():
            button.setChecked(name == page)

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, RailButton):
            self.show_page(button.page_id)
            self.page_wanted.emit(button.page_id)
