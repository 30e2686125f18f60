"""Which village: type-ahead over all of them, in either spelling, with the kecamatan beside the name."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from console.domain.region import Village, VillageKind
from console.domain.villages import VillageIndex
from console.i18n import translate as _
from console.ui.widgets.suggestion_list import Suggestion
from console.ui.widgets.type_ahead import TypeAhead

_MOST = 7


def village_words(village: Village) -> str:
    """Return ``Kebaman · Kec. Srono``: the name alone stands for two villages more than once."""
    return f"{village.name} · Kec. {village.district}"


class VillageField(TypeAhead):
    """`village_changed` carries the code, empty once the text is edited away from what was picked."""

    village_changed = Signal(str)
    left = Signal()

    def __init__(self, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(name, placeholder=placeholder, parent=parent)
        self._index: VillageIndex | None = None
        self._waiting_code = ""
        self.asked.connect(self._ask)
        self.picked.connect(self._take)
        self.cleared.connect(self._forget)

    def use_index(self, index: VillageIndex) -> None:
        """Offer from this index; a code set before it came is shown now."""
        self._index = index
        if self._waiting_code:
            self.set_code(self._waiting_code)
        elif self.hasFocus() and self.text():
            self._ask(self.text())

    def code(self) -> str:
        """Return the code picked, empty while the text is only text."""
        choice = self.choice()
        return choice.value.code if choice and isinstance(choice.value, Village) else self._waiting_code

    def loose_text(self) -> str:
        """Return what was typed but names no village."""
        return "" if self.code() else self.text().strip()

    def set_choice(self, suggestion: Suggestion | None) -> None:
        """Show a choice from its beginning: the name matters more than the kecamatan."""
        super().set_choice(suggestion)
        self.setCursorPosition(0)

    def set_code(self, code: str) -> None:
        """Show the village with this code; empty for none."""
        found = self._index.named(code) if self._index and code else ()
        self._waiting_code = code if code and not found else ""
        self.set_choice(_suggestion(found[0]) if found else None)

    def _ask(self, text: str) -> None:
        found = self._index.search(text, _MOST) if self._index else ()
        self.offer([_suggestion(village) for village in found])

    def _take(self, suggestion: Suggestion) -> None:
        if isinstance(suggestion.value, Village):
            self.village_changed.emit(suggestion.value.code)

    def _forget(self) -> None:
        self._waiting_code = ""
        self.village_changed.emit("")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take a village that was written out in full, then tell that the field was left."""
        super().focusOutEvent(event)
        if self._index and self.loose_text():
            named = self._index.named(self.text())
            if len(named) == 1:
                self.set_choice(_suggestion(named[0]))
                self.village_changed.emit(named[0].code)
        self.left.emit()


def _suggestion(village: Village) -> Suggestion:
    kind = _("kelurahan") if village.kind is VillageKind.KELURAHAN else ""
    also = ", ".join(village.other_spellings[:2])
    return Suggestion(
        value=village, title=village_words(village), detail=" · ".join(part for part in (kind, also) if part)
    )
