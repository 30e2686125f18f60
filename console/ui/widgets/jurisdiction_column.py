"""The second column: what it is about, what must be asked, whose job it is, what to tell the citizen."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from console.domain.assessment import Emergency, Outcome
from console.domain.matter import Matter, Procedure
from console.i18n import translate as _
from console.ui.widgets.answered_questions import AnsweredQuestions
from console.ui.widgets.button import Button
from console.ui.widgets.card import row
from console.ui.widgets.emergency_panel import EmergencyPanel
from console.ui.widgets.empty_state import EmptyState
from console.ui.widgets.explanation import Explanation
from console.ui.widgets.judgement import Judgement
from console.ui.widgets.matter_chips import MatterChips
from console.ui.widgets.override_panel import OverridePanel
from console.ui.widgets.procedure_panel import ProcedurePanel
from console.ui.widgets.question_panel import QuestionPanel
from console.ui.widgets.verdict_card import VerdictCard
from console.ui.widgets.work_column import SIDE, WorkColumn

# Parts that keep room for their own focus ring stand that much nearer to the edge.
_RINGED = SIDE - 6


class View(StrEnum):
    """What stands in the column below an emergency."""

    VERDICT = "verdict"
    PROCEDURE = "procedure"
    OVERRIDE = "override"


class JurisdictionColumn(WorkColumn):
    """`matter_chosen` carries a code, `answered` question id and number; `left` wants the text again."""

    matter_chosen = Signal(object)
    answered = Signal(str, int)
    answer_taken_back = Signal(str)
    service_called = Signal(object)
    emergency_dismissed = Signal()
    matters_asked = Signal(str)
    overridden = Signal(str, str)
    override_withdrawn = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Jurisdiction"), parent)
        self.setObjectName("jurisdictionColumn")
        self._view = View.VERDICT
        self._judgement: Judgement | None = None
        self._announced = ""
        self.emergency = EmergencyPanel(self)
        self.empty = EmptyState("message-square-text", *_first_words(), parent=self)
        self.matters = MatterChips(self)
        self.answers = AnsweredQuestions(self)
        self.question = QuestionPanel(self)
        self.verdict = VerdictCard(self)
        self.explanation = Explanation(self)
        self.procedure = ProcedurePanel(self)
        self.override = OverridePanel(self)
        self._arrange()
        self._wire()
        self._settle()

    def _arrange(self) -> None:
        self.add(self.emergency, side=0)
        self.add(self.empty, stretch=10)
        self.add(self.matters)
        self.add(self.answers, side=_RINGED)
        self.add(self.question)
        self.add(self.verdict, side=0)
        self.add(self.explanation, side=_RINGED)
        self.add(self.override)
        self.add(self.procedure, side=_RINGED)
        self.add_stretch()

    def _wire(self) -> None:
        self.matters.chosen.connect(self.matter_chosen)
        self.question.answered.connect(self.answered)
        self.answers.taken_back.connect(self.answer_taken_back)
        self.emergency.called.connect(self.service_called)
        self.emergency.dismissed.connect(self.emergency_dismissed)
        self.override.asked.connect(self.matters_asked)
        self.override.applied.connect(self._applied)
        self.override.closed.connect(self.back_to_verdict)
        self.procedure.closed.connect(self.back_to_verdict)
        self.verdict.override_withdrawn.connect(self.override_withdrawn)

    def set_buttons(self, *buttons: Button) -> None:
        """Put these at the foot, side by side."""
        line = row(spacing=8)
        for button in buttons:
            line.addWidget(button, 1)
        self.foot.addLayout(line)

    def view(self) -> View:
        """Return what is shown below an emergency."""
        return self._view

    def show_judgement(self, judgement: Judgement | None, chosen: str = "", reason: str = "") -> None:
        """Show the engine's answer; None is the empty desk. `chosen` is the matter in force."""
        before = self._focused_part()
        self._judgement = judgement
        if judgement is not None:
            self._fill(judgement, chosen, reason)
        else:
            self.empty.set_words(*_first_words())
        self._settle()
        self._hold_focus(before)
        self._announce(judgement)

    def _announce(self, judgement: Judgement | None) -> None:
        """Tell screen readers of another question or verdict, not of every key typed."""
        assessment = judgement.assessment if judgement else None
        words = ""
        if assessment is not None and assessment.question is not None:
            words = assessment.question.text
        elif assessment is not None and assessment.verdict is not None:
            words = self.verdict.accessibleName()
        if words and words != self._announced:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self._announced = words

    def _fill(self, judgement: Judgement, chosen: str, reason: str) -> None:
        assessment = judgement.assessment
        self.matters.show_matters(assessment.matters, chosen, numbered=judgement.question is None)
        self.answers.show_answers(judgement.answered)
        self.question.show_question(judgement.question)
        if assessment.verdict is not None:
            told = {given.answer for given in judgement.answered}
            self.verdict.show_verdict(
                assessment.verdict,
                reason,
                note=not assessment.verdict.verification and assessment.verdict.note not in told,
            )
            self.explanation.set_sentences(assessment.verdict.explanation)
        else:
            self.explanation.set_sentences(())
        if assessment.outcome is Outcome.NONE:
            self.empty.set_words(*_ask_more())

    def show_emergency(self, emergency: Emergency | None) -> None:
        """Show this above all else; None takes it away."""
        self.emergency.show_emergency(emergency)
        if emergency is not None:
            self.to_top()

    def show_procedures(self, procedures: Sequence[Procedure]) -> None:
        """Show steps and documents instead of the verdict."""
        self.procedure.show_procedures(procedures)
        self._switch(View.PROCEDURE)
        self.procedure.setFocus()
        self.to_top()

    def open_override(self) -> None:
        """Ask for another matter and the reason."""
        self._switch(View.OVERRIDE)
        self.override.open()
        self.to_top()

    def offer_matters(self, matters: Sequence[Matter]) -> None:
        """Offer these for the override."""
        self.override.offer(matters)

    def back_to_verdict(self) -> None:
        """Leave steps or override."""
        before = self._focused_part()
        self._switch(View.VERDICT)
        self._hold_focus(before)

    def _applied(self, matter_code: str, reason: str) -> None:
        self.back_to_verdict()
        self.overridden.emit(matter_code, reason)

    def _switch(self, view: View) -> None:
        self._view = view
        self._settle()

    def _settle(self) -> None:
        judgement = self._judgement if self._view is View.VERDICT else None
        assessment = judgement.assessment if judgement else None
        verdict = assessment.verdict if assessment else None
        nothing = assessment is None or assessment.outcome is Outcome.NONE
        self.empty.setVisible(self._view is View.VERDICT and nothing)
        self.matters.setVisible(bool(assessment and assessment.matters))
        self.answers.setVisible(bool(judgement and judgement.answered))
        self.question.setVisible(bool(judgement and judgement.question))
        self.verdict.setVisible(verdict is not None)
        self.explanation.setVisible(bool(verdict and verdict.explanation))
        self.override.setVisible(self._view is View.OVERRIDE)
        self.procedure.setVisible(self._view is View.PROCEDURE)

    def _focused_part(self) -> QWidget | None:
        focused = QApplication.focusWidget()
        return focused if focused is not None and self.isAncestorOf(focused) else None

    def _hold_focus(self, before: QWidget | None) -> None:
        """Keep the focus in the column when what had it is gone."""
        if before is not None and not before.isVisible() and not self.focus_first():
            self.left.emit()

    def focus_first(self) -> bool:
        """Focus what the agent needs next: the open question, else the sentence; false for an empty desk."""
        if self._view is View.OVERRIDE:
            self.override.matter_field.setFocus()
        elif self._view is View.PROCEDURE:
            self.procedure.setFocus()
        elif self.question.isVisible():
            self.question.focus_first()
        elif self.explanation.isVisible():
            self.explanation.setFocus()
        elif self.matters.isVisible():
            self.matters.focus_first()
        elif self.emergency.isVisible():
            self.emergency.focus_first()
        else:
            return False
        return True

    def choose_number(self, number: int) -> bool:
        """Take a digit, from anywhere: it answers the open question, else chooses the matter."""
        if self._view is not View.VERDICT:
            return False
        if self.question.isVisible():
            return self.question.press(number)
        return self.matters.choose_number(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer digits and emergency letters while the focus is in the column; Esc leads to the text."""
        text = event.text()
        taken = not event.modifiers() and (
            (text.isdigit() and self.choose_number(int(text)))
            or (text.isalpha() and self.emergency.press(text))
        )
        if taken:
            return
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Backspace and self.answers.isVisible():
            self.answers.take_back_last()
        else:
            event.ignore()


def _first_words() -> tuple[str, str]:
    return (
        _("Begin with what the citizen says"),
        _("Whose job it is, the question to ask and the words to say appear here while you type."),
    )


def _ask_more() -> tuple[str, str]:
    return (
        _("Not clear yet"),
        _("Ask: “What happened, to what, and where exactly?” Or choose a matter yourself with Ctrl+U."),
    )
