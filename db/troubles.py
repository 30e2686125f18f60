"""What databases complain about, translated in one place: a Problem for the user, RuleBroken for us."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Final

from sqlalchemy import URL, ExceptionContext
from sqlalchemy.exc import DBAPIError

from console.domain.problems import Problem, ProblemCode
from db.rules import RuleBroken

_LONGEST_REASON = 200  # characters of a server's words that a sentence repeats
_SQLITE_PRIMARY: Final = 0xFF  # the rest of SQLite's result code tells variants apart
_SQLITE_DISK: dict[int, ProblemCode] = {
    sqlite3.SQLITE_FULL: ProblemCode.DISK_FULL,
    sqlite3.SQLITE_READONLY: ProblemCode.DISK_READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: ProblemCode.DISK_READ_ONLY,
    sqlite3.SQLITE_PERM: ProblemCode.DISK_READ_ONLY,
    sqlite3.SQLITE_AUTH: ProblemCode.DISK_READ_ONLY,
}
_SQLITE_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL})
_SQLITE_BROKEN = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
# Writing failed for another reason than "no space": a quota, a file size limit, a stick pulled out.
_SQLITE_WRITING = frozenset(
    {
        sqlite3.SQLITE_IOERR_WRITE,
        sqlite3.SQLITE_IOERR_FSYNC,
        sqlite3.SQLITE_IOERR_TRUNCATE,
        sqlite3.SQLITE_IOERR_SHMSIZE,
    }
)
# https://www.postgresql.org/docs/current/errcodes-appendix.html
_SERVER_DISK = {
    "53100": ProblemCode.DISK_FULL,
    "25006": ProblemCode.DISK_READ_ONLY,  # a standby, or a database set to read only
    "42501": ProblemCode.DISK_READ_ONLY,  # this user may not write
}
_SERVER_BUSY = frozenset({"40001", "40P01", "55P03", "53300", "57014"})
_SERVER_BROKEN = frozenset({"XX001", "XX002"})
_SERVER_GONE = ("08", "28", "57P", "3D")


def translator(url: URL) -> Callable[[ExceptionContext], BaseException | None]:
    """Return the listener that replaces errors of the database at `url` while they are raised."""
    place = str(Path(url.database or "").parent) if url.get_backend_name() == "sqlite" else _server(url)

    def translate(context: ExceptionContext) -> BaseException | None:
        if context.is_pre_ping:  # the pool tries a fresh connection by itself
            return None
        error = context.original_exception
        if isinstance(error, sqlite3.Error):
            return _of_sqlite(error, place)
        if isinstance(context.sqlalchemy_exception, DBAPIError):
            return _of_server(error, place, url.password)
        return error  # a value that a column refused before the database saw it

    return translate


def _server(url: URL) -> str:
    return f"{url.host or 'localhost'}/{url.database or ''}"


def _of_sqlite(error: sqlite3.Error, folder: str) -> BaseException | None:
    code = getattr(error, "sqlite_errorcode", 0)
    primary = code & _SQLITE_PRIMARY
    if primary in _SQLITE_DISK:
        return Problem(_SQLITE_DISK[primary], folder=folder)
    if primary in _SQLITE_BUSY:
        return Problem(ProblemCode.DATABASE_BUSY)
    if primary in _SQLITE_BROKEN:
        return Problem(ProblemCode.DATABASE_BROKEN, reason=str(error))
    if code in _SQLITE_WRITING:
        return Problem(ProblemCode.DISK_FULL, folder=folder)
    if primary == sqlite3.SQLITE_IOERR:
        return Problem(ProblemCode.DATABASE_UNREACHABLE, reason=str(error))
    return RuleBroken(str(error)) if isinstance(error, sqlite3.IntegrityError) else None


def _of_server(error: BaseException, place: str, password: object) -> BaseException | None:
    state = getattr(error, "sqlstate", None)
    if state is None:
        return _of_connection(error, password)
    if state in _SERVER_DISK:
        return Problem(_SERVER_DISK[state], folder=place)
    if state in _SERVER_BUSY:
        return Problem(ProblemCode.DATABASE_BUSY)
    if state in _SERVER_BROKEN:
        return Problem(ProblemCode.DATABASE_BROKEN, reason=_reason(error, password))
    if state.startswith(_SERVER_GONE):
        return Problem(ProblemCode.DATABASE_UNREACHABLE, reason=_reason(error, password))
    return RuleBroken(_primary(error)) if state.startswith("23") else None


def _primary(error: BaseException) -> str:
    """Return the message's first line; the next ones repeat the row, and so the citizen's data."""
    return str(error).partition("\n")[0]


def _of_connection(error: BaseException, password: object) -> BaseException | None:
    """Errors without a state come from the driver itself: no connection, or an option it does not know."""
    kind = type(error).__name__
    if kind == "OperationalError":
        return Problem(ProblemCode.DATABASE_UNREACHABLE, reason=_reason(error, password))
    if kind == "ProgrammingError":
        return Problem(ProblemCode.BAD_DATABASE_URL, reason=_reason(error, password))
    return None


def _reason(error: BaseException, password: object) -> str:
    """Return the server's words on one line, never with the password in them."""
    words = " ".join(str(error).split()).partition(" Is the server running")[0]
    secret = str(password or "")
    return (words.replace(secret, "***") if secret else words)[:_LONGEST_REASON]
