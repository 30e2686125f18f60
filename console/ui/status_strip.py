"""The strip at the foot: is everything saved, who sits where, what time it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from console.i18n import translate as _
from console.ui.icons import paint_icon
from console.ui.theme import Role, current_theme
from console.ui.tokens import Tone
from console.ui.widgets.button import QuietButton
from console.ui.widgets.card import row
from console.ui.widgets.label import Label

if TYPE_CHECKING:
    from console.services.ports import Clock

_TICK_MS = 1000
_AFTER_FIRST_PAINT_MS = 30
# What goes first when the room is short.
_DISPENSABLE = ("backup", "shift", "agent", "desk")


class Connection(StrEnum):
    """GOOD: all is saved and shared. WAITING: saved here, not yet shared. BROKEN: the agent must act."""

    GOOD = "good"
    WAITING = "waiting"
    BROKEN = "broken"


_MARKS = {
    Connection.GOOD: ("circle-check", Tone.ACCENT),
    Connection.WAITING: ("refresh-cw", Tone.MUTED),
    Connection.BROKEN: ("triangle-alert", Tone.DANGER),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What the strip says; empty words leave their place empty."""

    connection: Connection = Connection.GOOD
    saved: str = ""
    desk: str = ""
    shift: str = ""
    agent: str = ""
    backup: str = ""


class _Mark(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.connection = Connection.GOOD
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = current_theme().px(14)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        name, tone = _MARKS[self.connection]
        paint_icon(painter, QRectF(self.rect()), name, current_theme().solid(tone))


class StatusStrip(QFrame):
    """Takes a `Status`; `cancel_wanted` comes from the button beside work that takes long."""

    cancel_wanted = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self.setAccessibleName(_("Status"))
        self._clock = clock
        self._mark = _Mark(self)
        names = ("saved", "desk", "shift", "agent", "work", "backup", "time")
        self._labels = {name: Label("", Role.LABEL, Tone.MUTED, parent=self) for name in names}
        self._cancel = QuietButton(_("Cancel"), parent=self)
        self._cancel.hide()
        self._cancel.clicked.connect(self.cancel_wanted)
        self._row = row(self, spacing=18)
        self._arrange()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._timer.start()
        # The words of dates cost an import: after the first paint, which a delay of zero would precede.
        QTimer.singleShot(_AFTER_FIRST_PAINT_MS, self, self.tick)

    def _arrange(self) -> None:
        theme = current_theme()
        layout = self._row
        layout.setContentsMargins(theme.px(16), theme.px(1), theme.px(16), 0)
        state = row(spacing=7)
        state.addWidget(self._mark)
        state.addWidget(self._labels["saved"])
        layout.addLayout(state)
        for name in ("desk", "shift", "agent"):
            layout.addWidget(self._labels[name])
        layout.addStretch()
        for name in ("work", "backup", "time"):
            layout.addWidget(self._labels[name])
            if name == "work":
                layout.addWidget(self._cancel)
        self.setFixedHeight(theme.px(30))
        # A strip too narrow for its words drops some; it never widens the window.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_status(self, status: Status) -> None:
        """Show this; a connection that got worse or better is announced."""
        if status.connection is not self._mark.connection:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, status.saved))
        self._mark.connection = status.connection
        self._mark.update()
        self._labels["saved"].set_tone(Tone.DANGER if status.connection is Connection.BROKEN else Tone.MUTED)
        for name in ("saved", "desk", "shift", "agent", "backup"):
            self._labels[name].setText(str(getattr(status, name)))
        self._make_fit()

    def show_work(self, words: str, *, cancellable: bool = True) -> None:
        """Name the work that takes long; empty words end it."""
        self._labels["work"].setText(words)
        self._cancel.setVisible(bool(words) and cancellable)
        self._make_fit()

    def _make_fit(self) -> None:
        for label in self._labels.values():
            label.setVisible(bool(label.text()))
        for name in _DISPENSABLE:
            if self._row.sizeHint().width() > self.width():
                self._labels[name].hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self._make_fit()

    @Slot()
    def tick(self) -> None:
        """Show the present minute."""
        from console.wording import clock_time, long_date  # noqa: PLC0415 - the first paint does without

        now = self._clock.now()
        words = _("{date} {time} WIB").format(date=long_date(now), time=clock_time(now))
        if words != self._labels["time"].text():
            self._labels["time"].setText(words)
            self._make_fit()
