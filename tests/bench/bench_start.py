"""Start-up: from the start of the process to a painted window that took a key, against a bare Qt window.

Fresh processes, alternating, so that both meet the same machine. Medians and their ratio count.
"""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from tests.bench.figures import Figure, table

ROOT = Path(__file__).parent.parent.parent
RATIO = 1.6
_IMPORTS_TOLD = 15


def start(kind: str) -> tuple[float, float]:
    """Start one process; return milliseconds until painted and until the first key was taken."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", f"tests.bench.start_{kind}", repr(begun)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    painted, ready = map(float, done.stdout.split())
    return painted, ready


def slowest_imports() -> list[str]:
    """Return the modules that cost the console's start the most, by their own milliseconds."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "tests.bench.start_konsol", "0"],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    told = []
    for line in done.stderr.splitlines():
        own, _bar, rest = line.removeprefix("import time:").partition("|")
        if own.strip().isdigit():
            told.append((int(own) / 1000, rest.rpartition("|")[2].strip()))
    return [f"{cost:7.1f} ms  {name}" for cost, name in sorted(told, reverse=True)[:_IMPORTS_TOLD]]


def main() -> Sequence[Figure]:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=15)
    parser.add_argument("--imports", action="store_true", help="also tell the slowest imports")
    arguments, _others = parser.parse_known_args()
    for kind in ("bare", "konsol"):
        start(kind)  # fills the file cache and the byte code
    taken: dict[str, list[tuple[float, float]]] = {"bare": [], "konsol": []}
    for _round in range(arguments.times):
        for kind, results in taken.items():
            results.append(start(kind))
    bare, ours = (median(ready for _painted, ready in taken[kind]) for kind in ("bare", "konsol"))
    painted = median(painted for painted, _ready in taken["konsol"])
    ratios = [ours[1] / bare[1] for ours, bare in zip(taken["konsol"], taken["bare"], strict=True)]
    figures = (
        Figure(name="bare Qt window with one table, first key taken", value=bare),
        Figure(name="console, first paint", value=painted),
        Figure(name="console, first key taken", value=ours),
        Figure(name="console against bare window", value=median(ratios), unit="×", goal=RATIO),
    )
    print(table(figures))
    if arguments.imports:
        print("\n".join(slowest_imports()))
    return figures


if __name__ == "__main__":
    main()
