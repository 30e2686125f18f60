"""Ctrl+K: one line that finds anything (commands, pages, contacts, complaints, matters, villages)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from console.domain.problems import Problem
from console.i18n import later
from console.i18n import translate as _
from console.ui.overlay import Overlay
from console.ui.tasks import TaskRunner
from console.ui.theme import Role, current_theme
from console.ui.tokens import Tone
from console.ui.widgets.card import Separator
from console.ui.widgets.label import Label
from console.ui.widgets.suggestion_list import Suggestion, SuggestionList


class PaletteKind(StrEnum):
    """What was found, in the order of the groups."""

    PAGE = "page"
    CONTACT = "contact"
    COMPLAINT = "complaint"
    MATTER = "matter"
    PROCEDURE = "procedure"
    VILLAGE = "village"
    COMMAND = "command"


_GROUPS = {
    PaletteKind.PAGE: later("Pages"),
    PaletteKind.CONTACT: later("Contacts"),
    PaletteKind.COMPLAINT: later("Complaints"),
    PaletteKind.MATTER: later("Matters"),
    PaletteKind.PROCEDURE: later("Procedures"),
    PaletteKind.VILLAGE: later("Villages"),
    PaletteKind.COMMAND: later("Commands"),
}
_ICONS = {
    PaletteKind.PAGE: "monitor",
    PaletteKind.CONTACT: "contact",
    PaletteKind.COMPLAINT: "clipboard-list",
    PaletteKind.MATTER: "book-open",
    PaletteKind.PROCEDURE: "list-checks",
    PaletteKind.VILLAGE: "map-pin",
    PaletteKind.COMMAND: "command",
}
_MOST_SHOWN = 11
# Margins, the line that parts and the gaps of the panel.
_AROUND = 43
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}


@dataclass(frozen=True, slots=True, kw_only=True)
class PaletteItem:
    """One find; `act` runs on the UI thread when it is chosen. `icon` and `key` replace the kind's own."""

    kind: PaletteKind
    title: str
    act: Callable[[], object]
    detail: str = ""
    icon: str = ""
    key: str = ""


PaletteProvider = Callable[[str], Sequence[PaletteItem]]


class _Line(QLineEdit):
    """Sends moving and choosing to the list below."""

    def __init__(self, finds: SuggestionList, parent: QWidget) -> None:
        super().__init__(parent)
        self._finds = finds
        self.setProperty("bare", True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with ↓ ↑, choose with Enter; Esc goes to the overlay."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._finds.step(_STEPS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._finds.pick()
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class Palette(Overlay):
    """`local` providers answer at once (commands, pages); the others run in the data lane, newest first."""

    def __init__(
        self,
        window: QWidget,
        tasks: TaskRunner,
        *,
        local: Sequence[PaletteProvider],
        providers: Mapping[str, PaletteProvider],
    ) -> None:
        super().__init__(window, _("Find anything"), width=640, height=96)
        self._tasks, self._local, self._providers = tasks, tuple(local), dict(providers)
        self._found: dict[str, tuple[PaletteItem, ...]] = {}
        self._asked = ""
        self._list = SuggestionList(_("Found"), self.panel)
        self._line = _Line(self._list, self.panel)
        self._line.setAccessibleName(_("Find anything"))
        self._line.setPlaceholderText(_("Contact, complaint number, matter, village, command…"))
        self._nothing = Label("", Role.BODY, Tone.MUTED, parent=self.panel)
        for widget in (self._line, Separator(self.panel), self._nothing):
            self.body.addWidget(widget)
        self.body.addWidget(self._list, 1)
        self._line.textChanged.connect(self._ask)
        self._list.picked.connect(self._picked)

    def open(self) -> None:
        """Show it empty, with what can be done now."""
        self._line.clear()
        self._ask("")
        super().open()

    def open_with(self, text: str) -> None:
        """Show it with something already asked."""
        self.open()
        self._line.setText(text)

    def focus_inside(self) -> None:
        """Focus the line."""
        self._line.setFocus(Qt.FocusReason.PopupFocusReason)

    def finds(self) -> tuple[Suggestion, ...]:
        """Return the lines shown."""
        return self._list.lines()

    @Slot(str)
    def _ask(self, text: str) -> None:
        self._asked = text.strip()
        self._found = {"local": tuple(item for find in self._local for item in find(self._asked))}
        if self._asked:
            for name, provider in self._providers.items():
                self._tasks.latest(
                    ("palette", name),
                    _Question(name, self._asked, provider),
                    self._answered,
                    self._unanswered,
                    owner=self,
                )
        self._show()

    def _answered(self, answer: "_Answer") -> None:
        if answer.text == self._asked:
            self._found[answer.provider] = answer.items
            self._show()

    def _unanswered(self, problem: Problem) -> None:
        # A source that cannot answer now (no database yet) leaves the others usable.
        del problem

    def _show(self) -> None:
        items = [item for found in self._found.values() for item in found]
        order = list(PaletteKind)
        items.sort(key=lambda item: order.index(item.kind))
        self._list.replace([_as_line(item) for item in items])
        self._list.setVisible(bool(items))
        self._nothing.setVisible(not items)
        self._nothing.setText(_("Nothing found for “{text}” yet.").format(text=self._asked))
        below = self._list.content_height(_MOST_SHOWN) if items else self._nothing.sizeHint().height()
        self.set_height(self._line.sizeHint().height() + below + current_theme().px(_AROUND))

    @Slot(object)
    def _picked(self, line: Suggestion) -> None:
        item = line.value
        self.close_overlay()
        if isinstance(item, PaletteItem):
            item.act()


@dataclass(frozen=True, slots=True)
class _Answer:
    provider: str
    text: str
    items: tuple[PaletteItem, ...]


@dataclass(frozen=True, slots=True)
class _Question:
    """What the data lane runs: it holds the provider and the text, never a widget."""

    name: str
    text: str
    provider: PaletteProvider

    def __call__(self) -> _Answer:
        return _Answer(self.name, self.text, tuple(self.provider(self.text)))


def _as_line(item: PaletteItem) -> Suggestion:
    return Suggestion(
        value=item,
        title=item.title,
        detail=item.detail,
        icon=item.icon or _ICONS[item.kind],
        key=item.key,
        group=_(_GROUPS[item.kind]),
    )
