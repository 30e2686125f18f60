"""The parts of the third column: whom to write to, the message as it goes, what became of it."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from console.domain.contact import Contact, Rank
from console.ui.widgets.choices import Segmented
from console.ui.widgets.contact_list import ContactCard, ContactList, ContactView
from console.ui.widgets.forwarding_column import ForwardingColumn
from console.ui.widgets.line_button import LineButton
from console.ui.widgets.message_preview import MessagePreview, MessageView
from console.ui.widgets.sent_question import Pending, SentQuestion
from tests.builders import make_contact
from tests.ui.intake_desk import bring_up, focused, label, part

CHECKED = datetime(2026, 11, 12, tzinfo=UTC)


def _view(contact: Contact) -> ContactView:
    return ContactView(contact=contact, office="DPUCKPP", number="0812-3456-7890")


THREE = (
    make_contact(name="Rudi Contoh", confirmed_at=CHECKED),
    make_contact(name="Sari Contoh", rank=Rank.DEPUTY, whatsapp=False),
    make_contact(name="Posko", rank=Rank.HOTLINE, phone="112", whatsapp=False, sample=False),
)
VIEWS = tuple(_view(contact) for contact in THREE)


@pytest.fixture
def column(qtbot: QtBot) -> ForwardingColumn:
    made = ForwardingColumn(("F2", "Shift+F2"))
    qtbot.addWidget(made)
    made.resize(376, 678)
    bring_up(qtbot, made)
    return made


def test_a_contact_card_says_everything_aloud(qtbot: QtBot) -> None:
    card = ContactCard(VIEWS[0], 1)
    qtbot.addWidget(card)
    for words in ("Rudi Contoh", "Petugas teknis jalan", "DPUCKPP", "0812-3456-7890", "12 Nov", "SAMPLE"):
        assert words in card.accessibleName()
    assert "technical officer" in card.accessibleDescription()


def test_what_whatsapp_cannot_reach_is_said_in_words() -> None:
    assert VIEWS[0].warning() == ""
    assert "WhatsApp" in VIEWS[1].warning()
    assert VIEWS[1].chat
    assert not VIEWS[2].chat
    assert _view(make_contact(phone="")).warning() != ""
    assert VIEWS[1].freshness() == "never checked"


def test_arrows_choose_the_next_contact_at_once(qtbot: QtBot) -> None:
    contacts = ContactList()
    qtbot.addWidget(contacts)
    contacts.show_contacts(VIEWS, THREE[0].id)
    bring_up(qtbot, contacts)
    heard: list[object] = []
    contacts.chosen.connect(heard.append)
    contacts.focus_first()
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    QTest.keyClick(focused(), Qt.Key.Key_Up)
    assert heard == [THREE[1].id, THREE[2].id, THREE[1].id]
    QTest.keyClick(focused(), Qt.Key.Key_1)
    assert heard[-1] == THREE[0].id


def test_only_the_chosen_contact_is_open(qtbot: QtBot) -> None:
    contacts = ContactList()
    qtbot.addWidget(contacts)
    contacts.show_contacts(VIEWS, THREE[1].id)
    heights = [card.sizeHint().height() for card in contacts.findChildren(ContactCard)]
    assert heights[1] > heights[0] == heights[2]


def test_a_long_list_shows_its_beginning_and_all_of_it_on_demand(qtbot: QtBot) -> None:
    contacts = ContactList()
    qtbot.addWidget(contacts)
    many = tuple(_view(make_contact(name=f"Contoh {number}")) for number in range(20))
    contacts.show_contacts(many, many[0].contact.id)
    bring_up(qtbot, contacts)
    assert len(contacts.buttons()) < 6
    more = part(contacts, "intake-contacts-more")
    assert isinstance(more, LineButton)
    assert "16" in more.words()
    QTest.keyClick(more, Qt.Key.Key_Return)
    assert len(contacts.buttons()) == 20
    assert contacts.value() == many[0].contact.id
    assert contacts.buttons()[0].hasFocus()


def test_a_contact_chosen_far_down_is_never_hidden(qtbot: QtBot) -> None:
    contacts = ContactList()
    qtbot.addWidget(contacts)
    many = tuple(_view(make_contact(name=f"Contoh {number}")) for number in range(20))
    contacts.show_contacts(many, many[15].contact.id)
    assert contacts.value() == many[15].contact.id


def test_an_office_without_contacts_is_named(column: ForwardingColumn) -> None:
    column.show_contacts((), None, "BPN")
    nobody = label(column, "intake-nobody")
    assert nobody.isVisible()
    assert "BPN" in nobody.text()
    assert not column.message.isVisible()
    assert column.search.isVisible()


def test_the_message_counts_what_its_link_uses(qtbot: QtBot) -> None:
    preview = MessagePreview()
    qtbot.addWidget(preview)
    rewritten: list[str] = []
    preview.rewritten.connect(rewritten.append)
    preview.show_message(MessageView(text="*Nomor:* 1", length=412, budget=2000))
    assert "412 / 2000" in preview.text.accessibleDescription()
    assert rewritten == []
    QTest.keyClicks(preview.text, "x")
    assert rewritten == ["x*Nomor:* 1"]


def test_what_is_wrong_with_the_message_stands_at_its_field(qtbot: QtBot) -> None:
    preview = MessagePreview()
    qtbot.addWidget(preview)
    preview.show_message(MessageView(text="a", length=2400, budget=2000, own=True, error="Too long."))
    assert preview.field.error() == "Too long."
    preview.show_message(MessageView(text="a", length=100, budget=2000, own=True))
    assert preview.field.error() == ""


def test_one_template_is_no_choice(qtbot: QtBot) -> None:
    preview = MessagePreview()
    qtbot.addWidget(preview)
    templates = part(preview, "intake-templates")
    assert isinstance(templates, Segmented)
    preview.offer_templates([("forward", "Pass on")], "forward")
    assert templates.isHidden()
    preview.offer_templates([("forward", "Pass on"), ("verify", "Ask to check")], "verify")
    assert not templates.isHidden()
    assert templates.value() == "verify"


@pytest.mark.parametrize(
    ("key", "sent"), [(Qt.Key.Key_Y, True), (Qt.Key.Key_T, False), (Qt.Key.Key_N, False)]
)
def test_one_letter_says_whether_it_was_sent(qtbot: QtBot, key: Qt.Key, sent: bool) -> None:  # noqa: FBT001 - the table's column
    question = SentQuestion(("F2", "Shift+F2"))
    qtbot.addWidget(question)
    heard: list[bool] = []
    question.answered.connect(heard.append)
    question.ask(Pending(ticket="BM-MPP1-261122-0007", contact="Rudi Contoh"))
    bring_up(qtbot, question)
    question.focus_first()
    QTest.keyClick(focused(), key)
    assert heard == [sent]


def test_a_link_that_did_not_open_is_told_differently(qtbot: QtBot) -> None:
    question = SentQuestion(("F2", "Shift+F2"))
    qtbot.addWidget(question)
    question.ask(Pending(ticket="BM-1", contact="Rudi", opened=True))
    opened = question.accessibleName()
    question.ask(Pending(ticket="BM-1", contact="Rudi", opened=False))
    assert "clipboard" in question.accessibleName() != opened
    question.ask(None)
    assert question.isHidden()


def test_the_question_stands_above_the_next_caller(column: ForwardingColumn) -> None:
    column.ask_sent(Pending(ticket="BM-1", contact="Rudi"))
    column.show_contacts(VIEWS, THREE[0].id)
    assert column.sent.isVisible()
    assert column.contacts.isVisible()
    assert (
        column.sent.geometry().bottom() < column.contacts.mapTo(column, column.contacts.rect().topLeft()).y()
    )
