"""The kit: spoken names and roles, targets large enough, keys, errors at the field."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from console.domain.level import Level
from console.ui.theme import current_theme
from console.ui.widgets.avatar import initials
from console.ui.widgets.button import (
    DangerButton,
    IconButton,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
)
from console.ui.widgets.chip import Chip
from console.ui.widgets.choices import Choices, Option, Segmented
from console.ui.widgets.date_field import DateField
from console.ui.widgets.empty_state import EmptyState
from console.ui.widgets.field import Field
from console.ui.widgets.key_cap import key_words
from console.ui.widgets.label import Label
from console.ui.widgets.level_badge import LevelBadge, LevelSquare
from console.ui.widgets.list_table import ListTable
from console.ui.widgets.number_field import NumberField
from console.ui.widgets.option_card import OptionCard
from console.ui.widgets.pill import Pill
from console.ui.widgets.progress import ProgressLine
from console.ui.widgets.search_field import SearchField
from console.ui.widgets.suggestion_list import Suggestion, SuggestionList
from console.ui.widgets.text_edit import GrowingTextEdit
from console.ui.widgets.type_ahead import TypeAhead

Role = QAccessible.Role

KIT: list[tuple[Callable[[], QWidget], QAccessible.Role, str]] = [
    (lambda: PrimaryButton("Save & open", key="Ctrl+Return"), Role.Button, "Save & open"),
    (lambda: SecondaryButton("Park", key="Ctrl+P"), Role.Button, "Park"),
    (lambda: DangerButton("Emergency", key="F8"), Role.Button, "Emergency"),
    (lambda: QuietButton("Undo"), Role.Button, "Undo"),
    (lambda: IconButton("copy", "Copy the number"), Role.Button, "Copy the number"),
    (lambda: Chip("Overdue", count=7), Role.CheckBox, "Overdue 7"),
    (lambda: OptionCard("I don't know", detail="checked first", number=0), Role.CheckBox, "I don't know"),
    (lambda: GrowingTextEdit("Complaint"), Role.EditableText, "Complaint"),
    (lambda: SearchField("Search"), Role.EditableText, "Search"),
    (lambda: TypeAhead("Village"), Role.EditableText, "Village"),
    (lambda: NumberField("Hours", least=1, most=24), Role.SpinBox, "Hours"),
    (lambda: DateField("From", date(2026, 11, 22)), Role.SpinBox, "From"),
    (lambda: ListTable("Complaints"), Role.Table, "Complaints"),
    (lambda: SuggestionList("Found"), Role.List, "Found"),
    (lambda: LevelBadge(Level.PROVINSI, "Province"), Role.Client, "Province"),
    (lambda: LevelSquare(Level.PEMKAB, "Regency"), Role.Client, "Regency"),
    (lambda: Pill("38 minutes late"), Role.Client, "38 minutes late"),
    (lambda: Choices("Answers"), Role.Client, "Answers"),
    (lambda: ProgressLine("Working"), Role.Client, "Working"),
]


@pytest.mark.parametrize(("make", "role", "name"), KIT, ids=[name for _make, _role, name in KIT])
def test_every_part_of_the_kit_has_a_spoken_name_and_the_right_role(
    qtbot: QtBot, make: Callable[[], QWidget], role: QAccessible.Role, name: str
) -> None:
    widget = make()
    qtbot.addWidget(widget)
    spoken = QAccessible.queryAccessibleInterface(widget)
    assert spoken.text(QAccessible.Text.Name) == name
    assert spoken.role() == role


@pytest.mark.parametrize(("make", "role", "name"), KIT[:13], ids=[name for _make, _role, name in KIT[:13]])
def test_every_target_is_large_enough_and_its_focus_is_seen(
    qtbot: QtBot, make: Callable[[], QWidget], role: QAccessible.Role, name: str
) -> None:
    del role, name
    frame = QWidget()
    qtbot.addWidget(frame)
    other = QPushButton("Other", frame)
    widget = make()
    layout = QVBoxLayout(frame)
    layout.addWidget(other)
    layout.addWidget(widget)
    frame.resize(320, 160)
    frame.show()
    frame.activateWindow()
    qtbot.waitUntil(frame.isActiveWindow)
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    assert min(widget.width(), widget.height()) >= 24
    before = widget.grab().toImage()
    widget.setFocus()
    if isinstance(widget, QLineEdit):
        widget.setCursorPosition(0)
        widget.setReadOnly(True)  # no caret: only the ring may differ
        other.setFocus()
        before = widget.grab().toImage()
        widget.setFocus()
    assert widget.grab().toImage() != before


@pytest.mark.parametrize(
    ("shortcut", "words"),
    [
        ("Ctrl+Return", "Ctrl ⏎"),
        ("Ctrl++", "Ctrl +"),
        ("Ctrl+Shift+P", "Ctrl Shift P"),
        ("F1", "F1"),
        ("Escape", "Esc"),
        ("Left", "←"),
        ("", ""),
    ],
)
def test_keys_are_written_as_on_the_keyboard(shortcut: str, words: str) -> None:
    assert key_words(shortcut) == words


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Rudi Contoh", "RC"), ("Dewi", "D"), ("Bu Siti (CONTOH)", "BS"), ("", "?"), ("112", "?")],
)
def test_initials_are_one_or_two_capitals(name: str, letters: str) -> None:
    assert initials(name) == letters


ANSWERS = [
    Option(value="state", title="State road", detail="yellow lines", number=1),
    Option(value="province", title="Srono – Muncar", number=2),
    Option(value="village", title="Village road", number=3),
    Option(value="unknown", title="I don't know", number=0),
]


@pytest.fixture
def answers(qtbot: QtBot) -> Choices:
    choices = Choices("Answers", columns=2)
    choices.set_options(ANSWERS)
    qtbot.addWidget(choices)
    choices.show()
    choices.activateWindow()
    qtbot.waitUntil(choices.isActiveWindow)
    choices.focus_first()
    qtbot.waitUntil(choices.buttons()[0].hasFocus)
    return choices


@pytest.mark.parametrize(("digit", "value"), [("1", "state"), ("2", "province"), ("0", "unknown")])
def test_a_digit_chooses_the_answer_with_that_number(
    answers: Choices, qtbot: QtBot, digit: str, value: str
) -> None:
    with qtbot.waitSignal(answers.chosen, check_params_cb=lambda chosen: chosen == value):
        QTest.keyClicks(answers.buttons()[0], digit)
    assert answers.value() == value
    assert [button.isChecked() for button in answers.buttons()].count(True) == 1


def test_a_digit_nobody_has_does_nothing(answers: Choices, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(answers.chosen):
        QTest.keyClicks(answers.buttons()[0], "9")
    assert not answers.press_digit(9)
    assert answers.value() is None


def test_arrows_move_between_answers_and_enter_chooses(answers: Choices, qtbot: QtBot) -> None:
    first, second = answers.buttons()[:2]
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    with qtbot.waitSignal(answers.chosen, check_params_cb=lambda chosen: chosen == "province"):
        QTest.keyClick(second, Qt.Key.Key_Return)
    QTest.keyClick(second, Qt.Key.Key_Left)
    QTest.keyClick(first, Qt.Key.Key_Left)
    assert answers.buttons()[-1].hasFocus()


def test_a_group_is_one_tab_stop(answers: Choices) -> None:
    def stops() -> list[bool]:
        return [bool(b.focusPolicy() & Qt.FocusPolicy.TabFocus) for b in answers.buttons()]

    assert stops() == [True, False, False, False]
    answers.choose("village")
    assert stops() == [False, False, True, False]


def test_choosing_from_outside_tells_nobody(answers: Choices, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(answers.chosen):
        answers.choose("village")
    assert answers.value() == "village"
    answers.choose(None)
    assert answers.value() is None


def test_offering_the_same_answers_again_keeps_the_choice_and_the_focus(answers: Choices) -> None:
    answers.choose("village")
    before = answers.buttons()
    answers.set_options(list(ANSWERS))
    assert answers.buttons() == before
    assert answers.value() == "village"


def test_in_a_row_of_chips_one_is_always_chosen_and_arrows_choose(qtbot: QtBot) -> None:
    row = Segmented("Channel", [Option(value="phone", title="Phone"), Option(value="walk", title="Walk-in")])
    qtbot.addWidget(row)
    row.show()
    row.activateWindow()
    qtbot.waitUntil(row.isActiveWindow)
    assert row.value() == "phone"
    row.focus_first()
    with qtbot.waitSignal(row.chosen, check_params_cb=lambda chosen: chosen == "walk"):
        QTest.keyClick(row.buttons()[0], Qt.Key.Key_Right)
    row.buttons()[1].click()
    assert row.value() == "walk"


def test_an_option_card_is_as_tall_as_its_text_needs(qtbot: QtBot) -> None:
    card = OptionCard("Jalan raya antarkabupaten", detail="marka kuning, bus besar lewat", number=1)
    qtbot.addWidget(card)
    assert card.heightForWidth(400) < card.heightForWidth(160) < card.heightForWidth(110)


def test_an_error_stands_at_the_field_and_is_spoken(qtbot: QtBot) -> None:
    line = QLineEdit()
    field = Field("Phone & more", line, hint="10–13 digits")
    qtbot.addWidget(field)
    field.set_error("This number is too short.")
    assert line.accessibleName() == "Phone & more"
    assert line.accessibleDescription() == "This number is too short."
    assert line.property("invalid") is True
    assert any(label.text() == "This number is too short." for label in field.findChildren(Label))
    field.clear_error()
    assert line.accessibleDescription() == "10–13 digits"
    assert line.property("invalid") is False
    assert field.error() == ""


def test_text_grows_with_its_lines_and_stops_at_the_most(qtbot: QtBot) -> None:
    edit = GrowingTextEdit("Complaint", lines=3, most=6)
    qtbot.addWidget(edit)
    edit.resize(300, 100)
    edit.show()
    heights = []
    for lines in (1, 3, 5, 6, 12):
        edit.set_text("\n".join(["x"] * lines))
        heights.append(edit.sizeHint().height())
    assert heights[0] == heights[1] < heights[2] < heights[3] == heights[4]


def test_tab_leaves_a_text_instead_of_writing_into_it(qtbot: QtBot) -> None:
    frame = QWidget()
    qtbot.addWidget(frame)
    layout = QVBoxLayout(frame)
    edit, place = GrowingTextEdit("Complaint"), QLineEdit()
    layout.addWidget(edit)
    layout.addWidget(place)
    frame.show()
    frame.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert edit.text() == ""
    assert place.hasFocus()


def test_setting_the_same_text_keeps_what_can_be_undone(qtbot: QtBot) -> None:
    edit = GrowingTextEdit("Complaint")
    qtbot.addWidget(edit)
    QTest.keyClicks(edit, "jalan")
    edit.set_text("jalan")
    assert edit.document().isUndoAvailable()


VILLAGES = [
    Suggestion(value="35.10.12.2001", title="Kebaman", detail="Kec. Srono"),
    Suggestion(value="35.10.03.2004", title="Kebondalem", detail="Kec. Bangorejo"),
]


@pytest.fixture
def village(qtbot: QtBot) -> Iterator[TypeAhead]:
    frame = QWidget()
    qtbot.addWidget(frame)
    layout = QVBoxLayout(frame)
    line = TypeAhead("Village", parent=frame)
    layout.addWidget(line)
    layout.addWidget(QLineEdit(frame))
    layout.addStretch()
    frame.resize(500, 400)
    frame.show()
    frame.activateWindow()
    qtbot.waitUntil(frame.isActiveWindow)
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    yield line
    frame.close()


def test_typing_asks_and_down_enter_picks(village: TypeAhead, qtbot: QtBot) -> None:
    with qtbot.waitSignal(village.asked, check_params_cb=lambda text: text == "k"):
        QTest.keyClicks(village, "k")
    village.offer(VILLAGES)
    assert village.is_open()
    QTest.keyClick(village, Qt.Key.Key_Down)
    with qtbot.waitSignal(village.picked, check_params_cb=lambda picked: picked is VILLAGES[1]):
        QTest.keyClick(village, Qt.Key.Key_Return)
    assert village.text() == "Kebondalem"
    assert village.choice() is VILLAGES[1]
    assert not village.is_open()


def test_tab_takes_the_current_line_along(village: TypeAhead, qtbot: QtBot) -> None:
    QTest.keyClicks(village, "keb")
    village.offer(VILLAGES)
    with qtbot.waitSignal(village.picked):
        QTest.keyClick(village, Qt.Key.Key_Tab)
    assert village.choice() is VILLAGES[0]


def test_escape_closes_the_list_and_keeps_the_text(village: TypeAhead) -> None:
    QTest.keyClicks(village, "keb")
    village.offer(VILLAGES)
    QTest.keyClick(village, Qt.Key.Key_Escape)
    assert not village.is_open()
    assert village.text() == "keb"


def test_changing_the_text_takes_the_choice_back(village: TypeAhead, qtbot: QtBot) -> None:
    village.set_choice(VILLAGES[0])
    with qtbot.waitSignal(village.cleared):
        QTest.keyClick(village, Qt.Key.Key_Backspace)
    assert village.choice() is None


def test_an_answer_that_comes_after_the_line_was_left_opens_nothing(village: TypeAhead) -> None:
    QTest.keyClicks(village, "keb")
    village.clearFocus()
    village.offer(VILLAGES)
    assert not village.is_open()


def test_nothing_to_offer_closes_the_list(village: TypeAhead) -> None:
    QTest.keyClicks(village, "keb")
    village.offer(VILLAGES)
    village.offer([])
    assert not village.is_open()


def test_a_search_is_emptied_by_escape_and_left_by_down(qtbot: QtBot) -> None:
    field = SearchField("Search")
    qtbot.addWidget(field)
    QTest.keyClicks(field, "sampah")
    with qtbot.waitSignal(field.searched, check_params_cb=lambda text: text == ""):
        QTest.keyClick(field, Qt.Key.Key_Escape)
    with qtbot.waitSignal(field.left_down):
        QTest.keyClick(field, Qt.Key.Key_Down)


def test_progress_is_not_shown_for_work_that_is_quick(qtbot: QtBot) -> None:
    line = ProgressLine("Working", patience_ms=10_000)
    qtbot.addWidget(line)
    line.start()
    assert not line.is_shown()
    line.finish()
    slow = ProgressLine("Working", patience_ms=1)
    qtbot.addWidget(slow)
    slow.start()
    qtbot.waitUntil(slow.is_shown)
    slow.finish()
    assert not slow.is_shown()


def test_a_label_shows_markup_as_text(qtbot: QtBot) -> None:
    label = Label("<b>1 < 2 & 3</b>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == "<b>1 < 2 & 3</b>"


def test_an_empty_place_offers_its_next_step(qtbot: QtBot) -> None:
    button = SecondaryButton("New complaint", key="Ctrl+N")
    state = EmptyState("inbox", "No complaint yet", "Take the first one.", button=button)
    qtbot.addWidget(state)
    state.set_words("Nothing late", "")
    assert state.isAncestorOf(button)
    assert any(label.text() == "Nothing late" for label in state.findChildren(Label))


def test_a_date_field_speaks_plain_dates_and_marks_only_sundays(qtbot: QtBot) -> None:
    field = DateField("From", date(2026, 11, 22))
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.picked, check_params_cb=lambda day: day == date(2026, 11, 23)):
        QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.day() == date(2026, 11, 23)
    look = field.calendarWidget().weekdayTextFormat
    saturday, sunday = look(Qt.DayOfWeek.Saturday), look(Qt.DayOfWeek.Sunday)
    assert sunday.foreground().color() == current_theme().colour("danger")
    assert saturday.foreground().color() == current_theme().colour("ink")
