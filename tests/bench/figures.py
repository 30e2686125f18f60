"""One measured number with its goal, and the small arithmetic that all benchmarks share."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A line of the table; `goal` is the most that is allowed, None for a number that is only told."""

    name: str
    value: float
    unit: str = "ms"
    goal: float | None = None

    def line(self) -> str:
        """Return the figure as a line of the table."""
        value = f"{self.value:,.2f} {self.unit}"
        if self.goal is None:
            return f"{self.name:58}{value:>16}"
        verdict = "met" if self.value <= self.goal else "MISSED"
        return f"{self.name:58}{value:>16}   goal ≤ {self.goal:g} {self.unit} {verdict}"


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that at least `share` (0…1] of the values do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(ceil(share * len(ordered)), 1) - 1]


def table(figures: Sequence[Figure]) -> str:
    """Return the lines of all figures."""
    return "\n".join(figure.line() for figure in figures)
