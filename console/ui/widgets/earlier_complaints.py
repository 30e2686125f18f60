"""What this telephone number brought before: nobody should have to tell a story twice."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.domain.complaint import CLOSED, Status
from console.i18n import translate as _
from console.ui.tokens import Tone
from console.ui.widgets.card import Card, column
from console.ui.widgets.clearing import empty
from console.ui.widgets.label import SectionLabel
from console.ui.widgets.line_button import LineButton
from console.wording import word

_SHOWN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierRow:
    """One earlier complaint; `matter` is its title, empty when none was recognised."""

    ticket: str
    matter: str
    status: Status


class EarlierComplaints(Card):
    """Hidden while there are none. `opened` carries the ticket of the one to look at."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, quiet=True, padding=8)
        self.body.setSpacing(2)
        self._head = SectionLabel(_("Earlier complaints from this number"), self)
        self._head.setContentsMargins(6, 0, 0, 0)
        self._lines: QVBoxLayout = column(spacing=0)
        self.body.addWidget(self._head)
        self.body.addLayout(self._lines)
        self._rows: tuple[EarlierRow, ...] = ()
        self.hide()

    def rows(self) -> tuple[EarlierRow, ...]:
        """Return what is shown."""
        return self._rows

    def show_rows(self, rows: Sequence[EarlierRow]) -> None:
        """Show the newest of these; none hides the card."""
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        empty(self._lines)
        for earlier in self._rows[:_SHOWN]:
            tone = Tone.MUTED if earlier.status in CLOSED else Tone.ACCENT
            line = LineButton(
                earlier.ticket, detail=earlier.matter, state=word(earlier.status), tone=tone, parent=self
            )
            line.setObjectName(f"earlier-{earlier.ticket}")
            line.clicked.connect(self._clicked)
            self._lines.addWidget(line)
        self.setVisible(bool(self._rows))

    def _clicked(self) -> None:
        line = self.sender()
        if isinstance(line, LineButton):
            self.opened.emit(line.words())
