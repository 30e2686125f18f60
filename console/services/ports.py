"""What the use cases need from outside, as typed protocols."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from types import TracebackType
from typing import Protocol, Self
from uuid import UUID

from console.domain.access import Desk, Operator
from console.domain.complaint import (
    Complaint,
    ComplaintFilter,
    ComplaintPage,
    Disposal,
    Draft,
    Forwarding,
    TimelineEntry,
)
from console.domain.contact import Contact
from console.domain.institution import Institution


class Clock(Protocol):
    """The time, always aware and UTC."""

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        ...


class Ids(Protocol):
    """Fresh identifiers (UUIDv7: sortable by time, RFC 9562)."""

    def fresh(self) -> UUID:
        """Return a new identifier."""
        ...


class LinkOpener(Protocol):
    """Opens a link outside the program."""

    def open(self, url: str) -> bool:
        """Hand `url` to the system; false when nothing took it. Must never log the URL."""
        ...


class MessageRenderer(Protocol):
    """Turns a named template and facts into text."""

    def names(self) -> tuple[str, ...]:
        """Return the names of the templates."""
        ...

    def render(self, template: str, facts: dict[str, str]) -> str:
        """Render; raise `Problem` UNKNOWN_TEMPLATE or BAD_TEMPLATE (an unknown fact is an error)."""
        ...


class Complaints(Protocol):
    """Stored complaints."""

    def add(self, complaint: Complaint) -> None:
        """Store a new complaint."""
        ...

    def by_ticket(self, ticket: str) -> Complaint | None:
        """Return the complaint with this ticket number, in any letter case."""
        ...

    def by_id(self, complaint_id: UUID) -> Complaint | None:
        """Return the complaint."""
        ...

    def by_phone(self, phone: str, limit: int) -> Sequence[Complaint]:
        """Return the newest complaints of an E.164 number."""
        ...

    def replace(self, complaint: Complaint) -> None:
        """Store a changed complaint whose `version` is still the one read; else `Problem` CHANGED_BY_OTHERS.

        The stored version becomes `version + 1`.
        """
        ...

    def page(self, wanted: ComplaintFilter, cursor: int | None, limit: int) -> ComplaintPage:
        """Return one page, newest first, that starts below `cursor`."""
        ...

    def count(self, wanted: ComplaintFilter) -> int:
        """Return how many complaints the filter holds."""
        ...

    def next_sequence(self, desk_code: str, day: str) -> int:
        """Reserve and return the next number of a desk on a day (``261122``), from 1."""
        ...


class Timeline(Protocol):
    """Append-only history of complaints."""

    def add(self, entry: TimelineEntry) -> None:
        """Append an entry."""
        ...

    def of(self, complaint_id: UUID) -> Sequence[TimelineEntry]:
        """Return a complaint's entries, oldest first."""
        ...


class Forwardings(Protocol):
    """Messages handed to contacts."""

    def add(self, forwarding: Forwarding) -> None:
        """Store a new forwarding."""
        ...

    def replace(self, forwarding: Forwarding) -> None:
        """Store the new state of a known forwarding."""
        ...

    def by_id(self, forwarding_id: UUID) -> Forwarding | None:
        """Return the forwarding."""
        ...

    def of(self, complaint_id: UUID) -> Sequence[Forwarding]:
        """Return a complaint's forwardings, oldest first."""
        ...


class Drafts(Protocol):
    """Unsaved work of a desk."""

    def put(self, draft: Draft) -> None:
        """Store or overwrite the draft."""
        ...

    def of_desk(self, desk_code: str) -> Sequence[Draft]:
        """Return the desk's drafts, newest change first."""
        ...

    def remove(self, draft_id: UUID) -> None:
        """Forget the draft; unknown ids are fine."""
        ...


class Contacts(Protocol):
    """The directory's entries."""

    def put(self, contact: Contact) -> None:
        """Store or overwrite the contact."""
        ...

    def put_all(self, contacts: Iterable[Contact]) -> None:
        """Store many at once."""
        ...

    def by_id(self, contact_id: UUID) -> Contact | None:
        """Return the contact."""
        ...

    def all(self) -> Sequence[Contact]:
        """Return every active contact, by institution and escalation order."""
        ...

    def count(self) -> int:
        """Return the number of active contacts."""
        ...


class Offices(Protocol):
    """Institutions and desks as the database knows them."""

    def put_institutions(self, institutions: Iterable[Institution]) -> None:
        """Store or refresh the base's institutions (contacts and complaints refer to them)."""
        ...

    def institution_codes(self) -> frozenset[str]:
        """Return the codes of the institutions stored so far."""
        ...

    def put_desks(self, desks: Iterable[Desk]) -> None:
        """Store or refresh desks."""
        ...

    def desks(self) -> Sequence[Desk]:
        """Return active desks by code."""
        ...


class Disposals(Protocol):
    """Calls that were no complaint."""

    def add(self, disposal_id: UUID, at: datetime, kind: Disposal, phone: str) -> None:
        """Count one call for the unit's operator."""
        ...

    def undo(self, disposal_id: UUID) -> None:
        """Take it back."""
        ...

    def count_since(self, since: datetime) -> int:
        """Return how many were counted since then, taken-back ones excluded."""
        ...


class UnitOfWork(Protocol):
    """One transaction. Leaving the block without `commit` rolls everything back."""

    complaints: Complaints
    timeline: Timeline
    forwardings: Forwardings
    drafts: Drafts
    contacts: Contacts
    offices: Offices
    disposals: Disposals

    def __enter__(self) -> Self:
        """Begin."""
        ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Roll back what was not committed and let go of the connection."""
        ...

    def commit(self, action: str, subject: str, **facts: str) -> None:
        """Commit everything together with its audit entry: what was done, to what, by whose operator."""
        ...


UnitOfWorkFactory = Callable[[Operator], UnitOfWork]
