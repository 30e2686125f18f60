"""The plain lists of words that recognition works with, as the shipped files hold them.

They are data, not rules: a native speaker can correct a list without knowing the program.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """A word that means something else beside certain neighbours (``tiga kali``: times, not river).

    `meaning` replaces it; empty means the word says nothing about the matter.
    """

    word: str
    meaning: str
    after: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class WordLists:
    """Words by what they do in a complaint; all lower case, in standard Indonesian."""

    empty: frozenset[str]
    weak: frozenset[str]
    titles: frozenset[str]
    beside: frozenset[str]
    landmarks: frozenset[str]
    street_names: frozenset[str]
    place_markers: frozenset[str]
    denials: frozenset[str]
    turns: frozenset[str]
    likens: frozenset[str]
    figures: frozenset[str]
    joinable: frozenset[str]
    roots: Mapping[str, str]
    senses: tuple[Sense, ...]
