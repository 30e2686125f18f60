"""Nothing typed is lost: drafts are stored at every pause, parked for another caller, restored at start."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from console.domain.access import Operator
from console.domain.complaint import Draft
from console.domain.problems import Problem
from console.i18n import translate as _
from console.ui.backstage import Backstage
from console.ui.pages.intake_desk import IntakeDesk
from console.ui.pages.intake_session import DraftSlot, IntakeSession
from console.ui.widgets.draft_shelf import ShelfLine
from console.wording import clock_time

PAUSE_MS = 700
AT_LATEST_MS = 1800
_WORDS = 60


@dataclass(slots=True, eq=False)
class Parked:
    """A session put aside, and when (``09.41``; empty until the lane has told the time)."""

    session: IntakeSession
    at: str = ""


class DraftKeeper(QObject):
    """`saved` tells the state in words and whether all is well, `shelf_changed` the parked drafts.

    `restored` carries the session an earlier run left open; `troubled` a `Problem`, once until it is over.
    """

    saved = Signal(str, bool)
    shelf_changed = Signal(object)
    restored = Signal(object)
    troubled = Signal(object)

    def __init__(self, desk: IntakeDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shelf: list[Parked] = []
        self._ill = False
        self._pause = self._timer(PAUSE_MS)
        self._latest = self._timer(AT_LATEST_MS)

    def _timer(self, interval: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(self.keep)
        return timer

    def touch(self) -> None:
        """Hear that something was typed: it is stored at the next pause, or soon if there is none."""
        self._pause.start()
        if not self._latest.isActive():
            self._latest.start()

    def rest(self) -> None:
        """Store nothing more of this session: it is being saved, or gone."""
        self._pause.stop()
        self._latest.stop()

    @Slot()
    def keep(self) -> None:
        """Store the session at hand now; an emptied one is forgotten instead."""
        self.rest()
        session = self._desk.session
        if session.is_blank():
            self._forget(session)
            return
        self.saved.emit(_("Saving the draft…"), True)
        self._store(session)

    def flush(self) -> None:
        """Store at once what a pause would have stored."""
        if self._pause.isActive() or self._latest.isActive():
            self.keep()

    def park(self, session: IntakeSession) -> None:
        """Put a session aside for another caller."""
        self.rest()
        parked = Parked(session)
        self._shelf.insert(0, parked)
        self._store(session, parked=parked)
        self._show_shelf()

    def resume(self, key: object = None) -> IntakeSession | None:
        """Take a parked session from the shelf, the newest when none is named."""
        found = next((parked for parked in self._shelf if key in {None, parked}), None)
        if found is None:
            return None
        self._shelf.remove(found)
        self._store(found.session)
        self._show_shelf()
        return found.session

    def parked(self) -> int:
        """Return how many are on the shelf."""
        return len(self._shelf)

    def restore(self) -> None:
        """Bring back what this desk left unsaved."""
        work = partial(_drafts, self._desk.backstage, self._desk.operator)
        self._desk.run(self, work, self._found, self._not_kept)

    def _found(self, drafts: Sequence[Draft]) -> None:
        """Show the newest open draft; everything else goes to the shelf, newest first."""
        open_ones = [draft for draft in drafts if not draft.parked]
        shown = open_ones[0] if open_ones and self._desk.session.is_blank() else None
        for draft in drafts:
            if draft is not shown:
                parked = Parked(IntakeSession.of_draft(draft), clock_time(draft.updated_at))
                self._shelf.append(parked)
        self._show_shelf()
        if shown is not None:
            self.restored.emit(IntakeSession.of_draft(shown))

    def forget_shelf(self) -> None:
        """Empty the shelf on screen (another desk sits here now); what is stored stays stored."""
        self._shelf.clear()
        self._show_shelf()

    def _store(self, session: IntakeSession, *, parked: Parked | None = None) -> None:
        work = partial(
            _keep, self._desk.backstage, self._desk.operator, session.copy(), parked=parked is not None
        )
        self._desk.run(self, work, partial(self._kept, parked), self._not_kept)

    def _forget(self, session: IntakeSession) -> None:
        work = partial(_discard, self._desk.backstage, self._desk.operator, session.slot)
        self._desk.run(self, work, self._gone, self._not_kept)

    def _kept(self, parked: Parked | None, draft: Draft) -> None:
        self._ill = False
        at = clock_time(draft.updated_at)
        if parked is not None:
            parked.at = at
            self._show_shelf()
        else:
            self.saved.emit(_("Draft saved {time}").format(time=at), True)

    def _gone(self, _nothing: object) -> None:
        self._ill = False
        self.saved.emit("", True)

    def _not_kept(self, problem: Problem) -> None:
        self.saved.emit(_("Draft not saved yet"), False)
        if not self._ill:
            self.troubled.emit(problem)
        self._ill = True

    def _show_shelf(self) -> None:
        self.shelf_changed.emit(
            tuple(
                ShelfLine(key=parked, words=parked.session.values.first_words(_WORDS), at=parked.at)
                for parked in self._shelf
            )
        )


def _drafts(backstage: Backstage, operator: Operator) -> Sequence[Draft]:
    return backstage.intake.drafts(operator)


def _keep(backstage: Backstage, operator: Operator, session: IntakeSession, *, parked: bool) -> Draft:
    """Store what the copied session holds under the one draft that its slot knows."""
    stored = session.slot.stored or backstage.intake.new_draft(operator)
    own = replace(stored, desk_code=operator.desk_code, operator=operator.name)
    session.slot.stored = backstage.intake.keep_draft(operator, session.draft(own, parked=parked))
    return session.slot.stored


def _discard(backstage: Backstage, operator: Operator, slot: DraftSlot) -> None:
    if slot.stored is not None:
        backstage.intake.discard_draft(operator, slot.stored.id)
        slot.stored = None
