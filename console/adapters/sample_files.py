"""What fills and teaches a new directory: invented contacts (CONTOH), public numbers, search words."""

from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.resources.abc import Traversable
from typing import Final
from uuid import UUID, uuid5

from console.adapters.records import Record, read_record, read_rows
from console.domain.base_check import BaseFault
from console.domain.contact import Contact, Rank
from console.domain.directory.search_words import SearchWords
from console.domain.phone import PhoneKind, parse_phone
from console.domain.problems import Problem
from console.domain.region import Hotline, Region
from resources import resource

# Ids come from the key of a row, so that every installation names the same sample and number alike.
_NAMESPACE: Final = UUID("6f0c9a52-7d1e-5b7e-9a44-2f6f6b1d3510")
_SAMPLES: Final = "contacts.csv"
_YES: Final = "ya"
_BETWEEN: Final = ";"
_HOTLINES_FROM: Final = 900  # behind every person of an institution
_FALLBACK: Final = "PK-112"  # answers for a number that no institution is named for


def load_sample_contacts(folder: Traversable | None = None) -> tuple[Contact, ...]:
    """Return the invented contacts, or raise `Problem` BASE_BROKEN when a row of the file is wrong."""
    root = resource("sample") if folder is None else folder
    return tuple(_sample(row) for row in read_rows(root, _SAMPLES))


def load_hotline_contacts(region: Region) -> tuple[Contact, ...]:
    """Return the region's public numbers as contacts of the institutions that answer them."""
    answered = _answered_by()
    return tuple(
        _hotline(hotline, place, *answered.get(hotline.number, (_FALLBACK, ())))
        for place, hotline in enumerate(region.hotlines)
    )


def load_synonyms(folder: Traversable | None = None) -> SearchWords:
    """Return the abbreviations, everyday words and ignored words of the directory's search."""
    root = resource("directory") if folder is None else folder
    short, like = read_record(root, "abbreviations.toml"), read_record(root, "synonyms.toml")
    words = SearchWords(
        abbreviations=[*_groups(short.table("titles")), *_groups(short.table("offices"))],
        synonyms=[*_groups(like.table("groups"))],
        ignored=like.texts("ignored"),
    )
    short.end()
    like.end()
    return words


def _groups(table: Record) -> Iterator[tuple[str, ...]]:
    for form in table.fields():
        yield (form, *table.texts(form))


def _answered_by() -> dict[str, tuple[str, tuple[str, ...]]]:
    whole = read_record(resource("directory"), "hotlines.toml")
    answered = {}
    for row in whole.named_tables("hotline", "number"):
        answered[row.text("number")] = (row.text("institution"), row.texts("topics"))
        row.end()
    whole.end()
    return answered


def _hotline(hotline: Hotline, place: int, institution: str, topics: tuple[str, ...]) -> Contact:
    phone = parse_phone(hotline.number)
    return Contact(
        id=uuid5(_NAMESPACE, f"hotline {hotline.number}"),
        name=hotline.name,
        position="Nomor layanan publik",
        institution_code=institution,
        rank=Rank.HOTLINE,
        order=_HOTLINES_FROM + place,
        field=hotline.kind,
        topics=topics,
        phone=phone.e164,
        phone_raw=hotline.number,
        whatsapp="whatsapp" in hotline.name.casefold(),
        source=hotline.source,
        verified=hotline.verified,
    )


def _sample(row: Record) -> Contact:
    raw = row.text("phone")
    contact = Contact(
        id=uuid5(_NAMESPACE, row.filled_text("key")),
        name=row.filled_text("name"),
        position=row.filled_text("position"),
        institution_code=row.filled_text("institution"),
        rank=row.choice("rank", Rank),
        order=_whole(row, "order"),
        field=row.text("field"),
        topics=_several(row, "topics"),
        areas=_several(row, "areas"),
        phone=_e164(row, raw),
        phone_raw=raw,
        whatsapp=row.text("whatsapp") == _YES,
        valid_until=_moment(row, "valid_until"),
        confirmed_at=_moment(row, "confirmed_at"),
        answered_at=_moment(row, "answered_at"),
        note=row.text("note"),
        source="CONTOH",
        sample=True,
    )
    row.end()
    return contact


def _several(row: Record, field: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in row.text(field).split(_BETWEEN) if part.strip())


def _whole(row: Record, field: str) -> int:
    text = row.text(field)
    if not text.isdecimal():
        row.refuse(BaseFault.WRONG_TYPE, field)
    return int(text)


def _e164(row: Record, raw: str) -> str:
    try:
        phone = parse_phone(raw)
    except Problem:
        row.refuse(BaseFault.UNKNOWN_VALUE, raw)
    if phone.kind is PhoneKind.SHORT:
        row.refuse(BaseFault.UNKNOWN_VALUE, raw)
    return phone.e164


def _moment(row: Record, field: str) -> datetime | None:
    """Return the day as midnight UTC; an empty cell is None."""
    text = row.text(field)
    if not text:
        return None
    try:
        return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError:
        row.refuse(BaseFault.BAD_DATE, text)
