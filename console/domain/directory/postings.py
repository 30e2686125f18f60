"""Which numbers (rows, subjects) a word leads to, packed: an index of ten thousand contacts stays small."""

from array import array
from collections.abc import Iterable, Iterator


class Postings:
    """For every word an array of small numbers, in the order in which they were posted."""

    def __init__(self) -> None:
        self._held: dict[str, array[int]] = {}

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def post(self, word: str, number: int) -> None:
        """Add a number to a word."""
        held = self._held.get(word)
        if held is None:
            self._held[word] = array("I", (number,))
        else:
            held.append(number)

    def withdraw(self, word: str, number: int) -> None:
        """Take a posted number back; the word goes with its last number."""
        held = self._held[word]
        held.remove(number)
        if not held:
            del self._held[word]

    def of(self, word: str) -> Iterable[int]:
        """Return the numbers of a word."""
        return self._held.get(word, ())

    def of_any(self, words: Iterable[str]) -> list["array[int]"]:
        """Return the arrays of those words that have one."""
        return [held for word in words if (held := self._held.get(word))]
