"""The guide finds matters by their own words and by everyday ones."""

from console.domain.base import JurisdictionBase
from console.domain.level import Level
from console.services.catalogue import CatalogueService
from console.services.routing import RoutingService


def _guide(base: JurisdictionBase, routing: RoutingService) -> CatalogueService:
    return CatalogueService(
        base, recognise=lambda text: [matter.code for matter in routing.assess(text).matters]
    )


def test_every_matter_is_found_by_its_title_and_by_its_code(base: JurisdictionBase) -> None:
    guide = CatalogueService(base, recognise=lambda _text: [])
    for matter in base.matters:
        assert matter in guide.matters(matter.title)
        assert guide.matters(matter.code)[0] == matter


def test_everyday_words_find_the_matter_too(base: JurisdictionBase, routing: RoutingService) -> None:
    found = _guide(base, routing).matters("dalan bolong nggarai tibo")
    assert found[0].domain == "jalan"


def test_filters_narrow_and_nothing_typed_shows_all(base: JurisdictionBase, routing: RoutingService) -> None:
    guide = _guide(base, routing)
    assert set(guide.matters()) == set(base.matters)
    assert {matter.level for matter in guide.matters(level=Level.PROVINSI)} == {Level.PROVINSI}
    assert {matter.domain for matter in guide.matters("jalan", domain="perhubungan")} == {"perhubungan"}
    assert len(guide.domains()) == 38
    assert guide.matters("qzxwv") == ()


def test_procedures_are_found_by_words_by_matter_and_by_id(
    base: JurisdictionBase, routing: RoutingService
) -> None:
    guide = _guide(base, routing)
    assert guide.procedures("musrenbang")[0].id == "PROC-01"
    assert {procedure.id for procedure in guide.procedures(matter_code="JLN-01")} == {"PROC-01", "PROC-02"}
    assert [procedure.id for procedure in guide.procedures_of(("PROC-02", "PROC-99", "PROC-01"))] == [
        "PROC-02",
        "PROC-01",
    ]


def test_everyday_words_find_the_procedures_of_the_matters_they_mean(
    base: JurisdictionBase, routing: RoutingService
) -> None:
    guide = _guide(base, routing)
    assert "PROC-08" in {procedure.id for procedure in guide.procedures("mau izin bangunan rumah")}
    assert guide.procedures("jalan rusak")
    assert set(guide.procedures()) == set(base.procedures)
