"""Whom to ask next: the contacts of one office from the first to ask up to its head."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.i18n import translate as _
from console.ui.paint import CLEAR, draw_box, draw_ring
from console.ui.theme import Role, current_theme
from console.ui.widgets.card import column
from console.ui.widgets.contact_line import ContactLine
from console.ui.widgets.marked_text import draw_line, role_font, role_metrics
from console.ui.widgets.pressable import Pressable
from console.wording import word

_HEIGHT = 32
_PADDING = 8
_STEP = 20
_RADIUS = 8.0


class ChainRow(Pressable):
    """One contact of the chain: its place, its name, and what it is in the office."""

    def __init__(self, place: int, line: ContactLine, *, shown: bool, parent: QWidget | None = None) -> None:
        super().__init__(f"{place}. {line.contact.name}, {word(line.contact.rank)}", parent)
        self.line = line
        self._place, self._shown = str(place), shown
        self.setAccessibleDescription(_("shown now") if shown else line.contact.position)
        self.setToolTip(line.contact.position)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return one line."""
        theme = current_theme()
        return QSize(theme.px(200), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest useful row."""
        theme = current_theme()
        return QSize(theme.px(120), theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint place, name and rank."""
        del event
        theme = current_theme()
        painter = QPainter(self)
        area, radius = QRectF(self.rect()), float(theme.px(_RADIUS))
        plain = theme.colour("hover") if self.underMouse() or self.isDown() else CLEAR
        draw_box(painter, area, radius, theme.colour("accent_soft") if self._shown else plain)
        if self.shows_focus():
            draw_ring(painter, area, radius, theme.colour("accent"))
        inner = area.adjusted(theme.px(_PADDING), 0, -theme.px(_PADDING), 0)
        ink, muted = theme.colour("accent" if self._shown else "ink"), theme.colour("muted")
        draw_line(painter, theme, inner, self._place, role=Role.LABEL_STRONG, ink=muted)
        rank = word(self.line.contact.rank)
        painter.setFont(role_font(theme, Role.LABEL))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, rank)
        taken = role_metrics(theme, Role.LABEL).horizontalAdvance(rank) + theme.px(_PADDING)
        name = inner.adjusted(theme.px(_STEP), 0, -taken, 0)
        role = Role.STRONG if self._shown else Role.BODY_MEDIUM
        draw_line(painter, theme, name, self.line.contact.name, role=role, ink=ink)


class ContactChain(QWidget):
    """`picked` carries the `ContactLine` of the row pressed."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Whom to ask next in this office"))
        self._layout = column(self, spacing=2)

    def show_chain(self, chain: Sequence[ContactLine], shown: object) -> None:
        """Show the chain; `shown` is the id of the contact whose card this is."""
        while (item := self._layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for place, line in enumerate(chain, 1):
            row = ChainRow(place, line, shown=line.contact.id == shown, parent=self)
            row.clicked.connect(self._clicked)
            self._layout.addWidget(row)

    @Slot()
    def _clicked(self) -> None:
        row = self.sender()
        if isinstance(row, ChainRow):
            self.picked.emit(row.line)
