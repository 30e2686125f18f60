"""Opening a database so that both kinds behave alike: durable, strict about references, quick to give up."""

import json
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from console.domain.problems import Problem, ProblemCode
from db.troubles import translator

WRITES = "konsol_writes"  # execution option of a connection whose next transaction will write
_BUSY = 5000  # milliseconds to wait for another program's lock before the user hears of it
_SERVER_DRIVERS = frozenset({"postgresql", "postgresql+psycopg"})
_SQLITE_DRIVERS = frozenset({"sqlite", "sqlite+pysqlite"})
_NO_HOST = frozenset("[]@/ ")  # what remains of brackets that do not close, or of an unquoted password
_SESSION = (
    "-c timezone=UTC",
    f"-c lock_timeout={_BUSY}",
    # A plan made for all parameters alike walks the whole table for a rare word.
    "-c plan_cache_mode=force_custom_plan",
)
# A server that vanishes without a word is noticed within about 20 s instead of the system's two hours.
_LINE: dict[str, int] = {
    "connect_timeout": 5,
    "keepalives_idle": 10,
    "keepalives_interval": 3,
    "keepalives_count": 3,
    "tcp_user_timeout": 20_000,
}
_COMMON: dict[str, Any] = {
    "json_serializer": partial(json.dumps, ensure_ascii=False, separators=(",", ":")),
    "hide_parameters": True,  # they are citizens' data; an error's text ends up in logs
}


def open_engine(address: str) -> Engine:
    """Return an engine for ``sqlite:///FILE`` or ``postgresql://…``; nothing is connected or created yet.

    Raises `Problem` BAD_DATABASE_URL, which never repeats the address: it may hold a password.
    """
    url = _checked(address)
    engine = _sqlite(url) if url.drivername in _SQLITE_DRIVERS else _server(url)
    event.listen(engine, "handle_error", translator(engine.url), retval=True)
    return engine


def is_sqlite(engine: Engine) -> bool:
    """Tell whether the database is an embedded file."""
    return engine.dialect.name == "sqlite"


def sqlite_file(engine: Engine) -> Path:
    """Return the embedded database's file."""
    return Path(engine.url.database or "")


def _checked(address: str) -> URL:
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):  # a port that is no number, brackets that do not close
        raise _refusal("not an address") from None
    if url.drivername in _SQLITE_DRIVERS:
        if not url.database or url.database == ":memory:" or url.query:
            raise _refusal("a file is missing")
        return url.set(database=str(Path(url.database).expanduser().absolute()))
    if url.drivername not in _SERVER_DRIVERS:
        raise _refusal("neither sqlite:///FILE nor postgresql://HOST/NAME")
    if _NO_HOST.intersection(url.host or ""):
        raise _refusal("not a host's name")
    return url.set(drivername="postgresql+psycopg")


def _refusal(reason: str) -> Problem:
    return Problem(ProblemCode.BAD_DATABASE_URL, reason=reason)


def _sqlite(url: URL) -> Engine:
    engine = create_engine(url, **_COMMON, connect_args={"timeout": _BUSY / 1000})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _server(url: URL) -> Engine:
    session = " ".join(_SESSION)
    given = url.query.get("options")
    if given:
        session = f"{session} {given if isinstance(given, str) else ' '.join(given)}"
    line = {name: value for name, value in _LINE.items() if name not in url.query}
    return create_engine(
        url.difference_update_query(["options"]),
        **_COMMON,
        pool_pre_ping=True,
        connect_args={"options": session, "application_name": "konsol", **line},
    )


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # The driver's own transactions begin too late for reads and never IMMEDIATE: `_begin_sqlite` does it.
    connection.isolation_level = None
    try:
        for setting in ("foreign_keys=ON", f"busy_timeout={_BUSY}", "journal_mode=WAL", "synchronous=FULL"):
            connection.execute(f"PRAGMA {setting}")
    except BaseException:
        connection.close()
        raise


def _begin_sqlite(connection: Connection) -> None:
    """Take the write lock at once when writing: two programs that read first could not both go on."""
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
