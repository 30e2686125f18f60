"""Which complaints a filter holds, newest first, at nearly the same cost at any depth of any size of table.

The numbers are found first, each by the index that serves it best; the rows of one page are read after.
Nothing is left to the databases' guesses: SQLite keeps no statistics of its own accord, and PostgreSQL walks
the whole table for a rare word because it expects to meet one soon.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from sqlalchemy import ColumnElement, Select, exists, func, select

from console.domain.complaint import ComplaintFilter
from db.conditions import Conditions, Range, seq
from db.search import Wanted, parse_query
from db.tables import complaints
from db.transaction import Transaction
from db.word_index import complaint_words, server_match, server_words, sqlite_match, sqlite_words

FEW = 2000  # complaints that may be looked at one by one: some 50 ms
WINDOW = 5000  # newest complaints among which a page is sought before anything that grows with the table
_CHUNK = 200

Words = Sequence[Wanted]


class Worklist:
    """Finds the numbers of complaints; the rows themselves are read by their primary key."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def newest(self, wanted: ComplaintFilter, cursor: int | None, limit: int) -> Sequence[int]:
        """Return at most `limit` numbers below `cursor`, newest first."""
        words, conditions, within = parse_query(wanted.words), Conditions(wanted), Range(cursor)
        if not words:
            return self._by_columns(conditions, within, limit)
        if not conditions:
            return self._by_words(words, within, limit)
        few = self._few(words, conditions, within)
        if few is not None:
            return list(islice(few, limit))
        return self._by_words(words, within, limit, conditions)

    def count(self, wanted: ComplaintFilter) -> int:
        """Return how many there are."""
        words, conditions = parse_query(wanted.words), Conditions(wanted)
        if not words:
            return self._transaction.scalar(conditions.count())
        few = self._few(words, conditions, Range()) if conditions else None
        if few is not None:
            return sum(1 for _number in few)
        statement, _number = self._matching(words, conditions)
        return self._transaction.scalar(select(func.count()).select_from(statement.subquery()))

    def _few(self, words: Words, conditions: Conditions, within: Range) -> Iterator[int] | None:
        """Return all numbers, newest first, if words or columns alone leave only a few; else None.

        SQLite finds the newest hits of any words at once but cannot look words up for given complaints;
        with PostgreSQL it is the other way round.
        """
        if self._transaction.sqlite:
            hits = self._by_words(words, within, FEW + 1)
            if len(hits) <= FEW:
                return iter(self._among(hits, conditions))
        candidates = self._by_columns(conditions, within, FEW + 1)
        if len(candidates) > FEW:
            return None
        if self._transaction.sqlite:
            return self._with_words(candidates, words)
        return iter(self._hits_among(candidates, words))

    def _by_columns(self, conditions: Conditions, within: Range, limit: int) -> Sequence[int]:
        if conditions.wanted.since is None:
            return self._transaction.scalars(conditions.newest(within, limit))
        recent = self._transaction.scalars(conditions.newest(self._window(within), limit))
        if len(recent) == limit:
            return recent
        first = self._transaction.scalar(conditions.first())
        if first is None:
            return ()
        # The walk must end where the time does, not at the bottom of the table.
        return self._transaction.scalars(conditions.newest(Range(within.cursor, first), limit))

    def _by_words(
        self, words: Words, within: Range, limit: int, conditions: Conditions | None = None
    ) -> Sequence[int]:
        statement, number = self._matching(words, conditions)
        if self._transaction.sqlite:  # walks its index of words backwards, whatever the words
            walk = statement.where(within.holds(number)).order_by(number.desc())
            return self._transaction.scalars(walk.limit(limit))
        near = statement.where(self._window(within).holds(number)).order_by(number.desc())
        found = self._transaction.scalars(near.limit(limit))
        if len(found) == limit:
            return found
        every = statement.where(within.holds(number)).cte("hits").prefix_with("MATERIALIZED")
        return self._transaction.scalars(select(every.c.seq).order_by(every.c.seq.desc()).limit(limit))

    def _matching(
        self, words: Words, conditions: Conditions | None = None
    ) -> tuple[Select[int], ColumnElement[int]]:
        """Return the query of the numbers with these words, and the column it returns."""
        if self._transaction.sqlite:
            number: ColumnElement[int] = sqlite_words.c.rowid
            match = sqlite_match(words)
        else:
            number, match = server_words.c.seq, server_match(words)
        statement = select(number).where(match)
        if conditions:
            # Not a join: SQLite would turn it round and ask the index of words once for each complaint.
            statement = statement.where(exists().where(seq == number, conditions.all()))
        return statement, number

    def _window(self, within: Range) -> Range:
        top = within.cursor
        if top is None:
            top = (self._transaction.scalar(select(func.max(seq))) or 0) + 1
        return Range(within.cursor, top - WINDOW)

    def _among(self, numbers: Sequence[int], conditions: Conditions) -> Sequence[int]:
        """Return those of `numbers` that meet the conditions, newest first."""
        if not numbers:
            return ()
        statement = select(seq).where(seq.in_(numbers), conditions.all())
        return self._transaction.scalars(statement.order_by(seq.desc()))

    def _hits_among(self, numbers: Sequence[int], words: Words) -> Sequence[int]:
        """Return those of `numbers` that PostgreSQL's index finds by the words, newest first."""
        statement, number = self._matching(words)
        return self._transaction.scalars(statement.where(number.in_(numbers)).order_by(number.desc()))

    def _with_words(self, numbers: Sequence[int], words: Words) -> Iterator[int]:
        """Yield those of `numbers` whose complaints hold the words, reading no more than the reader takes."""
        row = complaints.c
        columns = (row.text, row.place, row.reporter_name, row.ticket, row.reporter_phone)
        for at in range(0, len(numbers), _CHUNK):
            statement = select(seq, *columns).where(seq.in_(numbers[at : at + _CHUNK]))
            for found in self._transaction.rows(statement.order_by(seq.desc())):
                _number, text, place, name, ticket, phone = found
                known = frozenset(complaint_words(text, place, name, ticket, phone))
                if all(piece.holds(known) for piece in words):
                    yield found.seq
