"""The guide by keyboard: the base browsed, searched as citizens speak, read out and copied."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from console.domain.legal_basis import laws_only
from console.domain.level import Confidence, Level
from console.domain.matter import Matter
from console.domain.problems import ProblemCode
from console.ui.widgets.guide_values import GuideId, GuideKind, MatterSheetValue, ProcedureSheetValue
from console.ui.widgets.key_cap import KeyCap
from console.ui.widgets.link_row import LinkRow
from console.wording import level_title
from tests.ui.browsing_desk import (
    BrowsingDesk,
    Ctrl,
    Key,
    Shift,
    clipboard,
    composition,
    desk,
    focusable,
    house,
    spoken,
)
from tests.ui.intake_desk import focused

__all__ = ["composition", "desk", "house"]
ROAD = GuideId(GuideKind.MATTER, "JLN-01")


@pytest.fixture
def guide(desk: BrowsingDesk) -> BrowsingDesk:
    desk.open("guide")
    return desk


def codes(desk: BrowsingDesk) -> list[str]:
    return [line.id.code for line in desk.guide.finder.list.lines()]


def matter_shown(desk: BrowsingDesk) -> MatterSheetValue:
    value = desk.guide.card.value()
    assert isinstance(value, MatterSheetValue)
    return value


def procedure_shown(desk: BrowsingDesk) -> ProcedureSheetValue:
    value = desk.guide.card.value()
    assert isinstance(value, ProcedureSheetValue)
    return value


def sheet(desk: BrowsingDesk) -> QWidget:
    found = desk.guide.card.area.sheet()
    assert found is not None
    return found


def said(desk: BrowsingDesk) -> str:
    return "\n".join(desk.words(sheet(desk)))


def show(desk: BrowsingDesk, code: str) -> None:
    desk.window.show_page("guide", code)
    desk.settle()


def links(desk: BrowsingDesk) -> list[LinkRow]:
    return sheet(desk).findChildren(LinkRow)


def test_work_begins_in_the_search_line_with_every_matter_below(guide: BrowsingDesk) -> None:
    assert guide.guide.finder.search.hasFocus()
    assert codes(guide) == [matter.code for matter in guide.house.base.matters]
    assert guide.guide.finder.count.text() == f"{len(guide.house.base.matters)} matters"


@pytest.mark.parametrize(
    ("words", "code"), [("dalan bolong", "JLN-01"), ("ktp ilang", "DUK-01"), ("banyu pam mati", "AIR-01")]
)
def test_a_matter_is_found_as_a_citizen_says_it(guide: BrowsingDesk, words: str, code: str) -> None:
    guide.type(words)
    assert code in codes(guide)[:3]
    assert codes(guide) == [matter.code for matter in guide.house.catalogue.matters(words)]


def test_a_line_tells_level_code_and_the_everyday_words_that_led_to_it(guide: BrowsingDesk) -> None:
    guide.type("dalan bolong")
    listed = guide.guide.finder.list
    row = codes(guide).index("JLN-01")
    line = listed.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Jalan kabupaten rusak atau berlubang" in line
    assert "Regency" in line
    assert "JLN-01" in line
    assert "dalan bolong" in line


def test_a_domain_narrows_the_list_and_counts_what_the_words_leave(guide: BrowsingDesk) -> None:
    domains = guide.guide.finder.domains
    domains.choose("jalan")
    guide.settle()
    assert {guide.house.base.matter(code).domain for code in codes(guide)} == {"jalan"}
    guide.type("rusak")
    assert codes(guide)
    found = guide.house.catalogue.matters("rusak")
    counted = {line.domain: line.count for line in domains.lines()}
    assert counted[""] == len(found)
    assert counted["jalan"] == sum(matter.domain == "jalan" for matter in found) == len(codes(guide))


def test_the_domains_are_walked_by_keyboard(guide: BrowsingDesk) -> None:
    guide.guide.finder.domains.setFocus()
    guide.press(Key.Key_Down)
    first = guide.house.catalogue.domains()[0]
    assert {guide.house.base.matter(code).domain for code in codes(guide)} == {first}
    guide.press(Key.Key_Up)
    assert len(codes(guide)) == len(guide.house.base.matters)


def test_arrows_enter_and_escape_lead_through_list_and_sheet(guide: BrowsingDesk) -> None:
    guide.type("jalan")
    guide.press(Key.Key_Down)
    guide.press(Key.Key_Down)
    assert matter_shown(guide).matter.code == codes(guide)[1]
    guide.press(Key.Key_Return)
    assert guide.guide.card.area.hasFocus()
    bar = guide.guide.card.area.verticalScrollBar()
    guide.press(Key.Key_Down)
    assert bar.value() > 0
    guide.press(Key.Key_Escape)
    assert guide.guide.finder.list.hasFocus()
    guide.press(Key.Key_Escape)
    assert guide.guide.finder.search.hasFocus()
    assert guide.guide.finder.search.selectedText() == "jalan"


def test_nothing_found_teaches_what_to_try(guide: BrowsingDesk) -> None:
    guide.type("xqzxqz")
    assert guide.guide.finder.shows_nothing()
    assert any(words.startswith("Try fewer words") for words in guide.words())
    assert guide.guide.card.value() is None


def test_a_matter_s_sheet_says_what_the_base_says(guide: BrowsingDesk) -> None:
    show(guide, "JLN-01")
    matter, base, text = guide.house.base.matter("JLN-01"), guide.house.base, said(guide)
    assert matter.title in text
    assert level_title(matter.level) in text
    assert base.institution(matter.institution_code).name in text
    assert matter.provenance.confidence is Confidence.HIGH
    assert matter.provenance.legal_basis in text
    assert "High confidence · not yet verified by the legal bureau" in text
    assert matter.explanation
    assert all(sentence in text for sentence in matter.explanation)
    assert matter.note in text
    assert matter.provenance.source in text
    questions = [base.question(one) for one in matter.question_ids]
    assert questions
    for question in questions:
        assert question.text in text
        assert all(option.text in text for option in question.options)
    linked = [row.value for row in links(guide)]
    assert [one for one in matter.procedure_ids if GuideId(GuideKind.PROCEDURE, one) not in linked] == []
    deadlines = [base.deadline_by_id[one] for one in matter.deadline_ids]
    assert all(one.what in text for one in deadlines if not one.superseded)


def citing_articles(matters: tuple[Matter, ...], sure: Confidence) -> list[Matter]:
    return [
        matter
        for matter in matters
        if matter.provenance.confidence is sure
        and laws_only(matter.provenance.legal_basis) != matter.provenance.legal_basis
    ]


def test_article_numbers_are_shown_only_at_high_confidence(guide: BrowsingDesk) -> None:
    unsure = citing_articles(guide.house.base.matters, Confidence.MEDIUM)[0]
    show(guide, unsure.code)
    assert matter_shown(guide).matter == unsure
    text = said(guide)
    assert unsure.provenance.legal_basis not in text
    assert laws_only(unsure.provenance.legal_basis) in text
    assert "Medium confidence" in text


def test_no_deadline_that_was_replaced_is_shown(guide: BrowsingDesk) -> None:
    old = [one for one in guide.house.base.deadlines if one.superseded]
    held = next(
        (matter for matter in guide.house.base.matters for one in old if one.id in matter.deadline_ids), None
    )
    show(guide, held.code if held else "TEL-06")
    assert not any(one in old for one in matter_shown(guide).deadlines)


def test_involved_bodies_and_alternatives_stand_with_role_and_level(guide: BrowsingDesk) -> None:
    show(guide, "HKM-03")
    matter, base = guide.house.base.matter("HKM-03"), guide.house.base
    text = said(guide)
    for body in matter.involved:
        assert base.institution(body.institution_code).name in text
        assert body.role in text
    assert matter.alternatives
    assert all(other.when in text for other in matter.alternatives)


def test_a_procedure_begins_with_warm_words_and_numbers_its_steps(guide: BrowsingDesk) -> None:
    show(guide, "PROC-08")
    procedure, text = guide.house.base.procedure_by_id["PROC-08"], said(guide)
    assert procedure.title in text
    assert procedure.explanation in text
    explanation = sheet(guide).findChild(QWidget, "procedure-explanation")
    assert explanation is not None
    assert explanation.property("role") == "sentence"
    for step in procedure.steps:
        for part in (step.who, step.text, step.documents, step.duration, step.cost):
            assert part in text
    numbers = [cap.words() for cap in sheet(guide).findChildren(KeyCap)]
    assert numbers == [str(step.number) for step in procedure.steps]
    bases = {step.provenance.legal_basis for step in procedure.steps}
    assert any(laws_only(basis) in text for basis in bases)


def test_the_procedures_are_one_key_away_and_searched_alike(guide: BrowsingDesk) -> None:
    guide.guide.kinds.buttons()[1].click()
    guide.settle()
    assert codes(guide) == [one.id for one in guide.house.base.procedures]
    guide.guide.finder.search.setFocus()
    guide.type("kelahiran")
    assert codes(guide) == [one.id for one in guide.house.catalogue.procedures("kelahiran")]
    assert procedure_shown(guide).procedure.id == codes(guide)[0]


def test_links_lead_on_and_escape_leads_back(guide: BrowsingDesk) -> None:
    show(guide, "JLN-01")
    link = next(
        row
        for row in links(guide)
        if isinstance(row.value, GuideId) and row.value.kind is GuideKind.PROCEDURE
    )
    link.setFocus()
    guide.press(Key.Key_Return)
    assert guide.guide.card.id() == link.value
    assert guide.guide.card.area.hasFocus()
    assert guide.guide.card.back_button.isVisible()
    back = next(row for row in links(guide) if row.value == ROAD)
    back.setFocus()
    guide.press(Key.Key_Return)
    assert guide.guide.card.id() == ROAD
    guide.press(Key.Key_Escape)
    guide.press(Key.Key_Escape)
    assert guide.guide.card.id() == ROAD
    assert not guide.guide.card.back_button.isVisible()


@pytest.mark.parametrize("place", ["search", "list", "sheet"])
def test_ctrl_c_copies_the_explanation_from_anywhere(guide: BrowsingDesk, place: str) -> None:
    guide.type("dalan bolong")
    if place != "search":
        guide.press(Key.Key_Down)
    if place == "sheet":
        guide.press(Key.Key_Return)
    guide.press(Key.Key_C, Ctrl)
    assert clipboard() == "\n".join(matter_shown(guide).explanation)
    assert guide.said() == ["Copied, ready to be pasted."]


def test_selected_words_of_the_search_line_are_copied_as_such(guide: BrowsingDesk) -> None:
    guide.type("dalan bolong")
    guide.press(Key.Key_A, Ctrl)
    guide.press(Key.Key_C, Ctrl)
    assert clipboard() == "dalan bolong"
    assert guide.said() == []


def test_copying_before_the_sheet_is_there_waits_for_it(guide: BrowsingDesk) -> None:
    guide.type("dalan")
    search = guide.guide.finder.search
    QTest.keyClicks(search, " deso")
    QTest.keyClick(search, Key.Key_C, Ctrl)
    guide.settle()
    best = guide.house.catalogue.matters("dalan deso")[0]
    assert clipboard() == "\n".join(best.explanation)


def test_all_steps_are_copied_as_a_text_for_the_citizen(guide: BrowsingDesk) -> None:
    show(guide, "PROC-08")
    guide.press(Key.Key_C, Ctrl | Shift)
    procedure, text = guide.house.base.procedure_by_id["PROC-08"], clipboard()
    assert text.startswith(f"{procedure.title}\n\n{procedure.explanation}\n\n1. ")
    assert all(f"{step.number}. {step.who}: {step.text}" in text for step in procedure.steps)


def test_a_complaint_is_asked_for_with_the_matter_shown(guide: BrowsingDesk) -> None:
    asked: list[str] = []
    guide.guide.complaint_requested.connect(asked.append)
    guide.type("dalan bolong")
    matter = matter_shown(guide).matter
    QTest.keyClick(focused(), Key.Key_Return, Ctrl)
    assert asked == [matter.code]
    assert guide.window.current_page() is guide.intake
    assert guide.intake.heard[-1] == matter


def test_no_complaint_is_made_of_a_procedure(guide: BrowsingDesk) -> None:
    show(guide, "PROC-08")
    assert not guide.guide.card.complaint_button.isVisible()
    guide.press(Key.Key_Return, Ctrl)
    assert guide.window.current_page() is guide.guide


def test_a_refresh_keeps_line_and_sheet(guide: BrowsingDesk) -> None:
    guide.type("jalan")
    guide.press(Key.Key_Down)
    guide.press(Key.Key_Down)
    kept = guide.guide.card.id()
    guide.press(Key.Key_F5)
    assert guide.guide.card.id() == kept
    line = guide.guide.finder.list.current_line()
    assert line is not None
    assert line.id == kept


def test_words_sent_by_another_page_are_searched_for(guide: BrowsingDesk) -> None:
    show(guide, "jln-01")
    assert guide.guide.card.id() == ROAD
    show(guide, "lampu mati")
    assert guide.guide.finder.search.text() == "lampu mati"
    assert codes(guide) == [matter.code for matter in guide.house.catalogue.matters("lampu mati")]


@pytest.mark.parametrize("level", list(Level))
def test_every_level_s_sheet_can_be_read(guide: BrowsingDesk, level: Level) -> None:
    matter = next(one for one in guide.house.base.matters if one.level is level)
    show(guide, matter.code)
    assert level_title(level) in said(guide)
    assert not any(code.value in said(guide) for code in ProblemCode)


@pytest.mark.parametrize("code", ["JLN-01", "PROC-08"])
def test_everything_that_takes_the_focus_has_a_name_and_a_role(guide: BrowsingDesk, code: str) -> None:
    show(guide, code)
    found = [*focusable(guide.guide), *guide.guide.kinds.buttons()]
    assert len(found) > 6
    for widget in found:
        assert spoken(widget), widget
        assert QAccessible.queryAccessibleInterface(widget).role() != QAccessible.Role.NoRole, widget
    read = QAccessible.queryAccessibleInterface(guide.guide.card.area).text(QAccessible.Text.Description)
    assert sheet(guide).objectName() in {"matter-sheet", "procedure-sheet"}
    assert guide.house.base.procedure_by_id["PROC-08"].title in read or "Jalan kabupaten rusak" in read
