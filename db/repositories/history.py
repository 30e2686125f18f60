"""What happened to complaints, and the messages handed to contacts."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import insert, select, update

from console.domain.complaint import Forwarding, TimelineEntry
from console.domain.problems import Problem, ProblemCode
from db.mapping import Mapping
from db.tables import forwardings, timeline
from db.transaction import Transaction

_ENTRIES = Mapping(TimelineEntry, timeline)
_FORWARDINGS = Mapping(Forwarding, forwardings)
_ADD_ENTRY = insert(timeline)
_ADD_FORWARDING = insert(forwardings)


class SqlTimeline:
    """Implements the port `Timeline`."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def add(self, entry: TimelineEntry) -> None:
        """Append an entry."""
        self._transaction.write(_ADD_ENTRY, _ENTRIES.row(entry))

    def of(self, complaint_id: UUID) -> Sequence[TimelineEntry]:
        """Return a complaint's entries, oldest first; those of one moment as they were added."""
        statement = select(*_ENTRIES.columns).where(timeline.c.complaint_id == complaint_id)
        return _ENTRIES.values(self._transaction.rows(statement.order_by(timeline.c.at, timeline.c.seq)))


class SqlForwardings:
    """Implements the port `Forwardings`."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def add(self, forwarding: Forwarding) -> None:
        """Store a new forwarding."""
        self._transaction.write(_ADD_FORWARDING, _FORWARDINGS.row(forwarding))

    def replace(self, forwarding: Forwarding) -> None:
        """Store the new state of a known forwarding; else `Problem` UNKNOWN_FORWARDING."""
        statement = update(forwardings).where(forwardings.c.id == forwarding.id)
        if self._transaction.write(statement, _FORWARDINGS.row(forwarding)).rowcount == 0:
            raise Problem(ProblemCode.UNKNOWN_FORWARDING, forwarding=str(forwarding.id))

    def by_id(self, forwarding_id: UUID) -> Forwarding | None:
        """Return the forwarding."""
        row = self._transaction.first(select(*_FORWARDINGS.columns).where(forwardings.c.id == forwarding_id))
        return None if row is None else _FORWARDINGS.value(row)

    def of(self, complaint_id: UUID) -> Sequence[Forwarding]:
        """Return a complaint's forwardings, oldest first."""
        statement = select(*_FORWARDINGS.columns).where(forwardings.c.complaint_id == complaint_id)
        return _FORWARDINGS.values(
            self._transaction.rows(statement.order_by(forwardings.c.prepared_at, forwardings.c.seq))
        )
