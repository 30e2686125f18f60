"""Which version of the schema a database has, and bringing it to this program's.

The check runs at every start and is one cheap query; Alembic (0.5 s to import) is loaded only to migrate.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sqlalchemy import Connection, Engine, text

from console.domain.problems import Problem, ProblemCode
from db.engine import WRITES, is_sqlite, sqlite_file
from db.sqlite_copy import copy_sqlite

# "KMBW": tells our files from other programs' ones (SQLite's application id).
APPLICATION = 0x4B4D4257
_UPGRADE_LOCK = 3510  # any number of our own: two desks that start at once upgrade one after the other
_OTHERS = "it belongs to another program"


@dataclass(frozen=True, slots=True)
class History:
    """The migrations: their ids in order, and the folder of their scripts."""

    revisions: tuple[str, ...]
    scripts: Path

    @property
    def known(self) -> str:
        """The revision this program needs."""
        return self.revisions[-1]


HISTORY = History(("0001",), Path(__file__).with_name("migrations"))


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemaState:
    """`found` is the database's revision (empty when it has none), `known` the one this program needs."""

    found: str
    known: str
    state: Literal["empty", "current", "older", "newer"]


def schema_state(engine: Engine, history: History = HISTORY) -> SchemaState:
    """Return what the database is to this program; creates nothing.

    Raises `Problem` DATABASE_BROKEN for a file of another program, and the storage problems.
    """
    if is_sqlite(engine) and not _has_content(sqlite_file(engine)):
        return _state("", history)
    with engine.connect() as connection:
        return _state(_found(connection, history), history)


def upgrade(engine: Engine, history: History = HISTORY) -> None:
    """Create the schema or bring it to this program's, whole or not at all.

    An older SQLite database is first copied beside itself, named ``….before-<its revision>``.
    Raises `Problem` DATABASE_NEWER, DATABASE_BROKEN and the storage problems.
    """
    if is_sqlite(engine):
        _upgrade_sqlite(engine, history)
    else:
        with engine.begin() as connection:
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _UPGRADE_LOCK})
            _check_encoding(connection)
            _migrate(connection, history)


def _has_content(file: Path) -> bool:
    try:
        return file.stat().st_size > 0
    except FileNotFoundError:
        return False
    except OSError:
        return True  # let the database say what is wrong with it


def _found(connection: Connection, history: History) -> str:
    if connection.dialect.name != "sqlite":
        known = connection.execute(text("SELECT to_regclass('alembic_version') IS NOT NULL")).scalar_one()
        return _stamp(connection) if known else ""
    number: int = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    if number == 0:
        _refuse_others(connection)
        return ""
    return history.revisions[number - 1] if number <= len(history.revisions) else _stamp(connection)


def _stamp(connection: Connection) -> str:
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found or ""


def _refuse_others(connection: Connection) -> None:
    if connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one():
        raise Problem(ProblemCode.DATABASE_BROKEN, reason=_OTHERS)


def _state(found: str, history: History) -> SchemaState:
    if not found:
        return SchemaState(found=found, known=history.known, state="empty")
    if found == history.known:
        return SchemaState(found=found, known=history.known, state="current")
    older = found in history.revisions
    return SchemaState(found=found, known=history.known, state="older" if older else "newer")


def _upgrade_sqlite(engine: Engine, history: History) -> None:
    before = schema_state(engine, history)
    if before.state == "older":
        file = sqlite_file(engine)
        copy_sqlite(file, file.with_name(f"{file.name}.before-{before.found}"))
    with engine.connect() as connection:
        driver = connection.connection.cursor()  # beside SQLAlchemy, which would begin a transaction
        # Tables that others refer to are rebuilt; the references are checked as a whole at the end.
        driver.execute("PRAGMA foreign_keys=OFF")
        try:
            connection.execution_options(**{WRITES: True})
            _migrate(connection, history)
            connection.commit()
        finally:
            connection.rollback()
            driver.execute("PRAGMA foreign_keys=ON")


def _migrate(connection: Connection, history: History) -> None:
    state = _state(_found(connection, history), history)  # once more: now nobody else can change it
    if state.state == "newer":
        raise Problem(ProblemCode.DATABASE_NEWER, found=state.found, known=state.known)
    if state.state == "current":
        return
    from alembic import command  # noqa: PLC0415 - see the module's docstring
    from alembic.config import Config  # noqa: PLC0415 - see the module's docstring

    config = Config()
    config.set_main_option("script_location", str(history.scripts).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, history.known)
    if connection.dialect.name == "sqlite":
        _finish_sqlite(connection, history)


def _finish_sqlite(connection: Connection, history: History) -> None:
    orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if orphans:
        raise Problem(ProblemCode.DATABASE_BROKEN, reason=f"{len(orphans)} references to nothing")
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION}")
    connection.exec_driver_sql(f"PRAGMA user_version={len(history.revisions)}")


def _check_encoding(connection: Connection) -> None:
    encoding: str = connection.execute(text("SHOW server_encoding")).scalar_one()
    if encoding != "UTF8":
        raise Problem(ProblemCode.DATABASE_BROKEN, reason=f"its encoding is {encoding}, not UTF8")
