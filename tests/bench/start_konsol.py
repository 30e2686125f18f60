"""The console as ``konsol gui --demo`` opens it, watched. Started by `bench_start`."""

from console import cli
from console.ui.program import Program
from tests.bench.start_watch import Watcher, started

_open = Program.open


def open_watched(program: Program) -> None:
    """Open the program's window and watch it."""
    _open(program)
    if program.window is None:
        raise RuntimeError
    Watcher(program.window, started())


if __name__ == "__main__":
    Program.open = open_watched  # type: ignore[method-assign, assignment]  # no hook of its own
    cli.main(["gui", "--demo"])
