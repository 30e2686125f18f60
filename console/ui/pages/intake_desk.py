"""What the parts of the intake page share: the house behind the window, its lanes, and who sits here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject

from console.domain.access import Operator
from console.domain.assessment import Emergency
from console.domain.problems import Problem
from console.services.ports import LinkOpener
from console.ui.backstage import Backstage
from console.ui.pages.intake_session import IntakeSession
from console.ui.tasks import Lane, TaskRunner

T = TypeVar("T")


@dataclass(slots=True, eq=False, kw_only=True)
class IntakeDesk:
    """`session` is the caller at hand; `emergency` is shown when the agent calls for it by hand."""

    backstage: Backstage
    tasks: TaskRunner
    opener: LinkOpener
    operator: Operator
    session: IntakeSession
    emergency: Emergency | None = None

    def run(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Problem], None] | None = None,
    ) -> None:
        """Run on the data lane, in order."""
        self.tasks.run(Lane.DATA, work, done, failed, owner=owner)

    def latest(
        self,
        owner: QObject,
        name: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Problem], None] | None = None,
    ) -> None:
        """Run on the data lane; a newer request of the same name makes this one void."""
        self.tasks.latest((name, id(owner)), work, done, failed, owner=owner)
