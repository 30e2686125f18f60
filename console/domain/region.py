"""The regency's 25 kecamatan and 217 villages, and public numbers and roads that belong to the place."""

from dataclasses import dataclass
from enum import StrEnum

from console.domain.level import Level


class VillageKind(StrEnum):
    """A desa governs itself (UU 6/2014); a kelurahan is part of the regency."""

    DESA = "desa"
    KELURAHAN = "kelurahan"


@dataclass(frozen=True, slots=True, kw_only=True)
class District:
    """A kecamatan; `code` is Kemendagri's (``35.10.01``)."""

    code: str
    name: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Village:
    """A desa or kelurahan; `code` is Kemendagri's (``35.10.01.2001``), coordinates are WGS84 degrees."""

    code: str
    name: str
    kind: VillageKind
    district_code: str
    district: str
    latitude: float
    longitude: float
    other_spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Road:
    """A road whose status was found in a public article: a suggestion with its source, never a fact."""

    level: Level | None
    status: str
    name: str
    start: str
    end: str
    note: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hotline:
    """A public number as published; `verified` is false until somebody has called it."""

    name: str
    number: str
    kind: str
    source: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Region:
    """Everything the program knows about the place itself."""

    districts: tuple[District, ...]
    villages: tuple[Village, ...]
    roads: tuple[Road, ...]
    hotlines: tuple[Hotline, ...]
