"""All words of the directory, findable by beginning and by misspelling."""

from bisect import bisect_left, insort
from collections.abc import Iterable
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

_AFTER_EVERY_LETTER: Final = "\U0010ffff"
# Shorter words differ by one letter from too many others.
_SHORTEST_TYPED: Final = 3
_LONGEST_TYPED: Final = 24


class Vocabulary:
    """A sorted word list, and a table of every word with one letter left out.

    A word and its misspelling by one letter (or two letters swapped) have a spelling with one letter left
    out in common; so a handful of look-ups finds every candidate. Two misspellings need a walk over the
    whole list and are the caller's last resort. `words` are all words, for asking whether one is known.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self.words = set(words)
        self._sorted = sorted(self.words)
        self._shortened: dict[str, str] = {}
        self._by_length: dict[int, list[str]] | None = None
        self._beginnings: dict[int, list[str]] = {}
        for word in self._sorted:
            self._shorten(word)

    def add(self, word: str) -> None:
        """Learn a word. Words are never unlearnt: one that leads nowhere is found and costs nothing."""
        if word not in self.words:
            self.words.add(word)
            insort(self._sorted, word)
            self._shorten(word)
            self._by_length = None
            self._beginnings.clear()

    def starting_with(self, beginning: str) -> list[str]:
        """Return the words that begin so, the word itself included."""
        first = bisect_left(self._sorted, beginning)
        if first == len(self._sorted) or not self._sorted[first].startswith(beginning):
            return []
        return self._sorted[first : bisect_left(self._sorted, beginning + _AFTER_EVERY_LETTER, first)]

    def begins(self, beginning: str) -> bool:
        """Return whether any word begins so."""
        at = bisect_left(self._sorted, beginning)
        return at < len(self._sorted) and self._sorted[at].startswith(beginning)

    def one_typo(self, word: str) -> list[str]:
        """Return the other words at one edit (letter wrong, missing, too many, or two swapped)."""
        held_at = self._shortened.get
        found = {
            near for spelling in _shortened(word) if (held := held_at(spelling)) for near in held.split()
        }
        found.discard(word)
        return [near for near in found if OSA.distance(word, near, score_cutoff=1) <= 1]

    def fuzzy(self, word: str, edits: int) -> list[str]:
        """Return the words within so many edits, nearest first."""
        lengths = range(len(word) - edits, len(word) + edits + 1)
        buckets = self._lengths()
        choices = [near for length in lengths for near in buckets.get(length, ())]
        return nearest(word, choices, edits)

    def fuzzy_beginnings(self, word: str, edits: int) -> list[str]:
        """Return the beginnings of words, as long as `word`, within so many edits of it."""
        length = len(word)
        known = self._beginnings.get(length)
        if known is None:
            longer = (
                near[:length] for size, bucket in self._lengths().items() if size > length for near in bucket
            )
            known = self._beginnings[length] = list(dict.fromkeys(longer))
        return nearest(word, known, edits)

    def _lengths(self) -> dict[int, list[str]]:
        if self._by_length is None:
            self._by_length = {}
            for word in self._sorted:
                self._by_length.setdefault(len(word), []).append(word)
        return self._by_length

    def _shorten(self, word: str) -> None:
        if not _SHORTEST_TYPED <= len(word) <= _LONGEST_TYPED or not word.isalpha():
            return
        table = self._shortened
        for spelling in set(_shortened(word)):
            held = table.get(spelling)
            # Several words share one spelling rarely: one string holds them, which costs no list each.
            table[spelling] = word if held is None else f"{held} {word}"


def _shortened(word: str) -> list[str]:
    """Return the word, and the word without each of its letters."""
    return [word, *[word[:at] + word[at + 1 :] for at in range(len(word))]]


def nearest(word: str, choices: list[str], edits: int) -> list[str]:
    """Return the choices within so many edits of the word, nearest first."""
    # Compares whole words in C; a loop over them in Python would cost ten times as much.
    distances = process.extract(
        word,
        choices,
        scorer=OSA.distance,
        score_cutoff=edits,
        limit=None,
    )
    return [near for near, _distance, _at in distances]
