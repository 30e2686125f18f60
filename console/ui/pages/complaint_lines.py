"""What the worklist and the detail show of a complaint, made in the data lane as plain values."""

from dataclasses import dataclass
from datetime import datetime

from console.domain.access import Operator
from console.domain.complaint import (
    CLOSED,
    WAITING,
    Complaint,
    ComplaintFilter,
    ComplaintRow,
    ForwardingState,
)
from console.domain.region import VillageKind
from console.domain.ticket import LOCAL_ZONE
from console.i18n import translate as _
from console.ui.backstage import Backstage
from console.ui.paged_model import Rows
from console.ui.table_model import Column
from console.ui.tokens import LEVEL_TONES, Tone
from console.ui.widgets.timeline import Moment
from console.ui.widgets.worklist_values import Sheet, Shelf
from console.wording import entry_sentence, moment_words, remaining_words, short_date, word


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the worklist at a moment."""

    row: ComplaintRow
    office: str
    now: datetime

    @property
    def complaint(self) -> Complaint:
        """The complaint itself."""
        return self.row.complaint

    @property
    def late(self) -> bool:
        """Whether it still waits past its response time."""
        return self.complaint.status in WAITING and self.complaint.response_due_at < self.now


def shelf_filter(shelf: Shelf, words: str, now: datetime) -> ComplaintFilter:
    """Return the filter behind a chip and the words typed."""
    if shelf is Shelf.OVERDUE:
        return ComplaintFilter(overdue_at=now, words=words)
    if shelf is Shelf.WAITING:
        return ComplaintFilter(statuses=WAITING, words=words)
    if shelf is Shelf.TODAY:
        local = now.astimezone(LOCAL_ZONE)
        return ComplaintFilter(since=local.replace(hour=0, minute=0, second=0, microsecond=0), words=words)
    return ComplaintFilter(words=words)


@dataclass(frozen=True, slots=True)
class FetchLines:
    """Fetches pages of the worklist; runs in the data lane."""

    backstage: Backstage
    operator: Operator
    shelf: Shelf
    words: str

    def __call__(self, cursor: int | None, limit: int) -> Rows[Line]:
        """Return the page below `cursor`."""
        now = self.backstage.clock.now()
        wanted = shelf_filter(self.shelf, self.words, now)
        page = self.backstage.tracking.page(self.operator, wanted, cursor, limit)
        lines = [Line(row, _office(self.backstage, row.complaint), now) for row in page.rows]
        return Rows(lines, page.next_cursor)


def shelf_counts(backstage: Backstage, operator: Operator) -> dict[Shelf, int]:
    """Return how many complaints stand on each shelf."""
    now = backstage.clock.now()
    shelves = tuple(Shelf)
    counted = backstage.tracking.counts(operator, tuple(shelf_filter(shelf, "", now) for shelf in shelves))
    return dict(zip(shelves, counted, strict=True))


def sheet_of(backstage: Backstage, operator: Operator, ticket: str) -> Sheet:
    """Return what the detail pane shows; `Problem` UNKNOWN_TICKET."""
    detail = backstage.tracking.detail(operator, ticket)
    now = backstage.clock.now()
    base = backstage.base
    names = {office.code: office.short_name for office in base.institutions}
    matter = base.matter_by_code.get(detail.complaint.matter_code)
    waiting = [one for one in detail.forwardings if one.state is ForwardingState.OPENED]
    latest = detail.forwardings[-1] if detail.forwardings else None
    contact = backstage.directory.contact(operator, latest.contact_id) if latest else None
    return Sheet(
        complaint=detail.complaint,
        matter=matter.title if matter else "",
        office=base.institution(detail.complaint.institution_code).name
        if detail.complaint.institution_code
        else "",
        place=_place(backstage, detail.complaint),
        moments=tuple(
            Moment(
                when=moment_words(entry.at, now),
                what=entry_sentence(entry, names),
                who=f"{entry.operator} · {entry.desk_code}",
            )
            for entry in reversed(detail.timeline)
        ),
        open_forwarding=waiting[-1] if waiting else None,
        contact=contact,
        now=now,
    )


def columns() -> tuple[Column[Line], ...]:
    """Return the columns of the worklist, in the language in use."""
    return (
        Column(title=_("Number"), text=_short_number, width=118, figures=True, spoken=_number),
        Column(title=_("Complaint"), text=_head, tip=_head),
        Column(title=_("Level"), text=_level, width=116, tone=_level_tone),
        Column(title=_("Institution"), text=_office_name, width=170, tip=_office_name),
        Column(title=_("Due"), text=_due, width=92, tone=_due_tone, figures=True),
        Column(title=_("Status"), text=_status, width=104, tone=_status_tone),
    )


def ticket_of(line: Line) -> str:
    """Return the key of a row."""
    return line.complaint.ticket


def _office(backstage: Backstage, complaint: Complaint) -> str:
    office = backstage.base.institution_by_code.get(complaint.institution_code)
    return office.short_name if office else ""


def _place(backstage: Backstage, complaint: Complaint) -> str:
    village = next((one for one in backstage.region.villages if one.code == complaint.village_code), None)
    parts = [complaint.place]
    if village is not None:
        kind = _("Kelurahan") if village.kind is VillageKind.KELURAHAN else _("Desa")
        parts.append(f"{kind} {village.name}, Kec. {village.district}")
    return ", ".join(part for part in parts if part)


def _number(line: Line) -> str:
    return line.complaint.ticket


def _short_number(line: Line) -> str:
    """Return the day and sequence; office and desk repeat on every row."""
    return line.complaint.ticket.partition("-")[2].partition("-")[2]


def _head(line: Line) -> str:
    return " ".join(line.complaint.text[:160].split())


def _level(line: Line) -> str:
    return word(line.complaint.level) if line.complaint.level else _("Not judged")


def _level_tone(line: Line) -> Tone:
    return LEVEL_TONES[line.complaint.level] if line.complaint.level else Tone.MUTED


def _office_name(line: Line) -> str:
    return line.office or "–"


def _due(line: Line) -> str:
    if line.complaint.status in WAITING:
        return remaining_words(line.complaint.response_due_at, line.now)
    return short_date(line.complaint.received_at)


def _due_tone(line: Line) -> Tone:
    if line.late:
        return Tone.DANGER
    return Tone.INK if line.complaint.status in WAITING else Tone.MUTED


def _status(line: Line) -> str:
    return word(line.complaint.status)


def _status_tone(line: Line) -> Tone:
    return Tone.MUTED if line.complaint.status in CLOSED else Tone.INK
