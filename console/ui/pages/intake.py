"""Taking a complaint: three columns from what the citizen says to the message that is on its way.

The page only puts the parts together and answers the commands; each part has a module of its own.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.domain.access import Operator
from console.domain.complaint import Complaint, Disposal
from console.domain.events import Changed, Topic
from console.domain.matter import Matter
from console.domain.problems import Problem, ProblemCode
from console.i18n import translate as _
from console.services.ports import LinkOpener
from console.ui.actions import ActionSet
from console.ui.backstage import Backstage
from console.ui.page import Page
from console.ui.pages.intake_calls import CallCounter
from console.ui.pages.intake_desk import IntakeDesk
from console.ui.pages.intake_drafts import DraftKeeper
from console.ui.pages.intake_forwarding import Addressing
from console.ui.pages.intake_judging import Judging
from console.ui.pages.intake_queries import Place, earlier_rows, load_place, warm_directory
from console.ui.pages.intake_saving import Saving
from console.ui.pages.intake_sending import Sender
from console.ui.pages.intake_session import IntakeSession
from console.ui.pages.intake_view import IntakeView
from console.ui.tasks import TaskRunner
from console.ui.theme import Role
from console.ui.tokens import Tone
from console.ui.widgets.complaint_values import FormValues
from console.ui.widgets.earlier_complaints import EarlierRow
from console.ui.widgets.label import Label
from console.ui.widgets.notice import Notice
from console.wording import problem_sentence

_DIGITS = range(10)


class IntakePage(Page):
    """`complaint_saved` carries the ticket of every complaint stored here."""

    complaint_saved = Signal(str)

    def __init__(
        self,
        backstage: Backstage,
        tasks: TaskRunner,
        opener: LinkOpener,
        operator: Operator,
        *,
        actions: ActionSet,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Take a complaint"))
        self._desk = IntakeDesk(
            backstage=backstage, tasks=tasks, opener=opener, operator=operator, session=IntakeSession()
        )
        self._allowed: dict[str, bool] = {}
        self._view = IntakeView(actions, self)
        self.form = self._view.form
        self.jurisdiction = self._view.jurisdiction
        self.forwarding = self._view.forwarding
        self._judging = Judging(self._desk, self.jurisdiction, self)
        self._addressing = Addressing(self._desk, self.forwarding, self)
        self._sender = Sender(self._desk, self)
        self._drafts = DraftKeeper(self._desk, self)
        self._calls = CallCounter(self._desk, self)
        self._saving = Saving(
            self._desk, self._view, self._judging, self._addressing, self._sender, self._drafts
        )
        self._state = Label("", Role.BODY, Tone.MUTED, parent=self)
        self._state.setObjectName("intake-draft-state")
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._view)
        self._wire()
        self._switch_commands()
        self._desk.run(self, partial(load_place, backstage), self._use_place)
        self._drafts.restore()
        self._desk.run(self, partial(warm_directory, backstage, operator), self._warmed)

    def _wire(self) -> None:
        self.form.edited.connect(self._edited)
        self.form.phone_left.connect(self._check_phone)
        self.form.earlier.opened.connect(self._open_complaint)
        self.form.shelf.resumed.connect(self._resume)
        self._judging.judged.connect(self._follow_verdict)
        self._drafts.shelf_changed.connect(self._show_shelf)
        self._drafts.restored.connect(self._restore)
        self._drafts.saved.connect(self._show_state)
        self._drafts.troubled.connect(self._report)
        self._addressing.ready.connect(self._message_ready)
        self._saving.saved.connect(self._saved)
        self._saving.allowed.connect(self._allow)
        self._sender.stored.connect(self._tell)
        self._calls.counted.connect(self._counted)
        self._calls.changed_data.connect(self.changed_data)
        for part in (self._judging, self._addressing):
            part.decided.connect(self._drafts.touch)
        for source in (self._judging, self._addressing, self._saving, self._sender, self._calls):
            source.noticed.connect(self.noticed)

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the page does for each of its commands."""
        kinds = {kind.value: partial(self._calls.count, kind) for kind in Disposal}
        digits = {f"choose-{digit}": partial(self.jurisdiction.choose_number, digit) for digit in _DIGITS}
        return (
            kinds
            | digits
            | {
                "new-complaint": self.start_new,
                "save-and-open": self.save_and_open,
                "save": self.save_only,
                "park": self.park,
                "resume": self._resume,
                "copy-message": self._addressing.copy_message,
                "procedure": self._judging.toggle_procedure,
                "override": self._judging.open_override,
                "confirm-sent": partial(self._sender.answer, sent=True),
                "not-sent": partial(self._sender.answer, sent=False),
                "next-column": partial(self._view.go_column, 1),
                "previous-column": partial(self._view.go_column, -1),
                "emergency": self._judging.call_emergency,
            }
        )

    # --- what the window asks ---

    def title(self) -> str:
        """Return the page's title."""
        return _("Take a complaint")

    def header_widgets(self) -> Sequence[QWidget]:
        """Return the state of the draft."""
        return (self._state,)

    def activated(self) -> None:
        """Say again which commands make sense: the window listens only since the page was made."""
        self._allowed.clear()
        self._switch_commands()
        self._allow("resume", self._drafts.parked() > 0)
        for name in ("confirm-sent", "not-sent"):
            self._allow(name, bool(self._sender.waiting()))
        message = self._desk.session.message
        self._allow("copy-message", bool(message and message.text))

    def focus_first(self) -> None:
        """Put the cursor into the complaint."""
        self.form.focus_text()

    def changed(self, change: Changed) -> None:
        """Look for contacts again when the directory changed."""
        if Topic.CONTACTS in change.topics:
            self._addressing.look_again()

    def receive(self, value: object) -> None:
        """Take a matter found elsewhere, or the number of a caller."""
        if isinstance(value, Matter):
            self._desk.session.choose(value.code)
            self._judging.ask()
        elif isinstance(value, str) and value:
            self.form.phone.setText(value)
            self._edited(self.form.values())
            self._check_phone(value)

    def may_leave(self) -> bool:
        """Store what is typed; the lane finishes it before the program ends."""
        self._drafts.flush()
        return True

    def set_operator(self, operator: Operator) -> None:
        """Go on under another name, shift or desk; what is typed stays in the form."""
        self._drafts.flush()
        moved = operator.desk_code != self._desk.operator.desk_code
        self._desk.operator = operator
        if moved:
            self._drafts.forget_shelf()
            self._drafts.restore()
        self._addressing.write()

    # --- typing ---

    def _edited(self, values: FormValues) -> None:
        session = self._desk.session
        before, session.values = session.values, values
        self._drafts.touch()
        if (values.text, values.village_code) != (before.text, before.village_code):
            self._judging.ask()
        else:
            self._addressing.write()
        self._switch_commands()

    def _check_phone(self, phone: str) -> None:
        if not phone.strip():
            self.form.phone_field.clear_error()
            self.form.earlier.show_rows(())
            return
        session = self._desk.session
        work = partial(earlier_rows, self._desk.backstage, self._desk.operator, phone)
        self._desk.latest(
            self, "earlier", work, partial(self._show_earlier, session), partial(self._bad_phone, session)
        )

    def _show_earlier(self, session: IntakeSession, rows: Sequence[EarlierRow]) -> None:
        if session is self._desk.session:
            self.form.earlier.show_rows(rows)

    def _bad_phone(self, session: IntakeSession, problem: Problem) -> None:
        if session is not self._desk.session:
            return
        self.form.earlier.show_rows(())
        if problem.code is ProblemCode.BAD_PHONE:
            self.form.phone_field.set_error(problem_sentence(problem))
        else:
            self._report(problem)

    def _open_complaint(self, ticket: str) -> None:
        self.wants_page.emit("complaints", ticket)

    def _warmed(self, _nothing: object) -> None:
        """Do nothing: nobody waits for it."""

    def _use_place(self, place: Place) -> None:
        self.form.use_index(place.index)
        self._desk.emergency = place.emergency

    def _follow_verdict(self) -> None:
        self._addressing.refresh()
        self._switch_commands()
        self._saving.go_on()

    # --- one caller after the other ---

    def _take_up(self, session: IntakeSession) -> None:
        """Show another caller; the one before was saved, parked or is blank."""
        self._desk.session = session
        self._state.setText("")
        self.form.fill(session.values)
        self.forwarding.message.set_reveal(reveal=session.reveal)
        self._judging.show()
        self._check_phone(session.values.phone)
        self._switch_commands()

    def _next_caller(self) -> IntakeSession:
        """Return a blank session; a counter stays a counter, so the channel goes on."""
        return IntakeSession(values=FormValues(channel=self._desk.session.values.channel))

    def start_new(self) -> None:
        """Begin with an empty form; what stands in it is parked, never lost."""
        if self._saving.busy():
            return
        if not self._desk.session.is_blank():
            self._drafts.park(self._desk.session)
            self.noticed.emit(
                Notice(words=_("The caller before is parked."), action_words=_("Resume"), act=self._resume)
            )
        self._take_up(self._next_caller())
        self.form.focus_text()

    def park(self) -> None:
        """Put this caller aside for another one."""
        if not self._desk.session.is_blank():
            self.start_new()

    def _resume(self, key: object = None) -> None:
        """Go on with a parked caller, the last one unless told which; the one at hand is parked."""
        if self._saving.busy():
            return
        session = self._drafts.resume(key)
        if session is None:
            return
        if not self._desk.session.is_blank():
            self._drafts.park(self._desk.session)
        self._take_up(session)
        self.form.focus_text()

    def _restore(self, session: IntakeSession) -> None:
        if self._desk.session.is_blank():
            self._take_up(session)
            self.form.focus_text()
            self.noticed.emit(Notice(words=_("Draft restored.")))

    def _show_shelf(self, lines: Sequence[object]) -> None:
        self.form.shelf.show_lines(lines)  # type: ignore[arg-type]  # a Signal(object) loses the type
        self._allow("resume", bool(lines))

    def _counted(self, kind: Disposal) -> None:
        """After a prank or silent call a form without a complaint is cleared for the next caller."""
        del kind
        if not self._desk.session.values.text.strip() and not self._saving.busy():
            self._take_up(self._next_caller())
            self._drafts.keep()
            self.form.focus_text()

    # --- saving ---

    def save_only(self) -> None:
        """Store the complaint without a message."""
        self._saving.save(hand_over=False)

    def save_and_open(self) -> None:
        """Store the complaint and open WhatsApp for the contact chosen."""
        self._saving.save(hand_over=True)

    def _saved(self, complaint: Complaint) -> None:
        self._take_up(self._next_caller())
        self.form.focus_text()
        self.complaint_saved.emit(complaint.ticket)

    def _tell(self) -> None:
        self.changed_data.emit(Changed(frozenset({Topic.COMPLAINTS, Topic.DRAFTS}), self))

    # --- small things ---

    def _allow(self, command: str, allowed: bool) -> None:  # noqa: FBT001 - as the signal it feeds
        """Switch a command on or off; the window hears of changes only, since it settles all its actions."""
        if self._allowed.get(command) is not allowed:
            self._allowed[command] = allowed
            self.available.emit(command, allowed)

    def _switch_commands(self) -> None:
        session, verdict = self._desk.session, self._desk.session.verdict()
        self._allow("park", not session.is_blank())
        self._allow("procedure", bool(verdict and verdict.procedure_ids))

    def _message_ready(self, ready: bool) -> None:  # noqa: FBT001 - the slot of a Signal(bool)
        self._allow("copy-message", ready)

    def _show_state(self, words: str, well: bool) -> None:  # noqa: FBT001 - the slot of a Signal(str, bool)
        self._state.setText(words)
        self._state.set_tone(Tone.MUTED if well else Tone.DANGER)

    def _report(self, problem: Problem) -> None:
        self.noticed.emit(Notice(words=problem_sentence(problem), tone=Tone.DANGER))
