"""Several programs on one database, and one that is killed."""

import subprocess
import sys

import pytest

from console.domain.complaint import ComplaintFilter
from db.engine import open_engine
from tests.builders import make_operator
from tests.db.process import opened
from tests.db.rig import audit_of


def start(url: str, times: int) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "tests.db.process", url, str(times)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_two_programs_at_one_desk_number_without_gaps_or_twins(url: str) -> None:
    times = 40
    programs = [start(url, times) for _ in range(2)]
    said = [program.communicate(timeout=120) for program in programs]
    assert [program.returncode for program in programs] == [0, 0], said
    numbers = [int(ticket[-4:]) for out, _errors in said for ticket in out.split()]
    assert sorted(numbers) == list(range(1, 2 * times + 1))
    with opened(url) as storage:
        assert storage.check() == ()


@pytest.mark.parametrize("lines", [1, 37, 90])
def test_a_killed_program_has_lost_nothing_that_it_acknowledged(sqlite_url: str, lines: int) -> None:
    program = start(sqlite_url, 0)
    assert program.stdout is not None
    assert program.stderr is not None
    acknowledged = [program.stdout.readline().strip() for _ in range(lines)]
    program.kill()
    acknowledged += [line.strip() for line in program.stdout if line.endswith("\n")]
    program.wait()
    assert program.stderr.read() == ""
    program.stdout.close()
    program.stderr.close()
    with opened(sqlite_url) as storage:
        assert storage.state().state == "current"
        assert storage.check() == ()
        with storage.unit_of_work(make_operator()) as work:
            page = work.complaints.page(ComplaintFilter(), None, 10_000)
            kept = [row.complaint for row in reversed(page.rows)]
            assert all(len(work.timeline.of(complaint.id)) == 1 for complaint in kept)
            last = work.complaints.count(ComplaintFilter(words=f"nomor{len(acknowledged)}"))
    tickets = [complaint.ticket for complaint in kept]
    assert tickets[: len(acknowledged)] == acknowledged
    assert len(tickets) - len(acknowledged) in {0, 1}  # one may have been saved and not yet announced
    assert last >= 1
    engine = open_engine(sqlite_url)
    assert [entry.subject for entry in audit_of(engine)] == tickets
    engine.dispose()
