"""Painting of one line of text whose matched parts stand out by weight and colour.

Lists paint hundreds of these at every keystroke: fonts, widths and cuts are looked up, not computed again.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from console.ui.theme import Role, Theme
from console.ui.widgets.matched_parts import Part

_REMEMBERED: Final = 8192  # cuts per font; a list shows a few hundred texts at a time


class TextLook:
    """A role's font, its metrics, and how far the base line lies under the middle of a line."""

    __slots__ = ("_cuts", "drop", "font", "metrics")

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetricsF(font)
        self.drop = (self.metrics.ascent() - self.metrics.descent()) / 2
        self._cuts: dict[tuple[str, int], tuple[str, float]] = {}

    def fitted(self, words: str, room: float) -> tuple[str, float]:
        """Return `words` cut to `room` pixels, and the width of what is left."""
        key = (words, int(room))
        known = self._cuts.get(key)
        if known is None:
            if len(self._cuts) >= _REMEMBERED:
                self._cuts.clear()
            known = self._cuts[key] = self._cut(*key)
        return known

    def _cut(self, words: str, room: int) -> tuple[str, float]:
        width = self.metrics.horizontalAdvance(words)
        if width <= room:
            return words, width
        shown = self.metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        return shown, self.metrics.horizontalAdvance(shown)

    def draw(
        self, painter: QPainter, left: float, middle: float, room: float, words: str, ink: QColor
    ) -> float:
        """Paint one line around the height `middle`, elided at its end; return the width it took."""
        shown, width = self.fitted(words, room)
        painter.setFont(self.font)
        painter.setPen(ink)
        # A base line is a fifth of the price of an area with flags.
        painter.drawText(QPointF(left, round(middle + self.drop)), shown)
        return width


@lru_cache(maxsize=64)
def text_look(theme: Theme, role: Role, figures: bool = False) -> TextLook:  # noqa: FBT001, FBT002 - cached by place
    """Return the role's look in a theme; made once."""
    return TextLook(theme.font(role, figures=figures))


def role_font(theme: Theme, role: Role, *, figures: bool = False) -> QFont:
    """Return the role's font."""
    return text_look(theme, role, figures).font


def role_metrics(theme: Theme, role: Role, *, figures: bool = False) -> QFontMetricsF:
    """Return the metrics of the role's font."""
    return text_look(theme, role, figures).metrics


def draw_line(painter: QPainter, theme: Theme, area: QRectF, words: str, *, role: Role, ink: QColor) -> float:
    """Paint one line in the middle of `area`, elided at its end; return the width it took."""
    look = text_look(theme, role)
    return look.draw(painter, area.left(), area.center().y(), area.width(), words, ink)


class MarkedLook:
    """A look with its stronger twin for what was matched."""

    __slots__ = ("_accent", "_plain", "_strong")

    def __init__(self, theme: Theme, role: Role, *, figures: bool = False) -> None:
        self._plain = text_look(theme, role, figures)
        self._strong = text_look(theme, Role.STRONG, figures)
        self._accent = theme.colour("accent")

    def draw(
        self,
        painter: QPainter,
        left: float,
        middle: float,
        room: float,
        words: str,
        ink: QColor,
        parts: Sequence[Part],
    ) -> float:
        """Paint one line with its matched parts in accent and semi-bold; return the width it took."""
        if not parts:
            return self._plain.draw(painter, left, middle, room, words, ink)
        taken = 0.0
        for piece, marked in _pieces(words, parts):
            if room - taken <= 1:
                break
            look, colour = (self._strong, self._accent) if marked else (self._plain, ink)
            shown, _width = look.fitted(piece, room - taken)
            taken += look.draw(painter, left + taken, middle, room - taken, piece, colour)
            if shown != piece:
                break
        return taken


def _pieces(words: str, parts: Sequence[Part]) -> list[tuple[str, bool]]:
    pieces, at = [], 0
    for start, end in parts:
        pieces += [(words[at:start], False), (words[start:end], True)]
        at = end
    pieces.append((words[at:], False))
    return [piece for piece in pieces if piece[0]]
