"""What Ctrl+K finds: people, stored complaints, matters, procedures, villages; and where each leads."""

from collections.abc import Mapping

import pytest

from console.bootstrap import Composition
from console.domain.complaint import Channel
from console.services.intake import NewComplaint
from console.ui.pages.palette_sources import sources
from console.ui.palette import PaletteItem, PaletteKind, PaletteProvider
from tests.ui.browsing_desk import composition, house
from tests.ui.intake_desk import AGENT

__all__ = ["composition", "house"]
Shown = list[tuple[str, object]]
STORY = "lampu jalan mati di gang balai desa, gelap sekali"


@pytest.fixture
def shown() -> Shown:
    return []


@pytest.fixture
def found(composition: Composition, shown: Shown) -> Mapping[str, PaletteProvider]:
    def show(page: str, value: object) -> None:
        shown.append((page, value))

    return sources(composition, AGENT, show)


def first(found: Mapping[str, PaletteProvider], name: str, text: str) -> PaletteItem:
    return found[name](text)[0]


def saved(composition: Composition, text: str) -> str:
    new = NewComplaint(channel=Channel.PHONE_112, text=text)
    return composition.intake.save(AGENT, new).ticket


def test_a_person_leads_to_the_card_in_the_directory(
    composition: Composition, found: Mapping[str, PaletteProvider], shown: Shown
) -> None:
    best = composition.directory.search(AGENT, "camat srono")[0].contact
    item = first(found, "contacts", "camat srono")
    assert item.kind is PaletteKind.CONTACT
    assert item.title == best.name
    assert best.position in item.detail
    item.act()
    assert shown == [("directory", best.id)]


@pytest.mark.parametrize("spelling", ["{ticket}", "  {ticket} ", "{small}"])
def test_a_complaint_is_found_by_its_number(
    composition: Composition, found: Mapping[str, PaletteProvider], shown: Shown, spelling: str
) -> None:
    ticket = saved(composition, STORY)
    item = first(found, "complaints", spelling.format(ticket=ticket, small=ticket.lower()))
    assert item.title == ticket
    item.act()
    assert shown == [("complaints", ticket)]


def test_a_complaint_is_found_by_its_words(
    composition: Composition, found: Mapping[str, PaletteProvider]
) -> None:
    ticket = saved(composition, STORY)
    saved(composition, "sampah menumpuk di pasar")
    items = found["complaints"]("gang gelap")
    assert [item.title for item in items] == [ticket]
    assert items[0].detail.startswith("lampu jalan mati")


def test_a_number_that_nobody_gave_finds_nothing(found: Mapping[str, PaletteProvider]) -> None:
    assert list(found["complaints"]("BM-MPP1-261122-9999")) == []


def test_a_matter_leads_to_its_sheet_and_is_found_in_everyday_words(
    found: Mapping[str, PaletteProvider], shown: Shown
) -> None:
    item = first(found, "matters", "dalan bolong")
    assert item.kind is PaletteKind.MATTER
    assert "JLN-01" in item.detail
    item.act()
    assert shown == [("guide", "JLN-01")]


def test_a_procedure_leads_to_its_sheet(
    composition: Composition, found: Mapping[str, PaletteProvider], shown: Shown
) -> None:
    item = first(found, "procedures", "kelahiran")
    item.act()
    assert shown == [("guide", composition.catalogue.procedures("kelahiran")[0].id)]


def test_a_village_in_either_spelling_leads_to_who_answers_there(
    found: Mapping[str, PaletteProvider], shown: Shown
) -> None:
    for spelling in ("Kalibaru Wetan", "kalibaruwetan"):
        item = first(found, "villages", spelling)
        assert item.title == "Kalibaruwetan"
        assert "Kalibaru" in item.detail
    item.act()
    assert shown == [("directory", "Kalibaruwetan Kalibaru")]


def test_one_letter_asks_nobody(found: Mapping[str, PaletteProvider]) -> None:
    assert not any(provider("k") for provider in found.values())


def test_of_each_kind_only_the_best_few_are_shown(found: Mapping[str, PaletteProvider]) -> None:
    for text in ("jalan", "desa", "srono"):
        assert all(len(provider(text)) <= 5 for provider in found.values())
