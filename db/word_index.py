"""The index of search words: FTS5 in SQLite, a tsvector with GIN in PostgreSQL, the same words in both.

The words stand in a table of their own, so that a new status does not touch the text index. SQLite's is
contentless: it keeps only which word occurs where, and forgets a complaint when told its old words.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import BigInteger, ColumnElement, column, table, text

from db.search import Term, Wanted, index_words
from db.transaction import Transaction

_SQLITE_ADD = text("INSERT INTO complaint_words (rowid, words) VALUES (:seq, :words)")
_SQLITE_FORGET = text(
    "INSERT INTO complaint_words (complaint_words, rowid, words) VALUES ('delete', :seq, :words)"
)
_SERVER_PUT = text(
    "INSERT INTO complaint_words (seq, words) VALUES (:seq, array_to_tsvector(CAST(:words AS text[])))"
    " ON CONFLICT (seq) DO UPDATE SET words = excluded.words"
)
sqlite_words = table("complaint_words", column("rowid", BigInteger))
server_words = table("complaint_words", column("seq", BigInteger))


@dataclass(frozen=True, slots=True)
class _Language:
    """How a database writes its text queries; words are quoted, so none of them is an operator."""

    both: str
    either: str
    whole: str
    prefix: str

    def query(self, wanted: Sequence[Wanted]) -> str:
        """Return the query that finds all pieces."""
        return self.both.join(f"({self._piece(piece)})" for piece in wanted)

    def _piece(self, piece: Wanted) -> str:
        terms = self.both.join(map(self._term, piece.terms))
        return f"({terms}){self.either}{self._term(piece.number)}" if piece.number else terms

    def _term(self, term: Term) -> str:
        return (self.prefix if term.prefix else self.whole).format(term.word)


_FTS5 = _Language(both=" AND ", either=" OR ", whole='"{}"', prefix='"{}"*')
_TSQUERY = _Language(both=" & ", either=" | ", whole="'{}'", prefix="'{}':*")


def sqlite_match(wanted: Sequence[Wanted]) -> ColumnElement[bool]:
    """Return the condition on `sqlite_words`."""
    match = text("complaint_words MATCH :match").bindparams(match=_FTS5.query(wanted))
    return match.self_group()  # type: ignore[return-value]  # a text in brackets is a condition


def server_match(wanted: Sequence[Wanted]) -> ColumnElement[bool]:
    """Return the condition on `server_words`."""
    match = text("complaint_words.words @@ CAST(:match AS tsquery)").bindparams(match=_TSQUERY.query(wanted))
    return match.self_group()  # type: ignore[return-value]  # as above


def complaint_words(text: str, place: str, name: str, ticket: str, phone: str) -> tuple[str, ...]:
    """Return the words by which a complaint is found."""
    return index_words((text, place, name, ticket), phone)


class WordIndex:
    """Keeps the index in step with the complaints, inside their transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def add(self, seq: int, words: Sequence[str]) -> None:
        """Index a new complaint."""
        if self._transaction.sqlite:
            self._transaction.write(_SQLITE_ADD, {"seq": seq, "words": " ".join(words)})
        else:
            self._transaction.write(_SERVER_PUT, {"seq": seq, "words": list(words)})

    def change(self, seq: int, old: Sequence[str], new: Sequence[str]) -> None:
        """Index a complaint anew if its words have changed."""
        if old == new:
            return
        if self._transaction.sqlite:
            self._transaction.write(_SQLITE_FORGET, {"seq": seq, "words": " ".join(old)})
        self.add(seq, new)
