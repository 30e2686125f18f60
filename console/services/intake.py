"""Taking a complaint: drafts while it is told, one transaction when it is saved."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

from console.domain.access import Operator
from console.domain.assessment import Verdict
from console.domain.complaint import Channel, Complaint, Disposal, Draft, EntryKind, Status, TimelineEntry
from console.domain.phone import parse_caller
from console.domain.problems import Problem, ProblemCode
from console.domain.text import MAX_FIELD, MAX_TEXT, clean_line, clean_text
from console.domain.ticket import day_code, local_day, ticket_number
from console.services.chronicle import Chronicle
from console.services.ports import Clock, Ids, UnitOfWork, UnitOfWorkFactory

HISTORY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class NewComplaint:
    """What the agent saves. `verdict` is what the screen showed; `override_reason` why it was changed."""

    channel: Channel
    text: str
    village_code: str = ""
    place: str = ""
    phone: str = ""
    name: str = ""
    answers: tuple[tuple[str, int], ...] = ()
    verdict: Verdict | None = None
    override_reason: str = ""
    draft_id: UUID | None = None


class IntakeService:
    """Saves complaints and drafts, and counts calls that were neither."""

    def __init__(
        self, *, unit_of_work: UnitOfWorkFactory, clock: Clock, ids: Ids, response_hours: int
    ) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock
        self._ids = ids
        self._chronicle = Chronicle(clock=clock, ids=ids)
        self._response = timedelta(hours=response_hours)

    def save(self, operator: Operator, new: NewComplaint) -> Complaint:
        """Store the complaint with its first timeline entries and return it with its ticket number.

        Raises `Problem` EMPTY_COMPLAINT, TEXT_TOO_LONG, FIELD_TOO_LONG, BAD_PHONE or a storage problem;
        nothing is stored then and the draft stays.
        """
        clean = checked(new)
        with self._unit_of_work(operator) as work:
            complaint = self._numbered(work, operator, clean)
            work.complaints.add(complaint)
            for entry in self._first_entries(operator, complaint, clean.verdict):
                work.timeline.add(entry)
            if clean.draft_id is not None:
                work.drafts.remove(clean.draft_id)
            work.commit("complaint.add", complaint.ticket)
        return complaint

    def keep_draft(self, operator: Operator, draft: Draft) -> Draft:
        """Store what is typed so far; safe on disk when this returns."""
        kept = replace(draft, updated_at=self._clock.now())
        with self._unit_of_work(operator) as work:
            work.drafts.put(kept)
            work.commit("draft.keep", str(draft.id))
        return kept

    def new_draft(self, operator: Operator) -> Draft:
        """Return an empty draft of this desk, not yet stored."""
        now = self._clock.now()
        return Draft(
            id=self._ids.fresh(),
            desk_code=operator.desk_code,
            operator=operator.name,
            started_at=now,
            updated_at=now,
        )

    def drafts(self, operator: Operator) -> Sequence[Draft]:
        """Return the desk's drafts, newest change first."""
        with self._unit_of_work(operator) as work:
            return work.drafts.of_desk(operator.desk_code)

    def discard_draft(self, operator: Operator, draft_id: UUID) -> None:
        """Forget a draft."""
        with self._unit_of_work(operator) as work:
            work.drafts.remove(draft_id)
            work.commit("draft.discard", str(draft_id))

    def earlier_complaints(self, operator: Operator, phone: str) -> Sequence[Complaint]:
        """Return the newest complaints of the number as typed; none while it is not a number yet."""
        try:
            caller = parse_caller(phone)
        except Problem:
            return ()
        if not caller.e164:
            return ()
        with self._unit_of_work(operator) as work:
            return work.complaints.by_phone(caller.e164, HISTORY)

    def dispose(self, operator: Operator, kind: Disposal, phone: str) -> UUID:
        """Count a call that is no complaint and return the id with which it can be taken back."""
        disposal_id = self._ids.fresh()
        with self._unit_of_work(operator) as work:
            work.disposals.add(disposal_id, self._clock.now(), kind, clean_line(phone)[:MAX_FIELD])
            work.commit("call.dispose", str(disposal_id), kind=kind.value)
        return disposal_id

    def undo_dispose(self, operator: Operator, disposal_id: UUID) -> None:
        """Take a counted call back."""
        with self._unit_of_work(operator) as work:
            work.disposals.undo(disposal_id)
            work.commit("call.undo", str(disposal_id))

    def _numbered(self, work: UnitOfWork, operator: Operator, new: NewComplaint) -> Complaint:
        now = self._clock.now()
        day = local_day(now)
        sequence = work.complaints.next_sequence(operator.desk_code, day_code(day))
        caller = parse_caller(new.phone)
        verdict = new.verdict
        return Complaint(
            id=self._ids.fresh(),
            ticket=ticket_number(operator.desk_code, day, sequence),
            received_at=now,
            channel=new.channel,
            text=new.text,
            village_code=new.village_code,
            place=new.place,
            reporter_name=new.name,
            reporter_phone=caller.e164,
            reporter_phone_raw=caller.raw,
            matter_code=verdict.matter_code if verdict else "",
            level=verdict.level if verdict else None,
            institution_code=verdict.institution.code if verdict else "",
            base_version=verdict.base_version if verdict else "",
            answers=new.answers,
            override_reason=new.override_reason,
            status=Status.NEW,
            response_due_at=now + self._response,
            operator=operator.name,
            desk_code=operator.desk_code,
            shift=operator.shift,
        )

    def _first_entries(
        self, operator: Operator, complaint: Complaint, verdict: Verdict | None
    ) -> tuple[TimelineEntry, ...]:
        received = self._chronicle.entry(
            operator, complaint.id, EntryKind.RECEIVED, channel=complaint.channel.value
        )
        if verdict is None:
            return (received,)
        facts = {
            "matter": verdict.matter_code,
            "level": verdict.level.value,
            "institution": verdict.institution.code,
            "base": verdict.base_version,
        }
        kind = EntryKind.JUDGED
        if complaint.override_reason:
            kind = EntryKind.OVERRIDDEN
            facts["reason"] = complaint.override_reason
        return (received, self._chronicle.entry(operator, complaint.id, kind, **facts))


def checked(new: NewComplaint) -> NewComplaint:
    """Return the complaint with cleaned fields, or raise the `Problem` of the first field that is wrong."""
    text = clean_text(new.text)
    if not text:
        raise Problem(ProblemCode.EMPTY_COMPLAINT)
    if len(text) > MAX_TEXT:
        raise Problem(ProblemCode.TEXT_TOO_LONG, limit=MAX_TEXT, length=len(text))
    return replace(
        new,
        text=text,
        place=_short("place", new.place),
        name=_short("name", new.name),
        phone=_short("phone", new.phone),
        override_reason=_short("override_reason", new.override_reason),
    )


def _short(field: str, raw: str) -> str:
    line = clean_line(raw)
    if len(line) > MAX_FIELD:
        raise Problem(ProblemCode.FIELD_TOO_LONG, field=field, limit=MAX_FIELD)
    return line
