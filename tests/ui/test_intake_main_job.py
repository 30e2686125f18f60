"""The main job at the keyboard: what is said, whose job it is, the message on its way, confirmed."""

from urllib.parse import unquote

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit

from console.domain.complaint import Channel, ForwardingState, Status
from console.domain.events import Changed, Topic
from console.domain.level import Level
from tests.ui.intake_desk import AGENT, LAMP, ROAD, Alt, Ctrl, Desk, Key, Shift, focused
from tests.ui.intake_fixtures import composition, desk, desk_clock, house, open_page

__all__ = ["composition", "desk", "desk_clock", "house", "open_page"]


def _message(desk: Desk) -> QPlainTextEdit:
    found = desk.part("intake-message")
    assert isinstance(found, QPlainTextEdit)
    return found


def _road_to_muncar(desk: Desk) -> None:
    desk.type(ROAD)
    desk.press(Key.Key_2, Ctrl)


def test_the_main_job_takes_at_most_fourteen_keys_beyond_the_text(desk: Desk) -> None:
    tickets: list[str] = []
    desk.page.complaint_saved.connect(tickets.append)
    desk.type(ROAD)
    desk.strokes = 0
    desk.press(Key.Key_2, Ctrl)
    desk.press(Key.Key_Tab)
    desk.type("kebam")
    desk.press(Key.Key_Tab)
    desk.press(Key.Key_Return, Ctrl)
    desk.press(Key.Key_Y)
    assert desk.strokes <= 14
    (complaint,) = desk.complaints()
    assert tickets == [complaint.ticket]
    assert complaint.level is Level.PROVINSI
    assert complaint.status is Status.FORWARDED
    assert complaint.village_code == "35.10.08.2004"
    assert complaint.answers == (("Q-JLN-01", 2),)
    (link,) = desk.opener.urls
    assert complaint.ticket in unquote(link)
    detail = desk.house.tracking.detail(AGENT, complaint.ticket)
    assert [one.state for one in detail.forwardings] == [ForwardingState.SENT]


def test_after_sending_the_form_is_clean_and_the_cursor_in_the_text(desk: Desk) -> None:
    _road_to_muncar(desk)
    desk.press(Key.Key_Return, Ctrl)
    assert desk.shows("intake-sent-question")
    assert desk.focus_in("intake-sent-question")
    assert desk.words("intake-ticket") == desk.complaints()[0].ticket
    assert desk.text() == ""
    desk.press(Key.Key_Y)
    assert not desk.shows("intake-sent-question")
    assert desk.focus_in("intake-text")
    desk.type("berikutnya")
    assert desk.text() == "berikutnya"


def test_not_sent_leaves_the_complaint_waiting(desk: Desk) -> None:
    _road_to_muncar(desk)
    desk.press(Key.Key_Return, Ctrl)
    desk.press(Key.Key_T)
    (complaint,) = desk.complaints()
    assert complaint.status is Status.NEW
    detail = desk.house.tracking.detail(AGENT, complaint.ticket)
    assert [one.state for one in detail.forwardings] == [ForwardingState.NOT_SENT]


def test_an_unanswered_question_waits_while_the_next_caller_is_served(desk: Desk) -> None:
    _road_to_muncar(desk)
    desk.press(Key.Key_Return, Ctrl)
    desk.page.focus_first()
    _road_to_muncar(desk)
    desk.press(Key.Key_Return, Ctrl)
    newest, oldest = (complaint.ticket for complaint in desk.complaints())
    assert desk.words("intake-ticket") == newest
    desk.press(Key.Key_Y)
    assert desk.words("intake-ticket") == oldest
    desk.page.focus_first()
    desk.press(Key.Key_F2)
    assert not desk.shows("intake-sent-question")
    assert {complaint.status for complaint in desk.complaints()} == {Status.FORWARDED}


def test_the_verdict_says_level_office_law_and_confidence(desk: Desk) -> None:
    _road_to_muncar(desk)
    assert desk.shows("intake-verdict")
    assert "province" in desk.words("intake-verdict-title").lower()
    assert "Bina Marga" in desk.words("intake-institution")
    assert "UU 38/2004" in desk.words("intake-legal-basis")
    assert "confidence" in desk.words("intake-confidence")
    assert desk.words("intake-sentence")


def test_the_question_comes_while_typing(desk: Desk) -> None:
    desk.type(ROAD)
    assert desk.shows("intake-answers")


def test_saving_alone_needs_no_verdict_and_no_contact(desk: Desk) -> None:
    desk.type("xyzzy qwrtp")
    desk.press(Key.Key_S, Ctrl)
    (complaint,) = desk.complaints()
    assert complaint.text == "xyzzy qwrtp"
    assert (complaint.status, complaint.level, complaint.matter_code) == (Status.NEW, None, "")
    assert desk.opener.urls == []
    assert complaint.ticket in desk.notices()


def test_without_anybody_to_write_to_the_long_way_saves_too(desk: Desk) -> None:
    desk.type("xyzzy qwrtp")
    desk.press(Key.Key_Return, Ctrl)
    assert len(desk.complaints()) == 1
    assert desk.opener.urls == []
    assert not desk.shows("intake-sent-question")


def test_a_fast_typist_is_never_ahead_of_the_verdict(desk: Desk) -> None:
    QTest.keyClicks(focused(), LAMP)
    QTest.keyClick(focused(), Key.Key_S, Ctrl)
    desk.settle()
    (complaint,) = desk.complaints()
    assert complaint.text == LAMP
    assert complaint.matter_code
    assert complaint.institution_code


def test_a_fast_typist_is_never_ahead_of_the_contacts(desk: Desk) -> None:
    desk.type(ROAD)
    QTest.keyClick(focused(), Key.Key_2, Ctrl)
    QTest.keyClick(focused(), Key.Key_Return, Ctrl)
    desk.settle()
    (complaint,) = desk.complaints()
    assert complaint.level is Level.PROVINSI
    assert len(desk.opener.urls) == 1
    assert desk.shows("intake-sent-question")


def test_pressing_twice_saves_once(desk: Desk) -> None:
    desk.type(ROAD)
    desk.page.save_only()
    desk.page.save_only()
    desk.settle()
    assert len(desk.complaints()) == 1


def test_channel_place_and_caller_are_stored(desk: Desk) -> None:
    desk.type(LAMP)
    desk.part("channelChips").buttons()[1].click()  # type: ignore[attr-defined]  # a group of chips
    for text in ("kebam", "gang balai desa", "0812-0000-0145", "Bu Contoh"):
        desk.press(Key.Key_Tab)
        desk.type(text)
    desk.press(Key.Key_S, Ctrl)
    (complaint,) = desk.complaints()
    assert complaint.channel is Channel.WALK_IN
    assert desk.page.form.values().channel is Channel.WALK_IN
    assert complaint.place == "gang balai desa"
    assert complaint.reporter_phone == "+6281200000145"
    assert complaint.reporter_name == "Bu Contoh"


def test_the_message_masks_the_reporter_until_the_agent_ticks(desk: Desk) -> None:
    desk.type(ROAD + ", lapor Bu Contoh 081234567890")
    desk.press(Key.Key_2, Ctrl)
    for text in ("", "", "081234567890", "Bu Contoh"):
        desk.press(Key.Key_Tab)
        desk.type(text)
    shown = _message(desk).toPlainText()
    assert "Bu Contoh" not in shown
    assert "081234567890" not in shown
    box = desk.part("intake-reveal")
    assert isinstance(box, QCheckBox)
    box.click()
    desk.settle()
    assert "Bu Contoh" in _message(desk).toPlainText()
    desk.press(Key.Key_Return, Ctrl)
    assert "Bu Contoh" in unquote(desk.opener.urls[0])
    detail = desk.house.tracking.detail(AGENT, desk.complaints()[0].ticket)
    assert detail.forwardings[0].revealed
    assert not box.isChecked()


def test_the_agents_own_wording_goes_out_with_the_real_ticket(desk: Desk) -> None:
    _road_to_muncar(desk)
    message = _message(desk)
    before = message.toPlainText()
    assert "····" in before
    message.setFocus()
    desk.type("PENTING ")
    desk.page.form.text.setFocus()
    desk.type(" sekali")
    assert message.toPlainText().startswith("PENTING ")
    desk.press(Key.Key_Return, Ctrl)
    sent = unquote(desk.opener.urls[0])
    assert "PENTING " in sent
    assert "····" not in sent
    assert desk.complaints()[0].ticket in sent


def test_the_prepared_wording_comes_back_and_the_own_one_too(desk: Desk) -> None:
    _road_to_muncar(desk)
    message = _message(desk)
    message.setFocus()
    desk.type("PENTING ")
    desk.click("intake-message-again")
    assert "PENTING" not in message.toPlainText()
    desk.press(Key.Key_U, Alt)
    assert "PENTING" in message.toPlainText()


def test_another_contact_is_greeted_by_name_even_in_own_words(desk: Desk) -> None:
    _road_to_muncar(desk)
    first, second = desk.page.forwarding.contacts.views()[:2]
    message = _message(desk)
    message.setFocus()
    desk.type("PENTING ")
    assert first.contact.name in message.toPlainText()
    desk.page.forwarding.contacts.focus_first()
    desk.press(Key.Key_Down)
    assert second.contact.name in message.toPlainText()
    assert first.contact.name not in message.toPlainText()
    assert message.toPlainText().startswith("PENTING ")


def test_any_contact_can_be_found_by_name(desk: Desk) -> None:
    _road_to_muncar(desk)
    desk.part("intake-contact-search").setFocus()
    desk.type("camat srono")
    desk.press(Key.Key_Return)
    chosen = desk.page.forwarding.contacts.views()[0]
    assert "Srono" in chosen.contact.position + chosen.contact.name + chosen.office
    assert chosen.contact.name in _message(desk).toPlainText()


def test_the_message_is_copied_as_it_stands(desk: Desk) -> None:
    _road_to_muncar(desk)
    desk.press(Key.Key_C, Ctrl | Shift)
    assert desk.clipboard() == _message(desk).toPlainText()


def test_not_known_asks_the_nearest_office_to_check(desk: Desk) -> None:
    desk.type(ROAD)
    desk.press(Key.Key_0, Ctrl)
    assert desk.shows("intake-verdict")
    assert "memeriksa" in _message(desk).toPlainText()
    assert desk.shows("intake-templates")


def test_the_rest_of_the_program_hears_of_every_commit(desk: Desk) -> None:
    _road_to_muncar(desk)
    desk.heard.clear()
    desk.press(Key.Key_Return, Ctrl)
    topics = {topic for change in desk.heard if isinstance(change, Changed) for topic in change.topics}
    assert topics >= {Topic.COMPLAINTS, Topic.DRAFTS}


@pytest.mark.parametrize("times", [1, 2, 3])
def test_f6_walks_through_the_columns_and_back_to_the_text(desk: Desk, times: int) -> None:
    _road_to_muncar(desk)
    for _ in range(times):
        desk.press(Key.Key_F6)
    columns = ("jurisdictionColumn", "forwardingColumn", "complaintColumn")
    assert desk.focus_in(columns[times - 1])
