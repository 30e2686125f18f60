"""A complaint is saved whole or not at all; a draft is never lost; a counted call can be taken back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from console.domain.complaint import Channel, ComplaintFilter, Disposal, EntryKind, Status
from console.domain.problems import Problem, ProblemCode
from console.services.intake import NewComplaint
from tests.builders import make_operator
from tests.services.conftest import DEWI, Office


def _new(**given: object) -> NewComplaint:
    plain = NewComplaint(channel=Channel.PHONE_112, text="lampu jalan mati", phone="0812-3456-7890")
    return replace(plain, **given)  # type: ignore[arg-type]  # a builder's freedom


def test_a_complaint_is_numbered_by_desk_and_day_and_waits_two_hours(office: Office) -> None:
    first = office.intake.save(DEWI, _new())
    second = office.intake.save(DEWI, _new())
    other = office.intake.save(make_operator(desk_code="C112A"), _new())
    assert first.ticket == "BM-MPP1-261122-0001"
    assert second.ticket == "BM-MPP1-261122-0002"
    assert other.ticket == "BM-C112A-261122-0001"
    assert first.response_due_at - first.received_at == timedelta(hours=2)
    assert (first.status, first.reporter_phone) == (Status.NEW, "+6281234567890")


def test_the_numbers_begin_anew_at_midnight_in_banyuwangi(office: Office) -> None:
    office.intake.save(DEWI, _new())
    office.clock.pass_by(hours=15)
    assert office.intake.save(DEWI, _new()).ticket == "BM-MPP1-261123-0001"


def test_what_was_said_is_cleaned_and_nothing_else(office: Office) -> None:
    saved = office.intake.save(DEWI, _new(text="  jalan\r\nrusak\x00 \U0001f6a7 ", name=" Bu \n Contoh "))
    assert saved.text == "jalan\nrusak \U0001f6a7"
    assert saved.reporter_name == "Bu Contoh"


@pytest.mark.parametrize("phone", ["", "anonymous", "  "])
def test_a_caller_without_a_number_is_fine(office: Office, phone: str) -> None:
    assert office.intake.save(DEWI, _new(phone=phone)).reporter_phone == ""


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"text": " \n\x00 "}, ProblemCode.EMPTY_COMPLAINT),
        ({"text": "a" * 20_001}, ProblemCode.TEXT_TOO_LONG),
        ({"name": "a" * 201}, ProblemCode.FIELD_TOO_LONG),
        ({"place": "a" * 201}, ProblemCode.FIELD_TOO_LONG),
        ({"override_reason": "a" * 201}, ProblemCode.FIELD_TOO_LONG),
        ({"phone": "+62 812 3456 789O"}, ProblemCode.BAD_PHONE),
        ({"phone": "0812345678 / 0813456789"}, ProblemCode.BAD_PHONE),
    ],
)
def test_a_wrong_field_stores_nothing_and_uses_up_no_number(
    office: Office, given: dict[str, object], code: ProblemCode
) -> None:
    with pytest.raises(Problem) as refused:
        office.intake.save(DEWI, _new(**given))
    assert refused.value.code is code
    assert not office.database.audit
    assert office.intake.save(DEWI, _new()).ticket.endswith("-0001")


def test_saving_ends_the_draft_and_writes_one_audit_entry(office: Office) -> None:
    draft = office.intake.keep_draft(DEWI, office.intake.new_draft(DEWI))
    saved = office.intake.save(DEWI, _new(draft_id=draft.id))
    assert office.intake.drafts(DEWI) == ()
    last = office.database.audit[-1]
    assert (last.action, last.subject, last.operator) == ("complaint.add", saved.ticket, DEWI)
    kinds = [entry.kind for entry in office.tracking.detail(DEWI, saved.ticket).timeline]
    assert kinds == [EntryKind.RECEIVED]


def test_a_draft_is_kept_as_typed_and_only_for_its_desk(office: Office) -> None:
    draft = office.intake.new_draft(DEWI)
    office.clock.pass_by(seconds=5)
    kept = office.intake.keep_draft(DEWI, draft)
    assert kept.updated_at == office.clock.now()
    assert office.intake.drafts(DEWI) == (kept,)
    assert office.intake.drafts(make_operator(desk_code="C112A")) == ()
    office.intake.discard_draft(DEWI, draft.id)
    assert office.intake.drafts(DEWI) == ()


def test_earlier_complaints_of_a_number_are_found_in_any_spelling(office: Office) -> None:
    saved = office.intake.save(DEWI, _new())
    assert office.intake.earlier_complaints(DEWI, "+62 812 3456 7890") == (saved,)
    for unfinished in ("", "0812", "anonymous", "not a number"):
        assert office.intake.earlier_complaints(DEWI, unfinished) == ()


def test_a_prank_call_is_counted_once_and_can_be_taken_back(office: Office) -> None:
    begun = office.clock.now()
    counted = office.intake.dispose(DEWI, Disposal.PRANK, "0812\n")
    with office.database.unit_of_work(DEWI) as work:
        assert work.disposals.count_since(begun) == 1
    office.intake.undo_dispose(DEWI, counted)
    with office.database.unit_of_work(DEWI) as work:
        assert work.disposals.count_since(begun) == 0
    assert office.tracking.page(DEWI, ComplaintFilter()).rows == ()
