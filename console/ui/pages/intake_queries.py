"""What the intake page asks of the house. Every function here runs on the data lane and knows no Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from console.domain.access import Operator
from console.domain.assessment import Assessment, Emergency, EmergencyService
from console.domain.base import JurisdictionBase
from console.domain.contact import Contact
from console.domain.matter import Question
from console.domain.message import MAX_URL, Reporter, whatsapp_url
from console.domain.phone import national_form, parse_caller
from console.domain.problems import Problem
from console.domain.ticket import local_day, placeholder
from console.domain.villages import VillageIndex
from console.i18n import translate as _
from console.services.telling import Telling
from console.ui.backstage import Backstage
from console.ui.widgets.complaint_values import FormValues
from console.ui.widgets.contact_list import ContactView
from console.ui.widgets.earlier_complaints import EarlierRow
from console.ui.widgets.judgement import Answered, Judgement, OpenQuestion
from console.ui.widgets.message_preview import MessageView
from console.wording import problem_sentence

_EMERGENCY_KIND = "darurat"
_ROADS = "jalan"
_MOST_ROADS = 2
_FOUND = 8


@dataclass(frozen=True, slots=True)
class Place:
    """What the page needs to know of the regency before the first key."""

    index: VillageIndex
    emergency: Emergency


def load_place(backstage: Backstage) -> Place:
    """Return villages and emergency numbers, and let the engine warm up for the first caller."""
    region = backstage.region
    services = tuple(
        EmergencyService(name=line.name.partition(" (")[0], number=line.number)
        for line in region.hotlines
        if line.kind == _EMERGENCY_KIND
    )
    backstage.routing.warm()
    asks = (
        _("Where exactly: village, street, what is near?"),
        _("Is anybody hurt or in danger at this moment?"),
        _("Are you yourself safe? Stay on the line."),
    )
    return Place(
        VillageIndex(region.villages),
        Emergency(kind="by-hand", services=services, ask=asks, because=()),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeRequest:
    """What the engine is asked."""

    text: str
    answers: Mapping[str, int]
    village_code: str
    matter_code: str


def judge(backstage: Backstage, request: JudgeRequest) -> Judgement:
    """Return whose job it is, with the look-ups its words need.

    A matter chosen by the agent answers the questions that lead to it. What a base of another version no
    longer knows (a draft may be older) is left aside.
    """
    answers = dict(request.answers)
    try:
        assessment = _assess(backstage, request, answers)
    except Problem:
        answers, request = {}, JudgeRequest(text=request.text, answers={}, village_code="", matter_code="")
        assessment = _assess(backstage, request, answers)
    while (led := _leading_answer(assessment.question, request.matter_code)) and led[0] not in answers:
        answers[led[0]] = led[1]
        assessment = _assess(backstage, request, answers)
    return Judgement(
        assessment=assessment,
        question=_open_question(backstage, assessment),
        answered=_answered(backstage.base, answers, assessment),
    )


def _assess(backstage: Backstage, request: JudgeRequest, answers: Mapping[str, int]) -> Assessment:
    return backstage.routing.assess(
        request.text,
        answers=answers,
        village_code=request.village_code,
        chosen_matter=request.matter_code,
    )


def _leading_answer(question: Question | None, matter_code: str) -> tuple[str, int] | None:
    """Return question id and number of the answer that leads to a matter."""
    if question is None or not matter_code:
        return None
    return next(
        ((question.id, one.number) for one in question.options if one.matter_codes[:1] == (matter_code,)),
        None,
    )


def _open_question(backstage: Backstage, assessment: Assessment) -> OpenQuestion | None:
    question = assessment.question
    if question is None:
        return None
    office = backstage.base.institution_by_code.get(question.unknown_institution)
    found = backstage.routing.suggest_roads(assessment.text) if question.domain == _ROADS else ()
    roads = tuple(f"{road.name} ({road.status})" for road in found[:_MOST_ROADS])
    return OpenQuestion(
        question=question, unknown_office=office.short_name or office.name if office else "", roads=roads
    )


def _answered(
    base: JurisdictionBase, answers: Mapping[str, int], assessment: Assessment
) -> tuple[Answered, ...]:
    """Return the answers that still matter for what the text is about now."""
    concerned = {matter.code for matter in assessment.matters}
    if assessment.verdict is not None:
        concerned.add(assessment.verdict.matter_code)
    asked = {question for code in concerned for question in base.matter(code).question_ids}
    given: list[Answered] = []
    for question_id, number in answers.items():
        question = base.question_by_id.get(question_id)
        if question is None or question == assessment.question:
            continue
        option = next((one for one in question.options if one.number == number), None)
        leads = option is not None and concerned.intersection(option.matter_codes)
        if question_id in asked or leads:
            words = option.text if option else ""
            given.append(
                Answered(question_id=question_id, question=question.text, number=number, answer=words)
            )
    return tuple(given)


def contact_views(backstage: Backstage, contacts: Sequence[Contact]) -> tuple[ContactView, ...]:
    """Return contacts with their office's short name and readable number."""
    offices = backstage.base.institution_by_code
    return tuple(
        ContactView(
            contact=contact,
            office=office.short_name or office.name
            if (office := offices.get(contact.institution_code))
            else "",
            number=national_form(contact.phone),
        )
        for contact in contacts
    )


def candidates(
    backstage: Backstage, operator: Operator, institution_code: str, matter_code: str, village_code: str
) -> tuple[ContactView, ...]:
    """Return whom to forward to, best first."""
    found = backstage.forwarding.candidates(operator, institution_code, matter_code, village_code)
    views = contact_views(backstage, found)
    return tuple(replace(view, copy=view.contact.institution_code != institution_code) for view in views)


def warm_directory(backstage: Backstage, operator: Operator) -> None:
    """Build the directory's index now, so that the first verdict does not wait for it."""
    backstage.directory.warm(operator)


def find_contacts(backstage: Backstage, operator: Operator, query: str) -> tuple[ContactView, ...]:
    """Return contacts of the whole directory for the words typed."""
    hits = backstage.directory.search(operator, query, limit=_FOUND)
    return contact_views(backstage, [hit.contact for hit in hits])


def earlier_rows(backstage: Backstage, operator: Operator, phone: str) -> tuple[EarlierRow, ...]:
    """Return what this number brought before; raise `Problem` BAD_PHONE when it is no number."""
    if not parse_caller(phone).e164:
        return ()
    matters = backstage.base.matter_by_code
    return tuple(
        EarlierRow(
            ticket=complaint.ticket,
            matter=matters[complaint.matter_code].title
            if complaint.matter_code in matters
            else " ".join(complaint.text.split())[:60],
            status=complaint.status,
        )
        for complaint in backstage.intake.earlier_complaints(operator, phone)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageRequest:
    """The message wanted; `own_text` replaces the template's wording."""

    values: FormValues
    matter_code: str
    contact: Contact
    template: str
    reveal: bool
    own_text: str


@dataclass(frozen=True, slots=True)
class WrittenMessage:
    """A message not yet saved: its ticket number is the `placeholder` that saving replaces."""

    placeholder: str
    view: MessageView


def write_message(backstage: Backstage, operator: Operator, request: MessageRequest) -> WrittenMessage:
    """Return the message as it would be sent; what is wrong with it stands in its `error`."""
    now = backstage.clock.now()
    ticket = placeholder(operator.desk_code, local_day(now))
    if request.own_text:
        return WrittenMessage(ticket, _own_message(backstage, request))
    telling = Telling(
        ticket=ticket,
        text=request.values.text,
        matter_code=request.matter_code,
        village_code=request.values.village_code,
        place=request.values.place,
        reporter=Reporter(name=request.values.name, phone=_caller(request.values.phone)),
        received_at=now,
        due_at=now + timedelta(hours=backstage.base.response_target.hours),
    )
    try:
        message = backstage.forwarding.preview(
            operator, telling, request.contact, template=request.template, reveal=request.reveal
        )
    except Problem as problem:
        return WrittenMessage(ticket, MessageView(error=problem_sentence(problem)))
    view = MessageView(
        text=message.text, length=len(message.url), budget=message.budget, shortened=message.shortened
    )
    return WrittenMessage(ticket, view)


def _own_message(backstage: Backstage, request: MessageRequest) -> MessageView:
    link = whatsapp_url(backstage.forwarding.route, request.contact.phone, request.own_text.strip())
    view = MessageView(text=request.own_text, length=len(link), budget=MAX_URL, own=True)
    try:
        backstage.forwarding.rewritten(request.contact, request.own_text, request.template)
    except Problem as problem:
        return replace(view, error=problem_sentence(problem))
    return view


def _caller(phone: str) -> str:
    """Return the number in its stored form, empty while it is none."""
    try:
        return parse_caller(phone).e164
    except Problem:
        return ""
