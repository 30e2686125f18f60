"""The database's examination finds what is planted, and nothing in a sound one."""

import pytest
from sqlalchemy import Engine, text

from console.domain.problems import Problem, ProblemCode
from db.engine import is_sqlite, open_engine
from db.storage import Storage
from tests.builders import make_complaint, make_entry, make_operator
from tests.fakes import FixedClock, SequentialIds


@pytest.fixture
def filled(storage: Storage) -> Storage:
    """Return a storage with three complete complaints."""
    with storage.unit_of_work(make_operator()) as work:
        for complaint in (make_complaint(), make_complaint(), make_complaint()):
            work.complaints.add(complaint)
            work.timeline.add(make_entry(complaint))
        work.commit("test", "complaints")
    return storage


def test_a_sound_database_has_no_faults(filled: Storage) -> None:
    assert filled.check() == ()


def test_complaints_that_no_search_finds_are_counted(filled: Storage, engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO complaint_words (complaint_words, rowid, words) VALUES ('delete', 2, '')"
                if is_sqlite(engine)
                else "DELETE FROM complaint_words WHERE seq = 2"
            )
        )
    assert filled.check() == ("1 complaints without search words",)


def test_complaints_without_a_timeline_are_counted(filled: Storage, engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM timeline WHERE seq < 3"))
    assert filled.check() == ("2 complaints without a timeline",)


def test_references_to_nothing_are_named(filled: Storage, engine: Engine) -> None:
    if not is_sqlite(engine):
        # A server's references cannot be switched off; one that was never checked is what can happen.
        with engine.begin() as connection:
            connection.execute(text("ALTER TABLE desks ADD CONSTRAINT odd CHECK (code <> 'X') NOT VALID"))
        assert filled.check() == ("constraint odd is not valid",)
        return
    with engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        connection.exec_driver_sql("BEGIN")
        connection.exec_driver_sql("DELETE FROM complaints WHERE seq = 3")
        connection.commit()
    engine.dispose()
    assert filled.check() == ("timeline row 3 refers to nothing in complaints",)


def test_a_damaged_index_of_words_is_found(sqlite_url: str, clock: FixedClock, ids: SequentialIds) -> None:
    engine = open_engine(sqlite_url)
    storage = Storage(engine, clock=clock, ids=ids)
    with storage.unit_of_work(make_operator()) as work:
        work.complaints.add(make_complaint())
        work.commit("test", "complaint")
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE complaint_words_data SET block = zeroblob(9) WHERE id > 10")
    with pytest.raises(Problem) as caught:
        storage.check()
    assert caught.value.code is ProblemCode.DATABASE_BROKEN
    engine.dispose()


def test_checking_changes_nothing_and_blocks_nobody_afterwards(filled: Storage) -> None:
    filled.check()
    with filled.unit_of_work(make_operator()) as work:
        work.complaints.add(make_complaint())
        work.commit("test", "complaint")
