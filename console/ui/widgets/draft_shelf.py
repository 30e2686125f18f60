"""Callers put aside for another one: each a line with its first words, one key or click away."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.i18n import translate as _
from console.ui.tokens import Tone
from console.ui.widgets.card import Card, column, row
from console.ui.widgets.clearing import empty
from console.ui.widgets.key_cap import KeyCap, key_words
from console.ui.widgets.label import SectionLabel
from console.ui.widgets.line_button import LineButton

_SHOWN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfLine:
    """A parked draft: a key of its own, its first words, when it was put aside (``09.41``)."""

    key: object
    words: str
    at: str


class DraftShelf(Card):
    """Hidden while empty, newest first. `resumed` carries the key of the one to go on with."""

    resumed = Signal(object)

    def __init__(self, resume_shortcut: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, quiet=True, padding=8)
        self.body.setSpacing(2)
        self._head = SectionLabel("", self)
        self._head.setContentsMargins(6, 0, 0, 0)
        head = row(spacing=8)
        head.addWidget(self._head)
        head.addStretch()
        head.addWidget(KeyCap(key_words(resume_shortcut), self))
        self._lines: QVBoxLayout = column(spacing=0)
        self.body.addLayout(head)
        self.body.addLayout(self._lines)
        self._keys: dict[LineButton, object] = {}
        self.hide()

    def show_lines(self, lines: Sequence[ShelfLine]) -> None:
        """Show these drafts; none hides the shelf."""
        empty(self._lines)
        self._keys.clear()
        for place, parked in enumerate(lines[:_SHOWN]):
            line = LineButton(parked.words, state=parked.at, tone=Tone.MUTED, parent=self)
            line.setObjectName(f"parked-{place}")
            line.setAccessibleDescription(_("Parked caller, press to go on"))
            line.clicked.connect(self._clicked)
            self._keys[line] = parked.key
            self._lines.addWidget(line)
        self._head.setText(_("Parked callers ({count})").format(count=len(lines)))
        self.setVisible(bool(lines))

    def _clicked(self) -> None:
        line = self.sender()
        if isinstance(line, LineButton) and line in self._keys:
            self.resumed.emit(self._keys[line])
