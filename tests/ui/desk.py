"""A desk for window tests: a clock that stands still and two small pages."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from console.domain.events import Changed
from console.ui.page import Page
from console.ui.widgets.pill import Pill
from console.ui.widgets.search_field import SearchField


class FixedClock:
    """Sunday 22 November 2026, 09.41 WIB, until told otherwise."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 22, 2, 41, tzinfo=UTC)

    def now(self) -> datetime:
        """Return the moment set."""
        return self.moment


class NotePage(Page):
    """Notes everything the window tells it; one line of text and one command of the table."""

    def __init__(self, title: str, command: str = "") -> None:
        super().__init__()
        self.heading = title
        self.heard: list[object] = []
        self.line = QLineEdit(self)
        self.line.setAccessibleName("Line")
        self.pill = Pill("112", parent=self)
        self._command = command
        QVBoxLayout(self).addWidget(self.line)

    def title(self) -> str:
        """Return the heading."""
        return self.heading

    def header_widgets(self) -> Sequence[QWidget]:
        """Return a pill."""
        return [self.pill]

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Answer the one command."""
        return {self._command: self._given} if self._command else {}

    def activated(self) -> None:
        """Note it."""
        self.heard.append("activated")

    def changed(self, change: Changed) -> None:
        """Note it."""
        self.heard.append(change)

    def receive(self, value: object) -> None:
        """Note it."""
        self.heard.append(value)

    def _given(self) -> None:
        self.heard.append(self._command)


class SearchPage(NotePage):
    """Has a search field of its own in place of the box that finds anything."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.search = SearchField("Search complaints", key="Ctrl+F")

    def header_actions(self) -> Sequence[QWidget]:
        """Return the search field."""
        return [self.search]

    def find_here(self) -> bool:
        """Focus it."""
        self.search.setFocus()
        return True
