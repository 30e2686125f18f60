"""The region as CSV files: places, roads and public numbers, each row with where it was found."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from importlib.resources.abc import Traversable
from typing import Final

from console.adapters.records import Record, read_rows
from console.domain.base_check import BaseFault
from console.domain.level import Level
from console.domain.region import District, Hotline, Region, Road, Village, VillageKind
from console.domain.spellings import other_spellings
from resources import resource

_ROAD_LEVELS: Final = {
    "nasional": Level.KEMENTERIAN,
    "provinsi": Level.PROVINSI,
    "kabupaten": Level.PEMKAB,
    "rencana": None,
}
_CALL_FIRST: Final = "VERIFIKASI"  # the mark in `source` of a number that nobody has called yet
_HISTORIC: Final = "darurat-historis"


def load_region(folder: Traversable | None = None) -> Region:
    """Return the region in `folder` (the shipped one by default), or raise `Problem` BASE_BROKEN."""
    root = resource("region") if folder is None else folder
    districts = tuple(_districts(root))
    return Region(
        districts=districts,
        villages=tuple(_villages(root, {district.code: district.name for district in districts})),
        roads=tuple(map(_road, read_rows(root, "roads.csv"))),
        hotlines=tuple(map(_hotline, read_rows(root, "hotlines.csv"))),
    )


def _districts(root: Traversable) -> Iterator[District]:
    seen: set[str] = set()
    for row in read_rows(root, "kecamatan.csv"):
        district = District(
            code=_unused(row, "kecamatan_code", seen),
            name=row.filled_text("kecamatan"),
            latitude=row.decimal("lat"),
            longitude=row.decimal("lon"),
        )
        row.pass_over("desa", "kelurahan", "area_km2")
        row.end()
        yield district


def _villages(root: Traversable, districts: dict[str, str]) -> Iterator[Village]:
    seen: set[str] = set()
    plain = [_village(row, districts, seen) for row in read_rows(root, "villages.csv")]
    old = _old_spellings(root, seen)
    names = {village.name for village in plain}
    for village in plain:
        spellings = (*other_spellings(village.name), *_told_apart(village, old.get(village.code, ()), names))
        yield replace(village, other_spellings=tuple(dict.fromkeys(spellings)))


def _village(row: Record, districts: dict[str, str], seen: set[str]) -> Village:
    district_code = row.text("kecamatan_code")
    if districts.get(district_code) != row.text("kecamatan"):
        row.refuse(BaseFault.UNKNOWN_REFERENCE, district_code)
    village = Village(
        code=_unused(row, "village_code", seen),
        name=row.filled_text("village"),
        kind=row.choice("kind", VillageKind),
        district_code=district_code,
        district=districts[district_code],
        latitude=row.decimal("lat"),
        longitude=row.decimal("lon"),
    )
    row.pass_over("postcode")
    row.end()
    return village


def _old_spellings(root: Traversable, codes: Container[str]) -> dict[str, tuple[str, ...]]:
    old: dict[str, tuple[str, ...]] = {}
    for row in read_rows(root, "old_spellings.csv"):
        code, spelling = row.text("village_code"), row.filled_text("spelling")
        if code not in codes:
            row.refuse(BaseFault.UNKNOWN_REFERENCE, code)
        row.end()
        old[code] = (*old.get(code, ()), spelling)
    return old


def _told_apart(village: Village, spellings: Iterable[str], names: Container[str]) -> Iterator[str]:
    """Return old spellings; one that is another village's name today counts only with the kecamatan."""
    for spelling in spellings:
        if spelling in names:
            yield f"{spelling} {village.district}"
            yield f"{village.district} {spelling}"
        else:
            yield spelling


def _unused(row: Record, field: str, seen: set[str]) -> str:
    code = row.filled_text(field)
    if code in seen:
        row.refuse(BaseFault.DUPLICATE, code)
    seen.add(code)
    return code


def _road(row: Record) -> Road:
    status = row.text("status")
    if status not in _ROAD_LEVELS:
        row.refuse(BaseFault.UNKNOWN_VALUE, status)
    road = Road(
        level=_ROAD_LEVELS[status],
        status=status,
        name=row.filled_text("name"),
        start=row.text("from"),
        end=row.text("to"),
        note=row.text("note"),
        source=row.filled_text("source"),
    )
    row.pass_over("length_km", "length_note")
    row.end()
    return road


def _hotline(row: Record) -> Hotline:
    kind, source = row.filled_text("kind"), row.filled_text("source")
    hotline = Hotline(
        name=row.filled_text("name"),
        number=row.filled_text("number"),
        kind=kind,
        source=source,
        verified=kind != _HISTORIC and _CALL_FIRST not in source,
    )
    row.end()
    return hotline
