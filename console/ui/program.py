"""The window's program: application, sign-in, pages, and what happens between first paint and last close."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow

from console.desks import SYSTEM
from console.domain.access import Desk, Operator
from console.domain.problems import Problem
from console.i18n import later, set_language
from console.i18n import translate as _
from console.settings import TEXT_SIZES, Settings
from console.shift_words import SHIFTS
from console.ui.app import ConsoleApplication, create_application
from console.ui.backstage import Backstage
from console.ui.first_paint import FirstPaint
from console.ui.garbage import GarbageCollector
from console.ui.link_opener import DesktopLinkOpener
from console.ui.pages.sign_in import SignInPage
from console.ui.single_instance import SingleInstance
from console.ui.status_strip import Connection, Status
from console.ui.tasks import Lane, TaskRunner
from console.ui.theme import USUAL_WINDOW, Theme
from console.ui.tokens import ThemeName, Tone
from console.ui.troubles import TroublePresenter
from console.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from console.services.ports import LinkOpener
    from console.ui.main_window import MainWindow
    from console.ui.page import Page
    from console.ui.pages.settings import SettingsPage

_STATES = {
    Connection.WAITING: later("Opening the database…"),
    Connection.GOOD: later("Ready · everything saved"),
    Connection.BROKEN: later("The database cannot be used"),
}
# The data lane computes in Python too: it may make the window wait half a millisecond, not the usual five.
_TURN_S = 0.0005
# The first key after the first paint is answered before the main window's code is read.
_SETTLE_MS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What a start needs beside the house.

    The desks to choose from, who is seated already (None: ask), what must be done in the data lane before
    anything else, and the folder to lock (None: no lock).
    """

    desks: Sequence[Desk]
    seated: Operator | None = None
    prepare: Callable[[], None] | None = None
    lock_folder: Path | None = None


def run_window(backstage: Backstage, start: Start) -> int:
    """Open the window, return 0 when it is closed; `Problem` ALREADY_RUNNING for a second one."""
    sys.setswitchinterval(_TURN_S)
    settings = backstage.settings
    application = create_application(
        sys.argv[:1], settings.theme, settings.language, float(settings.text_size)
    )
    instance = SingleInstance(start.lock_folder, application) if start.lock_folder else None
    if instance is not None:
        instance.claim()
    program = Program(application, backstage, start, DesktopLinkOpener(application))
    if instance is not None:
        instance.shown.connect(program.come_forward)
        QTimer.singleShot(0, instance.listen)
    program.open()
    try:
        return application.exec()
    finally:
        program.end()
        if instance is not None:
            instance.release()


class SignInWindow(QMainWindow):
    """The window of the sign-in page; `dismissed` says that it was closed without an answer."""

    dismissed = Signal()

    def __init__(self, page: SignInPage) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Melayani Console"))
        self.setCentralWidget(page)
        self.resize(*USUAL_WINDOW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say so before the window is gone: another one may have to come back."""
        self.dismissed.emit()
        super().closeEvent(event)


class Program(QObject):
    """Owns the task lanes and the windows; `window` is the main one once somebody has signed in."""

    def __init__(
        self, application: ConsoleApplication, backstage: Backstage, start: Start, opener: "LinkOpener"
    ) -> None:
        super().__init__(application)
        self._application = application
        self._backstage = backstage
        self._start = start
        self._opener = opener
        self.tasks = TaskRunner(self)
        self._troubles = TroublePresenter(self)
        self._troubles.install()
        self.tasks.troubled.connect(self._troubles.present)
        self._garbage = GarbageCollector(self)
        self.window: MainWindow | None = None
        self.sign_in: SignInWindow | None = None
        self._status = Status()
        self._state = Connection.WAITING
        self._waking = self._steps()
        self._trouble: Problem | None = None
        self._operator = start.seated

    def open(self) -> None:
        """Show the first window and let the house wake up behind it."""
        self.tasks.hold()
        self._wake_on()
        if self._start.seated is None:
            self._ask_who()
        else:
            self._work_as(self._start.seated)
        window = self.window or self.sign_in
        if window is not None:
            FirstPaint(window).painted.connect(self._first_painted)

    def end(self) -> None:
        """Finish what the lanes have in hand and give the process its hooks back."""
        self.tasks.close()
        self._garbage.stop()
        self._troubles.uninstall()

    @Slot()
    def come_forward(self) -> None:
        """Bring the window to the front (a second start asked for it)."""
        window = self.window or self.sign_in
        if window is not None:
            window.show()
            window.raise_()
            window.activateWindow()

    def _ask_who(self) -> None:
        page = SignInPage(self._start.desks, self._backstage.settings.operator(), self._backstage.clock.now())
        page.signed_in.connect(self._signed_in)
        self.sign_in = SignInWindow(page)
        self.sign_in.dismissed.connect(self._sign_in_dismissed)
        if self.window is not None:
            self.sign_in.setGeometry(self.window.geometry())
            self.window.hide()
        self.sign_in.show()
        page.focus_first()

    @Slot()
    def _sign_in_dismissed(self) -> None:
        """Go on as before when somebody is signed in already; else the last window is closed."""
        self.sign_in = None
        if self.window is not None:
            self.window.show()

    @Slot(object)
    def _signed_in(self, operator: Operator) -> None:
        geometry = self.sign_in.geometry() if self.sign_in is not None else None
        self._work_as(operator)
        if geometry is not None and self.window is not None:
            self.window.setGeometry(geometry)
        if self.sign_in is not None:
            self.sign_in.deleteLater()
            self.sign_in = None
        self.tasks.run(
            Lane.DATA, partial(self._backstage.remember_operator, operator), self._remembered, owner=self
        )

    def _work_as(self, operator: Operator) -> None:
        old = self.window
        self._operator = operator
        if old is not None:
            old.may_close()  # what is typed must be on its way to the disk before the new pages read it
        self.window = self._make_window(operator)
        if old is not None:
            self.window.setGeometry(old.geometry())
        self.window.show()
        self.window.show_page("intake")
        if self._trouble is not None:
            self._show_trouble(self._trouble)
        if old is not None:
            old.close()
            old.deleteLater()

    def _make_window(self, operator: Operator) -> "MainWindow":
        window: MainWindow = self._workplace().make_window(
            self._backstage, self.tasks, self._opener, operator, self._settings_page, self._go
        )
        self._troubles.noticed.connect(window.notify)
        window.handle("next-theme", self._next_theme)
        window.handle("larger", self._larger)
        window.handle("smaller", self._smaller)
        window.handle("normal-size", self._normal_size)
        window.handle("change-operator", self._ask_who)
        self._status = replace(
            self._status,
            desk=operator.desk_code,
            shift=_(SHIFTS[operator.shift]),
            agent=operator.name,
            saved=_(_STATES[self._state]),
            connection=self._state,
        )
        window.show_status(self._status)
        return window

    @staticmethod
    def _workplace() -> ModuleType:
        """Return the module of the main window; its imports cost more than the sign-in's first paint."""
        return import_module("console.ui.workplace")

    @Slot()
    def _first_painted(self) -> None:
        """Let the house wake up, and have the main window's code ready when the name is typed."""
        self.tasks.go_on()
        QTimer.singleShot(_SETTLE_MS, self._load_workplace)

    @Slot()
    def _load_workplace(self) -> None:
        self._workplace()

    def _go(self, page: str, value: object) -> None:
        """Show what the palette found."""
        if self.window is not None:
            self.window.show_page(page, value)

    def _steps(self) -> Iterator[Callable[[], object]]:
        """Yield what the first keystrokes will need; the engine first, because judging needs no database."""
        yield self._warm_engine
        if self._start.prepare is not None:
            yield self._start.prepare
        yield self._open_database
        yield self._warm_directory

    def _wake_on(self, before: object = None) -> None:
        """Take the next step in the data lane; what was typed meanwhile is judged in between."""
        del before
        step = next(self._waking, None)
        if step is None:
            self._show_state(Connection.GOOD)
        else:
            self.tasks.run(Lane.DATA, step, self._wake_on, self._not_awake, owner=self)

    def _warm_engine(self) -> None:
        self._backstage.routing.warm()

    def _open_database(self) -> None:
        self._backstage.intake  # noqa: B018 - building it opens and migrates the database

    def _warm_directory(self) -> None:
        self._backstage.directory.warm(SYSTEM)
        self._backstage.forwarding  # noqa: B018 - building it reads the message templates

    def _not_awake(self, problem: Problem) -> None:
        self._trouble = problem
        self._show_state(Connection.BROKEN)
        self._show_trouble(problem)

    def _show_state(self, state: Connection) -> None:
        """Say how the database does; a window in another language says it in its own words."""
        self._state = state
        self._status = replace(self._status, saved=_(_STATES[state]), connection=state)
        if self.window is not None:
            self.window.show_status(self._status)

    def _show_trouble(self, problem: Problem) -> None:
        from console.wording import problem_sentence  # noqa: PLC0415 - all the domain's words

        if self.window is not None:
            self.window.notify(Notice(words=problem_sentence(problem), tone=Tone.DANGER, stays=True))

    def _settings_page(self) -> "Page":
        page: SettingsPage = self._workplace().SettingsPage(self._backstage.settings, self._facts())
        page.wanted.connect(self.use_settings)
        return page

    def _facts(self) -> list[tuple[str, str]]:
        database = _("shared, PostgreSQL") if self._backstage.shared else _("on this PC, SQLite")
        return [(_("Database"), database)]

    @Slot(object)
    def use_settings(self, settings: Settings) -> None:
        """Show and remember changed settings; another language builds the window anew, drafts stay."""
        before = self._backstage.settings
        self._backstage.settings = settings
        self._application.use_theme(Theme(ThemeName(settings.theme), float(settings.text_size)))
        self.tasks.run(
            Lane.DATA, partial(self._backstage.use_settings, settings), self._remembered, owner=self
        )
        if settings.language != before.language or settings.text_size != before.text_size:
            set_language(settings.language)
            if self._operator is not None:
                self._work_as(self._operator)
                if self.window is not None:
                    self.window.show_page("settings")

    def _remembered(self, nothing: object) -> None:
        del nothing

    def _next_theme(self) -> None:
        names = list(ThemeName)
        now = self._backstage.settings
        self.use_settings(
            replace(now, theme=names[(names.index(ThemeName(now.theme)) + 1) % len(names)].value)
        )

    def _larger(self) -> None:
        self._step_size(1)

    def _smaller(self) -> None:
        self._step_size(-1)

    def _normal_size(self) -> None:
        self.use_settings(replace(self._backstage.settings, text_size="1.0"))

    def _step_size(self, step: int) -> None:
        now = self._backstage.settings
        at = min(max(TEXT_SIZES.index(now.text_size) + step, 0), len(TEXT_SIZES) - 1)
        self.use_settings(replace(now, text_size=TEXT_SIZES[at]))
