"""The agent decides: another matter, found by words, with the reason the record needs."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from console.domain.matter import Matter
from console.domain.text import MAX_FIELD
from console.i18n import translate as _
from console.ui.theme import Role
from console.ui.tokens import Tone
from console.ui.widgets.button import SecondaryButton
from console.ui.widgets.card import column, row
from console.ui.widgets.clamped_label import ClampedLabel
from console.ui.widgets.field import Field
from console.ui.widgets.label import Label
from console.ui.widgets.suggestion_list import Suggestion
from console.ui.widgets.type_ahead import TypeAhead
from console.wording import word


class OverridePanel(QWidget):
    """`asked` wants matters for words, `applied` carries matter code and reason, `closed` gives up."""

    asked = Signal(str)
    applied = Signal(str, str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("intake-override-panel")
        self._search = TypeAhead(_("The right matter"), placeholder=_("type words of the matter…"))
        self._search.setObjectName("intake-override-matter")
        self._reason = QLineEdit(self)
        self._reason.setObjectName("intake-override-reason")
        self._reason.setMaxLength(MAX_FIELD)
        self._reason.setPlaceholderText(_("what the engine did not know"))
        self.matter_field = Field(_("The right matter"), self._search, parent=self)
        self.reason_field = Field(_("Reason (goes on record)"), self._reason, parent=self)
        self._where = ClampedLabel("", Role.LABEL, Tone.MUTED, lines=3, parent=self)
        self._apply = SecondaryButton(_("Use this verdict"), key="Return", icon="check", parent=self)
        self._apply.setObjectName("intake-override-apply")
        self._cancel = SecondaryButton(_("Back"), key="Escape", parent=self)
        self._arrange()
        self._search.asked.connect(self.asked)
        self._search.picked.connect(self._picked)
        self._search.textEdited.connect(self._search_edited)
        self._reason.textEdited.connect(self._reason_edited)
        self._apply.clicked.connect(self._try)
        self._cancel.clicked.connect(self.closed)
        self.hide()

    def _arrange(self) -> None:
        layout = column(self, spacing=10)
        layout.addWidget(Label(_("Change the verdict"), Role.SECTION, parent=self))
        words = _("The engine suggests, you decide. Your reason helps to improve it.")
        layout.addWidget(Label(words, Role.BODY, Tone.MUTED, wrap=True, parent=self))
        for part in (self.matter_field, self._where, self.reason_field):
            layout.addWidget(part)
        buttons = row(spacing=8)
        buttons.addWidget(self._apply, 2)
        buttons.addWidget(self._cancel, 1)
        layout.addLayout(buttons)

    def open(self) -> None:
        """Show it empty, ready to search."""
        self._search.set_choice(None)
        self._reason.clear()
        self._where.setText("")
        self.matter_field.clear_error()
        self.reason_field.clear_error()
        self.show()
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def offer(self, matters: Sequence[Matter]) -> None:
        """Offer these matters."""
        self._search.offer(
            [Suggestion(value=matter, title=matter.title, detail=word(matter.level)) for matter in matters]
        )

    def _picked(self, suggestion: Suggestion) -> None:
        if isinstance(suggestion.value, Matter):
            matter = suggestion.value
            self._where.setText(f"{word(matter.level)} · {matter.institution_text}")
            self.matter_field.clear_error()
            self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _search_edited(self) -> None:
        self.matter_field.clear_error()

    def _reason_edited(self) -> None:
        self.reason_field.clear_error()

    def _try(self) -> None:
        choice, reason = self._search.choice(), self._reason.text().strip()
        if choice is None or not isinstance(choice.value, Matter):
            self.matter_field.set_error(_("Choose a matter from the list."))
            self._search.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not reason:
            self.reason_field.set_error(_("Write the reason: the change goes on record with it."))
            self._reason.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.applied.emit(choice.value.code, reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Apply with Enter from either field, give up with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._try()
        else:
            event.ignore()
