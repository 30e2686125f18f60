"""Searching the stored contacts and choosing whom a complaint goes to."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

import pytest

from console.adapters.sample_files import load_hotline_contacts, load_sample_contacts, load_synonyms
from console.domain.base import JurisdictionBase
from console.domain.contact import Contact, Rank
from console.domain.level import Level
from console.domain.problems import Problem, ProblemCode
from console.domain.region import Region, Village
from console.services.directory import DirectoryService
from tests.builders import NOW, make_contact, make_operator
from tests.fakes import FakeDatabase, FixedClock, SequentialIds

DEWI = make_operator()
GENTENG, ROGOJAMPI = "35.10.09", "35.10.13"


class Desk:
    """A directory over the fake database, and a door to change contacts behind its back."""

    def __init__(self, base: JurisdictionBase, region: Region, contacts: Iterable[Contact] = ()) -> None:
        self.clock = FixedClock()
        self.database = FakeDatabase(
            self.clock, SequentialIds(), institutions=base.institutions, contacts=tuple(contacts)
        )
        self.directory = DirectoryService(
            unit_of_work=self.database.unit_of_work,
            base=base,
            region=region,
            synonyms=load_synonyms(),
            clock=self.clock,
        )
        self.region = region

    def village(self, code: str) -> Village:
        return next(village for village in self.region.villages if village.code == code)

    def names(self, query: str, **given: Any) -> list[str]:
        return [hit.contact.name for hit in self.directory.search(DEWI, query, **given)]

    def officials(self, institution: str, matter: str, domain: str, village: str = "") -> list[str]:
        place = self.village(village) if village else None
        found = self.directory.officials_for(DEWI, institution, matter, domain, place)
        return [contact.name for contact in found]

    def store_elsewhere(self, contact: Contact) -> None:
        with self.database.unit_of_work(DEWI) as work:
            work.contacts.put(contact)
            work.commit("directory.put", "another desk")


def _person(name: str, rank: Rank = Rank.TECHNICAL, order: int = 1, **given: Any) -> Contact:
    plain = {"topics": (), "areas": (), "field": "", "position": name}
    return make_contact(name=name, rank=rank, order=order, **plain | given)


def test_stored_contacts_are_searched(base: JurisdictionBase, region: Region) -> None:
    desk = Desk(base, region, (_person("Rudi"), _person("Sari", institution_code="PR-PUBM")))
    assert desk.names("rudi") == ["Rudi"]
    assert desk.names("", level=Level.PROVINSI) == ["Sari"]
    assert desk.names("", institution="PK-DPUCKPP") == ["Rudi"]
    assert desk.names("", limit=1) == ["Rudi"]


def test_inactive_contacts_are_not_found(base: JurisdictionBase, region: Region) -> None:
    desk = Desk(base, region, (_person("Rudi", active=False),))
    assert desk.names("rudi") == []


def test_a_contact_put_here_is_found_at_once(base: JurisdictionBase, region: Region) -> None:
    rudi = _person("Rudi")
    desk = Desk(base, region, (rudi,))
    desk.directory.warm(DEWI)
    desk.directory.put(DEWI, _person("Wagiman", order=2))
    assert desk.names("wagiman") == ["Wagiman"]
    assert desk.officials("PK-DPUCKPP", "", "") == ["Rudi", "Wagiman"]
    desk.directory.put(DEWI, _person("Ketut", id=rudi.id))
    assert desk.names("rudi") == []
    assert desk.names("ketut") == ["Ketut"]
    desk.directory.put(DEWI, _person("Ketut", id=rudi.id, active=False))
    assert desk.names("") == ["Wagiman"]
    assert desk.officials("PK-DPUCKPP", "", "") == ["Wagiman"]


def test_a_contact_put_before_the_first_search_is_found(base: JurisdictionBase, region: Region) -> None:
    desk = Desk(base, region)
    desk.directory.put(DEWI, _person("Wagiman"))
    assert desk.names("wagiman") == ["Wagiman"]


def test_changes_made_elsewhere_are_seen_after_the_word_is_given(
    base: JurisdictionBase, region: Region
) -> None:
    desk = Desk(base, region)
    assert desk.names("rudi") == []
    desk.store_elsewhere(_person("Rudi"))
    assert desk.names("rudi") == []
    desk.directory.contacts_changed()
    assert desk.names("rudi") == ["Rudi"]


def test_a_contact_is_returned_by_its_id_as_stored_now(base: JurisdictionBase, region: Region) -> None:
    rudi = _person("Rudi")
    desk = Desk(base, region, (rudi,))
    assert desk.directory.contact(DEWI, rudi.id) == rudi
    with pytest.raises(Problem) as caught:
        desk.directory.contact(DEWI, make_contact().id)
    assert caught.value.code is ProblemCode.UNKNOWN_CONTACT


def test_only_an_empty_directory_is_seeded(base: JurisdictionBase, region: Region) -> None:
    desk = Desk(base, region)
    assert desk.names("") == []
    assert desk.directory.seed(DEWI, (_person("Rudi"), _person("Sari", order=2)))
    assert not desk.directory.seed(DEWI, (_person("Ketut"),))
    assert desk.names("") == ["Rudi", "Sari"]


def test_the_chain_goes_from_the_officer_of_the_matter_up_to_the_head(
    base: JurisdictionBase, region: Region
) -> None:
    desk = Desk(
        base,
        region,
        (
            _person("Kepala", Rank.HEAD, 9),
            _person("Sekretaris", Rank.DEPUTY, 8),
            _person("Bidang lain", Rank.SECTION, 7, topics=("PHB-04",)),
            _person("Kabid", Rank.SECTION, 6, topics=("jalan",)),
            _person("Petugas lampu", order=1, topics=("PHB-04", "lampu mati")),
            _person("Petugas domain", order=2, topics=("Jalan",)),
            _person("Petugas jalan", order=3, topics=("jln-01",)),
            _person("Staf", order=4),
        ),
    )
    assert desk.officials("PK-DPUCKPP", "JLN-01", "jalan") == [
        "Petugas jalan",
        "Petugas domain",
        "Kabid",
        "Sekretaris",
        "Kepala",
        "Petugas lampu",
        "Staf",
        "Bidang lain",
    ]


def test_topics_are_compared_as_codes_and_domains_not_as_words(
    base: JurisdictionBase, region: Region
) -> None:
    desk = Desk(
        base,
        region,
        (_person("Mirip", topics=("jalan rusak", "JLN-011")), _person("Tepat", order=2, topics=("JLN-01",))),
    )
    assert desk.officials("PK-DPUCKPP", "JLN-01", "jalan") == ["Tepat", "Mirip"]


def test_who_answers_for_the_place_stands_before_those_of_other_places(
    base: JurisdictionBase, region: Region
) -> None:
    lamp: dict[str, Any] = {"topics": ("PHB-04",)}
    desk = Desk(
        base,
        region,
        (
            _person("Rogojampi", order=1, areas=(ROGOJAMPI,), **lamp),
            _person("Genteng", order=2, areas=(GENTENG, "35.10.20"), **lamp),
            _person("Kepala", Rank.HEAD, 3),
        ),
    )
    kembiritan = f"{GENTENG}.2001"
    assert desk.officials("PK-DPUCKPP", "PHB-04", "perhubungan", kembiritan) == [
        "Genteng",
        "Kepala",
        "Rogojampi",
    ]
    assert desk.officials("PK-DPUCKPP", "PHB-04", "perhubungan") == ["Rogojampi", "Genteng", "Kepala"]


def test_the_camat_of_the_place_gets_a_copy(base: JurisdictionBase, region: Region) -> None:
    kecamatan: dict[str, Any] = {"institution_code": "PK-KEC"}
    desk = Desk(
        base,
        region,
        (
            _person("Petugas", topics=("JLN-01",)),
            _person("Camat Rogojampi", Rank.HEAD, 1, areas=(ROGOJAMPI,), **kecamatan),
            _person("Camat Genteng", Rank.HEAD, 2, areas=(GENTENG,), **kecamatan),
            _person("Sekcam Genteng", Rank.DEPUTY, 3, areas=(GENTENG,), **kecamatan),
        ),
    )
    kembiritan = f"{GENTENG}.2001"
    assert desk.officials("PK-DPUCKPP", "JLN-01", "jalan", kembiritan) == ["Petugas", "Camat Genteng"]
    assert desk.officials("PK-DPUCKPP", "JLN-01", "jalan") == ["Petugas"]
    assert desk.officials("PK-KEC", "DES-07", "desa", kembiritan) == [
        "Sekcam Genteng",
        "Camat Genteng",
        "Camat Rogojampi",
    ]
    assert desk.officials("PR-PUBM", "JLN-03", "jalan", kembiritan) == ["Camat Genteng"]


def test_who_is_no_longer_in_office_stands_last_among_the_people(
    base: JurisdictionBase, region: Region
) -> None:
    road: dict[str, Any] = {"topics": ("JLN-01",)}
    desk = Desk(
        base,
        region,
        (
            _person("Lewat", order=1, valid_until=NOW - timedelta(days=1), **road),
            _person("Masih", order=2, valid_until=NOW + timedelta(days=1), **road),
            _person("Lain", order=3),
        ),
    )
    assert desk.officials("PK-DPUCKPP", "JLN-01", "jalan") == ["Masih", "Lain", "Lewat"]
    desk.clock.pass_by(days=2)
    assert desk.officials("PK-DPUCKPP", "JLN-01", "jalan") == ["Lain", "Lewat", "Masih"]


def test_a_public_number_stands_before_a_person_only_where_there_is_nobody(
    base: JurisdictionBase, region: Region
) -> None:
    electricity: dict[str, Any] = {"institution_code": "PT-PLN"}
    hotline = _person("Nomor 123", Rank.HOTLINE, 900, topics=("ENG-01",), **electricity)
    camat = _person("Camat Genteng", Rank.HEAD, institution_code="PK-KEC", areas=(GENTENG,))
    place = f"{GENTENG}.2001"
    alone = Desk(base, region, (hotline, camat))
    assert alone.officials("PT-PLN", "ENG-01", "listrik", place) == ["Nomor 123", "Camat Genteng"]
    staffed = Desk(
        base, region, (hotline, camat, _person("Petugas", order=901, areas=(ROGOJAMPI,), **electricity))
    )
    assert staffed.officials("PT-PLN", "ENG-01", "listrik", place) == [
        "Camat Genteng",
        "Petugas",
        "Nomor 123",
    ]


def test_nobody_known_means_nobody_listed(base: JurisdictionBase, region: Region) -> None:
    assert Desk(base, region).officials("PK-DPUCKPP", "JLN-01", "jalan") == []


def test_every_matter_has_a_person_to_turn_to_in_the_sample_directory(
    base: JurisdictionBase, region: Region
) -> None:
    desk = Desk(base, region, (*load_sample_contacts(), *load_hotline_contacts(region)))
    village = desk.village(f"{GENTENG}.2001")
    fitting = 0
    for matter in base.matters:
        place = (matter.institution_code, matter.code, matter.domain, village)
        first = desk.directory.officials_for(DEWI, *place)[0]
        assert first.rank is not Rank.HOTLINE, matter.code
        assert not first.areas or {village.code, GENTENG}.intersection(first.areas), matter.code
        fitting += matter.code in first.topics or matter.domain in first.topics
    assert fitting > 0.95 * len(base.matters)


def test_a_dead_street_light_in_genteng_goes_to_its_own_officer(
    base: JurisdictionBase, region: Region
) -> None:
    desk = Desk(base, region, load_sample_contacts())
    found = desk.directory.officials_for(
        DEWI, "PK-DPUCKPP", "PHB-04", "perhubungan", desk.village(f"{GENTENG}.2002")
    )
    positions = [contact.position for contact in found]
    assert positions[:4] == [
        "Petugas PJU Wilayah Genteng",
        "Kepala Bidang Penerangan Jalan Umum",
        "Sekretaris Dinas PU Cipta Karya, Perumahan dan Permukiman",
        "Kepala Dinas PU Cipta Karya, Perumahan dan Permukiman",
    ]
    assert "Camat Genteng" in positions
