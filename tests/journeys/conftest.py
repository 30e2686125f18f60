"""Fixtures of the journeys: a terminal on a fresh data folder."""

from pathlib import Path

import pytest

from tests.journeys.terminal import Terminal


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    """Return a terminal on an empty data folder."""
    return Terminal(tmp_path / "data")
