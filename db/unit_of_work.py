"""One use case, one transaction: the change and its audit entry are written together or not at all."""

from types import TracebackType
from typing import Self

from sqlalchemy import Engine, insert

from console.domain.access import Operator
from console.services.ports import (
    Clock,
    Complaints,
    Contacts,
    Disposals,
    Drafts,
    Forwardings,
    Ids,
    Offices,
    Timeline,
)
from db.repositories.complaints import SqlComplaints
from db.repositories.desk import SqlDisposals, SqlDrafts
from db.repositories.directory import SqlContacts, SqlOffices
from db.repositories.history import SqlForwardings, SqlTimeline
from db.tables import audit
from db.transaction import Transaction

_WRITE_DOWN = insert(audit)


class SqlUnitOfWork:
    """Implements the port `UnitOfWork`. Connects at its first statement; not to be shared by threads."""

    complaints: Complaints
    timeline: Timeline
    forwardings: Forwardings
    drafts: Drafts
    contacts: Contacts
    offices: Offices
    disposals: Disposals

    def __init__(self, engine: Engine, operator: Operator, clock: Clock, ids: Ids) -> None:
        self._operator = operator
        self._clock = clock
        self._ids = ids
        self._transaction = transaction = Transaction(engine)
        self.complaints = SqlComplaints(transaction)
        self.timeline = SqlTimeline(transaction)
        self.forwardings = SqlForwardings(transaction)
        self.drafts = SqlDrafts(transaction)
        self.contacts = SqlContacts(transaction)
        self.offices = SqlOffices(transaction)
        self.disposals = SqlDisposals(transaction, operator, clock)

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Roll back what was not committed and let go of the connection."""
        self._transaction.close()

    def commit(self, action: str, subject: str, **facts: str) -> None:
        """Commit everything together with its audit entry: what was done, to what, by whose operator."""
        entry = {
            "id": self._ids.fresh(),
            "at": self._clock.now(),
            "operator": self._operator.name,
            "desk_code": self._operator.desk_code,
            "shift": self._operator.shift,
            "action": action,
            "subject": subject,
            "facts": facts,
        }
        self._transaction.write(_WRITE_DOWN, entry)
        self._transaction.commit()
