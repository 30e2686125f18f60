"""Whose job is it, as the screen and the command line ask it."""

from dataclasses import dataclass, field

import pytest

from console.domain.assessment import Outcome, RankedMatter, Recognition
from console.domain.level import Level
from console.domain.problems import Problem, ProblemCode
from console.domain.region import VillageKind
from console.domain.text import MAX_TEXT
from console.services.routing import RoutingService, TextRecogniser
from tests.domain.recognition_ground import base, recogniser, region


@dataclass
class CountingRecogniser:
    """Recognises a road in everything and remembers what it was given."""

    read: list[str] = field(default_factory=list)
    asked: list[tuple[str, str, VillageKind | None]] = field(default_factory=list)
    topics: frozenset[str] = frozenset()

    def recognise(self, text: str) -> Recognition:
        self.read.append(text)
        road = RankedMatter(code="JLN-01", title="Jalan", level=Level.PEMKAB, score=0.9, because=("jalan",))
        return Recognition(matters=(road,))

    def settled(self, text: str, question_id: str, village_kind: VillageKind | None = None) -> int | None:
        self.asked.append((text, question_id, village_kind))
        return None

    def is_topic(self, question_id: str) -> bool:
        return question_id in self.topics


@dataclass
class Factory:
    made: list[TextRecogniser] = field(default_factory=list)

    def __call__(self) -> TextRecogniser:
        self.made.append(CountingRecogniser())
        return self.made[-1]


def service() -> RoutingService:
    return RoutingService(base=base(), recogniser_factory=recogniser, region=region())


def test_the_recogniser_is_built_on_first_use_and_once() -> None:
    factory = Factory()
    routing = RoutingService(base=base(), recogniser_factory=factory, region=region())
    assert not factory.made
    routing.assess("jalan")
    routing.assess("jalan lagi")
    assert len(factory.made) == 1


def test_warming_builds_the_recogniser_ahead() -> None:
    factory = Factory()
    RoutingService(base=base(), recogniser_factory=factory, region=region()).warm()
    assert len(factory.made) == 1


def test_an_answer_alone_needs_no_recogniser() -> None:
    factory = Factory()
    routing = RoutingService(base=base(), recogniser_factory=factory, region=region())
    assert routing.answer("Q-JLN-01", 1).outcome is Outcome.VERDICT
    assert not factory.made


def test_a_text_over_the_limit_is_judged_by_its_beginning() -> None:
    found = service().assess("jalan desa rusak. " + "x" * (MAX_TEXT * 3))
    assert found.matters
    assert len(found.text) <= MAX_TEXT


def test_control_characters_never_reach_the_recogniser() -> None:
    factory = Factory()
    RoutingService(base=base(), recogniser_factory=factory, region=region()).assess("ja\x00lan\u202e rusak")
    made = factory.made[0]
    assert isinstance(made, CountingRecogniser)
    assert made.read == ["jalan rusak"]


def test_a_complaint_goes_from_text_to_verdict() -> None:
    routing = service()
    asked = routing.assess("jalan berlubang di depan pasar")
    assert asked.question is not None
    decided = routing.assess("jalan berlubang di depan pasar", {asked.question.id: 1})
    assert decided.verdict is not None
    assert decided.verdict.level is Level.KEMENTERIAN


def test_answers_may_come_as_stored_pairs() -> None:
    found = service().assess("jalan berlubang", (("Q-JLN-01", 2),))
    assert found.verdict is not None
    assert found.verdict.matter_code == "JLN-03"


def test_the_village_is_found_by_code_and_by_name() -> None:
    kelurahan = next(one for one in region().villages if one.kind is VillageKind.KELURAHAN)
    by_code = service().assess("paving gang rusak", village_code=kelurahan.code)
    assert by_code.verdict is not None
    assert by_code.verdict.matter_code == "JLN-07"
    by_name = service().assess("paving gang rusak", village_code=f"{kelurahan.name} {kelurahan.district}")
    assert by_name.verdict == by_code.verdict


def test_an_unknown_village_is_the_users_to_mend() -> None:
    with pytest.raises(Problem) as caught:
        service().assess("jalan rusak", village_code="35.10.99.9999")
    assert caught.value.code is ProblemCode.UNKNOWN_VILLAGE


def test_a_chosen_matter_leads() -> None:
    found = service().assess("halo", chosen_matter="DUK-01")
    assert found.verdict is not None
    assert found.verdict.matter_code == "DUK-01"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("jalan Srono - Muncar berlubang", "provinsi"),
        ("jalan dari Jajag ke arah Pesanggaran rusak", "provinsi"),
        ("Jl. Widuri bolong", "provinsi"),
        ("lubang di jalan Gatot Subroto", "nasional"),
        ("jalan Licin Pakel rusak", "kabupaten"),
    ],
)
def test_a_road_named_in_the_text_is_hinted_at_with_its_source(text: str, status: str) -> None:
    roads = service().suggest_roads(text)
    assert status in {road.status for road in roads}
    assert all(road.source for road in roads)


@pytest.mark.parametrize(
    "text", ["jalan rusak", "Widuri anak saya sakit", "warga Srono resah", "", "dari Muncar"]
)
def test_no_road_is_hinted_at_without_its_name(text: str) -> None:
    assert not service().suggest_roads(text)


def test_a_road_hint_never_decides() -> None:
    found = service().assess("jalan Licin Pakel rusak parah")
    assert found.outcome is Outcome.ASK
