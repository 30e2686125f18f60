"""The left part of the directory: search line, emergency numbers, and the list that follows the typing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from console.i18n import translate as _
from console.i18n import translate_plural as ngettext
from console.ui.pages.directory_lines import ContactAnswer
from console.ui.theme import Role, current_theme
from console.ui.tokens import Tone
from console.ui.widgets.card import Card, column, row
from console.ui.widgets.contact_line import ContactLine
from console.ui.widgets.contact_table import ContactTable
from console.ui.widgets.empty_state import EmptyState
from console.ui.widgets.hotline_strip import HotlineStrip
from console.ui.widgets.label import Label
from console.ui.widgets.result_search import ResultSearch

_COUNT = 92


class DirectoryFinder(QWidget):
    """`asked` comes at every change of the text, `picked` with the line now chosen (None: none).

    `accepted` comes with Enter in the search line or the list, `typing` when the search line gets (True) or
    loses the focus.
    """

    asked = Signal()
    picked = Signal(object)
    accepted = Signal()
    typing = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = ResultSearch(
            _("Search the directory"),
            placeholder=_("Name, office, field, village or number…"),
            key="Ctrl+F",
            parent=self,
        )
        self.search.setObjectName("directory-search")
        self.count = Label("", Role.LABEL, Tone.MUTED, parent=self)
        self.count.setMinimumWidth(current_theme().px(_COUNT))  # the search line keeps its width
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.strip = HotlineStrip(_("Emergency numbers"), self)
        self.table = ContactTable(_("Contacts found"), self)
        self.table.setObjectName("directory-list")
        self._results = QStackedWidget(self)
        self._results.addWidget(self.table)
        self._results.addWidget(self._nothing())
        self._arrange()
        self._wire()

    def _nothing(self) -> Card:
        surface = Card(self, padding=0)
        teaching = EmptyState(
            "search",
            _("Nothing fits"),
            _("Try fewer words, another spelling, or the office instead of the person."),
            parent=surface,
        )
        surface.body.addWidget(teaching)
        return surface

    def _arrange(self) -> None:
        top = row(spacing=12)
        top.addWidget(self.search, 1)
        top.addWidget(self.count)
        left = column(self, spacing=10)
        left.addLayout(top)
        left.addWidget(self.strip)
        left.addWidget(self._results, 1)
        self.strip.hide()

    def _wire(self) -> None:
        self.search.searched.connect(self.asked)
        self.search.accepted.connect(self.accepted)
        self.search.left_down.connect(self._enter_list)
        self.search.entered.connect(self.typing)
        self.table.opened.connect(self.accepted)
        self.table.left_up.connect(self.focus_search)
        self.table.row_changed.connect(self._row_changed)
        self.strip.picked.connect(self.show_apart)

    def show_answer(self, answer: ContactAnswer, *, keep: bool) -> None:
        """Show what was found; `keep` leaves the contact chosen."""
        self.table.show_lines(answer.lines, keep=keep, choose=bool(answer.query.text.strip()))
        self._results.setCurrentIndex(0 if answer.lines else 1)
        self.count.setText(_count_words(answer))
        self._show_strip()

    def show_hotlines(self, lines: Sequence[ContactLine]) -> None:
        """Show these emergency numbers while nothing is searched for."""
        self.strip.show_lines(lines)
        self._show_strip()

    def shows_nothing(self) -> bool:
        """Say whether the sentence that teaches stands in place of the list."""
        return self._results.currentIndex() == 1

    @Slot()
    def focus_search(self) -> None:
        """Go to the search line, what stands there selected."""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.selectAll()

    @Slot(object)
    def show_apart(self, line: ContactLine) -> None:
        """Choose a contact that may stand in no line: an emergency number, the next in the chain."""
        if not self.table.select_contact(line.contact.id):
            self.table.select_nothing()
        self.picked.emit(line)

    def _show_strip(self) -> None:
        wanted = not self.search.text().strip() and bool(self.strip.cards())
        if not wanted and self.strip.isAncestorOf(QApplication.focusWidget() or self):
            self.focus_search()  # before the focus is lost with the card
        self.strip.setVisible(wanted)

    @Slot()
    def _row_changed(self) -> None:
        line = self.table.current_line()
        if line is not None:
            self.picked.emit(line)

    @Slot()
    def _enter_list(self) -> None:
        if self.table.lines():
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
            if self.table.current_line() is None:
                self.table.select_row(0)


def _count_words(answer: ContactAnswer) -> str:
    count = len(answer.lines)
    if not count:
        return _("nothing found")
    if answer.more:
        return _("the first {count}").format(count=count)
    return ngettext("{count} contact", "{count} contacts", count).format(count=count)
