"""The hands and eyes of the tour: real keys go in, what the screen and the database hold comes out."""

import time
from collections.abc import Callable
from functools import partial
from typing import TypeVar
from urllib.parse import parse_qs, urlsplit

from PySide6.QtCore import QCoreApplication, QEventLoop, QKeyCombination
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from console.domain.access import Operator
from console.domain.complaint import ComplaintDetail
from console.domain.problems import Problem
from console.ui.backstage import Backstage
from console.ui.main_window import MainWindow
from console.ui.program import Program
from console.ui.tasks import Lane
from console.ui.theme import USUAL_WINDOW

T = TypeVar("T")
W = TypeVar("W", bound=QWidget)
PATIENCE_S = 8.0
# The house wakes up behind the painted window: base, engine, database and the sample day.
WAKING_S = 60.0
_NAP_MS = 20
# A picture in fewer colours than this shows nothing but a ground.
_COLOURS = 12
_SAMPLE = (128, 72)


class StepFailed(Exception):  # noqa: N818 - it reads as a fact, "the step failed", and is caught by that name
    """What was not on the screen, or not in the database, as it should be."""


class RecordingOpener:
    """Stands where the desktop would open links; `urls` holds them all, oldest first."""

    def __init__(self) -> None:
        self.urls: list[str] = []

    def open(self, url: str) -> bool:
        """Note the link and say that it was taken."""
        self.urls.append(url)
        return True


class TourDesk:
    """One agent at one window. Does its work with keys only; everything else here looks and compares."""

    def __init__(
        self, program: Program, backstage: Backstage, operator: Operator, opener: RecordingOpener
    ) -> None:
        self._program = program
        self.backstage = backstage
        self.operator = operator
        self.opener = opener
        self.keys = 0
        self.tickets: list[str] = []
        self.picture: QImage | None = None

    @property
    def window(self) -> MainWindow:
        """The window at work."""
        if self._program.window is None:
            raise StepFailed("there is no window")
        return self._program.window

    # --- hands ---

    def come_forward(self) -> None:
        """Ask for the keyboard as a click on the window would; without a window manager nobody else does."""
        self.until(lambda: self.window.windowHandle().isExposed(), "the window is not painted")
        self.window.activateWindow()
        self.until(self.window.isActiveWindow, "the window does not become active")

    def press(self, *keys: str) -> None:
        """Press these keys one after the other, each in Qt's portable form (``Ctrl+Return``)."""
        for key in keys:
            press_key(_focused_window(), key)
            self.keys += 1

    def write(self, text: str) -> None:
        """Type a text of ASCII characters, key by key."""
        for character in text:
            type_character(_focused_window(), character)
            self.keys += 1

    def quit(self) -> None:
        """End the program's event loop."""
        QCoreApplication.exit(0)

    # --- eyes ---

    def see(self, kind: type[W], name: str = "") -> W | None:
        """Return the widget of this object name (any of the kind without one) if it can be seen now."""
        known = self.window.findChildren(kind, name) if name else self.window.findChildren(kind)
        return next((one for one in known if one.isVisible() and not one.visibleRegion().isEmpty()), None)

    def find(self, kind: type[W], name: str = "") -> W:
        """Wait until the widget can be seen and return it."""
        called = name or kind.__name__
        self.until(lambda: self.see(kind, name) is not None, f"{called} is not on the screen")
        found = self.see(kind, name)
        if found is None:
            raise StepFailed(f"{called} left the screen")
        return found

    def gone(self, name: str) -> None:
        """Wait until the widget can no longer be seen."""
        self.until(lambda: self.see(QWidget, name) is None, f"{name} is still on the screen")

    def focus(self, name: str) -> None:
        """Wait until the widget of this object name has the focus."""
        self.until(lambda: _focus_name() == name, f"the focus is not on {name}", tell=_focus_name)

    def until(
        self, holds: Callable[[], bool], reason: str, *, tell: Callable[[], object] | None = None
    ) -> None:
        """Let the window work until the condition holds; `StepFailed` with the reason after 8 s."""
        end = time.monotonic() + PATIENCE_S
        while not holds():
            if time.monotonic() > end:
                raise StepFailed(f"{reason} (now: {tell()})" if tell else reason)
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, _NAP_MS)

    def settle(self, seconds: float = PATIENCE_S) -> None:
        """Let everything asked for so far arrive on the screen."""
        QCoreApplication.processEvents()
        if not self._program.tasks.wait_idle(seconds):
            raise StepFailed("the data lane does not come to rest")
        QCoreApplication.processEvents()

    def snap(self) -> None:
        """Take the step's picture now instead of at its end."""
        self.settle()
        self.picture = self.look()

    def look(self) -> QImage:
        """Return the window as it stands, 1366 × 768."""
        return _picture_of(self.window)

    # --- the record ---

    def ask(self, work: Callable[[], T]) -> T:
        """Return what a use case answers, asked in the data lane as the window does."""
        answers: list[T | Problem] = []
        self._program.tasks.run(Lane.DATA, work, answers.append, answers.append, owner=self._program)
        self.until(lambda: bool(answers), "the database does not answer")
        answer = answers[0]
        if isinstance(answer, Problem):
            raise StepFailed(f"the database answers {answer.code.value}")
        return answer

    def stored(self, ticket: str) -> ComplaintDetail:
        """Return the complaint as the database holds it."""
        return self.ask(partial(self.backstage.tracking.detail, self.operator, ticket))


def press_key(window: QWindow, key: str) -> None:
    """Press a key given in Qt's portable form (``Ctrl+Return``) in this window."""
    keys: QKeyCombination = QKeySequence(key)[0]  # type: ignore[index]  # the stubs miss it
    QTest.keyClick(window, keys.key(), keys.keyboardModifiers())


def type_character(window: QWindow, character: str) -> None:
    """Type an ASCII character in this window."""
    QTest.keyClick(window, ord(character))


def check(holds: object, reason: str) -> None:
    """Fail the step for this reason unless the fact holds."""
    if not holds:
        raise StepFailed(reason)


def message_in(url: str) -> str:
    """Return the text that a WhatsApp link carries."""
    return "".join(parse_qs(urlsplit(url).query).get("text", ()))


def is_blank(picture: QImage) -> bool:
    """Say that a picture shows one ground and nothing on it."""
    small = picture.scaled(*_SAMPLE)
    seen = {small.pixel(x, y) for x in range(small.width()) for y in range(small.height())}
    return len(seen) < _COLOURS


def _picture_of(window: QWidget) -> QImage:
    picture = window.grab().toImage()
    picture.setDevicePixelRatio(1.0)
    return picture if (picture.width(), picture.height()) == USUAL_WINDOW else picture.scaled(*USUAL_WINDOW)


def _focused_window() -> QWindow:
    window = QGuiApplication.focusWindow()
    if window is None:
        raise StepFailed("no window of the program has the keyboard")
    return window


def _focus_name() -> str:
    widget = QApplication.focusWidget()
    return widget.objectName() or type(widget).__name__ if widget is not None else ""
