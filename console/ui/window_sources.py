"""What the palette finds in the window itself: its pages and the commands that can be given now."""

from collections.abc import Callable, Sequence
from functools import partial

from console.ui.actions import ActionSet
from console.ui.page import PageSpec
from console.ui.palette import PaletteItem, PaletteKind
from console.ui.widgets.key_cap import key_words


class PagesSource:
    """Finds pages by a part of their title."""

    def __init__(self, pages: Sequence[PageSpec], show_page: Callable[[str], object]) -> None:
        self._pages = tuple(pages)
        self._show_page = show_page

    def __call__(self, text: str) -> list[PaletteItem]:
        """Return the pages whose title holds `text`."""
        return [
            PaletteItem(
                kind=PaletteKind.PAGE,
                title=page.title,
                icon=page.icon,
                key=key_words(page.shortcut),
                act=partial(self._show_page, page.id),
            )
            for page in self._pages
            if text.casefold() in page.title.casefold()
        ]


class CommandsSource:
    """Finds commands by the words of their title, in any order."""

    def __init__(self, actions: ActionSet) -> None:
        self._actions = actions

    def __call__(self, text: str) -> list[PaletteItem]:
        """Return the commands that can be given now and hold all the words."""
        words = text.casefold().split()
        return [
            PaletteItem(
                kind=PaletteKind.COMMAND,
                title=command.title(),
                icon=command.icon,
                key=key_words(command.shortcut),
                act=self._actions.action(command.id).trigger,
            )
            for command in self._actions.available()
            if command.id != "palette" and all(word in command.title().casefold() for word in words)
        ]
