"""The intake page in its real window over the real services on SQLite, driven by real key events."""

import shutil
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QCoreApplication, QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from console.bootstrap import Composition
from console.domain.access import Operator
from console.domain.complaint import Complaint, ComplaintFilter, Draft
from console.settings import Places
from console.ui.actions import ActionSet
from console.ui.backstage import Backstage
from console.ui.main_window import MainWindow
from console.ui.page import Page, PageSpec
from console.ui.pages.intake import IntakePage
from console.ui.tasks import TaskRunner
from console.ui.widgets.label import Label
from tests.builders import make_operator
from tests.fakes import FixedClock, RecordingOpener

Key = Qt.Key
Ctrl = Qt.KeyboardModifier.ControlModifier
Shift = Qt.KeyboardModifier.ShiftModifier
Alt = Qt.KeyboardModifier.AltModifier
PLAIN = Qt.KeyboardModifier.NoModifier
AGENT = make_operator()
ROAD = "jalan depan pasar srono bolong2 parah, sudah ada yang jatuh kemarin malam"
LAMP = "lampu jalan mati di gang balai desa, gelap sekali"
_MODIFIERS = (Ctrl, Shift, Alt)
_READY_AT_ONCE = frozenset({"settings", "shared"})


class LaneGuard:
    """Hands out the parts of the house, but not on the UI thread: the window must never wait for one."""

    def __init__(self, house: Composition) -> None:
        self._house = house

    def __getattr__(self, name: str) -> Any:
        on_lane = threading.current_thread() is not threading.main_thread()
        assert on_lane or name in _READY_AT_ONCE, f"{name} was touched on the UI thread"
        return getattr(self._house, name)


def backstage_of(house: object) -> Backstage:
    """Return the house as pages see it."""
    return cast("Backstage", house)


class House:
    """Makes compositions that share what is expensive and start from one prepared database."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._first = Composition(Places(folder / "first"), clock=FixedClock())
        self._first.routing.assess(ROAD)
        assert self._first.ready_storage.state().state == "current"
        self._first.directory.warm(AGENT)
        self._first.storage.close()

    def fresh(self, name: str, clock: FixedClock) -> Composition:
        """Return a composition of its own; parts that only read are shared."""
        places = Places(self._folder / name)
        places.make()
        shutil.copy(self._first.places.database, places.database)
        made = Composition(places, clock=clock)
        made.__dict__.update(
            base=self._first.base,
            region=self._first.region,
            lexicon=self._first.lexicon,
            routing=self._first.routing,
        )
        made.directory._loaded = (
            self._first.directory._loaded
        )  # the same contacts; indexing them takes a second
        return made


@dataclass
class Desk:
    """What a test does and sees. `strokes` counts keys as the keystroke-level model does."""

    house: Composition
    clock: FixedClock
    opener: RecordingOpener
    tasks: TaskRunner
    window: MainWindow
    page: IntakePage
    strokes: int = 0
    heard: list[object] = field(default_factory=list)

    def settle(self) -> None:
        """Let everything that was asked be answered."""
        for _ in range(3):
            QCoreApplication.processEvents()
            assert self.tasks.wait_idle()
        QCoreApplication.processEvents()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        """Press one key where the focus is."""
        self.strokes += 1 + sum(1 for one in _MODIFIERS if one in modifier)
        QTest.keyClick(self._focused(), key, modifier)
        self.settle()

    def type(self, text: str) -> None:
        """Type where the focus is."""
        self.strokes += len(text)
        QTest.keyClicks(self._focused(), text)
        self.settle()

    def paste(self, text: str) -> None:
        """Paste from the clipboard where the focus is."""
        QGuiApplication.clipboard().setText(text)
        self.press(Key.Key_V, Ctrl)

    def part(self, name: str) -> QWidget:
        """Return a widget of the page by its object name."""
        return part(self.page, name)

    def click(self, name: str) -> None:
        """Press a button with the mouse."""
        button = self.part(name)
        assert isinstance(button, QAbstractButton)
        button.click()
        self.settle()

    def words(self, name: str) -> str:
        """Return what a label says."""
        return label(self.page, name).text()

    def words_in_header(self) -> str:
        """Return what the header says of the draft."""
        (state,) = self.page.header_widgets()
        assert isinstance(state, Label)
        return state.text()

    def shows(self, name: str) -> bool:
        """Say whether a part is on screen."""
        found = self.page.findChild(QWidget, name)
        return found is not None and found.isVisible()

    def focus_in(self, name: str) -> bool:
        """Say whether a part has the focus, or something inside it."""
        part, focused = self.part(name), QApplication.focusWidget()
        return focused is not None and (focused is part or part.isAncestorOf(focused))

    def text(self) -> str:
        """Return the complaint as it stands in the form."""
        return self.page.form.values().text

    def notices(self) -> str:
        """Return all notices shown, as one text."""
        return "\n".join(notice.words for notice in self.window.notices())

    def clipboard(self) -> str:
        """Return what is on the clipboard."""
        return QGuiApplication.clipboard().text()

    def complaints(self) -> list[Complaint]:
        """Return the stored complaints, newest first."""
        page = self.house.tracking.page(AGENT, ComplaintFilter())
        return [line.complaint for line in page.rows]

    def drafts(self) -> list[Draft]:
        """Return the stored drafts of the desk."""
        return list(self.house.intake.drafts(AGENT))

    def _focused(self) -> QWidget:
        focused = QApplication.focusWidget()
        return focused if focused is not None else self.window


def open_desk(
    house: Composition,
    clock: FixedClock,
    tasks: TaskRunner,
    *,
    add: Callable[[QWidget], object],
    operator: Operator = AGENT,
    backstage: object = None,
) -> Desk:
    """Open the window with the intake page in front; the rest of the rail is empty pages."""
    opener = RecordingOpener()
    actions = ActionSet(parent=tasks)
    stage = backstage_of(backstage or LaneGuard(house))

    def make() -> Page:
        return IntakePage(stage, tasks, opener, operator, actions=actions)

    window = MainWindow(
        pages=[
            PageSpec(id="intake", title="Intake", icon="message-square-text", factory=make),
            PageSpec(id="complaints", title="Complaints", icon="clipboard-list", factory=Page),
        ],
        actions=actions,
        tasks=tasks,
        clock=clock,
    )
    add(window)
    window.show_page("intake")
    window.show()
    window.activateWindow()
    page = window.page("intake")
    assert isinstance(page, IntakePage)
    desk = Desk(house=house, clock=clock, opener=opener, tasks=tasks, window=window, page=page)
    window.changed_data.connect(desk.heard.append)
    desk.settle()
    return desk


def part(owner: QWidget, name: str) -> QWidget:
    """Return a widget inside another by its object name."""
    found = owner.findChild(QWidget, name)
    assert found is not None, name
    return found


def label(owner: QWidget, name: str) -> Label:
    """Return a label inside another widget."""
    found = part(owner, name)
    assert isinstance(found, Label)
    return found


def bring_up(qtbot: QtBot, window: QWidget) -> None:
    """Show a window and wait until the keyboard is its own."""
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def focused() -> QWidget:
    """Return what has the focus."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def mime(text: str) -> QMimeData:
    """Return text as a paste brings it."""
    data = QMimeData()
    data.setText(text)
    return data
