"""Saving and handing over: one trip to the data lane stores everything, then the link is opened here."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from console.domain.access import Operator
from console.domain.complaint import Complaint, Forwarding
from console.domain.problems import Problem, ProblemCode
from console.domain.route import Route
from console.i18n import translate as _
from console.services.forwarding import Prepared
from console.services.intake import NewComplaint
from console.ui.backstage import Backstage
from console.ui.pages.intake_desk import IntakeDesk
from console.ui.pages.intake_session import DraftSlot
from console.ui.tokens import Tone
from console.ui.widgets.contact_list import ContactView
from console.ui.widgets.notice import Notice
from console.ui.widgets.sent_question import Pending
from console.wording import problem_sentence, word


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """To whom and how the complaint goes once it is stored."""

    contact: ContactView
    template: str
    reveal: bool
    own_text: str
    placeholder: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What the lane brought back; `problem` says why a stored complaint has no message."""

    complaint: Complaint
    prepared: Prepared | None = None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """A message whose link was opened or copied, until the agent says what became of it."""

    ticket: str
    contact: str
    prepared: Prepared
    opened: bool


class Sender(QObject):
    """`saved` carries the stored complaint, `refused` the `Problem` of one that was not stored.

    `asking` carries the `Pending` question, None when all are answered; `stored` comes after every commit.
    """

    saved = Signal(object)
    refused = Signal(object)
    asking = Signal(object)
    noticed = Signal(object)
    stored = Signal()

    def __init__(self, desk: IntakeDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._busy = False
        self._handed: list[Handed] = []

    def busy(self) -> bool:
        """Say that a complaint is on its way to the database."""
        return self._busy

    def waiting(self) -> Sequence[Handed]:
        """Return the messages the agent has not confirmed yet, newest first."""
        return tuple(self._handed)

    def save(self, new: NewComplaint, slot: DraftSlot, plan: Plan | None) -> None:
        """Store the complaint; with a plan prepare its message too and open the link."""
        if self._busy:
            return
        self._busy = True
        work = partial(_save, self._desk.backstage, self._desk.operator, new, slot, plan)
        self._desk.run(self, work, partial(self._saved, plan), self._refused)

    def _refused(self, problem: Problem) -> None:
        self._busy = False
        self.refused.emit(problem)

    def _saved(self, plan: Plan | None, outcome: Saved) -> None:
        self._busy = False
        self.saved.emit(outcome.complaint)
        ticket = outcome.complaint.ticket
        if outcome.prepared is not None and plan is not None:
            self._open(ticket, plan.contact.contact.name, outcome.prepared)
        elif outcome.problem is not None:
            words = _("Saved as {ticket}, but without a message: {reason}")
            reason = problem_sentence(outcome.problem)
            self._notice(words.format(ticket=ticket, reason=reason), Tone.DANGER)
        else:
            self._notice(_("Saved as {ticket}.").format(ticket=ticket))
        self.stored.emit()

    def _open(self, ticket: str, contact: str, prepared: Prepared) -> None:
        opened = self._desk.opener.open(prepared.message.url)
        self._handed.insert(0, Handed(ticket=ticket, contact=contact, prepared=prepared, opened=opened))
        if opened:
            self._record_opened(prepared.forwarding.id)
        else:
            self._copy_instead(prepared)
        self._ask()

    def _record_opened(self, forwarding_id: UUID) -> None:
        work = partial(_record, self._desk.backstage, self._desk.operator, forwarding_id, None)
        self._desk.run(self, work, self._recorded, self._failed)

    def _copy_instead(self, prepared: Prepared) -> None:
        QGuiApplication.clipboard().setText(prepared.message.text)
        route = word(Route(prepared.forwarding.route))
        problem = Problem(ProblemCode.LINK_NOT_OPENED, route=route)
        copied = _("The message is on the clipboard.")
        self._notice(f"{problem_sentence(problem)} {copied}", Tone.DANGER)

    def open_again(self) -> None:
        """Try the link of the question shown once more."""
        if not self._handed:
            return
        first = self._handed[0]
        opened = self._desk.opener.open(first.prepared.message.url)
        self._handed[0] = replace(first, opened=opened)
        if not opened:
            self._copy_instead(first.prepared)
        elif not first.opened:
            self._record_opened(first.prepared.forwarding.id)
        self._ask()

    def answer(self, *, sent: bool) -> None:
        """Note what the agent says of the message asked about."""
        if not self._handed:
            return
        handed = self._handed.pop(0)
        work = partial(
            _record, self._desk.backstage, self._desk.operator, handed.prepared.forwarding.id, sent
        )
        self._desk.run(self, work, partial(self._answered, handed, sent), partial(self._unanswered, handed))
        self._ask()

    def _answered(self, handed: Handed, sent: bool, _forwarding: Forwarding) -> None:  # noqa: FBT001 - bound by partial
        words = _("{ticket}: sent to {contact}.") if sent else _("{ticket}: not sent; it waits in the list.")
        self._notice(words.format(ticket=handed.ticket, contact=handed.contact))
        self.stored.emit()

    def _unanswered(self, handed: Handed, problem: Problem) -> None:
        """Ask again: the answer could not be stored."""
        self._handed.insert(0, handed)
        self._ask()
        self._failed(problem)

    def _recorded(self, _forwarding: Forwarding) -> None:
        self.stored.emit()

    def _failed(self, problem: Problem) -> None:
        self._notice(problem_sentence(problem), Tone.DANGER)

    def _notice(self, words: str, tone: Tone = Tone.ACCENT) -> None:
        self.noticed.emit(Notice(words=words, tone=tone))

    def _ask(self) -> None:
        if not self._handed:
            self.asking.emit(None)
            return
        first = self._handed[0]
        self.asking.emit(
            Pending(
                ticket=first.ticket, contact=first.contact, opened=first.opened, waiting=len(self._handed)
            )
        )


def _save(
    backstage: Backstage, operator: Operator, new: NewComplaint, slot: DraftSlot, plan: Plan | None
) -> Saved:
    """Store the complaint (its draft goes with it), then its message; a message cannot undo a complaint."""
    if plan is not None and plan.own_text.strip():
        backstage.forwarding.rewritten(plan.contact.contact, plan.own_text, plan.template)
    known = replace(new, draft_id=slot.stored.id) if slot.stored else new
    complaint = backstage.intake.save(operator, known)
    slot.stored = None
    if plan is None:
        return Saved(complaint=complaint)
    try:
        prepared = backstage.forwarding.prepare(
            operator,
            complaint.ticket,
            contact_id=plan.contact.contact.id,
            template=plan.template,
            reveal=plan.reveal,
            text=plan.own_text.replace(plan.placeholder, complaint.ticket),
        )
    except Problem as problem:
        return Saved(complaint=complaint, problem=problem)
    return Saved(complaint=complaint, prepared=prepared)


def _record(backstage: Backstage, operator: Operator, forwarding_id: UUID, sent: bool | None) -> Forwarding:  # noqa: FBT001 - bound by partial
    if sent is None:
        return backstage.forwarding.record_opened(operator, forwarding_id)
    if sent:
        return backstage.forwarding.record_sent(operator, forwarding_id)
    return backstage.forwarding.record_not_sent(operator, forwarding_id)
