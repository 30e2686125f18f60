"""Every window test runs offscreen in the real application class and leaves nothing behind."""

import gc
import os
import threading
from collections.abc import Iterator
from typing import NoReturn

import pytest

# Qt reads it when the application is made; a developer may choose a real screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QInputDialog, QMessageBox, QWidget

from console.ui.actions import ActionSet
from console.ui.app import ConsoleApplication
from console.ui.tasks import TaskRunner
from console.ui.theme import Theme
from tests.ui.desk import FixedClock

_STATIC = {
    QMessageBox: ("about", "critical", "information", "question", "warning"),
    QFileDialog: ("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"),
    QInputDialog: ("getText", "getInt", "getItem", "getDouble", "getMultiLineText"),
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the offscreen platform say what it cannot do (tell a window manager sizes); nothing else passes."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("does not support propagateSizeHints"))


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return ConsoleApplication


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def actions(qapp: ConsoleApplication) -> ActionSet:
    return ActionSet(parent=qapp)


@pytest.fixture
def tasks(qapp: ConsoleApplication) -> Iterator[TaskRunner]:
    runner = TaskRunner(qapp)
    yield runner
    runner.close()
    runner.deleteLater()


@pytest.fixture
def theme_guard(qapp: ConsoleApplication) -> Iterator[ConsoleApplication]:
    """Let a test change the look; the next one gets the usual look back."""
    yield qapp
    qapp.use_theme(Theme())


def _refuse(*_arguments: object, **_names: object) -> NoReturn:
    pytest.fail("a modal dialog was opened; use a notice, or open() and signals")


@pytest.fixture(autouse=True)
def no_modal_dialogs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDialog, "exec", _refuse)
    for dialog, names in _STATIC.items():
        for name in names:
            monkeypatch.setattr(dialog, name, _refuse)


def _windows() -> set[QWidget]:
    return set(QApplication.topLevelWidgets())


@pytest.fixture(autouse=True)
def nothing_left(qapp: ConsoleApplication) -> Iterator[None]:
    """Fail a test that leaves a thread or a window."""
    del qapp
    threads, windows = set(threading.enumerate()), _windows()
    yield
    _delete_what_is_due()
    if _windows() - windows:
        gc.collect()
        _delete_what_is_due()
    names = [f"{type(widget).__name__} {widget.accessibleName()}" for widget in _windows() - windows]
    assert not names, f"windows left behind: {names}"
    running = [thread.name for thread in threading.enumerate() if thread not in threads]
    assert not running, f"threads left behind: {running}"


def _delete_what_is_due() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
