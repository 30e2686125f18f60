"""Which numbers (rows, subjects) a word leads to, packed: an index of ten thousand contacts stays small."""

from array import array
from collections.abc import Iterable


class Postings(dict[str, "array[int]"]):
    """For every word an array of small numbers, in the order in which they were posted."""

    def post_all(self, words: Iterable[str], number: int) -> None:
        """Add a number to each of the words."""
        held_of = self.get
        for word in words:
            held = held_of(word)
            if held is None:
                self[word] = array("I", (number,))
            else:
                held.append(number)

    def withdraw(self, word: str, number: int) -> None:
        """Take a posted number back; the word goes with its last number."""
        held = self[word]
        held.remove(number)
        if not held:
            del self[word]
