"""The moment of saving: what was typed last is judged first; whatever fails leaves everything in place."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from console.domain.complaint import Complaint
from console.domain.problems import Problem, ProblemCode
from console.i18n import translate as _
from console.ui.pages.intake_desk import IntakeDesk
from console.ui.pages.intake_drafts import DraftKeeper
from console.ui.pages.intake_forwarding import Addressing
from console.ui.pages.intake_judging import Judging
from console.ui.pages.intake_sending import Sender
from console.ui.pages.intake_view import IntakeView
from console.ui.tokens import Tone
from console.ui.widgets.notice import Notice
from console.ui.widgets.sent_question import Pending
from console.wording import problem_sentence


class Saving(QObject):
    """`saved` carries the stored complaint; the page takes the next caller up.

    Saving waits for the engine, the contacts and the message to catch up with a fast typist.
    """

    saved = Signal(object)
    allowed = Signal(str, bool)
    noticed = Signal(object)

    def __init__(
        self,
        desk: IntakeDesk,
        view: IntakeView,
        judging: Judging,
        addressing: Addressing,
        sender: Sender,
        drafts: DraftKeeper,
    ) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view
        self._judging, self._addressing = judging, addressing
        self._sender, self._drafts = sender, drafts
        self._held: bool | None = None
        addressing.settled.connect(self.go_on)
        sender.saved.connect(self._saved)
        sender.refused.connect(self._refused)
        sender.asking.connect(self._ask_sent)
        sent = view.forwarding.sent
        sent.answered.connect(self._answered)
        sent.reopened.connect(sender.open_again)
        sent.copied.connect(self._copy_ticket)

    def busy(self) -> bool:
        """Say that the caller at hand is being saved."""
        return self._held is not None or self._sender.busy()

    def save(self, *, hand_over: bool) -> None:
        """Store the complaint; `hand_over` also opens WhatsApp for the contact chosen."""
        if self.busy():
            return
        if not self._desk.session.values.text.strip():
            self._refused(Problem(ProblemCode.EMPTY_COMPLAINT))
            return
        self._drafts.rest()
        self._lock(locked=True)
        self._held = hand_over
        self.go_on()

    def go_on(self) -> None:
        """Save what was held back, once everything has caught up."""
        if self._held is None or self._judging.waiting() or self._addressing.waiting():
            return
        hand_over, self._held = self._held, None
        session = self._desk.session
        plan = self._addressing.plan() if hand_over else None
        if plan is not None and session.message is not None and session.message.error:
            self._unlock()
            self.noticed.emit(Notice(words=session.message.error, tone=Tone.DANGER))
            self._view.forwarding.message.text.setFocus()
            return
        self._sender.save(session.new_complaint(), session.slot, plan)

    def _lock(self, *, locked: bool) -> None:
        self._view.form.lock(locked=locked)
        for name in ("save", "save-and-open"):
            self.allowed.emit(name, not locked)

    def _unlock(self) -> None:
        """Let the agent go on with a complaint that was not stored."""
        self._lock(locked=False)
        if not self._desk.session.is_blank():
            self._drafts.touch()

    def _saved(self, complaint: Complaint) -> None:
        self._lock(locked=False)
        self.saved.emit(complaint)

    def _refused(self, problem: Problem) -> None:
        """Say what is wrong, at its field where it has one; everything typed stays."""
        self._unlock()
        form = self._view.form
        fields = {
            ProblemCode.EMPTY_COMPLAINT: form.text_field,
            ProblemCode.TEXT_TOO_LONG: form.text_field,
            ProblemCode.BAD_PHONE: form.phone_field,
            ProblemCode.MESSAGE_TOO_LONG: self._view.forwarding.message.field,
        }
        if field := fields.get(problem.code):
            field.set_error(problem_sentence(problem))
            field.control.setFocus()
        if problem.code is not ProblemCode.EMPTY_COMPLAINT:
            self.noticed.emit(Notice(words=problem_sentence(problem), tone=Tone.DANGER))

    def _ask_sent(self, pending: Pending | None) -> None:
        sent = self._view.forwarding.sent
        inside = sent.isAncestorOf(QApplication.focusWidget() or self._view)
        before = sent.pending()
        self._view.forwarding.ask_sent(pending)
        if pending is not None and (before is None or pending.ticket != before.ticket):
            sent.focus_first()
        elif pending is None and inside:
            self._view.form.focus_text()
        for name in ("confirm-sent", "not-sent"):
            self.allowed.emit(name, pending is not None)

    def _answered(self, sent: bool) -> None:  # noqa: FBT001 - the slot of a Signal(bool)
        self._sender.answer(sent=sent)

    def _copy_ticket(self, ticket: str) -> None:
        QGuiApplication.clipboard().setText(ticket)
        self.noticed.emit(Notice(words=_("{ticket} is on the clipboard.").format(ticket=ticket)))
