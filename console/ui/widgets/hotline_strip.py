"""Public numbers an agent gives away most often, one press away while nothing is searched for."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui.paint import draw_box, draw_ring
from console.ui.theme import Role, current_theme
from console.ui.widgets.card import row
from console.ui.widgets.contact_line import ContactLine
from console.ui.widgets.marked_text import role_font, role_metrics
from console.ui.widgets.pressable import Pressable

_HEIGHT = 52
_PADDING = 12
_GAP = 10
_RADIUS = 10.0
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def short_name(line: ContactLine) -> str:
    """Return a public number's name without brackets, other names and the number itself."""
    name = line.contact.name.split(" (", 1)[0].split(" / ", 1)[0]
    return " ".join(word for word in name.split() if word != line.number)


class HotlineCard(Pressable):
    """The number large, its name beside it."""

    def __init__(self, line: ContactLine, parent: QWidget | None = None) -> None:
        super().__init__(f"{line.number} {short_name(line)}", parent)
        self.line = line
        self.setObjectName(f"hotline-{line.number}")
        self.setToolTip(line.contact.name)
        self.setAccessibleDescription(line.freshness)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room for the number and two short lines."""
        theme = current_theme()
        return QSize(theme.px(130), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest useful card."""
        theme = current_theme()
        return QSize(theme.px(104), theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint surface, number and name."""
        del event
        theme = current_theme()
        painter = QPainter(self)
        area, radius = QRectF(self.rect()), float(theme.px(_RADIUS))
        fill = theme.colour("hover" if self.underMouse() or self.isDown() else "card")
        draw_box(painter, area, radius, fill, theme.colour("line"))
        if self.shows_focus():
            draw_ring(painter, area, radius, theme.colour("accent"))
        inner = area.adjusted(theme.px(_PADDING), 0, -theme.px(6), 0)
        painter.setPen(theme.colour("accent"))
        painter.setFont(role_font(theme, Role.TITLE, figures=True))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, self.line.number)
        width = role_metrics(theme, Role.TITLE, figures=True).horizontalAdvance(self.line.number)
        painter.setPen(theme.colour("muted"))
        painter.setFont(role_font(theme, Role.LABEL))
        name = inner.adjusted(width + theme.px(_GAP), 4, 0, -4)
        painter.drawText(name, _WRAP, short_name(self.line))


class HotlineStrip(QWidget):
    """`picked` carries the `ContactLine` of the card pressed."""

    picked = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._layout = row(self, spacing=8)
        self._cards: list[HotlineCard] = []

    def cards(self) -> tuple[HotlineCard, ...]:
        """Return the cards shown."""
        return tuple(self._cards)

    def show_lines(self, lines: Sequence[ContactLine]) -> None:
        """Show these numbers; the same ones leave everything as it is."""
        if tuple(lines) == tuple(card.line for card in self._cards):
            return
        for card in self._cards:
            self._layout.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [HotlineCard(line, self) for line in lines]
        for card in self._cards:
            card.clicked.connect(self._clicked)
            self._layout.addWidget(card, 1)

    @Slot()
    def _clicked(self) -> None:
        card = self.sender()
        if isinstance(card, HotlineCard):
            self.picked.emit(card.line)
