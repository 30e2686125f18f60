"""The tables, the same for SQLite and PostgreSQL. Columns are named like the fields of the domain's values.

What is append-only or looked up by age has an integer `seq` in the order of arrival beside the UUID that
other computers know it by. The table of search words differs between the databases and lives in
`db.word_index` and the migrations.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Named,
    Table,
    TypedColumns,
    Uuid,
)

from console.domain.access import Shift
from console.domain.complaint import Channel, Disposal, EntryKind, ForwardingState, Status
from console.domain.contact import Rank
from console.domain.level import Confidence, Level
from db.values import Code, Nested, OptionalCode, StoredText, UtcDateTime, choice

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

# SQLite makes only a column of exactly this type the row's own number.
_SEQ = BigInteger().with_variant(Integer(), "sqlite")


class InstitutionColumns(TypedColumns):
    """Bodies that can hold a complaint."""

    code: Named[str] = Column(Code, primary_key=True)
    name: Named[str] = Column(StoredText)
    short_name: Named[str] = Column(StoredText)
    level: Named[Level] = Column(choice(Level, "level"))
    kind: Named[str] = Column(StoredText)
    handles: Named[str] = Column(StoredText)
    hotline: Named[str] = Column(StoredText)
    confidence: Named[Confidence] = Column(choice(Confidence, "confidence"))
    source: Named[str] = Column(StoredText)
    note: Named[str] = Column(StoredText)
    verified_by: Named[str] = Column(StoredText)
    verified_on: Named[str] = Column(StoredText)


class DeskColumns(TypedColumns):
    """Counters and telephone lines."""

    code: Named[str] = Column(Code, primary_key=True)
    name: Named[str] = Column(StoredText)
    active: Named[bool]


class ShiftColumns(TypedColumns):
    """Who sat at which desk from when to when."""

    id: Named[UUID] = Column(Uuid, primary_key=True)
    desk_code: Named[str] = Column(Code, ForeignKey("desks.code"), index=True)
    operator: Named[str] = Column(StoredText)
    shift: Named[Shift] = Column(choice(Shift, "shift"))
    started_at: Named[datetime] = Column(UtcDateTime)
    ended_at: Named[datetime | None] = Column(UtcDateTime)


class ContactColumns(TypedColumns):
    """The directory."""

    id: Named[UUID] = Column(Uuid, primary_key=True)
    name: Named[str] = Column(StoredText)
    position: Named[str] = Column(StoredText)
    institution_code: Named[str] = Column(
        OptionalCode, ForeignKey("institutions.code"), index=True, nullable=True
    )
    rank: Named[Rank] = Column(choice(Rank, "rank"))
    order: Named[int] = Column(Integer)
    field: Named[str] = Column(StoredText)
    topics: Named[Any] = Column(Nested, nullable=False)
    areas: Named[Any] = Column(Nested, nullable=False)
    phone: Named[str] = Column(StoredText)
    phone_raw: Named[str] = Column(StoredText)
    whatsapp: Named[bool]
    valid_until: Named[datetime | None] = Column(UtcDateTime)
    confirmed_at: Named[datetime | None] = Column(UtcDateTime)
    answered_at: Named[datetime | None] = Column(UtcDateTime)
    note: Named[str] = Column(StoredText)
    source: Named[str] = Column(StoredText)
    verified: Named[bool]
    sample: Named[bool]
    active: Named[bool]
    version: Named[int] = Column(Integer)


class ComplaintColumns(TypedColumns):
    """Complaints. The desk is not a reference: no complaint is refused because a desk is not on record."""

    seq: Named[int] = Column(_SEQ, primary_key=True)
    id: Named[UUID] = Column(Uuid, unique=True)
    ticket: Named[str] = Column(Code, unique=True)
    received_at: Named[datetime] = Column(UtcDateTime, index=True)
    channel: Named[Channel] = Column(choice(Channel, "channel"))
    text: Named[str] = Column(StoredText)
    village_code: Named[str] = Column(StoredText)
    place: Named[str] = Column(StoredText)
    reporter_name: Named[str] = Column(StoredText)
    reporter_phone: Named[str] = Column(Code)
    reporter_phone_raw: Named[str] = Column(StoredText)
    matter_code: Named[str] = Column(StoredText)
    level: Named[Level | None] = Column(choice(Level, "level"))
    institution_code: Named[str] = Column(OptionalCode, ForeignKey("institutions.code"), nullable=True)
    base_version: Named[str] = Column(StoredText)
    answers: Named[Any] = Column(Nested, nullable=False)
    override_reason: Named[str] = Column(StoredText)
    status: Named[Status] = Column(choice(Status, "status"))
    response_due_at: Named[datetime] = Column(UtcDateTime)
    operator: Named[str] = Column(StoredText)
    desk_code: Named[str] = Column(Code)
    shift: Named[Shift] = Column(choice(Shift, "shift"))
    version: Named[int] = Column(Integer)


class TimelineColumns(TypedColumns):
    """What happened to complaints; append-only."""

    seq: Named[int] = Column(_SEQ, primary_key=True)
    id: Named[UUID] = Column(Uuid, unique=True)
    complaint_id: Named[UUID] = Column(Uuid, ForeignKey("complaints.id"), index=True)
    at: Named[datetime] = Column(UtcDateTime)
    kind: Named[EntryKind] = Column(choice(EntryKind, "kind"))
    operator: Named[str] = Column(StoredText)
    desk_code: Named[str] = Column(Code)
    detail: Named[Any] = Column(Nested, nullable=False)


class ForwardingColumns(TypedColumns):
    """Messages handed to contacts."""

    seq: Named[int] = Column(_SEQ, primary_key=True)
    id: Named[UUID] = Column(Uuid, unique=True)
    complaint_id: Named[UUID] = Column(Uuid, ForeignKey("complaints.id"), index=True)
    contact_id: Named[UUID] = Column(Uuid, ForeignKey("contacts.id"), index=True)
    institution_code: Named[str] = Column(OptionalCode, ForeignKey("institutions.code"), nullable=True)
    to: Named[str] = Column(StoredText)
    route: Named[str] = Column(StoredText)
    template: Named[str] = Column(StoredText)
    text_hash: Named[str] = Column(StoredText)
    revealed: Named[bool]
    state: Named[ForwardingState] = Column(choice(ForwardingState, "state"))
    prepared_at: Named[datetime] = Column(UtcDateTime)
    opened_at: Named[datetime | None] = Column(UtcDateTime)
    settled_at: Named[datetime | None] = Column(UtcDateTime)


class DraftColumns(TypedColumns):
    """What is typed and not yet saved. It refers to nothing: unsaved work is kept whatever it says."""

    id: Named[UUID] = Column(Uuid, primary_key=True)
    desk_code: Named[str] = Column(Code, index=True)
    operator: Named[str] = Column(StoredText)
    started_at: Named[datetime] = Column(UtcDateTime)
    updated_at: Named[datetime] = Column(UtcDateTime)
    parked: Named[bool]
    channel: Named[Channel] = Column(choice(Channel, "channel"))
    text: Named[str] = Column(StoredText)
    village_code: Named[str] = Column(StoredText)
    place: Named[str] = Column(StoredText)
    phone: Named[str] = Column(StoredText)
    name: Named[str] = Column(StoredText)
    matter_code: Named[str] = Column(StoredText)
    answers: Named[Any] = Column(Nested, nullable=False)
    contact_id: Named[UUID | None] = Column(Uuid)
    override_reason: Named[str] = Column(StoredText)


class DisposalColumns(TypedColumns):
    """Calls that were no complaint; one that was taken back stays, marked."""

    id: Named[UUID] = Column(Uuid, primary_key=True)
    at: Named[datetime] = Column(UtcDateTime, index=True)
    kind: Named[Disposal] = Column(choice(Disposal, "kind"))
    phone: Named[str] = Column(StoredText)
    operator: Named[str] = Column(StoredText)
    desk_code: Named[str] = Column(Code)
    shift: Named[Shift] = Column(choice(Shift, "shift"))
    undone_at: Named[datetime | None] = Column(UtcDateTime)


class AuditColumns(TypedColumns):
    """Who did what; triggers refuse every change of it."""

    seq: Named[int] = Column(_SEQ, primary_key=True)
    id: Named[UUID] = Column(Uuid, unique=True)
    at: Named[datetime] = Column(UtcDateTime)
    operator: Named[str] = Column(StoredText)
    desk_code: Named[str] = Column(Code)
    shift: Named[Shift] = Column(choice(Shift, "shift"))
    action: Named[str] = Column(StoredText)
    subject: Named[str] = Column(StoredText)
    facts: Named[Any] = Column(Nested, nullable=False)


class DeskSequenceColumns(TypedColumns):
    """The last ticket number each desk gave on a day (``261122``)."""

    desk_code: Named[str] = Column(Code, primary_key=True)
    day: Named[str] = Column(Code, primary_key=True)
    last: Named[int] = Column(Integer)


institutions = Table("institutions", metadata, InstitutionColumns)
desks = Table("desks", metadata, DeskColumns)
shifts = Table("shifts", metadata, ShiftColumns)
contacts = Table("contacts", metadata, ContactColumns)
complaints = Table(
    "complaints",
    metadata,
    ComplaintColumns,
    # Each worklist walks one of these from its newest end: the cost of a page does not grow with the table.
    Index(None, "status", "seq"),
    Index(None, "status", "response_due_at"),
    Index(None, "level", "seq"),
    Index(None, "desk_code", "seq"),
    Index(None, "reporter_phone", "seq"),
    CheckConstraint("version >= 1", name="version"),
)
timeline = Table("timeline", metadata, TimelineColumns)
forwardings = Table("forwardings", metadata, ForwardingColumns)
drafts = Table("drafts", metadata, DraftColumns)
disposals = Table("disposals", metadata, DisposalColumns)
audit = Table("audit", metadata, AuditColumns)
desk_sequence = Table("desk_sequence", metadata, DeskSequenceColumns)
