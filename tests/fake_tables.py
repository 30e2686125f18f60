"""What the in-memory database stores, and one transaction on it.

A transaction reads what is committed; its first write takes the lock and works on a copy, which `commit`
puts in place of what was there. Unstorable characters and naive times are treated as databases do.
"""

from copy import copy
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime
from enum import Enum
from threading import Lock
from typing import Any, TypeVar
from uuid import UUID

from console.domain.access import Desk, Operator
from console.domain.complaint import Complaint, Disposal, Draft, Forwarding, TimelineEntry
from console.domain.contact import Contact
from console.domain.institution import Institution
from console.domain.problems import Problem, ProblemCode
from db.rules import storable

T = TypeVar("T")
_BUSY_SECONDS = 5


@dataclass(frozen=True)
class AuditEntry:
    """What `commit` wrote down."""

    at: datetime
    operator: Operator
    action: str
    subject: str
    facts: dict[str, str]


@dataclass(frozen=True)
class CountedCall:
    """A call that was no complaint."""

    at: datetime
    kind: Disposal
    phone: str
    operator: Operator
    undone: bool = False


@dataclass
class Tables:
    """Everything that is stored; `complaints` by their number, the order of arrival."""

    institutions: dict[str, Institution] = field(default_factory=dict)
    desks: dict[str, Desk] = field(default_factory=dict)
    contacts: dict[UUID, Contact] = field(default_factory=dict)
    complaints: dict[int, Complaint] = field(default_factory=dict)
    timeline: dict[UUID, TimelineEntry] = field(default_factory=dict)
    forwardings: dict[UUID, Forwarding] = field(default_factory=dict)
    drafts: dict[UUID, Draft] = field(default_factory=dict)
    disposals: dict[UUID, CountedCall] = field(default_factory=dict)
    sequences: dict[tuple[str, str], int] = field(default_factory=dict)
    audit: list[AuditEntry] = field(default_factory=list)

    def snapshot(self) -> "Tables":
        """Return a copy that can change on its own; the values in it are frozen."""
        return Tables(**{table.name: copy(getattr(self, table.name)) for table in fields(self)})


@dataclass
class Committed:
    """What is committed, and the lock of whoever writes."""

    tables: Tables
    lock: Lock = field(default_factory=Lock)


class FakeTransaction:
    """Reads what is committed, or its own copy from the first write on."""

    def __init__(self, database: Committed) -> None:
        self._database = database
        self._own: Tables | None = None

    @property
    def tables(self) -> Tables:
        """What this transaction sees."""
        return self._database.tables if self._own is None else self._own

    def writing(self) -> Tables:
        """Return tables to change; waits for another writer, as long as databases do."""
        if self._own is None:
            if not self._database.lock.acquire(timeout=_BUSY_SECONDS):
                raise Problem(ProblemCode.DATABASE_BUSY)
            self._own = self._database.tables.snapshot()
        return self._own

    def commit(self) -> None:
        """Put the changes in place."""
        self._database.tables = self.writing()
        self.close()

    def close(self) -> None:
        """Forget what was not committed."""
        if self._own is not None:
            self._own = None
            self._database.lock.release()


def stored(value: T) -> T:
    """Return a dataclass as a database gives it back: storable text, times in UTC; refuse naive times."""
    parts = {part.name: _kept(getattr(value, part.name)) for part in fields(value)}  # type: ignore[arg-type]  # a dataclass
    return replace(value, **parts)  # type: ignore[type-var]  # as above


def _kept(value: Any) -> Any:
    if isinstance(value, str) and not isinstance(value, Enum):
        return storable(value)
    if isinstance(value, tuple):
        return tuple(map(_kept, value))
    if isinstance(value, dict):
        return {storable(key): _kept(inner) for key, inner in value.items()}
    if isinstance(value, datetime):
        if value.utcoffset() is None:
            raise ValueError(f"naive time: {value!r}")
        return value.astimezone(UTC)
    return value
