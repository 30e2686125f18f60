"""Answers already given, a line each; pressing one takes the answer back and asks again."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.i18n import translate as _
from console.ui.tokens import Tone
from console.ui.widgets.card import column
from console.ui.widgets.clearing import take_away
from console.ui.widgets.judgement import Answered
from console.ui.widgets.line_button import LineButton


class AnsweredQuestions(QWidget):
    """`taken_back` carries the question's id."""

    taken_back = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answers: tuple[Answered, ...] = ()
        self._lines: list[LineButton] = []
        self._layout = column(self, spacing=2)
        self.hide()

    def answers(self) -> tuple[Answered, ...]:
        """Return what is shown."""
        return self._answers

    def show_answers(self, answers: Sequence[Answered]) -> None:
        """Show these, the first asked first."""
        if tuple(answers) == self._answers:
            return
        self._answers = tuple(answers)
        for line in self._lines:
            self._layout.removeWidget(line)
            take_away(line)
        self._lines = []
        for given in self._answers:
            words = given.answer if given.number else _("Not known")
            line = LineButton(words, detail=given.question, state=_("change"), tone=Tone.ACCENT, parent=self)
            line.setObjectName(f"intake-answered-{given.question_id}")
            line.setAccessibleDescription(_("Takes the answer back and asks again"))
            line.clicked.connect(self._clicked)
            self._layout.addWidget(line)
            self._lines.append(line)
        self.setVisible(bool(self._answers))

    def take_back_last(self) -> bool:
        """Take the newest answer back; false without one."""
        if self._answers:
            self.taken_back.emit(self._answers[-1].question_id)
        return bool(self._answers)

    def _clicked(self) -> None:
        line = self.sender()
        if isinstance(line, LineButton) and line in self._lines:
            self.taken_back.emit(self._answers[self._lines.index(line)].question_id)
