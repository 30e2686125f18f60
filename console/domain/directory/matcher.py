"""From a typed word to its match: how far to go for it, and what that finds."""

from collections.abc import Iterable
from enum import IntEnum
from typing import Final

from console.domain.directory.matching import Match, Way
from console.domain.directory.shelves import Shelves
from console.domain.directory.vocabulary import nearest
from console.domain.directory.words import ROOT_MARK, roots

# Letters a word needs before so many of them may be wrong.
_ONE_TYPO_FROM: Final = 4
_TWO_TYPOS_FROM: Final = 6


class Effort(IntEnum):
    """How far to go for a word: as it stands, one typo, two typos (and a typo in a beginning)."""

    PLAIN = 0
    ONE_TYPO = 1
    TWO_TYPOS = 2


class Matcher:
    """Makes the matches of one search; words that several readings of a query share are looked up once."""

    def __init__(self, shelves: Shelves) -> None:
        self._shelves = shelves
        self._made: dict[tuple[str, Effort], Match] = {}

    def match(self, typed: str, effort: Effort) -> Match:
        """Return what answers the word when going as far as `effort`."""
        made = self._made.get((typed, effort))
        if made is None:
            make = (self._plain, self._near, self._far)[effort]
            made = self._made[typed, effort] = make(typed)
        return made

    def far_among(self, typed: str, choices: Iterable[str]) -> Match:
        """Return what answers the word within two typos, out of a few stored words."""
        far = self.match(typed, Effort.ONE_TYPO).copy()
        if _mendable(typed, _TWO_TYPOS_FROM):
            far.add(nearest(typed, list(choices), 2), Way.TYPOS)
        return far

    def _plain(self, typed: str) -> Match:
        match = Match(self._shelves, typed)
        begun = self._shelves.vocabulary.starting_with(typed)
        if begun and begun[0] == typed:
            match.add(begun[:1], Way.EXACT)
            del begun[0]
        match.add((ROOT_MARK + typed,), Way.ROOT)
        forms = roots(typed)
        if forms:
            match.add((*forms, *(ROOT_MARK + form for form in forms)), Way.ROOT)
        if begun:
            match.add_beginning(typed, begun, Way.BEGINNING)
        if typed.isdecimal():
            match.phones = self._shelves.numbers.find(typed)
        return match

    def _near(self, typed: str) -> Match:
        plain = self.match(typed, Effort.PLAIN)
        if not _mendable(typed, _ONE_TYPO_FROM):
            return plain
        near = plain.copy() if plain.tokens else Match(self._shelves, typed)
        near.add(self._shelves.vocabulary.one_typo(typed), Way.TYPO)
        return near

    def _far(self, typed: str) -> Match:
        near = self.match(typed, Effort.ONE_TYPO)
        if not _mendable(typed, _ONE_TYPO_FROM):
            return near
        far, vocabulary = near.copy(), self._shelves.vocabulary
        if _mendable(typed, _TWO_TYPOS_FROM):
            far.add(vocabulary.fuzzy(typed, 2), Way.TYPOS)
        for beginning in vocabulary.fuzzy_beginnings(typed, 1):
            far.add_beginning(beginning, vocabulary.starting_with(beginning), Way.TYPOS)
        return far


def _mendable(typed: str, shortest: int) -> bool:
    return len(typed) >= shortest and typed.isalpha()
