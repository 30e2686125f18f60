"""When something fails, a sentence says what to do and nothing typed is lost."""

import sqlite3
from collections.abc import Callable

import pytest

from console.bootstrap import Composition
from console.domain.access import Operator
from console.domain.complaint import Complaint, Draft, ForwardingState, Status
from console.domain.problems import Problem, ProblemCode
from console.domain.text import MAX_TEXT
from console.services.intake import IntakeService, NewComplaint
from tests.ui.intake_desk import AGENT, ROAD, Ctrl, Desk, Key
from tests.ui.intake_fixtures import composition, desk, desk_clock, house, open_page

__all__ = ["composition", "desk", "desk_clock", "house", "open_page"]


class SickDisk(IntakeService):
    """The real service on a disk that refuses while `ill`."""

    code = ProblemCode.DISK_FULL
    ill = True

    def save(self, operator: Operator, new: NewComplaint) -> Complaint:
        if self.ill:
            raise Problem(self.code, folder="/data")
        return super().save(operator, new)

    def keep_draft(self, operator: Operator, draft: Draft) -> Draft:
        if self.ill:
            raise Problem(self.code, folder="/data")
        return super().keep_draft(operator, draft)


def _make_ill(composition: Composition, code: ProblemCode) -> SickDisk:
    made = SickDisk(
        unit_of_work=composition.ready_storage.unit_of_work,
        clock=composition.clock,
        ids=composition.ids,
        response_hours=2,
    )
    made.code = code
    composition.__dict__["intake"] = made
    return made


@pytest.mark.parametrize(
    "code", [ProblemCode.DISK_FULL, ProblemCode.DISK_READ_ONLY, ProblemCode.DATABASE_BUSY]
)
def test_a_refusing_disk_keeps_everything_typed_and_says_what_to_do(
    composition: Composition, open_page: Callable[..., Desk], code: ProblemCode
) -> None:
    disk = _make_ill(composition, code)
    desk = open_page()
    desk.type(ROAD)
    desk.press(Key.Key_2, Ctrl)
    for text in ("kebam", "depan pasar"):
        desk.press(Key.Key_Tab)
        desk.type(text)
    before = desk.page.form.values()
    desk.press(Key.Key_Return, Ctrl)
    assert desk.page.form.values() == before
    assert desk.shows("intake-verdict")
    assert desk.opener.urls == []
    assert "nothing was saved" in desk.notices()
    disk.ill = False
    desk.press(Key.Key_Return, Ctrl)
    assert [complaint.text for complaint in desk.complaints()] == [ROAD]
    assert len(desk.opener.urls) == 1


def test_a_draft_that_cannot_be_stored_is_said_once(
    composition: Composition, open_page: Callable[..., Desk]
) -> None:
    disk = _make_ill(composition, ProblemCode.DISK_FULL)
    desk = open_page()
    shown: list[object] = []
    desk.page.noticed.connect(shown.append)
    for text in ("a", "b", "c"):
        desk.type(text)
        desk.page.may_leave()
        desk.settle()
    assert len(shown) == 1
    assert "not saved" in desk.words_in_header()
    disk.ill = False
    desk.type("d")
    desk.page.may_leave()
    desk.settle()
    assert [draft.text for draft in desk.drafts()] == ["abcd"]
    assert "not saved" not in desk.words_in_header()


def test_a_link_that_does_not_open_leaves_the_message_on_the_clipboard(desk: Desk) -> None:
    desk.opener.works = False
    desk.type(ROAD)
    desk.press(Key.Key_2, Ctrl)
    desk.press(Key.Key_Return, Ctrl)
    (complaint,) = desk.complaints()
    assert complaint.ticket in desk.clipboard()
    assert "could not be opened" in desk.notices()
    states = [one.state for one in desk.house.tracking.detail(AGENT, complaint.ticket).forwardings]
    assert states == [ForwardingState.PREPARED]
    desk.press(Key.Key_Y)
    assert desk.complaints()[0].status is Status.FORWARDED


def test_a_link_can_be_tried_once_more(desk: Desk) -> None:
    desk.opener.works = False
    desk.type(ROAD)
    desk.press(Key.Key_2, Ctrl)
    desk.press(Key.Key_Return, Ctrl)
    desk.opener.works = True
    desk.click("intake-open-again")
    assert len(set(desk.opener.urls)) == 1
    detail = desk.house.tracking.detail(AGENT, desk.complaints()[0].ticket)
    assert [one.state for one in detail.forwardings] == [ForwardingState.OPENED]


def test_an_empty_complaint_is_said_at_its_field(desk: Desk) -> None:
    desk.press(Key.Key_S, Ctrl)
    assert desk.page.form.text_field.error()
    assert desk.complaints() == []
    desk.type("a")
    assert desk.page.form.text_field.error() == ""


def test_a_wrong_number_is_said_at_its_field_when_saving(desk: Desk) -> None:
    desk.page.form.phone.setFocus()
    desk.type("12")
    desk.page.form.text.setFocus()
    desk.type(ROAD)
    desk.press(Key.Key_S, Ctrl)
    assert desk.page.form.phone_field.error()
    assert desk.focus_in("intake-phone")
    assert desk.complaints() == []
    assert desk.text() == ROAD


def test_a_message_too_long_for_a_link_is_not_saved_away(desk: Desk) -> None:
    desk.type(ROAD)
    desk.press(Key.Key_2, Ctrl)
    desk.part("intake-message").setFocus()
    desk.paste("sangat panjang " * 200)
    assert desk.page.forwarding.message.field.error()
    desk.press(Key.Key_Return, Ctrl)
    assert desk.complaints() == []
    assert desk.text() == ROAD
    assert desk.focus_in("intake-message")


def test_a_pasted_megabyte_is_cut_said_and_saved(desk: Desk) -> None:
    desk.paste("jalan rusak parah " * 58_000)
    assert len(desk.text()) == MAX_TEXT
    assert desk.page.form.text_field.error()
    desk.press(Key.Key_S, Ctrl)
    assert len(desk.complaints()) == 1


def test_a_database_that_another_program_holds_loses_nothing(desk: Desk) -> None:
    desk.type(ROAD)
    desk.page.may_leave()
    desk.settle()
    other = sqlite3.connect(desk.house.places.database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        desk.page.save_only()
        assert desk.tasks.wait_idle(30)
        desk.settle()
        assert desk.text() == ROAD
    finally:
        other.execute("ROLLBACK")
        other.close()
    desk.press(Key.Key_S, Ctrl)
    assert len(desk.complaints()) == 1
