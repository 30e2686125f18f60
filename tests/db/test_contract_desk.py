"""Drafts and calls that were no complaint, the same in every kind of database."""

from dataclasses import replace
from datetime import timedelta

import pytest

from console.domain.complaint import Disposal
from db.rules import RuleBroken
from tests.builders import NOW, make_draft, make_id, make_operator
from tests.db.rig import Rig

MINUTE = timedelta(minutes=1)


def test_a_desk_sees_its_own_drafts_newest_change_first(rig: Rig) -> None:
    old, new, middle = (make_draft(updated_at=NOW + offset * MINUTE) for offset in (0, 2, 1))
    other = make_draft(desk_code="MPP2")
    with rig.work() as work:
        for draft in (old, new, middle, other):
            work.drafts.put(draft)
        work.commit("test", "drafts")
    with rig.work() as work:
        assert list(work.drafts.of_desk("MPP1")) == [new, middle, old]
        assert list(work.drafts.of_desk("MPP2")) == [other]
        assert list(work.drafts.of_desk("mpp1")) == []


def test_a_draft_that_is_kept_again_replaces_itself(rig: Rig) -> None:
    draft = make_draft()
    longer = replace(draft, text="Jalan di depan balai desa", parked=True, updated_at=NOW + MINUTE)
    for version in (draft, longer):
        with rig.work() as work:
            work.drafts.put(version)
            work.commit("test", "draft")
    with rig.work() as work:
        assert list(work.drafts.of_desk("MPP1")) == [longer]


def test_a_removed_draft_is_gone_and_an_unknown_one_is_no_error(rig: Rig) -> None:
    draft, other = make_draft(), make_draft()
    with rig.work() as work:
        work.drafts.put(draft)
        work.drafts.put(other)
        work.drafts.remove(draft.id)
        work.drafts.remove(draft.id)
        work.drafts.remove(make_id())
        work.commit("test", "drafts")
    with rig.work() as work:
        assert list(work.drafts.of_desk("MPP1")) == [other]


def test_a_draft_may_name_what_is_not_stored(rig: Rig) -> None:
    draft = make_draft(contact_id=make_id(), desk_code="NEW1", matter_code="NONE-99")
    with rig.work() as work:
        work.drafts.put(draft)
        work.commit("test", "draft")
    with rig.work() as work:
        assert list(work.drafts.of_desk("NEW1")) == [draft]


def test_calls_are_counted_since_a_moment_at_all_desks(rig: Rig) -> None:
    other = make_operator(name="Rina Contoh", desk_code="C112A")
    with rig.work() as work:
        for kind in Disposal:
            work.disposals.add(make_id(), NOW, kind, "+6281234567890")
        work.disposals.add(make_id(), NOW - MINUTE, Disposal.PRANK, "")
        work.commit("test", "calls")
    with rig.unit_of_work(other) as work:
        work.disposals.add(make_id(), NOW, Disposal.SILENT, "anonymous")
        work.commit("test", "call")
        assert work.disposals.count_since(NOW) == len(Disposal) + 1
        assert work.disposals.count_since(NOW - MINUTE) == len(Disposal) + 2
        assert work.disposals.count_since(NOW + MINUTE) == 0


def test_a_call_that_was_taken_back_does_not_count(rig: Rig) -> None:
    taken, kept = make_id(), make_id()
    with rig.work() as work:
        work.disposals.add(taken, NOW, Disposal.PRANK, "")
        work.disposals.add(kept, NOW, Disposal.PRANK, "")
        work.commit("test", "calls")
    with rig.work() as work:
        work.disposals.undo(taken)
        work.disposals.undo(taken)
        work.disposals.undo(make_id())
        work.commit("test", "undo")
    with rig.work() as work:
        assert work.disposals.count_since(NOW) == 1


def test_one_call_is_counted_once(rig: Rig) -> None:
    call = make_id()
    with rig.work() as work:
        work.disposals.add(call, NOW, Disposal.PRANK, "")
        work.commit("test", "call")
    with rig.work() as work, pytest.raises(RuleBroken):
        work.disposals.add(call, NOW, Disposal.SILENT, "")
