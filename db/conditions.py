"""What a worklist filter says about the columns of a complaint, in a form whose cost is known beforehand."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, Text, and_, func, select, true, type_coerce, union_all

from console.domain.complaint import WAITING, ComplaintFilter, Status
from db.tables import complaints

_row = complaints.c
seq = complaints.c.seq


@dataclass(frozen=True, slots=True)
class Range:
    """A stretch of the order of arrival: numbers from `floor` up to, not including, `cursor`."""

    cursor: int | None = None
    floor: int | None = None

    def holds(self, number: ColumnElement[int]) -> ColumnElement[bool]:
        """Return the condition on a column of such numbers."""
        below = true() if self.cursor is None else number < self.cursor
        return below if self.floor is None else and_(below, number >= self.floor)


@dataclass(frozen=True, slots=True)
class Conditions:
    """The columns' part of a filter; the words are another matter."""

    wanted: ComplaintFilter

    def __bool__(self) -> bool:
        """Tell whether there is any."""
        wanted = self.wanted
        asked = (wanted.overdue_at, wanted.since, wanted.level)
        return bool(wanted.statuses or wanted.phone) or any(one is not None for one in asked)

    @property
    def statuses(self) -> Sequence[Status] | None:
        """The statuses that are left, or None for all of them."""
        wanted = self.wanted
        if wanted.overdue_at is None:
            return sorted(wanted.statuses) or None
        return sorted(wanted.statuses & WAITING if wanted.statuses else WAITING)

    def all(self) -> ColumnElement[bool]:
        """Return everything as one condition."""
        if self.statuses is None:
            return self._others()
        status = _hidden(_row.status) if self.wanted.phone else _row.status
        return and_(status.in_(self.statuses), self._others())

    def newest(self, within: Range, limit: int) -> Select[int]:
        """Return the query of the newest numbers.

        Each status walks an index of its own from the newest end; one index walk cannot serve several
        statuses in order, and sorting all closed complaints takes seconds.
        """
        wanted, statuses = self.wanted, self.statuses
        if statuses is None or wanted.phone or wanted.overdue_at is not None:
            return self._walk(self.all(), within, limit)
        walks = [self._walk(and_(_row.status == one, self._others()), within, limit) for one in statuses]
        if len(walks) == 1:
            return walks[0]
        merged = union_all(*(select(walk.subquery().c.seq) for walk in walks)).subquery()
        return select(merged.c.seq).order_by(merged.c.seq.desc()).limit(limit)

    def first(self) -> Select[int | None]:
        """Return the query of the lowest number since the wanted time.

        Of a sum, because SQLite would look for a bare lowest number from the bottom of the table.
        """
        return select(func.min(seq + 0)).where(_row.received_at >= self.wanted.since)

    def count(self) -> Select[int]:
        """Return the query of how many there are."""
        return select(func.count()).select_from(complaints).where(self.all())

    @staticmethod
    def _walk(condition: ColumnElement[bool], within: Range, limit: int) -> Select[int]:
        return select(seq).where(condition, within.holds(seq)).order_by(seq.desc()).limit(limit)

    def _others(self) -> ColumnElement[bool]:
        """Return what is wanted beside the status."""
        wanted = self.wanted
        conditions: list[ColumnElement[bool]] = [true()]
        if wanted.overdue_at is not None:
            conditions.append(_row.response_due_at < wanted.overdue_at)
        if wanted.since is not None:
            conditions.append(_row.received_at >= wanted.since)
        if wanted.phone:
            conditions.append(_row.reporter_phone == wanted.phone)
        if wanted.level is not None:
            led = bool(wanted.phone) or self.statuses is not None
            level = _hidden(_row.level) if led else _row.level
            conditions.append(level == wanted.level)
        return and_(*conditions)


def _hidden(column: Column[Any]) -> ColumnElement[Any]:
    """Return a column whose index the planner cannot take, where another one surely serves better.

    A number leads, then a status, then a level: their answers grow in this order.
    """
    return type_coerce(type_coerce(column, Text).concat(""), column.type)
