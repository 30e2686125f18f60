"""Between rows and values: fields and columns have the same names, the column types do the rest."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any, Generic, TypeVar

from sqlalchemy import Column, Executable, Table
from sqlalchemy.dialects import postgresql, sqlite

from db.transaction import AnyRow, Transaction

T = TypeVar("T")


class Mapping(Generic[T]):
    """Pairs a frozen dataclass of the domain with the table that holds it."""

    def __init__(self, value_type: type[T], table: Table[Any]) -> None:
        self.table = table
        self._type = value_type
        self._names = tuple(field.name for field in fields(value_type))  # type: ignore[arg-type]  # a dataclass
        self.columns: tuple[Column[Any], ...] = tuple(table.c[name] for name in self._names)
        self._upserts = {
            True: self._upsert(sqlite.insert(table)),
            False: self._upsert(postgresql.insert(table)),
        }

    def row(self, value: T) -> dict[str, Any]:
        """Return the columns' values."""
        return {name: getattr(value, name) for name in self._names}

    def value(self, row: AnyRow) -> T:
        """Return the value of a row that begins with `columns`, in their order."""
        return self._type(**dict(zip(self._names, row, strict=False)))

    def values(self, rows: Sequence[AnyRow]) -> tuple[T, ...]:
        """Return the values of rows, in order."""
        return tuple(map(self.value, rows))

    def upsert(self, transaction: Transaction) -> Executable:
        """Return the statement that stores a row or overwrites the one with the same primary key."""
        return self._upserts[transaction.sqlite]

    def _upsert(self, start: sqlite.Insert | postgresql.Insert) -> Executable:
        key = list(self.table.primary_key.columns)
        changed = {
            column.name: start.excluded[column.name] for column in self.columns if not column.primary_key
        }
        return start.on_conflict_do_update(index_elements=key, set_=changed)
