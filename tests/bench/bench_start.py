"""Start-up: from the start of the process to a painted window that took a key, against a bare Qt window.

Fresh processes, alternating, so that both meet the same machine; medians and their ratio count. "Cold" starts
read Qt and all byte code from the disk, as the first start of a day does; "warm" ones find them in memory.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import PySide6
import shiboken6

from tests.bench.figures import Figure, table

ROOT = Path(__file__).parent.parent.parent
KINDS = ("bare", "konsol")
RATIO = 1.6
_IMPORTS_TOLD = 15
_NOT_NEEDED = ("*.pyi", "translations", "metatypes", "typesystems", "include", "glue", "scripts", "qml")


@dataclass(frozen=True, slots=True)
class Stage:
    """Where the measured processes read from: a copy of Qt and their byte code, which nobody else uses."""

    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        """The environment of a started process: no screen, and byte code as an installation has it."""
        known = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        return known | {
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPYCACHEPREFIX": str(self.folder / "cache"),
            "PYTHONPATH": str(self.folder / "packages"),
        }

    def build(self) -> None:
        """Copy Qt and let both windows start once, which fills the byte code."""
        for package in (PySide6, shiboken6):
            source = Path(str(package.__file__)).parent
            target = self.folder / "packages" / source.name
            shutil.copytree(source, target, ignore=shutil.ignore_patterns(*_NOT_NEEDED))
        for kind in KINDS:
            self.start(kind)
        for handle in self._handles():
            os.fdatasync(handle)  # what is not on the disk yet cannot be forgotten by the memory

    def forget(self) -> None:
        """Let the system forget what it has read of the stage."""
        for handle in self._handles():
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)

    def start(self, kind: str) -> tuple[float, float]:
        """Start one process; return milliseconds until painted and until the first key was taken."""
        begun = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-m", f"tests.bench.start_{kind}", repr(begun)],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        if done.returncode:
            raise RuntimeError(done.stderr)
        painted, ready = map(float, done.stdout.split())
        return painted, ready

    def slowest_imports(self) -> list[str]:
        """Return the modules that cost the console's start the most, by their own milliseconds."""
        done = subprocess.run(
            [sys.executable, "-X", "importtime", "-m", "tests.bench.start_konsol", "0"],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        told = []
        for line in done.stderr.splitlines():
            own, _bar, rest = line.removeprefix("import time:").partition("|")
            if own.strip().isdigit():
                told.append((int(own) / 1000, rest.rpartition("|")[2].strip()))
        return [f"{cost:7.1f} ms  {name}" for cost, name in sorted(told, reverse=True)[:_IMPORTS_TOLD]]

    def _handles(self) -> Iterator[int]:
        for path in self.folder.rglob("*"):
            if path.is_file() and not path.is_symlink():
                handle = os.open(path, os.O_RDONLY)
                try:
                    yield handle
                finally:
                    os.close(handle)


def measured(stage: Stage, times: int, *, cold: bool) -> tuple[Figure, ...]:
    """Start both kinds in turn so many times and return their figures."""
    taken: dict[str, list[tuple[float, float]]] = {kind: [] for kind in KINDS}
    for _round in range(times):
        for kind, results in taken.items():
            if cold:
                stage.forget()
            results.append(stage.start(kind))
    return _figures(taken, "cold" if cold else "warm", RATIO if cold else None)


def _figures(
    taken: Mapping[str, Sequence[tuple[float, float]]], name: str, goal: float | None
) -> tuple[Figure, ...]:
    bare, ours = (median(ready for _painted, ready in taken[kind]) for kind in KINDS)
    painted = median(painted for painted, _ready in taken["konsol"])
    ratios = [ours[1] / bare[1] for ours, bare in zip(taken["konsol"], taken["bare"], strict=True)]
    return (
        Figure(name=f"{name} start, bare Qt window: first key taken", value=bare),
        Figure(name=f"{name} start, console: first paint", value=painted),
        Figure(name=f"{name} start, console: first key taken", value=ours),
        Figure(name=f"{name} start, console against bare window", value=median(ratios), unit="×", goal=goal),
    )


def main() -> Sequence[Figure]:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=11)
    parser.add_argument("--imports", action="store_true", help="also tell the slowest imports")
    arguments, _others = parser.parse_known_args()
    with tempfile.TemporaryDirectory(prefix="konsol-bench-") as folder:
        stage = Stage(Path(folder))
        stage.build()
        figures = (
            *measured(stage, arguments.times, cold=True),
            *measured(stage, arguments.times, cold=False),
        )
        print(table(figures))
        if arguments.imports:
            print("\n".join(stage.slowest_imports()))
    return figures


if __name__ == "__main__":
    main()
