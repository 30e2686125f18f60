"""Which complaints a filter holds, newest first, at the same cost at any depth of any size of table."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, exists, func, select

from console.domain.complaint import WAITING, ComplaintFilter
from db.search import parse_query
from db.tables import complaints
from db.transaction import Transaction
from db.word_index import server_match, server_words, sqlite_match, sqlite_words

_seq = complaints.c.seq


class Worklist:
    """Finds the numbers of complaints; the rows themselves are read by their primary key."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def newest(self, wanted: ComplaintFilter, cursor: int | None, limit: int) -> Sequence[int]:
        """Return at most `limit` numbers below `cursor`, newest first."""
        statement, number = self._matching(wanted)
        if cursor is not None:
            statement = statement.where(number < cursor)
        return self._transaction.scalars(statement.order_by(number.desc()).limit(limit))

    def count(self, wanted: ComplaintFilter) -> int:
        """Return how many there are."""
        statement, _number = self._matching(wanted)
        return self._transaction.scalar(select(func.count()).select_from(statement.subquery()))

    def _matching(self, wanted: ComplaintFilter) -> tuple[Select[int], ColumnElement[int]]:
        conditions = _conditions(wanted)
        words = parse_query(wanted.words)
        if not words:
            return select(_seq).where(*conditions), _seq
        if self._transaction.sqlite:
            number: ColumnElement[int] = sqlite_words.c.rowid
            match = sqlite_match(words)
        else:
            number, match = server_words.c.seq, server_match(words)
        statement = select(number).where(match)
        if conditions:
            statement = statement.where(exists().where(_seq == number, *conditions))
        return statement, number


def _conditions(wanted: ComplaintFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.statuses:
        conditions.append(complaints.c.status.in_(wanted.statuses))
    if wanted.overdue_at is not None:
        conditions.append(complaints.c.status.in_(WAITING))
        conditions.append(complaints.c.response_due_at < wanted.overdue_at)
    if wanted.since is not None:
        conditions.append(complaints.c.received_at >= wanted.since)
    if wanted.phone:
        conditions.append(complaints.c.reporter_phone == wanted.phone)
    if wanted.level is not None:
        conditions.append(complaints.c.level == wanted.level)
    return conditions
