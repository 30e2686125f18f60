"""Roots of Indonesian words, so that ``berlubang`` and ``lubangnya`` meet.

The Snowball algorithm knows affixes but no dictionary: it cuts ``sekolah`` to ``seko``. Words it is known to get
wrong stand in a table that is asked first; the answer need not be the true root, only the same for a family.
"""

from collections.abc import Mapping
from typing import Final

from snowballstemmer import stemmer

_MOST_REMEMBERED: Final = 30_000
_SHORTEST: Final = 4  # shorter words carry no affix worth cutting


class Stemmer:
    """Cuts words to roots and remembers what it has cut."""

    def __init__(self, roots: Mapping[str, str]) -> None:
        self._snowball = stemmer("indonesian")
        self._exceptions = roots
        self._remembered: dict[str, str] = dict(roots)

    def root(self, word: str) -> str:
        """Return the root of a lower-case standard word."""
        found = self._remembered.get(word)
        if found is None:
            if len(self._remembered) > _MOST_REMEMBERED:
                self._remembered = dict(self._exceptions)
            found = self._cut(word)
            self._remembered[word] = found
        return found

    def _cut(self, word: str) -> str:
        if len(word) < _SHORTEST or not word.isalpha():
            return word
        root: str = self._snowball.stemWord(word)
        return self._exceptions.get(root, root)
