"""Creating and migrating a database: whole or not at all, never downwards, never somebody else's."""

import shutil
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from psycopg import sql
from sqlalchemy import Engine, inspect, text

from console.domain.complaint import ComplaintFilter
from console.domain.problems import Problem, ProblemCode
from db.engine import is_sqlite, open_engine, sqlite_file
from db.rules import RuleBroken
from db.schema import APPLICATION, HISTORY, History, schema_state, upgrade
from db.storage import Storage
from tests.builders import make_complaint, make_entry, make_operator
from tests.fakes import FixedClock, SequentialIds
from tests.postgres import Server

SECOND = """
from alembic import op
import sqlalchemy as sa
revision, down_revision = "0002", "0001"
def upgrade():
    with op.batch_alter_table("complaints") as batch:
        batch.add_column(sa.Column("priority", sa.Integer(), nullable=False, server_default="5"))
        batch.alter_column("place", new_column_name="where")
    {last}
"""


def next_version(folder: Path, last: str = "") -> History:
    """Return the history of a later program, whose second migration ends with the statement `last`."""
    scripts = folder / "100 % migrations"
    shutil.copytree(HISTORY.scripts, scripts, dirs_exist_ok=True)
    (scripts / "versions" / "0002_second.py").write_text(SECOND.format(last=last), "utf-8")
    return History(("0001", "0002"), scripts)


def work_in(storage: Storage) -> str:
    """Store a complaint and return its ticket."""
    complaint = make_complaint(text="Lampu jalan", institution_code="")
    with storage.unit_of_work(make_operator()) as work:
        work.complaints.add(complaint)
        work.timeline.add(make_entry(complaint))
        work.commit("test", "complaint")
    return complaint.ticket


def stamp(engine: Engine, revision: str, number: int) -> None:
    """Make the database one of another version."""
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision})
        if is_sqlite(engine):
            connection.exec_driver_sql(f"PRAGMA user_version={number}")


def test_a_database_without_tables_is_empty_and_asking_creates_nothing(empty_url: str) -> None:
    engine = open_engine(empty_url)
    state = schema_state(engine)
    assert (state.state, state.found, state.known) == ("empty", "", HISTORY.known)
    if is_sqlite(engine):
        assert not sqlite_file(engine).exists()
        sqlite_file(engine).touch()  # a program that was killed too early leaves an empty file
        assert schema_state(engine).state == "empty"
    engine.dispose()


def test_an_upgrade_makes_it_current_and_a_second_one_changes_nothing(empty_url: str) -> None:
    engine = open_engine(empty_url)
    for _ in range(2):
        upgrade(engine)
        state = schema_state(engine)
        assert (state.state, state.found) == ("current", HISTORY.known)
    engine.dispose()


def test_the_file_is_marked_as_ours(sqlite_template: Path) -> None:
    with closing(sqlite3.connect(sqlite_template)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
        assert connection.execute("PRAGMA user_version").fetchone() == (len(HISTORY.revisions),)


def test_two_programs_that_start_at_once_both_find_it_ready(empty_url: str) -> None:
    def start(_turn: int) -> str:
        engine = open_engine(empty_url)
        upgrade(engine)
        state = schema_state(engine).state
        engine.dispose()
        return state

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(start, range(4))) == ["current"] * 4


def test_a_newer_database_is_refused_and_left_alone(engine: Engine) -> None:
    stamp(engine, "0099", 99)
    state = schema_state(engine)
    assert (state.state, state.found, state.known) == ("newer", "0099", HISTORY.known)
    with pytest.raises(Problem) as caught:
        upgrade(engine)
    assert caught.value.code is ProblemCode.DATABASE_NEWER
    assert caught.value.params == {"found": "0099", "known": HISTORY.known}
    assert schema_state(engine).found == "0099"


def test_an_older_database_is_migrated_with_everything_in_it(
    engine: Engine, storage: Storage, tmp_path: Path
) -> None:
    ticket = work_in(storage)
    later = next_version(tmp_path)
    assert schema_state(engine, later).state == "older"
    upgrade(engine, later)
    assert schema_state(engine, later).state == "current"
    assert schema_state(engine).state == "newer"
    with engine.connect() as connection:
        row = connection.execute(text('SELECT ticket, priority, "where" FROM complaints')).one()
        assert (row.ticket, row.priority, row.where) == (ticket, 5, "depan balai desa")
    assert storage.check() == ()


def test_an_older_file_is_copied_beside_itself_first(
    sqlite_url: str, tmp_path: Path, clock: FixedClock, ids: SequentialIds
) -> None:
    engine = open_engine(sqlite_url)
    storage = Storage(engine, clock=clock, ids=ids)
    ticket = work_in(storage)
    upgrade(engine, next_version(tmp_path))
    copy = open_engine(f"{sqlite_url}.before-0001")
    assert schema_state(copy).state == "current"
    with Storage(copy, clock=clock, ids=ids).unit_of_work(make_operator()) as work:
        assert work.complaints.by_ticket(ticket) is not None
        assert work.complaints.count(ComplaintFilter(words="lampu")) == 1
    copy.dispose()
    engine.dispose()
    assert not list(tmp_path.glob("*.part"))


def test_a_new_file_needs_no_copy(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'konsol.db'}")
    upgrade(engine)
    engine.dispose()
    assert [path.name for path in tmp_path.iterdir()] == ["konsol.db"]


def test_a_copy_that_cannot_be_made_stops_the_upgrade(sqlite_url: str, tmp_path: Path) -> None:
    engine = open_engine(sqlite_url)
    (tmp_path / "konsol.db.before-0001").mkdir()
    with pytest.raises(Problem) as caught:
        upgrade(engine, next_version(tmp_path))
    assert caught.value.code is ProblemCode.FILE_UNWRITABLE
    assert schema_state(engine).state == "current"
    engine.dispose()
    assert not list(tmp_path.glob("*.part"))


def test_a_migration_that_fails_leaves_the_database_as_it_was(
    engine: Engine, storage: Storage, tmp_path: Path
) -> None:
    ticket = work_in(storage)
    before = sorted(inspect(engine).get_table_names())
    with pytest.raises(ZeroDivisionError):
        upgrade(engine, next_version(tmp_path, last="1 / 0"))
    assert schema_state(engine).state == "current"
    assert sorted(inspect(engine).get_table_names()) == before
    with storage.unit_of_work(make_operator()) as work:
        assert work.complaints.by_ticket(ticket) is not None
    assert storage.check() == ()


def test_a_migration_that_tears_references_apart_is_taken_back(sqlite_url: str, tmp_path: Path) -> None:
    engine = open_engine(sqlite_url)
    with engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO desks VALUES ('MPP1', 'Loket', 1)")
        connection.exec_driver_sql(
            "INSERT INTO shifts VALUES ('1', 'MPP1', 'Dewi', 'pagi', '2026-11-22 00:00:00', NULL)"
        )
    with pytest.raises(Problem) as caught:
        upgrade(engine, next_version(tmp_path, last='op.execute("DELETE FROM desks")'))
    assert caught.value.code is ProblemCode.DATABASE_BROKEN
    assert schema_state(engine).state == "current"
    with pytest.raises(RuleBroken), engine.begin() as connection:  # and references are checked again
        connection.exec_driver_sql("DELETE FROM desks")
    engine.dispose()


def test_a_file_of_another_program_is_not_touched(tmp_path: Path) -> None:
    file = tmp_path / "bookmarks.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE bookmarks (url)")
    before = file.read_bytes()
    engine = open_engine(f"sqlite:///{file}")
    for act in (schema_state, upgrade):
        with pytest.raises(Problem) as caught:
            act(engine)
        assert caught.value.code is ProblemCode.DATABASE_BROKEN
    engine.dispose()
    # Opening switches the journal; what the other program stored is untouched.
    assert file.read_bytes()[100:] == before[100:]


def test_a_server_database_that_cannot_hold_every_letter_is_refused(postgres: Server) -> None:
    postgres.run(sql.SQL("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0").format())
    engine = open_engine(postgres.url("latin"))
    with pytest.raises(Problem) as caught:
        upgrade(engine)
    assert caught.value.code is ProblemCode.DATABASE_BROKEN
    engine.dispose()
    postgres.drop("latin")


def test_the_list_of_revisions_is_that_of_the_scripts() -> None:
    config = Config()
    config.set_main_option("script_location", str(HISTORY.scripts))
    scripts = ScriptDirectory.from_config(config).walk_revisions()
    assert tuple(script.revision for script in scripts)[::-1] == HISTORY.revisions


@pytest.mark.parametrize("change", ["UPDATE audit SET action = 'x'", "DELETE FROM audit"])
def test_the_audit_refuses_every_change(engine: Engine, storage: Storage, change: str) -> None:
    with storage.unit_of_work(make_operator()) as work:
        work.commit("test", "entry")
    with pytest.raises(RuleBroken, match="append-only"), engine.begin() as connection:
        connection.exec_driver_sql(change)


def test_everyday_use_loads_neither_the_migrations_nor_the_other_driver(sqlite_url: str) -> None:
    program = f"""
import sys
from console.adapters.clock import SystemClock
from console.adapters.ids import TimeOrderedIds
from db.storage import open_storage
from tests.builders import make_complaint, make_operator
storage = open_storage({sqlite_url!r}, clock=SystemClock(), ids=TimeOrderedIds())
assert storage.state().state == "current"
with storage.unit_of_work(make_operator()) as work:
    work.complaints.add(make_complaint())
    work.commit("test", "complaint")
assert storage.check()[0].endswith("without a timeline")
storage.close()
heavy = {{"alembic", "psycopg", "sqlalchemy.orm", "requests"}} & set(sys.modules)
assert not heavy, heavy
"""
    subprocess.run([sys.executable, "-W", "error", "-c", program], check=True)
