"""Databases for the storage tests: each test gets its own, copied from one that was migrated once."""

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Engine, delete, false, insert

from console.domain.institution import Institution
from db.engine import open_engine
from db.mapping import Mapping
from db.schema import upgrade
from db.storage import Storage
from db.tables import institutions, metadata
from tests.db.rig import INSTITUTIONS, Rig, audit_of
from tests.fakes import FakeDatabase, FixedClock, SequentialIds
from tests.postgres import Server, postgres_server


@pytest.fixture
def clock() -> FixedClock:
    """Return a clock that stands still."""
    return FixedClock()


@pytest.fixture
def ids() -> SequentialIds:
    """Return predictable identifiers."""
    return SequentialIds()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """Run one PostgreSQL server per test process, from the first test that needs it to the end."""
    with postgres_server() as server:
        yield server


@pytest.fixture(scope="session")
def postgres_template(postgres: Server) -> str:
    """Return the name of a migrated database with institutions, to be copied."""
    name = postgres.create()
    _prepare(postgres.url(name))
    return name


@pytest.fixture(scope="session")
def lent_postgres_url(postgres: Server, postgres_template: str) -> str:
    """Return the address of the database that contract tests use in turn, see `cleaned_postgres_url`."""
    return postgres.url(postgres.create(postgres_template))


@pytest.fixture
def cleaned_postgres_url(lent_postgres_url: str) -> Iterator[str]:
    """Return the address of a database that holds institutions only.

    Emptying one takes 20 ms, copying a template ten times as long; a test that changes more than rows wants
    `postgres_url`.
    """
    yield lent_postgres_url
    ours = [institution.code for institution in INSTITUTIONS]
    engine = open_engine(lent_postgres_url)
    with engine.begin() as connection:
        # As a replica does: no references are checked, no trigger guards the audit.
        connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
        connection.exec_driver_sql("DELETE FROM complaint_words")
        for used in metadata.tables.values():
            kept = institutions.c.code.in_(ours) if used is institutions else false()
            connection.execute(delete(used).where(~kept))
    engine.dispose()


@pytest.fixture
def postgres_url(postgres: Server, postgres_template: str) -> Iterator[str]:
    """Return the address of a fresh migrated PostgreSQL database."""
    name = postgres.create(postgres_template)
    yield postgres.url(name)
    postgres.drop(name)


@pytest.fixture
def empty_postgres_url(postgres: Server) -> Iterator[str]:
    """Return the address of a PostgreSQL database without any table."""
    name = postgres.create()
    yield postgres.url(name)
    postgres.drop(name)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a migrated SQLite file with institutions, to be copied."""
    file = tmp_path_factory.mktemp("template") / "konsol.db"
    _prepare(f"sqlite:///{file}")
    return file


@pytest.fixture
def sqlite_url(tmp_path: Path, sqlite_template: Path) -> str:
    """Return the address of a fresh migrated SQLite file."""
    return f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'konsol.db')}"


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str:
    """Return the address of a fresh migrated database, of each kind in turn."""
    name = {"sqlite": "sqlite_url", "postgresql": "postgres_url"}[request.param]
    address: str = request.getfixturevalue(name)
    return address


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the address of a database without tables, of each kind in turn."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'konsol.db'}"
    address: str = request.getfixturevalue("empty_postgres_url")
    return address


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    """Open the database at `url`."""
    opened = open_engine(url)
    yield opened
    opened.dispose()


@pytest.fixture
def storage(engine: Engine, clock: FixedClock, ids: SequentialIds) -> Storage:
    """Return the storage at `url`."""
    return Storage(engine, clock=clock, ids=ids)


@pytest.fixture(params=["fake", "sqlite", "postgresql"])
def rig(request: pytest.FixtureRequest, clock: FixedClock, ids: SequentialIds) -> Iterator[Rig]:
    """Return a database that holds institutions only: the fake, SQLite, PostgreSQL in turn."""
    if request.param == "fake":
        fake = FakeDatabase(clock, ids, institutions=INSTITUTIONS)
        yield Rig("fake", clock, fake.unit_of_work, lambda: fake.audit)
        return
    name = {"sqlite": "sqlite_url", "postgresql": "cleaned_postgres_url"}[request.param]
    opened = open_engine(request.getfixturevalue(name))
    real = Storage(opened, clock=clock, ids=ids)
    yield Rig(request.param, clock, real.unit_of_work, partial(audit_of, opened))
    opened.dispose()


def _prepare(address: str) -> None:
    engine = open_engine(address)
    upgrade(engine)
    mapping = Mapping(Institution, institutions)
    with engine.begin() as connection:
        connection.execute(insert(institutions), [mapping.row(one) for one in INSTITUTIONS])
    engine.dispose()
