"""Between verdict and third column: finds the contacts and keeps the message written for the one chosen."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from console.domain.problems import Problem
from console.i18n import translate as _
from console.services.forwarding import DEFAULT_TEMPLATE, VERIFY_TEMPLATE
from console.ui.pages.intake_desk import IntakeDesk
from console.ui.pages.intake_queries import (
    MessageRequest,
    WrittenMessage,
    candidates,
    find_contacts,
    write_message,
)
from console.ui.pages.intake_sending import Plan
from console.ui.pages.intake_session import IntakeSession
from console.ui.tokens import Tone
from console.ui.widgets.contact_list import ContactView
from console.ui.widgets.forwarding_column import ForwardingColumn
from console.ui.widgets.notice import Notice
from console.wording import problem_sentence


class Addressing(QObject):
    """`decided`: the agent chose a contact. `ready`: whether there is a message to copy.

    `settled` comes when contacts and message have caught up with what is typed and chosen.
    """

    decided = Signal()
    settled = Signal()
    ready = Signal(bool)
    noticed = Signal(object)

    def __init__(self, desk: IntakeDesk, column: ForwardingColumn, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._column = desk, column
        self._asked: tuple[IntakeSession, str, str, str] | None = None
        self._finding = self._writing = False
        column.contact_chosen.connect(self._choose)
        column.contacts_asked.connect(self._find)
        column.contact_found.connect(self._take_found)
        column.message.rewritten.connect(self._rewrite)
        column.message.template_wanted.connect(self._forget_own_text)
        column.message.template_chosen.connect(self._choose_template)
        column.message.reveal_changed.connect(self._reveal)

    def refresh(self) -> None:
        """Follow the verdict in force: other contacts only when office, matter or place changed."""
        session, verdict = self._desk.session, self._desk.session.verdict()
        if verdict is None:
            self._asked = None
            session.contacts = session.message = None
            self._finding = self._writing = False
            self._show()
            return
        wanted = (session, verdict.institution.code, verdict.matter_code, session.values.village_code)
        if wanted == self._asked and session.contacts is not None:
            self.write()
            return
        if self._asked is not None and self._asked[0] is session and wanted[1] != self._asked[1]:
            session.contact_id = None
        self._asked = wanted
        work = partial(candidates, self._desk.backstage, self._desk.operator, *wanted[1:])
        self._finding = True
        self._desk.latest(self, "contacts", work, partial(self._found, session), self._failed)

    def waiting(self) -> bool:
        """Say that contacts or message are behind."""
        return self._finding or self._writing

    def _failed(self, problem: Problem) -> None:
        self._finding = self._writing = False
        self.noticed.emit(Notice(words=problem_sentence(problem), tone=Tone.DANGER))
        self.settled.emit()

    def look_again(self) -> None:
        """Ask for the contacts anew: the directory changed."""
        self._asked = None
        self.refresh()

    def _found(self, session: IntakeSession, views: tuple[ContactView, ...]) -> None:
        self._finding = False
        if session is not self._desk.session or session.verdict() is None:
            return
        chosen = session.contact() if session.contact_id else None
        known = {view.contact.id for view in views}
        # A contact found by hand stays when only the place of the complaint changed.
        kept = (chosen,) if chosen is not None and chosen.contact.id not in known else ()
        session.contacts = (*kept, *views)
        self._show()
        self.write()
        if not self._writing:
            self.settled.emit()

    def _show(self) -> None:
        session, verdict = self._desk.session, self._desk.session.verdict()
        chosen = session.contact()
        office = verdict.institution.short_name or verdict.institution.name if verdict else ""
        self._column.show_contacts(session.contacts, chosen.contact.id if chosen else None, office)
        self._column.message.set_reveal(reveal=session.reveal)
        templates = [(DEFAULT_TEMPLATE, _("Pass on"))]
        if verdict is not None and verdict.verification:
            templates.append((VERIFY_TEMPLATE, _("Ask to check")))
        self._column.message.offer_templates(templates, self.template())
        self.ready.emit(False)

    def template(self) -> str:
        """Return the template in use: the agent's choice, else what the verdict suggests."""
        session, verdict = self._desk.session, self._desk.session.verdict()
        verify = verdict is not None and verdict.verification
        if verify:
            return session.template or VERIFY_TEMPLATE
        return DEFAULT_TEMPLATE

    def write(self) -> None:
        """Write the message anew for what is typed, chosen and ticked now."""
        session, view = self._desk.session, self._desk.session.contact()
        verdict = session.verdict()
        if view is None or verdict is None:
            self._writing = False
            return
        self._writing = True
        request = MessageRequest(
            values=session.values,
            matter_code=verdict.matter_code,
            contact=view.contact,
            template=self.template(),
            reveal=session.reveal,
            own_text=session.own_text,
        )
        work = partial(write_message, self._desk.backstage, self._desk.operator, request)
        self._desk.latest(self, "message", work, partial(self._written, session), self._failed)

    def _written(self, session: IntakeSession, written: WrittenMessage) -> None:
        self._writing = False
        if session is not self._desk.session or session.contacts is None:
            return
        session.message, session.placeholder = written.view, written.placeholder
        self._column.message.show_message(written.view)
        self.ready.emit(bool(written.view.text))
        self.settled.emit()

    def plan(self) -> Plan | None:
        """Return how the complaint at hand is to be handed over; None when nobody can be written to."""
        session, view = self._desk.session, self._desk.session.contact()
        if view is None or not view.chat:
            return None
        return Plan(
            contact=view,
            template=self.template(),
            reveal=session.reveal,
            own_text=session.own_text,
            placeholder=session.placeholder,
        )

    def copy_message(self) -> None:
        """Put the message as shown on the clipboard."""
        message = self._desk.session.message
        if message is not None and message.text:
            QGuiApplication.clipboard().setText(message.text)
            self.noticed.emit(Notice(words=_("The message is on the clipboard.")))

    def _choose(self, contact_id: UUID) -> None:
        self._address(contact_id)
        self.decided.emit()
        self.write()

    def _address(self, contact_id: UUID) -> None:
        """Choose a contact; the agent's own wording greets the new one by name."""
        session = self._desk.session
        before = session.contact()
        session.contact_id = contact_id
        after = session.contact()
        if session.own_text and before is not None and after is not None:
            session.own_text = session.own_text.replace(before.contact.name, after.contact.name)

    def _find(self, words: str) -> None:
        if not words.strip():
            return
        work = partial(find_contacts, self._desk.backstage, self._desk.operator, words)
        self._desk.latest(self, "search", work, self._column.offer_contacts)

    def _take_found(self, view: ContactView) -> None:
        """Put a contact found by hand before the others and choose it."""
        session = self._desk.session
        known = session.contacts or ()
        others = tuple(one for one in known if one.contact.id != view.contact.id)
        before = session.contact()
        session.contacts = (view, *others) if before is None else (before, view, *others)
        self._address(view.contact.id)
        session.contacts = (view, *others)
        self._show()
        self.decided.emit()
        self.write()

    def _rewrite(self, text: str) -> None:
        self._desk.session.own_text = text
        self.write()

    def _forget_own_text(self) -> None:
        """Go back to the prepared wording; the agent's own can be brought back."""
        session, own = self._desk.session, self._desk.session.own_text
        session.own_text = ""
        if own:
            restore = partial(self._restore_own_text, session, own)
            words = _("Your own wording was replaced.")
            self.noticed.emit(Notice(words=words, action_words=_("Undo"), act=restore))
        self.write()

    def _restore_own_text(self, session: IntakeSession, own: str) -> None:
        session.own_text = own
        self.write()

    def _choose_template(self, name: object) -> None:
        self._desk.session.template = str(name)
        self._forget_own_text()

    def _reveal(self, reveal: bool) -> None:  # noqa: FBT001 - the slot of a Signal(bool)
        self._desk.session.reveal = reveal
        self.write()
