"""The third column: who gets it, what the message says, and what became of the last one."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.i18n import translate as _
from console.ui.theme import Role
from console.ui.tokens import Tone
from console.ui.widgets.button import Button
from console.ui.widgets.card import column, row
from console.ui.widgets.clamped_label import ClampedLabel
from console.ui.widgets.contact_list import ContactList, ContactView
from console.ui.widgets.empty_state import EmptyState
from console.ui.widgets.key_cap import key_words
from console.ui.widgets.label import Label, SectionLabel
from console.ui.widgets.message_preview import MessagePreview
from console.ui.widgets.sent_question import Pending, SentQuestion
from console.ui.widgets.suggestion_list import Suggestion
from console.ui.widgets.type_ahead import TypeAhead
from console.ui.widgets.work_column import WorkColumn


class ForwardingColumn(WorkColumn):
    """`contact_chosen` carries a contact's id, `contact_found` a `ContactView` picked by hand."""

    contact_chosen = Signal(object)
    contacts_asked = Signal(str)
    contact_found = Signal(object)

    def __init__(self, keys: tuple[str, str], parent: QWidget | None = None) -> None:
        super().__init__(_("Forward"), parent)
        self.setObjectName("forwardingColumn")
        self.sent = SentQuestion(keys, self)
        self.empty = EmptyState("send", *_first_words(), parent=self)
        self._whole = QWidget(self)
        self.contacts = ContactList(self._whole)
        self._nobody = ClampedLabel("", Role.BODY, Tone.DANGER, lines=3, parent=self._whole)
        self._nobody.setObjectName("intake-nobody")
        self.search = TypeAhead(_("Find another contact"), placeholder=_("another contact…"))
        self.search.setObjectName("intake-contact-search")
        self.message = MessagePreview(self._whole)
        self._arrange()
        self.contacts.chosen.connect(self.contact_chosen)
        self.search.asked.connect(self.contacts_asked)
        self.search.picked.connect(self._found)
        self.show_contacts(None, None)

    def _arrange(self) -> None:
        layout = column(self._whole, spacing=8)
        head = row(spacing=8)
        head.addWidget(SectionLabel(_("Contact"), self._whole))
        head.addStretch()
        head.addWidget(Label(_("order: technical officer → head"), Role.LABEL, Tone.MUTED))
        layout.addLayout(head)
        layout.addWidget(self._nobody)
        layout.addWidget(self.contacts)
        layout.addWidget(self.search)
        layout.addWidget(self.message, 1)
        self.add(self.sent)
        self.add(self.empty, stretch=1)
        self.add(self._whole, stretch=1)

    def set_buttons(self, first: Button, *others: Button) -> None:
        """Put the leading button over the others."""
        self.foot.addWidget(first)
        line = row(spacing=8)
        for button in others:
            line.addWidget(button, 1)
        self.foot.addLayout(line)

    def show_contacts(
        self, views: Sequence[ContactView] | None, chosen: UUID | None, institution: str = ""
    ) -> None:
        """Show whom to write to; None before there is a verdict. Nobody found says so."""
        self._whole.setVisible(views is not None)
        self.empty.setVisible(views is None)
        if views is None:
            self.contacts.show_contacts((), None)
            return
        self.contacts.show_contacts(views, chosen)
        nobody = _("The directory has nobody for {institution} yet. Find a contact by name, or save only.")
        self._nobody.setText(nobody.format(institution=institution))
        self._nobody.setVisible(not views)
        self.contacts.setVisible(bool(views))
        self.message.setVisible(chosen is not None)

    def ask_sent(self, pending: Pending | None) -> None:
        """Ask whether the last message was sent; None has no question."""
        self.sent.ask(pending)
        if pending is not None:
            self.to_top()

    def offer_contacts(self, views: Sequence[ContactView]) -> None:
        """Offer these to the search line."""
        self.search.offer(
            [
                Suggestion(
                    value=view,
                    title=view.contact.name,
                    detail=" · ".join(part for part in (view.contact.position, view.office) if part),
                )
                for view in views
            ]
        )

    def _found(self, suggestion: Suggestion) -> None:
        self.search.set_choice(None)
        if isinstance(suggestion.value, ContactView):
            self.contact_found.emit(suggestion.value)

    def focus_first(self) -> bool:
        """Focus the open question, else the contacts; false when there is neither."""
        if self.sent.isVisible():
            self.sent.focus_first()
        elif self.contacts.isVisible():
            self.contacts.focus_first()
        else:
            return False
        return True


def _first_words() -> tuple[str, str]:
    return (
        _("The right contact appears here"),
        _("With the message already written: you read it, you press {key}, WhatsApp opens.").format(
            key=key_words("Ctrl+Return")
        ),
    )
