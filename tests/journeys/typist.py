"""An agent who types without pause, in a process of its own that a test kills: run as a program.

``python -m tests.journeys.typist FOLDER NAME [rest]`` opens the window on the data folder FOLDER, tells in
JSON lines what it finds there, then types complaints named NAME and saves each. With ``rest`` it only tells.
"""

import json
import os
import sys
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QTimer

from console.bootstrap import Composition
from console.desks import DEMO_OPERATOR
from console.domain.complaint import ComplaintFilter
from console.settings import Places
from console.ui.app import create_application
from console.ui.pages.intake import IntakePage
from console.ui.program import Program, Start
from console.ui.tasks import Lane
from console.ui.tour_desk import RecordingOpener, press_key, type_character

# Faster than anybody types; the second complaint of each run takes six seconds.
TICK_MS = 40
LENGTHS = (20, 150)
_WORDS = (
    "aduan contoh tentang lampu jalan yang mati di gang balai desa sejak kemarin malam dan gelap sekali " * 2
)


def text_of(name: str, number: int) -> str:
    """Return the complaint that is typed as number so-and-so under this name."""
    return f"{name}-{number} {_WORDS}"[: LENGTHS[number % len(LENGTHS)]].strip()


def tell(**facts: object) -> None:
    """Say something to the test."""
    sys.stdout.write(f"{json.dumps(facts)}\n")
    sys.stdout.flush()


class Typist:
    """Types letter by letter from a timer, as events come from a keyboard: whatever the window is doing."""

    def __init__(self, program: Program, house: Composition, name: str) -> None:
        self._program, self._house, self._name = program, house, name
        self._number, self._at, self._waiting = 0, 0, False
        self._timer = QTimer(program)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)

    @property
    def page(self) -> IntakePage:
        """The intake page."""
        window = self._program.window
        page = window.page("intake") if window is not None else None
        if not isinstance(page, IntakePage):
            raise TypeError(page)
        return page

    def look(self, *, then_type: bool) -> None:
        """Wait until the window is awake, tell what it brought back and what is stored."""
        done = self._begin if then_type else self._end
        work = partial(_stored, self._house)
        self._program.tasks.run(Lane.DATA, work, partial(self._tell_found, done), owner=self._program)

    def _tell_found(self, done: object, stored: tuple[list[str], list[str], list[str]]) -> None:
        tickets, texts, drafts = stored
        shown = self.page.form.values().text
        tell(shown=shown, tickets=tickets, texts=texts, drafts=drafts)
        if callable(done):
            done()

    def _begin(self) -> None:
        self.page.complaint_saved.connect(self._saved)
        if self.page.form.values().text:
            self._press("Ctrl+N")
        self._timer.start()

    def _end(self) -> None:
        QCoreApplication.exit(0)

    def _tick(self) -> None:
        text = text_of(self._name, self._number)
        window = self._program.window
        if window is None or self._waiting:
            return
        if self._at < len(text):
            type_character(window.windowHandle(), text[self._at])
            self._at += 1
            tell(typed=text[: self._at])
        else:
            self._waiting = True
            tell(saving=text)
            self._press("Ctrl+S")

    def _press(self, command: str) -> None:
        window = self._program.window
        if window is not None:
            press_key(window.windowHandle(), command)

    def _saved(self, ticket: str) -> None:
        tell(saved=ticket, text=text_of(self._name, self._number))
        self._number, self._at, self._waiting = self._number + 1, 0, False


def _stored(house: Composition) -> tuple[list[str], list[str], list[str]]:
    page = house.tracking.page(DEMO_OPERATOR, ComplaintFilter(), None, 1000)
    drafts = house.intake.drafts(DEMO_OPERATOR)
    complaints = [row.complaint for row in page.rows]
    return (
        [complaint.ticket for complaint in complaints],
        [complaint.text for complaint in complaints],
        [draft.text for draft in drafts],
    )


def main(folder: str, name: str, rest: str = "") -> None:
    """Open the window and type until killed."""
    house = Composition(Places(Path(folder)))
    application = create_application(["konsol"])
    program = Program(application, house, Start(desks=(), seated=DEMO_OPERATOR), RecordingOpener())
    program.open()
    typist = Typist(program, house, name)
    QTimer.singleShot(0, partial(typist.look, then_type=not rest))
    application.exec()
    program.end()
    house.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
