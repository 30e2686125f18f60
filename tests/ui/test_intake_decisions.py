"""What the agent decides: answers, other matters, overrides, emergencies, calls that are no complaint."""

from console.domain.complaint import EntryKind
from console.ui.widgets.explanation import Explanation
from console.ui.widgets.procedure_panel import ProcedurePanel
from tests.builders import NOW
from tests.ui.intake_desk import AGENT, LAMP, ROAD, Alt, Ctrl, Desk, Key, Shift, focused
from tests.ui.intake_fixtures import composition, desk, desk_clock, house, open_page

__all__ = ["composition", "desk", "desk_clock", "house", "open_page"]
FIRE = "rumah tetangga kebakaran, apinya besar"
START_OF_TIME = NOW.replace(year=2020)


def _disposed(desk: Desk) -> int:
    with desk.house.ready_storage.unit_of_work(AGENT) as work:
        return work.disposals.count_since(START_OF_TIME)


def test_the_empty_desk_teaches_where_to_begin(desk: Desk) -> None:
    assert desk.page.jurisdiction.empty.isVisible()
    assert desk.page.forwarding.empty.isVisible()
    assert not desk.shows("intake-verdict")


def test_a_digit_in_the_second_column_answers(desk: Desk) -> None:
    desk.type(ROAD)
    desk.press(Key.Key_F6)
    desk.press(Key.Key_2)
    assert desk.shows("intake-verdict")
    assert desk.focus_in("jurisdictionColumn")
    assert desk.text() == ROAD


def test_an_answer_can_be_taken_back_and_given_again(desk: Desk) -> None:
    desk.type(ROAD)
    desk.press(Key.Key_2, Ctrl)
    desk.click("intake-answered-Q-JLN-01")
    assert not desk.shows("intake-verdict")
    desk.press(Key.Key_4, Ctrl)
    assert desk.shows("intake-verdict")
    desk.press(Key.Key_S, Ctrl)
    assert desk.complaints()[0].answers == (("Q-JLN-01", 4),)


def test_another_of_the_suggested_matters_needs_no_reason(desk: Desk) -> None:
    desk.type(ROAD)
    desk.press(Key.Key_2, Ctrl)
    second = desk.page.jurisdiction.matters.matters()[1]
    desk.press(Key.Key_2, Ctrl)
    assert desk.page.jurisdiction.matters.matters()
    desk.press(Key.Key_S, Ctrl)
    (complaint,) = desk.complaints()
    assert complaint.override_reason == ""
    assert complaint.matter_code in {second.code, ""}


def test_sentences_are_stepped_without_leaving_the_page(desk: Desk) -> None:
    desk.type(ROAD)
    desk.press(Key.Key_2, Ctrl)
    desk.press(Key.Key_F6)
    said = focused()
    assert isinstance(said, Explanation)
    first = said.sentence()
    desk.press(Key.Key_Space)
    assert said.sentence() != first
    desk.press(Key.Key_Left)
    assert said.sentence() == first
    desk.press(Key.Key_Escape)
    assert desk.focus_in("intake-text")


def test_the_agents_own_verdict_goes_on_record_with_its_reason(desk: Desk) -> None:
    desk.type(ROAD)
    desk.press(Key.Key_U, Ctrl)
    assert desk.focus_in("intake-override-matter")
    desk.type("lampu jalan")
    desk.press(Key.Key_Return)
    desk.press(Key.Key_Return)
    assert desk.page.jurisdiction.override.reason_field.error()
    assert desk.shows("intake-override-panel")
    desk.type("yang rusak lampunya")
    desk.press(Key.Key_Return)
    assert not desk.shows("intake-override-panel")
    assert desk.shows("intake-verdict")
    desk.press(Key.Key_S, Ctrl)
    (complaint,) = desk.complaints()
    assert complaint.override_reason == "yang rusak lampunya"
    kinds = [entry.kind for entry in desk.house.tracking.detail(AGENT, complaint.ticket).timeline]
    assert EntryKind.OVERRIDDEN in kinds


def test_an_override_can_be_taken_back(desk: Desk) -> None:
    desk.type(ROAD)
    desk.press(Key.Key_2, Ctrl)
    office = desk.words("intake-institution")
    desk.press(Key.Key_U, Ctrl)
    desk.type("lampu jalan")
    desk.press(Key.Key_Return)
    desk.type("lampunya")
    desk.press(Key.Key_Return)
    assert desk.words("intake-institution") != office
    desk.click("intake-withdraw-override")
    assert desk.words("intake-institution") == office


def test_escape_leaves_the_override_and_changes_nothing(desk: Desk) -> None:
    desk.type(ROAD)
    desk.press(Key.Key_2, Ctrl)
    office = desk.words("intake-institution")
    desk.press(Key.Key_U, Ctrl)
    desk.type("lampu")
    desk.press(Key.Key_Escape)
    desk.press(Key.Key_Escape)
    assert not desk.shows("intake-override-panel")
    assert desk.words("intake-institution") == office
    assert desk.text() == ROAD


def test_steps_and_documents_are_one_key_away(desk: Desk) -> None:
    desk.type(ROAD)
    desk.press(Key.Key_4, Ctrl)
    desk.press(Key.Key_L, Ctrl)
    panel = desk.part("intake-procedure-panel")
    assert isinstance(panel, ProcedurePanel)
    assert panel.isVisible()
    assert panel.procedures()
    desk.press(Key.Key_Escape)
    assert desk.shows("intake-verdict")
    assert not desk.shows("intake-procedure-panel")


def test_danger_in_the_text_is_shown_before_all_else_and_hides_nothing(desk: Desk) -> None:
    desk.type(FIRE)
    assert desk.shows("intake-emergency-panel")
    assert desk.focus_in("intake-text")
    assert desk.shows("intake-matters")
    desk.press(Key.Key_F8)
    assert desk.focus_in("intake-emergency-panel")
    desk.press(Key.Key_A)
    number = desk.page.jurisdiction.emergency.shown().services[0].number  # type: ignore[union-attr]  # shown above
    assert desk.clipboard() == number
    assert desk.opener.urls == [f"tel:{number}"]
    desk.press(Key.Key_Escape)
    assert not desk.shows("intake-emergency-panel")
    assert desk.text() == FIRE


def test_an_emergency_can_be_called_without_a_word_typed(desk: Desk) -> None:
    desk.press(Key.Key_F8)
    assert desk.focus_in("intake-emergency-panel")
    shown = desk.page.jurisdiction.emergency.shown()
    assert shown is not None
    assert {service.number for service in shown.services} == {"112", "110", "113", "115", "119"}
    desk.opener.works = False
    desk.press(Key.Key_Return)
    assert "clipboard" in desk.notices()


def test_one_key_counts_a_prank_and_another_takes_it_back(desk: Desk) -> None:
    desk.page.form.phone.setFocus()
    desk.type("081234567890")
    desk.press(Key.Key_F9)
    assert _disposed(desk) == 1
    assert desk.page.form.values().is_blank()
    desk.press(Key.Key_U, Alt)
    assert _disposed(desk) == 0


def test_a_prank_never_takes_what_was_written(desk: Desk) -> None:
    desk.type(LAMP)
    desk.press(Key.Key_F9, Shift)
    assert _disposed(desk) == 1
    assert desk.text() == LAMP


def test_earlier_complaints_of_the_number_are_shown_and_opened(desk: Desk) -> None:
    desk.type(LAMP)
    for text in ("", "", "0812 0000 0145"):
        desk.press(Key.Key_Tab)
        desk.type(text)
    desk.press(Key.Key_S, Ctrl)
    ticket = desk.complaints()[0].ticket
    desk.page.form.phone.setFocus()
    desk.type("081200000145")
    desk.press(Key.Key_Tab)
    assert [row.ticket for row in desk.page.form.earlier.rows()] == [ticket]
    sent: list[tuple[str, object]] = []
    desk.page.wants_page.connect(lambda *given: sent.append(given))
    desk.click(f"earlier-{ticket}")
    assert sent == [("complaints", ticket)]


def test_a_hidden_number_brings_nobody_elses_complaints(desk: Desk) -> None:
    desk.type(LAMP)
    desk.press(Key.Key_S, Ctrl)
    desk.page.form.phone.setFocus()
    desk.type("anonymous")
    desk.press(Key.Key_Tab)
    assert desk.page.form.earlier.rows() == ()
    assert desk.page.form.phone_field.error() == ""


def test_a_wrong_number_is_told_when_the_field_is_left(desk: Desk) -> None:
    desk.page.form.phone.setFocus()
    desk.type("0812abc")
    assert desk.page.form.phone_field.error() == ""
    desk.press(Key.Key_Tab)
    assert "0812abc" in desk.page.form.phone_field.error()
    desk.page.form.phone.setFocus()
    desk.press(Key.Key_Backspace)
    assert desk.page.form.phone_field.error() == ""
