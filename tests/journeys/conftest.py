"""Fixtures of the journeys: a terminal on a fresh data folder, and the application the window runs in."""

import os
from pathlib import Path

import pytest

# Qt reads it when the application is made; a developer may choose a real screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from console.ui.app import ConsoleApplication
from tests.journeys.terminal import Terminal


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the offscreen platform say what it cannot do (tell a window manager sizes); nothing else passes."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("does not support propagateSizeHints"))


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    """Let pytest-qt make the console's own application."""
    return ConsoleApplication


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    """Return a terminal on an empty data folder."""
    return Terminal(tmp_path / "data")


@pytest.fixture(scope="module")
def shared_terminal(tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """Return a terminal on a data folder that a module's harmless commands share."""
    return Terminal(tmp_path_factory.mktemp("shared") / "data")
