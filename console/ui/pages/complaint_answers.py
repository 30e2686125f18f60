"""The small question behind *answer*, *note* and *close*: some words, and for an answer how far it got."""

from enum import StrEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from console.domain.complaint import Status
from console.i18n import translate as _
from console.ui.dialogs import ConsoleDialog
from console.ui.widgets.choices import Choices, Option
from console.ui.widgets.field import Field
from console.ui.widgets.text_edit import GrowingTextEdit
from console.wording import word


class AnswerKind(StrEnum):
    """What the agent wants to write down."""

    ANSWER = "answer"
    NOTE = "note"
    CLOSE = "close"


class AnswerDialog(ConsoleDialog):
    """`answered` carries the ticket, the new `Status` (None for a note) and the words."""

    answered = Signal(str, object, str)

    def __init__(self, parent: QWidget, kind: AnswerKind, ticket: str) -> None:
        titles = {
            AnswerKind.ANSWER: _("What did the office answer?"),
            AnswerKind.NOTE: _("Note on the complaint"),
            AnswerKind.CLOSE: _("How was it settled?"),
        }
        super().__init__(parent, titles[kind], accept_words=_("Save"), sentence=ticket)
        self._kind, self._ticket = kind, ticket
        self._states = Choices(_("Status"), columns=2, parent=self)
        if kind is AnswerKind.ANSWER:
            choices = (Status.ACKNOWLEDGED, Status.IN_PROGRESS, Status.RESOLVED, Status.NOT_OURS)
            self._states.set_options(
                [Option(value=one, title=word(one), number=at) for at, one in enumerate(choices, 1)]
            )
            self._states.choose(Status.ACKNOWLEDGED)
            self.body.addWidget(Field(_("Status"), self._states))
        else:
            self._states.hide()
        self._words = GrowingTextEdit(_("Words"), lines=3, most=8, parent=self)
        self._words.setObjectName("answerWords")
        self.body.addWidget(Field(_("In the office's words"), self._words))
        self._words.edited.connect(self._typed)
        self.accepted.connect(self._answer)
        self._words.setFocus()
        self._typed()

    def choose_state(self, status: Status) -> None:
        """Show this state as the one the office answered."""
        self._states.choose(status)

    def _status(self) -> Status | None:
        if self._kind is AnswerKind.NOTE:
            return None
        value = self._states.value()
        return value if isinstance(value, Status) else Status.RESOLVED

    @Slot()
    def _typed(self) -> None:
        needed = self._kind is not AnswerKind.ANSWER
        self.accept_button.setEnabled(not needed or bool(self._words.text().strip()))

    @Slot()
    def _answer(self) -> None:
        self.answered.emit(self._ticket, self._status(), self._words.text())
