"""Painting of one line of text whose matched parts stand out by weight and colour."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from console.ui.theme import Role, Theme
from console.ui.widgets.matched_parts import Part


@lru_cache(maxsize=64)
def role_font(theme: Theme, role: Role, *, figures: bool = False) -> QFont:
    """Return the role's font; made once per look, because a list asks for it in every cell."""
    return theme.font(role, figures=figures)


@lru_cache(maxsize=64)
def role_metrics(theme: Theme, role: Role, *, figures: bool = False) -> QFontMetricsF:
    """Return the metrics of the role's font."""
    return QFontMetricsF(role_font(theme, role, figures=figures))


def draw_line(painter: QPainter, theme: Theme, area: QRectF, words: str, *, role: Role, ink: QColor) -> float:
    """Paint one line in the middle of `area`, elided at its end; return the width it took."""
    metrics = role_metrics(theme, role)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width())
    painter.setFont(role_font(theme, role))
    painter.setPen(ink)
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
    return metrics.horizontalAdvance(shown)


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
    left = area.left()
    for piece, marked in _pieces(words, parts):
        room = area.right() - left
        if room <= 1:
            break
        shown_role = Role.STRONG if marked else role
        metrics = role_metrics(theme, shown_role, figures=figures)
        shown = metrics.elidedText(piece, Qt.TextElideMode.ElideRight, room)
        painter.setFont(role_font(theme, shown_role, figures=figures))
        painter.setPen(theme.colour("accent") if marked else ink)
        where = QRectF(left, area.top(), room, area.height())
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        left += metrics.horizontalAdvance(shown)
        if shown != piece:
            break
    return left - area.left()


def _pieces(words: str, parts: Sequence[Part]) -> list[tuple[str, bool]]:
    pieces, at = [], 0
    for start, end in parts:
        pieces += [(words[at:start], False), (words[start:end], True)]
        at = end
    pieces.append((words[at:], False))
    return [piece for piece in pieces if piece[0]]
