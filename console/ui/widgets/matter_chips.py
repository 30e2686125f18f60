"""What the complaint may be about: up to three matters to choose from, and the words that decided."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from console.domain.assessment import RankedMatter
from console.domain.text import shorten
from console.i18n import translate as _
from console.ui.theme import Role
from console.ui.tokens import Tone
from console.ui.widgets.card import column, row
from console.ui.widgets.choices import Option
from console.ui.widgets.clamped_label import ClampedLabel
from console.ui.widgets.label import SectionLabel
from console.ui.widgets.numbered_choices import NumberedChoices

MOST = 3
_SIDE_BY_SIDE = 60  # characters; three lines of a third of the column show most of them
_ALONE = 90
_SHORTEST_HEAD = 8


def short_title(title: str, limit: int) -> str:
    """Return the title without its explanations in brackets or after a colon, if it is too long with them."""
    if len(title) <= limit:
        return title
    for mark in (" (", ": ", "; "):
        head = title.partition(mark)[0]
        if _SHORTEST_HEAD <= len(head) < len(title):
            title = head
            break
    return shorten(title, limit)


class MatterChips(QWidget):
    """`chosen` carries the code of the matter picked by the agent."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matters: tuple[RankedMatter, ...] = ()
        self._because = ClampedLabel("", Role.LABEL, Tone.MUTED, lines=1, parent=self)
        self._because.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._because.setObjectName("intake-because")
        self._cards = NumberedChoices(_("Matters"), columns=MOST, parent=self)
        self._cards.setObjectName("intake-matters")
        self._cards.chosen.connect(self.chosen)
        head = row(spacing=12)
        head.addWidget(SectionLabel(_("Matter"), self))
        head.addWidget(self._because, 1)
        layout = column(self, spacing=5)
        layout.addLayout(head)
        layout.addWidget(self._cards)

    def show_matters(self, matters: Sequence[RankedMatter], chosen: str, *, numbered: bool) -> None:
        """Offer the best of these; `numbered` prints the digits while digits choose here."""
        self._matters = tuple(matters[:MOST])
        limit = _SIDE_BY_SIDE if len(self._matters) > 1 else _ALONE
        options = [
            Option(
                value=matter.code,
                title=short_title(matter.title, limit),
                number=number if numbered else None,
            )
            for number, matter in enumerate(self._matters, 1)
        ]
        self._cards.set_layout(max(len(options), 1), 3 if len(options) > 1 else 2, 0)
        self._cards.set_options(options)
        self._cards.share_by_length()
        for matter, card in zip(self._matters, self._cards.buttons(), strict=True):
            card.setToolTip(matter.title)
            card.setAccessibleName(matter.title)
        leading = next((matter for matter in self._matters if matter.code == chosen), None)
        self._cards.choose(leading.code if leading else None)
        words = (leading or self._matters[0]).because if self._matters else ()
        self._because.setText(_("deciding words: {words}").format(words=", ".join(words)) if words else "")

    def matters(self) -> tuple[RankedMatter, ...]:
        """Return the matters offered."""
        return self._matters

    def choose_number(self, number: int) -> bool:
        """Choose by number from anywhere, without taking the focus; false when there is none."""
        if not self._has(number):
            return False
        self._cards.buttons()[number - 1].click()
        return True

    def focus_first(self) -> None:
        """Focus the matter chosen, or the first."""
        self._cards.focus_first()

    def _has(self, number: int) -> bool:
        return 1 <= number <= len(self._matters)
