"""A link that was opened has sent nothing: only the agent knows, and says so with one key."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from console.i18n import translate as _
from console.ui.paint import draw_box
from console.ui.theme import Role, current_theme
from console.ui.tokens import Tone
from console.ui.widgets.button import IconButton, QuietButton, SecondaryButton
from console.ui.widgets.card import column, row
from console.ui.widgets.clamped_label import ClampedLabel
from console.ui.widgets.label import Label, SectionLabel

_YES = "Y"
# T for "tidak"; N does the same for those who think in English.
_NO = ("T", "N")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """A message handed to WhatsApp (or, when `opened` is false, to the clipboard) and not yet confirmed."""

    ticket: str
    contact: str
    opened: bool = True
    waiting: int = 1


class SentQuestion(QFrame):
    """`answered` says whether it was sent; `reopened` tries the link once more, `copied` wants the ticket."""

    answered = Signal(bool)
    reopened = Signal()
    copied = Signal(str)

    def __init__(self, keys: tuple[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("intake-sent-question")
        self._pending: Pending | None = None
        self._keys = keys
        self._waiting = Label("", Role.LABEL, Tone.MUTED, parent=self)
        self._ticket = Label("", Role.SENTENCE, Tone.ACCENT, parent=self)
        self._ticket.setObjectName("intake-ticket")
        self._copy = IconButton("copy", _("Copy the number"), parent=self)
        self._words = ClampedLabel("", Role.BODY, lines=2, parent=self)
        self._question = Label(_("Was the message sent?"), Role.STRONG, parent=self)
        self._yes = SecondaryButton(_("Sent"), key=_YES, icon="check", parent=self)
        self._yes.setObjectName("intake-sent-yes")
        self._no = SecondaryButton(_("Not sent"), key=_NO[0], icon="x", parent=self)
        self._no.setObjectName("intake-sent-no")
        self._again = QuietButton(_("Open once more"), icon="refresh-cw", parent=self)
        self._again.setObjectName("intake-open-again")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._arrange()
        self._copy.clicked.connect(self._copy_clicked)
        self._yes.clicked.connect(self._say_yes)
        self._no.clicked.connect(self._say_no)
        self._again.clicked.connect(self.reopened)
        self.hide()

    def _arrange(self) -> None:
        theme = current_theme()
        layout = column(self, spacing=6, margin=14)
        head = row(spacing=8)
        head.addWidget(SectionLabel(_("Number for the citizen"), self))
        head.addStretch()
        head.addWidget(self._waiting)
        ticket = row(spacing=6)
        ticket.addWidget(self._ticket)
        ticket.addWidget(self._copy)
        ticket.addStretch()
        layout.addLayout(head)
        layout.addLayout(ticket)
        layout.addWidget(self._words)
        layout.addSpacing(theme.px(4))
        layout.addWidget(self._question)
        buttons = row(spacing=8)
        buttons.addWidget(self._yes, 1)
        buttons.addWidget(self._no, 1)
        layout.addLayout(buttons)
        again = row()
        again.addWidget(self._again)
        again.addStretch()
        layout.addLayout(again)

    def pending(self) -> Pending | None:
        """Return what is asked about."""
        return self._pending

    def ask(self, pending: Pending | None) -> None:
        """Ask about this message; None has no question."""
        self._pending = pending
        self.setVisible(pending is not None)
        if pending is None:
            return
        self._ticket.setText(pending.ticket)
        opened = _("WhatsApp was opened for {contact}.")
        copied = _("WhatsApp did not open. The message for {contact} is on the clipboard; paste it there.")
        self._words.setText((opened if pending.opened else copied).format(contact=pending.contact))
        self._waiting.setText(_("{count} wait for an answer").format(count=pending.waiting))
        self._waiting.setVisible(pending.waiting > 1)
        self.setAccessibleName(f"{pending.ticket}. {self._words.text()} {self._question.text()}")
        yes, no = self._keys
        self._yes.setToolTip(f"{_YES} · {yes}")
        self._no.setToolTip(f"{' / '.join(_NO)} · {no}")

    def focus_first(self) -> None:
        """Focus the answer that is usual."""
        self._yes.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer with one letter."""
        letter = event.text().upper()
        if event.modifiers() or letter not in {_YES, *_NO}:
            event.ignore()
        elif letter == _YES:
            self._say_yes()
        else:
            self._say_no()

    def _say_yes(self) -> None:
        self.answered.emit(True)

    def _say_no(self) -> None:
        self.answered.emit(False)

    def _copy_clicked(self) -> None:
        if self._pending is not None:
            self.copied.emit(self._pending.ticket)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        del event
        theme = current_theme()
        painter = QPainter(self)
        draw_box(
            painter, QRectF(self.rect()), theme.px(10), theme.colour("accent_soft"), theme.colour("accent")
        )
