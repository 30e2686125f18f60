"""What one query word matches, and how well: exact before root, beginning, one typo, two typos."""

from collections.abc import Iterable, Iterator
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from console.domain.directory.documents import Field
from console.domain.directory.shelves import FIELD_BITS, FIELD_MASK, Shelves
from console.domain.directory.vocabulary import nearest
from console.domain.directory.words import ROOT_MARK, roots

if TYPE_CHECKING:
    from array import array

Scores = tuple[float, ...]


class Way(IntEnum):
    """How a stored word answers a typed one, best first."""

    EXACT = 0
    ROOT = 1
    BEGINNING = 2
    TYPO = 3
    TYPOS = 4


class Effort(IntEnum):
    """How far to go for a word: as it stands, one typo, two typos (and a typo in a beginning)."""

    PLAIN = 0
    ONE_TYPO = 1
    TWO_TYPOS = 2


# By way, then by `Field`. No score of a better way is below one of a worse way.
SCORES: Final[tuple[Scores, ...]] = (
    (1.0, 1.0, 0.92, 0.89, 0.86, 0.83),
    (0.82, 0.82, 0.81, 0.81, 0.80, 0.80),
    (0.78, 0.78, 0.74, 0.72, 0.70, 0.68),
    (0.60, 0.60, 0.56, 0.54, 0.52, 0.50),
    (0.40, 0.40, 0.36, 0.34, 0.32, 0.30),
)
_CHEAP_CHECK: Final = 32  # looking into one row costs about as much as putting so many into a set
_NUMBERS_AT_MOST: Final = 500
_ONE_TYPO_FROM: Final = 4  # letters
_TWO_TYPOS_FROM: Final = 6


class Match:
    """One query word with all the stored words that answer it.

    `needles` are the pieces by which a row's text shows the word, best first, each with its scores by
    field; `subjects` the subjects that hold it, each with its score.
    """

    __slots__ = ("_arrays", "_rows", "_shelves", "needles", "phones", "subjects", "tokens", "typed")

    def __init__(self, shelves: Shelves, typed: str) -> None:
        self.typed = typed
        self.tokens: list[tuple[str, Way]] = []
        self.needles: list[tuple[str, Scores]] = []
        self.subjects: dict[int, float] = {}
        self.phones: dict[int, float] = {}
        self._shelves = shelves
        self._arrays: list[array[int]] = []
        self._rows: set[int] | None = None

    def add(self, words: Iterable[str], way: Way) -> None:
        """Let these words answer; where a row's text holds one as a whole, it counts as `way`."""
        for word in words:
            if self._learn(word, way):
                self.needles.append((f" {word} ", SCORES[way]))

    def add_beginning(self, beginning: str, words: Iterable[str], way: Way) -> None:
        """Let these words answer, which all begin so."""
        before = len(self._arrays)
        for word in words:
            self._learn(word, way)
        if len(self._arrays) > before:
            self.needles.append((f" {beginning}", SCORES[way]))

    def copy(self) -> "Match":
        """Return a match that can be added to without changing this one."""
        other = Match(self._shelves, self.typed)
        other.phones = self.phones
        other.tokens, other.needles = self.tokens.copy(), self.needles.copy()
        other.subjects, other._arrays = self.subjects.copy(), self._arrays.copy()
        return other

    def count(self) -> int:
        """Return how many rows match at most."""
        rows = self._shelves.subject_rows
        total = len(self.phones)
        for held in self._arrays:
            total += len(held)
        for subject in self.subjects:
            total += len(rows[subject])
        return total

    def rows(self) -> set[int]:
        """Return all rows that match."""
        if self._rows is None:
            self._rows = set(self.phones).union(*self._arrays, *self._subject_rows(self.subjects))
        return self._rows

    def among(self, rows: set[int], count: int) -> set[int]:
        """Return those of the rows that match; `count` is this match's own."""
        if count <= _CHEAP_CHECK * len(rows):
            return rows & self.rows()
        if self.needles or self.phones:
            return {row for row in rows if self.grade(row)}
        nothing_shared, subjects = self.subjects.keys().isdisjoint, self._shelves.subjects
        return {row for row in rows if not nothing_shared(subjects[row])}

    def grade(self, row: int) -> float:
        """Return how well the row matches, 0 = not at all."""
        best = self.phones.get(row, 0.0) if self.phones else 0.0
        text = self._shelves.texts[row]
        for piece, scores in self.needles:
            at = text.find(piece)
            if at >= 0:
                best = max(best, scores[self._shelves.field_at(row, at)])
                break
        if best < 1 and self.subjects:
            score_of = self.subjects.get
            for subject in self._shelves.subjects[row]:
                score = score_of(subject, 0.0)
                if score > best:  # noqa: PLR1730 - a call of max() doubles the cost of the innermost loop
                    best = score
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
                arrays = [postings[word] for word in words if word in postings]
                yield set().union(*arrays, *self._subject_rows(subjects))

    def _learn(self, word: str, way: Way) -> bool:
        """Note where the word leads; return whether any row's text holds it."""
        shelves, arrays = self._shelves, self._arrays
        before = len(arrays)
        for postings in (shelves.named, shelves.topical):
            held = postings.get(word)
            if held is not None:
                arrays.append(held)
        packed_subjects = shelves.subject_words.get(word)
        if packed_subjects is not None:
            scores, subjects = SCORES[way], self.subjects
            for packed in packed_subjects:
                subject, score = packed >> FIELD_BITS, scores[packed & FIELD_MASK]
                if score > subjects.get(subject, 0.0):
                    subjects[subject] = score
        if len(arrays) == before and packed_subjects is None:
            return False
        self.tokens.append((word, way))
        return len(arrays) > before

    def _subject_rows(self, subjects: Iterable[int]) -> "Iterator[array[int]]":
        rows = self._shelves.subject_rows
        return (rows[subject] for subject in subjects)


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
            match.phones = self._shelves.numbers.find(typed, _NUMBERS_AT_MOST)
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
