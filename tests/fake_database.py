"""An in-memory database that behaves like the real ones, as far as the contract tests can tell."""

from types import TracebackType
from typing import Self

from console.domain.access import Desk, Operator
from console.domain.contact import Contact
from console.domain.institution import Institution
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
from tests.fake_repositories import (
    FakeComplaints,
    FakeContacts,
    FakeDisposals,
    FakeDrafts,
    FakeForwardings,
    FakeOffices,
    FakeTimeline,
)
from tests.fake_tables import AuditEntry, Committed, FakeTransaction, Tables, stored


class FakeDatabase:
    """What is committed, shared by all its units of work; services take `unit_of_work` as their factory."""

    def __init__(
        self,
        clock: Clock,
        ids: Ids,
        *,
        institutions: tuple[Institution, ...] = (),
        desks: tuple[Desk, ...] = (),
        contacts: tuple[Contact, ...] = (),
    ) -> None:
        self._clock = clock
        self._ids = ids
        self._committed = Committed(
            Tables(
                institutions={institution.code: institution for institution in institutions},
                desks={desk.code: desk for desk in desks},
                contacts={contact.id: contact for contact in contacts},
            )
        )

    def unit_of_work(self, operator: Operator) -> "FakeUnitOfWork":
        """Return a transaction of `operator`."""
        return FakeUnitOfWork(self._committed, operator, self._clock, self._ids)

    @property
    def audit(self) -> tuple[AuditEntry, ...]:
        """What was committed, oldest first."""
        return tuple(self._committed.tables.audit)


class FakeUnitOfWork:
    """Implements the port `UnitOfWork`."""

    complaints: Complaints
    timeline: Timeline
    forwardings: Forwardings
    drafts: Drafts
    contacts: Contacts
    offices: Offices
    disposals: Disposals

    def __init__(self, database: Committed, operator: Operator, clock: Clock, ids: Ids) -> None:
        self._operator = operator
        self._clock = clock
        self._ids = ids
        self._transaction = transaction = FakeTransaction(database)
        self.complaints = FakeComplaints(transaction)
        self.timeline = FakeTimeline(transaction)
        self.forwardings = FakeForwardings(transaction)
        self.drafts = FakeDrafts(transaction)
        self.contacts = FakeContacts(transaction)
        self.offices = FakeOffices(transaction)
        self.disposals = FakeDisposals(transaction, operator)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._transaction.close()

    def commit(self, action: str, subject: str, **facts: str) -> None:
        entry = AuditEntry(
            at=self._clock.now(), operator=self._operator, action=action, subject=subject, facts=dict(facts)
        )
        self._ids.fresh()  # the entry's own, as in the real databases
        self._transaction.writing().audit.append(stored(entry))
        self._transaction.commit()
