"""Which numbers (rows, subjects) a word leads to, packed: an index of ten thousand contacts stays small."""

from array import array


class Postings(dict[str, "array[int]"]):
    """For every word an array of small numbers, in the order in which they were posted."""

    def post(self, word: str, number: int) -> None:
        """Add a number to a word."""
        held = self.get(word)
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
