"""Which parts of a text a search matched; plain Python, so that a worker can prepare it."""

import re
from functools import lru_cache

from console.domain.directory.words import fold
from console.domain.phone import ascii_digits, digits_key

Part = tuple[int, int]
_WORD = re.compile(r"[^\W_]+(?:['’`][^\W_]+)*")
_A_NUMBER = re.compile(r"[\d\s()+.\-/]+")
_FEWEST_DIGITS = 3


@lru_cache(maxsize=8192)
def matched_parts(text: str, typed: tuple[str, ...], because: tuple[str, ...] = ()) -> tuple[Part, ...]:
    """Return from where to where the words of `text` were matched, in order.

    A word that begins with a typed one is marked that far; one that stands in `because` is marked whole.
    """
    whole = fold(text)
    if not any(piece in whole for piece in (*typed, *because)):
        return ()
    parts = []
    for match in _WORD.finditer(text):
        word, folded = match.group(), fold(match.group())
        length = max((len(piece) for piece in typed if folded.startswith(piece)), default=0)
        if not length and folded in because:
            length = len(folded)
        if length:
            entire = length >= len(folded) or len(folded) != len(word)
            parts.append((match.start(), match.end() if entire else match.start() + length))
    return tuple(parts)


@lru_cache(maxsize=2048)
def matched_digits(number: str, query: str) -> tuple[Part, ...]:
    """Return the part of a number as shown (``0812-3456-7890``) that holds the digits searched for."""
    if not _A_NUMBER.fullmatch(query.strip() or "-") or len(ascii_digits(query)) < _FEWEST_DIGITS:
        return ()
    places = [place for place, char in enumerate(number) if char.isdecimal()]
    digits = "".join(number[place] for place in places)
    for piece in (ascii_digits(query), digits_key(query)):
        at = digits.find(piece) if piece else -1
        if at >= 0:
            return ((places[at], places[at + len(piece) - 1] + 1),)
    return ()
