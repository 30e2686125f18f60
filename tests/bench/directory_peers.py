"""What one would search a directory with instead: LIKE, FTS5, tantivy, RapidFuzz."""

import sqlite3
from collections.abc import Callable, Sequence
from uuid import UUID

import tantivy
from rapidfuzz import fuzz, process

from console.domain.base import JurisdictionBase
from tests.bench.directory_data import Row

TOP = 5
FIELDS = {"named": 2.0, "topical": 1.0}  # what tantivy searches, with weights

Engine = Callable[[str], Sequence[UUID]]


def plain_texts(row: Row, base: JurisdictionBase) -> tuple[str, str]:
    """Return what the peers search: who the contact is and its office; its topics, district and number."""
    contact = row.contact
    institution = base.institution(contact.institution_code)
    named = f"{contact.name} {contact.position} {institution.name} {institution.short_name}"
    topics = " ".join(base.matter(code).title for code in contact.topics)
    return named, f"{topics} {row.village.district} 0{contact.phone.removeprefix('+62')}"


def sqlite_engines(rows: Sequence[Row], texts: Sequence[tuple[str, str]]) -> dict[str, Engine]:
    """Return LIKE over a table and FTS5 with prefixes, as one would write them first."""
    link = sqlite3.connect(":memory:")
    link.execute("CREATE TABLE contact (id INTEGER PRIMARY KEY, text TEXT)")
    link.execute("CREATE VIRTUAL TABLE words USING fts5(named, topical, prefix='2 3')")
    numbered = [(row.contact.id.int, *both) for row, both in zip(rows, texts, strict=True)]
    link.executemany("INSERT INTO contact VALUES (?, ? || ' ' || ?)", numbered)
    link.executemany("INSERT INTO words (rowid, named, topical) VALUES (?, ?, ?)", numbered)

    def like(text: str) -> list[UUID]:
        query = "SELECT id FROM contact WHERE text LIKE ? LIMIT ?"
        return [UUID(int=row[0]) for row in link.execute(query, (f"%{text}%", TOP))]

    def fts(text: str) -> list[UUID]:
        wanted = " ".join(f'"{word}"*' for word in text.replace('"', "").split())
        query = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT ?"
        return [UUID(int=row[0]) for row in link.execute(query, (wanted, TOP))]

    return {"LIKE": like, "FTS5": fts}


def tantivy_engine(rows: Sequence[Row], texts: Sequence[tuple[str, str]]) -> Engine:
    """Return tantivy's fuzzy search with our rules: every word must match, begun or with the same typos.

    Its fuzzy matches all score alike. So exact words are asked for beside them and stand first, and names
    and topics are two fields, as names stand before topics.
    """
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("id", stored=True)
    for name in FIELDS:
        builder.add_text_field(name, stored=False)
    schema = builder.build()
    index = tantivy.Index(schema)
    writer = index.writer(heap_size=64_000_000, num_threads=1)
    for row, (named, topical) in zip(rows, texts, strict=True):
        writer.add_document(tantivy.Document(id=row.contact.id.int, named=named, topical=topical))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def clause(word: str) -> tantivy.Query:
        edits = 0 if len(word) <= 3 else 1 if len(word) <= 5 else 2
        either = []
        for name, weight in FIELDS.items():
            exact = tantivy.Query.term_query(schema, name, word)
            fuzzy = tantivy.Query.fuzzy_term_query(
                schema, name, word, distance=edits, transposition_cost_one=True, prefix=True
            )
            either.append((tantivy.Occur.Should, tantivy.Query.boost_query(exact, 3 * weight)))
            either.append((tantivy.Occur.Should, tantivy.Query.boost_query(fuzzy, weight)))
        return tantivy.Query.boolean_query(either)

    def search(text: str) -> list[UUID]:
        clauses = [(tantivy.Occur.Must, clause(word)) for word in text.lower().split()]
        hits = searcher.search(tantivy.Query.boolean_query(clauses), TOP).hits
        return [UUID(int=searcher.doc(address)["id"][0]) for _score, address in hits]

    return search


def fuzz_engine(rows: Sequence[Row], texts: Sequence[tuple[str, str]]) -> Engine:
    """Return RapidFuzz's weighted ratio against every contact."""
    ids = [row.contact.id for row in rows]
    folded = [" ".join(both).lower() for both in texts]

    def search(text: str) -> list[UUID]:
        found = process.extract(text.lower(), folded, scorer=fuzz.WRatio, limit=TOP)
        return [ids[at] for _text, _score, at in found]

    return search
