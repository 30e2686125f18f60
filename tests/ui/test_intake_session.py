"""The caller at hand as plain values: what is decided, what is stored, what gives way to what."""

from console.domain.assessment import (
    Assessment,
    Emergency,
    EmergencyService,
    Outcome,
    RankedMatter,
    Verdict,
)
from console.domain.complaint import Channel
from console.domain.level import Confidence, Level
from console.ui.pages.intake_session import IntakeSession
from console.ui.widgets.complaint_values import FormValues
from console.ui.widgets.contact_list import ContactView
from console.ui.widgets.judgement import Answered, Judgement
from tests.builders import make_contact, make_draft, make_institution

FIRE = Emergency(
    kind="fire", services=(EmergencyService(name="Damkar", number="113"),), ask=(), because=("api",)
)
BY_HAND = Emergency(kind="by-hand", services=FIRE.services, ask=(), because=())


def _judgement(*, emergency: Emergency | None = None, answered: tuple[Answered, ...] = ()) -> Judgement:
    verdict = Verdict(
        matter_code="JLN-01",
        matter_title="Jalan",
        domain="jalan",
        level=Level.PEMKAB,
        institution=make_institution(),
        legal_basis="UU",
        confidence=Confidence.HIGH,
        source="CONTOH",
        involved=(),
        explanation=(),
        procedure_ids=(),
        deadlines=(),
        response_hours=2,
        base_version="1",
    )
    ranked = RankedMatter(code="JLN-03", title="Jalan", level=Level.PEMKAB, score=1, because=())
    assessment = Assessment(
        text="x", outcome=Outcome.VERDICT, matters=(ranked,), emergency=emergency, verdict=verdict
    )
    return Judgement(assessment=assessment, answered=answered)


def test_a_draft_and_its_session_are_one_thing() -> None:
    draft = make_draft(
        channel=Channel.WHATSAPP,
        text="jalan rusak",
        village_code="35.10.08.2004",
        place="pasar",
        phone="0812",
        name="Bu Contoh",
        matter_code="JLN-01",
        answers=(("Q-JLN-01", 2),),
        override_reason="sebab",
    )
    assert IntakeSession.of_draft(draft).draft(draft) == draft
    assert IntakeSession.of_draft(draft).draft(draft, parked=True).parked


def test_a_snapshot_shares_the_slot_and_nothing_that_changes() -> None:
    session = IntakeSession(values=FormValues(text="a"))
    copy = session.copy()
    session.answer("Q-1", 2)
    assert copy.answers == {}
    assert copy.slot is session.slot


def test_an_answer_makes_a_picked_suggestion_give_way_but_not_an_override() -> None:
    session = IntakeSession()
    session.choose("JLN-03")
    session.answer("Q-1", 2)
    assert session.matter_code == ""
    session.override("JLN-05", "kavling")
    session.answer("Q-1", 3)
    assert session.matter_code == "JLN-05"
    session.withdraw_override()
    assert (session.matter_code, session.override_reason) == ("", "")


def test_taking_an_answer_back_takes_the_later_ones_too() -> None:
    session = IntakeSession(answers={"Q-1": 1, "Q-2": 2, "Q-3": 3})
    session.take_back("Q-2")
    assert session.answers == {"Q-1": 1}
    session.take_back("Q-9")
    assert session.answers == {"Q-1": 1}


def test_an_emergency_waved_aside_stays_away_until_another_one_is_found() -> None:
    session = IntakeSession(judgement=_judgement(emergency=FIRE))
    assert session.emergency() == FIRE
    session.dismissed = "fire"
    assert session.emergency() is None
    session.by_hand = BY_HAND
    assert session.emergency() == BY_HAND
    session.dismissed = "drowning"
    assert session.emergency() == FIRE


def test_the_first_contact_that_whatsapp_reaches_is_taken_unless_another_is_chosen() -> None:
    post = ContactView(contact=make_contact(phone="112"), office="", number="112")
    person = ContactView(contact=make_contact(), office="", number="0812")
    session = IntakeSession(contacts=(post, person))
    assert session.contact() == person
    session.contact_id = post.contact.id
    assert session.contact() == post
    assert IntakeSession(contacts=(post,)).contact() == post
    assert IntakeSession().contact() is None


def test_only_answers_that_still_matter_are_saved() -> None:
    given = Answered(question_id="Q-1", question="?", number=2, answer="a")
    session = IntakeSession(
        values=FormValues(text="x"), answers={"Q-0": 1, "Q-1": 2}, judgement=_judgement(answered=(given,))
    )
    assert session.new_complaint().answers == (("Q-1", 2),)


def test_the_matter_marked_is_the_one_the_engine_puts_first() -> None:
    session = IntakeSession()
    session.choose("JLN-07")
    assert session.leading_matter() == "JLN-07"
    session.judgement = _judgement()
    assert session.leading_matter() == "JLN-03"


def test_choosing_a_matter_replaces_the_answers_and_an_override_only_sets_them_aside() -> None:
    session = IntakeSession(answers={"Q-1": 2})
    session.override("JLN-05", "kavling")
    assert session.answers == {}
    session.override("JLN-06", "hutan")
    session.withdraw_override()
    assert session.answers == {"Q-1": 2}
    session.choose("JLN-03")
    assert session.answers == {}


def test_taking_back_an_answer_that_a_chosen_matter_stood_for_takes_the_choice_back() -> None:
    session = IntakeSession()
    session.choose("JLN-03")
    session.take_back("Q-1")
    assert session.matter_code == ""


def test_a_reason_without_a_verdict_is_no_override() -> None:
    session = IntakeSession(values=FormValues(text="x"), override_reason="sebab")
    assert session.new_complaint().override_reason == ""
    assert not session.is_blank()
