"""Roots of Indonesian words, so that ``berlubang`` and ``lubangnya`` meet.

The Snowball algorithm knows affixes but no dictionary: it cuts ``keluarga`` to ``luarga`` and ``sekolah`` to
``seko``. Its root is taken only when that is a known word; else the affixes are peeled off here with the
beginnings that a nasal prefix hides, and when nothing known remains the word stays whole.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from snowballstemmer import stemmer

_MOST_REMEMBERED: Final = 30_000
_SHORTEST: Final = 5  # shorter words carry no affix worth cutting
_SHORTEST_ROOT: Final = 3
_BEGINNINGS: Final = ("me", "pe", "be", "te", "di", "ke", "se")
_ENDS: Final = ("i", "an", "nya", "lah", "kah", "pun", "ku", "mu")
_CLITICS: Final = ("nya", "lah", "kah", "pun", "ku", "mu")
_SUFFIXES: Final = ("kan", "an", "i")
_PREFIXES: Final = (
    ("meny", ("s", "ny")),
    ("peny", ("s", "ny")),
    ("menge", ("",)),
    ("meng", ("", "k", "g")),
    ("peng", ("", "k", "g")),
    ("mem", ("b", "p", "")),
    ("pem", ("b", "p", "")),
    ("men", ("t", "d", "")),
    ("pen", ("t", "d", "")),
    ("me", ("",)),
    ("per", ("",)),
    ("pe", ("",)),
    ("ber", ("",)),
    ("be", ("",)),
    ("ter", ("",)),
    ("di", ("",)),
    ("ke", ("",)),
    ("se", ("",)),
)


class Stemmer:
    """Cuts words to roots and remembers what it has cut.

    `roots` maps words that rules get wrong to what their family shares; `known` are words that exist.
    """

    def __init__(self, roots: Mapping[str, str], known: frozenset[str]) -> None:
        self._snowball = stemmer("indonesian")
        self._exceptions = roots
        self._known = known
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
        if len(word) < _SHORTEST or not (word.startswith(_BEGINNINGS) or word.endswith(_ENDS)):
            return word
        exceptions, known = self._exceptions, self._known
        for candidate in peeled(word):
            if candidate in exceptions:
                return exceptions[candidate]
            if candidate in known:
                return candidate
        root: str = self._snowball.stemWord(word)
        return root if root in known else word


def peeled(word: str) -> Iterator[str]:
    """Return what remains without affixes, the deepest cuts first."""
    bare = next((word[: -len(end)] for end in _CLITICS if word.endswith(end)), word)
    bodies = [bare[: -len(end)] for end in _SUFFIXES if bare.endswith(end)]
    for body in (*bodies, bare):
        yield from _without_prefix(body)
    yield from bodies
    if bare != word:
        yield bare


def _without_prefix(body: str) -> Iterator[str]:
    for prefix, hidden in _PREFIXES:
        if body.startswith(prefix) and len(body) >= len(prefix) + _SHORTEST_ROOT:
            yield from (first + body[len(prefix) :] for first in hidden)
            return
