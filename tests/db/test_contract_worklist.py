"""The worklist: every filter, every combination, pages that neither skip nor repeat."""

from datetime import datetime, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.domain.complaint import WAITING, Complaint, ComplaintFilter, Status
from console.domain.level import Level
from tests.builders import NOW, make_complaint
from tests.db.rig import Rig

HOUR = timedelta(hours=1)
ALL_THREE_WAYS = (
    ComplaintFilter(),
    ComplaintFilter(statuses=frozenset({Status.NEW, Status.FORWARDED})),
    ComplaintFilter(words="jalan"),
)


def pages(rig: Rig, wanted: ComplaintFilter, size: int) -> list[list[Complaint]]:
    """Return all pages, each read in a transaction of its own."""
    found: list[list[Complaint]] = []
    cursor: int | None = None
    while True:
        with rig.work() as work:
            page = work.complaints.page(wanted, cursor, size)
        found.append([row.complaint for row in page.rows])
        cursor = page.next_cursor
        if cursor is None:
            return found
        assert cursor == page.rows[-1].seq


def test_an_empty_database_has_one_empty_page(rig: Rig) -> None:
    assert pages(rig, ComplaintFilter(), 5) == [[]]


def test_pages_show_everything_once_newest_first(rig: Rig) -> None:
    kept = [make_complaint(status=[Status.NEW, Status.FORWARDED][number % 2]) for number in range(7)]
    rig.keep(*kept)
    for size, wanted in product((1, 2, 3, 6, 7, 8), ALL_THREE_WAYS):
        found = pages(rig, wanted, size)
        assert [complaint for page in found for complaint in page] == kept[::-1], (size, wanted)
        assert all(len(page) == size for page in found[:-1])
        assert found[-1]


def test_what_arrives_while_somebody_pages_does_not_move_the_pages(rig: Rig) -> None:
    kept = [make_complaint() for _ in range(6)]
    rig.keep(*kept)
    with rig.work() as work:
        first = work.complaints.page(ComplaintFilter(), None, 3)
    rig.keep(make_complaint(), make_complaint())
    with rig.work() as work:
        second = work.complaints.page(ComplaintFilter(), first.next_cursor, 3)
    assert [row.complaint for row in (*first.rows, *second.rows)] == kept[::-1]
    assert second.next_cursor is None


def test_the_order_is_that_of_arrival_also_when_a_complaint_changes(rig: Rig) -> None:
    kept = [make_complaint() for _ in range(3)]
    rig.keep(*kept)
    with rig.work() as work:
        work.complaints.replace(kept[0])
        work.commit("test", "touch")
    assert [complaint.id for complaint in rig.found()] == [complaint.id for complaint in kept[::-1]]


def test_overdue_means_still_waiting_past_the_response_time(rig: Rig) -> None:
    late = {status: make_complaint(status=status, response_due_at=NOW - HOUR) for status in Status}
    rig.keep(*late.values(), make_complaint(response_due_at=NOW), make_complaint(response_due_at=NOW + HOUR))
    assert {complaint.status for complaint in rig.found(overdue_at=NOW)} == WAITING
    assert len(rig.found(overdue_at=NOW)) == len(WAITING)
    assert rig.found(overdue_at=NOW, statuses=frozenset({Status.RESOLVED})) == []
    assert rig.found(overdue_at=NOW, statuses=frozenset({Status.REOPENED, Status.RESOLVED})) == [
        late[Status.REOPENED]
    ]


def test_since_includes_the_moment_itself(rig: Rig) -> None:
    before, at, after = (make_complaint(received_at=NOW + offset * HOUR) for offset in (-1, 0, 1))
    rig.keep(before, at, after)
    assert rig.found(since=NOW) == [after, at]


def test_a_number_is_matched_whole(rig: Rig) -> None:
    mine = rig.kept(reporter_phone="+6281211111111")
    rig.kept(reporter_phone="+62812111111112")
    assert rig.found(phone="+6281211111111") == [mine]
    assert rig.found(phone="+62812") == []


def test_a_level_leaves_out_complaints_without_a_verdict(rig: Rig) -> None:
    undecided, regency, province = (
        make_complaint(level=level) for level in (None, Level.PEMKAB, Level.PROVINSI)
    )
    rig.keep(undecided, regency, province)
    assert rig.found(level=Level.PROVINSI) == [province]
    assert rig.found() == [province, regency, undecided]


TEXTS = ("Jalan rusak di Srono", "Lampu jalan mati", "Sampah menumpuk")
PHONES = ("+6281211111111", "")
filters = st.builds(
    ComplaintFilter,
    statuses=st.frozensets(st.sampled_from(Status), max_size=3),
    overdue_at=st.none() | st.sampled_from([NOW, NOW + 3 * HOUR]),
    since=st.none() | st.sampled_from([NOW - 2 * HOUR, NOW, NOW + HOUR]),
    words=st.sampled_from(["", "jalan", "lampu ja", "SAMPAH", "tidak ada"]),
    phone=st.sampled_from(PHONES),
    level=st.none() | st.sampled_from(Level),
)


def some_of_everything() -> list[Complaint]:
    every = product(Status, (None, Level.PEMKAB, Level.PROVINSI), TEXTS, PHONES)
    return [
        make_complaint(
            status=status,
            level=level,
            text=text,
            place="",
            reporter_phone=phone,
            received_at=NOW - (number % 5) * HOUR,
            response_due_at=NOW + (number % 7 - 3) * HOUR,
        )
        for number, (status, level, text, phone) in enumerate(every)
    ]


def expected(wanted: ComplaintFilter, complaint: Complaint) -> bool:
    due: datetime | None = wanted.overdue_at
    words = complaint.text.casefold().split()
    asked = wanted.words.casefold().split()
    return (
        (not wanted.statuses or complaint.status in wanted.statuses)
        and (due is None or (complaint.status in WAITING and complaint.response_due_at < due))
        and (wanted.since is None or complaint.received_at >= wanted.since)
        and (wanted.phone in {"", complaint.reporter_phone})
        and (wanted.level in {None, complaint.level})
        and all(word in words for word in asked[:-1])
        and (not asked or any(word.startswith(asked[-1]) for word in words))
    )


def check_every_combination(rig: Rig) -> None:
    kept = some_of_everything()
    rig.keep(*kept)

    @settings(max_examples=40, deadline=None, database=None)
    @given(wanted=filters, size=st.integers(min_value=9, max_value=60))
    def holds(wanted: ComplaintFilter, size: int) -> None:
        right = [complaint for complaint in reversed(kept) if expected(wanted, complaint)]
        assert [complaint for page in pages(rig, wanted, size) for complaint in page] == right
        with rig.work() as work:
            assert work.complaints.count(wanted) == len(right)

    holds()


def test_every_combination_of_filters_gives_what_all_of_them_hold(rig: Rig) -> None:
    check_every_combination(rig)


@pytest.mark.parametrize("few", [0, 20])
def test_every_combination_gives_the_same_where_the_tables_are_too_large_to_look_at_each_row(
    rig: Rig, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.worklist.FEW", few)
    monkeypatch.setattr("db.worklist.WINDOW", 30)
    monkeypatch.setattr("db.worklist._CHUNK", 7)
    check_every_combination(rig)
