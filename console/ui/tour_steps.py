"""The tour's main job: from the painted window to a complaint that is found again with its whole way."""

import hashlib
from functools import partial

from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTableView, QWidget

from console.domain.assessment import Verdict
from console.domain.complaint import (
    Channel,
    ComplaintDetail,
    ComplaintFilter,
    EntryKind,
    ForwardingState,
    Status,
)
from console.domain.level import Level
from console.domain.phone import mask_phone, national_form
from console.ui.pages.complaints import ComplaintsPage
from console.ui.pages.directory import DirectoryPage
from console.ui.pages.intake import IntakePage
from console.ui.tour_desk import WAKING_S, StepFailed, TourDesk, check, message_in
from console.ui.widgets.contact_list import ContactList
from console.ui.widgets.contact_table import ContactTable
from console.ui.widgets.explanation import Explanation
from console.ui.widgets.question_panel import QuestionPanel
from console.ui.widgets.text_edit import GrowingTextEdit
from console.ui.widgets.timeline import Timeline
from console.ui.widgets.type_ahead import TypeAhead
from console.ui.widgets.verdict_card import VerdictCard

QUERY = "lampu jalan mati"
ANSWERS_QUERY = "PK-DPUCKPP"
ROAD = "jalan depan pasar srono bolong2 parah, sudah ada yang jatuh. arah ke muncar"
ASKED = "Q-JLN-01"
VILLAGE_KEYS, VILLAGE = "kebam", "35.10.08.2004"
# Nobody's number: the block 0812-0000-… is used for samples throughout.
PHONE = "081200000141"
NAME = "Bu Contoh Wati"
WHOLE_WAY = (
    EntryKind.RECEIVED,
    EntryKind.JUDGED,
    EntryKind.FORWARDED,
    EntryKind.LINK_OPENED,
    EntryKind.CONFIRMED_SENT,
)


def intake(desk: TourDesk) -> IntakePage:
    """Return the intake page if it is the one shown."""
    page = desk.window.current_page()
    if not isinstance(page, IntakePage):
        raise StepFailed(f"the page shown is not the intake but {type(page).__name__}")
    return page


def go(desk: TourDesk, key: str, first: str) -> None:
    """Go to another page by its key and wait until the work can begin there."""
    desk.press(key)
    desk.focus(first)


def verdict_shown(desk: TourDesk, level: Level) -> VerdictCard:
    """Wait for a verdict of this level on the screen and return its card."""
    card = desk.find(VerdictCard, "intake-verdict")
    desk.until(lambda: card.level() is level, f"the verdict is not {level.value}", tell=card.level)
    return card


def judged(desk: TourDesk, text: str, answers: dict[str, int], village: str = "") -> Verdict:
    """Return the verdict as the use case gives it, to compare the screen with."""
    assess = partial(desk.backstage.routing.assess, text, answers=answers, village_code=village)
    verdict = desk.ask(assess).verdict
    if verdict is None:
        raise StepFailed("the use case has no verdict for what is on the screen")
    return verdict


def answer_by_key(desk: TourDesk, level: Level, press: str) -> tuple[str, int]:
    """Give the answer that leads to `level`, with `press` and its digit; return question id and number."""
    shown = desk.find(QuestionPanel).shown()
    if shown is None:
        raise StepFailed("no question is shown")
    question = shown.question
    for option in question.options:
        levels = [desk.backstage.base.matter(code).level for code in option.matter_codes]
        if levels[:1] == [level]:
            desk.press(press.format(digit=option.number))
            return question.id, option.number
    raise StepFailed(f"no answer to {question.id} leads to {level.value}")


def _focused() -> QWidget:
    return QApplication.focusWidget() or QWidget()


# --- the steps ---


def window(desk: TourDesk) -> None:
    """See the window painted, ready for typing, and the house behind it awake."""
    desk.come_forward()
    desk.focus("intake-text")
    desk.settle(WAKING_S)
    check(not desk.window.notices(), "a notice stands on the screen at the start")
    samples = desk.ask(partial(desk.backstage.tracking.counts, desk.operator, (ComplaintFilter(),)))[0]
    check(samples > 0, "the sample day is not in the database")


def directory(desk: TourDesk) -> None:
    """Find the office that answers for an everyday question."""
    go(desk, "Alt+2", "directory-search")
    desk.write(QUERY)
    desk.settle()
    table = desk.find(ContactTable, "directory-list")
    hits = desk.ask(partial(desk.backstage.directory.search, desk.operator, QUERY))
    desk.until(lambda: bool(table.lines()), "the list is empty")
    shown = [line.contact.id for line in table.lines()]
    check(shown[:5] == [hit.contact.id for hit in hits][:5], "the list is not what the directory found")
    first = table.lines()[0].contact
    check(first.institution_code == ANSWERS_QUERY, f"{first.institution_code} stands first")
    page = desk.window.current_page()
    check(isinstance(page, DirectoryPage) and page.current_line() == table.lines()[0], "no line is chosen")
    desk.find(QWidget, "contact-sheet")


def complaint(desk: TourDesk) -> None:
    """Type a telephone complaint as it is told, then where it is and who calls."""
    go(desk, "Alt+1", "intake-text")
    desk.press("Ctrl+N")
    desk.write(ROAD)
    desk.press("Tab")
    desk.focus("intake-village")
    desk.write(VILLAGE_KEYS)
    desk.until(desk.find(TypeAhead, "intake-village").is_open, "no village is offered")
    desk.press("Tab", "Tab")
    desk.focus("intake-phone")
    desk.write(PHONE)
    desk.press("Tab")
    desk.write(NAME)
    desk.settle()
    values = intake(desk).form.values()
    check(values.text == ROAD, "the text is not what was typed")
    check(values.channel is Channel.PHONE_112, f"the channel is {values.channel.value}")
    check(values.village_code == VILLAGE, f"the village is {values.village_code or 'not chosen'}")
    check((values.phone, values.name) == (PHONE, NAME), "the caller is not what was typed")
    drafts = partial(desk.backstage.intake.drafts, desk.operator)
    desk.until(
        lambda: any(one.text == ROAD and one.name == NAME for one in desk.ask(drafts)),
        "the draft is not in the database",
    )


def question(desk: TourDesk) -> None:
    """See the one question asked whose fact is missing, with numbered answers."""
    panel = desk.find(QuestionPanel)
    shown = panel.shown()
    check(shown is not None and shown.question.id == ASKED, "another question is asked")
    words = desk.find(QLabel, "intake-question-text").text()
    check(shown is not None and words == shown.question.text, "the question is not written out")
    check(desk.see(QWidget, "intake-verdict") is None, "a verdict stands beside the question")
    desk.press("F6")
    desk.until(lambda: panel.isAncestorOf(_focused()), "F6 does not lead to the answers")


def verdict(desk: TourDesk) -> None:
    """Give the answer, one digit, and see the verdict: the province."""
    given = answer_by_key(desk, Level.PROVINSI, "{digit}")
    verdict_shown(desk, Level.PROVINSI)
    desk.settle()
    expected = judged(desk, ROAD, dict([given]), VILLAGE)
    institution = desk.find(QLabel, "intake-institution").text()
    check(institution == expected.institution.name, f"the institution shown is {institution}")
    check(desk.find(QLabel, "intake-legal-basis").text() == expected.legal_basis, "the legal basis differs")
    check(expected.level is Level.PROVINSI, "the use case judges otherwise")


def explanation(desk: TourDesk) -> None:
    """Step through the words for the citizen, one short sentence at a time."""
    told = desk.find(Explanation, "intake-explanation")
    desk.focus("intake-explanation")
    sentences = [told.sentence()]
    for _more in range(20):
        desk.press("Space")
        if told.sentence() == sentences[-1]:
            break
        sentences.append(told.sentence())
        check(sentences[-1] in desk.find(QLabel, "intake-sentence").text(), "the sentence is not shown")
    session_verdict = judged(desk, ROAD, {ASKED: _given(desk)}, VILLAGE)
    check(tuple(sentences) == session_verdict.explanation, "not every sentence was shown, in order")
    check(len(sentences) > 1, "there is only one sentence")
    desk.press("Left")
    desk.settle()
    check(told.sentence() == sentences[-2], "← does not lead back")


def _given(desk: TourDesk) -> int:
    """Return the answer to the question, from the stored draft: nothing decided may be lost either."""
    drafts = partial(desk.backstage.intake.drafts, desk.operator)

    def answers() -> dict[str, int]:
        return next((dict(draft.answers) for draft in desk.ask(drafts) if draft.text == ROAD), {})

    desk.until(lambda: ASKED in answers(), "the answer is not in the stored draft")
    return answers()[ASKED]


def contact(desk: TourDesk) -> None:
    """See the right person chosen already and a message that hides who complained."""
    people = desk.find(ContactList, "intake-contacts")
    message = desk.find(GrowingTextEdit, "intake-message")
    desk.until(lambda: bool(message.text()), "there is no message")
    expected = judged(desk, ROAD, {ASKED: _given(desk)}, VILLAGE)
    find = desk.backstage.forwarding.candidates
    best = desk.ask(partial(find, desk.operator, expected.institution.code, expected.matter_code, VILLAGE))[0]
    check(people.value() == best.id, "another contact than the best is chosen")
    text = message.text()
    e164 = f"+62{PHONE[1:]}"
    check(mask_phone(e164) in text, "the caller's number is not shown masked")
    open_forms = (PHONE, PHONE[1:], e164, national_form(e164), NAME)
    check(not any(form in text for form in open_forms), "the message shows who complained")
    check(best.name in text, "the message does not greet the contact")
    desk.press("F6")
    desk.until(lambda: people.isAncestorOf(_focused()), "F6 does not lead to the contacts")


def whatsapp(desk: TourDesk) -> None:
    """Save the complaint and open WhatsApp with the message, by one key."""
    written = desk.find(GrowingTextEdit, "intake-message").text()
    detail = save_and_open(desk)
    stored, sent = detail.complaint, message_in(desk.opener.urls[-1])
    check(stored.text == ROAD, "the stored text differs")
    check((stored.village_code, stored.reporter_name) == (VILLAGE, NAME), "place or name differs")
    check(stored.reporter_phone == f"+62{PHONE[1:]}", f"the stored number is {stored.reporter_phone}")
    check(stored.level is Level.PROVINSI, "the stored level differs")
    check(stored.status is Status.NEW, f"nothing was sent yet, but the status is {stored.status.value}")
    check(stored.ticket in sent, "the message that left does not carry the ticket number")
    check(sent.splitlines()[0] == written.splitlines()[0], "another message left than the one shown")


def save_and_open(desk: TourDesk) -> ComplaintDetail:
    """Press Ctrl+Return, wait for the ticket on the screen, compare link and record, return the record."""
    before = len(desk.opener.urls)
    desk.press("Ctrl+Return")
    desk.until(lambda: len(desk.opener.urls) > before, "no link was opened")
    check(len(desk.opener.urls) == before + 1, "more than one link was opened")
    ticket = desk.find(QLabel, "intake-ticket").text()
    check(ticket not in desk.tickets, "the ticket number is not new")
    desk.settle()
    desk.tickets.append(ticket)
    detail = desk.stored(ticket)
    check(len(detail.forwardings) == 1, "there is not exactly one message on record")
    forwarding, url = detail.forwardings[0], desk.opener.urls[-1]
    check(forwarding.state is ForwardingState.OPENED, f"the message is {forwarding.state.value}")
    check(forwarding.to.removeprefix("+") in url.partition("text=")[0], "the link leads to somebody else")
    digest = hashlib.sha256(message_in(url).encode()).hexdigest()
    check(forwarding.text_hash == digest, "the message that left is not the one on record")
    check(intake(desk).form.values().is_blank(), "the form is not free for the next caller")
    return detail


def sent(desk: TourDesk) -> None:
    """Confirm that it was sent, which only the agent knows, by one key."""
    confirm_sent(desk)


def confirm_sent(desk: TourDesk) -> None:
    """Answer the question about the newest message with its letter and see it on record."""
    desk.focus("intake-sent-yes")
    desk.press("Y")
    desk.gone("intake-sent-question")
    desk.settle()
    detail = desk.stored(desk.tickets[-1])
    check(detail.forwardings[-1].state is ForwardingState.SENT, "the record does not say that it was sent")
    check(detail.complaint.status is Status.FORWARDED, "the complaint is not forwarded")
    desk.focus("intake-text")


def worklist(desk: TourDesk) -> None:
    """Find the complaint again by its number, with everything that happened to it."""
    ticket = desk.tickets[0]
    go(desk, "Alt+3", "complaintTable")
    desk.press("Ctrl+F")
    desk.focus("complaintSearch")
    desk.write(ticket)
    desk.settle()
    check(desk.find(QLineEdit, "complaintSearch").text() == ticket, "the number is not in the search line")
    table = desk.find(QTableView, "complaintTable")
    desk.until(lambda: table.model().rowCount() == 1, "not exactly one complaint is listed")
    desk.press("Down")
    desk.focus("complaintTable")
    page = desk.window.current_page()
    if not isinstance(page, ComplaintsPage):
        raise StepFailed("the worklist is not shown")
    desk.until(lambda: page.shown_ticket() == ticket, "its sheet is not shown", tell=page.shown_ticket)
    desk.settle()
    check(desk.find(QLabel, "sheetText").text() == ROAD, "its text is not shown")
    kinds = tuple(entry.kind for entry in desk.stored(ticket).timeline)
    check(kinds == WHOLE_WAY, f"the record holds {', '.join(kinds)}")
    moments = desk.find(Timeline, "sheetTimeline").moments()
    check(len(moments) == len(kinds), f"{len(moments)} of {len(kinds)} moments are shown")
