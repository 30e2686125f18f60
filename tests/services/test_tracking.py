"""Complaints are found again; what is written on them stays in order."""

from datetime import timedelta

import pytest

from console.domain.complaint import Channel, Complaint, ComplaintFilter, EntryKind, Status
from console.domain.problems import Problem, ProblemCode
from console.services.intake import NewComplaint
from tests.services.conftest import DEWI, Office


@pytest.fixture
def saved(office: Office) -> Complaint:
    return office.intake.save(DEWI, NewComplaint(channel=Channel.WALK_IN, text="Got mampet di Sobo"))


def test_a_complaint_is_late_once_its_time_has_passed_not_before(office: Office, saved: Complaint) -> None:
    office.clock.pass_by(hours=2)
    assert office.tracking.page(DEWI, office.tracking.overdue()).rows == ()
    office.clock.pass_by(seconds=1)
    late = office.tracking.page(DEWI, office.tracking.overdue()).rows
    assert [row.complaint.ticket for row in late] == [saved.ticket]
    assert office.tracking.now() - saved.received_at == timedelta(hours=2, seconds=1)


def test_words_of_the_text_find_it(office: Office, saved: Complaint) -> None:
    found = office.tracking.page(DEWI, ComplaintFilter(words="sobo mamp"))
    assert [row.complaint for row in found.rows] == [saved]
    counted = office.tracking.counts(DEWI, (ComplaintFilter(words="sobo"), ComplaintFilter(words="muncar")))
    assert counted == (1, 0)


def test_notes_and_states_are_on_the_timeline_in_order(office: Office, saved: Complaint) -> None:
    office.clock.pass_by(minutes=1)
    office.tracking.add_note(DEWI, saved.ticket.lower(), "warga menelepon lagi")
    changed = office.tracking.change_status(DEWI, saved.ticket, Status.RESOLVED, " sudah \n bersih ")
    assert (changed.status, changed.version) == (Status.RESOLVED, saved.version + 1)
    detail = office.tracking.detail(DEWI, saved.ticket)
    assert [entry.kind for entry in detail.timeline] == [EntryKind.RECEIVED, EntryKind.NOTE, EntryKind.STATUS]
    assert dict(detail.timeline[-1].detail) == {"from": "new", "to": "resolved", "note": "sudah bersih"}
    assert detail.complaint == changed


@pytest.mark.parametrize(
    ("note", "code"), [(" \n", ProblemCode.EMPTY_COMPLAINT), ("a" * 20_001, ProblemCode.TEXT_TOO_LONG)]
)
def test_a_note_that_says_nothing_or_too_much_is_refused(
    office: Office, saved: Complaint, note: str, code: ProblemCode
) -> None:
    with pytest.raises(Problem) as refused:
        office.tracking.add_note(DEWI, saved.ticket, note)
    assert refused.value.code is code


def test_an_unknown_number_is_a_problem(office: Office) -> None:
    for call in (
        lambda: office.tracking.detail(DEWI, "BM-NONE"),
        lambda: office.tracking.add_note(DEWI, "BM-NONE", "x"),
        lambda: office.tracking.change_status(DEWI, "BM-NONE", Status.RESOLVED),
    ):
        with pytest.raises(Problem) as refused:
            call()
        assert refused.value.code is ProblemCode.UNKNOWN_TICKET
