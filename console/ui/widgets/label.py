"""Text in one of the steps of the type scale."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from console.ui.theme import Role
from console.ui.tokens import Tone


class Label(QLabel):
    """Plain text (never markup: data can hold ``<``) in a role and a tone; `wrap` breaks long lines."""

    def __init__(
        self,
        words: str = "",
        role: Role = Role.BODY,
        tone: Tone = Tone.INK,
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role.value)
        self.setProperty("tone", tone.value)
        self.setWordWrap(wrap)

    def set_tone(self, tone: Tone) -> None:
        """Change what the text means."""
        if self.property("tone") != tone.value:
            self.setProperty("tone", tone.value)
            self.style().unpolish(self)
            self.style().polish(self)


class SectionLabel(Label):
    """The small grey heading above a group."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, Role.LABEL, Tone.MUTED, parent=parent)
