"""What one query word matches, and how well: exact before root, beginning, one typo, two typos."""

from collections.abc import Iterable, Iterator
from enum import IntEnum
from functools import cached_property
from itertools import chain
from typing import Final, NamedTuple

from console.domain.directory.documents import Field
from console.domain.directory.shelves import Shelves
from console.domain.directory.vocabulary import Vocabulary
from console.domain.directory.words import ROOT_MARK, roots


class Way(IntEnum):
    """How a stored word answers a typed one, best first."""

    EXACT = 0
    ROOT = 1
    BEGINNING = 2
    TYPO = 3
    TYPOS = 4


class Effort(IntEnum):
    """How far to go for a word: as it stands, one typo, two typos (and typos in a beginning)."""

    PLAIN = 0
    ONE_TYPO = 1
    TWO_TYPOS = 2


class Needle(NamedTuple):
    """A piece of text to look for in a row, and what finding it means."""

    text: str
    way: Way


# By way, then by `Field`. No score of a better way is below one of a worse way.
SCORES: Final = (
    (1.0, 0.98, 0.92, 0.89, 0.86, 0.83),
    (0.82, 0.82, 0.81, 0.81, 0.80, 0.80),
    (0.78, 0.77, 0.74, 0.72, 0.70, 0.68),
    (0.60, 0.59, 0.56, 0.54, 0.52, 0.50),
    (0.40, 0.39, 0.36, 0.34, 0.32, 0.30),
)
_NUMBERS_AT_MOST: Final = 500
_ONE_TYPO_FROM: Final = 4  # letters
_TWO_TYPOS_FROM: Final = 6


class Match:
    """One query word with all the stored words that answer it, as far as the effort goes."""

    def __init__(self, shelves: Shelves, typed: str, effort: Effort) -> None:
        self.typed = typed
        self._shelves = shelves
        self.tokens, self.needles = _answers(shelves.vocabulary, typed, effort)
        self.subjects = self._subjects()
        self.phones = shelves.numbers.find(typed, _NUMBERS_AT_MOST) if typed.isdecimal() else {}

    @cached_property
    def count(self) -> int:
        """At most so many rows match."""
        rows = map(len, self._arrays())
        return sum(rows) + len(self.phones)

    @cached_property
    def rows(self) -> set[int]:
        """All rows that match."""
        return set(self.phones).union(*self._arrays())

    def grade(self, row: int) -> float:
        """Return how well the row matches, 0 = not at all."""
        best = self.phones.get(row, 0.0)
        text = self._shelves.texts[row]
        for piece, way in self.needles:
            at = text.find(piece)
            if at >= 0:
                best = max(best, SCORES[way][self._shelves.field_at(row, at)])
                break
        for subject in self._shelves.subjects[row]:
            score = self.subjects.get(subject, 0.0)
            best = max(best, score)
        return best

    def tiers(self) -> Iterator[set[int]]:
        """Return the rows again, best first; a later set may repeat rows of an earlier one."""
        yield set(self.phones)
        for way in Way:
            words = [word for word, how in self.tokens if how is way]
            for postings, field in (
                (self._shelves.named, Field.NAMED_SHORT),
                (self._shelves.topical, Field.INHERITED_LIKE),
            ):
                least = SCORES[way][field]
                subjects = [subject for subject, score in self.subjects.items() if score >= least]
                yield set().union(*postings.of_any(words), *self._subject_rows(subjects))

    def _arrays(self) -> Iterator[Iterable[int]]:
        words = [word for word, _way in self.tokens]
        return chain(
            self._shelves.named.of_any(words),
            self._shelves.topical.of_any(words),
            self._subject_rows(self.subjects),
        )

    def _subject_rows(self, subjects: Iterable[int]) -> Iterator[Iterable[int]]:
        return (self._shelves.subject_rows[subject] for subject in subjects)

    def _subjects(self) -> dict[int, float]:
        found: dict[int, float] = {}
        for token, way in self.tokens:
            scores = SCORES[way]
            for subject, field in self._shelves.subjects_with(token):
                if scores[field] > found.get(subject, 0.0):
                    found[subject] = scores[field]
        return found


def _answers(
    vocabulary: Vocabulary, typed: str, effort: Effort
) -> tuple[list[tuple[str, Way]], list[Needle]]:
    """Return the stored words that answer `typed`, and the pieces by which to know them in a row's text."""
    tokens = [(word, Way.BEGINNING) for word in vocabulary.starting_with(typed)]
    if tokens and tokens[0][0] == typed:
        tokens[0] = (typed, Way.EXACT)
    needles = [Needle(f" {typed} ", Way.EXACT)]
    forms = roots(typed)
    for root in (ROOT_MARK + typed, *forms, *(ROOT_MARK + form for form in forms)):
        tokens.append((root, Way.ROOT))
        needles.append(Needle(f" {root} ", Way.ROOT))
    needles.append(Needle(f" {typed}", Way.BEGINNING))
    if effort >= Effort.ONE_TYPO and len(typed) >= _ONE_TYPO_FROM and typed.isalpha():
        for near in vocabulary.one_typo(typed):
            tokens.append((near, Way.TYPO))
            needles.append(Needle(f" {near} ", Way.TYPO))
    if effort >= Effort.TWO_TYPOS and len(typed) >= _ONE_TYPO_FROM and typed.isalpha():
        _add_far_answers(vocabulary, typed, tokens, needles)
    return tokens, needles


def _add_far_answers(
    vocabulary: Vocabulary, typed: str, tokens: list[tuple[str, Way]], needles: list[Needle]
) -> None:
    if len(typed) >= _TWO_TYPOS_FROM:
        for near in vocabulary.fuzzy(typed, 2):
            tokens.append((near, Way.TYPOS))
            needles.append(Needle(f" {near} ", Way.TYPOS))
    for beginning in vocabulary.fuzzy_beginnings(typed, 1):
        tokens += [(near, Way.TYPOS) for near in vocabulary.starting_with(beginning)]
        needles.append(Needle(f" {beginning}", Way.TYPOS))
