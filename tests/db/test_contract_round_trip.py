"""Whatever is stored comes back as it was, from every kind of database."""

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from console.domain.access import Desk
from console.domain.complaint import Complaint, Draft, Forwarding, TimelineEntry
from console.domain.contact import Contact
from console.domain.institution import Institution
from tests.builders import NOW, make_complaint, make_contact, make_draft, make_entry, make_forwarding, make_id
from tests.db import values
from tests.db.rig import Rig

# The database is the test's own; examples share it because every one brings ids of its own.
shared_database = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def in_utc(value: Any) -> Any:
    """Return a dataclass with its moments in UTC: ambiguous local times are equal to nothing in Python."""
    moments = {part.name: getattr(value, part.name) for part in fields(value)}
    changed = {name: one.astimezone(UTC) for name, one in moments.items() if isinstance(one, datetime)}
    return replace(value, **changed)


def same(back: Any, given_value: Any) -> None:
    """Assert equality, and that every moment came back in UTC."""
    assert back == in_utc(given_value)
    moments = [getattr(back, part.name) for part in fields(back)]
    assert all(one.tzinfo is UTC for one in moments if isinstance(one, datetime))


@shared_database
@given(complaint=values.complaints)
def test_a_complaint_comes_back_as_it_was(rig: Rig, complaint: Complaint) -> None:
    complaint = replace(complaint, id=make_id(), ticket=f"{complaint.ticket}-{make_id()}".upper())
    rig.keep(complaint)
    with rig.work() as work:
        same(work.complaints.by_id(complaint.id), complaint)
        same(work.complaints.by_ticket(complaint.ticket), complaint)


@shared_database
@given(complaint=values.complaints)
def test_a_changed_complaint_comes_back_as_it_was_changed(rig: Rig, complaint: Complaint) -> None:
    before = rig.kept()
    changed = replace(complaint, id=before.id, ticket=before.ticket, version=1)
    with rig.work() as work:
        work.complaints.replace(changed)
        work.commit("test", "replace")
    with rig.work() as work:
        same(work.complaints.by_id(before.id), replace(changed, version=2))


@shared_database
@given(entry=values.entries)
def test_a_timeline_entry_comes_back_as_it_was(rig: Rig, entry: TimelineEntry) -> None:
    entry = replace(entry, id=make_id(), complaint_id=rig.kept().id)
    with rig.work() as work:
        work.timeline.add(entry)
        work.commit("test", "entry")
    with rig.work() as work:
        (back,) = work.timeline.of(entry.complaint_id)
    same(back, entry)


@shared_database
@given(forwarding=values.forwardings, changed=values.forwardings)
def test_a_forwarding_comes_back_as_it_was(rig: Rig, forwarding: Forwarding, changed: Forwarding) -> None:
    contact = make_contact()
    forwarding = replace(forwarding, id=make_id(), complaint_id=rig.kept().id, contact_id=contact.id)
    changed = replace(changed, id=forwarding.id, complaint_id=forwarding.complaint_id, contact_id=contact.id)
    with rig.work() as work:
        work.contacts.put(contact)
        work.forwardings.add(forwarding)
        same(work.forwardings.by_id(forwarding.id), forwarding)
        work.forwardings.replace(changed)
        work.commit("test", "forwarding")
    with rig.work() as work:
        (back,) = work.forwardings.of(forwarding.complaint_id)
    same(back, changed)


@shared_database
@given(contact=values.contacts, changed=values.contacts)
def test_a_contact_comes_back_as_it_was(rig: Rig, contact: Contact, changed: Contact) -> None:
    changed = replace(changed, id=contact.id)
    for one in (contact, changed):
        with rig.work() as work:
            work.contacts.put(one)
            work.commit("test", "contact")
        with rig.work() as work:
            same(work.contacts.by_id(one.id), one)


@shared_database
@given(draft=values.drafts, changed=values.drafts)
def test_a_draft_comes_back_as_it_was_last_kept(rig: Rig, draft: Draft, changed: Draft) -> None:
    changed = replace(changed, id=draft.id)
    for one in (draft, changed):
        with rig.work() as work:
            work.drafts.put(one)
            work.commit("test", "draft")
        with rig.work() as work:
            (back,) = [kept for kept in work.drafts.of_desk(one.desk_code) if kept.id == one.id]
        same(back, one)


@shared_database
@given(institution=values.institutions)
def test_an_institution_is_known_by_its_code(rig: Rig, institution: Institution) -> None:
    with rig.work() as work:
        work.offices.put_institutions([institution])
        work.commit("test", "institution")
    with rig.work() as work:
        assert institution.code in work.offices.institution_codes()


@shared_database
@given(desk=values.desks)
def test_a_desk_comes_back_as_it_was(rig: Rig, desk: Desk) -> None:
    with rig.work() as work:
        work.offices.put_desks([desk])
        work.commit("test", "desk")
    with rig.work() as work:
        assert desk in work.offices.desks()


@shared_database
@given(facts=st.dictionaries(st.sampled_from(["from", "to", "note", "reason"]), values.texts))
def test_the_facts_of_an_audit_entry_come_back_as_they_were(rig: Rig, facts: dict[str, str]) -> None:
    with rig.work() as work:
        work.commit("test", "facts", **facts)
    assert rig.audit()[-1].facts == facts


@pytest.mark.parametrize("unstorable", ["\x00", "\ud800", "\udfff\x00\ud83d"])
def test_what_no_database_can_hold_is_left_out_everywhere(rig: Rig, unstorable: str) -> None:
    marked = f"ja{unstorable}lan"
    complaint = make_complaint(text=marked, reporter_name=unstorable, answers=((marked, 1),))
    contact = make_contact(name=marked, topics=(marked, unstorable))
    with rig.work() as work:
        work.complaints.add(complaint)
        work.contacts.put(contact)
        work.timeline.add(make_entry(complaint, detail=((marked, marked),)))
        work.forwardings.add(make_forwarding(complaint, contact, template=marked))
        work.drafts.put(make_draft(desk_code=marked))
        work.commit(marked, marked, note=marked)
    with rig.work() as work:
        assert work.complaints.by_id(complaint.id) == replace(
            complaint, text="jalan", reporter_name="", answers=(("jalan", 1),)
        )
        assert work.contacts.by_id(contact.id) == replace(contact, name="jalan", topics=("jalan", ""))
        assert work.timeline.of(complaint.id)[0].detail == (("jalan", "jalan"),)
        assert work.forwardings.of(complaint.id)[0].template == "jalan"
        assert [draft.desk_code for draft in work.drafts.of_desk(marked)] == ["jalan"]
        assert work.complaints.by_ticket(f"{complaint.ticket}{unstorable}") is not None
    assert (rig.audit()[-1].action, rig.audit()[-1].facts) == ("jalan", {"note": "jalan"})


NAIVE = datetime(2026, 11, 22, 9, 30)  # noqa: DTZ001 - what the test is about


def test_naive_times_are_refused_and_nothing_is_stored(rig: Rig) -> None:
    with rig.work() as work, pytest.raises(ValueError, match="naive"):
        work.drafts.put(make_draft(updated_at=NAIVE))
    for wrong in (make_complaint(received_at=NAIVE), make_complaint(response_due_at=NAIVE)):
        with rig.work() as work, pytest.raises(ValueError, match="naive"):
            work.complaints.add(wrong)
    assert rig.found() == []


def test_the_same_moment_in_another_zone_is_the_same_moment(rig: Rig) -> None:
    local = NOW.astimezone(timezone(timedelta(hours=7)))
    complaint = rig.kept(received_at=local)
    with rig.work() as work:
        back = work.complaints.by_id(complaint.id)
    assert back is not None
    assert (back.received_at, back.received_at.tzinfo) == (NOW, UTC)
    assert rig.found(since=local) == [complaint]
    assert rig.found(since=local + timedelta(microseconds=1)) == []
