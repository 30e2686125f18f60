"""A message is prepared for the right officer; nothing counts as sent until the agent says so."""

import hashlib
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from console.adapters.message_templates import FileTemplates
from console.domain.complaint import Channel, Complaint, EntryKind, ForwardingState, Status
from console.domain.message import MAX_URL
from console.domain.problems import Problem, ProblemCode
from console.domain.route import Route
from console.services.intake import NewComplaint
from console.services.routing import RoutingService
from console.services.telling import telling_of
from tests.builders import make_contact, make_id
from tests.services.conftest import DEWI, Office

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture(scope="session")
def lamp_verdict(routing: RoutingService) -> object:
    return routing.answer("Q-PJU-01", 1).verdict


@pytest.fixture
def lamp(office: Office, lamp_verdict: object) -> Complaint:
    new = NewComplaint(
        channel=Channel.WALK_IN,
        text="Lampu jalan mati, saya Budi Contoh. *Tolong* {{ 7 * 7 }} & #1",
        place="depan pasar",
        village_code="35.10.13.2003",
        phone="081234567890",
        name="Budi Contoh",
        verdict=lamp_verdict,  # type: ignore[arg-type]  # a Verdict
    )
    return office.intake.save(DEWI, new)


def test_the_technical_officer_of_the_field_is_asked_before_the_head(office: Office) -> None:
    found = office.forwarding.candidates(DEWI, "PK-DPUCKPP", "PHB-04", "")
    assert [contact.name for contact in found][:2] == ["Rudi Contoh", "Sari Contoh"]


def test_the_message_says_what_is_needed_and_masks_who_told_it(office: Office, lamp: Complaint) -> None:
    message = office.forwarding.message(DEWI, lamp.ticket)
    assert message.to == office.officer.phone
    assert lamp.ticket in message.text
    assert "Rudi Contoh" in message.text
    assert "depan pasar" in message.text
    assert "B*** (0812****890)" in message.text
    assert "Budi Contoh" not in message.text
    assert "{{ 7 ∗ 7 }}" in message.text
    assert "Mohon balasan sebelum *22/11 pukul 11.30 WIB*" in message.text
    assert unquote(message.url.partition("text=")[2]) == message.text
    assert office.tracking.detail(DEWI, lamp.ticket).forwardings == ()


def test_the_reporter_is_shown_only_when_ticked_and_on_record(office: Office, lamp: Complaint) -> None:
    prepared = office.forwarding.prepare(DEWI, lamp.ticket, reveal=True)
    assert "Budi Contoh (+6281234567890)" in prepared.message.text
    assert prepared.forwarding.revealed
    assert office.database.audit[-1].facts["revealed"] == "True"


def test_opening_sends_nothing_and_only_the_agents_word_counts(office: Office, lamp: Complaint) -> None:
    prepared = office.forwarding.prepare(DEWI, lamp.ticket)
    forwarding = prepared.forwarding
    assert forwarding.text_hash == hashlib.sha256(prepared.message.text.encode()).hexdigest()
    opened = office.forwarding.record_opened(DEWI, forwarding.id)
    assert opened.state is ForwardingState.OPENED
    assert office.tracking.detail(DEWI, lamp.ticket).complaint.status is Status.NEW
    office.forwarding.record_sent(DEWI, forwarding.id)
    detail = office.tracking.detail(DEWI, lamp.ticket)
    assert detail.complaint.status is Status.FORWARDED
    assert detail.forwardings[0].state is ForwardingState.SENT
    assert [entry.kind for entry in detail.timeline] == [
        EntryKind.RECEIVED,
        EntryKind.JUDGED,
        EntryKind.FORWARDED,
        EntryKind.LINK_OPENED,
        EntryKind.CONFIRMED_SENT,
    ]


def test_a_message_not_sent_leaves_the_complaint_waiting(office: Office, lamp: Complaint) -> None:
    prepared = office.forwarding.prepare(DEWI, lamp.ticket)
    settled = office.forwarding.record_not_sent(DEWI, prepared.forwarding.id)
    assert settled.state is ForwardingState.NOT_SENT
    assert office.tracking.detail(DEWI, lamp.ticket).complaint.status is Status.NEW


def test_the_agents_own_wording_is_sent_as_written(office: Office, lamp: Complaint) -> None:
    prepared = office.forwarding.prepare(DEWI, lamp.ticket, text=" Pak Rudi, mohon dicek + kabari. ")
    assert prepared.message.text == "Pak Rudi, mohon dicek + kabari."
    with pytest.raises(Problem) as refused:
        office.forwarding.prepare(DEWI, lamp.ticket, text="é" * MAX_URL)
    assert refused.value.code is ProblemCode.MESSAGE_TOO_LONG


def test_a_long_story_is_shortened_but_number_and_place_stay(office: Office, lamp_verdict: object) -> None:
    long = office.intake.save(
        DEWI,
        NewComplaint(
            channel=Channel.WALK_IN,
            text="lampu mati \U0001f4a1 " * 900,
            place="depan pasar",
            verdict=lamp_verdict,  # type: ignore[arg-type]  # a Verdict
        ),
    )
    message = office.forwarding.message(DEWI, long.ticket)
    assert message.shortened
    assert len(message.url) <= MAX_URL
    assert long.ticket in message.text
    assert "depan pasar" in message.text
    assert "…" in message.text


@pytest.mark.parametrize("route", Route)
def test_the_route_of_the_setting_is_used(office: Office, lamp: Complaint, route: Route) -> None:
    office.forwarding.route = route
    start = {"app": "whatsapp://send?", "web": "https://web.whatsapp.com/send?", "wa.me": "https://wa.me/628"}
    prepared = office.forwarding.prepare(DEWI, lamp.ticket)
    assert prepared.message.url.startswith(start[route.value])
    assert prepared.forwarding.route == route.value


def test_unknown_things_are_named_in_a_problem(office: Office, lamp: Complaint) -> None:
    tell = office.forwarding.message
    cases: list[tuple[Callable[[], object], ProblemCode]] = [
        (lambda: tell(DEWI, "BM-NONE"), ProblemCode.UNKNOWN_TICKET),
        (lambda: tell(DEWI, lamp.ticket, contact_id=make_id()), ProblemCode.UNKNOWN_CONTACT),
        (lambda: tell(DEWI, lamp.ticket, template="poem"), ProblemCode.UNKNOWN_TEMPLATE),
        (lambda: office.forwarding.record_sent(DEWI, make_id()), ProblemCode.UNKNOWN_FORWARDING),
    ]
    for call, code in cases:
        with pytest.raises(Problem) as refused:
            call()
        assert refused.value.code is code


def test_a_contact_without_a_number_cannot_be_written_to(office: Office, lamp: Complaint) -> None:
    silent = make_contact(institution_code="PK-DPUCKPP", phone="")
    with pytest.raises(Problem) as refused:
        office.forwarding.preview(DEWI, telling_of(lamp), silent, template="forward", reveal=False)
    assert refused.value.code is ProblemCode.NO_PHONE


def test_nobody_to_forward_to_is_a_problem(office: Office) -> None:
    saved = office.intake.save(DEWI, NewComplaint(channel=Channel.WALK_IN, text="halo"))
    with pytest.raises(Problem) as refused:
        office.forwarding.message(DEWI, saved.ticket)
    assert refused.value.code is ProblemCode.NO_CONTACT


def test_every_shipped_template_renders_and_knows_no_other_fact(office: Office, lamp: Complaint) -> None:
    for template in office.forwarding.templates():
        text = office.forwarding.message(DEWI, lamp.ticket, template=template).text
        assert "{" not in text.replace("{{ 7 ∗ 7 }}", "")
    with pytest.raises(Problem) as refused:
        FileTemplates().render("forward", {"greeting": "Selamat pagi"})
    assert refused.value.code is ProblemCode.BAD_TEMPLATE
