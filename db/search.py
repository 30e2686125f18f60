"""The words by which stored complaints are found: one rule for both databases and for tests.

The databases only compare finished words; case, accents and punctuation are settled here, so SQLite's FTS5
and PostgreSQL's text search give the same answer. The index holds what `index_words` returned when the
complaint was stored: whoever changes that function writes a migration that fills the index anew.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from console.domain.phone import ascii_digits, digits_key

MAX_WORD = 64  # characters; PostgreSQL takes 2,046 bytes, nobody types more than this
_WORD = re.compile(r"[^\W_]+")
# Digits with the signs people put between them, not in the middle of a word ("MPP1-261122").
_DIGITS = re.compile(r"(?<![^\W_])\+?\(?\d(?:[ ().\-]*\d)*(?![^\W_])")
_NUMBER_STARTS = ("0", "62", "8")  # trunk zero, country code, a mobile number without either
_SHORTEST_FRAGMENT = 4  # digits typed before they may mean the beginning of a telephone number
_SHORTEST_NUMBER = 7  # digits of the shortest subscriber number, area code included


@dataclass(frozen=True, slots=True)
class Term:
    """One wanted word; as a `prefix` it stands for every word that begins so."""

    word: str
    prefix: bool = False

    def holds(self, words: Iterable[str]) -> bool:
        """Tell whether it is among a complaint's words."""
        return any(word.startswith(self.word) if self.prefix else word == self.word for word in words)


@dataclass(frozen=True, slots=True)
class Wanted:
    """One piece of a query: all `terms`, or the beginning of a telephone number instead."""

    terms: tuple[Term, ...]
    number: Term | None = None

    def holds(self, words: frozenset[str]) -> bool:
        """Tell whether a complaint with these words has this piece."""
        return all(term.holds(words) for term in self.terms) or (
            self.number is not None and self.number.holds(words)
        )


def index_words(texts: Iterable[str], phone: str) -> tuple[str, ...]:
    """Return the distinct words of `texts`, and the search keys of the numbers in them and of `phone`."""
    found: dict[str, None] = {}
    for text in texts:
        folded = _folded(text)
        found |= dict.fromkeys(_words(folded))
        runs = (run.group() for run in _DIGITS.finditer(folded))
        found |= dict.fromkeys(_number_key(run, _SHORTEST_NUMBER) for run in runs)
    if phone:
        found[digits_key(phone)[:MAX_WORD]] = None
    found.pop("", None)
    return tuple(found)


def parse_query(text: str) -> tuple[Wanted, ...]:
    """Return what must all occur: whole words, the last one as a prefix; nothing for a text without words.

    Operators of the databases' own query languages (AND, OR, NEAR, ``*``, quotes) are plain words or
    nothing. A run of digits that could be a number is also sought as the beginning of a telephone number.
    """
    folded = _folded(text)
    pieces: list[Wanted] = []
    at = 0
    for run in _DIGITS.finditer(folded):
        pieces += _plain(folded[at : run.start()])
        pieces.append(_number(run.group()))
        at = run.end()
    pieces += _plain(folded[at:])
    return (*pieces[:-1], _open_ended(pieces[-1])) if pieces else ()


def _plain(folded: str) -> list[Wanted]:
    return [Wanted((Term(word),)) for word in _words(folded)]


def _number(run: str) -> Wanted:
    key = _number_key(run, _SHORTEST_FRAGMENT)
    return Wanted(tuple(map(Term, _words(run))), Term(key, prefix=True) if key else None)


def _open_ended(piece: Wanted) -> Wanted:
    return Wanted((*piece.terms[:-1], Term(piece.terms[-1].word, prefix=True)), piece.number)


def _number_key(run: str, shortest: int) -> str:
    """Return the key of a run of digits that begins like a telephone number, else nothing."""
    digits = ascii_digits(run)
    begins = run.startswith("+") or digits.startswith(_NUMBER_STARTS)
    return digits_key(run)[:MAX_WORD] if begins and len(digits) >= shortest else ""


def _words(folded: str) -> list[str]:
    return [word[:MAX_WORD] for word in _WORD.findall(folded)]


def _folded(text: str) -> str:
    """Return `text` without case and accents; compatibility forms (full width, ligatures) become plain."""
    if text.isascii():  # nearly every complaint; four times as fast
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(char for char in decomposed if unicodedata.category(char) != "Mn")
