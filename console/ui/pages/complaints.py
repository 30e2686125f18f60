"""The worklist: what waits, what is late, and the way of one complaint beside it."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from console.domain.access import Operator
from console.domain.complaint import CLOSED, Status
from console.domain.events import Changed, Topic
from console.domain.problems import Problem, ProblemCode
from console.i18n import translate as _
from console.services.forwarding import Prepared
from console.services.ports import LinkOpener
from console.ui.actions import ActionSet
from console.ui.backstage import Backstage
from console.ui.page import Page
from console.ui.paged_model import PagedTableModel
from console.ui.pages.complaint_answers import AnswerDialog, AnswerKind
from console.ui.pages.complaint_lines import (
    FetchLines,
    Line,
    columns,
    sheet_of,
    shelf_counts,
    ticket_of,
)
from console.ui.tasks import Lane, TaskRunner
from console.ui.theme import current_theme
from console.ui.tokens import Tone
from console.ui.widgets.card import Card, column, row
from console.ui.widgets.complaint_sheet import ComplaintSheet
from console.ui.widgets.empty_state import EmptyState
from console.ui.widgets.list_table import ListTable
from console.ui.widgets.notice import Notice
from console.ui.widgets.search_field import SearchField
from console.ui.widgets.shelf_chips import ShelfChips
from console.ui.widgets.worklist_values import Sheet, Shelf
from console.wording import problem_sentence, word

_SHEET_WIDTH = 420
_NEEDS_COMPLAINT = ("remind", "record-answer", "add-note", "close-complaint", "reopen", "reveal")
_NEEDS_OPEN_LINK = ("forwarding-sent", "forwarding-not-sent")


class ComplaintsPage(Page):
    """List at the left, one complaint at the right; `receive` takes a ticket number."""

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
        self._backstage, self._tasks, self._opener, self._operator = backstage, tasks, opener, operator
        self._wanted_ticket = ""
        self._chips = ShelfChips(self)
        self._search = SearchField(
            _("Search complaints"),
            placeholder=_("Number, words, name, telephone…"),
            key="Ctrl+F",
            parent=self,
        )
        self._search.setObjectName("complaintSearch")
        self._model: PagedTableModel[Line] = PagedTableModel(columns(), ticket_of, tasks, self)
        self._table = ListTable(_("Complaints"), self)
        self._table.setObjectName("complaintTable")
        self._table.setModel(self._model)
        self._table.set_widths(self._model.widths())
        self._sheet = ComplaintSheet(actions, self)
        self._arrange()
        self._wire()
        self._offer(None)

    def _arrange(self) -> None:
        self._list_empty = EmptyState(
            "inbox",
            _("Nothing here"),
            _("No complaint stands on this shelf. Choose another one above."),
            parent=self,
        )
        self._lists = QStackedWidget(self)
        self._lists.addWidget(self._table)
        self._lists.addWidget(self._list_empty)
        card = Card(self, padding=0)
        card.body.addWidget(self._lists)
        nothing = Card(self)
        nothing.body.addWidget(
            EmptyState(
                "file-text",
                _("No complaint chosen"),
                _("Choose one with ↑ and ↓ to see its way."),
                parent=nothing,
            )
        )
        self._details = QStackedWidget(self)
        self._details.addWidget(nothing)
        self._details.addWidget(self._sheet)
        self._details.setFixedWidth(current_theme().px(_SHEET_WIDTH))
        whole = row(self, spacing=12)
        left = column(spacing=0)
        left.addWidget(card)
        whole.addLayout(left, 1)
        whole.addWidget(self._details)

    def _wire(self) -> None:
        self._chips.chosen.connect(self._reload)
        self._search.searched.connect(self._reload)
        self._search.left_down.connect(self._enter_list)
        self._model.loaded.connect(self._loaded)
        self._model.failed.connect(self._failed)
        self._table.row_changed.connect(self._row_changed)

    def title(self) -> str:
        """Return the words at the top."""
        return _("Complaints")

    def header_widgets(self) -> Sequence[QWidget]:
        """Return the shelves."""
        return (self._chips,)

    def header_actions(self) -> Sequence[QWidget]:
        """Return the search."""
        return (self._search,)

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command does here."""
        return {
            "remind": self._remind,
            "record-answer": partial(self._ask, AnswerKind.ANSWER),
            "add-note": partial(self._ask, AnswerKind.NOTE),
            "close-complaint": partial(self._ask, AnswerKind.CLOSE),
            "reopen": self._reopen,
            "reveal": self._sheet.reveal,
            "forwarding-sent": partial(self._settle, sent=True),
            "forwarding-not-sent": partial(self._settle, sent=False),
        }

    def activated(self) -> None:
        """Read the list anew."""
        self._reload()

    def changed(self, change: Changed) -> None:
        """Read the list anew when complaints changed."""
        if Topic.COMPLAINTS in change.topics and self.isVisible():
            self._reload()

    def receive(self, value: object) -> None:
        """Show the complaint with this ticket number."""
        self._wanted_ticket = str(value)
        self._chips.choose(Shelf.ALL)
        self._search.setText("")
        self._show_ticket(self._wanted_ticket)
        self._reload()

    def focus_first(self) -> None:
        """Put the focus into the list."""
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def find_here(self) -> bool:
        """Focus the search."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()
        return True

    def shown_ticket(self) -> str:
        """Return the ticket number in the detail pane, empty without one."""
        sheet = self._sheet.sheet
        return sheet.complaint.ticket if sheet is not None and self._details.currentIndex() else ""

    @Slot()
    def _reload(self) -> None:
        words = self._search.text()
        self._model.load(FetchLines(self._backstage, self._operator, self._chips.shelf(), words))
        self._tasks.latest(
            ("shelves", id(self)),
            partial(shelf_counts, self._backstage, self._operator),
            self._chips.show_counts,
            owner=self,
        )

    @Slot()
    def _loaded(self) -> None:
        if not self._model.rows():
            self._lists.setCurrentWidget(self._list_empty)
            if not self._wanted_ticket:
                self._offer(None)
            return
        self._lists.setCurrentWidget(self._table)
        wanted = self._model.row_of(self._wanted_ticket) if self._wanted_ticket else -1
        if wanted >= 0:
            self._table.select_row(wanted)
        elif not self._table.currentIndex().isValid() and not self._wanted_ticket:
            self._table.select_row(0)
        elif (line := self._model.at(self._table.currentIndex().row())) is not None:
            self._show_ticket(line.complaint.ticket)
        self._wanted_ticket = ""

    @Slot(object)
    def _failed(self, problem: Problem) -> None:
        self.noticed.emit(Notice(words=problem_sentence(problem), tone=Tone.DANGER))

    @Slot()
    def _enter_list(self) -> None:
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._model.rows() and not self._table.currentIndex().isValid():
            self._table.select_row(0)

    @Slot(QModelIndex)
    def _row_changed(self, index: QModelIndex) -> None:
        if (line := self._model.at(index.row())) is not None:
            self._show_ticket(line.complaint.ticket)

    def _show_ticket(self, ticket: str) -> None:
        self._tasks.latest(
            ("sheet", id(self)),
            partial(sheet_of, self._backstage, self._operator, ticket),
            self._offer,
            self._failed,
            owner=self,
        )

    def _offer(self, sheet: Sheet | None) -> None:
        """Show a complaint, or none, and switch the commands that need one."""
        if sheet is not None:
            self._sheet.show_sheet(sheet)
        self._details.setCurrentIndex(0 if sheet is None else 1)
        for command in _NEEDS_COMPLAINT:
            self.available.emit(command, sheet is not None)
        for command in _NEEDS_OPEN_LINK:
            self.available.emit(command, sheet is not None and sheet.open_forwarding is not None)
        if sheet is not None:
            closed = sheet.complaint.status in CLOSED
            self.available.emit("reopen", closed)
            for command in ("remind", "record-answer", "close-complaint"):
                self.available.emit(command, not closed)

    def _remind(self) -> None:
        if (sheet := self._sheet.sheet) is None:
            return
        template = "reminder" if sheet.contact is not None else "forward"
        contact_id = sheet.contact.id if sheet.contact is not None else None
        ticket = sheet.complaint.ticket
        prepare = partial(_prepare, self._backstage, self._operator, ticket, contact_id, template)
        self._tasks.run(Lane.DATA, prepare, self._open_link, self._failed, owner=self)

    def _open_link(self, prepared: Prepared) -> None:
        if not self._opener.open(prepared.message.url):
            problem = Problem(ProblemCode.LINK_NOT_OPENED, route=word(self._backstage.settings.route))
            self._failed(problem)
            self._after()
            return
        record = partial(_record_opened, self._backstage, self._operator, prepared)
        self._tasks.run(Lane.DATA, record, self._after, self._failed, owner=self)

    def _settle(self, *, sent: bool) -> None:
        sheet = self._sheet.sheet
        if sheet is None or sheet.open_forwarding is None:
            return
        work = partial(_settle, self._backstage, self._operator, sheet, sent=sent)
        self._tasks.run(Lane.DATA, work, self._after, self._failed, owner=self)

    def _reopen(self) -> None:
        if (sheet := self._sheet.sheet) is not None:
            work = partial(
                _change_status, self._backstage, self._operator, sheet.complaint.ticket, Status.REOPENED, ""
            )
            self._tasks.run(Lane.DATA, work, self._after, self._failed, owner=self)

    def _ask(self, kind: AnswerKind) -> None:
        if (sheet := self._sheet.sheet) is not None:
            dialog = AnswerDialog(self, kind, sheet.complaint.ticket)
            dialog.answered.connect(self._answered)
            dialog.open()

    @Slot(str, object, str)
    def _answered(self, ticket: str, status: Status | None, words: str) -> None:
        if status is None:
            work = partial(_add_note, self._backstage, self._operator, ticket, words)
        else:
            work = partial(_change_status, self._backstage, self._operator, ticket, status, words)
        self._tasks.run(Lane.DATA, work, self._after, self._failed, owner=self)

    def _after(self, nothing: object = None) -> None:
        del nothing
        self.changed_data.emit(Changed(frozenset({Topic.COMPLAINTS}), self))


def _prepare(
    backstage: Backstage, operator: Operator, ticket: str, contact_id: UUID | None, template: str
) -> Prepared:
    return backstage.forwarding.prepare(operator, ticket, contact_id=contact_id, template=template)


def _record_opened(backstage: Backstage, operator: Operator, prepared: Prepared) -> None:
    backstage.forwarding.record_opened(operator, prepared.forwarding.id)


def _settle(backstage: Backstage, operator: Operator, sheet: Sheet, *, sent: bool) -> None:
    if sheet.open_forwarding is not None:
        record = backstage.forwarding.record_sent if sent else backstage.forwarding.record_not_sent
        record(operator, sheet.open_forwarding.id)


def _change_status(backstage: Backstage, operator: Operator, ticket: str, status: Status, words: str) -> None:
    backstage.tracking.change_status(operator, ticket, status, words)


def _add_note(backstage: Backstage, operator: Operator, ticket: str, words: str) -> None:
    backstage.tracking.add_note(operator, ticket, words)
