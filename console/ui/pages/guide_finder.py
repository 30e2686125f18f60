"""The left part of the guide: search line, domains, and the matters or procedures found."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from console.i18n import translate as _
from console.i18n import translate_plural as ngettext
from console.ui.pages.guide_lookups import GuideAnswer
from console.ui.theme import Role, current_theme
from console.ui.tokens import Tone
from console.ui.widgets.card import Card, column, row
from console.ui.widgets.domain_list import DomainList
from console.ui.widgets.empty_state import EmptyState
from console.ui.widgets.guide_list import GuideList
from console.ui.widgets.guide_values import GuideId, GuideKind
from console.ui.widgets.label import Label
from console.ui.widgets.result_search import ResultSearch

_DOMAINS, _LIST = 212, 408
_COUNT = 76


class GuideFinder(QWidget):
    """`asked` comes at every change of text or domain, `picked` with the `GuideId` of the line now chosen.

    `accepted` comes with Enter in the search line or the list.
    """

    asked = Signal()
    picked = Signal(object)
    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = ResultSearch(
            _("Search the guide"),
            placeholder=_("Say it as the citizen does: dalan bolong, KTP ilang…"),
            key="Ctrl+F",
            parent=self,
        )
        self.search.setObjectName("guide-search")
        self.count = Label("", Role.LABEL, Tone.MUTED, parent=self)
        self.count.setMinimumWidth(current_theme().px(_COUNT))  # the search line keeps its width
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.domains = DomainList(_("Domains"), self)
        self.domains.setObjectName("guide-domains")
        self.list = GuideList(_("Found in the guide"), self)
        self.list.setObjectName("guide-list")
        self._nothing = EmptyState(
            "search",
            _("Nothing fits"),
            _("Try fewer words, or all domains. Everyday Javanese words work too."),
            parent=self,
        )
        self._results = QStackedWidget(self)
        self._results.addWidget(self.list)
        self._results.addWidget(self._nothing)
        self._arrange()
        self._wire()

    def _arrange(self) -> None:
        top = row(spacing=12)
        top.addWidget(self.search, 1)
        top.addWidget(self.count)
        found = Card(self, padding=0)
        edge = current_theme().px(2)
        found.body.setContentsMargins(edge, edge, edge, edge)
        found.body.addWidget(self._results)
        domains = Card(self, padding=8)
        domains.body.addWidget(self.domains)
        both = row(spacing=12)
        both.addWidget(domains, _DOMAINS)
        both.addWidget(found, _LIST)
        left = column(self, spacing=10)
        left.addLayout(top)
        left.addLayout(both, 1)

    def _wire(self) -> None:
        self.search.searched.connect(self.asked)
        self.search.accepted.connect(self.accepted)
        self.search.left_down.connect(self.enter_list)
        self.domains.chosen.connect(self.asked)
        self.list.opened.connect(self.accepted)
        self.list.left_up.connect(self.focus_search)
        self.list.row_changed.connect(self._row_changed)

    def show_answer(self, answer: GuideAnswer, *, keep: bool) -> None:
        """Show what was found; `keep` leaves the line chosen."""
        self.domains.show_lines(answer.domains)
        self.list.show_lines(answer.lines, keep=keep)
        self._results.setCurrentIndex(0 if answer.lines else 1)
        self.count.setText(_count_words(answer))

    def shows_nothing(self) -> bool:
        """Say whether the sentence that teaches stands in place of the list."""
        return self._results.currentIndex() == 1

    def select(self, wanted: GuideId) -> None:
        """Choose a line if it is shown."""
        self.list.select(wanted)

    def look_for_all(self) -> None:
        """Search for nothing in all domains, silently."""
        for part in (self.search, self.domains):
            part.blockSignals(True)
        self.search.clear()
        self.domains.choose("")
        for part in (self.search, self.domains):
            part.blockSignals(False)

    @Slot()
    def focus_search(self) -> None:
        """Go to the search line, what stands there selected."""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.selectAll()

    @Slot()
    def enter_list(self) -> None:
        """Go to the list unless it is empty."""
        if self.list.lines():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _row_changed(self) -> None:
        line = self.list.current_line()
        if line is not None:
            self.picked.emit(line.id)


def _count_words(answer: GuideAnswer) -> str:
    count = len(answer.lines)
    if not count:
        return _("nothing found")
    if answer.query.kind is GuideKind.PROCEDURE:
        return ngettext("{count} procedure", "{count} procedures", count).format(count=count)
    return ngettext("{count} matter", "{count} matters", count).format(count=count)
