"""Fixtures of the journeys: a terminal on a fresh data folder."""

from pathlib import Path

import pytest

from tests.journeys.terminal import Terminal


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    """Return a terminal on an empty data folder."""
    return Terminal(tmp_path / "data")


@pytest.fixture(scope="module")
def shared_terminal(tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """Return a terminal on a data folder that a module's harmless commands share."""
    return Terminal(tmp_path_factory.mktemp("shared") / "data")
