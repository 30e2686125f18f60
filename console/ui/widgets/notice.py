"""News that passes by itself: what happened, and one way to answer it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QCursor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from console.i18n import translate as _
from console.ui.icons import paint_icon
from console.ui.paint import draw_box
from console.ui.theme import Role, current_theme
from console.ui.tokens import Tone
from console.ui.widgets.button import IconButton, QuietButton
from console.ui.widgets.card import row
from console.ui.widgets.label import Label

SECONDS = 6
SECONDS_WITH_ACTION = 10
_ICONS = {Tone.ACCENT: "circle-check", Tone.DANGER: "circle-alert"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What to say; `act` runs at the press of `action_words` (Undo, Open …). `stays` waits for the agent."""

    words: str
    tone: Tone = Tone.ACCENT
    action_words: str = ""
    act: Callable[[], None] | None = None
    stays: bool = False


class _Mark(QWidget):
    def __init__(self, tone: Tone, parent: QWidget) -> None:
        super().__init__(parent)
        self._tone = tone
        side = current_theme().px(18)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        name = _ICONS.get(self._tone, "info")
        paint_icon(painter, QRectF(self.rect()), name, current_theme().solid(self._tone))


class NoticeBar(QFrame):
    """One notice on its surface. `passed` says that it is over; the mouse or the focus keeps it."""

    passed = Signal()

    def __init__(self, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = notice
        self._label = Label(notice.words, Role.BODY_MEDIUM, wrap=False)
        layout = row(self, spacing=10)
        theme = current_theme()
        layout.setContentsMargins(theme.px(14), theme.px(8), theme.px(8), theme.px(8))
        layout.addWidget(_Mark(notice.tone, self))
        layout.addWidget(self._label, 1)
        self.action_button = QuietButton(notice.action_words, key="Alt+U", parent=self)
        self.action_button.setVisible(bool(notice.action_words))
        self.action_button.clicked.connect(self.answer)
        layout.addWidget(self.action_button)
        close = IconButton("x", _("Close this notice"), parent=self)
        close.clicked.connect(self.passed)
        layout.addWidget(close)
        self.setAccessibleName(notice.words)
        # A mouse that happens to rest where the notice appears does not hold it.
        self._mouse_was = QCursor.pos()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(1000 * (SECONDS_WITH_ACTION if notice.action_words else SECONDS))
        self._timer.timeout.connect(self._pass_unless_held)
        if not notice.stays:
            self._timer.start()

    def announce(self) -> None:
        """Tell screen readers."""
        event = QAccessibleAnnouncementEvent(self, self.notice.words)
        QAccessible.updateAccessibility(event)

    @Slot()
    def answer(self) -> None:
        """Do what the notice offers, then go."""
        if self.notice.act is not None:
            self.notice.act()
        self.passed.emit()

    @Slot()
    def _pass_unless_held(self) -> None:
        touched = self.underMouse() and QCursor.pos() != self._mouse_was
        if touched or self.action_button.hasFocus():
            self._timer.start()
        else:
            self.passed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface with an edge in the notice's tone."""
        del event
        theme = current_theme()
        painter = QPainter(self)
        area = QRectF(self.rect())
        draw_box(painter, area, theme.px(10), theme.colour("card"), theme.solid(self.notice.tone), 1.5)
