"""What every page is: a widget the window shows one at a time, and what it tells the window."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from console.domain.events import Changed


class Page(QWidget):
    """Base of all pages. Signals go up, values come down; a page knows neither window nor other pages.

    `noticed` carries a `Notice`; `changed_data` a `Changed` after a commit; `wants_page` an id and a value
    for that page's `receive`; `title_changed` asks for title and header again; `available` switches one of
    the page's commands on or off.
    """

    noticed = Signal(object)
    changed_data = Signal(object)
    wants_page = Signal(str, object)
    title_changed = Signal()
    available = Signal(str, bool)

    def title(self) -> str:
        """Return the words at the top; the page's name in the rail unless overridden."""
        return self.windowTitle()

    def header_widgets(self) -> Sequence[QWidget]:
        """Return what stands right of the title; made once, kept by the page."""
        return ()

    def header_actions(self) -> Sequence[QWidget]:
        """Return what stands at the right end instead of the search box; nothing keeps the search box."""
        return ()

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the page does for each command of the table it answers."""
        return {}

    def activated(self) -> None:
        """Come to the front: refresh what may be old."""

    def changed(self, change: Changed) -> None:
        """Hear what a commit changed, from anywhere; refresh if it concerns this page."""

    def receive(self, value: object) -> None:
        """Take what another page or the palette sends (an id, a text) and show it."""

    def focus_first(self) -> None:
        """Put the focus where work begins."""
        following = self.nextInFocusChain()
        while following is not None and following is not self:
            takes_tab = bool(following.focusPolicy() & Qt.FocusPolicy.TabFocus)
            if takes_tab and following.isVisible() and self.isAncestorOf(following):
                following.setFocus(Qt.FocusReason.TabFocusReason)
                return
            following = following.nextInFocusChain()

    def find_here(self) -> bool:
        """Focus the page's own search (Ctrl+F); false when it has none."""
        return False

    def may_leave(self) -> bool:
        """Say whether the window may close now; the page keeps its text in any case."""
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSpec:
    """A page in the rail: `title` is one word in the language in use, `factory` makes it on first show."""

    id: str
    title: str
    icon: str
    factory: Callable[[], Page]
    shortcut: str = ""
    in_rail: bool = True
    at_foot: bool = False
