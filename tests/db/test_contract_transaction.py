"""One use case, one transaction, the same in every kind of database."""

from dataclasses import replace
from datetime import timedelta

import pytest

from console.domain.access import Shift
from console.domain.complaint import ComplaintFilter, Disposal, Status
from console.services.ports import UnitOfWork
from tests.builders import (
    NOW,
    make_complaint,
    make_contact,
    make_desk,
    make_draft,
    make_entry,
    make_forwarding,
    make_id,
    make_institution,
    make_operator,
)
from tests.db.rig import INSTITUTIONS, Rig
from tests.fakes import AuditEntry


def fill(work: UnitOfWork) -> None:
    """Write to every repository."""
    complaint, contact = make_complaint(text="lampu"), make_contact()
    work.complaints.next_sequence("MPP1", "261122")
    work.complaints.add(complaint)
    work.complaints.replace(replace(complaint, status=Status.FORWARDED))
    work.contacts.put(contact)
    work.timeline.add(make_entry(complaint))
    work.forwardings.add(make_forwarding(complaint, contact))
    work.drafts.put(make_draft())
    work.offices.put_institutions([make_institution(code="PK-NEW")])
    work.offices.put_desks([make_desk()])
    work.disposals.add(make_id(), NOW, Disposal.PRANK, "")


def counted(work: UnitOfWork) -> tuple[int, ...]:
    """Return how much every repository shows."""
    return (
        work.complaints.count(ComplaintFilter()),
        work.complaints.count(ComplaintFilter(words="lampu")),
        work.contacts.count(),
        len(work.drafts.of_desk("MPP1")),
        len(work.offices.institution_codes()) - len(INSTITUTIONS),
        len(work.offices.desks()),
        work.disposals.count_since(NOW),
    )


NOTHING, EVERYTHING = (0,) * 7, (1,) * 7


def test_leaving_without_a_commit_leaves_nothing(rig: Rig) -> None:
    with rig.work() as work:
        fill(work)
        assert counted(work) == EVERYTHING
    with rig.work() as work:
        assert counted(work) == NOTHING
        assert work.complaints.next_sequence("MPP1", "261122") == 1
    assert list(rig.audit()) == []


def test_an_error_in_the_block_leaves_nothing_and_is_not_swallowed(rig: Rig) -> None:
    def stumble() -> None:
        with rig.work() as work:
            fill(work)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        stumble()
    with rig.work() as work:
        assert counted(work) == NOTHING
    assert list(rig.audit()) == []


def test_others_see_nothing_before_the_commit_and_everything_after_it(rig: Rig) -> None:
    with rig.work() as work:
        fill(work)
        with rig.work() as other:
            assert counted(other) == NOTHING
        work.commit("test", "fill")
        with rig.work() as other:
            assert counted(other) == EVERYTHING


def test_what_follows_a_commit_is_a_new_transaction(rig: Rig) -> None:
    with rig.work() as work:
        work.complaints.add(make_complaint())
        work.commit("test", "first")
        assert work.complaints.count(ComplaintFilter()) == 1
        work.complaints.add(make_complaint())
        assert work.complaints.count(ComplaintFilter()) == 2
    assert len(rig.found()) == 1
    assert [entry.subject for entry in rig.audit()] == ["first"]


def test_the_audit_says_who_did_what_when_and_to_what(rig: Rig) -> None:
    rina = make_operator(name="Rina Contoh", desk_code="C112A", shift=Shift.MALAM)
    with rig.work() as work:
        work.commit("complaint.add", "BM-MPP1-261122-0001")
    rig.clock.pass_by(hours=1)
    with rig.unit_of_work(rina) as work:
        work.commit("complaint.status", "BM-MPP1-261122-0001", status="forwarded", note="")
    assert list(rig.audit()) == [
        AuditEntry(
            at=NOW, operator=rig.operator, action="complaint.add", subject="BM-MPP1-261122-0001", facts={}
        ),
        AuditEntry(
            at=NOW + timedelta(hours=1),
            operator=rina,
            action="complaint.status",
            subject="BM-MPP1-261122-0001",
            facts={"status": "forwarded", "note": ""},
        ),
    ]


def test_a_unit_that_only_reads_leaves_no_trace(rig: Rig) -> None:
    with rig.work() as work:
        counted(work)
    with rig.work():
        pass
    assert list(rig.audit()) == []


def test_many_units_can_read_while_one_writes(rig: Rig) -> None:
    rig.kept()
    with rig.work() as writer:
        writer.complaints.add(make_complaint())
        for _ in range(20):
            with rig.work() as reader:
                assert reader.complaints.count(ComplaintFilter()) == 1


def test_what_cannot_be_audited_is_not_done(rig: Rig) -> None:
    with rig.work() as work:
        fill(work)
        rig.clock.at = NOW.replace(tzinfo=None)  # the audit refuses a naive time
        with pytest.raises(ValueError, match="naive"):
            work.commit("test", "fill")
    with rig.work() as work:
        assert counted(work) == NOTHING
    assert list(rig.audit()) == []
