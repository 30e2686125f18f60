"""Show one level only: a chip per level in its colour, and the same look for any other yes-or-no filter."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from console.domain.level import Level
from console.ui.icons import paint_icon
from console.ui.theme import Theme, current_theme
from console.ui.tokens import LEVEL_TONES, Tone
from console.ui.widgets.card import row
from console.ui.widgets.chip import Chip
from console.ui.widgets.level_badge import LEVEL_ICONS
from console.wording import word

_ICON = 14
_ROOM = 20
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class IconChip(Chip):
    """A chip with an icon before its words; checked, it takes the colours of its tone."""

    def __init__(self, words: str, icon: str, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(words, parent=parent)
        self._icon, self._tone = icon, tone

    def sizeHint(self) -> QSize:
        """Return the room for icon and words."""
        return super().sizeHint() + QSize(current_theme().px(_ROOM), 0)

    def _colours(self, theme: Theme) -> tuple[QColor, QColor, QColor]:
        fill, border, ink = super()._colours(theme)
        if self.isChecked() and self.isEnabled():
            solid = theme.solid(self._tone)
            return theme.soft(self._tone), solid, solid
        return fill, border, ink

    def _paint_words(self, painter: QPainter, theme: Theme, ink: QColor) -> None:
        side = theme.px(_ICON)
        square = QRectF(theme.px(10), (self.height() - side) / 2, side, side)
        paint_icon(painter, square, self._icon, theme.solid(self._tone))
        painter.translate(theme.px(_ROOM), 0)
        super()._paint_words(painter, theme, ink)


class LevelFilter(QWidget):
    """At most one level is chosen; pressing it again shows all. `chosen` carries the `Level` or None."""

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._chips: dict[Level, IconChip] = {}
        layout = row(self, spacing=6)
        for level in Level:
            chip = IconChip(word(level), LEVEL_ICONS[level], LEVEL_TONES[level], self)
            chip.setObjectName(f"level-{level}")
            chip.clicked.connect(self._clicked)
            layout.addWidget(chip)
            self._chips[level] = chip

    def level(self) -> Level | None:
        """Return the level chosen."""
        return next((level for level, chip in self._chips.items() if chip.isChecked()), None)

    def choose(self, level: Level | None) -> None:
        """Show this choice as made, silently."""
        for one, chip in self._chips.items():
            chip.setChecked(one is level)

    def chip(self, level: Level) -> IconChip:
        """Return a level's chip."""
        return self._chips[level]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move along the chips with ← →."""
        chips = list(self._chips.values())
        step = _STEPS.get(Qt.Key(event.key()))
        focused = next((place for place, chip in enumerate(chips) if chip.hasFocus()), None)
        if step is None or focused is None:
            event.ignore()
        else:
            chips[(focused + step) % len(chips)].setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _clicked(self) -> None:
        pressed = self.sender()
        for chip in self._chips.values():
            if chip is not pressed:
                chip.setChecked(False)
        self.chosen.emit(self.level())
