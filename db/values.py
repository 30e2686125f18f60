"""Column types: how values of the domain lie in SQLite and PostgreSQL alike."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, DateTime, Dialect, Enum, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeDecorator, TypeEngine

from db.rules import storable


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: UTC in storage, aware outside. Refuses naive times, which would be somebody's local time."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment as the driver wants it; SQLite knows no zones."""
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError(f"naive time: {value!r}")
        moment = value.astimezone(UTC)
        return moment if dialect.name == "postgresql" else moment.replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment in UTC."""
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class StoredText(TypeDecorator[str]):
    """Text of any length."""

    impl: TypeEngine[str] | type[TypeEngine[str]] = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Return what can be stored of the text."""
        del dialect
        return None if value is None else storable(value)


class Code(StoredText):
    """A code that sorts by its bytes in every database, whatever language the server speaks."""

    impl = Text().with_variant(Text(collation="C"), "postgresql")
    cache_ok = True


class OptionalCode(Code):
    """A code that refers to another table, where the domain says nothing with an empty text."""

    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Return NULL for an empty code: a reference to nothing."""
        return super().process_bind_param(value, dialect) or None

    def process_result_value(self, value: str | None, dialect: Dialect) -> str:
        """Return the code, empty when there is none."""
        del dialect
        return value or ""


class Nested(TypeDecorator[Any]):
    """Small lists and facts that are read whole: JSON in storage, tuples outside."""

    impl = JSON().with_variant(JSONB(), "postgresql")
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """Return lists and texts that JSON can hold in both databases."""
        del dialect
        return _plain(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """Return lists as tuples."""
        del dialect
        return _frozen(value)


def choice(values: type[StrEnum], name: str) -> Enum:
    """Return the type of one of `values`, checked by the database under the constraint `name`."""
    return Enum(
        values,
        name=name,
        native_enum=False,
        create_constraint=True,
        length=32,
        values_callable=lambda members: [member.value for member in members],
    )


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, Mapping):
        return {storable(key): _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, Iterable) else value


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
