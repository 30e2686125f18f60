"""The database as the composition root sees it. Importing this is the one heavy import (SQLAlchemy)."""

from sqlalchemy import Engine

from console.domain.access import Operator
from console.services.ports import Clock, Ids
from db.check import faults_of
from db.engine import open_engine
from db.schema import SchemaState, schema_state, upgrade
from db.unit_of_work import SqlUnitOfWork


class Storage:
    """One database: its state, its upgrade, and the transactions of the use cases."""

    def __init__(self, engine: Engine, *, clock: Clock, ids: Ids) -> None:
        self._engine = engine
        self._clock = clock
        self._ids = ids

    def unit_of_work(self, operator: Operator) -> SqlUnitOfWork:
        """Return a transaction for `operator`, to be used in a ``with`` block on one thread."""
        return SqlUnitOfWork(self._engine, operator, self._clock, self._ids)

    def state(self) -> SchemaState:
        """Return what the database is to this program; creates nothing."""
        return schema_state(self._engine)

    def upgrade(self) -> None:
        """Create the schema or bring it to this version, whole or not at all (see `db.schema.upgrade`)."""
        upgrade(self._engine)

    def check(self) -> tuple[str, ...]:
        """Return what is wrong with the stored data; nothing when it is sound."""
        return faults_of(self._engine)

    def close(self) -> None:
        """Let go of all connections."""
        self._engine.dispose()


def open_storage(url: str, *, clock: Clock, ids: Ids) -> Storage:
    """Return the database at ``sqlite:///FILE`` or ``postgresql://…``; connects at first use.

    Raises `Problem` BAD_DATABASE_URL.
    """
    return Storage(open_engine(url), clock=clock, ids=ids)
