"""What goes wrong with a database server becomes a sentence for the user, and no password is ever in it."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DataError

from console.adapters.ids import TimeOrderedIds
from console.domain.complaint import ComplaintFilter
from console.domain.problems import Problem, ProblemCode, ProblemKind
from db.engine import open_engine
from db.rules import RuleBroken
from db.storage import Storage, open_storage
from tests.builders import make_complaint, make_operator
from tests.fakes import FixedClock


@contextmanager
def opened(url: str) -> Iterator[Storage]:
    storage = open_storage(url, clock=FixedClock(), ids=TimeOrderedIds())
    yield storage
    storage.close()


def save(storage: Storage) -> None:
    with storage.unit_of_work(make_operator()) as work:
        work.complaints.add(make_complaint())
        work.commit("test", "complaint")


def count(storage: Storage) -> int:
    with storage.unit_of_work(make_operator()) as work:
        return work.complaints.count(ComplaintFilter())


def disconnect_all(url: str) -> None:
    """Cut every connection to the database but our own, like a server that restarts."""
    with psycopg.connect(url, autocommit=True) as administrator:
        administrator.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://agen:rahasia123@127.0.0.1:9/konsol",
        "postgresql://agen:rahasia123@no-such-host.invalid/konsol",
        "postgresql+psycopg://agen:127@127.0.0.1:9/konsol",
    ],
)
def test_a_server_that_is_not_there_is_unreachable(url: str) -> None:
    with opened(url) as storage, pytest.raises(Problem) as caught:
        storage.state()
    reason = str(caught.value.params["reason"])
    assert caught.value.code is ProblemCode.DATABASE_UNREACHABLE
    assert caught.value.kind is ProblemKind.UNREACHABLE
    assert reason
    assert "\n" not in reason
    assert "rahasia123" not in str(caught.value)
    if ":127@" in url:  # a password that happens to be part of the address shows nothing either
        assert "127.0.0.1" not in reason


def test_a_database_that_does_not_exist_is_unreachable(postgres_url: str) -> None:
    with opened(f"{postgres_url}_lost") as storage, pytest.raises(Problem) as caught:
        storage.state()
    assert caught.value.code is ProblemCode.DATABASE_UNREACHABLE
    assert "does not exist" in str(caught.value.params["reason"])


@pytest.mark.parametrize("option", ["colour=red", "sslmode=perhaps", "connect_timeout=soon"])
def test_an_unknown_option_makes_a_bad_address(postgres_url: str, option: str) -> None:
    with opened(f"{postgres_url}?{option}") as storage, pytest.raises(Problem) as caught:
        storage.state()
    assert caught.value.code in {ProblemCode.BAD_DATABASE_URL, ProblemCode.DATABASE_UNREACHABLE}


def test_a_connection_cut_in_the_middle_saves_nothing_and_the_next_unit_works(postgres_url: str) -> None:
    with opened(postgres_url) as storage:
        with storage.unit_of_work(make_operator()) as work:
            work.complaints.add(make_complaint(institution_code=""))
            disconnect_all(postgres_url)
            with pytest.raises(Problem) as caught:
                work.commit("test", "complaint")
        assert caught.value.code is ProblemCode.DATABASE_UNREACHABLE
        assert count(storage) == 0
        save(storage)
        assert count(storage) == 1


def test_a_connection_cut_while_idle_is_replaced_unseen(postgres_url: str) -> None:
    with opened(postgres_url) as storage:
        save(storage)
        disconnect_all(postgres_url)
        save(storage)
        assert count(storage) == 2


def test_a_lock_of_another_desk_is_waited_for_and_then_named(postgres_url: str) -> None:
    options = "options=-c%20lock_timeout%3D50"
    with opened(f"{postgres_url}?{options}") as storage, opened(postgres_url) as other:
        with other.unit_of_work(make_operator()) as holder:
            holder.complaints.next_sequence("MPP1", "261122")
            with storage.unit_of_work(make_operator()) as work, pytest.raises(Problem) as caught:
                work.complaints.next_sequence("MPP1", "261122")
            assert caught.value.code is ProblemCode.DATABASE_BUSY
        save(storage)


def test_a_server_that_only_reads_is_named(postgres_url: str) -> None:
    options = "options=-c%20default_transaction_read_only%3Don&options=-c%20statement_timeout%3D9000"
    with opened(f"{postgres_url}?{options}") as storage:
        assert count(storage) == 0
        with pytest.raises(Problem) as caught:
            save(storage)
    assert caught.value.code is ProblemCode.DISK_READ_ONLY
    assert caught.value.params == {"folder": f"127.0.0.1/{postgres_url.rpartition('/')[2]}"}


@pytest.mark.parametrize(
    ("state", "code"),
    [
        ("53100", ProblemCode.DISK_FULL),
        ("42501", ProblemCode.DISK_READ_ONLY),
        ("40001", ProblemCode.DATABASE_BUSY),
        ("40P01", ProblemCode.DATABASE_BUSY),
        ("53300", ProblemCode.DATABASE_BUSY),
        ("57014", ProblemCode.DATABASE_BUSY),
        ("XX001", ProblemCode.DATABASE_BROKEN),
        ("57P03", ProblemCode.DATABASE_UNREACHABLE),
    ],
)
def test_what_the_server_reports_is_a_problem(postgres_url: str, state: str, code: ProblemCode) -> None:
    engine = open_engine(postgres_url)
    raising = text(f"DO $$ BEGIN RAISE EXCEPTION 'so it is' USING ERRCODE = '{state}'; END $$")
    with engine.connect() as connection, pytest.raises(Problem) as caught:
        connection.execute(raising)
    assert caught.value.code is code
    engine.dispose()


def test_our_own_mistakes_stay_visible_and_tell_no_citizens_data(postgres_url: str) -> None:
    engine = open_engine(postgres_url)
    with engine.connect() as connection, pytest.raises(DataError):
        connection.execute(text("SELECT 1 / 0"))
    engine.dispose()
    wrong = make_complaint(version=0, reporter_name="Siti rahasia")
    with (
        opened(postgres_url) as storage,
        storage.unit_of_work(make_operator()) as work,
        pytest.raises(RuleBroken) as caught,
    ):
        work.complaints.add(wrong)
    assert "ck_complaints_version" in str(caught.value)
    assert "rahasia" not in str(caught.value)


def test_sessions_speak_utc_and_never_wait_for_ever(postgres_url: str) -> None:
    engine = open_engine(postgres_url)
    with engine.connect() as connection:
        found = {
            name: connection.execute(text(f"SHOW {name}")).scalar_one()
            for name in ("timezone", "lock_timeout", "application_name", "plan_cache_mode")
        }
    engine.dispose()
    assert found == {
        "timezone": "UTC",
        "lock_timeout": "5s",
        "application_name": "konsol",
        "plan_cache_mode": "force_custom_plan",
    }
