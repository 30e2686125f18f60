"""Load the shipped typeface, so that every PC shows the same letters."""

from PySide6.QtGui import QFontDatabase

from resources import resource

_WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold")


def load_fonts() -> None:
    """Make the shipped weights known to this process; safe to call again."""
    for weight in _WEIGHTS:
        QFontDatabase.addApplicationFontFromData(resource("fonts", f"Inter-{weight}.ttf").read_bytes())
