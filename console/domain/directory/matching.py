"""What one query word matches, and how well: exact before root, beginning, one typo, two typos."""

from collections.abc import Iterable, Iterator
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from console.domain.directory.documents import Field
from console.domain.directory.shelves import FIELD_BITS, FIELD_MASK, Shelves

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


# By way, then by `Field`. No score of a better way is below one of a worse way.
SCORES: Final[tuple[Scores, ...]] = (
    (1.0, 1.0, 0.92, 0.89, 0.86, 0.83),
    (0.82, 0.82, 0.81, 0.81, 0.80, 0.80),
    (0.78, 0.78, 0.74, 0.72, 0.70, 0.68),
    (0.60, 0.60, 0.56, 0.54, 0.52, 0.50),
    (0.40, 0.40, 0.36, 0.34, 0.32, 0.30),
)
_CHEAP_CHECK: Final = 32  # looking into one row costs about as much as putting so many into a set


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
