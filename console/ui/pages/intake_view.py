"""The three columns side by side with their buttons; it knows the command table and nothing else."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QWidget

from console.i18n import translate as _
from console.ui.actions import ActionSet
from console.ui.theme import current_theme
from console.ui.widgets.button import Button, DangerButton, PrimaryButton, SecondaryButton
from console.ui.widgets.complaint_form import ComplaintForm
from console.ui.widgets.forwarding_column import ForwardingColumn
from console.ui.widgets.jurisdiction_column import JurisdictionColumn

# The columns' shares of the width, as drawn at 1366 × 768, and what each needs at least.
_SHARES = (392, 474, 376)
_NARROWEST = (310, 370, 300)
_GAP = 12


class IntakeView(QScrollArea):
    """Scrolls sideways only where large text needs more room than the screen has."""

    def __init__(self, actions: ActionSet, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions = actions
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        keys = [actions.action(name).shortcut().toString() for name in ("resume", "confirm-sent", "not-sent")]
        self.form = ComplaintForm(keys[0], self)
        self.jurisdiction = JurisdictionColumn(self)
        self.forwarding = ForwardingColumn((keys[1], keys[2]), self)
        self._columns = (self.form, self.jurisdiction, self.forwarding)
        self._make_buttons()
        self._arrange()
        self.jurisdiction.left.connect(self.form.focus_text)

    def _arrange(self) -> None:
        theme = current_theme()
        inside = QWidget(self)
        line = QHBoxLayout(inside)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(_GAP))
        for part, share, narrowest in zip(self._columns, _SHARES, _NARROWEST, strict=True):
            part.setMinimumWidth(theme.px(narrowest))
            line.addWidget(part, share)
        self.setWidget(inside)

    def _make_buttons(self) -> None:
        self.form.set_buttons(
            self._button(SecondaryButton, "prank", _("Prank")),
            self._button(DangerButton, "emergency", _("Emergency")),
            self._button(SecondaryButton, "park", _("Park")),
        )
        self.jurisdiction.set_buttons(
            self._button(SecondaryButton, "procedure", _("Steps & documents")),
            self._button(SecondaryButton, "override", _("Not this one, change")),
        )
        self.forwarding.set_buttons(
            self._button(PrimaryButton, "save-and-open", _("Save & open WhatsApp")),
            self._button(SecondaryButton, "save", _("Save")),
            self._button(SecondaryButton, "copy-message", _("Copy the message")),
        )

    def _button(self, kind: type[Button], command: str, words: str) -> Button:
        button = kind.for_action(self._actions.action(command), words, self)
        button.setObjectName(f"intake-{command}")
        return button

    def go_column(self, step: int) -> None:
        """Put the focus into the next column (or the one before), past one that has nothing to focus."""
        focused = QApplication.focusWidget()
        places = range(len(self._columns))
        here = next((place for place in places if focused and self._columns[place].isAncestorOf(focused)), 0)
        for distance in places[1:]:
            target = self._columns[(here + step * distance) % len(self._columns)]
            if target.focus_first():
                self.ensureWidgetVisible(target, 0, 0)
                return
