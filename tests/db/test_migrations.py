"""The migrations lead to exactly what `db.tables` says, in both databases."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect

from db.engine import is_sqlite, open_engine
from db.tables import metadata


def ours(_object: object, name: str | None, kind: str, _reflected: bool, _other: object) -> bool:  # noqa: FBT001 - Alembic calls it
    """Leave out the table of words: it is the databases' own kind of table, not one of `db.tables`."""
    return not (kind == "table" and name is not None and name.startswith("complaint_words"))


def test_nothing_differs_between_migrations_and_tables(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": ours, "compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, metadata) == []


@pytest.fixture
def created(request: pytest.FixtureRequest, engine: Engine, tmp_path: Path) -> Iterator[Engine]:
    """Return a database of the same kind, made from `db.tables` without migrations."""
    address = (
        f"sqlite:///{tmp_path / 'created.db'}"
        if is_sqlite(engine)
        else request.getfixturevalue("empty_postgres_url")
    )
    made = open_engine(address)
    metadata.create_all(made)
    yield made
    made.dispose()


def test_every_check_and_collation_is_the_same_too(engine: Engine, created: Engine) -> None:
    migrated, direct = inspect(engine), inspect(created)
    for table in metadata.tables:
        assert _checks(migrated, table) == _checks(direct, table)
        assert _columns(migrated, table) == _columns(direct, table)


def _checks(inspector: Any, table: str) -> dict[str, str]:
    return {check["name"]: check["sqltext"] for check in inspector.get_check_constraints(table)}


def _columns(inspector: Any, table: str) -> list[tuple[str, str, bool]]:
    columns = inspector.get_columns(table)
    return [
        (one["name"], f"{one['type']!r} {getattr(one['type'], 'collation', None)}", one["nullable"])
        for one in columns
    ]
