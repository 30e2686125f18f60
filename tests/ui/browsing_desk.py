"""The directory and the guide in their real window over the real services on SQLite, driven by real keys."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from console.bootstrap import Composition
from console.ui.actions import ActionSet
from console.ui.main_window import MainWindow
from console.ui.page import Page, PageSpec
from console.ui.pages.directory import DirectoryPage
from console.ui.pages.guide import GuidePage
from console.ui.pages.palette_sources import sources
from console.ui.tasks import TaskRunner
from console.ui.widgets.notice import Notice
from tests.fakes import FixedClock, RecordingOpener
from tests.ui.desk import NotePage
from tests.ui.intake_desk import AGENT, House, LaneGuard, backstage_of, bring_up, focused

Key = Qt.Key
Ctrl = Qt.KeyboardModifier.ControlModifier
Shift = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier
_PAUSE_MS = 120  # card and sheet follow once the selection has rested so long


@dataclass
class BrowsingDesk:
    """What a test does and sees."""

    house: Composition
    opener: RecordingOpener
    tasks: TaskRunner
    window: MainWindow
    noticed: list[Notice] = field(default_factory=list)

    @property
    def directory(self) -> DirectoryPage:
        """The directory page."""
        page = self.window.page("directory")
        assert isinstance(page, DirectoryPage)
        return page

    @property
    def intake(self) -> NotePage:
        """The page that notes what the intake is given."""
        page = self.window.page("intake")
        assert isinstance(page, NotePage)
        return page

    @property
    def guide(self) -> GuidePage:
        """The guide page."""
        page = self.window.page("guide")
        assert isinstance(page, GuidePage)
        return page

    def open(self, name: str) -> None:
        """Show a page as the rail does."""
        self.window.show_page(name)
        self.settle()

    def settle(self) -> None:
        """Let everything that was asked be answered, and card and sheet follow the selection."""
        for _ in range(3):
            QCoreApplication.processEvents()
            assert self.tasks.wait_idle()
            self._rest()

    def _rest(self) -> None:
        pauses = [timer for timer in self.page().findChildren(QTimer) if timer.interval() == _PAUSE_MS]
        assert pauses
        while any(timer.isActive() for timer in pauses):
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, _PAUSE_MS)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        """Press one key where the focus is."""
        QTest.keyClick(focused(), key, modifier)
        self.settle()

    def type(self, text: str) -> None:
        """Type where the focus is."""
        QTest.keyClicks(focused(), text)
        self.settle()

    def said(self) -> list[str]:
        """Return the notices shown so far."""
        return [notice.words for notice in self.noticed]

    def page(self) -> Page:
        """Return the page shown."""
        page = self.window.current_page()
        assert page is not None
        return page

    def words(self, owner: QWidget | None = None) -> list[str]:
        """Return every text that labels of the page show now."""
        labels = (owner or self.page()).findChildren(QLabel)
        return [label.text() for label in labels if label.isVisible() and label.text()]


def clipboard() -> str:
    """Return the clipboard's text."""
    return QGuiApplication.clipboard().text()


def focusable(page: QWidget) -> list[QWidget]:
    """Return what takes the focus on a page now."""
    return [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]


def spoken(widget: QObject) -> str:
    """Return the name a screen reader says."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    """Return what makes compositions; the expensive parts are built once."""
    return House(tmp_path_factory.mktemp("browsing"))


@pytest.fixture
def composition(house: House, request: pytest.FixtureRequest) -> Iterator[Composition]:
    """Return the real services over a database of this test alone."""
    made = house.fresh(str(abs(hash(request.node.nodeid))), FixedClock())
    yield made
    made.close()


@pytest.fixture
def desk(qtbot: QtBot, composition: Composition, tasks: TaskRunner) -> BrowsingDesk:
    """Return the window with directory and guide, and a page that notes what the intake is given."""
    opener, actions = RecordingOpener(), ActionSet()
    backstage = backstage_of(LaneGuard(composition))
    windows: list[MainWindow] = []

    def show(page: str, value: object) -> None:
        windows[0].show_page(page, value)

    parts = (backstage, tasks, opener, AGENT, actions)
    window = MainWindow(
        pages=(
            PageSpec(id="intake", title="Intake", icon="inbox", factory=partial(NotePage, "Intake")),
            PageSpec(
                id="directory", title="Directory", icon="contact", factory=partial(DirectoryPage, *parts)
            ),
            PageSpec(id="guide", title="Guide", icon="book-open", factory=partial(GuidePage, *parts)),
        ),
        actions=actions,
        tasks=tasks,
        clock=FixedClock(),
        palette_providers=sources(backstage, AGENT, show),
    )
    windows.append(window)
    qtbot.addWidget(window)
    bring_up(qtbot, window)
    made = BrowsingDesk(composition, opener, tasks, window)
    for page in (made.directory, made.guide):
        page.noticed.connect(made.noticed.append)
    return made
