"""Invented contacts and queries for measuring the directory's search; the product never saw them."""

import random
import re
import string
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from console.domain.contact import Contact, Rank
from console.domain.region import Region, Village

SHORTEST_NAME = 7  # letters; two typos are promised from six letters on

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
