"""Which pages the window has, in the order of the rail.

A page's module is imported when the page is first shown: the first paint waits for one page, not for all.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from console.domain.access import Operator
from console.i18n import translate as _
from console.services.ports import LinkOpener
from console.ui.actions import ActionSet
from console.ui.backstage import Backstage
from console.ui.page import Page, PageSpec
from console.ui.palette import PaletteItem, PaletteProvider
from console.ui.tasks import TaskRunner

ShowPage = Callable[[str, object], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What every page is made of."""

    backstage: Backstage
    tasks: TaskRunner
    opener: LinkOpener
    operator: Operator
    actions: ActionSet


def page_specs(parts: Parts, settings_page: Callable[[], Page]) -> tuple[PageSpec, ...]:
    """Return the pages; each is made when it is first shown."""
    return (
        PageSpec(
            id="intake",
            title=_("Intake"),
            icon="message-square-text",
            factory=partial(_intake, parts),
            shortcut="Alt+1",
        ),
        PageSpec(
            id="directory",
            title=_("Directory"),
            icon="contact",
            factory=partial(_directory, parts),
            shortcut="Alt+2",
        ),
        PageSpec(
            id="complaints",
            title=_("Worklist"),
            icon="clipboard-list",
            factory=partial(_complaints, parts),
            shortcut="Alt+3",
        ),
        PageSpec(
            id="guide",
            title=_("Guide"),
            icon="book-open",
            factory=partial(_guide, parts),
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


def _intake(parts: Parts) -> Page:
    from console.ui.pages.intake import IntakePage  # noqa: PLC0415 - start-up time

    return IntakePage(parts.backstage, parts.tasks, parts.opener, parts.operator, actions=parts.actions)


def _directory(parts: Parts) -> Page:
    from console.ui.pages.directory import DirectoryPage  # noqa: PLC0415 - start-up time

    return DirectoryPage(parts.backstage, parts.tasks, parts.opener, parts.operator, parts.actions)


def _complaints(parts: Parts) -> Page:
    from console.ui.pages.complaints import ComplaintsPage  # noqa: PLC0415 - start-up time

    return ComplaintsPage(parts.backstage, parts.tasks, parts.opener, parts.operator, parts.actions)


def _guide(parts: Parts) -> Page:
    from console.ui.pages.guide import GuidePage  # noqa: PLC0415 - start-up time

    return GuidePage(parts.backstage, parts.tasks, parts.opener, parts.operator, parts.actions)


def palette_sources(
    backstage: Backstage, operator: Operator, show: ShowPage
) -> Mapping[str, PaletteProvider]:
    """Return what Ctrl+K searches beside pages and commands; `show` opens what is chosen."""
    house = _Sources(backstage, operator, show)
    return {name: partial(house.find, name) for name in _SOURCES}


_SOURCES = ("contacts", "complaints", "matters", "procedures", "villages")


@dataclass(slots=True)
class _Sources:
    """The palette's sources, made in the data lane at the first question."""

    backstage: Backstage
    operator: Operator
    show: ShowPage
    made: dict[str, PaletteProvider] = field(default_factory=dict)

    def find(self, name: str, text: str) -> Sequence[PaletteItem]:
        """Return what the source of this name finds."""
        if not self.made:
            from console.ui.pages.palette_sources import sources  # noqa: PLC0415 - start-up time

            self.made.update(sources(self.backstage, self.operator, self.show))
        return self.made[name](text)
