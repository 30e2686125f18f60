"""How fast and how forgiving the directory's search is, next to what else one would use, in one run.

    python tests/bench/bench_directory.py                  10,000 contacts, under two minutes
    python tests/bench/bench_directory.py --rows 100000

Contacts, queries and typing errors come from a generator with its own seed; nothing in the product was
tuned on them. Engines take turns, so that a busy machine disturbs all of them alike.
"""

import argparse
import random
import re
import sqlite3
import string
import sys
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median
from time import perf_counter
from uuid import UUID

import tantivy
from rapidfuzz import fuzz, process

sys.path.insert(0, str(Path(__file__).parents[2]))

from console.adapters.base_files import load_base
from console.adapters.region_files import load_region
from console.adapters.sample_files import load_synonyms
from console.domain.base import JurisdictionBase
from console.domain.contact import Contact, Rank
from console.domain.directory.documents import Background
from console.domain.directory_index import DirectoryIndex
from console.domain.region import Region, Village

TOP = 5
FIELDS = {"named": 2.0, "topical": 1.0}  # what tantivy searches, with weights
SEED = 1121
SHORTEST_NAME = 7  # letters; two typos are promised from six letters on
TURN = 10  # queries before the next engine has its turn: short, so that a busy machine disturbs all alike
SLOW_QUERIES = 4  # per kind, for the engine that compares every row

_HEADS = tuple(
    re.findall(
        r"\w+",
        "su har wi pri dar mul kus nur bam sla gu pur ram tri wah yus ed "
        "im jo ket lu mar pon ris sam tau um ver zai kar ros fat",
    )
)
_MIDDLES = ("", "di", "ma", "ri", "ta", "no", "ka", "li", "ya", "ha")
_TAILS = (
    "yanto",
    "tono",
    "wati",
    "ningsih",
    "syah",
    "min",
    "jono",
    "yani",
    "tari",
    "dani",
    "roh",
    "tomo",
    "lina",
)


@dataclass(frozen=True)
class Office:
    """A kind of post: `title` with a place, in an institution, with topics and its everyday query."""

    title: str
    institution: str
    rank: Rank
    topics: tuple[str, ...]
    everyday: str
    short: str


_OFFICES = (
    Office("Pengawas Jalan {}", "PK-DPUCKPP", Rank.TECHNICAL, ("JLN-01",), "dalan bolong", "pengawas"),
    Office(
        "Petugas Penerangan Jalan Umum {}",
        "PK-DPUCKPP",
        Rank.TECHNICAL,
        ("PHB-04",),
        "lampu dalan mati",
        "pju",
    ),
    Office("Juru Pengairan {}", "PK-DPUP", Rank.TECHNICAL, ("IRG-01",), "banyu sawah", "juru"),
    Office("Koordinator Angkutan Sampah {}", "PK-DLH", Rank.TECHNICAL, ("LH-01",), "uwuh numpuk", "koor"),
    Office("Kepala Puskesmas {}", "PK-DINKES", Rank.TECHNICAL, ("KES-01",), "bidan posyandu", "kapus"),
    Office("Kepala Seksi Pelayanan {}", "PK-KEC", Rank.SECTION, ("DES-07",), "surat pengantar", "kasi"),
    Office("Kepala Desa {}", "PK-DESA", Rank.HEAD, ("JLN-02",), "dalan deso", "kades"),
    Office("Sekretaris Desa {}", "PK-DESA", Rank.TECHNICAL, ("SOS-12",), "surat miskin", "sekdes"),
    Office("Petugas Pemadam Kebakaran {}", "PK-DAMKAR", Rank.TECHNICAL, ("TIB-08",), "omah kobong", "damkar"),
    Office("Mantri Hewan {}", "PK-DISTAN", Rank.TECHNICAL, ("TAN-03",), "sapi lara", "mantri"),
    Office("Petugas Gangguan Listrik {}", "PT-PLN", Rank.TECHNICAL, ("ENG-01",), "oglangan", "pln"),
    Office("Petugas Pipa Bocor {}", "PT-PUDAM", Rank.TECHNICAL, ("AIR-01",), "banyu mati", "pdam"),
    Office("Operator Perekaman KTP {}", "PK-DUKCAPIL", Rank.TECHNICAL, ("DUK-01",), "ktp ilang", "capil"),
    Office("Koordinator Juru Parkir {}", "PK-DISHUB", Rank.TECHNICAL, ("PHB-08",), "tukang parkir", "dishub"),
    Office("Kepala Unit Pertanahan {}", "KM-BPN", Rank.SECTION, ("TNH-01",), "sertifikat tanah", "bpn"),
)


@dataclass(frozen=True)
class Row:
    """A generated contact with what its query may name."""

    contact: Contact
    names: tuple[str, str]
    office: Office
    village: Village


@dataclass(frozen=True)
class Query:
    """A query and the rows that answer it (any of them counts)."""

    kind: str
    text: str
    wanted: frozenset[UUID]


@dataclass
class Outcome:
    """What one engine made of one kind of query."""

    milliseconds: list[float] = field(default_factory=list)
    found: int = 0

    def percentile(self, share: float) -> float:
        """Return the time below which this share of the queries stays."""
        ordered = sorted(self.milliseconds)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


Engine = Callable[[str], Sequence[UUID]]


def make_rows(count: int, region: Region, dice: random.Random) -> list[Row]:
    """Return invented contacts: made-up names, real villages, posts of fifteen kinds."""
    names = sorted({head + middle + tail for head in _HEADS for middle in _MIDDLES for tail in _TAILS})
    names = [name for name in names if len(name) >= SHORTEST_NAME]
    rows = []
    for number in range(count):
        first, last = dice.choice(names), dice.choice(names)
        office, village = dice.choice(_OFFICES), dice.choice(region.villages)
        contact = Contact(
            id=UUID(int=number + 1),
            name=f"{first.title()} {last.title()} Contoh",
            position=office.title.format(village.name),
            institution_code=office.institution,
            rank=office.rank,
            order=number,
            topics=office.topics,
            areas=(village.code,),
            phone=f"+62{dice.randint(81100000000, 89999999999)}",
        )
        rows.append(Row(contact=contact, names=(first, last), office=office, village=village))
    return rows


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{line}\n")


def misspelled(word: str, dice: random.Random) -> str:
    """Return the word with one letter dropped, doubled by another, replaced or swapped with the next."""
    at = dice.randrange(len(word))
    letter = dice.choice(string.ascii_lowercase)
    kind = dice.choice(("drop", "add", "replace", "swap"))
    if kind == "drop":
        return word[:at] + word[at + 1 :]
    if kind == "add":
        return word[:at] + letter + word[at:]
    if kind == "replace":
        return word[:at] + letter + word[at + 1 :]
    at = min(at, len(word) - 2)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def spelled_otherwise(phone: str, dice: random.Random) -> str:
    """Return the first eight or so digits of a number in one of the ways people write them."""
    national = phone.removeprefix("+62")[: dice.randint(8, 10)]
    return dice.choice(
        (
            f"0{national}",
            f"62{national}",
            f"+62 {national[:3]}-{national[3:]}",
            f"0{national[:3]} {national[3:]}",
        )
    )


def make_queries(rows: Sequence[Row], each: int, dice: random.Random) -> Iterator[Query]:
    """Return `each` queries of nine kinds."""
    kinds: dict[str, Callable[[Row], str]] = {
        "full name": lambda row: " ".join(row.names),
        "other order": lambda row: f"{row.village.name} {row.names[1]} {row.names[0]}",
        "beginnings": lambda row: f"{row.names[0][:5]} {row.names[1][:5]}",
        "one typo": lambda row: f"{misspelled(row.names[0], dice)} {row.names[1]}",
        "two typos": lambda row: f"{misspelled(misspelled(row.names[0], dice), dice)} {row.names[1]}",
        "joined, split": lambda row: _recut(row, dice),
        "short title": lambda row: f"{row.office.short} {row.village.name} {row.names[0]}",
        "everyday words": lambda row: f"{row.office.everyday} {row.village.name}",
        "phone piece": lambda row: spelled_otherwise(row.contact.phone, dice),
    }
    for kind, text_of in kinds.items():
        for row in dice.sample(rows, each):
            yield Query(kind=kind, text=text_of(row), wanted=_answers(kind, row, rows))


def _recut(row: Row, dice: random.Random) -> str:
    first, last = row.names
    if dice.random() < 0.5:
        return first + last
    cut = dice.randint(3, len(first) - 3) if len(first) >= 6 else len(first)
    return f"{first[:cut]} {first[cut:]} {last}".replace("  ", " ")


def _answers(kind: str, row: Row, rows: Sequence[Row]) -> frozenset[UUID]:
    """Return every contact that answers the query as well as the one it was made from."""
    same: Iterator[Row]
    if kind == "everyday words":
        same = (other for other in rows if other.office is row.office and other.village == row.village)
    elif kind == "phone piece":
        same = iter((row,))
    elif kind in {"other order", "short title"}:
        same = (other for other in rows if other.names[0] == row.names[0] and other.village == row.village)
    else:
        same = (other for other in rows if other.names == row.names)
    return frozenset(other.contact.id for other in same)


def plain_texts(row: Row, base: JurisdictionBase) -> tuple[str, str]:
    """Return what the peers search: who the contact is and its office; its topics, district and number."""
    contact = row.contact
    institution = base.institution(contact.institution_code)
    named = " ".join((contact.name, contact.position, institution.name, institution.short_name))
    topics = " ".join(base.matter(code).title for code in contact.topics)
    return named, f"{topics} {row.village.district} 0{contact.phone.removeprefix('+62')}"


def our_engine(rows: Sequence[Row], base: JurisdictionBase, region: Region) -> tuple[Engine, DirectoryIndex]:
    """Build the product's index and say what it cost."""
    words = load_synonyms()
    contacts = [row.contact for row in rows]
    begun = perf_counter()
    index = DirectoryIndex(contacts, Background(base, region, words))
    seconds = perf_counter() - begun
    tracemalloc.start()
    again = DirectoryIndex(contacts, Background(base, region, words))
    megabytes = tracemalloc.get_traced_memory()[0] / 1e6
    tracemalloc.stop()
    say(f"ours: built in {seconds:.2f} s, {megabytes:.1f} MB for {len(again):,} contacts")
    return lambda text: [hit.contact.id for hit in index.search(text, TOP)], index


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


def measure(engines: dict[str, Engine], queries: Sequence[Query]) -> dict[tuple[str, str], Outcome]:
    """Let the engines take turns, a few queries at a time (the slow one gets only the first few)."""
    outcomes = {(query.kind, name): Outcome() for query in queries for name in engines}
    for start in range(0, len(queries), TURN):
        for name, engine in engines.items():
            for query in queries[start : start + TURN]:
                outcome = outcomes[query.kind, name]
                if name == "WRatio" and len(outcome.milliseconds) >= SLOW_QUERIES:
                    continue
                begun = perf_counter()
                found = engine(query.text)
                outcome.milliseconds.append((perf_counter() - begun) * 1000)
                outcome.found += not query.wanted.isdisjoint(found)
    return outcomes


def report(outcomes: dict[tuple[str, str], Outcome], engines: Sequence[str]) -> None:
    """Print times, recall and how many times longer each peer takes than ours."""
    kinds = list(dict.fromkeys(kind for kind, _name in outcomes))
    say(f"\n{'':16}" + "".join(f"{name:>24}" for name in engines))
    say(f"{'query':16}" + f"{'p50 ms  p95 ms  r@5':>24}" * len(engines))
    for kind in kinds:
        cells = []
        for name in engines:
            one = outcomes[kind, name]
            recall = one.found / len(one.milliseconds)
            cells.append(f"{median(one.milliseconds):10.3f}{one.percentile(0.95):8.3f}{recall:6.3f}")
        say(f"{kind:16}" + "".join(cells))
    say("\ntimes ours (p50)")
    for kind in kinds:
        ours = median(outcomes[kind, "ours"].milliseconds)
        ratios = (median(outcomes[kind, name].milliseconds) / ours for name in engines)
        say(f"{kind:16}" + "".join(f"{ratio:24.1f}" for ratio in ratios))


def replace_cost(index: DirectoryIndex, rows: Sequence[Row], dice: random.Random) -> float:
    """Return the median milliseconds of changing one contact, the next search included."""
    times = []
    for row in dice.sample(rows, 25):
        changed = replace(row.contact, name=f"{misspelled(row.names[0], dice).title()} Contoh")
        begun = perf_counter()
        index.replace(changed)
        index.search(row.names[1], TOP)
        times.append((perf_counter() - begun) * 1000)
        index.replace(row.contact)
    return median(times)


def keystroke_cost(index: DirectoryIndex, rows: Sequence[Row], dice: random.Random) -> tuple[float, float]:
    """Return p50 and p95 milliseconds of every keystroke of typed names and posts, 50 results each."""
    outcome = Outcome()
    for row in dice.sample(rows, 40):
        typed = f"{row.names[0]} {row.village.name} {row.office.short}".lower()
        for length in range(1, len(typed) + 1):
            begun = perf_counter()
            index.search(typed[:length])
            outcome.milliseconds.append((perf_counter() - begun) * 1000)
    return median(outcome.milliseconds), outcome.percentile(0.95)


def main() -> None:
    """Run everything and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--queries", type=int, default=0, help="per kind; 0 chooses by size")
    parser.add_argument("--seed", type=int, default=SEED)
    arguments = parser.parse_args()
    dice = random.Random(arguments.seed)  # noqa: S311 - not for secrets
    base, region = load_base(), load_region()
    rows = make_rows(arguments.rows, region, dice)
    each = arguments.queries or (200 if arguments.rows <= 20_000 else 40)
    texts = [plain_texts(row, base) for row in rows]
    ours, index = our_engine(rows, base, region)
    engines: dict[str, Engine] = {"ours": ours, "tantivy fuzzy": tantivy_engine(rows, texts)}
    engines |= sqlite_engines(rows, texts)
    if arguments.rows <= 20_000:
        engines["WRatio"] = fuzz_engine(rows, texts)
    report(measure(engines, list(make_queries(rows, each, dice))), list(engines))
    p50, p95 = keystroke_cost(index, rows, dice)
    say(f"\nkeystroke, 50 results: p50 {p50:.3f} ms, p95 {p95:.3f} ms")
    say(f"one contact changed and the next search: {replace_cost(index, rows, dice):.2f} ms")


if __name__ == "__main__":
    main()
