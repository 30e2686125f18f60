"""The worklist through the real window: shelves, search, the way of a complaint, and what is done to it."""

import shutil
from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from console.bootstrap import Composition
from console.desks import DEMO_OPERATOR
from console.domain.complaint import Complaint, EntryKind, ForwardingState, Status
from console.sample_day import fill_sample_day
from console.ui.actions import ActionSet
from console.ui.main_window import MainWindow
from console.ui.page import PageSpec
from console.ui.pages.complaint_answers import AnswerDialog
from console.ui.pages.complaint_lines import Line
from console.ui.pages.complaints import ComplaintsPage
from console.ui.tasks import TaskRunner
from console.ui.widgets.chip import Chip
from console.ui.widgets.label import Label
from console.ui.widgets.list_table import ListTable
from console.ui.widgets.timeline import Timeline
from console.ui.widgets.worklist_values import Shelf
from tests.fakes import FixedClock, RecordingOpener
from tests.ui.intake_desk import House, backstage_of

Part = TypeVar("Part", bound=QWidget)
_PATIENCE_MS = 10_000


def part(owner: QWidget, kind: type[Part], name: str = "") -> Part:
    """Return the one part of this kind and name."""
    found = owner.findChild(kind, name) if name else owner.findChild(kind)
    assert found is not None, name
    return found


class Worklist:
    """The window with the worklist alone, on a database full of sample complaints."""

    def __init__(self, composition: Composition, tasks: TaskRunner, qtbot: QtBot) -> None:
        self.composition, self.tasks, self.qtbot = composition, tasks, qtbot
        self.opener = RecordingOpener()
        actions = ActionSet(parent=tasks)
        self.page = ComplaintsPage(backstage_of(composition), tasks, self.opener, DEMO_OPERATOR, actions)
        spec = PageSpec(id="complaints", title="Aduan", icon="clipboard-list", factory=lambda: self.page)
        self.window = MainWindow(pages=[spec], actions=actions, tasks=tasks, clock=composition.clock)
        qtbot.addWidget(self.window)
        self.window.show()
        QTest.qWaitForWindowActive(self.window)
        self.window.show_page("complaints")
        self.settle()

    def settle(self) -> None:
        """Let the lanes finish and the window hear of it; what it hears may ask them again."""
        for _ in range(3):
            QApplication.processEvents()
            assert self.tasks.wait_idle(10)
        QApplication.processEvents()

    @property
    def lines(self) -> list[Line]:
        """The rows shown."""
        return list(self.table.model().rows())  # type: ignore[attr-defined]  # our own model

    @property
    def table(self) -> ListTable:
        """The table."""
        return part(self.page, ListTable, "complaintTable")

    def choose(self, shelf: Shelf) -> None:
        """Press a shelf's chip."""
        chip = part(self.window, Chip, f"shelf-{shelf.value}")
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
        self.settle()

    def search(self, words: str) -> None:
        """Press Ctrl+F and type."""
        QTest.keyClick(self.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(QApplication.focusWidget() or self.window, words)
        self.settle()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        self.settle()

    def ask(self, key: Qt.Key, command: str) -> AnswerDialog:
        """Press a command's letter once it is on offer and return the question it asks."""
        self.qtbot.waitUntil(self.window.action_set.action(command).isEnabled, timeout=_PATIENCE_MS)
        self.window.activateWindow()  # what a window manager does when a dialog closes
        assert QTest.qWaitForWindowActive(self.window, _PATIENCE_MS)
        self.table.setFocus()
        self.key(key)
        self.qtbot.waitUntil(self._asks, timeout=_PATIENCE_MS)
        return part(self.window, AnswerDialog)

    def answer(self, dialog: AnswerDialog, words: str) -> None:
        """Write an answer, save it and wait until the dialog is gone."""
        QTest.keyClicks(part(dialog, QWidget, "answerWords"), words)
        dialog.accept_button.click()
        self.qtbot.waitUntil(lambda: not self._asks(), timeout=_PATIENCE_MS)
        self.settle()

    def _asks(self) -> bool:
        return self.window.findChild(AnswerDialog) is not None

    def stored(self) -> Complaint:
        """Return the complaint shown, as stored."""
        return self.composition.tracking.detail(DEMO_OPERATOR, self.page.shown_ticket()).complaint


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    folder = tmp_path_factory.mktemp("worklist")
    house = House(folder)
    filled = house.fresh("filled", FixedClock())
    fill_sample_day(filled)
    filled.close()
    shutil.copy(filled.places.database, folder / "first" / filled.places.database.name)
    return house


@pytest.fixture
def worklist(
    house: House, qtbot: QtBot, tasks: TaskRunner, request: pytest.FixtureRequest
) -> Iterator[Worklist]:
    composition = house.fresh(str(abs(hash(request.node.nodeid))), FixedClock())
    yield Worklist(composition, tasks, qtbot)
    assert tasks.wait_idle(10)
    composition.close()


def test_the_shelves_hold_what_their_names_say(worklist: Worklist) -> None:
    waiting = worklist.lines
    assert waiting
    assert {line.complaint.status for line in waiting} <= {Status.NEW, Status.FORWARDED, Status.REOPENED}
    worklist.choose(Shelf.OVERDUE)
    late = worklist.lines
    assert late
    assert all(line.late for line in late)
    worklist.choose(Shelf.ALL)
    assert len(worklist.lines) == 20
    chips = {shelf: part(worklist.window, Chip, f"shelf-{shelf.value}") for shelf in Shelf}
    counts = {shelf: chip.accessibleName() for shelf, chip in chips.items()}
    assert counts[Shelf.ALL].endswith("20")
    assert counts[Shelf.OVERDUE].endswith(str(len(late)))


def test_words_numbers_and_phones_find_a_complaint(worklist: Worklist) -> None:
    worklist.choose(Shelf.ALL)
    ticket = worklist.lines[0].complaint.ticket
    for words, expected in (("paspor daring", "imigrasi"), ("0812-0000-0151", "imigrasi"), (ticket, "")):
        worklist.search(words)
        assert len(worklist.lines) == 1, words
        assert worklist.page.shown_ticket() == worklist.lines[0].complaint.ticket
        if expected:
            assert worklist.lines[0].complaint.institution_code == "KM-IMI"
        worklist.key(Qt.Key.Key_Escape)


def test_arrows_walk_the_list_and_show_each_way(worklist: Worklist) -> None:
    worklist.table.setFocus()
    first = worklist.page.shown_ticket()
    worklist.key(Qt.Key.Key_Down)
    assert worklist.page.shown_ticket() == worklist.lines[1].complaint.ticket != first
    timeline = part(worklist.page, Timeline, "sheetTimeline")
    assert len(timeline.moments()) >= 2
    assert timeline.accessibleDescription()


def test_nothing_found_teaches_the_next_step(worklist: Worklist) -> None:
    worklist.search("qzxwv")
    assert worklist.lines == []
    assert worklist.page.shown_ticket() == ""
    assert not worklist.window.action_set.action("remind").isEnabled()


def test_a_reminder_opens_whatsapp_and_counts_as_sent_only_when_said(worklist: Worklist) -> None:
    worklist.table.setFocus()
    worklist.search("srono")
    worklist.key(Qt.Key.Key_Down)
    worklist.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    ticket = worklist.page.shown_ticket()
    assert len(worklist.opener.urls) == 1
    assert ticket in worklist.opener.urls[0]
    detail = worklist.composition.tracking.detail(DEMO_OPERATOR, ticket)
    assert detail.forwardings[-1].template == "reminder"
    assert detail.forwardings[-1].state is ForwardingState.OPENED
    worklist.key(Qt.Key.Key_F2)
    detail = worklist.composition.tracking.detail(DEMO_OPERATOR, ticket)
    assert detail.forwardings[-1].state is ForwardingState.SENT


def test_a_link_that_does_not_open_is_said_and_not_recorded_as_opened(worklist: Worklist) -> None:
    worklist.opener.works = False
    worklist.table.setFocus()
    worklist.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    detail = worklist.composition.tracking.detail(DEMO_OPERATOR, worklist.page.shown_ticket())
    assert detail.forwardings[-1].state is ForwardingState.PREPARED
    assert worklist.window.notices()


def test_a_note_and_a_settlement_are_written_down_and_closing_can_be_taken_back(worklist: Worklist) -> None:
    worklist.choose(Shelf.ALL)
    worklist.table.setFocus()
    ticket = worklist.page.shown_ticket()
    worklist.answer(worklist.ask(Qt.Key.Key_C, "add-note"), "warga menelepon lagi")
    worklist.answer(worklist.ask(Qt.Key.Key_T, "close-complaint"), "sudah diperbaiki")
    assert worklist.page.shown_ticket() == ticket
    assert worklist.stored().status is Status.RESOLVED
    worklist.window.activateWindow()
    assert QTest.qWaitForWindowActive(worklist.window, _PATIENCE_MS)
    worklist.table.setFocus()
    worklist.key(Qt.Key.Key_B)
    assert worklist.stored().status is Status.REOPENED
    kinds = [entry.kind for entry in worklist.composition.tracking.detail(DEMO_OPERATOR, ticket).timeline]
    assert kinds[-3:] == [EntryKind.NOTE, EntryKind.STATUS, EntryKind.STATUS]


def test_an_answer_moves_the_complaint_to_the_state_chosen_by_digit(worklist: Worklist) -> None:
    worklist.table.setFocus()
    ticket = worklist.page.shown_ticket()
    dialog = worklist.ask(Qt.Key.Key_J, "record-answer")
    dialog.choose_state(Status.IN_PROGRESS)
    worklist.answer(dialog, "petugas sudah di lokasi")
    assert worklist.composition.tracking.detail(DEMO_OPERATOR, ticket).complaint.status is Status.IN_PROGRESS


def test_the_reporters_number_is_masked_until_asked_for_and_again_for_the_next(worklist: Worklist) -> None:
    sheet = part(worklist.page, Label, "sheetReporter")
    worklist.table.setFocus()
    assert "****" in sheet.text()
    worklist.key(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert "****" not in sheet.text()
    worklist.key(Qt.Key.Key_Down)
    assert "****" in sheet.text()


def test_a_ticket_from_elsewhere_is_shown_whatever_shelf_is_chosen(worklist: Worklist) -> None:
    worklist.choose(Shelf.ALL)
    resolved = next(line.complaint for line in worklist.lines if line.complaint.status is Status.RESOLVED)
    worklist.choose(Shelf.OVERDUE)
    worklist.window.show_page("complaints", resolved.ticket)
    worklist.settle()
    assert worklist.page.shown_ticket() == resolved.ticket


def test_every_command_of_the_page_is_answered(worklist: Worklist) -> None:
    mine = {command.id for command in worklist.window.action_set.commands() if command.page == "complaints"}
    assert mine == set(worklist.page.commands())
