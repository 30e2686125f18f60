"""Fixtures of the intake page's tests, imported by each of them."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from console.bootstrap import Composition
from console.ui.tasks import TaskRunner
from tests.fakes import FixedClock
from tests.ui.intake_desk import Desk, House, open_desk


@cache
def _only_house(folder: Path) -> House:
    return House(folder / "intake")


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    """Return what makes compositions; the expensive parts are built once for all modules."""
    return _only_house(tmp_path_factory.getbasetemp())


@pytest.fixture
def desk_clock() -> FixedClock:
    """Return a clock that stands still."""
    return FixedClock()


@pytest.fixture
def composition(
    house: House, desk_clock: FixedClock, request: pytest.FixtureRequest
) -> Iterator[Composition]:
    """Return the real services over a database of this test alone."""
    made = house.fresh(str(abs(hash(request.node.nodeid))), desk_clock)
    yield made
    made.close()


@pytest.fixture
def open_page(
    qtbot: QtBot, composition: Composition, desk_clock: FixedClock, tasks: TaskRunner
) -> Callable[..., Desk]:
    """Return what opens the window once more on the same database."""

    def make(**given: object) -> Desk:
        return open_desk(composition, desk_clock, tasks, add=qtbot.addWidget, **given)  # type: ignore[arg-type]  # passed through

    return make


@pytest.fixture
def desk(open_page: Callable[..., Desk]) -> Desk:
    """Return the window with the intake page, ready to type."""
    return open_page()
