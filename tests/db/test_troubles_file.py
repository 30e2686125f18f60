"""What goes wrong with a database file becomes a sentence for the user, and nothing is half-saved."""

import os
import pwd
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError

from console.adapters.ids import TimeOrderedIds
from console.domain.complaint import ComplaintFilter
from console.domain.problems import Problem, ProblemCode
from db.engine import open_engine, sqlite_file
from db.schema import schema_state, upgrade
from db.storage import Storage
from tests.builders import make_complaint, make_operator
from tests.fakes import FixedClock


@contextmanager
def opened(url: str, *settings: str) -> Iterator[Storage]:
    """Open a database whose connections have further PRAGMA `settings`."""
    engine = open_engine(url)

    def adjust(connection: Any, _record: object) -> None:
        for setting in settings:
            connection.execute(f"PRAGMA {setting}")

    event.listen(engine, "connect", adjust)
    yield Storage(engine, clock=FixedClock(), ids=TimeOrderedIds())
    engine.dispose()


def save(storage: Storage, **given: Any) -> None:
    with storage.unit_of_work(make_operator()) as work:
        work.complaints.add(make_complaint(**given))
        work.commit("test", "complaint")


def count(storage: Storage) -> int:
    with storage.unit_of_work(make_operator()) as work:
        return work.complaints.count(ComplaintFilter())


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Be somebody whom file permissions concern; root is above them."""
    if os.geteuid() != 0:
        yield
        return
    nobody = pwd.getpwnam("nobody")
    os.setegid(nobody.pw_gid)
    os.seteuid(nobody.pw_uid)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)


@pytest.fixture
def public_file(sqlite_template: Path) -> Iterator[Path]:
    """Return a database in a folder that everybody may enter and nobody but us may change."""
    folder = Path(tempfile.mkdtemp(prefix="konsol-db-"))
    file = Path(shutil.copy(sqlite_template, folder / "konsol.db"))
    folder.chmod(0o777)
    file.chmod(0o666)
    yield file
    folder.chmod(0o777)
    shutil.rmtree(folder)


def test_a_file_that_may_not_be_written_can_still_be_read(public_file: Path) -> None:
    with opened(f"sqlite:///{public_file}") as storage:
        save(storage)
    public_file.chmod(0o444)
    with ordinary_user(), opened(f"sqlite:///{public_file}") as storage:
        assert storage.state().state == "current"
        assert count(storage) == 1
        with pytest.raises(Problem) as caught:
            save(storage)
        assert caught.value.code is ProblemCode.DISK_READ_ONLY
        assert caught.value.params == {"folder": str(public_file.parent)}
        assert count(storage) == 1


def test_a_folder_that_may_not_be_written_is_named(public_file: Path) -> None:
    public_file.chmod(0o444)
    public_file.parent.chmod(0o555)
    with ordinary_user(), opened(f"sqlite:///{public_file}") as storage:
        with pytest.raises(Problem) as caught:
            save(storage)
        assert caught.value.code is ProblemCode.DISK_READ_ONLY
        assert caught.value.params == {"folder": str(public_file.parent)}


@pytest.mark.parametrize("place", ["/proc/konsol.db", "/nowhere/at/all/konsol.db", "/proc/version/konsol.db"])
def test_a_place_where_no_file_can_be_is_named(place: str) -> None:
    engine = open_engine(f"sqlite:///{place}")
    with pytest.raises(Problem) as caught:
        upgrade(engine)
    assert caught.value.code is ProblemCode.DISK_READ_ONLY
    assert caught.value.params == {"folder": str(Path(place).parent)}
    engine.dispose()


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path}")
    with pytest.raises(Problem) as caught:
        schema_state(engine)
    assert caught.value.code is ProblemCode.DISK_READ_ONLY
    engine.dispose()


def test_a_full_disk_saves_nothing_and_the_rest_stays(sqlite_url: str) -> None:
    with opened(sqlite_url) as storage:
        save(storage)
    with opened(sqlite_url, "max_page_count=1") as storage:  # SQLite takes the present size at least
        with pytest.raises(Problem) as caught:
            save(storage, text="x" * 100_000)
        assert caught.value.code is ProblemCode.DISK_FULL
        assert caught.value.params == {"folder": str(Path(sqlite_url.removeprefix("sqlite:///")).parent)}
        assert count(storage) == 1
    with opened(sqlite_url) as storage:
        save(storage, text="x" * 100_000)
        assert count(storage) == 2


_WITH_A_LIMIT = """
import sys
from console.domain.problems import Problem
from tests.db.test_troubles_file import count, opened, save
with opened(sys.argv[1]) as storage:
    saved = count(storage)
    try:
        while True:
            save(storage, text="x" * 50_000)
            saved += 1
    except Problem as problem:
        print(problem.code, saved, count(storage))
"""


def test_a_disk_that_takes_no_more_bytes_is_full_too(sqlite_url: str) -> None:
    limit = 3_000_000  # bytes a file may have, like a quota; SQLite hears "file too large" from the system

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    ran = subprocess.run(
        [sys.executable, "-c", _WITH_A_LIMIT, sqlite_url],
        capture_output=True,
        text=True,
        check=True,
        preexec_fn=small,
    )
    code, acknowledged, kept = ran.stdout.split()
    assert code == ProblemCode.DISK_FULL
    assert acknowledged == kept != "0"
    with opened(sqlite_url) as storage:
        assert count(storage) == int(kept)
        assert [fault for fault in storage.check() if "timeline" not in fault] == []


def test_another_program_that_holds_the_lock_is_waited_for_and_then_named(sqlite_url: str) -> None:
    with opened(sqlite_url, "busy_timeout=50") as storage, opened(sqlite_url) as other:
        save(storage)
        with other.unit_of_work(make_operator()) as holder:
            holder.complaints.add(make_complaint())
            assert count(storage) == 1
            with pytest.raises(Problem) as caught:
                save(storage)
            assert caught.value.code is ProblemCode.DATABASE_BUSY
        save(storage)
        assert count(storage) == 2


def test_every_connection_is_durable_and_strict(sqlite_url: str) -> None:
    engine = open_engine(sqlite_url)
    with engine.connect() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    engine.dispose()
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000}


def test_a_file_that_is_no_database_says_so(tmp_path: Path) -> None:
    file = tmp_path / "konsol.db"
    file.write_bytes(b"this is a letter, not a database. " * 200)
    with opened(f"sqlite:///{file}") as storage:
        for act in (storage.state, storage.upgrade, storage.check):
            with pytest.raises(Problem) as caught:
                act()
            assert caught.value.code is ProblemCode.DATABASE_BROKEN
    assert file.read_bytes().startswith(b"this is a letter")


def test_a_damaged_file_says_so(sqlite_url: str) -> None:
    with opened(sqlite_url) as storage:
        for _ in range(50):
            save(storage)
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xa5" * len(content[4096:])
    file.write_bytes(content)
    with opened(sqlite_url) as storage:
        for act in (storage.check, lambda: save(storage), lambda: count(storage)):
            with pytest.raises(Problem) as caught:
                act()
            assert caught.value.code is ProblemCode.DATABASE_BROKEN


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (sqlite3.SQLITE_IOERR_WRITE, ProblemCode.DISK_FULL),
        (sqlite3.SQLITE_IOERR_FSYNC, ProblemCode.DISK_FULL),
        (sqlite3.SQLITE_IOERR_READ, ProblemCode.DATABASE_UNREACHABLE),
        (sqlite3.SQLITE_READONLY_DBMOVED, ProblemCode.DISK_READ_ONLY),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, ProblemCode.DATABASE_BUSY),
        (sqlite3.SQLITE_LOCKED, ProblemCode.DATABASE_BUSY),
        (sqlite3.SQLITE_CORRUPT_VTAB, ProblemCode.DATABASE_BROKEN),
    ],
)
def test_rare_result_codes_are_problems_too(sqlite_url: str, number: int, code: ProblemCode) -> None:
    engine = open_engine(sqlite_url)

    def fail(*_arguments: object) -> None:
        error = sqlite3.OperationalError("the system said no")
        error.sqlite_errorcode = number
        raise error

    event.listen(engine, "do_execute", fail)
    with engine.connect() as connection, pytest.raises(Problem) as caught:
        connection.exec_driver_sql("SELECT 1")
    assert caught.value.code is code
    engine.dispose()


def test_our_own_mistakes_stay_visible_and_tell_no_citizens_data(sqlite_url: str) -> None:
    engine = open_engine(sqlite_url)
    with engine.connect() as connection, pytest.raises(OperationalError) as caught:
        connection.exec_driver_sql("SELECT nonsense FROM nowhere WHERE 1 = ?", ("Siti rahasia",))
    assert "nowhere" in str(caught.value)
    assert "rahasia" not in str(caught.value)
    engine.dispose()


@pytest.mark.parametrize(
    "address",
    [
        "",
        "nonsense",
        "mysql://agen:rahasia@host/konsol",
        "postgresql+psycopg2://agen:rahasia@host/konsol",
        "postgresql://agen:rahasia@[broken/konsol",
        "postgresql://agen:rahasia@host:port/konsol",
        "sqlite://",
        "sqlite:///",
        "sqlite:///:memory:",
        "sqlite:///file:konsol?mode=memory&uri=true",
        "sqlite+pysqlcipher://:rahasia@/konsol.db",
    ],
)
def test_an_address_that_cannot_be_used_is_refused_without_repeating_it(address: str) -> None:
    with pytest.raises(Problem) as caught:
        open_engine(address)
    assert caught.value.code is ProblemCode.BAD_DATABASE_URL
    assert "rahasia" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_a_files_address_may_start_at_home_or_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    for address in ("sqlite:///~/konsol.db", "sqlite:///konsol.db"):
        assert sqlite_file(_engine(address)) == tmp_path / "konsol.db"


def _engine(address: str) -> Engine:
    engine = open_engine(address)
    engine.dispose()
    return engine
