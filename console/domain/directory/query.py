"""From what an agent types to the words that are looked up, and the other ways to cut them into words."""

import re
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from typing import Final

from console.domain.directory.numbers import MIN_FRAGMENT
from console.domain.directory.words import words_of
from console.domain.phone import ascii_digits

_LONGEST: Final = 200  # characters that are read of a query; a pasted megabyte costs no more
_MOST_WORDS: Final = 8
_A_NUMBER: Final = re.compile(r"[\d\s()+.\-/]+")
_SHORTEST_PART: Final = 3  # letters of a half when a word is cut in two
_SHORTEST_WHOLE: Final = 6

Known = Callable[[str], bool]


def typed_words(query: str, ignored: frozenset[str]) -> tuple[str, ...]:
    """Return the distinct words of a query, without the ignored ones unless it has no others.

    A telephone number or a piece of one, however grouped, is one word of digits.
    """
    text = query[:_LONGEST].strip()
    if _A_NUMBER.fullmatch(text):
        digits = ascii_digits(text)
        return (digits,) if len(digits) >= MIN_FRAGMENT else tuple(words_of(text))
    words = list(dict.fromkeys(words_of(text)))
    telling = [word for word in words if word not in ignored]
    return tuple((telling or words)[:_MOST_WORDS])


def joined(words: tuple[str, ...], known: Known) -> Iterator[tuple[str, ...]]:
    """Return the words with two neighbours written as one where that is known: kalibaru wetan."""
    for at in range(len(words) - 1):
        both = words[at] + words[at + 1]
        if len(both) >= _SHORTEST_WHOLE and not both.isdecimal() and known(both):
            yield (*words[:at], both, *words[at + 2 :])


def split(
    words: tuple[str, ...], whole: AbstractSet[str], *, first: Known | None, second: Known
) -> Iterator[tuple[str, ...]]:
    """Return the words with one of them cut in two where both halves are known: gentengwetan.

    One half must be one of the `whole` words; `first` and `second` decide about the other (None: never).
    """
    for at, word in enumerate(words):
        if len(word) < _SHORTEST_WHOLE or word in whole:
            continue
        for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            left, right = word[:cut], word[cut:]
            if (left in whole and _holds(right, whole, second)) or (
                first is not None and right in whole and _holds(left, whole, first)
            ):
                yield (*words[:at], left, right, *words[at + 1 :])


def _holds(part: str, whole: AbstractSet[str], known: Known) -> bool:
    return part in whole or (len(part) > _SHORTEST_PART and known(part))
