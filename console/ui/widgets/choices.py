"""Groups of choices: one tab stop, arrows move, digits choose."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QWidget

from console.ui.theme import current_theme
from console.ui.widgets.chip import Chip
from console.ui.widgets.option_card import OptionCard

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One choice: what it stands for, its words, how to tell it, and the digit that chooses it."""

    value: object
    title: str
    detail: str = ""
    number: int | None = None


class ChoiceGroup(QWidget):
    """The common part of `Segmented` and `Choices`: at most one choice is made.

    `chosen` carries the value of the option and comes only from the user, never from `choose`.
    """

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._options: list[Option] = []
        self._buttons: list[QAbstractButton] = []

    def options(self) -> tuple[Option, ...]:
        """Return what can be chosen."""
        return tuple(self._options)

    def buttons(self) -> tuple[QAbstractButton, ...]:
        """Return the buttons, in the order of the options."""
        return tuple(self._buttons)

    def value(self) -> object | None:
        """Return the value of the choice made, None without one."""
        for option, button in zip(self._options, self._buttons, strict=True):
            if button.isChecked():
                return option.value
        return None

    def choose(self, value: object | None) -> None:
        """Show this choice as made; None or an unknown value shows none."""
        for option, button in zip(self._options, self._buttons, strict=True):
            button.setChecked(value is not None and option.value == value)
        self._keep_one_tab_stop()

    def press_digit(self, digit: int) -> bool:
        """Choose the option with this digit; false when there is none."""
        for option, button in zip(self._options, self._buttons, strict=True):
            if option.number == digit and button.isEnabled():
                button.setFocus(Qt.FocusReason.ShortcutFocusReason)
                button.click()
                return True
        return False

    def focus_first(self) -> None:
        """Focus the choice made, or the first one."""
        if self._buttons:
            self._stop().setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with arrows, choose with digits; the rest goes on to the page."""
        text = event.text()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and (step := _STEPS.get(Qt.Key(event.key()))):
            self._move(step)
        elif not (plain and len(text) == 1 and text in "0123456789" and self.press_digit(int(text))):
            event.ignore()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the focused button the one tab stop."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QAbstractButton):
            self._keep_one_tab_stop(watched)
        return False

    def _adopt(self, button: QAbstractButton, option: Option) -> None:
        self._options.append(option)
        self._buttons.append(button)
        button.clicked.connect(self._clicked)
        button.installEventFilter(self)

    def _clear(self) -> None:
        for button in self._buttons:
            button.removeEventFilter(self)
            button.hide()
            button.deleteLater()
        self._options.clear()
        self._buttons.clear()

    def _clicked(self) -> None:
        pressed = self.sender()
        for option, button in zip(self._options, self._buttons, strict=True):
            button.setChecked(button is pressed)
            if button is pressed:
                value = option.value
        self._keep_one_tab_stop()
        self.chosen.emit(value)

    def _stop(self) -> QAbstractButton:
        return next((button for button in self._buttons if button.isChecked()), self._buttons[0])

    def _keep_one_tab_stop(self, stop: QAbstractButton | None = None) -> None:
        stop = stop or (self._stop() if self._buttons else None)
        for button in self._buttons:
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus)

    def _move(self, step: int) -> None:
        focused = [index for index, button in enumerate(self._buttons) if button.hasFocus()]
        if focused:
            target = self._buttons[(focused[0] + step) % len(self._buttons)]
            target.setFocus(Qt.FocusReason.TabFocusReason)


class Segmented(ChoiceGroup):
    """Chips in a row, e.g. the channel; arrows move and choose at once, one is always chosen."""

    def __init__(self, name: str, options: Sequence[Option] = (), parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(current_theme().px(6))
        self._row.addStretch()
        self.set_options(options)

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer these; the first is chosen."""
        self._clear()
        for place, option in enumerate(options):
            chip = Chip(option.title, number=option.number, parent=self)
            chip.setToolTip(option.detail)
            self._adopt(chip, option)
            self._row.insertWidget(place, chip)
        if options:
            self.choose(options[0].value)

    def _move(self, step: int) -> None:
        super()._move(step)
        for button in self._buttons:
            if button.hasFocus():
                button.click()


class Choices(ChoiceGroup):
    """Option cards in a grid: suggested matters, answers to a question."""

    def __init__(self, name: str, *, columns: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._columns = columns
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(current_theme().px(6))

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer these, none chosen; equal options leave everything as it is."""
        if tuple(options) == tuple(self._options):
            return
        self._clear()
        for place, option in enumerate(options):
            card = OptionCard(option.title, detail=option.detail, number=option.number, parent=self)
            self._adopt(card, option)
            self._grid.addWidget(card, *divmod(place, self._columns))
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 1)
        self._keep_one_tab_stop()
