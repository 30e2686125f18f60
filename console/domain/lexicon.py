"""How people in Banyuwangi write: the raw material that recognition and the plain-language check work with.

The four languages mix freely within one sentence; a form that means two things is marked and never replaced
blindly.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType


class Language(StrEnum):
    """Language of a written form (codes as in the data; Osing has no ISO 639-1 code)."""

    INDONESIAN = "id"
    JAVANESE = "jv"
    OSING = "osi"
    MADURESE = "mad"


class FormKind(StrEnum):
    """Why a form is not standard Indonesian."""

    SLANG = "slang"
    ABBREVIATION = "abbrev"
    TYPO = "typo"
    DIALECT = "dialect"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One word or phrase as written (lower case) and its standard Indonesian.

    `topic` is the field it usually belongs to (``lokasi``, ``jalan``…) or empty. An `ambiguous` form also
    means something else, named in `note`.
    """

    written: str
    standard: str
    language: Language
    kind: FormKind
    topic: str
    ambiguous: bool
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AffixRule:
    """A regular way of spelling or affixing; `name` is what the code that applies it refers to."""

    name: str
    description: str
    example_in: str
    example_out: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MisleadingPattern:
    """A way in which a spoken complaint misleads a reader of single words."""

    name: str
    example: str
    wrong_reading: str
    right_reading: str


@dataclass(frozen=True)
class Lexicon:
    """Everything known about how people write."""

    forms: tuple[Form, ...]
    rules: tuple[AffixRule, ...]
    patterns: tuple[MisleadingPattern, ...]
    common_words: frozenset[str]

    @cached_property
    def forms_by_written(self) -> Mapping[str, tuple[Form, ...]]:
        """Every reading of a written form, in the order of the data."""
        grouped: dict[str, list[Form]] = {}
        for form in self.forms:
            grouped.setdefault(form.written, []).append(form)
        return MappingProxyType({written: tuple(readings) for written, readings in grouped.items()})

    @cached_property
    def plain_standard(self) -> Mapping[str, str]:
        """Written form to standard, only where a single reading exists and nothing is ambiguous."""
        return MappingProxyType(
            {
                written: readings[0].standard
                for written, readings in self.forms_by_written.items()
                if len(readings) == 1 and not readings[0].ambiguous
            }
        )
