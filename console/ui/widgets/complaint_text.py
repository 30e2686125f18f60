"""Where the complaint is written: it takes what a desk can use and never chokes on what was pasted."""

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QWidget

from console.domain.text import MAX_TEXT
from console.ui.widgets.text_edit import GrowingTextEdit


class ComplaintText(GrowingTextEdit):
    """`overflowed`: a paste of so many characters was cut to what fits; the clipboard keeps it all."""

    overflowed = Signal(int)

    def __init__(self, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(name, placeholder=placeholder, lines=4, most=11, parent=parent)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text, at most as much as a complaint may hold: a megabyte would freeze the layout."""
        pasted = source.text()
        room = MAX_TEXT - (len(self.toPlainText()) - len(self.textCursor().selectedText()))
        if len(pasted) <= room:
            self.textCursor().insertText(pasted)
            return
        self.textCursor().insertText(pasted[: max(room, 0)])
        self.overflowed.emit(len(pasted))
