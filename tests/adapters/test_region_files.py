"""The region's places, roads and numbers, and what the loader refuses."""

import shutil
from collections import Counter
from pathlib import Path

import pytest

from console.adapters.region_files import load_region
from console.domain.level import Level
from console.domain.problems import Problem, ProblemCode
from console.domain.region import Region, Village, VillageKind
from console.domain.spellings import other_spellings
from resources import resource


@pytest.fixture(scope="module")
def region() -> Region:
    return load_region()


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    folder = tmp_path / "region"
    shutil.copytree(Path(str(resource("region"))), folder)
    return folder


def _village(region: Region, code: str) -> Village:
    return next(village for village in region.villages if village.code == code)


def test_all_25_kecamatan_and_217_villages_are_there(region: Region) -> None:
    assert len(region.districts) == 25
    assert Counter(village.kind for village in region.villages) == {
        VillageKind.DESA: 189,
        VillageKind.KELURAHAN: 28,
    }


def test_every_kecamatan_has_the_villages_its_list_counts(region: Region) -> None:
    lines = resource("region", "kecamatan.csv").read_text("utf-8").splitlines()[1:]
    counted = {row[0]: int(row[2]) + int(row[3]) for row in (line.split(",") for line in lines)}
    assert Counter(village.district_code for village in region.villages) == counted


def test_a_village_code_begins_with_its_kecamatan_and_tells_its_kind(region: Region) -> None:
    for village in region.villages:
        assert village.code.startswith(f"{village.district_code}.")
        kind_digit = "1" if village.kind is VillageKind.KELURAHAN else "2"
        assert village.code.split(".")[-1].startswith(kind_digit), village


def test_every_village_lies_in_the_regency(region: Region) -> None:
    for village in region.villages:
        assert -8.9 < village.latitude < -7.8
        assert 113.7 < village.longitude < 114.7


def test_three_names_exist_in_two_kecamatan(region: Region) -> None:
    twice = {name for name, times in Counter(v.name for v in region.villages).items() if times > 1}
    assert twice == {"Karangrejo", "Watukebo", "Tamansari"}
    for name in twice:
        assert len({v.district for v in region.villages if v.name == name}) == 2


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Kalibaruwetan", ("Kalibaru Wetan",)),
        ("Kalibarumanis", ("Kalibaru Manis",)),
        ("Genteng Kulon", ("Gentengkulon",)),
        ("Benelan Lor", ("Benelanlor",)),
        ("Macan Putih", ("Macanputih",)),
        ("Alasmalang", ("Alas Malang",)),
        ("Karangrejo", ("Karang Rejo",)),
        ("Siliragung", ("Silir Agung",)),
        ("Balak", ()),
        ("Sobo", ()),
        ("Banjar", ()),
    ],
)
def test_joined_names_are_split_and_split_names_joined(name: str, other: tuple[str, ...]) -> None:
    assert other_spellings(name) == other


def test_another_spelling_differs_from_the_name_only_in_its_spaces(region: Region) -> None:
    for name in {village.name for village in region.villages}:
        for spelling in other_spellings(name):
            assert spelling != name
            assert spelling.replace(" ", "").lower() == name.replace(" ", "").lower()


def test_old_spellings_lead_to_todays_village(region: Region) -> None:
    assert "Sineporejo" in _village(region, "35.10.22.2004").other_spellings
    assert "Lemahbang Kulon" in _village(region, "35.10.12.2004").other_spellings
    assert "Alas Rejo" in _village(region, "35.10.18.2009").other_spellings


def test_an_old_spelling_that_is_anothers_name_counts_only_with_the_kecamatan(region: Region) -> None:
    bagorejo = _village(region, "35.10.08.2001")
    assert "Bangorejo" not in bagorejo.other_spellings
    assert {"Bangorejo Srono", "Srono Bangorejo"} <= set(bagorejo.other_spellings)
    names = {village.name for village in region.villages}
    assert not any(names & set(village.other_spellings) for village in region.villages)


def test_roads_are_suggestions_with_a_level_and_a_source(region: Region) -> None:
    assert len(region.roads) == 37
    assert {road.level for road in region.roads if road.status != "rencana"} == {
        Level.KEMENTERIAN,
        Level.PROVINSI,
        Level.PEMKAB,
    }
    assert all(road.level is None for road in region.roads if road.status == "rencana")
    assert all(road.source for road in region.roads)


def test_a_number_nobody_has_called_is_unverified(region: Region) -> None:
    verified = {hotline.number: hotline.verified for hotline in region.hotlines}
    assert len(region.hotlines) == 22
    assert verified["112"]
    assert verified["110"]
    assert not verified["118"]  # an emergency number of 2014
    assert not verified["0333-423615"]  # its source asks for verification
    assert all(not hotline.verified for hotline in region.hotlines if "VERIFIKASI" in hotline.source)


def test_the_boundaries_carry_their_authors_licence() -> None:
    folder = resource("region")
    assert "Cahya DSN" in folder.joinpath("LICENSE-cahyadsn-MIT.txt").read_text("utf-8")
    for name in ("villages_simplified.geojson", "kecamatan_simplified.geojson"):
        assert "LICENSE-cahyadsn-MIT.txt" in folder.joinpath(name).read_text("utf-8")[:400]


@pytest.mark.parametrize(
    ("file", "old", "new", "record", "reason", "detail"),
    [
        ("villages.csv", "35.10.01.2002", "35.10.01.2001", "3", "duplicate", "35.10.01.2001"),
        (
            "villages.csv",
            "35.10.01,Pesanggaran",
            "35.10.99,Pesanggaran",
            "2",
            "unknown-reference",
            "35.10.99",
        ),
        ("villages.csv", "Sarongan,desa", "Sarongan,kota", "2", "unknown-value", "kota"),
        ("villages.csv", "-8.498369", "selatan", "2", "wrong-type", "lat"),
        ("villages.csv", ",68488", ",68488,1", "2", "unknown-field", ""),
        ("villages.csv", "village_code", "code", "2", "missing-field", "village_code"),
        ("kecamatan.csv", "Pesanggaran", "", "2", "empty", "kecamatan"),
        ("roads.csv", "nasional,", "kota,", "2", "unknown-value", "kota"),
        ("hotlines.csv", ",112,", ",,", "2", "empty", "number"),
        ("old_spellings.csv", "35.10.03.2002", "35.10.03.9999", "2", "unknown-reference", "35.10.03.9999"),
    ],
)
def test_a_broken_row_is_refused_with_its_line(
    copy: Path, file: str, old: str, new: str, record: str, reason: str, detail: str
) -> None:
    text = (copy / file).read_text("utf-8")
    assert old in text
    (copy / file).write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(Problem) as caught:
        load_region(copy)
    assert caught.value.code is ProblemCode.BASE_BROKEN
    assert caught.value.params == {"file": file, "record": record, "reason": reason, "detail": detail}


def test_an_unclosed_quote_is_refused(copy: Path) -> None:
    (copy / "roads.csv").write_text('status,name\n"nasional', "utf-8")
    with pytest.raises(Problem) as caught:
        load_region(copy)
    assert caught.value.params["reason"] == "unreadable"
