"""Work off the UI thread: order, newest wins, nothing for the dead, errors to the right door."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from console.domain.problems import Problem, ProblemCode
from console.ui.app import ConsoleApplication
from console.ui.tasks import Lane, TaskRunner


@pytest.fixture
def owner(qapp: ConsoleApplication) -> Iterator[QObject]:
    made = QObject(qapp)
    yield made
    if shiboken6.isValid(made):
        made.deleteLater()


@dataclass(frozen=True)
class Step:
    """Work that notes in `ran` that it ran and answers with its name."""

    name: str
    ran: list[str] = field(default_factory=list)

    def __call__(self) -> str:
        self.ran.append(self.name)
        return self.name


def _ignore(_outcome: object) -> None:
    """Take an outcome nobody looks at."""


class Gate:
    """Work that waits until it is let through, so that a test decides what is queued behind it."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self.opened = threading.Event()

    def __call__(self) -> str:
        self.begun.set()
        assert self.opened.wait(5)
        return "gate"


def test_the_outcome_arrives_on_the_ui_thread_and_the_work_does_not(
    tasks: TaskRunner, owner: QObject
) -> None:
    seen: list[tuple[threading.Thread, threading.Thread]] = []

    def done(worker: threading.Thread) -> None:
        seen.append((worker, threading.current_thread()))

    tasks.run(Lane.DATA, threading.current_thread, done, owner=owner)
    assert tasks.wait_idle()
    worker, here = seen[0]
    assert here is threading.main_thread()
    assert worker is not here


def test_data_work_runs_one_after_the_other_in_the_order_asked(tasks: TaskRunner, owner: QObject) -> None:
    ran: list[str] = []
    answered: list[str] = []
    names = [str(number) for number in range(20)]
    for name in names:
        tasks.run(Lane.DATA, Step(name, ran), answered.append, owner=owner)
    assert tasks.wait_idle()
    assert ran == answered == names


def test_network_work_does_not_wait_for_other_network_work(tasks: TaskRunner, owner: QObject) -> None:
    slow = Gate()
    answered: list[str] = []
    tasks.run(Lane.NETWORK, slow, answered.append, owner=owner)
    assert slow.begun.wait(5)
    tasks.run(Lane.NETWORK, lambda: "quick", answered.append, owner=owner)
    while not answered:
        QCoreApplication.processEvents()
    slow.opened.set()
    assert tasks.wait_idle()
    assert answered == ["quick", "gate"]


def test_only_the_newest_of_a_key_runs_and_answers(tasks: TaskRunner, owner: QObject) -> None:
    gate = Gate()
    ran: list[str] = []
    answered: list[str] = []
    tasks.run(Lane.DATA, gate, _ignore, owner=owner)
    for text in ("s", "sr", "srono"):
        tasks.latest("village", Step(text, ran), answered.append, owner=owner)
    gate.opened.set()
    assert tasks.wait_idle()
    assert ran == answered == ["srono"]


def test_an_answer_that_was_overtaken_while_it_was_made_is_dropped(tasks: TaskRunner, owner: QObject) -> None:
    gate = Gate()
    answered: list[str] = []
    tasks.latest("village", gate, answered.append, owner=owner)
    assert gate.begun.wait(5)
    tasks.latest("village", lambda: "newer", answered.append, owner=owner)
    gate.opened.set()
    assert tasks.wait_idle()
    assert answered == ["newer"]


def test_different_keys_do_not_overtake_each_other(tasks: TaskRunner, owner: QObject) -> None:
    answered: list[str] = []
    for key in ("village", "contact"):
        tasks.latest(key, Step(key), answered.append, owner=owner)
    assert tasks.wait_idle()
    assert answered == ["village", "contact"]


def test_nothing_is_delivered_to_a_page_that_is_gone(tasks: TaskRunner, owner: QObject) -> None:
    gate = Gate()
    answered: list[str] = []
    tasks.run(Lane.DATA, gate, answered.append, owner=owner)
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete.value)
    gate.opened.set()
    assert tasks.wait_idle()
    assert answered == []


def test_a_cancelled_task_neither_begins_nor_answers(tasks: TaskRunner, owner: QObject) -> None:
    gate = Gate()
    ran: list[str] = []
    tasks.run(Lane.DATA, gate, _ignore, owner=owner)
    tasks.run(Lane.DATA, Step("work", ran), ran.append, owner=owner).cancel()
    gate.opened.set()
    assert tasks.wait_idle()
    assert ran == []


def _problem() -> None:
    raise Problem(ProblemCode.BAD_PHONE, phone="12")


def _bug() -> None:
    raise ZeroDivisionError


def test_a_problem_goes_to_the_one_who_asked(tasks: TaskRunner, owner: QObject) -> None:
    met: list[Problem] = []
    tasks.run(Lane.DATA, _problem, _ignore, met.append, owner=owner)
    assert tasks.wait_idle()
    assert met[0].code is ProblemCode.BAD_PHONE


def test_a_problem_nobody_expects_and_a_bug_go_to_the_presenter(tasks: TaskRunner, owner: QObject) -> None:
    troubles: list[object] = []
    tasks.troubled.connect(troubles.append)
    tasks.run(Lane.DATA, _problem, _ignore, owner=owner)
    tasks.run(Lane.DATA, _bug, _ignore, lambda _: pytest.fail("not a Problem"), owner=owner)
    assert tasks.wait_idle()
    assert [type(trouble) for trouble in troubles] == [Problem, ZeroDivisionError]


def test_closing_finishes_all_data_work_and_delivers_it(tasks: TaskRunner, owner: QObject) -> None:
    saved: list[str] = []
    names = [str(number) for number in range(30)]
    for name in names:
        tasks.run(Lane.DATA, Step(name), saved.append, owner=owner)
    tasks.close()
    assert saved == names
    assert tasks.idle()


def test_after_closing_nothing_new_begins(tasks: TaskRunner, owner: QObject) -> None:
    tasks.close()
    assert tasks.run(Lane.DATA, _bug, _ignore, owner=owner).cancelled
    assert tasks.idle()


def test_a_runner_that_was_given_no_work_starts_no_thread(tasks: TaskRunner) -> None:
    before = threading.active_count()
    tasks.close()
    assert threading.active_count() == before


def test_work_that_takes_long_is_shown_and_can_be_given_up(
    tasks: TaskRunner, owner: QObject, qtbot: QtBot
) -> None:
    gate = Gate()
    answered: list[str] = []
    with qtbot.waitSignal(tasks.working, timeout=4000, check_params_cb=bool):
        tasks.run(Lane.DATA, gate, answered.append, owner=owner, words="Preparing the report…")
    assert tasks.slow_words() == "Preparing the report…"
    with qtbot.waitSignal(tasks.working, check_params_cb=lambda working: not working):
        tasks.cancel_slow()
    gate.opened.set()
    assert tasks.wait_idle()
    assert answered == []


DEATHS: list[threading.Thread] = []


class Fragile(QObject):
    """Remembers on which thread it died."""

    def __del__(self) -> None:
        DEATHS.append(threading.current_thread())


def test_a_page_held_only_by_its_work_never_dies_on_the_worker(tasks: TaskRunner, owner: QObject) -> None:
    DEATHS.clear()
    for _ in range(50):
        tasks.run(Lane.DATA, Fragile().objectName, _ignore, owner=owner)
    assert tasks.wait_idle()
    assert set(DEATHS) == {threading.main_thread()}
    assert len(DEATHS) == 50
