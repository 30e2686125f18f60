"""The person or public number that answers for a field of work."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Rank(StrEnum):
    """Place in the chain of an office, technical officer first."""

    TECHNICAL = "technical"
    SECTION = "section"
    DEPUTY = "deputy"
    HEAD = "head"
    HOTLINE = "hotline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One entry of the directory.

    `phone` is E.164 (or a short public number such as ``112`` for hotlines), `phone_raw` as it was given.
    `areas` are district or village codes the person answers for, empty = the whole regency. `order` is the
    place in the institution's escalation chain (1 = asked first). `sample` marks invented people (CONTOH).
    """

    id: UUID
    name: str
    position: str
    institution_code: str
    rank: Rank
    order: int
    field: str = ""
    topics: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    phone: str = ""
    phone_raw: str = ""
    whatsapp: bool = False
    valid_until: datetime | None = None
    confirmed_at: datetime | None = None
    answered_at: datetime | None = None
    note: str = ""
    source: str = ""
    verified: bool = True
    sample: bool = False
    active: bool = True
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactHit:
    """A search result: `because` holds the query words' matches in the row, for highlighting."""

    contact: Contact
    score: float
    because: tuple[str, ...]
