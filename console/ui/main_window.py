"""The one window: rail, header, pages, status strip, notices, palette. It knows no service.

Palette and key sheet are imported when first opened: the first paint does not wait for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from console.i18n import translate as _
from console.ui.commands import Command
from console.ui.header import PageHeader
from console.ui.navigation import NavigationRail
from console.ui.notices import NoticeStack
from console.ui.status_strip import Status, StatusStrip
from console.ui.theme import SMALLEST_WINDOW, USUAL_WINDOW, current_theme
from console.ui.widgets.card import column, row
from console.ui.widgets.progress import ProgressLine

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from console.domain.events import Changed
    from console.services.ports import Clock
    from console.ui.actions import ActionSet
    from console.ui.page import Page, PageSpec
    from console.ui.palette import Palette, PaletteProvider
    from console.ui.shortcut_sheet import ShortcutSheet
    from console.ui.tasks import TaskRunner
    from console.ui.widgets.notice import Notice

_FOOT = 4


class MainWindow(QMainWindow):
    """Shows one page at a time, made when first shown.

    `changed_data` passes on what any page's commit changed, after every page made so far has heard it;
    `page_shown` carries the page's id; `closing` comes once, when the window closes.
    """

    changed_data = Signal(object)
    page_shown = Signal(str)
    closing = Signal()

    def __init__(
        self,
        *,
        pages: Sequence[PageSpec],
        actions: ActionSet,
        tasks: TaskRunner,
        clock: Clock,
        palette_providers: Mapping[str, PaletteProvider] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Melayani Console"))
        self.action_set = actions
        self._tasks = tasks
        self._specs = {spec.id: spec for spec in pages}
        self._pages: dict[str, Page] = {}
        self._current = ""
        self._handlers: dict[str, Callable[[], object]] = {}
        self._rail = NavigationRail(pages, self)
        self._header = PageHeader("Ctrl+K", self)
        self._progress = ProgressLine(_("Working"), self, patience_ms=0)
        self._stack = QStackedWidget(self)
        self._strip = StatusStrip(clock, self)
        self._arrange()
        self._notices = NoticeStack(self, current_theme().px(_FOOT))
        self._providers = dict(palette_providers or {})
        self._palette: Palette | None = None
        self._sheet: ShortcutSheet | None = None
        self._wire()
        self.setMinimumSize(*SMALLEST_WINDOW)
        self.resize(*USUAL_WINDOW)

    def _arrange(self) -> None:
        theme = current_theme()
        body = row(spacing=0)
        body.setContentsMargins(theme.px(16), 0, theme.px(16), theme.px(12))
        body.addWidget(self._stack)
        right = column(spacing=0)
        right.addWidget(self._header)
        right.addWidget(self._progress)
        right.addLayout(body, 1)
        right.addWidget(self._strip)
        middle = QWidget(self)
        whole = row(middle, spacing=0)
        whole.addWidget(self._rail)
        whole.addLayout(right, 1)
        self.setCentralWidget(middle)

    def _wire(self) -> None:
        self.action_set.attach(self)
        self.action_set.know_pages(self._specs)
        self.action_set.triggered.connect(self.run_command)
        self._rail.page_wanted.connect(self.show_page)
        self._header.find_wanted.connect(self.open_palette)
        self._tasks.working.connect(self._show_work)
        self._strip.cancel_wanted.connect(self._tasks.cancel_slow)
        own = {
            "palette": self.open_palette,
            "find": self._find,
            "shortcuts": self._show_shortcuts,
            "refresh": self._refresh,
            "full-screen": self._toggle_full_screen,
            "answer-notice": self._notices.answer_newest,
            "quit": self.close,
        }
        for name, handler in own.items():
            self.handle(name, handler)
        for spec in self._specs.values():
            if spec.shortcut:
                shortcut = QShortcut(QKeySequence(spec.shortcut), self)
                shortcut.setObjectName(spec.id)
                shortcut.activated.connect(self._page_key)

    def handle(self, command: str, handler: Callable[[], object]) -> None:
        """Answer a command of the window (not of a page) with `handler`."""
        self._handlers[command] = handler

    def answered_commands(self) -> frozenset[str]:
        """Return the commands of the window that somebody answers."""
        return frozenset(self._handlers)

    def current_page(self) -> Page | None:
        """Return the page shown."""
        return self._pages.get(self._current)

    def page(self, name: str) -> Page:
        """Return the page, making it if need be."""
        if name not in self._pages:
            self._pages[name] = self._make(self._specs[name])
        return self._pages[name]

    def show_page(self, name: str, value: object = None) -> None:
        """Bring a page to the front and let it refresh; `value` is handed to its `receive`."""
        page = self.page(name)
        fresh = name != self._current
        self._current = name
        self._stack.setCurrentWidget(page)
        self._rail.show_page(name)
        self._header.show_page(page, self._specs[name].title)
        self.action_set.enter_page(name)
        if fresh:
            page.activated()
            page.focus_first()
        if value is not None:
            page.receive(value)
        self.page_shown.emit(name)

    @Slot(object)
    def notify(self, notice: Notice) -> None:
        """Show a notice."""
        self._notices.post(notice)

    def notices(self) -> tuple[Notice, ...]:
        """Return the notices shown."""
        return self._notices.notices()

    def show_status(self, status: Status) -> None:
        """Show this in the strip at the foot."""
        self._strip.show_status(status)

    @Slot(object)
    def spread(self, change: Changed) -> None:
        """Tell every page made so far what changed, then the rest of the program."""
        for page in self._pages.values():
            page.changed(change)
        self.changed_data.emit(change)

    @Slot(object)
    def run_command(self, command: Command) -> None:
        """Give a command to the page it belongs to, or to the window's handler."""
        if command.page is None:
            handler = self._handlers.get(command.id)
        else:
            if command.page != self._current:
                self.show_page(command.page)
            handler = self._pages[command.page].commands().get(command.id)
        if handler is not None:
            handler()

    def _make(self, spec: PageSpec) -> Page:
        page = spec.factory()
        page.setParent(self._stack)
        page.setAccessibleName(page.accessibleName() or spec.title)
        self._stack.addWidget(page)
        page.noticed.connect(self.notify)
        page.changed_data.connect(self.spread)
        page.wants_page.connect(self.show_page)
        page.available.connect(self.action_set.set_available)
        page.title_changed.connect(self._show_header)
        return page

    @Slot()
    def _show_header(self) -> None:
        if page := self.current_page():
            self._header.show_page(page, self._specs[self._current].title)

    @Slot()
    def _page_key(self) -> None:
        self.show_page(self.sender().objectName())

    @Slot(bool)
    def _show_work(self, working: bool) -> None:  # noqa: FBT001 - the slot of a Signal(bool)
        words = self._tasks.slow_words()
        self._strip.show_work(words if working else "")
        if working:
            self._progress.start()
        else:
            self._progress.finish()

    def _find(self) -> None:
        page = self.current_page()
        if page is None or not page.find_here():
            self.open_palette()

    def _refresh(self) -> None:
        if page := self.current_page():
            page.activated()

    @Slot()
    def open_palette(self) -> None:
        """Open the line that finds anything."""
        if self._palette is None:
            from console.ui.palette import Palette  # noqa: PLC0415 - see the top
            from console.ui.window_sources import CommandsSource, PagesSource  # noqa: PLC0415 - see the top

            pages = PagesSource(tuple(self._specs.values()), self.show_page)
            local = (pages, CommandsSource(self.action_set))
            self._palette = Palette(self, self._tasks, local=local, providers=self._providers)
        self._palette.open()

    def _show_shortcuts(self) -> None:
        if self._sheet is None:
            from console.ui.shortcut_sheet import ShortcutSheet  # noqa: PLC0415 - see the top

            self._sheet = ShortcutSheet(self)
        titles = {spec.id: spec.title for spec in self._specs.values()}
        pages = [
            Command(id=f"page-{spec.id}", words=spec.title, shortcut=spec.shortcut)
            for spec in self._specs.values()
        ]
        self._sheet.show_commands((*self.action_set.commands(), *pages), titles, self._current)

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def may_close(self) -> bool:
        """Let every page store what is typed; false when one must not be left."""
        answers = [page.may_leave() for page in self._pages.values()]  # each is asked, whatever others say
        return all(answers)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close unless a page must not be left."""
        if self.may_close():
            self.closing.emit()
            super().closeEvent(event)
        else:
            event.ignore()
