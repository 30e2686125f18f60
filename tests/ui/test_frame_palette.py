"""Ctrl+K by keyboard alone: type, move, choose, go back."""

import threading
from collections.abc import Iterator, Sequence
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from console.domain.problems import Problem, ProblemCode
from console.ui.actions import ActionSet
from console.ui.main_window import MainWindow
from console.ui.page import PageSpec
from console.ui.palette import Palette, PaletteItem, PaletteKind
from console.ui.tasks import TaskRunner
from tests.ui.desk import FixedClock, NotePage

NAMES = ("Kebaman", "Kebalenan", "Kebondalem")


class Villages:
    """A provider that notes which thread asked it and what was chosen."""

    def __init__(self) -> None:
        self.threads: list[threading.Thread] = []
        self.asked: list[str] = []
        self.chosen: list[str] = []
        self.gate: threading.Event | None = None

    def __call__(self, text: str) -> Sequence[PaletteItem]:
        self.threads.append(threading.current_thread())
        self.asked.append(text)
        if self.gate is not None:
            assert self.gate.wait(5)
        return [
            PaletteItem(
                kind=PaletteKind.VILLAGE,
                title=name,
                detail="Kec. Srono",
                act=partial(self.chosen.append, name),
            )
            for name in NAMES
            if text.lower() in name.lower()
        ]


def _broken(_text: str) -> Sequence[PaletteItem]:
    raise Problem(ProblemCode.DATABASE_UNREACHABLE, reason="test")


@pytest.fixture
def villages() -> Villages:
    return Villages()


@pytest.fixture
def window(
    qtbot: QtBot, actions: ActionSet, tasks: TaskRunner, clock: FixedClock, villages: Villages
) -> Iterator[MainWindow]:
    shown = MainWindow(
        pages=[
            PageSpec(
                id="intake",
                title="Take",
                icon="inbox",
                shortcut="Alt+1",
                factory=lambda: NotePage("Take", "save"),
            ),
            PageSpec(
                id="guide",
                title="Guide",
                icon="book-open",
                shortcut="Alt+2",
                factory=lambda: NotePage("Guide"),
            ),
        ],
        actions=actions,
        tasks=tasks,
        clock=clock,
        palette_providers={"villages": villages, "broken": _broken},
    )
    qtbot.addWidget(shown)
    shown.show()
    shown.show_page("intake")
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    yield shown
    shown.close()


def _palette(window: MainWindow) -> Palette:
    found = window.findChild(Palette)
    assert found is not None
    return found


def _press(
    window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    target = window.focusWidget()
    assert isinstance(target, QWidget)
    QTest.keyClick(target, key, modifiers)


def _open(window: MainWindow, text: str, tasks: TaskRunner) -> None:
    _press(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    line = window.focusWidget()
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, text)
    assert tasks.wait_idle()


def test_it_opens_over_the_page_with_the_focus_in_its_line(window: MainWindow, tasks: TaskRunner) -> None:
    _open(window, "", tasks)
    assert _palette(window).isVisible()
    assert window.focusWidget().accessibleName() == "Find anything"


def test_a_village_is_found_moved_to_and_chosen_without_the_mouse(
    window: MainWindow, tasks: TaskRunner, villages: Villages
) -> None:
    _open(window, "keb", tasks)
    assert [line.title for line in _palette(window).finds()] == list(NAMES)
    _press(window, Qt.Key.Key_Down)
    _press(window, Qt.Key.Key_Down)
    _press(window, Qt.Key.Key_Up)
    _press(window, Qt.Key.Key_Return)
    assert villages.chosen == ["Kebalenan"]
    assert not _palette(window).isVisible()


def test_providers_are_asked_off_the_ui_thread(
    window: MainWindow, tasks: TaskRunner, villages: Villages
) -> None:
    _open(window, "keb", tasks)
    assert threading.main_thread() not in villages.threads
    assert villages.asked[-1] == "keb"
    assert _palette(window).isVisible()


def test_fast_typing_asks_for_the_last_text_only(
    window: MainWindow, tasks: TaskRunner, villages: Villages
) -> None:
    villages.gate = threading.Event()
    _press(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(window.focusWidget(), "kebondalem")
    villages.gate.set()
    assert tasks.wait_idle()
    assert villages.asked[-1] == "kebondalem"
    assert len(villages.asked) <= 3
    assert [line.title for line in _palette(window).finds()] == ["Kebondalem"]


def test_a_source_that_cannot_answer_leaves_the_others_usable(window: MainWindow, tasks: TaskRunner) -> None:
    _open(window, "kebaman", tasks)
    assert [line.title for line in _palette(window).finds()] == ["Kebaman"]
    assert window.notices() == ()


def test_a_command_is_found_by_its_words_and_given_to_its_page(window: MainWindow, tasks: TaskRunner) -> None:
    _open(window, "only save", tasks)
    assert [line.title for line in _palette(window).finds()] == ["Save only"]
    _press(window, Qt.Key.Key_Return)
    page = window.current_page()
    assert isinstance(page, NotePage)
    assert "save" in page.heard


def test_a_page_is_found_and_shown(window: MainWindow, tasks: TaskRunner) -> None:
    _open(window, "guide", tasks)
    _press(window, Qt.Key.Key_Return)
    page = window.current_page()
    assert page is not None
    assert page.title() == "Guide"


def test_commands_that_cannot_be_given_now_are_not_offered(window: MainWindow, tasks: TaskRunner) -> None:
    window.show_page("guide")
    _open(window, "", tasks)
    titles = {line.title for line in _palette(window).finds()}
    assert "New complaint" in titles
    assert "Save only" not in titles


def test_groups_follow_one_order(window: MainWindow, tasks: TaskRunner) -> None:
    _open(window, "e", tasks)
    groups = [line.group for line in _palette(window).finds()]
    assert list(dict.fromkeys(groups)) == ["Pages", "Villages", "Commands"]


def test_escape_closes_it_and_the_focus_goes_home(window: MainWindow, tasks: TaskRunner) -> None:
    home = window.focusWidget()
    _open(window, "keb", tasks)
    _press(window, Qt.Key.Key_Escape)
    assert not _palette(window).isVisible()
    assert window.focusWidget() is home


def test_nothing_found_says_so(window: MainWindow, tasks: TaskRunner) -> None:
    _open(window, "zzz", tasks)
    assert _palette(window).finds() == ()
    assert "zzz" in _palette(window)._nothing.text()


def test_a_press_beside_the_panel_closes_it(window: MainWindow, tasks: TaskRunner) -> None:
    _open(window, "", tasks)
    palette = _palette(window)
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=palette.rect().bottomLeft())
    assert not palette.isVisible()


def test_tab_stays_in_the_panel(window: MainWindow, tasks: TaskRunner) -> None:
    _open(window, "keb", tasks)
    line = window.focusWidget()
    _press(window, Qt.Key.Key_Tab)
    assert window.focusWidget() is line
