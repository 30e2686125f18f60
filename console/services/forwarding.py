"""Handing a complaint to the contact who can act: the message, the link, and what the agent says of it."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from console.domain.access import Operator
from console.domain.base import JurisdictionBase
from console.domain.complaint import (
    Complaint,
    EntryKind,
    Forwarding,
    ForwardingState,
    Status,
)
from console.domain.contact import Contact
from console.domain.message import PreparedMessage, fit, masked_story, whatsapp_url
from console.domain.problems import Problem, ProblemCode
from console.domain.region import Region, Village
from console.domain.route import Route
from console.services.chronicle import Chronicle
from console.services.ports import Clock, Ids, MessageRenderer, UnitOfWork, UnitOfWorkFactory
from console.services.telling import Telling, facts_of, place_line, telling_of

if TYPE_CHECKING:  # the window names this module before its first paint; the directory's search loads later
    from console.services.directory import DirectoryService

DEFAULT_TEMPLATE = "forward"
VERIFY_TEMPLATE = "verify"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A stored forwarding and the message whose link is to be opened."""

    forwarding: Forwarding
    message: PreparedMessage


class ForwardingService:
    """Prepares messages and keeps the record of what became of them."""

    def __init__(
        self,
        *,
        unit_of_work: UnitOfWorkFactory,
        base: JurisdictionBase,
        region: Region,
        directory: "DirectoryService",
        renderer: MessageRenderer,
        clock: Clock,
        ids: Ids,
        route: Route = Route.WA_ME,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._base = base
        self._villages = {village.code: village for village in region.villages}
        self._directory = directory
        self._renderer = renderer
        self._clock = clock
        self._ids = ids
        self._chronicle = Chronicle(clock=clock, ids=ids)
        self.route = route

    def candidates(
        self, operator: Operator, institution_code: str, matter_code: str, village_code: str
    ) -> tuple[Contact, ...]:
        """Return the contacts to forward to, best first: right field and area, technical officer first."""
        domain = self._base.matter(matter_code).domain if matter_code else ""
        return self._directory.officials_for(
            operator, institution_code, matter_code, domain, self._village(village_code)
        )

    def templates(self) -> tuple[str, ...]:
        """Return the names of the message templates."""
        return self._renderer.names()

    def preview(
        self, operator: Operator, telling: Telling, contact: Contact, *, template: str, reveal: bool
    ) -> PreparedMessage:
        """Return the message as it would be sent; stores nothing.

        Raises `Problem` NO_PHONE, UNKNOWN_TEMPLATE, BAD_TEMPLATE or MESSAGE_TOO_LONG.
        """
        if not contact.phone:
            raise Problem(ProblemCode.NO_PHONE, contact=contact.name)

        def render(story: str) -> str:
            facts = facts_of(telling, operator, contact, self._clock.now(), reveal=reveal)
            facts |= {"story": story, "matter": self._title(telling), "place": self._place(telling)}
            return self._renderer.render(template, facts)

        story = masked_story(telling.text, telling.reporter, reveal=reveal)
        text, shortened = fit(render, story, lambda whole: whatsapp_url(self.route, contact.phone, whole))
        return _message(self.route, contact, text, template, shortened=shortened)

    def rewritten(self, contact: Contact, text: str, template: str) -> PreparedMessage:
        """Return the agent's own wording; `Problem` MESSAGE_TOO_LONG beyond the link's budget."""
        message = _message(self.route, contact, text.strip(), template, shortened=False)
        if len(message.url) > message.budget:
            raise Problem(ProblemCode.MESSAGE_TOO_LONG, limit=message.budget)
        return message

    def message(
        self,
        operator: Operator,
        ticket: str,
        *,
        contact_id: UUID | None = None,
        template: str = DEFAULT_TEMPLATE,
        reveal: bool = False,
    ) -> PreparedMessage:
        """Return the prepared message of a stored complaint; the best contact when none is named."""
        complaint = self._complaint(operator, ticket)
        contact = self._contact(operator, complaint, contact_id)
        return self.preview(operator, telling_of(complaint), contact, template=template, reveal=reveal)

    def prepare(
        self,
        operator: Operator,
        ticket: str,
        *,
        contact_id: UUID | None = None,
        template: str = DEFAULT_TEMPLATE,
        reveal: bool = False,
        text: str = "",
    ) -> Prepared:
        """Store a forwarding in state *prepared* and return it with its message.

        `text` is the agent's own wording and replaces the template's. The attempt is on record before
        anything leaves the program; the body itself is not kept, only its SHA-256.
        """
        complaint = self._complaint(operator, ticket)
        contact = self._contact(operator, complaint, contact_id)
        message = (
            self.rewritten(contact, text, template)
            if text.strip()
            else self.preview(operator, telling_of(complaint), contact, template=template, reveal=reveal)
        )
        forwarding = Forwarding(
            id=self._ids.fresh(),
            complaint_id=complaint.id,
            contact_id=contact.id,
            institution_code=contact.institution_code,
            to=message.to,
            route=self.route.value,
            template=template,
            text_hash=hashlib.sha256(message.text.encode()).hexdigest(),
            revealed=reveal,
            state=ForwardingState.PREPARED,
            prepared_at=self._clock.now(),
        )
        with self._unit_of_work(operator) as work:
            work.forwardings.add(forwarding)
            work.timeline.add(
                self._chronicle.entry(operator, complaint.id, EntryKind.FORWARDED, **_who(contact))
            )
            work.commit("forwarding.prepare", complaint.ticket, contact=str(contact.id), revealed=str(reveal))
        return Prepared(forwarding=forwarding, message=message)

    def record_opened(self, operator: Operator, forwarding_id: UUID) -> Forwarding:
        """Note that the link was opened. Nothing has been sent by that."""
        return self._settle(operator, forwarding_id, ForwardingState.OPENED, EntryKind.LINK_OPENED)

    def record_sent(self, operator: Operator, forwarding_id: UUID) -> Forwarding:
        """Note that the agent saw the message go; the complaint becomes *forwarded*."""
        return self._settle(operator, forwarding_id, ForwardingState.SENT, EntryKind.CONFIRMED_SENT)

    def record_not_sent(self, operator: Operator, forwarding_id: UUID) -> Forwarding:
        """Note that the message was not sent after all; the complaint waits as before."""
        return self._settle(operator, forwarding_id, ForwardingState.NOT_SENT, EntryKind.NOT_SENT)

    def _settle(
        self, operator: Operator, forwarding_id: UUID, state: ForwardingState, kind: EntryKind
    ) -> Forwarding:
        now = self._clock.now()
        with self._unit_of_work(operator) as work:
            forwarding = work.forwardings.by_id(forwarding_id)
            if forwarding is None:
                raise Problem(ProblemCode.UNKNOWN_FORWARDING, forwarding=str(forwarding_id))
            changed = _settled(forwarding, state, now)
            work.forwardings.replace(changed)
            contact = work.contacts.by_id(forwarding.contact_id)
            facts = _who(contact) if contact else {}
            work.timeline.add(self._chronicle.entry(operator, forwarding.complaint_id, kind, **facts))
            if state is ForwardingState.SENT:
                _mark_forwarded(work, forwarding.complaint_id)
            work.commit(f"forwarding.{state.value}", str(forwarding_id))
        return changed

    def _complaint(self, operator: Operator, ticket: str) -> Complaint:
        with self._unit_of_work(operator) as work:
            complaint = work.complaints.by_ticket(ticket)
        if complaint is None:
            raise Problem(ProblemCode.UNKNOWN_TICKET, ticket=ticket)
        return complaint

    def _contact(self, operator: Operator, complaint: Complaint, contact_id: UUID | None) -> Contact:
        if contact_id is not None:
            return self._directory.contact(operator, contact_id)
        found = self.candidates(
            operator, complaint.institution_code, complaint.matter_code, complaint.village_code
        )
        reachable = [contact for contact in found if contact.phone]
        if not reachable:
            office = self._base.institution_by_code.get(complaint.institution_code)
            raise Problem(ProblemCode.NO_CONTACT, institution=office.name if office else "-")
        return reachable[0]

    def _title(self, telling: Telling) -> str:
        matter = self._base.matter_by_code.get(telling.matter_code)
        return matter.title if matter else "Aduan warga"

    def _place(self, telling: Telling) -> str:
        return place_line(telling.place, self._village(telling.village_code))

    def _village(self, code: str) -> Village | None:
        return self._villages.get(code)


def _settled(forwarding: Forwarding, state: ForwardingState, now: datetime) -> Forwarding:
    if state is ForwardingState.OPENED:
        return replace(forwarding, state=state, opened_at=now)
    return replace(forwarding, state=state, settled_at=now)


def _mark_forwarded(work: UnitOfWork, complaint_id: UUID) -> None:
    complaint = work.complaints.by_id(complaint_id)
    if complaint is not None and complaint.status in {Status.NEW, Status.REOPENED}:
        work.complaints.replace(replace(complaint, status=Status.FORWARDED))


def _who(contact: Contact) -> dict[str, str]:
    return {"contact": contact.name, "position": contact.position, "institution": contact.institution_code}


def _message(route: Route, contact: Contact, text: str, template: str, *, shortened: bool) -> PreparedMessage:
    url = whatsapp_url(route, contact.phone, text)
    return PreparedMessage(to=contact.phone, text=text, url=url, template=template, shortened=shortened)
