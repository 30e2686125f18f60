"""Work off the UI thread: one lane for data, a small pool for the network, one queued signal for outcomes.

The UI thread never waits. A job's functions and owner stay with the UI thread; a worker only holds the work
it runs and lets go of it before it reports, so that no Qt object is ever destroyed on a worker thread.
"""

from __future__ import annotations

import itertools
import time
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer, Signal, Slot

from console.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from concurrent.futures import ThreadPoolExecutor

T = TypeVar("T")
_NETWORK_THREADS = 3
PATIENCE_MS = 1000


class Lane(StrEnum):
    """DATA: one after the other. NETWORK: three at a time, in no order."""

    DATA = "data"
    NETWORK = "network"


@dataclass(slots=True, eq=False)
class Task:
    """A request in hand; `cancel` makes its outcome unwanted (work that runs is not torn down)."""

    number: int
    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[Problem], None] | None
    owner: QObject
    words: str = ""
    key: Hashable | None = None
    cancelled: bool = False
    started_at: float = field(default_factory=time.monotonic)

    def cancel(self) -> None:
        """Drop the outcome; a task that has not begun will not begin."""
        self.cancelled = True


@dataclass(frozen=True, slots=True)
class _Outcome:
    number: int
    value: Any = None
    error: BaseException | None = None
    skipped: bool = False


class TaskRunner(QObject):
    """Runs work for pages and widgets.

    `troubled` carries an unexpected error (our bug) or a `Problem` nobody asked for; `working` says that
    something has been taking more than a second (True) and no longer does (False); the longest task's
    words are in `slow_words`.
    """

    troubled = Signal(object)
    working = Signal(bool)
    _reported = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks: dict[int, Task] = {}
        self._newest: dict[Hashable, int] = {}
        self._numbers = itertools.count(1)
        self._pools: dict[Lane, ThreadPoolExecutor] = {}
        self._closed = False
        self._held: list[tuple[Lane, int]] | None = None
        self._slow = False
        self._reported.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._patience = QTimer(self)
        self._patience.setInterval(PATIENCE_MS // 4)
        self._patience.timeout.connect(self._look_for_slow_work)

    def run(
        self,
        lane: Lane,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Problem], None] | None = None,
        *,
        owner: QObject,
        words: str = "",
    ) -> Task:
        """Run `work` in the lane, then `done` (or `failed`) on the UI thread unless `owner` is gone.

        `words` name the work where the window shows that it takes long ("Preparing the report…").
        """
        return self._start(lane, Task(next(self._numbers), work, done, failed, owner, words))

    def latest(
        self,
        key: Hashable,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Problem], None] | None = None,
        *,
        owner: QObject,
        lane: Lane = Lane.DATA,
    ) -> Task:
        """Run for the newest request of `key` only: older ones are skipped or their outcome dropped."""
        return self._start(lane, Task(next(self._numbers), work, done, failed, owner, key=key))

    def idle(self) -> bool:
        """Say that nothing is queued, running or waiting for delivery."""
        return not self._tasks

    def wait_idle(self, seconds: float = 10.0) -> bool:
        """Process events until idle; false when that took longer. For tests and the guided tour only."""
        end = time.monotonic() + seconds
        while self._tasks and time.monotonic() < end:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
        return not self._tasks

    def slow_words(self) -> str:
        """Return the words of the longest-running task that has some."""
        return next((task.words for task in self._tasks.values() if task.words and not task.cancelled), "")

    def cancel_slow(self) -> None:
        """Cancel the tasks whose words are shown; their outcomes no longer matter."""
        for task in self._tasks.values():
            if task.words:
                task.cancel()
        self._look_for_slow_work()

    def hold(self) -> None:
        """Begin nothing until `go_on`: work only queues, so that nothing competes with a first paint."""
        self._held = []

    def go_on(self) -> None:
        """Begin what was held back, in order, and hold nothing back any more."""
        held, self._held = self._held or (), None
        for lane, number in held:
            self._pool(lane).submit(self._perform, number)

    def close(self) -> None:
        """Let all data work finish, forget network work not begun, deliver what there is. Blocks."""
        self.go_on()
        self._closed = True
        for lane, pool in self._pools.items():
            pool.shutdown(wait=True, cancel_futures=lane is Lane.NETWORK)
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)
        self._pools.clear()
        self._tasks.clear()
        self._patience.stop()

    def _start(self, lane: Lane, task: Task) -> Task:
        if self._closed:
            task.cancel()
            return task
        self._tasks[task.number] = task
        if task.key is not None:
            self._newest[task.key] = task.number
        if self._held is None:
            self._pool(lane).submit(self._perform, task.number)
        else:
            self._held.append((lane, task.number))
        if not self._patience.isActive():
            self._patience.start()
        return task

    def _pool(self, lane: Lane) -> ThreadPoolExecutor:
        if lane not in self._pools:
            # Imported with the first task: the first paint does not need it.
            from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415

            threads = 1 if lane is Lane.DATA else _NETWORK_THREADS
            self._pools[lane] = ThreadPoolExecutor(threads, thread_name_prefix=f"konsol-{lane}")
        return self._pools[lane]

    def _perform(self, number: int) -> None:
        """Run one task; on a worker thread."""
        task = self._tasks[number]
        if self._is_stale(task):
            outcome = _Outcome(number, skipped=True)
        else:
            try:
                outcome = _Outcome(number, task.work())
            except Exception as error:  # noqa: BLE001 - the presenter on the UI thread tells the two kinds apart
                outcome = _Outcome(number, error=error)
        del task
        self._reported.emit(outcome)

    def _is_stale(self, task: Task) -> bool:
        return task.cancelled or (task.key is not None and self._newest.get(task.key) != task.number)

    @Slot(object)
    def _deliver(self, outcome: _Outcome) -> None:
        task = self._tasks.pop(outcome.number, None)
        if task is None:
            return
        stale = self._is_stale(task)
        if task.key is not None and self._newest.get(task.key) == task.number:
            del self._newest[task.key]
        if not self._tasks:
            self._patience.stop()
            self._say_slow(slow=False)
        if stale or outcome.skipped or not shiboken6.isValid(task.owner):
            return
        self._answer(task, outcome)

    def _answer(self, task: Task, outcome: _Outcome) -> None:
        if outcome.error is None:
            task.done(outcome.value)
        elif isinstance(outcome.error, Problem) and task.failed is not None:
            task.failed(outcome.error)
        else:
            self.troubled.emit(outcome.error)

    @Slot()
    def _look_for_slow_work(self) -> None:
        now = time.monotonic()
        waiting = (task for task in self._tasks.values() if not task.cancelled)
        self._say_slow(slow=any(now - task.started_at > PATIENCE_MS / 1000 for task in waiting))

    def _say_slow(self, *, slow: bool) -> None:
        if slow != self._slow:
            self._slow = slow
            self.working.emit(slow)
