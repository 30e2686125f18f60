"""Domain values for tests: each maker gives a complete, valid value; name only what the test is about."""

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any, TypeVar
from uuid import UUID

from console.domain.access import Desk, Operator, Shift
from console.domain.complaint import (
    Channel,
    Complaint,
    Draft,
    EntryKind,
    Forwarding,
    ForwardingState,
    Status,
    TimelineEntry,
)
from console.domain.contact import Contact, Rank
from console.domain.institution import Institution
from console.domain.level import Confidence, Level

NOW = datetime(2026, 11, 22, 2, 30, tzinfo=UTC)  # 09:30 in Banyuwangi
PUBLIC_WORKS = "PK-DPUCKPP"
_numbers = count(1)
T = TypeVar("T")


def make_id() -> UUID:
    """Return an identifier no other test value has, of version 7, growing like real ones."""
    return numbered_id(next(_numbers))


def numbered_id(number: int) -> UUID:
    """Return the identifier with this number: a valid UUIDv7 (RFC 9562) that sorts by it."""
    return UUID(int=(number << 80) | (7 << 76) | (2 << 62))


def _with(value: T, given: dict[str, Any]) -> T:
    known = {field.name for field in fields(value)}  # type: ignore[arg-type]  # always a dataclass
    assert given.keys() <= known, f"no such fields: {sorted(given.keys() - known)}"
    return replace(value, **given)  # type: ignore[type-var]  # as above


def make_operator(**given: Any) -> Operator:
    return _with(Operator(name="Dewi Contoh", desk_code="MPP1", shift=Shift.PAGI), given)


def make_desk(**given: Any) -> Desk:
    return _with(Desk(code="MPP1", name="Mal Pelayanan Publik, loket 1"), given)


def make_institution(**given: Any) -> Institution:
    plain = Institution(
        code=PUBLIC_WORKS,
        name="Dinas Contoh Pekerjaan Umum",
        short_name="DPUCKPP",
        level=Level.PEMKAB,
        kind="dinas",
        handles="jalan kabupaten, lampu jalan",
        hotline="",
        confidence=Confidence.HIGH,
        source="CONTOH",
    )
    return _with(plain, given)


def make_contact(**given: Any) -> Contact:
    plain = Contact(
        id=make_id(),
        name="Budi Contoh",
        position="Petugas teknis jalan",
        institution_code=PUBLIC_WORKS,
        rank=Rank.TECHNICAL,
        order=1,
        field="Jalan",
        topics=("JLN-01",),
        areas=("35.10.01",),
        phone="+6281234567890",
        phone_raw="0812-3456-7890",
        whatsapp=True,
        source="CONTOH",
        sample=True,
    )
    return _with(plain, given)


def make_complaint(**given: Any) -> Complaint:
    number = next(_numbers)
    plain = Complaint(
        id=numbered_id(number),
        ticket=f"BM-MPP1-261122-{number:04d}",
        received_at=NOW,
        channel=Channel.WALK_IN,
        text="Jalan di depan balai desa berlubang",
        village_code="35.10.01.2001",
        place="depan balai desa",
        reporter_name="Siti Contoh",
        reporter_phone="+6281298765432",
        reporter_phone_raw="081298765432",
        matter_code="JLN-01",
        level=Level.PEMKAB,
        institution_code=PUBLIC_WORKS,
        base_version="2026.11",
        answers=(("Q-JLN-01", 3),),
        override_reason="",
        status=Status.NEW,
        response_due_at=NOW + timedelta(hours=2),
        operator="Dewi Contoh",
        desk_code="MPP1",
        shift=Shift.PAGI,
    )
    return _with(plain, given)


def make_entry(complaint: Complaint, **given: Any) -> TimelineEntry:
    plain = TimelineEntry(
        id=make_id(),
        complaint_id=complaint.id,
        at=complaint.received_at,
        kind=EntryKind.RECEIVED,
        operator=complaint.operator,
        desk_code=complaint.desk_code,
        detail=(("channel", complaint.channel.value),),
    )
    return _with(plain, given)


def make_forwarding(complaint: Complaint, contact: Contact, **given: Any) -> Forwarding:
    plain = Forwarding(
        id=make_id(),
        complaint_id=complaint.id,
        contact_id=contact.id,
        institution_code=contact.institution_code,
        to=contact.phone,
        route="wa.me",
        template="forward",
        text_hash="0" * 64,
        revealed=False,
        state=ForwardingState.PREPARED,
        prepared_at=NOW,
    )
    return _with(plain, given)


def make_draft(**given: Any) -> Draft:
    plain = Draft(
        id=make_id(),
        desk_code="MPP1",
        operator="Dewi Contoh",
        started_at=NOW,
        updated_at=NOW,
        text="Jalan di depan",
    )
    return _with(plain, given)
