"""Finding, changing and numbering complaints, the same in every kind of database."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from console.domain.complaint import Complaint, Status
from console.domain.problems import Problem, ProblemCode
from db.rules import RuleBroken
from tests.builders import make_complaint, make_contact, make_entry, make_forwarding, make_id
from tests.db.rig import Rig


def change(rig: Rig, complaint: Complaint) -> None:
    with rig.work() as work:
        work.complaints.replace(complaint)
        work.commit("test", "change")


def test_a_ticket_is_found_in_any_letter_case(rig: Rig) -> None:
    complaint = rig.kept(ticket="BM-MPP1-261122-0007")
    with rig.work() as work:
        assert work.complaints.by_ticket("bm-mpp1-261122-0007") == complaint
        assert work.complaints.by_ticket("Bm-Mpp1-261122-0007") == complaint
        assert work.complaints.by_ticket("BM-MPP1-261122-000") is None
        assert work.complaints.by_ticket("BM-MPP1-261122-000_") is None
        assert work.complaints.by_ticket("") is None


def test_an_unknown_id_is_no_complaint(rig: Rig) -> None:
    rig.kept()
    with rig.work() as work:
        assert work.complaints.by_id(make_id()) is None


def test_a_callers_newest_complaints_come_first_and_no_more_than_asked(rig: Rig) -> None:
    mine = [make_complaint(reporter_phone="+6281211111111") for _ in range(4)]
    other = make_complaint(reporter_phone="+6281222222222")
    rig.keep(mine[0], other, *mine[1:])
    with rig.work() as work:
        assert list(work.complaints.by_phone("+6281211111111", 3)) == [mine[3], mine[2], mine[1]]
        assert list(work.complaints.by_phone("+6281222222222", 3)) == [other]
        assert list(work.complaints.by_phone("+628121111111", 3)) == []


def test_callers_without_a_number_have_no_history_in_common(rig: Rig) -> None:
    rig.keep(make_complaint(reporter_phone=""), make_complaint(reporter_phone=""))
    with rig.work() as work:
        assert list(work.complaints.by_phone("", 5)) == []


def test_a_change_raises_the_version_by_one(rig: Rig) -> None:
    complaint = rig.kept()
    change(rig, replace(complaint, status=Status.FORWARDED))
    change(rig, replace(complaint, status=Status.RESOLVED, version=2))
    with rig.work() as work:
        assert work.complaints.by_id(complaint.id) == replace(complaint, status=Status.RESOLVED, version=3)


@pytest.mark.parametrize("version", [1, 3])
def test_a_change_of_another_version_is_refused_and_changes_nothing(rig: Rig, version: int) -> None:
    complaint = rig.kept()
    change(rig, replace(complaint, status=Status.FORWARDED))
    with pytest.raises(Problem) as caught:
        change(rig, replace(complaint, text="ditulis ulang", version=version))
    assert caught.value.code is ProblemCode.CHANGED_BY_OTHERS
    assert caught.value.params == {"ticket": complaint.ticket}
    with rig.work() as work:
        assert work.complaints.by_id(complaint.id) == replace(complaint, status=Status.FORWARDED, version=2)
    assert rig.found(words="ditulis") == []


def test_two_people_with_one_complaint_open_are_told_apart(rig: Rig) -> None:
    complaint = rig.kept()
    with rig.work() as slow:
        read = slow.complaints.by_id(complaint.id)
        assert read is not None
        with rig.work() as quick:
            quick.complaints.replace(replace(read, status=Status.FORWARDED))
            quick.commit("test", "quick")
        with pytest.raises(Problem) as caught:
            slow.complaints.replace(replace(read, status=Status.CANCELLED))
    assert caught.value.code is ProblemCode.CHANGED_BY_OTHERS


def test_a_reader_can_go_on_to_write_after_others_have_written(rig: Rig) -> None:
    complaint = rig.kept()
    with rig.work() as slow:
        read = slow.complaints.by_id(complaint.id)
        assert read is not None
        rig.kept()
        slow.complaints.replace(replace(read, status=Status.FORWARDED))
        slow.commit("test", "slow")
    with rig.work() as work:
        assert work.complaints.by_id(complaint.id) == replace(complaint, status=Status.FORWARDED, version=2)


def test_a_complaint_that_was_never_stored_cannot_be_changed(rig: Rig) -> None:
    with pytest.raises(Problem) as caught:
        change(rig, make_complaint())
    assert caught.value.code is ProblemCode.CHANGED_BY_OTHERS


def test_the_same_ticket_or_id_twice_is_refused(rig: Rig) -> None:
    complaint = rig.kept()
    for twin in (make_complaint(ticket=complaint.ticket), make_complaint(id=complaint.id)):
        with pytest.raises(RuleBroken):
            rig.keep(twin)
    assert rig.found() == [complaint]


def test_references_to_nothing_are_refused(rig: Rig) -> None:
    complaint, contact = rig.kept(), make_contact()
    stray = make_complaint()
    with rig.work() as work:
        work.contacts.put(contact)
        work.commit("test", "contact")
    with rig.work() as work, pytest.raises(RuleBroken):
        work.complaints.add(make_complaint(institution_code="PK-NOWHERE"))
    with rig.work() as work, pytest.raises(RuleBroken):
        work.complaints.replace(replace(complaint, institution_code="PK-NOWHERE"))
    with rig.work() as work, pytest.raises(RuleBroken):
        work.contacts.put(make_contact(institution_code="PK-NOWHERE"))
    with rig.work() as work, pytest.raises(RuleBroken):
        work.timeline.add(make_entry(stray))
    with rig.work() as work, pytest.raises(RuleBroken):
        work.forwardings.add(make_forwarding(stray, contact))
    with rig.work() as work, pytest.raises(RuleBroken):
        work.forwardings.add(make_forwarding(complaint, make_contact()))
    with rig.work() as work, pytest.raises(RuleBroken):
        work.forwardings.add(make_forwarding(complaint, contact, institution_code="PK-NOWHERE"))


def test_entries_and_forwardings_with_one_id_twice_are_refused(rig: Rig) -> None:
    complaint, contact = rig.kept(), make_contact()
    entry, forwarding = make_entry(complaint), make_forwarding(complaint, contact)
    with rig.work() as work:
        work.contacts.put(contact)
        work.timeline.add(entry)
        work.forwardings.add(forwarding)
        work.commit("test", "once")
    with rig.work() as work, pytest.raises(RuleBroken):
        work.timeline.add(entry)
    with rig.work() as work, pytest.raises(RuleBroken):
        work.forwardings.add(forwarding)


def test_a_version_below_one_is_refused(rig: Rig) -> None:
    with pytest.raises(RuleBroken):
        rig.keep(make_complaint(version=0))


def test_each_desk_counts_each_day_from_one(rig: Rig) -> None:
    with rig.work() as work:
        numbers = [
            work.complaints.next_sequence(desk, day)
            for desk, day in [
                ("MPP1", "261122"),
                ("MPP1", "261122"),
                ("MPP2", "261122"),
                ("MPP1", "261123"),
                ("MPP1", "261122"),
            ]
        ]
        work.commit("test", "numbers")
    assert numbers == [1, 2, 1, 1, 3]
    with rig.work() as work:
        assert work.complaints.next_sequence("MPP1", "261122") == 4


def test_a_number_that_was_not_committed_is_given_again(rig: Rig) -> None:
    with rig.work() as work:
        work.complaints.next_sequence("MPP1", "261122")
    with rig.work() as work:
        assert work.complaints.next_sequence("MPP1", "261122") == 1


def test_two_threads_at_one_desk_never_get_the_same_number(rig: Rig) -> None:
    def save(_turn: int) -> int:
        with rig.work() as work:
            number = work.complaints.next_sequence("MPP1", "261122")
            work.complaints.add(make_complaint(ticket=f"BM-MPP1-261122-{number:04d}"))
            work.commit("test", "number")
        return number

    with ThreadPoolExecutor(4) as pool:
        numbers = list(pool.map(save, range(40)))
    assert sorted(numbers) == list(range(1, 41))
    assert len(rig.found()) == 40


def test_people_who_change_different_complaints_at_once_all_succeed(rig: Rig) -> None:
    kept = [make_complaint() for _ in range(4)]
    rig.keep(*kept)

    def follow_up(complaint: Complaint) -> None:
        for _ in range(25):
            with rig.work() as work:
                read = work.complaints.by_id(complaint.id)
                assert read is not None
                work.complaints.replace(read)
                work.commit("test", "follow-up")

    with ThreadPoolExecutor(len(kept)) as pool:
        list(pool.map(follow_up, kept))
    assert [complaint.version for complaint in rig.found()] == [26] * len(kept)
