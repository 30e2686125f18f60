"""Who is at the desk. Every service call says it; passwords and roles come through the same value."""

from dataclasses import dataclass
from enum import StrEnum


class Shift(StrEnum):
    """The three shifts of the desk."""

    PAGI = "pagi"
    SIANG = "siang"
    MALAM = "malam"


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator:
    """The person at the desk: name as shown, desk code (``MPP1``), shift."""

    name: str
    desk_code: str
    shift: Shift


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A counter or telephone line; `code` is part of every ticket number it gives."""

    code: str
    name: str
    active: bool = True
