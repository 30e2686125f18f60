"""The main window with all that belongs into it; the program loads this behind the sign-in's first paint."""

from collections.abc import Callable

from console.domain.access import Operator
from console.services.ports import LinkOpener
from console.ui.actions import ActionSet
from console.ui.backstage import Backstage
from console.ui.main_window import MainWindow
from console.ui.page import Page
from console.ui.page_table import Parts, ShowPage, page_specs, palette_sources
from console.ui.pages.settings import SettingsPage
from console.ui.tasks import TaskRunner

__all__ = ["SettingsPage", "make_window"]


def make_window(
    backstage: Backstage,
    tasks: TaskRunner,
    opener: LinkOpener,
    operator: Operator,
    settings_page: Callable[[], Page],
    show: ShowPage,
) -> MainWindow:
    """Return the window for `operator`; `show` is called with page and value for what the palette finds."""
    actions = ActionSet(parent=tasks)
    parts = Parts(backstage=backstage, tasks=tasks, opener=opener, operator=operator, actions=actions)
    return MainWindow(
        pages=page_specs(parts, settings_page),
        actions=actions,
        tasks=tasks,
        clock=backstage.clock,
        palette_providers=palette_sources(backstage, operator, show),
    )
