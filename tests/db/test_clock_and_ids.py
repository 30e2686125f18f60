"""The real clock and the real identifiers keep what their ports promise; so do the fakes."""

from datetime import UTC, datetime, timedelta
from uuid import RFC_4122

from console.adapters.clock import SystemClock
from console.adapters.ids import TimeOrderedIds
from tests.fakes import FixedClock, SequentialIds


def test_the_time_is_now_and_utc() -> None:
    before = datetime.now(UTC)
    now = SystemClock().now()
    assert now.tzinfo is UTC
    assert before <= now <= before + timedelta(minutes=1)


def test_identifiers_are_version_7_and_sort_by_time() -> None:
    for ids in (TimeOrderedIds(), SequentialIds()):
        made = [ids.fresh() for _ in range(1000)]
        assert {(one.version, one.variant) for one in made} == {(7, RFC_4122)}
        assert made == sorted(set(made))


def test_the_fixed_clock_moves_only_when_told() -> None:
    clock = FixedClock()
    start = clock.now()
    assert clock.now() == start
    clock.pass_by(hours=2)
    assert clock.now() == start + timedelta(hours=2)
