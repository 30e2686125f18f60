"""Finding a contact by any piece of its telephone number, however the piece is written."""

from collections.abc import Iterator
from typing import Final

from console.domain.phone import ascii_digits, digits_key

MIN_FRAGMENT: Final = 3  # digits; one or two stand in nearly every number
_WHOLE: Final = 1.0
_BEGINNING: Final = 0.78
_MIDDLE: Final = 0.7
_BETWEEN: Final = "\n"


class Numbers:
    """The digits of all rows as one text: a search is one walk of the text in C, not a loop over rows."""

    def __init__(self) -> None:
        self._keys: list[str] = []
        self._text = ""
        self._width = 1
        self._stale = True

    def put(self, row: int, phone: str) -> None:
        """Set the number of a row; an empty one is found by nothing."""
        self._keys += [""] * (row + 1 - len(self._keys))
        self._keys[row] = digits_key(phone)
        self._stale = True

    def find(self, typed: str, most: int) -> dict[int, float]:
        """Return at most so many rows whose number holds the digits of `typed`, each with a score up to 1.

        Digits written with a country code or a zero are looked for at the beginning; all are also looked
        for as they stand, in the middle.
        """
        digits = ascii_digits(typed)
        if len(digits) < MIN_FRAGMENT:
            return {}
        found: dict[int, float] = {}
        for beginning in {digits_key(typed), digits.removeprefix("0"), digits} - {""}:
            for row in self._holding(_BETWEEN + beginning, most):
                whole = self._keys[row] == beginning
                found[row] = max(found.get(row, 0.0), _WHOLE if whole else _BEGINNING)
        for row in self._holding(digits, most):
            found.setdefault(row, _MIDDLE)
        return found

    def _holding(self, piece: str, most: int) -> Iterator[int]:
        self._lay_out()
        at = self._text.find(piece)
        while at >= 0 and most > 0:
            row = at // self._width
            yield row
            most -= 1
            at = self._text.find(piece, (row + 1) * self._width)

    def _lay_out(self) -> None:
        """Put every number into a slot of equal width, so that a position tells the row."""
        if self._stale:
            longest = max(map(len, self._keys), default=0)
            self._text = "".join(f"{_BETWEEN}{key:<{longest}}" for key in self._keys)
            self._width = longest + len(_BETWEEN)
            self._stale = False
