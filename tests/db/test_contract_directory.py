"""Contacts, institutions and desks, the same in every kind of database."""

from dataclasses import replace

from tests.builders import make_contact, make_desk, make_id, make_institution
from tests.db.rig import INSTITUTIONS, Rig


def test_contacts_stand_by_institution_then_by_escalation(rig: Rig) -> None:
    hotline = make_contact(institution_code="", order=9)
    province = make_contact(institution_code="PR-DPUBM", order=1)
    head, officer = make_contact(order=3), make_contact(order=-1)
    twins = sorted((make_contact(order=2) for _ in range(2)), key=lambda contact: contact.id)
    with rig.work() as work:
        work.contacts.put_all([head, province, *reversed(twins), hotline, officer])
        work.commit("test", "contacts")
    with rig.work() as work:
        assert list(work.contacts.all()) == [hotline, officer, *twins, head, province]
        assert work.contacts.count() == 6


def test_institutions_sort_by_their_codes_bytes_whatever_the_server_speaks(rig: Rig) -> None:
    codes = ["PK-A", "PK-B", "PK-a", "PKA", "pk-a"]
    with rig.work() as work:
        work.offices.put_institutions(make_institution(code=code) for code in codes)
        work.contacts.put_all(make_contact(institution_code=code) for code in reversed(codes))
        assert [contact.institution_code for contact in work.contacts.all()] == codes


def test_a_contact_that_is_no_longer_active_is_found_by_id_alone(rig: Rig) -> None:
    contact = make_contact(active=False)
    with rig.work() as work:
        work.contacts.put(contact)
        work.commit("test", "contact")
    with rig.work() as work:
        assert list(work.contacts.all()) == []
        assert work.contacts.count() == 0
        assert work.contacts.by_id(contact.id) == contact
        assert work.contacts.by_id(make_id()) is None


def test_the_last_of_several_versions_of_a_contact_stays(rig: Rig) -> None:
    contact = make_contact()
    newer = replace(contact, name="Ani Contoh", version=2)
    with rig.work() as work:
        work.contacts.put_all([contact, newer])
        work.contacts.put_all([])
        work.commit("test", "contacts")
    with rig.work() as work:
        assert list(work.contacts.all()) == [newer]


def test_thousands_of_contacts_are_stored_at_once(rig: Rig) -> None:
    with rig.work() as work:
        work.contacts.put_all(make_contact() for _ in range(2_000))
        work.commit("test", "contacts")
    with rig.work() as work:
        assert work.contacts.count() == len(work.contacts.all()) == 2_000


def test_institutions_are_refreshed_and_never_forgotten(rig: Rig) -> None:
    with rig.work() as work:
        known = {institution.code for institution in INSTITUTIONS}
        assert work.offices.institution_codes() == known
        work.offices.put_institutions([make_institution(code="PK-NEW"), make_institution(name="Nama baru")])
        work.commit("test", "institutions")
    with rig.work() as work:
        assert work.offices.institution_codes() == known | {"PK-NEW"}


def test_active_desks_stand_by_code(rig: Rig) -> None:
    second, first, closed = (make_desk(code=code) for code in ("MPP2", "C112A", "MPP3"))
    with rig.work() as work:
        work.offices.put_desks([second, first, closed])
        work.offices.put_desks([replace(closed, active=False), replace(first, name="Meja A")])
        work.commit("test", "desks")
    with rig.work() as work:
        assert list(work.offices.desks()) == [replace(first, name="Meja A"), second]
