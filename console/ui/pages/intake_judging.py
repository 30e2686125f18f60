"""Between form and second column: asks the engine as the agent types, takes what the agent decides."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from console.domain.assessment import EmergencyService
from console.domain.matter import Matter, Procedure
from console.domain.problems import Problem
from console.i18n import translate as _
from console.ui.backstage import Backstage
from console.ui.pages.intake_desk import IntakeDesk
from console.ui.pages.intake_queries import JudgeRequest, judge
from console.ui.pages.intake_session import IntakeSession
from console.ui.tokens import Tone
from console.ui.widgets.judgement import Judgement
from console.ui.widgets.jurisdiction_column import JurisdictionColumn, View
from console.ui.widgets.notice import Notice
from console.wording import problem_sentence

_MATTERS = 12


class Judging(QObject):
    """`judged` says that the verdict may be another one, `decided` that the agent chose something."""

    judged = Signal()
    decided = Signal()
    noticed = Signal(object)

    def __init__(self, desk: IntakeDesk, column: JurisdictionColumn, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._column = desk, column
        self._waiting = False
        column.matter_chosen.connect(self._choose)
        column.answered.connect(self._answer)
        column.answer_taken_back.connect(self._take_back)
        column.service_called.connect(self._call)
        column.emergency_dismissed.connect(self._dismiss)
        column.matters_asked.connect(self._find_matters)
        column.overridden.connect(self._override)
        column.override_withdrawn.connect(self._withdraw)

    def ask(self) -> None:
        """Ask the engine about the session at hand; the newest question alone is answered."""
        session = self._desk.session
        if not session.values.text.strip() and not session.matter_code:
            self._waiting = False
            session.judgement = None
            self._show()
            return
        request = JudgeRequest(
            text=session.values.text,
            answers=dict(session.answers),
            village_code=session.values.village_code,
            matter_code=session.matter_code,
        )
        work = partial(judge, self._desk.backstage, request)
        self._waiting = True
        self._desk.latest(self, "judge", work, partial(self._judged, session), self._failed)

    def waiting(self) -> bool:
        """Say that the newest question is still being judged."""
        return self._waiting

    def show(self) -> None:
        """Show the session at hand as it stands, e.g. after another one was taken up."""
        self._column.back_to_verdict()
        self._show()
        self.ask()

    def _judged(self, session: IntakeSession, judgement: Judgement) -> None:
        self._waiting = False
        blank = not session.values.text.strip() and not session.matter_code
        if session is not self._desk.session or blank:
            return
        session.judgement = judgement
        self._show()

    def _failed(self, problem: Problem) -> None:
        self._waiting = False
        self.noticed.emit(Notice(words=problem_sentence(problem), tone=Tone.DANGER))
        self.judged.emit()

    def _show(self) -> None:
        session = self._desk.session
        self._column.show_judgement(session.judgement, session.leading_matter(), session.override_reason)
        self._column.show_emergency(session.emergency())
        self.judged.emit()

    def _decide(self) -> None:
        self.decided.emit()
        self.ask()

    def _choose(self, matter_code: object) -> None:
        self._desk.session.choose(str(matter_code))
        self._decide()

    def _answer(self, question_id: str, number: int) -> None:
        self._desk.session.answer(question_id, number)
        self._decide()

    def _take_back(self, question_id: str) -> None:
        self._desk.session.take_back(question_id)
        self._decide()

    def _override(self, matter_code: str, reason: str) -> None:
        self._desk.session.override(matter_code, reason)
        self._decide()

    def _withdraw(self) -> None:
        self._desk.session.withdraw_override()
        self._decide()

    def open_override(self) -> None:
        """Let the agent find another matter, or close that again."""
        if self._column.view() is View.OVERRIDE:
            self._column.back_to_verdict()
        else:
            self._column.open_override()

    def _find_matters(self, words: str) -> None:
        work = partial(_matters, self._desk.backstage, words)
        self._desk.latest(self, "matters", work, self._column.offer_matters)

    def toggle_procedure(self) -> None:
        """Show steps and documents of the verdict, or the verdict again."""
        verdict = self._desk.session.verdict()
        if self._column.view() is View.PROCEDURE:
            self._column.back_to_verdict()
        elif verdict is not None and verdict.procedure_ids:
            work = partial(_procedures, self._desk.backstage, verdict.procedure_ids)
            self._desk.latest(self, "procedures", work, self._column.show_procedures)

    def call_emergency(self) -> None:
        """Show the emergency panel by hand and lead to its first number."""
        session = self._desk.session
        session.dismissed = ""
        if session.emergency() is None:
            session.by_hand = self._desk.emergency
        self._column.show_emergency(session.emergency())
        self._column.emergency.focus_first()

    def _dismiss(self) -> None:
        session = self._desk.session
        assessment = session.assessment()
        found = assessment.emergency if assessment else None
        session.dismissed = found.kind if found else ""
        session.by_hand = None
        self._column.show_emergency(session.emergency())
        self._column.left.emit()

    def _call(self, service: EmergencyService) -> None:
        """Put the number on the clipboard and let a softphone dial it, where there is one."""
        QGuiApplication.clipboard().setText(service.number)
        if self._desk.opener.open(f"tel:{service.number}"):
            words = _("Calling {number}, {name}.")
        else:
            words = _("Dial {number} ({name}); the number is on the clipboard.")
        self.noticed.emit(
            Notice(words=words.format(number=service.number, name=service.name), tone=Tone.DANGER)
        )


def _matters(backstage: Backstage, words: str) -> Sequence[Matter]:
    return backstage.catalogue.matters(words)[:_MATTERS]


def _procedures(backstage: Backstage, ids: tuple[str, ...]) -> tuple[Procedure, ...]:
    return backstage.catalogue.procedures_of(ids)
