"""The few windows above the window: parented, deleted when closed, never waited for with `exec`."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from console.i18n import translate as _
from console.ui.theme import Role, current_theme
from console.ui.tokens import Tone
from console.ui.widgets.button import Button, DangerButton, PrimaryButton, SecondaryButton
from console.ui.widgets.card import column, row
from console.ui.widgets.label import Label


class ConsoleDialog(QDialog):
    """A titled dialog with a column `body` and a row of buttons; show it with `open()`.

    `accepted` tells that the main button was pressed. Fields must be read in a slot of `accepted`: the
    dialog is gone afterwards.
    """

    def __init__(
        self, parent: QWidget, title: str, *, accept_words: str, sentence: str = "", width: int = 460
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setModal(True)
        theme = current_theme()
        self.setMinimumWidth(theme.px(width))
        whole = column(self, spacing=12, margin=20)
        whole.addWidget(Label(title, Role.SECTION, wrap=True))
        if sentence:
            whole.addWidget(Label(sentence, tone=Tone.MUTED, wrap=True))
        self.body = column(spacing=10)
        whole.addLayout(self.body)
        whole.addSpacing(theme.px(4))
        self.accept_button = self.make_accept_button(accept_words)
        self.accept_button.clicked.connect(self.accept)
        self.cancel_button = SecondaryButton(_("Cancel"), key="Escape", parent=self)
        self.cancel_button.clicked.connect(self.reject)
        buttons = row(spacing=8)
        buttons.addStretch()
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.accept_button)
        whole.addLayout(buttons)

    def make_accept_button(self, words: str) -> Button:
        """Return the main button."""
        return PrimaryButton(words, key="Return", parent=self)

    def showEvent(self, event: QShowEvent) -> None:
        """Let Tab follow the reading order: fields first, then the buttons made before them."""
        super().showEvent(event)
        if fields := self._fields():
            QWidget.setTabOrder(fields[-1], self.cancel_button)
            QWidget.setTabOrder(self.cancel_button, self.accept_button)
            fields[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _fields(self) -> list[QWidget]:
        found: list[QWidget] = []
        following = self.accept_button.nextInFocusChain()
        while following is not None and following is not self.accept_button:
            if following.focusPolicy() & Qt.FocusPolicy.TabFocus and following is not self.cancel_button:
                found.append(following)
            following = following.nextInFocusChain()
        return [field for field in found if self.isAncestorOf(field)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Accept with Enter from any line of text."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.accept_button.isEnabled():
            self.accept_button.click()
        else:
            super().keyPressEvent(event)


class ConfirmDialog(ConsoleDialog):
    """Only for what cannot be taken back; everything else gets Undo instead of a question."""

    def __init__(self, parent: QWidget, title: str, *, sentence: str, accept_words: str) -> None:
        super().__init__(parent, title, accept_words=accept_words, sentence=sentence)
        self.cancel_button.setFocus()

    def make_accept_button(self, words: str) -> Button:
        """Return the dangerous button; it has no key, so that Enter never destroys."""
        return DangerButton(words, parent=self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press only the button that has the focus."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)


class FileQuestion(QFileDialog):
    """Asks for one file without blocking; `answer` gets the path, never called on Cancel."""

    def __init__(
        self, parent: QWidget, title: str, *, pattern: str, answer: Callable[[str], object], save_as: str = ""
    ) -> None:
        super().__init__(parent, title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setNameFilter(pattern)
        self._answer = answer
        if save_as:
            self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            self.setFileMode(QFileDialog.FileMode.AnyFile)
            self.selectFile(save_as)
        else:
            self.setFileMode(QFileDialog.FileMode.ExistingFile)
        self.fileSelected.connect(self._chosen)

    @Slot(str)
    def _chosen(self, path: str) -> None:
        self._answer(path)
