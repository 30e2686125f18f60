"""The sample directory serves every institution, names nobody real, and a broken row is named."""

from collections import Counter
from pathlib import Path

import pytest

from console.adapters.base_files import load_base
from console.adapters.region_files import load_region
from console.adapters.sample_files import load_hotline_contacts, load_sample_contacts, load_synonyms
from console.domain.contact import Contact, Rank
from console.domain.phone import parse_phone
from console.domain.problems import Problem, ProblemCode
from resources import resource

CONTACTS = load_sample_contacts()
REGION = load_region()


def test_every_institution_of_the_base_is_served() -> None:
    codes = {institution.code for institution in load_base().institutions}
    assert {contact.institution_code for contact in CONTACTS} == codes
    assert len(CONTACTS) >= 450


def test_every_contact_is_recognisably_invented() -> None:
    for contact in CONTACTS:
        assert "contoh" in contact.name.casefold()
        assert contact.sample
        assert contact.phone.startswith(("+6281200001", "+62333000")), contact.name


def test_names_numbers_and_ids_are_nobody_elses() -> None:
    contacts = (*CONTACTS, *load_hotline_contacts(REGION))
    for values in ([c.id for c in contacts], [c.phone for c in contacts], [c.name for c in contacts]):
        assert [value for value, times in Counter(values).items() if times > 1] == []


def test_ids_are_the_same_at_every_load() -> None:
    assert load_sample_contacts() == CONTACTS
    assert load_hotline_contacts(REGION) == load_hotline_contacts(REGION)


def test_every_kecamatan_has_its_camat_and_puskesmas() -> None:
    def served(rank: Rank, institution: str, word: str) -> set[str]:
        return {
            area
            for contact in CONTACTS
            if contact.rank is rank and contact.institution_code == institution and word in contact.position
            for area in contact.areas
        }

    districts = {district.code for district in REGION.districts}
    assert served(Rank.HEAD, "PK-KEC", "Camat") == districts
    assert served(Rank.TECHNICAL, "PK-DINKES", "Puskesmas") == districts
    assert served(Rank.TECHNICAL, "PK-DPUP", "Korsda") == districts
    assert served(Rank.TECHNICAL, "PK-DPUCKPP", "Jalan") == districts
    assert served(Rank.TECHNICAL, "PK-DPUCKPP", "PJU") == districts


def test_areas_and_matter_codes_exist() -> None:
    places = {district.code for district in REGION.districts} | {village.code for village in REGION.villages}
    matters = load_base().matter_by_code
    for contact in CONTACTS:
        assert places.issuperset(contact.areas), contact.name
        coded = [topic for topic in contact.topics if topic[:3].isupper() and topic[-2:].isdecimal()]
        assert set(coded) <= matters.keys(), contact.name


@pytest.mark.parametrize(
    "code", ["PK-DPUCKPP", "PK-DLH", "PK-DINKES", "PK-DUKCAPIL", "PK-SATPOL", "PT-PUDAM", "PT-PLN"]
)
def test_big_offices_have_a_chain_in_order_of_rank(code: str) -> None:
    chain = sorted((c for c in CONTACTS if c.institution_code == code), key=lambda contact: contact.order)
    ranks = [list(Rank).index(contact.rank) for contact in chain]
    assert ranks == sorted(ranks)
    assert {Rank.TECHNICAL, Rank.SECTION, Rank.DEPUTY, Rank.HEAD} == {contact.rank for contact in chain}


def test_the_sample_shows_what_a_real_directory_has() -> None:
    assert any(not contact.whatsapp for contact in CONTACTS)
    assert any(not contact.confirmed_at for contact in CONTACTS)
    assert any(contact.valid_until for contact in CONTACTS)
    assert any(contact.phone_raw != contact.phone for contact in CONTACTS)
    assert len({contact.confirmed_at for contact in CONTACTS}) > 50


def test_hotlines_are_contacts_of_who_answers_them() -> None:
    contacts = {contact.phone_raw: contact for contact in load_hotline_contacts(REGION)}
    assert contacts.keys() == {hotline.number for hotline in REGION.hotlines}
    assert contacts["112"].institution_code == "PK-112"
    assert contacts["123"].institution_code == "PT-PLN"
    assert contacts["0333-423615"].phone == "+62333423615"
    assert not contacts["0333-423615"].verified
    assert contacts["08113477666"].whatsapp
    known = load_base().institution_by_code
    for hotline in REGION.hotlines:
        contact = contacts[hotline.number]
        assert (contact.rank, contact.verified) == (Rank.HOTLINE, hotline.verified)
        assert contact.institution_code in known
        assert contact.phone == parse_phone(hotline.number).e164


def test_every_hotline_is_assigned_by_the_file_and_not_by_the_fallback() -> None:
    fallen_back = [c.name for c in load_hotline_contacts(REGION) if c.institution_code == "PK-112"]
    assert len(fallen_back) == 1


def test_the_search_words_know_titles_and_dialect() -> None:
    words = load_synonyms()
    assert "kadis" in words.described("Kepala Dinas").short
    assert {"dalan", "bolong"} <= set(words.described("Jalan berlubang").like)
    assert "pak" in words.ignored


def _broken(folder: Path, **change: str) -> tuple[Contact, ...]:
    lines = resource("sample", "contacts.csv").read_text("utf-8").splitlines()
    header = lines[0].split(",")
    row = dict.fromkeys(header, "") | {
        "key": "K/1",
        "name": "Rudi Contoh",
        "position": "Petugas",
        "institution": "PK-DLH",
        "rank": "technical",
        "order": "1",
        "phone": "081200001001",
        "whatsapp": "ya",
    }
    row |= change
    text = f"{','.join(row)}\n{','.join(row.values())}\n"
    (folder / "contacts.csv").write_text(text, "utf-8")
    return load_sample_contacts(folder)


def test_a_minimal_row_is_a_contact(tmp_path: Path) -> None:
    [contact] = _broken(tmp_path)
    assert (contact.name, contact.phone, contact.whatsapp) == ("Rudi Contoh", "+6281200001001", True)
    assert contact.topics == contact.areas == ()


@pytest.mark.parametrize(
    "change",
    [
        {"name": ""},
        {"phone": "0812 345O"},
        {"phone": "112"},
        {"rank": "boss"},
        {"order": "first"},
        {"valid_until": "31-12-2026"},
        {"surplus": "x"},
    ],
)
def test_a_wrong_row_is_refused_by_file_and_line(tmp_path: Path, change: dict[str, str]) -> None:
    with pytest.raises(Problem) as caught:
        _broken(tmp_path, **change)
    assert caught.value.code is ProblemCode.BASE_BROKEN
    assert caught.value.params["file"] == "contacts.csv"
    assert caught.value.params["record"] == "2"
