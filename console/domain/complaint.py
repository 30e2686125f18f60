"""A complaint, its timeline and its forwardings."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from console.domain.access import Shift
from console.domain.level import Level


class Channel(StrEnum):
    """How the citizen reached the desk."""

    PHONE_112 = "phone_112"
    WALK_IN = "walk_in"
    WHATSAPP = "whatsapp"
    SMART_KAMPUNG = "smart_kampung"
    BUNGA_DESA = "bunga_desa"
    LAPOR_CAMAT = "lapor_camat"
    SP4N_LAPOR = "sp4n_lapor"


class Status(StrEnum):
    """The life of a complaint."""

    NEW = "new"
    FORWARDED = "forwarded"
    ACKNOWLEDGED = "acknowledged"
    IN_PROGRESS = "in_progress"
    RESOLVED = "resolved"
    NOT_OURS = "not_ours"
    CANCELLED = "cancelled"
    REOPENED = "reopened"


WAITING = frozenset({Status.NEW, Status.FORWARDED, Status.REOPENED})
CLOSED = frozenset({Status.RESOLVED, Status.NOT_OURS, Status.CANCELLED})


class EntryKind(StrEnum):
    """What happened, as the timeline shows it."""

    RECEIVED = "received"
    JUDGED = "judged"
    OVERRIDDEN = "overridden"
    FORWARDED = "forwarded"
    LINK_OPENED = "link_opened"
    CONFIRMED_SENT = "confirmed_sent"
    NOT_SENT = "not_sent"
    CALLED = "called"
    NOTE = "note"
    STATUS = "status"


class ForwardingState(StrEnum):
    """A link that was opened has sent nothing; only the agent's word makes it sent."""

    PREPARED = "prepared"
    OPENED = "opened"
    SENT = "sent"
    NOT_SENT = "not_sent"


class Disposal(StrEnum):
    """Calls that are no complaint, counted with one key."""

    PRANK = "prank"
    SILENT = "silent"
    INFORMATION = "information"
    DISCONNECTED = "disconnected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """One stored complaint. Times are UTC; `version` guards against two people editing it at once."""

    id: UUID
    ticket: str
    received_at: datetime
    channel: Channel
    text: str
    village_code: str
    place: str
    reporter_name: str
    reporter_phone: str
    reporter_phone_raw: str
    matter_code: str
    level: Level | None
    institution_code: str
    base_version: str
    answers: tuple[tuple[str, int], ...]
    override_reason: str
    status: Status
    response_due_at: datetime
    operator: str
    desk_code: str
    shift: Shift
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One thing that happened to a complaint; `detail` holds facts for the sentence, never the sentence."""

    id: UUID
    complaint_id: UUID
    at: datetime
    kind: EntryKind
    operator: str
    desk_code: str
    detail: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Forwarding:
    """One message to one contact. The body itself is not kept, only its SHA-256 (UU 27/2022: minimise)."""

    id: UUID
    complaint_id: UUID
    contact_id: UUID
    institution_code: str
    to: str
    route: str
    template: str
    text_hash: str
    revealed: bool
    state: ForwardingState
    prepared_at: datetime
    opened_at: datetime | None = None
    settled_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What an agent has typed and not yet saved; survives a kill. `parked` = put aside for another caller."""

    id: UUID
    desk_code: str
    operator: str
    started_at: datetime
    updated_at: datetime
    parked: bool = False
    channel: Channel = Channel.PHONE_112
    text: str = ""
    village_code: str = ""
    place: str = ""
    phone: str = ""
    name: str = ""
    matter_code: str = ""
    answers: tuple[tuple[str, int], ...] = ()
    contact_id: UUID | None = None
    override_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintRow:
    """One line of the worklist; `seq` is the time order used as the page cursor."""

    seq: int
    complaint: Complaint


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintFilter:
    """What the worklist shows. `words` must all occur (whole words, last one as a prefix)."""

    statuses: frozenset[Status] = field(default_factory=frozenset)
    overdue_at: datetime | None = None
    since: datetime | None = None
    words: str = ""
    phone: str = ""
    level: Level | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintPage:
    """One page, newest first; `next_cursor` is None on the last one."""

    rows: tuple[ComplaintRow, ...]
    next_cursor: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintDetail:
    """Everything the detail pane shows."""

    complaint: Complaint
    timeline: tuple[TimelineEntry, ...]
    forwardings: tuple[Forwarding, ...]
