"""Finding a contact by any piece of its telephone number, however the piece is written."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from console.domain.phone import ascii_digits, digits_key

MIN_FRAGMENT: Final = 3  # digits; one or two stand in nearly every number
_WHOLE: Final = 1.0
_BEGINNING: Final = 0.78
_MIDDLE: Final = 0.7
_OURS: Final = "+62"
_BETWEEN: Final = "\n"
_AFTER_EVERY_DIGIT: Final = ":"


class Numbers:
    """The numbers of all rows: sorted for beginnings, and as one text that is searched for middles in C."""

    def __init__(self) -> None:
        self._keys: list[str] = []
        self._sorted: list[int] = []
        self._text = ""
        self._width = 1
        self._stale = True

    def put(self, row: int, phone: str) -> None:
        """Set the number of a row; an empty one is found by nothing."""
        if row >= len(self._keys):
            self._keys += [""] * (row + 1 - len(self._keys))
        # Nearly all are Indonesian E.164, whose key is what follows the country code.
        plain = phone.startswith(_OURS) and phone[len(_OURS) :].isdecimal()
        self._keys[row] = phone[len(_OURS) :] if plain else digits_key(phone)
        self._stale = True

    def find(self, typed: str) -> dict[int, float]:
        """Return the rows whose number holds the digits of `typed`, each with a score up to 1.

        Digits are first taken as the beginning of a number, with or without country code and zero; when no
        number begins so, as they stand, anywhere.
        """
        digits = ascii_digits(typed)
        if len(digits) < MIN_FRAGMENT:
            return {}
        self._lay_out()
        for beginning in dict.fromkeys((digits_key(typed), digits.removeprefix("0"))):
            found = self._begun(beginning) if beginning else {}
            if found:
                return found
        return dict.fromkeys(self._holding(digits), _MIDDLE)

    def _begun(self, beginning: str) -> dict[int, float]:
        key_of = self._keys.__getitem__
        first = bisect_left(self._sorted, beginning, key=key_of)
        after = bisect_left(self._sorted, beginning + _AFTER_EVERY_DIGIT, first, key=key_of)
        rows = self._sorted[first:after]
        found = dict.fromkeys(rows, _BEGINNING)
        for row in rows:
            if key_of(row) != beginning:
                break  # the whole number sorts before those that go on
            found[row] = _WHOLE
        return found

    def _holding(self, piece: str) -> Iterator[int]:
        at = self._text.find(piece)
        while at >= 0:
            row = at // self._width
            yield row
            at = self._text.find(piece, (row + 1) * self._width)

    def _lay_out(self) -> None:
        """Sort the rows, and put every number into a slot of equal width: its position tells the row."""
        if self._stale:
            self._sorted = sorted(range(len(self._keys)), key=self._keys.__getitem__)
            longest = max(map(len, self._keys), default=0)
            self._text = "".join(f"{_BETWEEN}{key:<{longest}}" for key in self._keys)
            self._width = longest + len(_BETWEEN)
            self._stale = False
