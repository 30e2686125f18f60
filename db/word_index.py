"""The index of search words: FTS5 in SQLite, a tsvector with GIN in PostgreSQL, the same words in both.

The words stand in a table of their own, so that a new status does not touch the text index. SQLite's is
contentless: it keeps only which word occurs where, and forgets a complaint when told its old words.
"""

from collections.abc import Sequence

from sqlalchemy import BigInteger, ColumnElement, Select, TextClause, column, literal_column, select, table, text
from sqlalchemy import Integer as SqlInteger

from db.search import Term, Wanted
from db.transaction import Transaction

TABLE = "complaint_words"
_SQLITE_ADD = text("INSERT INTO complaint_words (rowid, words) VALUES (:seq, :words)")
_SQLITE_FORGET = text(
    "INSERT INTO complaint_words (complaint_words, rowid, words) VALUES ('delete', :seq, :words)"
)
_SERVER_PUT = text(
    "INSERT INTO complaint_words (seq, words) VALUES (:seq, array_to_tsvector(CAST(:words AS text[])))"
    " ON CONFLICT (seq) DO UPDATE SET words = excluded.words"
)


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


def sqlite_hits(wanted: Sequence[Wanted]) -> tuple[TextClause, ColumnElement[int]]:
    """Return the condition for FTS5, and its row number: the order to walk it in."""
    condition = text("complaint_words MATCH :match").bindparams(match=_fts(wanted))
    return condition, literal_column("complaint_words.rowid", SqlInteger)


def server_hits(wanted: Sequence[Wanted]) -> tuple[TextClause, ColumnElement[int]]:
    """Return the condition for PostgreSQL's text search, and the complaint's number."""
    condition = text("complaint_words.words @@ CAST(:match AS tsquery)").bindparams(match=_tsquery(wanted))
    return condition, literal_column("complaint_words.seq", BigInteger)


def words_table() -> Select[int]:
    """Return a query of nothing yet over the table of words."""
    return select(column("seq", SqlInteger)).select_from(table(TABLE))


def _fts(wanted: Sequence[Wanted]) -> str:
    """Quoted words: what FTS5 would take for an operator is a word like any other."""
    return " AND ".join(f"({_either(piece, ' AND ', ' OR ', _fts_term)})" for piece in wanted)


def _tsquery(wanted: Sequence[Wanted]) -> str:
    return " & ".join(f"({_either(piece, ' & ', ' | ', _ts_term)})" for piece in wanted)


def _either(piece: Wanted, both: str, either: str, spelled: "type[str] | object") -> str:
    raise NotImplementedError
