"""Which pages the window has, in the order of the rail."""

from collections.abc import Callable, Mapping
from functools import partial

from console.domain.access import Operator
from console.i18n import translate as _
from console.services.ports import LinkOpener
from console.ui.actions import ActionSet
from console.ui.backstage import Backstage
from console.ui.page import Page, PageSpec
from console.ui.pages.complaints import ComplaintsPage
from console.ui.pages.directory import DirectoryPage
from console.ui.pages.guide import GuidePage
from console.ui.pages.intake import IntakePage
from console.ui.pages.palette_sources import sources
from console.ui.palette import PaletteProvider
from console.ui.tasks import TaskRunner


def page_specs(
    backstage: Backstage,
    tasks: TaskRunner,
    opener: LinkOpener,
    operator: Operator,
    actions: ActionSet,
    settings_page: Callable[[], Page],
) -> tuple[PageSpec, ...]:
    """Return the pages; each is made when it is first shown."""
    parts = (backstage, tasks, opener, operator, actions)
    return (
        PageSpec(
            id="intake",
            title=_("Intake"),
            icon="message-square-text",
            factory=partial(IntakePage, backstage, tasks, opener, operator, actions=actions),
            shortcut="Alt+1",
        ),
        PageSpec(
            id="directory",
            title=_("Directory"),
            icon="contact",
            factory=partial(DirectoryPage, *parts),
            shortcut="Alt+2",
        ),
        PageSpec(
            id="complaints",
            title=_("Complaints"),
            icon="clipboard-list",
            factory=partial(ComplaintsPage, *parts),
            shortcut="Alt+3",
        ),
        PageSpec(
            id="guide",
            title=_("Guide"),
            icon="book-open",
            factory=partial(GuidePage, *parts),
            shortcut="Alt+4",
        ),
        PageSpec(
            id="settings",
            title=_("Settings"),
            icon="settings",
            factory=settings_page,
            shortcut="Alt+8",
            at_foot=True,
        ),
    )


def palette_sources(
    backstage: Backstage, operator: Operator, show: Callable[[str, object], None]
) -> Mapping[str, PaletteProvider]:
    """Return what Ctrl+K searches beside pages and commands; `show` opens what is chosen."""
    return sources(backstage, operator, show)
