"""What one query word matches, and how well: exact before root, beginning, one typo, two typos."""

from collections.abc import Iterable, Iterator
from enum import IntEnum
from functools import cached_property
from itertools import chain
from typing import Final

from console.domain.directory.documents import Field
from console.domain.directory.shelves import Shelves
from console.domain.directory.words import ROOT_MARK, roots


class Way(IntEnum):
    """How a stored word answers a typed one, best first."""

    EXACT = 0
    ROOT = 1
    BEGINNING = 2
    TYPO = 3
    TYPOS = 4


# By way, then by `Field`. No score of a better way is below one of a worse way.
SCORES: Final = (
    (1.0, 0.98, 0.92, 0.89, 0.86, 0.83),
    (0.82, 0.82, 0.81, 0.81, 0.80, 0.80),
    (0.78, 0.77, 0.74, 0.72, 0.70, 0.68),
    (0.60, 0.59, 0.56, 0.54, 0.52, 0.50),
    (0.40, 0.39, 0.36, 0.34, 0.32, 0.30),
)
_NUMBERS_AT_MOST: Final = 500


class Match:
    """One query word with all the stored words that answer it."""

    def __init__(self, shelves: Shelves, typed: str, tokens: Iterable[tuple[str, Way]]) -> None:
        self.typed = typed
        self._shelves = shelves
        self.tokens = tuple(tokens)
        self.subjects: dict[int, float] = {}
        for token, way in self.tokens:
            for subject, field in shelves.subjects_with(token):
                score = SCORES[way][field]
                if score > self.subjects.get(subject, 0.0):
                    self.subjects[subject] = score
        self.phones = shelves.numbers.find(typed, _NUMBERS_AT_MOST) if typed.isdecimal() else {}
