"""Life in danger: whom to call, one key each, and what to ask meanwhile. It hides nothing that was typed."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from console.domain.assessment import Emergency, EmergencyService
from console.i18n import translate as _
from console.ui.paint import draw_box, draw_key_cap, draw_ring, key_cap_width
from console.ui.theme import Role, current_theme
from console.ui.tokens import Tone
from console.ui.widgets.button import IconButton
from console.ui.widgets.card import column, row
from console.ui.widgets.clamped_label import ClampedLabel
from console.ui.widgets.clearing import empty, take_away
from console.ui.widgets.label import Label
from console.ui.widgets.pressable import Pressable

# Letters, not digits: digits choose matters and answers in the same column.
LETTERS = "ABCDEFGH"
_COLUMNS = 3
_HEIGHT = 58


class ServiceButton(Pressable):
    """A service with its number in large figures and the letter that calls it."""

    def __init__(self, service: EmergencyService, letter: str, parent: QWidget | None = None) -> None:
        super().__init__(f"{service.number} {service.name}", parent)
        self.service, self.letter = service, letter
        self.setToolTip(service.name)
        self.setAccessibleDescription(letter)
        self.setObjectName(f"intake-call-{service.number}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for number and name."""
        theme = current_theme()
        return QSize(theme.px(130), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return room for the number."""
        theme = current_theme()
        return QSize(theme.px(88), theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint number, name and letter."""
        del event
        theme = current_theme()
        painter = QPainter(self)
        danger, area = theme.colour("danger"), QRectF(self.rect())
        fill = theme.colour("danger_soft" if self.underMouse() or self.isDown() else "card")
        draw_box(painter, area, theme.px(8), fill, danger)
        if self.shows_focus():
            draw_ring(painter, area, theme.px(8), danger)
        inner = area.adjusted(theme.px(9), theme.px(4), -theme.px(8), -theme.px(6))
        painter.setPen(danger)
        painter.setFont(theme.font(Role.FIGURE, figures=True))
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, self.service.number)
        cap = QPointF(inner.right() - key_cap_width(theme, self.letter), inner.top() + theme.px(14))
        draw_key_cap(painter, theme, cap, self.letter, danger, danger)
        font = theme.font(Role.LABEL)
        name = self.service.name.partition(" (")[0]
        shown = QFontMetricsF(font).elidedText(name, Qt.TextElideMode.ElideRight, inner.width())
        painter.setPen(theme.colour("ink"))
        painter.setFont(font)
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, shown)


class EmergencyPanel(QFrame):
    """`called` carries the service, `dismissed` says that there is no emergency after all."""

    called = Signal(object)
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("intake-emergency-panel")
        self._shown: Emergency | None = None
        self._buttons: list[ServiceButton] = []
        self._title = Label(_("EMERGENCY: call first"), Role.SECTION, Tone.DANGER, parent=self)
        self._because = ClampedLabel("", Role.LABEL, Tone.MUTED, lines=1, parent=self)
        self._close = IconButton("x", _("No emergency"), key="Escape", parent=self)
        self._close.clicked.connect(self.dismissed)
        self._grid = QGridLayout()
        self._grid.setSpacing(current_theme().px(6))
        self._ask_head = Label(_("Ask meanwhile"), Role.LABEL_STRONG, Tone.DANGER, parent=self)
        self._asks: QVBoxLayout = column(spacing=2)
        self._arrange()
        self.hide()

    def _arrange(self) -> None:
        head = row(spacing=10)
        head.addWidget(self._title)
        head.addWidget(self._because, 1)
        head.addWidget(self._close)
        layout = column(self, spacing=7)
        theme = current_theme()
        layout.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(12))
        layout.addLayout(head)
        layout.addLayout(self._grid)
        layout.addWidget(self._ask_head)
        layout.addLayout(self._asks)

    def shown(self) -> Emergency | None:
        """Return the emergency shown."""
        return self._shown

    def show_emergency(self, emergency: Emergency | None) -> None:
        """Show this emergency; None hides the panel. A new one is announced."""
        if emergency == self._shown:
            return
        self._shown = emergency
        self.setVisible(emergency is not None)
        if emergency is None:
            return
        self._because.setText(", ".join(emergency.because))
        self._fill_services(emergency.services)
        self._fill_asks(emergency.ask)
        numbers = ", ".join(f"{service.number} {service.name}" for service in emergency.services)
        self.setAccessibleName(_("EMERGENCY: {numbers}").format(numbers=numbers))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleName()))

    def _fill_services(self, services: Sequence[EmergencyService]) -> None:
        for old in self._buttons:
            self._grid.removeWidget(old)
            take_away(old)
        self._buttons = []
        for place, (service, letter) in enumerate(zip(services, LETTERS, strict=False)):
            button = ServiceButton(service, letter, self)
            button.clicked.connect(self._clicked)
            self._grid.addWidget(button, *divmod(place, _COLUMNS))
            button.show()  # at once, so that it can take the focus before the next event
            self._buttons.append(button)
        for place in range(_COLUMNS):
            self._grid.setColumnStretch(place, 1)

    def _fill_asks(self, asks: Sequence[str]) -> None:
        empty(self._asks)
        for question in asks:
            self._asks.addWidget(ClampedLabel(f"•  {question}", Role.BODY_MEDIUM, lines=2, parent=self))
        self._ask_head.setVisible(bool(asks))

    def press(self, letter: str) -> bool:
        """Call the service with this letter; false when there is none."""
        if self._shown is None:
            return False
        for button in self._buttons:
            if button.letter == letter.upper():
                self.called.emit(button.service)
                return True
        return False

    def focus_first(self) -> None:
        """Focus the service to call first."""
        if self._buttons:
            self._buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc; arrows move between the services."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
        elif (by := step.get(Qt.Key(event.key()))) and (focused := self._focused()) is not None:
            self._buttons[(focused + by) % len(self._buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            event.ignore()

    def _focused(self) -> int | None:
        return next((place for place, button in enumerate(self._buttons) if button.hasFocus()), None)

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, ServiceButton):
            self.called.emit(button.service)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground with a line of danger above."""
        del event
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("danger_soft"))
        painter.fillRect(0, 0, self.width(), theme.px(3), theme.colour("danger"))
