"""The repositories of `tests.fake_database`: plain Python over its tables."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from console.domain.access import Desk, Operator
from console.domain.complaint import (
    WAITING,
    Complaint,
    ComplaintFilter,
    ComplaintPage,
    ComplaintRow,
    Disposal,
    Draft,
    Forwarding,
    TimelineEntry,
)
from console.domain.contact import Contact
from console.domain.institution import Institution
from console.domain.problems import Problem, ProblemCode
from db.rules import RuleBroken, storable
from db.search import index_words, parse_query
from tests.fake_tables import CountedCall, FakeTransaction, Tables, stored


class FakeComplaints:
    """Implements the port `Complaints`."""

    def __init__(self, transaction: FakeTransaction) -> None:
        self._transaction = transaction

    def add(self, complaint: Complaint) -> None:
        new = stored(complaint)
        tables = self._transaction.writing()
        for known in tables.complaints.values():
            if known.id == new.id or known.ticket == new.ticket:
                raise RuleBroken(f"complaint {new.ticket} twice")
        _check_complaint(tables, new)
        tables.complaints[max(tables.complaints, default=0) + 1] = new

    def by_ticket(self, ticket: str) -> Complaint | None:
        wanted = storable(ticket.upper())
        return next((one for one in self._all() if one.ticket == wanted), None)

    def by_id(self, complaint_id: UUID) -> Complaint | None:
        return next((one for one in self._all() if one.id == complaint_id), None)

    def by_phone(self, phone: str, limit: int) -> Sequence[Complaint]:
        wanted = storable(phone)
        found = [one for one in self._all() if wanted and one.reporter_phone == wanted]
        return tuple(found[:limit])

    def replace(self, complaint: Complaint) -> None:
        new = stored(complaint)
        tables = self._transaction.writing()
        for seq, known in tables.complaints.items():
            if known.id == new.id and known.version == new.version:
                _check_complaint(tables, new)
                tables.complaints[seq] = replace(new, version=new.version + 1)
                return
        raise Problem(ProblemCode.CHANGED_BY_OTHERS, ticket=complaint.ticket)

    def page(self, wanted: ComplaintFilter, cursor: int | None, limit: int) -> ComplaintPage:
        below = [row for row in self._matching(wanted) if cursor is None or row.seq < cursor]
        shown = tuple(below[:limit])
        return ComplaintPage(rows=shown, next_cursor=shown[-1].seq if len(below) > limit else None)

    def count(self, wanted: ComplaintFilter) -> int:
        return len(self._matching(wanted))

    def next_sequence(self, desk_code: str, day: str) -> int:
        sequences = self._transaction.writing().sequences
        number = sequences.get((desk_code, day), 0) + 1
        sequences[desk_code, day] = number
        return number

    def _all(self) -> list[Complaint]:
        return [row.complaint for row in self._rows()]

    def _rows(self) -> list[ComplaintRow]:
        known = self._transaction.tables.complaints
        return [ComplaintRow(seq=seq, complaint=known[seq]) for seq in sorted(known, reverse=True)]

    def _matching(self, wanted: ComplaintFilter) -> list[ComplaintRow]:
        return [row for row in self._rows() if _holds(wanted, row.complaint)]


def _check_complaint(tables: Tables, complaint: Complaint) -> None:
    _check_institution(tables, complaint.institution_code)
    if complaint.version < 1:
        raise RuleBroken(f"version {complaint.version}")


def _check_institution(tables: Tables, code: str) -> None:
    if code and code not in tables.institutions:
        raise RuleBroken(f"no institution {code}")


def _holds(wanted: ComplaintFilter, complaint: Complaint) -> bool:
    return (
        (not wanted.statuses or complaint.status in wanted.statuses)
        and (wanted.overdue_at is None or _overdue(complaint, wanted.overdue_at))
        and (wanted.since is None or complaint.received_at >= wanted.since)
        and (not wanted.phone or complaint.reporter_phone == storable(wanted.phone))
        and (wanted.level is None or complaint.level is wanted.level)
        and _has_words(wanted.words, complaint)
    )


def _overdue(complaint: Complaint, at: datetime) -> bool:
    return complaint.status in WAITING and complaint.response_due_at < at


def _has_words(query: str, complaint: Complaint) -> bool:
    texts = (complaint.text, complaint.place, complaint.reporter_name, complaint.ticket)
    words = frozenset(index_words(texts, complaint.reporter_phone))
    return all(piece.holds(words) for piece in parse_query(query))


class FakeTimeline:
    """Implements the port `Timeline`."""

    def __init__(self, transaction: FakeTransaction) -> None:
        self._transaction = transaction

    def add(self, entry: TimelineEntry) -> None:
        new = stored(entry)
        tables = self._transaction.writing()
        if new.id in tables.timeline:
            raise RuleBroken(f"entry {new.id} twice")
        _check_known(tables, new.complaint_id)
        tables.timeline[new.id] = new

    def of(self, complaint_id: UUID) -> Sequence[TimelineEntry]:
        entries = self._transaction.tables.timeline.values()
        mine = [entry for entry in entries if entry.complaint_id == complaint_id]
        return tuple(sorted(mine, key=lambda entry: entry.at))


def _check_known(tables: Tables, complaint_id: UUID) -> None:
    if all(known.id != complaint_id for known in tables.complaints.values()):
        raise RuleBroken(f"no complaint {complaint_id}")


class FakeForwardings:
    """Implements the port `Forwardings`."""

    def __init__(self, transaction: FakeTransaction) -> None:
        self._transaction = transaction

    def add(self, forwarding: Forwarding) -> None:
        new = stored(forwarding)
        tables = self._transaction.writing()
        if new.id in tables.forwardings:
            raise RuleBroken(f"forwarding {new.id} twice")
        _check_forwarding(tables, new)
        tables.forwardings[new.id] = new

    def replace(self, forwarding: Forwarding) -> None:
        new = stored(forwarding)
        tables = self._transaction.writing()
        if new.id not in tables.forwardings:
            raise Problem(ProblemCode.UNKNOWN_FORWARDING, forwarding=str(new.id))
        _check_forwarding(tables, new)
        tables.forwardings[new.id] = new

    def by_id(self, forwarding_id: UUID) -> Forwarding | None:
        return self._transaction.tables.forwardings.get(forwarding_id)

    def of(self, complaint_id: UUID) -> Sequence[Forwarding]:
        known = self._transaction.tables.forwardings.values()
        mine = [forwarding for forwarding in known if forwarding.complaint_id == complaint_id]
        return tuple(sorted(mine, key=lambda forwarding: forwarding.prepared_at))


def _check_forwarding(tables: Tables, forwarding: Forwarding) -> None:
    _check_known(tables, forwarding.complaint_id)
    _check_institution(tables, forwarding.institution_code)
    if forwarding.contact_id not in tables.contacts:
        raise RuleBroken(f"no contact {forwarding.contact_id}")


class FakeDrafts:
    """Implements the port `Drafts`."""

    def __init__(self, transaction: FakeTransaction) -> None:
        self._transaction = transaction

    def put(self, draft: Draft) -> None:
        self._transaction.writing().drafts[draft.id] = stored(draft)

    def of_desk(self, desk_code: str) -> Sequence[Draft]:
        wanted = storable(desk_code)
        mine = [draft for draft in self._transaction.tables.drafts.values() if draft.desk_code == wanted]
        return tuple(sorted(mine, key=lambda draft: (draft.updated_at, draft.id), reverse=True))

    def remove(self, draft_id: UUID) -> None:
        self._transaction.writing().drafts.pop(draft_id, None)


class FakeContacts:
    """Implements the port `Contacts`."""

    def __init__(self, transaction: FakeTransaction) -> None:
        self._transaction = transaction

    def put(self, contact: Contact) -> None:
        self.put_all((contact,))

    def put_all(self, contacts: Iterable[Contact]) -> None:
        for contact in contacts:
            new = stored(contact)
            tables = self._transaction.writing()
            _check_institution(tables, new.institution_code)
            tables.contacts[new.id] = new

    def by_id(self, contact_id: UUID) -> Contact | None:
        return self._transaction.tables.contacts.get(contact_id)

    def all(self) -> Sequence[Contact]:
        return tuple(sorted(self._active(), key=lambda one: (one.institution_code, one.order, one.id)))

    def count(self) -> int:
        return len(self._active())

    def _active(self) -> list[Contact]:
        return [contact for contact in self._transaction.tables.contacts.values() if contact.active]


class FakeOffices:
    """Implements the port `Offices`."""

    def __init__(self, transaction: FakeTransaction) -> None:
        self._transaction = transaction

    def put_institutions(self, institutions: Iterable[Institution]) -> None:
        for institution in map(stored, institutions):
            self._transaction.writing().institutions[institution.code] = institution

    def institution_codes(self) -> frozenset[str]:
        return frozenset(self._transaction.tables.institutions)

    def put_desks(self, desks: Iterable[Desk]) -> None:
        for desk in map(stored, desks):
            self._transaction.writing().desks[desk.code] = desk

    def desks(self) -> Sequence[Desk]:
        known = self._transaction.tables.desks.values()
        return tuple(sorted((desk for desk in known if desk.active), key=lambda desk: desk.code))


class FakeDisposals:
    """Implements the port `Disposals`."""

    def __init__(self, transaction: FakeTransaction, operator: Operator) -> None:
        self._transaction = transaction
        self._operator = operator

    def add(self, disposal_id: UUID, at: datetime, kind: Disposal, phone: str) -> None:
        call = stored(CountedCall(at=at, kind=kind, phone=phone, operator=self._operator))
        calls = self._transaction.writing().disposals
        if disposal_id in calls:
            raise RuleBroken(f"call {disposal_id} twice")
        calls[disposal_id] = call

    def undo(self, disposal_id: UUID) -> None:
        calls = self._transaction.writing().disposals
        if disposal_id in calls:
            calls[disposal_id] = replace(calls[disposal_id], undone=True)

    def count_since(self, since: datetime) -> int:
        calls = self._transaction.tables.disposals.values()
        return sum(call.at >= since and not call.undone for call in calls)
