"""One written word at a time to standard Indonesian: slang, Javanese endings, joined words, typing slips.

Every rule accepts its result only when that is a known word; what stays unknown stays as it was written.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from console.domain.recognition.stem import peeled

_MOST_REMEMBERED: Final = 30_000
_THRICE: Final = re.compile(r"(.)\1{2,}")
_TWICE: Final = re.compile(r"(.)\1+")
_DOUBLED_BY_TWO: Final = re.compile(r"([^\W\d_]{2,})2")
_SHORTEST_TYPO: Final = 5  # shorter words differ by one letter from too many others
_SHORTEST_JOINED: Final = 8
_SHORTEST_PART: Final = 3
_MOST_LETTERS: Final = 30  # longer "words" are keyboard mash or links
# Javanese and Osing endings: -nya, -ku, -mu, -kan; the longest that fits is tried first.
_ENDINGS: Final = (
    "nipun",
    "ipun",
    "akno",
    "kno",
    "ake",
    "nya",
    "ne",
    "no",
    "ke",
    "ku",
    "mu",
    "en",
    "in",
    "e",
)
# What a bare nasal hides: ng(angkut), ng(k)irim, ny(s)apu, n(t)utup, m(p)otong, m(b)uang.
_NASALS: Final = (
    ("nge", ("",)),
    ("ng", ("", "k", "g")),
    ("ny", ("s", "c", "ny")),
    ("nd", ("d",)),
    ("nj", ("j",)),
    ("mb", ("b",)),
    ("n", ("t", "", "d")),
    ("m", ("p", "", "b")),
)
_SOFT: Final = str.maketrans({"'": "", "’": "", "`": ""})


class Speller:
    """Turns written words into standard ones.

    `plain` maps a written word to its standard words, `standard` holds the standard words themselves. `known`
    are the words that the base uses (citizens' sentences among them, so dialect too) with how often: they
    are what a slip of the finger is mended to. `joinable` may follow a glued ``di`` or ``ke``.
    """

    def __init__(
        self,
        *,
        plain: Mapping[str, tuple[str, ...]],
        standard: frozenset[str],
        known: Mapping[str, int],
        joinable: Iterable[str],
    ) -> None:
        self._plain = plain
        self._standard = standard
        self._known = known
        self._joinable = frozenset(joinable)
        self._remembered: dict[str, tuple[str, ...]] = {}
        self._mended: set[str] = set()
        self._by_length: dict[int, list[str]] = {}
        for word in known:
            self._by_length.setdefault(len(word), []).append(word)

    def words(self, written: str, *, correct: bool) -> tuple[str, ...]:
        """Return the standard words of one lower-case written word; `correct` also mends typing slips."""
        key = written if correct else f"\0{written}"
        found = self._remembered.get(key)
        if found is None:
            if len(self._remembered) > _MOST_REMEMBERED:
                self._remembered.clear()
                self._mended.clear()
            found = self._read(written, correct=correct)
            self._remembered[key] = found
        return found

    def mended(self, written: str) -> bool:
        """Whether the words last returned for `written` are a guess at what was meant."""
        return written in self._mended

    def _read(self, written: str, *, correct: bool) -> tuple[str, ...]:
        found = self._plain.get(written)
        if found is not None:
            return found
        if written in self._standard or written.isdigit() or len(written) > _MOST_LETTERS:
            return (written,)
        for candidate in self._spellings(written):
            found = self._look_up(candidate) or self._without_affix(candidate)
            if found:
                return found
        if written in self._known or not correct:
            return (written.translate(_SOFT),)
        mended = self._corrected(written)
        if mended:
            self._mended.add(written)
        return mended or (written.translate(_SOFT),)

    def _look_up(self, word: str) -> tuple[str, ...] | None:
        plain = self._plain.get(word)
        if plain is not None:
            return plain
        if word in self._standard:
            return (word,)
        if word[:2] in {"di", "ke"} and word[2:] in self._joinable:
            return (word[:2], *(self._plain.get(word[2:]) or (word[2:],)))
        return None

    @staticmethod
    def _spellings(written: str) -> Iterator[str]:
        yield written
        soft = written.translate(_SOFT)
        if soft != written:
            yield soft
        doubled = _DOUBLED_BY_TWO.fullmatch(soft)
        if doubled:
            yield doubled[1]
        if _THRICE.search(soft):
            yield _THRICE.sub(r"\1\1", soft)
            yield _THRICE.sub(r"\1", soft)
        if _TWICE.search(soft):
            yield _TWICE.sub(r"\1", soft)

    def _without_affix(self, word: str) -> tuple[str, ...] | None:
        plain, standard = self._plain, self._standard
        for candidate in _bare_forms(word):
            if len(candidate) > _SHORTEST_PART or candidate in plain:
                found = plain.get(candidate) or ((candidate,) if candidate in standard else None)
                if found:
                    return found
        return None

    def _corrected(self, written: str) -> tuple[str, ...] | None:
        if len(written) < _SHORTEST_TYPO or not written.isalpha():
            return None
        if any(root in self._known for root in peeled(written)):
            return None  # a form of a known word, not a slip
        near = [
            word
            for length in range(len(written) - 1, len(written) + 2)
            for word, distance, _ in extract(
                written, self._by_length.get(length, ()), scorer=OSA.distance, score_cutoff=1, limit=8
            )
            if word[0] == written[0] or distance == 0
        ]
        if near:
            return (max(near, key=lambda word: (self._known[word], word)),)
        return self._split(written)

    def _split(self, written: str) -> tuple[str, ...] | None:
        if len(written) < _SHORTEST_JOINED:
            return None
        for cut in range(len(written) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
            left, right = written[:cut], written[cut:]
            if self._known.get(left) and self._known.get(right):
                return (left, right)
        return None


def _bare_forms(word: str) -> Iterator[str]:
    """Return what the word may be without regional endings and nasal beginnings, likeliest first."""
    endless = [word[: -len(ending)] for ending in _ENDINGS if word.endswith(ending)]
    yield from endless
    for body in (word, *endless):
        for nasal, hidden in _NASALS:
            if body.startswith(nasal):
                yield from (first + body[len(nasal) :] for first in hidden)
    if word.endswith(("ai", "au")):
        yield word[:-2] + word[-1]
    if "dh" in word or "th" in word:
        yield word.replace("dh", "d").replace("th", "t")
    if word.endswith("o"):
        yield word[:-1] + "a"
        yield word.replace("o", "a")
