"""Timeline and forwardings, the same in every kind of database."""

from dataclasses import replace
from datetime import timedelta

import pytest

from console.domain.complaint import EntryKind, ForwardingState
from console.domain.problems import Problem, ProblemCode
from tests.builders import NOW, make_complaint, make_contact, make_entry, make_forwarding, make_id
from tests.db.rig import Rig

MINUTE = timedelta(minutes=1)


def test_a_timeline_is_told_oldest_first_and_only_its_own(rig: Rig) -> None:
    mine, other = make_complaint(), make_complaint()
    late, early = (make_entry(mine, at=NOW + offset * MINUTE) for offset in (2, 1))
    stray = make_entry(other)
    rig.keep(mine, other)
    with rig.work() as work:
        for entry in (late, stray, early):
            work.timeline.add(entry)
        work.commit("test", "timeline")
    with rig.work() as work:
        assert list(work.timeline.of(mine.id)) == [early, late]
        assert list(work.timeline.of(make_id())) == []


def test_entries_of_one_moment_are_told_as_they_were_added(rig: Rig) -> None:
    complaint = rig.kept()
    entries = [make_entry(complaint, id=make_id(), kind=kind) for kind in reversed(EntryKind)]
    entries.sort(key=lambda entry: str(entry.id), reverse=True)
    with rig.work() as work:
        for entry in entries:
            work.timeline.add(entry)
        work.commit("test", "timeline")
    with rig.work() as work:
        assert list(work.timeline.of(complaint.id)) == entries


def test_forwardings_are_told_oldest_first_with_their_last_state(rig: Rig) -> None:
    complaint, contact = rig.kept(), make_contact()
    second, first = (
        make_forwarding(complaint, contact, prepared_at=NOW + offset * MINUTE) for offset in (2, 1)
    )
    opened = replace(second, state=ForwardingState.OPENED, opened_at=NOW + 3 * MINUTE)
    with rig.work() as work:
        work.contacts.put(contact)
        work.forwardings.add(second)
        work.forwardings.add(first)
        work.commit("test", "prepare")
    with rig.work() as work:
        work.forwardings.replace(opened)
        work.commit("test", "open")
    with rig.work() as work:
        assert list(work.forwardings.of(complaint.id)) == [first, opened]
        assert work.forwardings.by_id(second.id) == opened
        assert list(work.forwardings.of(make_id())) == []


def test_an_unknown_forwarding_has_no_state_to_replace(rig: Rig) -> None:
    stray = make_forwarding(rig.kept(), make_contact())
    with rig.work() as work:
        assert work.forwardings.by_id(stray.id) is None
        with pytest.raises(Problem) as caught:
            work.forwardings.replace(stray)
    assert caught.value.code is ProblemCode.UNKNOWN_FORWARDING
    assert caught.value.params == {"forwarding": str(stray.id)}
