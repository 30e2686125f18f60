"""One of the columns an agent works through: what it says scrolls when it must, its buttons never do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from console.ui.theme import current_theme
from console.ui.widgets.card import Card, column

SIDE = 16
_TOP = 14


class WorkColumn(Card):
    """`add` puts a section into the scrolling part, `foot` holds the buttons below it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=0)
        self.setAccessibleName(name)
        self.body.setSpacing(0)
        theme = current_theme()
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        # Nothing to operate in the frame itself: the widgets inside are the tab stops.
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = QWidget(self._scroll)
        self._sections: QVBoxLayout = column(self._inside, spacing=10)
        self._sections.setContentsMargins(0, theme.px(_TOP), 0, theme.px(8))
        self._scroll.setWidget(self._inside)
        self.body.addWidget(self._scroll, 1)
        self.foot = column(spacing=8)
        self.foot.setContentsMargins(theme.px(SIDE), theme.px(6), theme.px(SIDE), theme.px(14))
        self.body.addLayout(self.foot)

    def add(self, section: QWidget, *, stretch: int = 0, side: int = SIDE) -> None:
        """Append a section `side` pixels (at 100 %) from the column's edges; 0 lets it reach them."""
        if not side:
            self._sections.addWidget(section, stretch)
            return
        side = current_theme().px(side)
        inset = column(spacing=0)
        inset.setContentsMargins(side, 0, side, 0)
        inset.addWidget(section)
        self._sections.addLayout(inset, stretch)

    def add_stretch(self) -> None:
        """Let what follows stand at the bottom."""
        self._sections.addStretch(1)

    def show_part(self, part: QWidget) -> None:
        """Scroll to a part."""
        self._scroll.ensureWidgetVisible(part, 0, current_theme().px(_TOP))

    def to_top(self) -> None:
        """Scroll to the beginning."""
        self._scroll.verticalScrollBar().setValue(0)
