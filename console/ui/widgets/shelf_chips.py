"""The saved filters of the worklist with their figures."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QWidget

from console.i18n import translate as _
from console.ui.widgets.card import row
from console.ui.widgets.chip import Chip
from console.ui.widgets.worklist_values import Shelf


class ShelfChips(QWidget):
    """One chip is always chosen; `chosen` comes from the user only."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = {
            Shelf.OVERDUE: _("Late"),
            Shelf.WAITING: _("Waiting for an answer"),
            Shelf.TODAY: _("Today"),
            Shelf.ALL: _("All"),
        }
        self._chips = {shelf: Chip(words[shelf], parent=self) for shelf in Shelf}
        self._group = QButtonGroup(self)
        layout = row(self, spacing=8)
        for shelf, chip in self._chips.items():
            chip.setObjectName(f"shelf-{shelf.value}")
            self._group.addButton(chip)
            layout.addWidget(chip)
        self._chips[Shelf.WAITING].setChecked(True)
        self._group.buttonClicked.connect(self._clicked)

    def shelf(self) -> Shelf:
        """Return the chosen shelf."""
        return next(shelf for shelf, chip in self._chips.items() if chip.isChecked())

    def choose(self, shelf: Shelf) -> None:
        """Choose a shelf without saying so."""
        self._chips[shelf].setChecked(True)

    @Slot(object)
    def show_counts(self, counts: Mapping[Shelf, int]) -> None:
        """Show how many complaints stand on each shelf."""
        for shelf, chip in self._chips.items():
            chip.set_count(counts[shelf])

    @Slot(object)
    def _clicked(self, button: object) -> None:
        del button
        self.chosen.emit()
