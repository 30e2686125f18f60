"""A body that can hold a complaint, from a dinas down to a private owner."""

from dataclasses import dataclass

from console.domain.level import Confidence, Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Institution:
    """One institution of the base; `code` is stable (``PK-DPUCKPP``), names may be corrected."""

    code: str
    name: str
    short_name: str
    level: Level
    kind: str
    handles: str
    hotline: str
    confidence: Confidence
    source: str
    note: str = ""
    verified_by: str = ""
    verified_on: str = ""
