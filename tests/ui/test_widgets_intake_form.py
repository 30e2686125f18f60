"""The parts of the first column, each alone: fields that guide, text that never chokes, lines to press."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from console.adapters.region_files import load_region
from console.domain.complaint import Channel, Status
from console.domain.text import MAX_TEXT
from console.domain.villages import VillageIndex
from console.ui.widgets.channel_picker import ChannelPicker
from console.ui.widgets.complaint_form import ComplaintForm
from console.ui.widgets.complaint_values import FormValues
from console.ui.widgets.draft_shelf import DraftShelf, ShelfLine
from console.ui.widgets.earlier_complaints import EarlierComplaints, EarlierRow
from console.ui.widgets.line_button import LineButton
from console.ui.widgets.village_field import VillageField
from tests.ui.intake_desk import bring_up, focused, mime, part

INDEX = VillageIndex(load_region().villages)
KEBAMAN = "35.10.08.2004"
# What the offscreen platform says of every menu.
NO_POPUPS_OFFSCREEN = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)")


@pytest.fixture
def form(qtbot: QtBot) -> ComplaintForm:
    made = ComplaintForm("Ctrl+Shift+P")
    qtbot.addWidget(made)
    made.resize(392, 678)
    made.use_index(INDEX)
    bring_up(qtbot, made)
    made.focus_text()
    return made


@pytest.fixture
def village(qtbot: QtBot) -> Iterator[VillageField]:
    """Give a field in a window of its own, with a neighbour to leave for."""
    window = QWidget()
    qtbot.addWidget(window)
    field = VillageField("Village", "", window)
    field.use_index(INDEX)
    layout = QVBoxLayout(window)
    layout.addWidget(field)
    layout.addWidget(QLineEdit(window))
    bring_up(qtbot, window)
    field.setFocus()
    yield field  # the window lives as long as this function waits
    window.close()


def test_blank_values_know_that_there_is_nothing_to_lose() -> None:
    assert FormValues(channel=Channel.WALK_IN, text="  \n").is_blank()
    assert not FormValues(phone="0812").is_blank()


def test_first_words_come_from_the_text_or_else_from_who_called() -> None:
    assert FormValues(text="lampu\njalan  mati").first_words(40) == "lampu jalan mati"
    assert FormValues(name="Bu Contoh", phone="0812").first_words(40) == "Bu Contoh"
    assert len(FormValues(text="kata " * 400).first_words(30)) <= 30


@NO_POPUPS_OFFSCREEN
def test_all_seven_channels_can_be_chosen(qtbot: QtBot) -> None:
    picker = ChannelPicker()
    qtbot.addWidget(picker)
    picker.resize(360, 40)
    picker.show()
    heard: list[object] = []
    picker.chosen.connect(heard.append)
    other = part(picker, "channelOther")
    QTest.keyClick(other, Qt.Key.Key_Space)
    offered = {str(action.data()): action for action in picker.menu().actions()}
    offered["smart_kampung"].trigger()
    picker.menu().close()
    assert heard == [Channel.SMART_KAMPUNG]
    assert picker.value() is Channel.SMART_KAMPUNG
    QTest.keyClick(other, Qt.Key.Key_Space)
    shown = {str(action.data()) for action in picker.menu().actions()}
    picker.menu().close()
    assert shown == set(Channel) - {Channel.PHONE_112, Channel.WALK_IN}


@NO_POPUPS_OFFSCREEN
def test_a_narrow_column_keeps_every_channel_in_reach(qtbot: QtBot) -> None:
    picker = ChannelPicker()
    qtbot.addWidget(picker)
    picker.resize(picker.minimumSizeHint().width(), 40)
    picker.show()
    QTest.keyClick(part(picker, "channelOther"), Qt.Key.Key_Space)
    offered = {str(action.data()) for action in picker.menu().actions()}
    picker.menu().close()
    assert Channel.WHATSAPP in offered


@pytest.mark.parametrize("typed", ["kebaman", "srono kebaman", "Desa Kebaman"])
def test_a_village_is_found_with_and_without_its_kecamatan(village: VillageField, typed: str) -> None:
    QTest.keyClicks(village, typed)
    QTest.keyClick(village, Qt.Key.Key_Return)
    assert village.code() == KEBAMAN
    assert village.text() == "Kebaman · Kec. Srono"


@pytest.mark.parametrize("typed", ["Kalibaruwetan", "Kalibaru Wetan"])
def test_both_spellings_lead_to_the_same_village(village: VillageField, typed: str) -> None:
    QTest.keyClicks(village, typed)
    QTest.keyClick(village, Qt.Key.Key_Return)
    assert village.text() == "Kalibaruwetan · Kec. Kalibaru"


def test_editing_a_chosen_village_takes_its_code_away(village: VillageField) -> None:
    heard: list[str] = []
    village.village_changed.connect(heard.append)
    QTest.keyClicks(village, "kebaman")
    QTest.keyClick(village, Qt.Key.Key_Return)
    QTest.keyClick(village, Qt.Key.Key_End)
    QTest.keyClick(village, Qt.Key.Key_Backspace)
    assert heard == [KEBAMAN, ""]
    assert village.code() == ""


def test_tab_takes_the_suggestion_with_it(village: VillageField) -> None:
    QTest.keyClicks(village, "kebam")
    QTest.keyClick(village, Qt.Key.Key_Tab)
    assert village.code() == KEBAMAN


def test_a_code_set_before_the_villages_are_known_is_kept_and_then_shown(qtbot: QtBot) -> None:
    field = VillageField("Village", "")
    qtbot.addWidget(field)
    field.set_code(KEBAMAN)
    assert field.code() == KEBAMAN
    field.use_index(INDEX)
    assert field.text() == "Kebaman · Kec. Srono"


def test_a_place_that_is_no_village_is_kept_with_the_landmark(form: ComplaintForm) -> None:
    form.village.setFocus()
    QTest.keyClicks(form.village, "xyzzy")
    QTest.keyClick(form.village, Qt.Key.Key_Tab)
    QTest.keyClicks(form.place, "dekat pasar")
    assert "xyzzy" in form.village_field.error()
    assert form.values().village_code == ""
    assert form.values().place == "xyzzy, dekat pasar"


def test_tab_order_is_reading_order(form: ComplaintForm) -> None:
    order: list[QWidget] = [form.text]
    for _ in range(4):
        QTest.keyClick(order[-1], Qt.Key.Key_Tab)
        order.append(focused())
    assert order == [form.text, form.village, form.place, form.phone, form.name]


def test_pasting_a_megabyte_takes_what_fits_and_says_so(form: ComplaintForm) -> None:
    form.text.insertFromMimeData(mime("jalan rusak parah sekali " * 42_000))
    assert len(form.values().text) == MAX_TEXT
    assert "20000" in form.text_field.error()


def test_pasting_over_a_selection_counts_what_it_replaces(form: ComplaintForm) -> None:
    form.text.insertFromMimeData(mime("a" * MAX_TEXT))
    form.text.selectAll()
    form.text.insertFromMimeData(mime("b" * MAX_TEXT))
    assert form.values().text == "b" * MAX_TEXT
    assert form.text_field.error() == ""


def test_typing_beyond_the_limit_is_said_at_the_field_and_loses_nothing(form: ComplaintForm) -> None:
    form.text.insertFromMimeData(mime("a" * MAX_TEXT))
    QTest.keyClicks(form.text, "bc")
    assert form.values().text.endswith("abc")
    assert "20002" in form.text_field.error()
    QTest.keyClick(form.text, Qt.Key.Key_Backspace)
    QTest.keyClick(form.text, Qt.Key.Key_Backspace)
    assert form.text_field.error() == ""


def test_filling_the_form_tells_nobody_and_clears_the_errors(form: ComplaintForm) -> None:
    heard: list[object] = []
    form.text_field.set_error("x")
    form.phone_field.set_error("y")
    form.edited.connect(heard.append)
    values = FormValues(
        channel=Channel.WHATSAPP, text="a", village_code=KEBAMAN, place="b", phone="c", name="d"
    )
    form.fill(values)
    assert heard == []
    assert form.values() == values
    assert form.text_field.error() == form.phone_field.error() == ""


def test_a_cleared_form_cannot_bring_the_last_caller_back_by_undo(form: ComplaintForm) -> None:
    QTest.keyClicks(form.text, "rahasia")
    form.fill(FormValues())
    QTest.keyClick(form.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert form.values().text == ""


def test_earlier_complaints_are_pressed_by_ticket(qtbot: QtBot) -> None:
    card = EarlierComplaints()
    qtbot.addWidget(card)
    rows = tuple(
        EarlierRow(ticket=f"BM-MPP1-261103-000{n}", matter="Lampu jalan mati", status=Status.RESOLVED)
        for n in range(5)
    )
    card.show_rows(rows)
    heard: list[str] = []
    card.opened.connect(heard.append)
    lines = card.findChildren(LineButton)
    assert len(lines) == 3
    assert "Lampu jalan mati" in lines[0].accessibleName()
    QTest.keyClick(lines[0], Qt.Key.Key_Return)
    assert heard == ["BM-MPP1-261103-0000"]
    card.show_rows(())
    assert card.isHidden()


def test_a_parked_caller_is_resumed_by_its_own_key(qtbot: QtBot) -> None:
    shelf = DraftShelf("Ctrl+Shift+P")
    qtbot.addWidget(shelf)
    first, second = UUID(int=1), UUID(int=2)
    shelf.show_lines(
        (
            ShelfLine(key=first, words="air mati", at="09.41"),
            ShelfLine(key=second, words="sampah", at="09.40"),
        )
    )
    heard: list[object] = []
    shelf.resumed.connect(heard.append)
    QTest.keyClick(part(shelf, "parked-1"), Qt.Key.Key_Space)
    assert heard == [second]
