"""Everything about one contact, and the three things to do with it: chat, call, copy the number."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.i18n import translate as _
from console.ui.theme import Role, current_theme
from console.ui.tokens import LEVEL_TONES, Tone
from console.ui.widgets.avatar import Avatar
from console.ui.widgets.button import PrimaryButton, SecondaryButton
from console.ui.widgets.card import Card, column, row
from console.ui.widgets.contact_chain import ContactChain
from console.ui.widgets.contact_line import ContactDetail, ContactLine
from console.ui.widgets.contact_painter import level_words, sample_word
from console.ui.widgets.empty_state import EmptyState
from console.ui.widgets.label import Label
from console.ui.widgets.level_badge import LevelPanel
from console.ui.widgets.pill import Pill
from console.ui.widgets.sheet_area import Sheet, SheetArea


class ContactCard(Card):
    """Shows a `ContactDetail`; `contact_picked` carries another contact's line from the chain."""

    contact_picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=0)
        self.body.setSpacing(0)
        self._detail: ContactDetail | None = None
        self._empty = EmptyState(
            "contact",
            _("Choose a contact"),
            _("Search, then walk through the list with ↓. The card shows here."),
            parent=self,
        )
        self._area = SheetArea(_("Contact card"), self)
        self._area.setObjectName("contact-sheet")
        self._foot = QWidget(self)
        self.chat_button = PrimaryButton(_("Open a WhatsApp chat"), key="W", parent=self._foot)
        self.call_button = SecondaryButton(_("Call"), key="T", icon="phone", parent=self._foot)
        self.copy_button = SecondaryButton(_("Copy the number"), key="C", icon="copy", parent=self._foot)
        for name, button in zip(("chat", "call", "copy"), self._buttons(), strict=True):
            button.setObjectName(f"contact-{name}")
        self._arrange()
        self.show_detail(None)

    def _arrange(self) -> None:
        foot = column(self._foot, spacing=8, margin=16)
        foot.setContentsMargins(*(current_theme().px(side) for side in (16, 10, 16, 16)))
        foot.addWidget(self.chat_button)
        pair = row(spacing=8)
        pair.addWidget(self.copy_button, 3)
        pair.addWidget(self.call_button, 2)
        foot.addLayout(pair)
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(self._area, 1)
        self.body.addWidget(self._foot)

    def show_keys(self, *, typing: bool) -> None:
        """Print the keys that work now: letters write text while the search line has the focus."""
        keys = ("Ctrl+Return", "Ctrl+T", "Return") if typing else ("W", "T", "C")
        for button, key in zip(self._buttons(), keys, strict=True):
            button.set_key(key)
            button.update()

    def _buttons(self) -> tuple[PrimaryButton, SecondaryButton, SecondaryButton]:
        return self.chat_button, self.call_button, self.copy_button

    def detail(self) -> ContactDetail | None:
        """Return what is shown."""
        return self._detail

    def show_detail(self, detail: ContactDetail | None) -> None:
        """Show a contact, or what to do while there is none."""
        if detail is not None and detail == self._detail:
            return
        self._detail = detail
        for part, wanted in ((self._empty, False), (self._area, True), (self._foot, True)):
            part.setVisible((detail is not None) is wanted)
        if detail is None:
            return
        line = detail.line
        self.chat_button.setEnabled(line.chat)
        self.call_button.setEnabled(bool(line.contact.phone))
        self.copy_button.setEnabled(bool(line.contact.phone))
        spoken = f"{line.contact.name}, {line.contact.position}, {line.office}, {line.number}"
        self._area.show_sheet(self._sheet(detail), spoken)

    def _sheet(self, detail: ContactDetail) -> Sheet:
        sheet = Sheet(self._area.host, spacing=8)
        line, contact = detail.line, detail.line.contact
        sheet.body.addLayout(_person(line, sheet))
        sheet.body.addWidget(_office(line, sheet))
        sheet.body.addLayout(_number(line, sheet))
        if not contact.verified:
            sheet.paragraph(_not_verified_words(), tone=Tone.DANGER)
        sheet.body.addSpacing(current_theme().px(2))
        sheet.fact(_("Field"), contact.field)
        sheet.fact(_("Areas"), ", ".join(detail.areas) or _("the whole regency"))
        sheet.fact(_("Note"), contact.note)
        if len(detail.chain) > 1:
            self._chain(detail, sheet)
        sheet.heading(_("Details"))
        sheet.fact(_("Topics"), ", ".join(detail.topics))
        sheet.fact(_("Checked"), detail.confirmed or _("never"))
        sheet.fact(_("Answered"), detail.answered or _("nothing recorded"))
        sheet.fact(_("Valid until"), detail.valid_until)
        sheet.fact(_("Source"), contact.source)
        sheet.finish()
        return sheet

    def _chain(self, detail: ContactDetail, sheet: Sheet) -> None:
        sheet.heading(_("Whom to ask next in this office"))
        chain = ContactChain(sheet)
        chain.picked.connect(self.contact_picked)
        chain.show_chain(detail.chain, detail.line.contact.id)
        sheet.body.addWidget(chain)


def _person(line: ContactLine, parent: QWidget) -> QHBoxLayout:
    contact = line.contact
    words = column(spacing=1)
    words.addWidget(Label(contact.name, Role.SECTION, wrap=True, parent=parent))
    words.addWidget(Label(contact.position, Role.BODY, Tone.MUTED, wrap=True, parent=parent))
    tone = LEVEL_TONES[line.level] if line.level else Tone.ACCENT
    whole = row(spacing=12)
    whole.addWidget(Avatar(_bare_name(contact.name), tone, parent=parent), 0, Qt.AlignmentFlag.AlignTop)
    whole.addLayout(words, 1)
    return whole


def _bare_name(name: str) -> str:
    """Return a name without degrees behind it and remarks in brackets."""
    return name.split(",", 1)[0].split(" (", 1)[0]


def _office(line: ContactLine, parent: QWidget) -> QWidget:
    if line.level is None:
        return Label(line.office, Role.STRONG, wrap=True, parent=parent)
    panel = LevelPanel(line.level, edge="left", parent=parent)
    theme = current_theme()
    panel.body.setContentsMargins(theme.px(13), theme.px(8), theme.px(10), theme.px(8))
    panel.body.setSpacing(0)
    panel.body.addWidget(Label(level_words(line), Role.STRONG, LEVEL_TONES[line.level], parent=panel))
    panel.body.addWidget(Label(line.office, Role.BODY, wrap=True, parent=panel))
    return panel


def _number(line: ContactLine, parent: QWidget) -> QVBoxLayout:
    first = row(spacing=8)
    number = Label(line.number or _("no number"), Role.TITLE, parent=parent)
    number.setObjectName("contact-number")
    first.addWidget(number)
    first.addStretch()
    if line.chat:
        first.addWidget(Pill("WhatsApp", Tone.ACCENT, icon="message-circle", parent=parent))
    second = row(spacing=8)
    second.addWidget(Label(line.freshness, Role.LABEL, line.freshness_tone, wrap=True, parent=parent), 1)
    if line.contact.sample:
        second.addWidget(Pill(sample_word(), Tone.MUTED, parent=parent))
    both = column(spacing=4)
    both.addLayout(first)
    both.addLayout(second)
    return both


def _not_verified_words() -> str:
    return _("Nobody has tried this public number yet. Make sure before you give it to a citizen.")
