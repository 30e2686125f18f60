"""From a typed word to its match: how far to go for it, and what that finds."""

from collections.abc import Iterable
from typing import Final

from console.domain.directory.matching import Match, Way
from console.domain.directory.shelves import Shelves
from console.domain.directory.vocabulary import nearest
from console.domain.directory.words import ROOT_MARK, roots

# Letters a word needs before so many of them may be wrong.
_ONE_TYPO_FROM: Final = 4
_TWO_TYPOS_FROM: Final = 6


class Matcher:
    """Makes the matches of one search; words that several readings of a query share are looked up once."""

    def __init__(self, shelves: Shelves) -> None:
        self._shelves = shelves
        self._plain: dict[str, Match] = {}
        self._near: dict[str, Match] = {}

    def plain(self, typed: str) -> Match:
        """Return what answers the word as it stands or begun."""
        match = self._plain.get(typed)
        if match is None:
            match = self._plain[typed] = self._answers(typed)
        return match

    def near(self, typed: str) -> Match:
        """Return what answers the word with at most one typo."""
        match = self._near.get(typed)
        if match is None:
            match = self.plain(typed)
            if _mendable(typed, _ONE_TYPO_FROM):
                match = match.copy() if match.tokens else Match(self._shelves, typed)
                match.add(self._shelves.vocabulary.one_typo(typed), Way.TYPO)
            self._near[typed] = match
        return match

    def far(self, typed: str) -> Match:
        """Return what answers the word with two typos, or its beginning with one. Slow: a last resort."""
        if not _mendable(typed, _ONE_TYPO_FROM):
            return self.near(typed)
        match, vocabulary = self.near(typed).copy(), self._shelves.vocabulary
        if _mendable(typed, _TWO_TYPOS_FROM):
            match.add(vocabulary.fuzzy(typed, 2), Way.TYPOS)
        for beginning in vocabulary.fuzzy_beginnings(typed, 1):
            match.add_beginning(beginning, vocabulary.starting_with(beginning), Way.TYPOS)
        return match

    def far_among(self, typed: str, choices: Iterable[str]) -> Match:
        """Return what answers the word within two typos, out of a few stored words."""
        match = self.near(typed).copy()
        if _mendable(typed, _TWO_TYPOS_FROM):
            match.add(nearest(typed, list(choices), 2), Way.TYPOS)
        return match

    def _answers(self, typed: str) -> Match:
        match = Match(self._shelves, typed)
        begun = self._shelves.vocabulary.starting_with(typed)
        if begun and begun[0] == typed:
            match.add(begun[:1], Way.EXACT)
            del begun[0]
        forms = roots(typed)
        match.add((ROOT_MARK + typed, *forms, *[ROOT_MARK + form for form in forms]), Way.ROOT)
        if begun:
            match.add_beginning(typed, begun, Way.BEGINNING)
        if typed.isdecimal():
            match.phones = self._shelves.numbers.find(typed)
        return match


def _mendable(typed: str, shortest: int) -> bool:
    return len(typed) >= shortest and typed.isalpha()
