"""Panduan: the base to browse and search; it answers a caller who only asks, without a complaint."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from console.domain.access import Operator
from console.domain.problems import Problem
from console.i18n import translate as _
from console.services.ports import LinkOpener
from console.ui.actions import ActionSet
from console.ui.backstage import Backstage
from console.ui.page import Page
from console.ui.pages.guide_finder import GuideFinder
from console.ui.pages.guide_lookups import GuideAnswer, GuideQuery, find_in_guide, guide_sheet, named_in
from console.ui.tasks import TaskRunner
from console.ui.tokens import Tone
from console.ui.widgets.card import row
from console.ui.widgets.choices import Option, Segmented
from console.ui.widgets.guide_card import GuideCard, sheet_id
from console.ui.widgets.guide_values import GuideId, GuideKind, GuideSheetValue, MatterSheetValue
from console.ui.widgets.notice import Notice
from console.wording import problem_sentence

_FINDER_SHARE, _SHEET_SHARE = 632, 634
_SHEET_PAUSE_MS = 120  # the sheet follows once the selection rests


class GuidePage(Page):
    """`complaint_requested` carries the code of the matter a complaint is to be made of.

    The intake page is asked for as well, with the matter itself.
    """

    complaint_requested = Signal(str)

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
        self.setObjectName("guide")
        del opener, operator, actions  # every page is made of the same parts; reading the base needs none
        self._backstage, self._tasks = backstage, tasks
        self._shown: GuideQuery | None = None
        self._wanted: GuideId | None = None
        self._goal: GuideId | None = None
        self._trail: list[GuideId] = []
        self._waiting: Callable[[], None] | None = None
        self.kinds = Segmented(_("What the guide shows"), _kinds(), self)
        self.kinds.setObjectName("guide-kinds")
        self.finder = GuideFinder(self)
        self.card = GuideCard(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_SHEET_PAUSE_MS)
        whole = row(self, spacing=12)
        whole.addWidget(self.finder, _FINDER_SHARE)
        whole.addWidget(self.card, _SHEET_SHARE)
        self._wire()

    def _wire(self) -> None:
        self.kinds.chosen.connect(self._ask)
        self.finder.asked.connect(self._ask)
        self.finder.accepted.connect(self._enter_sheet)
        self.finder.picked.connect(self._row_changed)
        self.card.link_wanted.connect(self._follow)
        self.card.back_wanted.connect(self._back)
        self.card.copy_button.clicked.connect(self._copy_explanation)
        self.card.steps_button.clicked.connect(self._copy_steps)
        self.card.complaint_button.clicked.connect(self._request_complaint)
        self._pause.timeout.connect(self._load_sheet)

    def title(self) -> str:
        """Return the page's title."""
        return _("Guide")

    def header_widgets(self) -> Sequence[QWidget]:
        """Return the choice between matters and procedures."""
        return (self.kinds,)

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the command table can ask of this page."""
        return {"complaint-from-matter": self._request_complaint, "copy-steps": self._copy_steps}

    def activated(self) -> None:
        """Fill the lists; the line chosen stays chosen."""
        self._ask()

    def receive(self, value: object) -> None:
        """Show a matter or procedure by its code, or search for a text."""
        if isinstance(value, str):
            self._latest("named", partial(_named, self._backstage, value), self._show_named)

    def focus_first(self) -> None:
        """Begin in the search line."""
        self.finder.focus_search()

    def find_here(self) -> bool:
        """Go to the search line."""
        self.finder.focus_search()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the explanation; Esc leads back step by step: sheet before, list, search line."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy_explanation()
        elif event.key() == Qt.Key.Key_Escape:
            self._step_back()
        else:
            super().keyPressEvent(event)

    def _query(self) -> GuideQuery:
        kind = self.kinds.value()
        return GuideQuery(
            kind=kind if isinstance(kind, GuideKind) else GuideKind.MATTER,
            text=self.finder.search.text(),
            domain=self.finder.domains.domain(),
        )

    def _latest(self, name: str, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._tasks.latest((name, id(self)), work, done, self._failed, owner=self)

    @Slot()
    def _ask(self) -> None:
        self._latest("guide", partial(find_in_guide, self._backstage, self._query()), self._show)

    def _show(self, answer: GuideAnswer) -> None:
        keep = answer.query == self._shown
        self._shown = answer.query
        self.finder.show_answer(answer, keep=keep)
        if self._goal is not None:
            goal, self._goal = self._goal, None
            self.finder.select(goal)
        elif not answer.lines:
            self._waiting = None
            self._want(None)
        self._do_waiting()

    @Slot(object)
    def _row_changed(self, wanted: GuideId) -> None:
        if wanted != self._wanted:
            self._trail.clear()
            self._want(wanted)

    def _want(self, wanted: GuideId | None) -> None:
        self._wanted = wanted
        if wanted is not None:
            self._pause.start()
            return
        self._pause.stop()
        if self._card_has_focus():
            self.finder.focus_search()  # before the focus is lost with the sheet
        self.card.show_value(None, back=False)

    @Slot()
    def _load_sheet(self) -> None:
        if self._wanted is not None:
            self._latest("sheet", partial(guide_sheet, self._backstage, self._wanted), self._show_sheet)

    def _show_sheet(self, value: GuideSheetValue) -> None:
        if sheet_id(value) != self._wanted:
            return
        self.card.show_value(value, back=bool(self._trail))
        matter = isinstance(value, MatterSheetValue)
        self.available.emit("complaint-from-matter", matter)
        self.available.emit("copy-steps", not matter)
        self._do_waiting()

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
            self.finder.search.setText(text)
            return
        self.kinds.choose(wanted.kind)
        self.finder.look_for_all()
        self._trail.clear()
        self._goal = wanted
        self._want(wanted)
        self._ask()

    def _failed(self, problem: Problem) -> None:
        self.noticed.emit(Notice(words=problem_sentence(problem), tone=Tone.DANGER))

    @Slot()
    def _enter_sheet(self) -> None:
        self._with_sheet(self.card.focus_sheet)

    def _step_back(self) -> None:
        if self._trail:
            self._back()
        elif self._card_has_focus():
            self.finder.enter_list()
        else:
            self.finder.focus_search()

    def _card_has_focus(self) -> bool:
        return self.card.isAncestorOf(QApplication.focusWidget() or self)

    @Slot()
    def _copy_explanation(self) -> None:
        self._with_sheet(self._copy)

    @Slot()
    def _copy_steps(self) -> None:
        self._with_sheet(self._copy_whole)

    @Slot()
    def _request_complaint(self) -> None:
        self._with_sheet(self._pass_on_matter)

    def _with_sheet(self, action: Callable[[], None]) -> None:
        """Act on the sheet of the line chosen; when it is still on its way, as soon as it is here."""
        self._waiting = action
        self._do_waiting()

    def _do_waiting(self) -> None:
        here = self._wanted is not None and self.card.id() == self._wanted and self._shown == self._query()
        if self._waiting is not None and here:
            action, self._waiting = self._waiting, None
            action()

    def _copy(self) -> None:
        self._to_clipboard(self.card.explanation())

    def _copy_whole(self) -> None:
        self._to_clipboard(self.card.steps())

    def _to_clipboard(self, text: str) -> None:
        if text:
            QGuiApplication.clipboard().setText(text)
            self.noticed.emit(Notice(words=_("Copied, ready to be pasted.")))
        else:
            self.noticed.emit(Notice(words=_("This sheet has no explanation yet."), tone=Tone.MUTED))

    def _pass_on_matter(self) -> None:
        value = self.card.value()
        if isinstance(value, MatterSheetValue):
            self.complaint_requested.emit(value.matter.code)
            self.wants_page.emit("intake", value.matter)


def _kinds() -> list[Option]:
    return [
        Option(value=GuideKind.MATTER, title=_("Matters")),
        Option(value=GuideKind.PROCEDURE, title=_("Steps & documents")),
    ]


def _named(backstage: Backstage, text: str) -> tuple[str, GuideId | None]:
    return text, named_in(backstage, text)
