"""Direktori: who answers for what, found while typing, reached with one key."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from console.domain.access import Operator
from console.domain.events import Changed, Topic
from console.domain.problems import Problem
from console.domain.route import Route
from console.i18n import translate as _
from console.services.ports import LinkOpener
from console.ui.actions import ActionSet
from console.ui.backstage import Backstage
from console.ui.page import Page
from console.ui.pages.directory_finder import DirectoryFinder
from console.ui.pages.directory_lines import (
    ContactAnswer,
    ContactQuery,
    contact_detail,
    contact_line,
    find_contacts,
    hotline_lines,
)
from console.ui.pages.directory_reach import Reach
from console.ui.tasks import TaskRunner
from console.ui.tokens import Tone
from console.ui.widgets.card import row
from console.ui.widgets.contact_card import ContactCard
from console.ui.widgets.contact_line import ContactDetail, ContactLine
from console.ui.widgets.level_filter import IconChip, LevelFilter
from console.ui.widgets.notice import Notice
from console.wording import problem_sentence

_LIST_SHARE, _CARD_SHARE = 926, 328
_CARD_PAUSE_MS = 120  # the card follows once the selection rests: typing is for the list
_WITH_OTHERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class DirectoryPage(Page):
    """The list follows every keystroke; the card follows the contact chosen."""

    def __init__(
        self,
        backstage: Backstage,
        tasks: TaskRunner,
        opener: LinkOpener,
        operator: Operator,
        actions: ActionSet,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("directory")
        del actions  # its commands come by keyboard and palette; the card prints the keys that work now
        self._backstage, self._tasks, self.operator = backstage, tasks, operator
        self._line: ContactLine | None = None
        self._shown: ContactQuery | None = None
        self._waiting: Callable[[ContactLine], None] | None = None
        self._reach = Reach(tasks, opener, self._route, self)
        self.finder = DirectoryFinder(self)
        self.card = ContactCard(self)
        self.levels = LevelFilter(_("Show one level only"), self)
        self.chats = IconChip(_("WhatsApp only"), "message-circle", Tone.ACCENT, self)
        self.chats.setObjectName("directory-whatsapp-only")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_CARD_PAUSE_MS)
        whole = row(self, spacing=12)
        whole.addWidget(self.finder, _LIST_SHARE)
        whole.addWidget(self.card, _CARD_SHARE)
        self._wire()

    def _wire(self) -> None:
        self.finder.asked.connect(self._ask)
        self.finder.accepted.connect(self._copy)
        self.finder.picked.connect(self._set_line)
        self.finder.typing.connect(self._show_keys)
        self.levels.chosen.connect(self._ask)
        self.chats.clicked.connect(self._ask)
        self.card.contact_picked.connect(self.finder.show_apart)
        self.card.chat_button.clicked.connect(self._chat)
        self.card.call_button.clicked.connect(self._call)
        self.card.copy_button.clicked.connect(self._copy)
        self._pause.timeout.connect(self._load_card)
        self._reach.noticed.connect(self.noticed)

    def title(self) -> str:
        """Return the page's title."""
        return _("Directory")

    def header_widgets(self) -> Sequence[QWidget]:
        """Return the filters."""
        return (self.levels, self.chats)

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the command table can ask of this page."""
        return {"chat": self._chat, "call": self._call, "copy-number": self._copy}

    def activated(self) -> None:
        """Refresh the list; the contact chosen stays chosen."""
        self._latest("hotlines", partial(hotline_lines, self._backstage, self.operator), self._show_hotlines)
        self._ask()

    def changed(self, change: Changed) -> None:
        """Refresh when contacts changed."""
        if Topic.CONTACTS in change.topics:
            self._ask()

    def receive(self, value: object) -> None:
        """Show a contact by its id, or search for a text."""
        if isinstance(value, UUID):
            work = partial(contact_line, self._backstage, self.operator, value)
            self._latest("contact", work, self.finder.show_apart)
        elif isinstance(value, str):
            self.finder.search.setText(value)
            self.finder.focus_search()

    def focus_first(self) -> None:
        """Begin in the search line."""
        self.finder.focus_search()

    def find_here(self) -> bool:
        """Go to the search line."""
        self.finder.focus_search()
        return True

    def current_line(self) -> ContactLine | None:
        """Return the contact that keys act on."""
        return self._line

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the contact with one letter wherever no text is being written; Esc leads back."""
        actions: dict[int, Callable[[], None]] = {
            Qt.Key.Key_C: self._copy,
            Qt.Key.Key_T: self._call,
            Qt.Key.Key_W: self._chat,
            Qt.Key.Key_Escape: self.finder.focus_search,
        }
        action = actions.get(event.key())
        if action is None or event.modifiers() & _WITH_OTHERS or self.finder.search.hasFocus():
            super().keyPressEvent(event)
        else:
            action()

    def _query(self) -> ContactQuery:
        return ContactQuery(
            text=self.finder.search.text(),
            level=self.levels.level(),
            whatsapp_only=self.chats.isChecked(),
        )

    def _latest(self, name: str, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._tasks.latest((name, id(self)), work, done, self._failed, owner=self)

    @Slot()
    def _ask(self) -> None:
        work = partial(find_contacts, self._backstage, self.operator, self._query())
        self._latest("directory", work, self._show)

    def _show(self, answer: ContactAnswer) -> None:
        keep = answer.query == self._shown
        self._shown = answer.query
        self.finder.show_answer(answer, keep=keep)
        self._follow(keep=keep)
        if self._waiting is not None and answer.query == self._query():
            action, self._waiting = self._waiting, None
            self._act(action)

    def _follow(self, *, keep: bool) -> None:
        """Let the card follow the list, unless it shows a contact that stands in no line."""
        line = self.finder.table.current_line()
        apart = keep and self._line and (line is None or line.contact.id != self._line.contact.id)
        if line != self._line and not apart:
            self._set_line(line)

    def _show_hotlines(self, lines: tuple[ContactLine, ...]) -> None:
        self.finder.show_hotlines(lines)

    @Slot(object)
    def _set_line(self, line: ContactLine | None) -> None:
        self._line = line
        if line is None:
            self._pause.stop()
            self.card.show_detail(None)
        else:
            self._pause.start()

    @Slot()
    def _load_card(self) -> None:
        if self._line is not None:
            work = partial(contact_detail, self._backstage, self.operator, self._line)
            self._latest("card", work, self._show_detail)

    def _show_detail(self, detail: ContactDetail) -> None:
        if self._line is not None and detail.line.contact.id == self._line.contact.id:
            self.card.show_detail(detail)

    def _failed(self, problem: Problem) -> None:
        self.noticed.emit(Notice(words=problem_sentence(problem), tone=Tone.DANGER))

    def _route(self) -> Route:
        return self._backstage.settings.route

    @Slot(bool)
    def _show_keys(self, typing: bool) -> None:  # noqa: FBT001 - the slot of a Signal(bool)
        self.card.show_keys(typing=typing)

    @Slot()
    def _copy(self) -> None:
        self._act(self._reach.copy)

    @Slot()
    def _call(self) -> None:
        self._act(self._reach.call)

    @Slot()
    def _chat(self) -> None:
        self._act(self._reach.chat)

    def _act(self, action: Callable[[ContactLine], None]) -> None:
        if self._shown != self._query():
            self._waiting = action  # the list is one keystroke behind: never act on the line before
        elif self._line is not None:
            action(self._line)
