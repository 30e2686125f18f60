"""Run every benchmark beside this file, one after the other, and print one table of their figures.

A benchmark is a module ``bench_*.py`` whose `main` prints what it likes and may return figures.
"""

import sys
from importlib import import_module
from pathlib import Path

from tests.bench.figures import Figure, table


def main() -> int:
    """Run all; return 1 when a benchmark could not be run."""
    figures: list[Figure] = []
    broken: list[str] = []
    for path in sorted(Path(__file__).parent.glob("bench_*.py")):
        print(f"\n=== {path.stem}", flush=True)
        try:
            figures.extend(import_module(f"tests.bench.{path.stem}").main() or ())
        except Exception as error:  # noqa: BLE001 - the others are still worth their numbers
            print(f"could not be run: {type(error).__name__}: {error}")
            broken.append(path.stem)
    print(f"\n=== all figures\n{table(figures)}")
    if broken:
        print(f"\nnot run: {', '.join(broken)}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
