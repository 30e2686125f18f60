"""Panduan: the base to browse and search; it answers a caller who only asks, without a complaint."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from console.domain.access import Operator
from console.domain.problems import Problem
from console.i18n import translate as _
from console.i18n import translate_plural as ngettext
from console.ui.backstage import Backstage
from console.ui.page import Page
from console.ui.pages.guide_lookups import GuideAnswer, GuideQuery, find_in_guide, guide_sheet, named_in
from console.ui.tasks import TaskRunner
from console.ui.theme import Role, current_theme
from console.ui.tokens import Tone
from console.ui.widgets.card import Card, column, row
from console.ui.widgets.choices import Option, Segmented
from console.ui.widgets.domain_list import DomainList
from console.ui.widgets.empty_state import EmptyState
from console.ui.widgets.guide_card import GuideCard, sheet_id
from console.ui.widgets.guide_list import GuideList
from console.ui.widgets.guide_values import GuideId, GuideKind, GuideSheetValue
from console.ui.widgets.label import Label
from console.ui.widgets.notice import Notice
from console.ui.widgets.result_search import ResultSearch
from console.wording import problem_sentence

_DOMAINS, _LIST, _SHEET = 212, 408, 634
_SHEET_PAUSE_MS = 60  # the sheet follows once the selection rests


class GuidePage(Page):
    """`complaint_requested` carries the code of the matter a complaint is to be made of."""

    complaint_requested = Signal(str)

    def __init__(
        self,
        backstage: Backstage,
        runner: TaskRunner,
        operator: Operator,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("guide")
        self._backstage, self._runner, self.operator = backstage, runner, operator
        self._shown: GuideQuery | None = None
        self._wanted: GuideId | None = None
        self._goal: GuideId | None = None
        self._trail: list[GuideId] = []
        self._copies: list[str] = []
        self._make_widgets()
        self._arrange()
        self._wire()

    def _make_widgets(self) -> None:
        self._kinds = Segmented(
            _("What the guide shows"),
            [
                Option(value=GuideKind.MATTER, title=_("Matters")),
                Option(value=GuideKind.PROCEDURE, title=_("Steps & documents")),
            ],
            self,
        )
        self._kinds.setObjectName("guide-kinds")
        self._search = ResultSearch(
            _("Search the guide"),
            placeholder=_("Say it as the citizen does: dalan bolong, KTP ilang…"),
            key="Ctrl+F",
            parent=self,
        )
        self._search.setObjectName("guide-search")
        self._count = Label("", Role.LABEL, Tone.MUTED, parent=self)
        self._domains = DomainList(_("Domains"), self)
        self._domains.setObjectName("guide-domains")
        self._list = GuideList(_("Found in the guide"), self)
        self._list.setObjectName("guide-list")
        self._nothing = EmptyState(
            "search",
            _("Nothing fits"),
            _("Try fewer words, or all domains. Everyday Javanese words work too."),
            parent=self,
        )
        self._card = GuideCard(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_SHEET_PAUSE_MS)

    def _arrange(self) -> None:
        whole = row(self, spacing=12)
        whole.addLayout(self._left(), _DOMAINS + 12 + _LIST)
        whole.addWidget(self._card, _SHEET)

    def _left(self) -> QVBoxLayout:
        top = row(spacing=12)
        top.addWidget(self._search, 1)
        top.addWidget(self._count)
        self._results = QStackedWidget(self)
        self._results.addWidget(self._list)
        self._results.addWidget(self._nothing)
        found = Card(self, padding=0)
        edge = current_theme().px(2)
        found.body.setContentsMargins(edge, edge, edge, edge)
        found.body.addWidget(self._results)
        domains = Card(self, padding=8)
        domains.body.addWidget(self._domains)
        both = row(spacing=12)
        both.addWidget(domains, _DOMAINS)
        both.addWidget(found, _LIST)
        left = column(spacing=10)
        left.addLayout(top)
        left.addLayout(both, 1)
        return left

    def _wire(self) -> None:
        self._kinds.chosen.connect(self._ask)
        self._search.searched.connect(self._ask)
        self._search.accepted.connect(self._enter_sheet)
        self._search.left_down.connect(self._enter_list)
        self._domains.chosen.connect(self._ask)
        self._list.row_changed.connect(self._row_changed)
        self._list.opened.connect(self._enter_sheet)
        self._list.left_up.connect(self.focus_first)
        self._card.link_wanted.connect(self._follow)
        self._card.back_wanted.connect(self._back)
        self._card.copy_button.clicked.connect(self._copy_explanation)
        self._card.steps_button.clicked.connect(self._copy_steps)
        self._card.complaint_button.clicked.connect(self._request_complaint)
        self._pause.timeout.connect(self._load_sheet)

    def title(self) -> str:
        """Return the page's title."""
        return _("Guide")

    def header_widgets(self) -> Sequence[QWidget]:
        """Return the choice between matters and procedures."""
        return (self._kinds,)

    def activated(self) -> None:
        """Fill the lists; the line chosen stays chosen."""
        self._ask()

    def receive(self, value: object) -> None:
        """Show a matter or procedure by its code, or search for a text."""
        if isinstance(value, str):
            self._runner.latest(
                ("named", id(self)),
                partial(_named, self._backstage, value),
                self._show_named,
                self._failed,
                owner=self,
            )

    def focus_first(self) -> None:
        """Begin in the search line, what stands there selected."""
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._search.selectAll()

    def find_here(self) -> bool:
        """Go to the search line."""
        self.focus_first()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the explanation; Esc leads back step by step: sheet before, list, search line."""
        whole = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy_explanation()
        elif event.key() == Qt.Key.Key_C and event.modifiers() == whole:
            self._copy_steps()
        elif event.key() == Qt.Key.Key_Escape:
            self._step_back()
        else:
            super().keyPressEvent(event)

    def _query(self) -> GuideQuery:
        kind = self._kinds.value()
        return GuideQuery(
            kind=kind if isinstance(kind, GuideKind) else GuideKind.MATTER,
            text=self._search.text(),
            domain=self._domains.domain(),
        )

    @Slot()
    def _ask(self) -> None:
        self._runner.latest(
            ("guide", id(self)),
            partial(find_in_guide, self._backstage, self._query()),
            self._show,
            self._failed,
            owner=self,
        )

    def _show(self, answer: GuideAnswer) -> None:
        keep = answer.query == self._shown
        self._shown = answer.query
        self._domains.show_lines(answer.domains)
        self._list.show_lines(answer.lines, keep=keep)
        self._results.setCurrentIndex(0 if answer.lines else 1)
        self._count.setText(_count_words(answer))
        if self._goal is not None:
            goal, self._goal = self._goal, None
            self._list.select(goal)
        elif not answer.lines:
            self._want(None)

    @Slot()
    def _row_changed(self) -> None:
        line = self._list.current_line()
        if line is not None and line.id != self._wanted:
            self._trail.clear()
            self._want(line.id)

    def _want(self, wanted: GuideId | None) -> None:
        self._wanted = wanted
        if wanted is None:
            self._pause.stop()
            if self._card_has_focus():
                self.focus_first()  # before the focus is lost with the sheet
            self._card.show_value(None, back=False)
        else:
            self._pause.start()

    @Slot()
    def _load_sheet(self) -> None:
        if self._wanted is not None:
            self._runner.latest(
                ("sheet", id(self)),
                partial(guide_sheet, self._backstage, self._wanted),
                self._show_sheet,
                self._failed,
                owner=self,
            )

    def _show_sheet(self, value: GuideSheetValue) -> None:
        if sheet_id(value) != self._wanted:
            return
        self._card.show_value(value, back=bool(self._trail))
        waiting, self._copies = self._copies, []
        for what in waiting:
            self._copy(what)

    @Slot(object)
    def _follow(self, wanted: GuideId) -> None:
        """Open a linked sheet; the one left can be gone back to."""
        if self._wanted is not None and wanted != self._wanted:
            self._trail.append(self._wanted)
        self._want(wanted)

    @Slot()
    def _back(self) -> None:
        if self._trail:
            self._want(self._trail.pop())

    def _show_named(self, named: tuple[str, GuideId | None]) -> None:
        text, wanted = named
        if wanted is None:
            self._search.setText(text)
            return
        for part in (self._search, self._domains):
            part.blockSignals(True)
        self._kinds.choose(wanted.kind)
        self._search.clear()
        self._domains.choose("")
        for part in (self._search, self._domains):
            part.blockSignals(False)
        self._trail.clear()
        self._goal = wanted
        self._want(wanted)
        self._ask()

    def _failed(self, problem: Problem) -> None:
        self.noticed.emit(Notice(words=problem_sentence(problem), tone=Tone.DANGER))

    @Slot()
    def _enter_list(self) -> None:
        if self._list.lines():
            self._list.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _enter_sheet(self) -> None:
        if self._wanted is not None:
            self._card.area.setFocus(Qt.FocusReason.TabFocusReason)

    def _step_back(self) -> None:
        if self._trail:
            self._back()
        elif self._card_has_focus():
            self._enter_list()
        else:
            self.focus_first()

    def _card_has_focus(self) -> bool:
        return self._card.isAncestorOf(QApplication.focusWidget() or self)

    @Slot()
    def _copy_explanation(self) -> None:
        self._copy("explanation")

    @Slot()
    def _copy_steps(self) -> None:
        self._copy("steps")

    def _copy(self, what: str) -> None:
        if self._wanted is None:
            return
        if self._card.id() != self._wanted:
            self._copies.append(what)  # the sheet is on its way: never copy the one before
            return
        text = self._card.steps() if what == "steps" else self._card.explanation()
        if text:
            QGuiApplication.clipboard().setText(text)
            self.noticed.emit(Notice(words=_("Copied, ready to be pasted.")))
        else:
            self.noticed.emit(Notice(words=_("This sheet has no explanation yet."), tone=Tone.MUTED))

    @Slot()
    def _request_complaint(self) -> None:
        wanted = self._card.id()
        if wanted is not None and wanted.kind is GuideKind.MATTER:
            self.complaint_requested.emit(wanted.code)


def _named(backstage: Backstage, text: str) -> tuple[str, GuideId | None]:
    return text, named_in(backstage, text)


def _count_words(answer: GuideAnswer) -> str:
    count = len(answer.lines)
    if not count:
        return _("nothing found")
    if answer.query.kind is GuideKind.PROCEDURE:
        return ngettext("{count} procedure", "{count} procedures", count).format(count=count)
    return ngettext("{count} matter", "{count} matters", count).format(count=count)
