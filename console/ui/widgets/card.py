"""The white surface on which things stand, and the line that parts them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from console.ui.theme import current_theme


class Card(QFrame):
    """A rounded surface with a column of things in it; `quiet` is the sunken one inside another card."""

    def __init__(self, parent: QWidget | None = None, *, quiet: bool = False, padding: int = 16) -> None:
        super().__init__(parent)
        self.setProperty("quiet", quiet)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.body = column(self, spacing=8, margin=padding)


class Separator(QFrame):
    """A hair line between groups."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)


def column(owner: QWidget | None = None, *, spacing: int = 8, margin: int = 0) -> QVBoxLayout:
    """Return a vertical layout on the grid (sizes at 100 %)."""
    layout = QVBoxLayout(owner) if owner else QVBoxLayout()
    theme = current_theme()
    layout.setSpacing(theme.px(spacing) if spacing else 0)
    side = theme.px(margin) if margin else 0
    layout.setContentsMargins(side, side, side, side)
    return layout


def row(owner: QWidget | None = None, *, spacing: int = 8, margin: int = 0) -> QHBoxLayout:
    """Return a horizontal layout on the grid (sizes at 100 %)."""
    layout = QHBoxLayout(owner) if owner else QHBoxLayout()
    theme = current_theme()
    layout.setSpacing(theme.px(spacing) if spacing else 0)
    side = theme.px(margin) if margin else 0
    layout.setContentsMargins(side, side, side, side)
    return layout
