"""No command of the table is a promise: every one is answered by its page or by the window."""

from console.bootstrap import Composition
from console.desks import DEMO_OPERATOR
from console.ui.app import ConsoleApplication
from console.ui.commands import COMMANDS
from console.ui.program import Program, Start
from tests.fakes import RecordingOpener
from tests.ui.intake_desk import backstage_of
from tests.ui.intake_fixtures import composition, desk_clock, house

__all__ = ["composition", "desk_clock", "house"]


def test_every_command_is_answered(qapp: ConsoleApplication, composition: Composition) -> None:
    start = Start(desks=(), seated=DEMO_OPERATOR)
    program = Program(qapp, backstage_of(composition), start, RecordingOpener())
    program.open()
    window = program.window
    assert window is not None
    try:
        unanswered = [
            command.id
            for command in COMMANDS
            if command.id
            not in (window.page(command.page).commands() if command.page else window.answered_commands())
        ]
        assert not unanswered
    finally:
        assert program.tasks.wait_idle(30)
        window.close()
        program.end()
        window.deleteLater()
        program.deleteLater()
