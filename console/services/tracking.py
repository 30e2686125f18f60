"""Finding complaints again and seeing what became of them."""

from dataclasses import replace
from datetime import datetime

from console.domain.access import Operator
from console.domain.complaint import (
    Complaint,
    ComplaintDetail,
    ComplaintFilter,
    ComplaintPage,
    EntryKind,
    Status,
)
from console.domain.problems import Problem, ProblemCode
from console.domain.text import MAX_TEXT, clean_line, clean_text
from console.services.chronicle import Chronicle
from console.services.ports import Clock, Ids, UnitOfWork, UnitOfWorkFactory


class TrackingService:
    """Lists, shows and annotates stored complaints."""

    def __init__(self, *, unit_of_work: UnitOfWorkFactory, clock: Clock, ids: Ids) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock
        self._chronicle = Chronicle(clock=clock, ids=ids)

    def page(
        self, operator: Operator, wanted: ComplaintFilter, cursor: int | None = None, limit: int = 100
    ) -> ComplaintPage:
        """Return one page of the worklist, newest first."""
        with self._unit_of_work(operator) as work:
            return work.complaints.page(wanted, cursor, limit)

    def counts(self, operator: Operator, wanted: tuple[ComplaintFilter, ...]) -> tuple[int, ...]:
        """Return how many complaints each filter holds."""
        with self._unit_of_work(operator) as work:
            return tuple(work.complaints.count(one) for one in wanted)

    def overdue(self) -> ComplaintFilter:
        """Return the filter of complaints still waiting past their response time."""
        return ComplaintFilter(overdue_at=self._clock.now())

    def now(self) -> datetime:
        """Return the time by which lateness is judged."""
        return self._clock.now()

    def detail(self, operator: Operator, ticket: str) -> ComplaintDetail:
        """Return everything about a complaint; `Problem` UNKNOWN_TICKET when there is none."""
        with self._unit_of_work(operator) as work:
            complaint = self._known(work, ticket)
            return ComplaintDetail(
                complaint=complaint,
                timeline=tuple(work.timeline.of(complaint.id)),
                forwardings=tuple(work.forwardings.of(complaint.id)),
            )

    def add_note(self, operator: Operator, ticket: str, note: str) -> None:
        """Append a note to the timeline."""
        words = clean_text(note)
        if not words:
            raise Problem(ProblemCode.EMPTY_COMPLAINT)
        if len(words) > MAX_TEXT:
            raise Problem(ProblemCode.TEXT_TOO_LONG, limit=MAX_TEXT, length=len(words))
        with self._unit_of_work(operator) as work:
            complaint = self._known(work, ticket)
            work.timeline.add(self._chronicle.entry(operator, complaint.id, EntryKind.NOTE, note=words))
            work.commit("complaint.note", ticket)

    def change_status(self, operator: Operator, ticket: str, status: Status, note: str = "") -> Complaint:
        """Move the complaint to `status` with a timeline entry; `Problem` CHANGED_BY_OTHERS on a race."""
        with self._unit_of_work(operator) as work:
            complaint = self._known(work, ticket)
            work.complaints.replace(replace(complaint, status=status))
            facts = {"from": complaint.status.value, "to": status.value, "note": clean_line(note)}
            work.timeline.add(self._chronicle.entry(operator, complaint.id, EntryKind.STATUS, **facts))
            work.commit("complaint.status", ticket, status=status.value)
        return replace(complaint, status=status, version=complaint.version + 1)

    def _known(self, work: UnitOfWork, ticket: str) -> Complaint:
        complaint = work.complaints.by_ticket(ticket)
        if complaint is None:
            raise Problem(ProblemCode.UNKNOWN_TICKET, ticket=ticket)
        return complaint
