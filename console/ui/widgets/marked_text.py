"""Painting of one line of text whose matched parts stand out by weight and colour.

Lists paint hundreds of these at every keystroke: fonts, widths and cuts are looked up, not computed again.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from console.ui.theme import Role, Theme
from console.ui.widgets.matched_parts import Part


class TextLook(NamedTuple):
    """A role's font with its metrics; `drop` is how far the base line lies under the middle of a line."""

    font: QFont
    metrics: QFontMetricsF
    drop: float


@lru_cache(maxsize=64)
def text_look(theme: Theme, role: Role, figures: bool = False) -> TextLook:  # noqa: FBT001, FBT002 - cached by place
    """Return the role's font and metrics; made once per look."""
    font = theme.font(role, figures=figures)
    metrics = QFontMetricsF(font)
    return TextLook(font, metrics, (metrics.ascent() - metrics.descent()) / 2)


def role_font(theme: Theme, role: Role, *, figures: bool = False) -> QFont:
    """Return the role's font."""
    return text_look(theme, role, figures).font


def role_metrics(theme: Theme, role: Role, *, figures: bool = False) -> QFontMetricsF:
    """Return the metrics of the role's font."""
    return text_look(theme, role, figures).metrics


@lru_cache(maxsize=8192)
def _fitted(theme: Theme, role: Role, figures: bool, words: str, room: int) -> tuple[str, float]:  # noqa: FBT001 - cached by place
    """Return `words` cut to `room` pixels, and the width of what is left."""
    metrics = text_look(theme, role, figures).metrics
    width = metrics.horizontalAdvance(words)
    if width <= room:
        return words, width
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
    return shown, metrics.horizontalAdvance(shown)


def draw_line(
    painter: QPainter,
    theme: Theme,
    area: QRectF,
    words: str,
    *,
    role: Role,
    ink: QColor,
    figures: bool = False,
) -> float:
    """Paint one line in the middle of `area`, elided at its end; return the width it took."""
    look = text_look(theme, role, figures)
    shown, width = _fitted(theme, role, figures, words, int(area.width()))
    painter.setFont(look.font)
    painter.setPen(ink)
    # A base line is a fifth of the price of an area with flags.
    painter.drawText(QPointF(area.left(), round(area.center().y() + look.drop)), shown)
    return width


def draw_marked(
    painter: QPainter,
    theme: Theme,
    area: QRectF,
    words: str,
    parts: Sequence[Part],
    *,
    role: Role = Role.BODY,
    ink: QColor,
    figures: bool = False,
) -> float:
    """Paint one line with its matched parts in accent and semi-bold; return the width it took."""
    if not parts:
        return draw_line(painter, theme, area, words, role=role, ink=ink, figures=figures)
    left, accent = area.left(), theme.colour("accent")
    for piece, marked in _pieces(words, parts):
        room = QRectF(left, area.top(), area.right() - left, area.height())
        if room.width() <= 1:
            break
        shown_role, shown_ink = (Role.STRONG, accent) if marked else (role, ink)
        width = draw_line(painter, theme, room, piece, role=shown_role, ink=shown_ink, figures=figures)
        left += width
        if _fitted(theme, shown_role, figures, piece, int(room.width()))[0] != piece:
            break
    return left - area.left()


def _pieces(words: str, parts: Sequence[Part]) -> list[tuple[str, bool]]:
    pieces, at = [], 0
    for start, end in parts:
        pieces += [(words[at:start], False), (words[start:end], True)]
        at = end
    pieces.append((words[at:], False))
    return [piece for piece in pieces if piece[0]]
