"""How fast and how forgiving the directory's search is, next to what else one would use, in one run.

    python tests/bench/bench_directory.py                  10,000 contacts, under two minutes
    python tests/bench/bench_directory.py --rows 100000

Contacts, queries and typing errors come from a generator with its own seed; nothing in the product was
tuned on them. Engines take turns, so that a busy machine disturbs all of them alike.
"""

import argparse
import random
import sys
import tracemalloc
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))

from console.adapters.base_files import load_base
from console.adapters.region_files import load_region
from console.adapters.sample_files import load_synonyms
from console.domain.base import JurisdictionBase
from console.domain.directory.documents import Background
from console.domain.directory_index import DirectoryIndex
from console.domain.region import Region
from tests.bench.directory_data import Query, Row, make_queries, make_rows, misspelled
from tests.bench.directory_peers import TOP, Engine, fuzz_engine, plain_texts, sqlite_engines, tantivy_engine
from tests.bench.figures import Figure, percentile, table

SEED = 1121
SMALL = 20_000  # contacts up to which the slow peer is asked and more queries are affordable
TURN = 10  # queries before the next engine has its turn: short, so that a busy machine disturbs all alike
SLOW_QUERIES = 4  # per kind, for the engine that compares every row


@dataclass
class Outcome:
    """What one engine made of one kind of query."""

    milliseconds: list[float] = field(default_factory=list)
    found: int = 0

    def p95(self) -> float:
        """Return the time that 95 of 100 queries do not exceed."""
        return percentile(self.milliseconds, 0.95)

    def missed(self) -> float:
        """Return how many of 100 queries did not bring what was looked for among the first five."""
        return 100 * (1 - self.found / len(self.milliseconds))


@dataclass(frozen=True)
class BuildCost:
    """What building the index takes."""

    seconds: float
    megabytes: float


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{line}\n")


def our_index(
    rows: Sequence[Row], base: JurisdictionBase, region: Region
) -> tuple[DirectoryIndex, BuildCost]:
    """Build the product's index and say what it cost."""
    words = load_synonyms()
    contacts = [row.contact for row in rows]
    begun = perf_counter()
    index = DirectoryIndex(contacts, Background(base, region, words))
    seconds = perf_counter() - begun
    tracemalloc.start()
    again = DirectoryIndex(contacts, Background(base, region, words))
    megabytes = tracemalloc.get_traced_memory()[0] / 1e6
    tracemalloc.stop()
    say(f"ours: built in {seconds:.2f} s, {megabytes:.1f} MB for {len(again):,} contacts")
    return index, BuildCost(seconds=seconds, megabytes=megabytes)


def measure(engines: dict[str, Engine], queries: Sequence[Query]) -> dict[tuple[str, str], Outcome]:
    """Let the engines take turns, a few queries at a time (the slow one gets only the first few)."""
    outcomes = {(query.kind, name): Outcome() for query in queries for name in engines}
    for start in range(0, len(queries), TURN):
        for name, engine in engines.items():
            for query in queries[start : start + TURN]:
                outcome = outcomes[query.kind, name]
                if name == "WRatio" and len(outcome.milliseconds) >= SLOW_QUERIES:
                    continue
                begun = perf_counter()
                found = engine(query.text)
                outcome.milliseconds.append((perf_counter() - begun) * 1000)
                outcome.found += not query.wanted.isdisjoint(found)
    return outcomes


def report(outcomes: dict[tuple[str, str], Outcome], engines: Sequence[str]) -> None:
    """Print times, recall and how many times longer each peer takes than ours."""
    kinds = list(dict.fromkeys(kind for kind, _name in outcomes))
    say(f"\n{'':16}" + "".join(f"{name:>24}" for name in engines))
    say(f"{'query':16}" + f"{'p50 ms  p95 ms  r@5':>24}" * len(engines))
    for kind in kinds:
        cells = []
        for name in engines:
            one = outcomes[kind, name]
            recall = one.found / len(one.milliseconds)
            cells.append(f"{median(one.milliseconds):10.3f}{one.p95():8.3f}{recall:6.3f}")
        say(f"{kind:16}" + "".join(cells))
    say("\ntimes ours (p50)")
    for kind in kinds:
        ours = median(outcomes[kind, "ours"].milliseconds)
        ratios = (median(outcomes[kind, name].milliseconds) / ours for name in engines)
        say(f"{kind:16}" + "".join(f"{ratio:24.1f}" for ratio in ratios))


def replace_cost(index: DirectoryIndex, rows: Sequence[Row], dice: random.Random) -> float:
    """Return the median milliseconds of changing one contact, the next search included."""
    times = []
    for row in dice.sample(rows, 25):
        changed = replace(row.contact, name=f"{misspelled(row.names[0], dice).title()} Contoh")
        begun = perf_counter()
        index.replace(changed)
        index.search(row.names[1], TOP)
        times.append((perf_counter() - begun) * 1000)
        index.replace(row.contact)
    return median(times)


def keystroke_cost(index: DirectoryIndex, rows: Sequence[Row], dice: random.Random) -> tuple[float, float]:
    """Return p50 and p95 milliseconds of every keystroke of typed names and posts, 50 results each."""
    outcome = Outcome()
    for row in dice.sample(rows, 40):
        typed = f"{row.names[0]} {row.village.name} {row.office.short}".lower()
        for length in range(1, len(typed) + 1):
            begun = perf_counter()
            index.search(typed[:length])
            outcome.milliseconds.append((perf_counter() - begun) * 1000)
    return median(outcome.milliseconds), outcome.p95()


def figures(
    outcomes: dict[tuple[str, str], Outcome], cost: BuildCost, keystroke: tuple[float, float], change: float
) -> list[Figure]:
    """Return what is promised, each with its goal."""
    one, two = outcomes["one typo", "ours"], outcomes["two typos", "ours"]
    share = median(one.milliseconds) / median(outcomes["one typo", "tantivy fuzzy"].milliseconds)
    return [
        Figure(name="directory: build", value=cost.seconds * 1000, goal=400),
        Figure(name="directory: memory", value=cost.megabytes, unit="MB", goal=20),
        Figure(name="directory: one typo, p50", value=median(one.milliseconds), goal=0.15),
        Figure(name="directory: one typo, share of tantivy's time", value=share * 100, unit="%", goal=20),
        Figure(name="directory: one typo, not in the first five", value=one.missed(), unit="%", goal=1),
        Figure(name="directory: two typos, not in the first five", value=two.missed(), unit="%", goal=3),
        Figure(name="directory: keystroke with 50 results, p95", value=keystroke[1], goal=5),
        Figure(name="directory: a contact changed and the next search", value=change, goal=10),
    ]


def main() -> list[Figure]:
    """Run everything, print it and return what has a goal (for 10,000 contacts)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--queries", type=int, default=0, help="per kind; 0 chooses by size")
    parser.add_argument("--seed", type=int, default=SEED)
    arguments, _others = parser.parse_known_args()
    dice = random.Random(arguments.seed)  # noqa: S311 - not for secrets
    base, region = load_base(), load_region()
    rows = make_rows(arguments.rows, region, dice)
    small = arguments.rows <= SMALL
    texts = [plain_texts(row, base) for row in rows]
    index, cost = our_index(rows, base, region)
    engines: dict[str, Engine] = {"ours": lambda text: [hit.contact.id for hit in index.search(text, TOP)]}
    engines |= {"tantivy fuzzy": tantivy_engine(rows, texts)} | sqlite_engines(rows, texts)
    if small:
        engines["WRatio"] = fuzz_engine(rows, texts)
    each = arguments.queries or (200 if small else 40)
    outcomes = measure(engines, list(make_queries(rows, each, dice)))
    report(outcomes, list(engines))
    keystroke, change = keystroke_cost(index, rows, dice), replace_cost(index, rows, dice)
    say(f"\nkeystroke, 50 results: p50 {keystroke[0]:.3f} ms, p95 {keystroke[1]:.3f} ms")
    say(f"one contact changed and the next search: {change:.2f} ms")
    return figures(outcomes, cost, keystroke, change) if small else []


if __name__ == "__main__":
    say(f"\n{table(main())}")
