"""In which order contacts stand when nothing else tells them apart."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple
from uuid import UUID

from console.domain.contact import Contact, Rank

# Who can act stands before who decides, and every person before a public number.
_RANKS: Final = {rank: place for place, rank in enumerate(Rank)}


class _Standing(NamedTuple):
    rank: int
    institution: str
    order: int
    name: str
    id: UUID
    row: int


class Ladder:
    """The rows in standing order, kept up to date one contact at a time."""

    def __init__(self) -> None:
        self._steps: list[_Standing] = []
        self._places: list[int] | None = None
        self._escalation: list[int] | None = None

    def fill(self, rows: Iterable[tuple[int, Contact]]) -> None:
        """Start with these rows."""
        self._steps = sorted(_standing(row, contact) for row, contact in rows)
        self._forget()

    def add(self, row: int, contact: Contact) -> None:
        """Put a row into its place."""
        insort(self._steps, _standing(row, contact))
        self._forget()

    def remove(self, row: int, contact: Contact) -> None:
        """Take the row of this contact out."""
        del self._steps[bisect_left(self._steps, _standing(row, contact))]
        self._forget()

    def places(self) -> Sequence[int]:
        """Return for every row its place among equal matches: technical officers first."""
        if self._places is None:
            self._places = [0] * (max((step.row for step in self._steps), default=-1) + 1)
            for place, step in enumerate(self._steps):
                self._places[step.row] = place
        return self._places

    def escalation(self) -> Sequence[int]:
        """Return the rows institution by institution, each from the first to ask up to the head."""
        if self._escalation is None:
            steps = sorted(self._steps, key=lambda step: (step.institution, step.order, step.rank, step.name))
            self._escalation = [step.row for step in steps]
        return self._escalation

    def _forget(self) -> None:
        self._places = None
        self._escalation = None


def _standing(row: int, contact: Contact) -> _Standing:
    return _Standing(
        rank=_RANKS[contact.rank],
        institution=contact.institution_code,
        order=contact.order,
        name=contact.name,
        id=contact.id,
        row=row,
    )
