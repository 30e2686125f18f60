"""A labelled control: label above, hint at the right, and the error at the field in a sentence."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from console.ui.theme import Role, current_theme
from console.ui.tokens import Tone
from console.ui.widgets.label import Label


class Field(QWidget):
    """Gives the control its spoken name; `set_error` marks it and says what to do."""

    def __init__(
        self, words: str, control: QWidget, *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.control = control
        self._hint_for_error = hint
        # With a buddy an ampersand would mean a mnemonic.
        self._label = Label(words.replace("&", "&&"), Role.LABEL, Tone.MUTED)
        self._label.setBuddy(control)
        self._hint = Label(hint, Role.LABEL, Tone.MUTED)
        self._error = Label("", Role.LABEL, Tone.DANGER, wrap=True)
        self._error.hide()
        control.setAccessibleName(words)
        control.setAccessibleDescription(hint)
        self.setFocusProxy(control)
        self._arrange()

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(current_theme().px(8))
        grid.setVerticalSpacing(current_theme().px(4))
        grid.addWidget(self._label, 0, 0)
        grid.addWidget(self._hint, 0, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.control, 1, 0, 1, 2)
        grid.addWidget(self._error, 2, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        if self.control.sizePolicy().verticalPolicy() is QSizePolicy.Policy.Fixed:
            # A line stays under its label, however tall the error of its neighbour is.
            grid.setAlignment(Qt.AlignmentFlag.AlignTop)
        else:
            grid.setRowStretch(1, 1)

    def set_hint(self, words: str) -> None:
        """Show another hint at the right of the label."""
        self._hint.setText(words)
        self._hint_for_error = words
        if not self.error():
            self.control.setAccessibleDescription(words)

    def error(self) -> str:
        """Return the sentence shown, empty when all is well."""
        return self._error.text()

    def set_error(self, sentence: str) -> None:
        """Mark the control and show the sentence under it; an empty sentence clears both."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self.control.setAccessibleDescription(sentence or self._hint_for_error)
        if bool(self.control.property("invalid")) != bool(sentence):
            self.control.setProperty("invalid", bool(sentence))
            self.control.style().unpolish(self.control)
            self.control.style().polish(self.control)

    def clear_error(self) -> None:
        """Say that all is well again."""
        self.set_error("")
