"""One transaction on one connection, the same for SQLite and PostgreSQL.

What a transaction has read may be overtaken by others until it writes (READ COMMITTED, PostgreSQL's default).
SQLite would refuse the write of a transaction that read before somebody else wrote; so reading ends and
writing begins anew, with the lock taken at once. Whoever writes back what was read compares its version.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, CursorResult, Engine, Executable, Row, Select

from db.engine import WRITES, is_sqlite

T = TypeVar("T")
Values = Mapping[str, Any]
AnyRow = Row[*tuple[Any, ...]]


class Transaction:
    """Connects at the first statement; nothing stays unless `commit` was called."""

    def __init__(self, engine: Engine) -> None:
        self.sqlite = is_sqlite(engine)
        self._engine = engine
        self._open: Connection | None = None
        self._writing = False

    def rows(self, statement: Executable) -> Sequence[AnyRow]:
        """Return all rows of a query."""
        return self._connection.execute(statement).all()

    def first(self, statement: Executable) -> AnyRow | None:
        """Return the only row of a query, if there is one."""
        return self._connection.execute(statement).one_or_none()

    def locked(self, statement: Select[Any]) -> AnyRow | None:
        """Return the only row of a query, if there is one; until the end nobody else can change it."""
        self._begin_writing()
        return self._connection.execute(statement.with_for_update()).one_or_none()

    def scalar(self, statement: Select[T]) -> T:
        """Return the only value of a query."""
        return self._connection.execute(statement).scalar_one()

    def scalars(self, statement: Select[T]) -> Sequence[T]:
        """Return the first value of each row."""
        return self._connection.execute(statement).scalars().all()

    def write(
        self, statement: Executable, values: Values | Sequence[Values] | None = None
    ) -> CursorResult[Any]:
        """Change something; many `values` mean the statement once for each."""
        self._begin_writing()
        return self._connection.execute(statement, values)

    def commit(self) -> None:
        """Make every change since the last commit permanent."""
        self._connection.commit()
        self._end_writing()

    def close(self) -> None:
        """Take back what was not committed and give the connection back."""
        connection, self._open = self._open, None
        self._writing = False
        if connection is not None:
            connection.close()

    @property
    def _connection(self) -> Connection:
        if self._open is None:
            self._open = self._engine.connect()
        return self._open

    def _begin_writing(self) -> None:
        if not self._writing and self.sqlite:
            self._connection.rollback()
            self._connection.execution_options(**{WRITES: True})
        self._writing = True

    def _end_writing(self) -> None:
        if self.sqlite:
            self._connection.execution_options(**{WRITES: False})
        self._writing = False
