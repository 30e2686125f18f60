"""A village is found as people write it, and never guessed when two bear the name."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.adapters.region_files import load_region
from console.domain.problems import Problem, ProblemCode
from console.domain.villages import VillageIndex, find_village

REGION = load_region()
INDEX = VillageIndex(REGION.villages)


def test_every_village_is_first_for_its_own_name_and_kecamatan() -> None:
    for village in REGION.villages:
        assert INDEX.search(f"{village.name} {village.district}")[0] == village
        assert INDEX.search(f"{village.district} {village.name}")[0] == village
        assert find_village(REGION, village.code) == village


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("kalibaru wetan", "Kalibaruwetan"),
        ("KALIBARUWETAN", "Kalibaruwetan"),
        ("desa kebaman", "Kebaman"),
        ("kebam", "Kebaman"),
        ("kebamam", "Kebaman"),
        ("Ds. Kebaman, Kec. Srono", "Kebaman"),
    ],
)
def test_spellings_people_use_are_found(written: str, name: str) -> None:
    assert INDEX.search(written)[0].name == name


def test_a_name_in_two_kecamatan_needs_the_kecamatan() -> None:
    assert len(INDEX.named("Karangrejo")) == 2
    with pytest.raises(Problem) as refused:
        find_village(REGION, "Karangrejo")
    assert refused.value.code is ProblemCode.UNKNOWN_VILLAGE
    both = INDEX.named("Karangrejo")
    assert [find_village(REGION, f"Karangrejo, {village.district}") for village in both] == list(both)


@given(st.text(max_size=60))
def test_any_text_gives_at_most_the_limit_and_never_fails(text: str) -> None:
    assert len(INDEX.search(text, limit=5)) <= 5
    with suppress(Problem):
        assert find_village(REGION, text) in INDEX.named(text)


def test_nothing_typed_offers_nothing() -> None:
    assert INDEX.search("  ") == ()
    assert INDEX.search("kec.") == ()
