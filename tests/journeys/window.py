"""The real window on a real database in the test's own process, driven with keys as the tour drives it."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication

from console.bootstrap import Composition
from console.desks import DEMO_OPERATOR, DESKS
from console.domain.access import Operator
from console.i18n import set_language
from console.settings import Places
from console.ui.app import ConsoleApplication
from console.ui.program import Program, Start
from console.ui.theme import Theme
from console.ui.tokens import ThemeName
from console.ui.tour_desk import WAKING_S, RecordingOpener, TourDesk


class Bugs(logging.Handler):
    """Collects what the window would only tell in a calm word."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the whole report."""
        self.heard.append(record.getMessage())


class Seat(TourDesk):
    """A tour desk that a test can also look behind: `program` and the `house`."""

    def __init__(
        self, program: Program, house: Composition, operator: Operator, opener: RecordingOpener
    ) -> None:
        super().__init__(program, house, operator, opener)
        self.program, self.house = program, house

    def awake(self) -> "Seat":
        """Wait until the house behind the window is ready and the window takes keys."""
        self.settle(WAKING_S)
        self.come_forward()
        return self

    def notices(self) -> Sequence[str]:
        """Return the words of the notices shown."""
        return [notice.words for notice in self.window.notices()]


@cache
def _read_once() -> Composition:
    """Return a house whose base and engine all seats share: both are only read, and slow to build."""
    house = Composition(Places(Path("nowhere")))
    house.routing.warm()
    return house


@cache
def _fresh_database() -> bytes:
    """Return a database as the first start leaves it, made once."""
    with TemporaryDirectory(prefix="konsol-fresh-") as folder:
        house = Composition(Places(Path(folder)))
        house.ready_storage  # noqa: B018 - building it creates the database
        house.close()
        return house.places.database.read_bytes()


@contextmanager
def seat(
    application: ConsoleApplication,
    folder: Path,
    *,
    seated: Operator | None = DEMO_OPERATOR,
    language: str = "id",
) -> Iterator[Seat]:
    """Open the window on the data folder; at the end it closes and must have made no mistake."""
    house = Composition(Places(folder))
    vars(house).update({part: getattr(_read_once(), part) for part in ("base", "region", "routing")})
    if not house.places.database.exists():
        house.places.make()
        house.places.database.write_bytes(_fresh_database())
    house.settings = replace(house.settings, language=language)
    set_language(language)
    QLocale.setDefault(QLocale("id_ID" if language == "id" else "en_GB"))
    application.use_theme(Theme(ThemeName(house.settings.theme), float(house.settings.text_size)))
    opener, bugs = RecordingOpener(), Bugs()
    logging.getLogger("console").addHandler(bugs)
    program = Program(application, house, Start(desks=DESKS, seated=seated), opener)
    program.open()
    try:
        yield Seat(program, house, seated or DEMO_OPERATOR, opener)
    finally:
        _leave(application, program)
        house.close()
        logging.getLogger("console").removeHandler(bugs)
        set_language("en")
        application.use_theme(Theme())
    assert not bugs.heard, bugs.heard


def _leave(application: ConsoleApplication, program: Program) -> None:
    for window in (program.window, program.sign_in):
        if window is not None:
            window.close()
    program.end()
    for window in (program.window, program.sign_in):
        if window is not None:
            window.deleteLater()
    program.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    for widget in QApplication.topLevelWidgets():
        assert not widget.isVisible(), f"{type(widget).__name__} is still open"
    application.processEvents()
