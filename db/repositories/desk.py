"""What stays at the desk: drafts, and calls that were no complaint."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, func, insert, select, update

from console.domain.access import Operator
from console.domain.complaint import Disposal, Draft
from console.services.ports import Clock
from db.mapping import Mapping
from db.tables import disposals, drafts
from db.transaction import Transaction

_DRAFTS = Mapping(Draft, drafts)


class SqlDrafts:
    """Implements the port `Drafts`."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def put(self, draft: Draft) -> None:
        """Store or overwrite the draft."""
        self._transaction.write(_DRAFTS.upsert(self._transaction), _DRAFTS.row(draft))

    def of_desk(self, desk_code: str) -> Sequence[Draft]:
        """Return the desk's drafts, newest change first."""
        statement = select(*_DRAFTS.columns).where(drafts.c.desk_code == desk_code)
        return _DRAFTS.values(
            self._transaction.rows(statement.order_by(drafts.c.updated_at.desc(), drafts.c.id.desc()))
        )

    def remove(self, draft_id: UUID) -> None:
        """Forget the draft; unknown ids are fine."""
        self._transaction.write(delete(drafts).where(drafts.c.id == draft_id))


class SqlDisposals:
    """Implements the port `Disposals`."""

    def __init__(self, transaction: Transaction, operator: Operator, clock: Clock) -> None:
        self._transaction = transaction
        self._operator = operator
        self._clock = clock

    def add(self, disposal_id: UUID, at: datetime, kind: Disposal, phone: str) -> None:
        """Count one call for the unit's operator."""
        row = {
            "id": disposal_id,
            "at": at,
            "kind": kind,
            "phone": phone,
            "operator": self._operator.name,
            "desk_code": self._operator.desk_code,
            "shift": self._operator.shift,
        }
        self._transaction.write(insert(disposals), row)

    def undo(self, disposal_id: UUID) -> None:
        """Take it back; unknown ids are fine."""
        counted = (disposals.c.id == disposal_id) & disposals.c.undone_at.is_(None)
        self._transaction.write(update(disposals).where(counted), {"undone_at": self._clock.now()})

    def count_since(self, since: datetime) -> int:
        """Return how many were counted since then at all desks, taken-back ones excluded."""
        counted = (disposals.c.at >= since) & disposals.c.undone_at.is_(None)
        return self._transaction.scalar(select(func.count()).select_from(disposals).where(counted))
