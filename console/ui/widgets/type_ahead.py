"""A line of text that offers as you type: villages, institutions, contacts."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from console.ui.theme import current_theme
from console.ui.widgets.card import column
from console.ui.widgets.suggestion_list import Suggestion, SuggestionList

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Panel(QFrame):
    """The floating surface under the line."""


class TypeAhead(QLineEdit):
    """Asks with `asked(text)`; the owner answers with `offer(suggestions)`, from any source and at any time.

    ↓ ↑ move, Enter or Tab picks (`picked`, and the title becomes the text), Esc closes. `cleared` says that
    the text no longer is what was picked.
    """

    asked = Signal(str)
    picked = Signal(object)
    cleared = Signal()

    def __init__(self, name: str, *, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self._choice: Suggestion | None = None
        self._panel: Panel | None = None
        self._list: SuggestionList | None = None
        self.textEdited.connect(self._edited)

    def choice(self) -> Suggestion | None:
        """Return what was picked, None while the text is only text."""
        return self._choice

    def set_choice(self, suggestion: Suggestion | None) -> None:
        """Show a choice made elsewhere; None empties the line."""
        self._choice = suggestion
        self.setText(suggestion.title if suggestion else "")
        self.close_list()

    def offer(self, suggestions: Sequence[Suggestion]) -> None:
        """Show what fits; nothing closes the list. Ignored once the line has lost the focus."""
        if not suggestions or not self.hasFocus():
            self.close_list()
            return
        panel, lines = self._ready()
        lines.replace(suggestions)
        corner = self.mapTo(self.window(), QPoint(0, self.height() + 4))
        width = min(max(self.width(), current_theme().px(320)), self.window().width() - 16)
        left = min(corner.x(), self.window().width() - width - 8)
        height = lines.content_height(8) + 2 * current_theme().px(6)
        top = (
            corner.y()
            if corner.y() + height < self.window().height()
            else corner.y() - height - self.height() - 8
        )
        panel.setGeometry(left, top, width, height)
        panel.show()
        panel.raise_()

    def is_open(self) -> bool:
        """Say whether the list is shown."""
        return self._panel is not None and self._panel.isVisible()

    def close_list(self) -> None:
        """Hide the list."""
        if self._panel is not None:
            self._panel.hide()

    def _ready(self) -> tuple[Panel, SuggestionList]:
        if self._panel is None or self._list is None:
            self._panel = Panel(self.window())
            self._list = SuggestionList(self.accessibleName(), self._panel)
            column(self._panel, margin=6).addWidget(self._list)
            self._list.picked.connect(self._picked)
            self.destroyed.connect(self._panel.deleteLater)
        return self._panel, self._list

    def _edited(self, text: str) -> None:
        if self._choice is not None:
            self._choice = None
            self.cleared.emit()
        if text.strip():
            self.asked.emit(text)
        else:
            self.close_list()

    def _picked(self, suggestion: Suggestion) -> None:
        self.set_choice(suggestion)
        self.picked.emit(suggestion)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send moving and picking to the list while it is open; ↓ asks when it is closed."""
        key = Qt.Key(event.key())
        if not self.is_open() or self._list is None:
            if key == Qt.Key.Key_Down:
                self.asked.emit(self.text())
            else:
                super().keyPressEvent(event)
        elif key in _STEPS:
            self._list.step(_STEPS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._list.pick()
        elif key == Qt.Key.Key_Escape:
            self.close_list()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the list when the focus goes on; Tab takes the current line with it."""
        if self.is_open() and event.reason() == Qt.FocusReason.TabFocusReason and self._list is not None:
            self._list.pick()
        # A click into the list takes the focus first and picks afterwards.
        QTimer.singleShot(0, self, self.close_list)
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Close the list with the page."""
        self.close_list()
        super().hideEvent(event)
