"""The one window: rail, header, pages, status strip, notices, palette. It knows no service."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from console.domain.events import Changed
from console.i18n import translate as _
from console.services.ports import Clock
from console.ui.actions import ActionSet
from console.ui.commands import COMMANDS, Command
from console.ui.header import PageHeader
from console.ui.navigation import NavigationRail
from console.ui.notices import NoticeStack
from console.ui.page import Page, PageSpec
from console.ui.palette import Palette, PaletteProvider
from console.ui.shortcut_sheet import ShortcutSheet
from console.ui.status_strip import Status, StatusStrip
from console.ui.tasks import TaskRunner
from console.ui.theme import current_theme
from console.ui.widgets.card import column, row
from console.ui.widgets.notice import Notice
from console.ui.widgets.progress import ProgressLine

SMALLEST = (1120, 640)
USUAL = (1366, 768)


class MainWindow(QMainWindow):
    """Shows one page at a time, made when first shown.

    `changed_data` passes on what any page's commit changed (after every page has heard it); `closing`
    comes once, when the window is about to close.
    """

    changed_data = Signal(object)
    closing = Signal()

    def __init__(
        self,
        *,
        pages: Sequence[PageSpec],
        tasks: TaskRunner,
        clock: Clock,
        commands: Sequence[Command] = COMMANDS,
        palette_providers: Mapping[str, PaletteProvider] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Melayani Console"))
        self.tasks = tasks
        self.actions = ActionSet(self, commands)  # type: ignore[assignment]  # QWidget.actions() lists the same
        self._specs = {spec.id: spec for spec in pages}
        self._pages: dict[str, Page] = {}
        self._current = ""
        self._handlers: dict[str, Callable[[], object]] = {}
        self._providers = dict(palette_providers or {})
        self._build(clock)
        self._wire()
        self.resize(*USUAL)
        self.setMinimumSize(*SMALLEST)
