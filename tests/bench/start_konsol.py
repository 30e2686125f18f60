"""The console as ``konsol gui`` opens it for the first time on a PC, watched. Started by `bench_start`."""

import tempfile

from console import cli
from console.ui.program import Program
from tests.bench.start_watch import Watcher, started

_open = Program.open


def open_watched(program: Program) -> None:
    """Open the program's window and watch it."""
    _open(program)
    window = program.window or program.sign_in
    if window is None:
        raise RuntimeError
    Watcher(window, started())


if __name__ == "__main__":
    Program.open = open_watched  # type: ignore[method-assign, assignment]  # no hook of its own
    with tempfile.TemporaryDirectory() as folder:
        cli.main(["--data-dir", folder, "gui"])
