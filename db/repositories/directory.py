"""Whom complaints go to: contacts, institutions, desks."""

from collections.abc import Iterable, Sequence
from typing import TypeVar
from uuid import UUID

from sqlalchemy import func, select

from console.domain.access import Desk
from console.domain.contact import Contact
from console.domain.institution import Institution
from db.mapping import Mapping
from db.tables import contacts, desks, institutions
from db.transaction import Transaction

T = TypeVar("T")
_CONTACTS = Mapping(Contact, contacts)
_INSTITUTIONS = Mapping(Institution, institutions)
_DESKS = Mapping(Desk, desks)


class SqlContacts:
    """Implements the port `Contacts`."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def put(self, contact: Contact) -> None:
        """Store or overwrite the contact."""
        self.put_all((contact,))

    def put_all(self, contacts: Iterable[Contact]) -> None:
        """Store many at once."""
        _put(self._transaction, _CONTACTS, contacts)

    def by_id(self, contact_id: UUID) -> Contact | None:
        """Return the contact, also one that is no longer active."""
        row = self._transaction.first(select(*_CONTACTS.columns).where(contacts.c.id == contact_id))
        return None if row is None else _CONTACTS.value(row)

    def all(self) -> Sequence[Contact]:
        """Return every active contact, by institution and escalation order."""
        statement = select(*_CONTACTS.columns).where(contacts.c.active)
        in_order = statement.order_by(
            func.coalesce(contacts.c.institution_code, ""), contacts.c.order, contacts.c.id
        )
        return _CONTACTS.values(self._transaction.rows(in_order))

    def count(self) -> int:
        """Return the number of active contacts."""
        return self._transaction.scalar(select(func.count()).select_from(contacts).where(contacts.c.active))


class SqlOffices:
    """Implements the port `Offices`."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def put_institutions(self, institutions: Iterable[Institution]) -> None:
        """Store or refresh the base's institutions; those it no longer names stay, for old complaints."""
        _put(self._transaction, _INSTITUTIONS, institutions)

    def institution_codes(self) -> frozenset[str]:
        """Return the codes of the institutions stored so far."""
        return frozenset(self._transaction.scalars(select(institutions.c.code)))

    def put_desks(self, desks: Iterable[Desk]) -> None:
        """Store or refresh desks."""
        _put(self._transaction, _DESKS, desks)

    def desks(self) -> Sequence[Desk]:
        """Return active desks by code."""
        statement = select(*_DESKS.columns).where(desks.c.active).order_by(desks.c.code)
        return _DESKS.values(self._transaction.rows(statement))


def _put(transaction: Transaction, mapping: Mapping[T], values: Iterable[T]) -> None:
    rows = [mapping.row(value) for value in values]
    if rows:
        transaction.write(mapping.upsert(transaction), rows)
