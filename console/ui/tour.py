"""The guided tour: the real window, driven with real keys through the main job, every step verified.

It is how a machine without an agent (an installation test, a release, a demonstration) can see that the
console works: the exit code says so, the pictures show it, `tour.json` tells it step by step.
"""

import json
import logging
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QImage

from console.desks import DEMO_OPERATOR
from console.domain.problems import Problem, ProblemCode
from console.i18n import translate as _
from console.ui import tour_steps as main_job
from console.ui import tour_steps_more as more
from console.ui.app import create_application
from console.ui.backstage import Backstage
from console.ui.program import Program, Start
from console.ui.tour_desk import RecordingOpener, StepFailed, TourDesk, is_blank

Step = Callable[[TourDesk], None]
STEPS: tuple[tuple[str, Step], ...] = (
    ("window", main_job.window),
    ("directory", main_job.directory),
    ("complaint", main_job.complaint),
    ("question", main_job.question),
    ("verdict", main_job.verdict),
    ("explanation", main_job.explanation),
    ("contact", main_job.contact),
    ("whatsapp", main_job.whatsapp),
    ("sent", main_job.sent),
    ("worklist", main_job.worklist),
    ("pemkab", more.pemkab),
    ("kementerian", more.kementerian),
    ("pihak-ketiga", more.pihak_ketiga),
    ("emergency", more.emergency),
    ("guide", more.guide),
    ("palette", more.palette),
    ("dark", more.dark),
)
_DONE, _BROKEN = 0, 1


def run_tour(demo: Backstage, *, out: Path, theme: str, prepare: Callable[[], None]) -> int:
    """Drive the window on the database of `demo`, leave pictures and ``tour.json`` in `out`, return 0 or 1.

    `prepare` fills the database in the data lane. Raises `Problem` FILE_UNWRITABLE.
    """
    demo.settings = replace(demo.settings, theme=theme, text_size="1.0")
    application = create_application(sys.argv[:1], theme, demo.settings.language)
    opener = RecordingOpener()
    program = Program(application, demo, Start(desks=(), seated=DEMO_OPERATOR, prepare=prepare), opener)
    tour = Tour(TourDesk(program, demo, DEMO_OPERATOR, opener), out, STEPS)
    program.open()
    QTimer.singleShot(0, tour.run)
    try:
        application.exec()
    finally:
        if program.window is not None:
            program.window.close()
        program.end()
    return tour.outcome()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a step; `reason` is empty when it was verified."""

    name: str
    seconds: float
    keys: int
    reason: str = ""

    def record(self) -> dict[str, object]:
        """Return the step as ``tour.json`` tells it."""
        told = {"name": self.name, "seconds": round(self.seconds, 3), "keys": self.keys}
        told["ok"] = not self.reason
        return told | ({"reason": self.reason} if self.reason else {})


class _Bugs(logging.Handler):
    """Hears of every mistake of the program that the window only tells in a calm word."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the last line: where it happened is in the log."""
        self.heard.append(record.getMessage().splitlines()[-1])


class Tour(QObject):
    """Takes the steps one after the other and stops at the first that cannot be verified."""

    def __init__(self, desk: TourDesk, out: Path, steps: Sequence[tuple[str, Step]]) -> None:
        super().__init__()
        self._bugs = _Bugs()
        self._desk, self._out, self._steps = desk, out, tuple(steps)
        self._outcomes: list[Outcome] = []
        self._unwritable: OSError | None = None

    @Slot()
    def run(self) -> None:
        """Take all steps, then let the application end."""
        logging.getLogger("console.ui").addHandler(self._bugs)
        try:
            for number, (name, step) in enumerate(self._steps, 1):
                outcome = self._take(number, name, step)
                self._outcomes.append(outcome)
                if outcome.reason:
                    self._tell(outcome)
                    break
            self._write_record()
        except OSError as error:
            self._unwritable = error
        finally:
            logging.getLogger("console.ui").removeHandler(self._bugs)
            self._desk.quit()

    def outcome(self) -> int:
        """Return 0 when every step was verified, else 1; `Problem` FILE_UNWRITABLE without a record."""
        if self._unwritable is not None:
            error = self._unwritable
            raise Problem(
                ProblemCode.FILE_UNWRITABLE, file=str(self._out), reason=error.strerror or ""
            ) from error
        verified = len(self._outcomes) == len(self._steps) and not any(one.reason for one in self._outcomes)
        return _DONE if verified else _BROKEN

    def _take(self, number: int, name: str, step: Step) -> Outcome:
        begun, keys = time.monotonic(), self._desk.keys
        self._desk.picture = None
        reason = ""
        try:
            step(self._desk)
            if self._desk.picture is None:
                self._desk.snap()
        except StepFailed as failure:
            reason = str(failure)
        except Exception as error:  # noqa: BLE001 - a bug in a step must end the tour with a record of it
            reason = f"{type(error).__name__}: {error}"
        seconds = time.monotonic() - begun
        picture = self._picture()
        if self._bugs.heard:
            reason = f"{reason} (mistakes in the program: {'; '.join(self._bugs.heard)})".strip()
        elif not reason and is_blank(picture):
            reason = "the window is blank"
        self._save(picture, f"{number:02}-{name}.png")
        return Outcome(name=name, seconds=seconds, keys=self._desk.keys - keys, reason=reason)

    def _picture(self) -> QImage:
        taken = self._desk.picture
        return self._desk.look() if taken is None else taken

    def _save(self, picture: QImage, name: str) -> None:
        if not picture.save(str(self._out / name)):
            raise OSError(0, _("the picture could not be written"))

    def _write_record(self) -> None:
        links = (url for url in self._desk.opener.urls if not url.startswith("tel:"))
        record = {
            "steps": [outcome.record() for outcome in self._outcomes],
            "message_url": next(links, None),
            "complaint": next(iter(self._desk.tickets), None),
        }
        words = json.dumps(record, indent=2, ensure_ascii=False)
        (self._out / "tour.json").write_text(f"{words}\n", "utf-8")

    def _tell(self, outcome: Outcome) -> None:
        words = _("The tour stopped at step “{name}”: {reason}")
        sys.stderr.write(f"{words.format(name=outcome.name, reason=outcome.reason)}\n")
