"""Nothing typed is lost: autosave, restore, parking, a clean start, a change at the desk."""

import time
from collections.abc import Callable

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from console.domain.access import Shift as WorkShift
from console.ui.pages.intake_drafts import AT_LATEST_MS, PAUSE_MS
from console.ui.widgets.line_button import LineButton
from tests.builders import make_draft, make_operator
from tests.ui.intake_desk import AGENT, ROAD, Ctrl, Desk, Key, Shift, focused
from tests.ui.intake_fixtures import composition, desk, desk_clock, house, open_page

__all__ = ["composition", "desk", "desk_clock", "house", "open_page"]

_PATIENCE_S = 20.0  # for a busy machine; the two seconds are AT_LATEST_MS


def _kept(desk: Desk) -> list[str]:
    return sorted(draft.text for draft in desk.drafts())


def test_a_pause_stores_the_draft_within_a_second(desk: Desk, qtbot: QtBot) -> None:
    assert PAUSE_MS <= 1000
    desk.type("jalan rusak")
    qtbot.waitUntil(lambda: _kept(desk) == ["jalan rusak"], timeout=PAUSE_MS + 1000)
    desk.settle()
    assert "saved" in desk.words_in_header()


def test_typing_without_a_pause_is_stored_within_two_seconds(desk: Desk, qtbot: QtBot) -> None:
    assert AT_LATEST_MS <= 2000
    started = time.monotonic()
    while not desk.drafts():
        QTest.keyClicks(focused(), "a")
        qtbot.waitUntil(desk.tasks.idle)
        assert time.monotonic() - started < _PATIENCE_S
    assert time.monotonic() - started > PAUSE_MS / 1000


def test_a_draft_left_behind_is_restored_whole(desk: Desk, open_page: Callable[..., Desk]) -> None:
    desk.type(ROAD)
    desk.press(Key.Key_2, Ctrl)
    for text in ("kebam", "depan pasar", "081234567890", "Bu Contoh"):
        desk.press(Key.Key_Tab)
        desk.type(text)
    before = desk.page.form.values()
    desk.window.close()
    desk.settle()
    again = open_page()
    assert again.page.form.values() == before
    assert again.shows("intake-verdict")
    assert "restored" in again.notices()
    assert again.focus_in("intake-text")


def test_a_saved_complaint_leaves_no_draft(desk: Desk) -> None:
    desk.type(ROAD)
    desk.page.may_leave()
    desk.settle()
    assert _kept(desk) == [ROAD]
    desk.press(Key.Key_S, Ctrl)
    assert _kept(desk) == []


def test_an_emptied_form_leaves_no_draft(desk: Desk) -> None:
    desk.type("salah")
    desk.page.may_leave()
    desk.settle()
    desk.press(Key.Key_A, Ctrl)
    desk.press(Key.Key_Delete)
    desk.page.may_leave()
    desk.settle()
    assert _kept(desk) == []


def test_a_second_caller_can_be_served_in_between(desk: Desk) -> None:
    desk.type("air PUDAM mati tiga hari")
    desk.press(Key.Key_P, Ctrl)
    assert desk.text() == ""
    assert desk.shows("intake-shelf")
    line = desk.part("parked-0")
    assert isinstance(line, LineButton)
    assert line.words() == "air PUDAM mati tiga hari"
    desk.type("sampah menumpuk")
    desk.press(Key.Key_S, Ctrl)
    desk.press(Key.Key_P, Ctrl | Shift)
    assert desk.text() == "air PUDAM mati tiga hari"
    assert not desk.shows("intake-shelf")


def test_resuming_parks_the_caller_at_hand(desk: Desk) -> None:
    desk.type("pertama")
    desk.press(Key.Key_P, Ctrl)
    desk.type("kedua")
    desk.press(Key.Key_P, Ctrl | Shift)
    assert desk.text() == "pertama"
    desk.press(Key.Key_P, Ctrl | Shift)
    assert desk.text() == "kedua"


def test_parked_callers_wait_on_the_shelf_after_a_restart(desk: Desk, open_page: Callable[..., Desk]) -> None:
    for text in ("pertama", "kedua"):
        desk.type(text)
        desk.press(Key.Key_P, Ctrl)
    desk.window.close()
    desk.settle()
    again = open_page()
    assert again.text() == ""
    again.press(Key.Key_P, Ctrl | Shift)
    assert again.text() == "kedua"


def test_a_new_complaint_never_loses_text(desk: Desk) -> None:
    desk.type("setengah cerita")
    desk.press(Key.Key_N, Ctrl)
    assert desk.text() == ""
    assert _kept(desk) == ["setengah cerita"]
    desk.press(Key.Key_N, Ctrl)
    assert _kept(desk) == ["setengah cerita"]


def test_each_caller_has_one_draft_however_often_it_is_stored(desk: Desk) -> None:
    desk.type("a")
    for text in ("b", "c"):
        desk.page.may_leave()
        desk.type(text)
    desk.page.may_leave()
    desk.settle()
    assert _kept(desk) == ["abc"]


def test_only_the_newest_open_draft_comes_back_the_others_are_parked(
    open_page: Callable[..., Desk], desk: Desk
) -> None:
    desk.window.close()
    desk.settle()
    for text in ("lama", "baru"):
        desk.clock.pass_by(minutes=1)
        desk.house.intake.keep_draft(AGENT, make_draft(text=text))
    again = open_page()
    assert again.text() == "baru"
    assert again.page.form.shelf.isVisible()


def test_another_operator_goes_on_with_what_is_typed(desk: Desk) -> None:
    desk.type("milik meja")
    desk.page.set_operator(make_operator(name="Agus Contoh", shift=WorkShift.SIANG))
    desk.press(Key.Key_S, Ctrl)
    (complaint,) = desk.complaints()
    assert (complaint.operator, complaint.shift) == ("Agus Contoh", WorkShift.SIANG)


def test_another_desk_brings_its_own_shelf(desk: Desk) -> None:
    desk.type("di meja satu")
    desk.press(Key.Key_P, Ctrl)
    other = make_operator(desk_code="MPP2")
    desk.house.intake.keep_draft(other, make_draft(desk_code="MPP2", text="di meja dua", parked=True))
    desk.page.set_operator(other)
    desk.settle()
    line = desk.part("parked-0")
    assert isinstance(line, LineButton)
    assert line.words() == "di meja dua"
