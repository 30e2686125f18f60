"""The window: pages made late, commands sent home, notices that pass, the strip at the foot."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from console.domain.events import Changed, Topic
from console.ui.actions import ActionSet
from console.ui.header import FindBox, PageHeader
from console.ui.main_window import MainWindow
from console.ui.navigation import RailButton
from console.ui.page import PageSpec
from console.ui.shortcut_sheet import ShortcutSheet
from console.ui.status_strip import Connection, Status, StatusStrip
from console.ui.tasks import Lane, TaskRunner
from console.ui.widgets.key_cap import KeyCap
from console.ui.widgets.label import Label
from console.ui.widgets.notice import Notice, NoticeBar
from console.ui.widgets.progress import ProgressLine
from tests.ui.desk import FixedClock, NotePage, SearchPage

CHANGE = Changed(frozenset({Topic.COMPLAINTS}))


@pytest.fixture
def made() -> list[str]:
    """Names of the pages made so far."""
    return []


@pytest.fixture
def window(
    qtbot: QtBot, actions: ActionSet, tasks: TaskRunner, clock: FixedClock, made: list[str]
) -> Iterator[MainWindow]:
    def intake() -> NotePage:
        made.append("intake")
        return NotePage("Take a complaint", "save")

    def complaints() -> NotePage:
        made.append("complaints")
        return SearchPage("Complaints")

    pages = [
        PageSpec(id="intake", title="Take", icon="message-square-text", shortcut="Alt+1", factory=intake),
        PageSpec(id="complaints", title="Complaints", icon="inbox", shortcut="Alt+2", factory=complaints),
    ]
    shown = MainWindow(pages=pages, actions=actions, tasks=tasks, clock=clock)
    qtbot.addWidget(shown)
    shown.show()
    shown.show_page("intake")
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    yield shown
    # The actions belong to the window now and go with it.
    shown.close()


def _page(window: MainWindow) -> NotePage:
    page = window.current_page()
    assert isinstance(page, NotePage)
    return page


def test_a_page_is_made_when_it_is_first_shown_and_only_once(window: MainWindow, made: list[str]) -> None:
    assert made == ["intake"]
    for page in ("complaints", "intake", "complaints"):
        window.show_page(page)
    assert made == ["intake", "complaints"]


def test_showing_a_page_refreshes_it_and_puts_the_focus_where_work_begins(window: MainWindow) -> None:
    page = _page(window)
    assert page.heard == ["activated"]
    assert page.line.hasFocus()


def test_a_page_gets_what_was_sent_to_it_after_it_was_refreshed(window: MainWindow) -> None:
    window.show_page("complaints", "BM-MPP1-261122-0007")
    assert _page(window).heard == ["activated", "BM-MPP1-261122-0007"]


def test_alt_and_a_digit_change_the_page_and_the_rail_shows_it(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert _page(window).heading == "Complaints"
    checked = [button.page_id for button in window.findChildren(RailButton) if button.isChecked()]
    assert checked == ["complaints"]


def test_the_header_shows_the_page_s_title_and_widgets_and_its_own_search(window: MainWindow) -> None:
    header = window.findChild(PageHeader)
    assert header is not None
    intake = _page(window)
    assert header.title() == "Take a complaint"
    assert intake.pill.isVisible()
    window.show_page("complaints")
    assert header.title() == "Complaints"
    assert not intake.pill.isVisible()
    box = window.findChild(FindBox)
    assert box is not None
    assert not box.isVisible()


def test_a_page_that_changes_its_title_changes_the_header(window: MainWindow) -> None:
    header = window.findChild(PageHeader)
    assert header is not None
    page = _page(window)
    page.heading = "Take a complaint (2)"
    page.title_changed.emit()
    assert header.title() == "Take a complaint (2)"


def test_a_command_reaches_the_page_shown(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "save" in _page(window).heard


def test_a_command_that_works_anywhere_shows_its_page_first(window: MainWindow) -> None:
    window.show_page("complaints")
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert _page(window).heading == "Take a complaint"


def test_a_command_of_the_window_reaches_its_handler(window: MainWindow) -> None:
    given: list[str] = []
    window.handle("next-theme", lambda: given.append("next-theme"))
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Qt.Key.Key_D, modifiers)
    assert given == ["next-theme"]


def test_search_focuses_the_page_s_own_field(window: MainWindow) -> None:
    window.show_page("complaints")
    page = _page(window)
    assert isinstance(page, SearchPage)
    page.line.setFocus()
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.search.hasFocus()


def test_a_change_is_told_to_every_page_made_and_then_to_the_rest(window: MainWindow, qtbot: QtBot) -> None:
    intake = _page(window)
    window.show_page("complaints")
    with qtbot.waitSignal(window.changed_data):
        _page(window).changed_data.emit(CHANGE)
    assert intake.heard[-1] is CHANGE
    assert _page(window).heard[-1] is CHANGE


def test_the_window_fits_the_office_screen(window: MainWindow) -> None:
    needed = window.minimumSizeHint().expandedTo(window.minimumSize())
    assert needed.boundedTo(QSize(1366, 768)) == needed


def test_a_notice_is_shown_and_goes_when_closed(window: MainWindow, qtbot: QtBot) -> None:
    window.notify(Notice(words="Saved."))
    bar = window.findChild(NoticeBar)
    assert bar is not None
    assert bar.isVisible()
    assert bar.height() >= 34
    with qtbot.waitSignal(bar.passed):
        bar.passed.emit()
    assert window.notices() == ()


def test_a_notice_passes_by_itself(window: MainWindow, qtbot: QtBot) -> None:
    window.notify(Notice(words="Saved."))
    bar = window.findChild(NoticeBar)
    assert bar is not None
    bar._timer.setInterval(1)
    qtbot.waitUntil(lambda: window.notices() == ())


def test_a_notice_that_stays_has_no_clock(window: MainWindow) -> None:
    window.notify(Notice(words="No connection.", stays=True))
    bar = window.findChild(NoticeBar)
    assert bar is not None
    assert not bar._timer.isActive()


def test_one_key_takes_back_what_the_newest_notice_offers(window: MainWindow) -> None:
    undone: list[str] = []
    window.notify(Notice(words="Older", action_words="Undo", act=lambda: undone.append("older")))
    window.notify(Notice(words="Prank call counted", action_words="Undo", act=lambda: undone.append("prank")))
    window.notify(Notice(words="Saved."))
    QTest.keyClick(window, Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    assert undone == ["prank"]
    assert [notice.words for notice in window.notices()] == ["Older", "Saved."]


def test_notices_do_not_pile_up(window: MainWindow) -> None:
    for words in ("one", "two", "two", "three"):
        window.notify(Notice(words=words))
    assert [notice.words for notice in window.notices()] == ["three"]
    for words in ("undo one", "undo two", "undo two", "undo three"):
        window.notify(Notice(words=words, action_words="Undo", act=window._notices.hide))
    assert [notice.words for notice in window.notices()] == ["undo one", "undo two", "undo three"]


def test_f1_lists_every_key_with_its_words(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1)
    sheet = window.findChild(ShortcutSheet)
    assert sheet is not None
    assert sheet.isVisible()
    names = {cap.accessibleName() for cap in sheet.findChildren(KeyCap)}
    assert {"Save only: Ctrl S", "Find anything: Ctrl K", "Take: Alt 1"} <= names
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert _page(window).line.hasFocus()


def test_slow_work_is_named_and_can_be_given_up_in_the_strip(window: MainWindow, tasks: TaskRunner) -> None:
    strip = window.findChild(StatusStrip)
    assert strip is not None
    tasks.run(Lane.DATA, lambda: None, lambda _: None, owner=window, words="Preparing the report…")
    tasks.working.emit(True)
    line = window.findChild(ProgressLine)
    assert line is not None
    assert "Preparing the report…" in _words(strip)
    tasks.working.emit(False)
    assert "Preparing the report…" not in _words(strip)


def _words(owner: QWidget) -> str:
    return " ".join(label.text() for label in owner.findChildren(Label) if label.isVisible())


def test_the_strip_says_who_sits_where_and_keeps_the_time(
    window: MainWindow, clock: FixedClock, qtbot: QtBot
) -> None:
    strip = window.findChild(StatusStrip)
    assert strip is not None
    window.show_status(Status(saved="All saved", desk="Desk 3", shift="Morning shift", agent="Dewi Contoh"))
    assert "All saved Desk 3 Morning shift Dewi Contoh" in _words(strip)
    qtbot.waitUntil(lambda: "22 November 2026 09.41 WIB" in _words(strip))
    clock.moment += timedelta(minutes=1)
    strip.tick()
    assert "09.42 WIB" in _words(strip)


def test_a_narrow_strip_drops_words_but_never_the_time_or_what_is_saved(
    window: MainWindow, qtbot: QtBot
) -> None:
    strip = window.findChild(StatusStrip)
    assert strip is not None
    window.show_status(Status(saved="All saved", desk="Desk 3", agent="Dewi Contoh", backup="Backup 06.55"))
    qtbot.waitUntil(lambda: "09.41 WIB" in _words(strip))
    strip.resize(420, strip.height())
    assert "Backup" not in _words(strip)
    assert "All saved" in _words(strip)
    assert "09.41 WIB" in _words(strip)
    strip.resize(1300, strip.height())
    assert "Backup 06.55" in _words(strip)


def test_a_broken_connection_is_more_than_a_colour(window: MainWindow) -> None:
    strip = window.findChild(StatusStrip)
    assert strip is not None
    window.show_status(Status(saved="All saved"))
    before = strip._mark.grab().toImage()
    window.show_status(Status(connection=Connection.BROKEN, saved="3 not yet shared"))
    assert "3 not yet shared" in _words(strip)
    assert strip._mark.grab().toImage() != before


def test_everything_that_takes_the_focus_has_a_spoken_name(window: MainWindow) -> None:
    window.show_page("complaints")
    nameless = [
        type(widget).__name__
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert nameless == []


def test_a_page_may_keep_the_window_open(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(_page(window), "may_leave", lambda: False)
        assert not window.close()
    with qtbot.waitSignal(window.closing):
        assert window.close()
