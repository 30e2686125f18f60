"""Calls that are no complaint: counted with one key, taken back with another."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from console.domain.access import Operator
from console.domain.complaint import Disposal
from console.domain.events import Changed, Topic
from console.domain.problems import Problem
from console.i18n import translate as _
from console.ui.backstage import Backstage
from console.ui.pages.intake_desk import IntakeDesk
from console.ui.tokens import Tone
from console.ui.widgets.notice import Notice
from console.wording import problem_sentence, word


class CallCounter(QObject):
    """`noticed` carries notices, `counted` and `taken_back` say what happened to which kind."""

    noticed = Signal(object)
    changed_data = Signal(object)
    counted = Signal(object)
    taken_back = Signal()

    def __init__(self, desk: IntakeDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def count(self, kind: Disposal) -> None:
        """Count the call at hand, with its number if one was typed."""
        phone = self._desk.session.values.phone
        work = partial(_dispose, self._desk.backstage, self._desk.operator, kind, phone)
        self._desk.run(self, work, partial(self._counted, kind), self._failed)

    def _counted(self, kind: Disposal, disposal_id: UUID) -> None:
        words = _("{kind} counted.").format(kind=word(kind))
        undo = partial(self._undo, disposal_id)
        self.noticed.emit(Notice(words=words, action_words=_("Undo"), act=undo))
        self.counted.emit(kind)
        self._tell()

    def _undo(self, disposal_id: UUID) -> None:
        work = partial(_take_back, self._desk.backstage, self._desk.operator, disposal_id)
        self._desk.run(self, work, self._undone, self._failed)

    def _undone(self, _nothing: object) -> None:
        self.noticed.emit(Notice(words=_("The call is no longer counted."), tone=Tone.MUTED))
        self.taken_back.emit()
        self._tell()

    def _failed(self, problem: Problem) -> None:
        self.noticed.emit(Notice(words=problem_sentence(problem), tone=Tone.DANGER))

    def _tell(self) -> None:
        self.changed_data.emit(Changed(frozenset({Topic.COMPLAINTS}), self))


def _dispose(backstage: Backstage, operator: Operator, kind: Disposal, phone: str) -> UUID:
    return backstage.intake.dispose(operator, kind, phone)


def _take_back(backstage: Backstage, operator: Operator, disposal_id: UUID) -> None:
    backstage.intake.undo_dispose(operator, disposal_id)
