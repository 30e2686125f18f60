"""Typing a complaint: from each key to the letter on the screen and to the painted verdict it leads to."""

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from tests.bench.figures import Figure, percentile, table

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtWidgets import QApplication

from console.bootstrap import Composition
from console.desks import DEMO_OPERATOR
from console.settings import Places
from console.ui.app import create_application
from console.ui.program import Program, Start
from console.ui.tour_desk import RecordingOpener, type_character

ECHO_MS, VERDICT_MS = 50, 100
TEXTS = (
    "jalan depan pasar srono bolong2 parah, sudah ada yang jatuh. arah ke muncar",
    "ktp saya patah, mau cetak ulang di kecamatan tapi katanya blangko habis",
    "listrik padam sejak subuh, satu dusun gelap semua, pln sudah ditelepon",
    "sampah di tps pasar genteng tidak diangkut sejak senin, baunya sampai ke warung",
)


def keystroke(program: Program, letter: str) -> tuple[float, float]:
    """Type one letter; return the milliseconds until it is painted and until all it leads to is painted."""
    window = program.window
    if window is None:
        raise RuntimeError(program)
    begun = perf_counter()
    type_character(window.windowHandle(), letter)
    QCoreApplication.processEvents()
    echoed = perf_counter()
    while not program.tasks.idle():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)
    QCoreApplication.processEvents()
    return (echoed - begun) * 1000, (perf_counter() - begun) * 1000


def typed(program: Program, texts: Sequence[str]) -> list[tuple[float, float]]:
    """Type each text into a new form and return the times of all keys."""
    times = []
    for text in texts:
        times += [keystroke(program, letter) for letter in text]
        _new_form(program)
    return times


def _new_form(program: Program) -> None:
    window = program.window
    if window is None:
        raise RuntimeError(program)
    window.action_set.action("new-complaint").trigger()
    program.tasks.wait_idle()
    QApplication.processEvents()


def main() -> Sequence[Figure]:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="konsol-bench-") as folder:
        house = Composition(Places(Path(folder)))
        application = create_application(["konsol"])
        program = Program(application, house, Start(desks=(), seated=DEMO_OPERATOR), RecordingOpener())
        program.open()
        QCoreApplication.processEvents()
        program.tasks.wait_idle(60)
        QCoreApplication.processEvents()
        typed(program, TEXTS[:1])
        times = typed(program, TEXTS)
        if program.window is not None:
            program.window.close()
        program.end()
        house.close()
    echoes, verdicts = [echo for echo, _verdict in times], [verdict for _echo, verdict in times]
    figures = (
        Figure(name="key to letter on the screen, p50", value=percentile(echoes, 0.5)),
        Figure(name="key to letter on the screen, p95", value=percentile(echoes, 0.95), goal=ECHO_MS),
        Figure(name="key to painted verdict and message, p50", value=percentile(verdicts, 0.5)),
        Figure(
            name="key to painted verdict and message, p95",
            value=percentile(verdicts, 0.95),
            goal=VERDICT_MS,
        ),
    )
    print(table(figures))
    return figures


if __name__ == "__main__":
    main()
