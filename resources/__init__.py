"""Data shipped with the program, found alike in a checkout, an installed wheel and a frozen program."""

from importlib.resources import files
from importlib.resources.abc import Traversable


def resource(*parts: str) -> Traversable:
    """Return the shipped file or folder at `parts`, e.g. ``resource("region", "villages.csv")``."""
    return files(__name__).joinpath(*parts)
