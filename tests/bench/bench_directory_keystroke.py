"""Typing in the directory with 10,000 contacts: from each key to the painted list, in the real window.

    python -m tests.bench.bench_directory_keystroke

Beside it, in the same run and key by key in turn, the same keys above a table of 50 of those lines that never
changes and is only painted: what a list costs that searches nothing.
"""

import os
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter

if not __package__:  # the same benchmark by its path
    sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.bench.figures import Figure, percentile, table

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from console.bootstrap import Composition
from console.desks import DEMO_OPERATOR
from console.settings import Places
from console.ui.app import create_application
from console.ui.pages.directory import DirectoryPage
from console.ui.program import Program, Start
from console.ui.tour_desk import RecordingOpener
from console.ui.widgets.contact_line import ContactLine
from console.ui.widgets.contact_table import ContactTable
from tests.bench.directory_data import Row, make_rows

CONTACTS, TEXTS, SEED = 10_000, 40, 4711
GOAL_MS = 50
LINES = 50


class StaticWindow(QWidget):
    """A line to type in above 50 lines that stay as they are; each key paints them once."""

    def __init__(self, lines: Sequence[ContactLine]) -> None:
        super().__init__()
        self.line = QLineEdit(self)
        self.table = ContactTable("Static", self)
        self.table.show_lines(lines, keep=False)
        layout = QVBoxLayout(self)
        layout.addWidget(self.line)
        layout.addWidget(self.table)
        self.line.textChanged.connect(self.table.viewport().update)


def fill(house: Composition, rows: Sequence[Row]) -> None:
    """Store the contacts beside the samples, and let the index know them."""
    with house.ready_storage.unit_of_work(DEMO_OPERATOR) as work:
        work.contacts.put_all(row.contact for row in rows)
        work.commit("bench.fill", "contacts")
    house.directory.contacts_changed()
    house.directory.warm(DEMO_OPERATOR)


def texts(rows: Sequence[Row], dice: random.Random) -> Iterator[str]:
    """Return what an agent types: a name, a place with a post, everyday words, or a number."""
    for row in dice.sample(rows, TEXTS):
        national = f"0{row.contact.phone.removeprefix('+62')}"
        first, last = row.names
        yield dice.choice(
            (
                f"{first} {last}",
                f"{row.office.short} {row.village.name}".lower(),
                f"{row.office.everyday} {row.village.name}".lower(),
                national[:9],
            )
        )


def searched(program: Program, page: DirectoryPage, letter: str) -> float:
    """Type a letter; return the milliseconds until the list that answers it is painted."""
    begun = perf_counter()
    QTest.keyClicks(page.finder.search, letter)
    QCoreApplication.processEvents()
    while not program.tasks.idle():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)
    QCoreApplication.processEvents()
    return (perf_counter() - begun) * 1000


def only_painted(window: StaticWindow, letter: str) -> float:
    """Type a letter above the static list; return the milliseconds until both are painted."""
    begun = perf_counter()
    QTest.keyClicks(window.line, letter)
    QCoreApplication.processEvents()
    return (perf_counter() - begun) * 1000


def measure(program: Program, page: DirectoryPage, typed: Sequence[str]) -> tuple[list[float], list[float]]:
    """Type every text into both windows in turn; return their times per key."""
    page.finder.search.setText("a")
    program.tasks.wait_idle()
    static = StaticWindow(page.finder.table.lines()[:LINES])
    static.table.setFixedSize(page.finder.table.size())
    static.show()
    times: tuple[list[float], list[float]] = ([], [])
    for text in typed:
        page.finder.search.clear()
        static.line.clear()
        program.tasks.wait_idle()
        QCoreApplication.processEvents()
        for letter in text:
            times[0].append(searched(program, page, letter))
            times[1].append(only_painted(static, letter))
    static.close()
    static.deleteLater()
    return times


def run(folder: Path) -> tuple[list[float], list[float]]:
    """Open the window over a database of its own and measure."""
    dice = random.Random(SEED)  # noqa: S311 - not for secrets
    house = Composition(Places(folder))
    rows = make_rows(CONTACTS, house.region, dice)
    fill(house, rows)
    application = create_application(["konsol"])
    program = Program(application, house, Start(desks=(), seated=DEMO_OPERATOR), RecordingOpener())
    program.open()
    QCoreApplication.processEvents()
    program.tasks.wait_idle(60)
    window = program.window
    if window is None:
        raise RuntimeError(program)
    window.show_page("directory")
    program.tasks.wait_idle()
    page = window.page("directory")
    if not isinstance(page, DirectoryPage):
        raise TypeError(page)
    typed = list(texts(rows, dice))
    measure(program, page, typed[:3])  # fonts, glyphs and caches
    times = measure(program, page, typed)
    window.close()
    program.end()
    house.close()
    return times


def main() -> Sequence[Figure]:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="konsol-bench-") as folder:
        search, static = run(Path(folder))
    what = f"directory key to painted list, {CONTACTS:,} contacts"
    painted = percentile(static, 0.95)
    figures = (
        Figure(name=f"{what}, p50", value=percentile(search, 0.5)),
        Figure(name=f"{what}, p95", value=percentile(search, 0.95), goal=GOAL_MS),
        Figure(name=f"the same keys above {LINES} lines that stay, p50", value=percentile(static, 0.5)),
        Figure(name=f"the same keys above {LINES} lines that stay, p95", value=painted),
        Figure(
            name="directory to static list, p50",
            value=percentile(search, 0.5) / percentile(static, 0.5),
            unit="×",
        ),
        Figure(name="directory to static list, p95", value=percentile(search, 0.95) / painted, unit="×"),
    )
    print(f"{len(search)} keys\n{table(figures)}")
    return figures


if __name__ == "__main__":
    main()
