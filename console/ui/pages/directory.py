"""Direktori: who answers for what, found while typing, reached with one key."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from console.domain.access import Operator
from console.domain.events import Changed, Topic
from console.domain.message import Route
from console.domain.problems import Problem
from console.i18n import translate as _
from console.i18n import translate_plural as ngettext
from console.services.ports import LinkOpener
from console.ui.backstage import Backstage
from console.ui.page import Page
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
from console.ui.theme import Role
from console.ui.tokens import Tone
from console.ui.widgets.card import Card, column, row
from console.ui.widgets.contact_card import ContactCard
from console.ui.widgets.contact_line import ContactDetail, ContactLine
from console.ui.widgets.contact_table import ContactTable
from console.ui.widgets.empty_state import EmptyState
from console.ui.widgets.hotline_strip import HotlineStrip
from console.ui.widgets.label import Label
from console.ui.widgets.level_filter import IconChip, LevelFilter
from console.ui.widgets.notice import Notice
from console.ui.widgets.result_search import ResultSearch
from console.wording import problem_sentence

_LIST_SHARE, _CARD_SHARE = 926, 328
_CARD_PAUSE_MS = 60  # the card follows once the selection rests: typing is for the list
_NO_CONTROL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class DirectoryPage(Page):
    """The list follows every keystroke; the card follows the selected line."""

    def __init__(
        self,
        backstage: Backstage,
        runner: TaskRunner,
        opener: LinkOpener,
        operator: Operator,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("directory")
        self._backstage, self._runner, self.operator = backstage, runner, operator
        self._line: ContactLine | None = None
        self._shown: ContactQuery | None = None
        self._waiting: Callable[[ContactLine], None] | None = None
        self._reach = Reach(runner, opener, self._route, self)
        self._reach.noticed.connect(self.noticed)
        self._make_widgets()
        self._arrange()
        self._wire()

    def _make_widgets(self) -> None:
        self._search = ResultSearch(
            _("Search the directory"),
            placeholder=_("Name, office, field, village or number…"),
            key="Ctrl+F",
            parent=self,
        )
        self._search.setObjectName("directory-search")
        self._count = Label("", Role.LABEL, Tone.MUTED, parent=self)
        self._strip = HotlineStrip(_("Emergency numbers"), self)
        self._table = ContactTable(_("Contacts found"), self)
        self._table.setObjectName("directory-list")
        self._nothing = EmptyState(
            "search",
            _("Nothing fits"),
            _("Try fewer words, another spelling, or the office instead of the person."),
            parent=self,
        )
        self._results = QStackedWidget(self)
        self._results.addWidget(self._table)
        self._card = ContactCard(self)
        self._levels = LevelFilter(_("Show one level only"), self)
        self._chats = IconChip(_("WhatsApp only"), "message-circle", Tone.ACCENT, self)
        self._chats.setObjectName("directory-whatsapp-only")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_CARD_PAUSE_MS)

    def _arrange(self) -> None:
        surface = Card(self, padding=0)
        surface.body.addWidget(self._nothing)
        self._results.addWidget(surface)
        whole = row(self, spacing=12)
        whole.addLayout(self._left(), _LIST_SHARE)
        whole.addWidget(self._card, _CARD_SHARE)

    def _left(self) -> QVBoxLayout:
        left = column(spacing=10)
        top = row(spacing=12)
        top.addWidget(self._search, 1)
        top.addWidget(self._count)
        left.addLayout(top)
        left.addWidget(self._strip)
        left.addWidget(self._results, 1)
        return left

    def _wire(self) -> None:
        self._search.searched.connect(self._ask)
        self._search.accepted.connect(self._copy)
        self._search.left_down.connect(self._enter_list)
        self._levels.chosen.connect(self._filtered)
        self._chats.clicked.connect(self._filtered)
        self._table.row_changed.connect(self._row_changed)
        self._table.opened.connect(self._copy)
        self._table.left_up.connect(self.focus_first)
        self._strip.picked.connect(self._show_apart)
        self._card.contact_picked.connect(self._show_apart)
        self._card.chat_button.clicked.connect(self._chat)
        self._card.call_button.clicked.connect(self._call)
        self._card.copy_button.clicked.connect(self._copy)
        self._pause.timeout.connect(self._load_card)

    def title(self) -> str:
        """Return the page's title."""
        return _("Directory")

    def header_widgets(self) -> Sequence[QWidget]:
        """Return the filters."""
        return (self._levels, self._chats)

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the command table can ask of this page."""
        return {"chat": self._chat, "call": self._call, "copy-number": self._copy}

    def activated(self) -> None:
        """Refresh the list; the selected contact stays selected."""
        self.available.emit("confirm-number", False)
        operator = self.operator
        self._runner.latest(
            ("hotlines", id(self)),
            partial(hotline_lines, self._backstage, operator),
            self._show_hotlines,
            self._failed,
            owner=self,
        )
        self._ask()

    def changed(self, change: Changed) -> None:
        """Refresh when contacts changed."""
        if Topic.CONTACTS in change.topics:
            self._ask()

    def receive(self, value: object) -> None:
        """Show a contact by its id, or search for a text."""
        if isinstance(value, UUID):
            self._runner.latest(
                ("contact", id(self)),
                partial(contact_line, self._backstage, self.operator, value),
                self._show_apart,
                self._failed,
                owner=self,
            )
        elif isinstance(value, str):
            self._search.setText(value)
            self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Begin in the search line, what stands there selected."""
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._search.selectAll()

    def find_here(self) -> bool:
        """Go to the search line."""
        self.focus_first()
        return True

    def current_line(self) -> ContactLine | None:
        """Return the contact that keys act on."""
        return self._line

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the contact with one letter, wherever no text is being written; Esc leads back."""
        actions = {
            Qt.Key.Key_C: self._copy,
            Qt.Key.Key_T: self._call,
            Qt.Key.Key_W: self._chat,
            Qt.Key.Key_Escape: self.focus_first,
        }
        action = actions.get(Qt.Key(event.key())) if event.key() in actions else None
        if action is None or event.modifiers() & _NO_CONTROL or self._search.hasFocus():
            super().keyPressEvent(event)
        else:
            action()

    def _query(self) -> ContactQuery:
        return ContactQuery(
            text=self._search.text(), level=self._levels.level(), whatsapp_only=self._chats.isChecked()
        )

    @Slot()
    def _ask(self) -> None:
        query = self._query()
        self._runner.latest(
            ("directory", id(self)),
            partial(find_contacts, self._backstage, self.operator, query),
            self._show,
            self._failed,
            owner=self,
        )

    @Slot()
    def _filtered(self) -> None:
        self._ask()

    def _show(self, answer: ContactAnswer) -> None:
        keep = answer.query == self._shown
        self._shown = answer.query
        self._show_strip()
        self._table.show_lines(answer.lines, keep=keep, choose=bool(answer.query.text.strip()))
        self._results.setCurrentIndex(0 if answer.lines else 1)
        self._count.setText(_count_words(answer))
        self._follow(keep=keep)
        if self._waiting is not None and answer.query == self._query():
            action, self._waiting = self._waiting, None
            self._act(action)

    def _follow(self, *, keep: bool) -> None:
        """Let the card follow the list, unless it shows a contact that stands in no line."""
        line = self._table.current_line()
        apart = keep and self._line and (line is None or line.contact.id != self._line.contact.id)
        if line != self._line and not apart:
            self._set_line(line)

    def _show_hotlines(self, lines: tuple[ContactLine, ...]) -> None:
        self._strip.show_lines(lines)
        self._show_strip()

    def _show_strip(self) -> None:
        wanted = not self._search.text().strip() and bool(self._strip.cards())
        if not wanted and self._strip.isAncestorOf(QApplication.focusWidget() or self):
            self._search.setFocus(Qt.FocusReason.OtherFocusReason)  # before the focus is lost with the card
        self._strip.setVisible(wanted)

    @Slot(object)
    def _show_apart(self, line: ContactLine) -> None:
        """Show a contact that may stand in no line: an emergency number, the next in the chain."""
        if not self._table.select_contact(line.contact.id):
            self._table.select_nothing()
        self._set_line(line)

    @Slot()
    def _row_changed(self) -> None:
        line = self._table.current_line()
        if line is not None:
            self._set_line(line)

    def _set_line(self, line: ContactLine | None) -> None:
        self._line = line
        if line is None:
            self._pause.stop()
            self._card.show_detail(None)
        else:
            self._pause.start()

    @Slot()
    def _load_card(self) -> None:
        if self._line is not None:
            self._runner.latest(
                ("card", id(self)),
                partial(contact_detail, self._backstage, self.operator, self._line),
                self._show_detail,
                self._failed,
                owner=self,
            )

    def _show_detail(self, detail: ContactDetail) -> None:
        if self._line is not None and detail.line.contact.id == self._line.contact.id:
            self._card.show_detail(detail)

    def _failed(self, problem: Problem) -> None:
        self.noticed.emit(Notice(words=problem_sentence(problem), tone=Tone.DANGER))

    def _route(self) -> Route:
        return self._backstage.settings.route

    @Slot()
    def _enter_list(self) -> None:
        if self._table.lines():
            self._table.setFocus(Qt.FocusReason.TabFocusReason)
            if self._table.current_line() is None:
                self._table.select_row(0)

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


def _count_words(answer: ContactAnswer) -> str:
    count = len(answer.lines)
    if not count:
        return _("nothing found")
    if answer.more:
        return _("the first {count}").format(count=count)
    return ngettext("{count} contact", "{count} contacts", count).format(count=count)
