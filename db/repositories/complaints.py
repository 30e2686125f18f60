"""Stored complaints: found by number, by caller, by filter; changed only as they were read."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Executable, Select, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from console.domain.complaint import Complaint, ComplaintFilter, ComplaintPage, ComplaintRow
from console.domain.problems import Problem, ProblemCode
from db.mapping import Mapping
from db.tables import complaints, desk_sequence
from db.transaction import Transaction
from db.word_index import WordIndex, complaint_words
from db.worklist import Worklist

_COMPLAINTS = Mapping(Complaint, complaints)
_ROWS = select(*_COMPLAINTS.columns, complaints.c.seq)
_ADD = insert(complaints).returning(complaints.c.seq)


def _next(start: sqlite.Insert | postgresql.Insert) -> Executable:
    """Return the one statement that starts or raises a desk's number: two desks cannot get the same."""
    raised = start.on_conflict_do_update(
        index_elements=[desk_sequence.c.desk_code, desk_sequence.c.day],
        set_={"last": desk_sequence.c.last + 1},
    )
    return raised.returning(desk_sequence.c.last)


_NEXT = {True: _next(sqlite.insert(desk_sequence)), False: _next(postgresql.insert(desk_sequence))}


class SqlComplaints:
    """Implements the port `Complaints`."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._words = WordIndex(transaction)
        self._worklist = Worklist(transaction)

    def add(self, complaint: Complaint) -> None:
        """Store a new complaint."""
        seq = self._transaction.write(_ADD, _COMPLAINTS.row(complaint)).scalar_one()
        self._words.add(seq, _words_of(complaint))

    def by_ticket(self, ticket: str) -> Complaint | None:
        """Return the complaint with this ticket number, in any letter case."""
        return self._one(_ROWS.where(complaints.c.ticket == ticket.upper()))

    def by_id(self, complaint_id: UUID) -> Complaint | None:
        """Return the complaint."""
        return self._one(_ROWS.where(complaints.c.id == complaint_id))

    def by_phone(self, phone: str, limit: int) -> Sequence[Complaint]:
        """Return the newest complaints of an E.164 number; none of callers without a number."""
        if not phone:
            return ()
        statement = _ROWS.where(complaints.c.reporter_phone == phone)
        return _COMPLAINTS.values(
            self._transaction.rows(statement.order_by(complaints.c.seq.desc()).limit(limit))
        )

    def replace(self, complaint: Complaint) -> None:
        """Store a changed complaint whose `version` is the one read; else `Problem` CHANGED_BY_OTHERS."""
        known = (complaints.c.id == complaint.id) & (complaints.c.version == complaint.version)
        before = self._transaction.locked(_ROWS.where(known))
        if before is None:
            raise Problem(ProblemCode.CHANGED_BY_OTHERS, ticket=complaint.ticket)
        changed = _COMPLAINTS.row(complaint) | {"version": complaint.version + 1}
        self._transaction.write(update(complaints).where(complaints.c.seq == before.seq), changed)
        self._words.change(before.seq, _words_of(_COMPLAINTS.value(before)), _words_of(complaint))

    def page(self, wanted: ComplaintFilter, cursor: int | None, limit: int) -> ComplaintPage:
        """Return one page, newest first, that starts below `cursor`."""
        found = self._worklist.newest(wanted, cursor, limit + 1)
        shown = found[:limit]
        statement = _ROWS.where(complaints.c.seq.in_(shown)).order_by(complaints.c.seq.desc())
        rows = tuple(
            ComplaintRow(seq=row.seq, complaint=_COMPLAINTS.value(row))
            for row in self._transaction.rows(statement)
        )
        return ComplaintPage(rows=rows, next_cursor=shown[-1] if len(found) > limit else None)

    def count(self, wanted: ComplaintFilter) -> int:
        """Return how many complaints the filter holds."""
        return self._worklist.count(wanted)

    def next_sequence(self, desk_code: str, day: str) -> int:
        """Reserve and return the next number of a desk on a day (``261122``), from 1."""
        first = {"desk_code": desk_code, "day": day, "last": 1}
        reserved = self._transaction.write(_NEXT[self._transaction.sqlite], first)
        number: int = reserved.scalar_one()
        return number

    def _one(self, statement: Select[Any]) -> Complaint | None:
        row = self._transaction.first(statement)
        return None if row is None else _COMPLAINTS.value(row)


def _words_of(complaint: Complaint) -> tuple[str, ...]:
    return complaint_words(
        complaint.text,
        complaint.place,
        complaint.reporter_name,
        complaint.ticket,
        complaint.reporter_phone,
    )
