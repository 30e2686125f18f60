"""The shipped base can be used, and a broken one is refused by name."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from console.adapters.base_files import load_base
from console.domain.base import JurisdictionBase
from console.domain.base_check import BaseFault
from console.domain.level import Level
from console.domain.problems import Problem, ProblemCode
from resources import resource
from tests.adapters.base_plants import PLANTS, Plant

_LAST_STEP = "[[step]]\nnumber = 1"
_SECOND_OPTION = "[[question.options]]\nnumber = 2"


@pytest.fixture(scope="module")
def base() -> JurisdictionBase:
    return load_base()


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    folder = tmp_path / "jurisdiction"
    shutil.copytree(Path(str(resource("jurisdiction"))), folder)
    return folder


def _refusal(folder: Path) -> dict[str, str | int]:
    with pytest.raises(Problem) as caught:
        load_base(folder)
    assert caught.value.code is ProblemCode.BASE_BROKEN
    return caught.value.params


def test_nothing_of_the_researched_base_is_missing(base: JurisdictionBase) -> None:
    assert len(base.matters) == 285
    assert len(base.questions) == 38
    assert sum(len(question.options) for question in base.questions) == 192
    assert len(base.procedures) == 32
    assert sum(1 + len(procedure.steps) for procedure in base.procedures) == 140
    assert len(base.institutions) == 151
    assert len(base.deadlines) == 51


def test_every_matter_names_a_body_of_its_own_level(base: JurisdictionBase) -> None:
    assert {base.institution(matter.institution_code).level for matter in base.matters} == set(Level)
    assert all(base.institution(matter.institution_code).level is matter.level for matter in base.matters)


def test_superseded_deadlines_are_marked_and_belong_to_no_matter(base: JurisdictionBase) -> None:
    superseded = {deadline.id for deadline in base.deadlines if deadline.superseded}
    assert superseded == {f"DL-{number:02}" for number in range(7, 13)}
    assert not any(superseded & set(matter.deadline_ids) for matter in base.matters)


def test_nothing_claims_to_be_signed_by_the_legal_bureau(base: JurisdictionBase) -> None:
    assert not any(matter.provenance.verified_by for matter in base.matters)


def test_the_place_alone_hands_a_village_matter_to_the_kelurahan(base: JurisdictionBase) -> None:
    handed_over = {
        matter.code
        for matter in base.matters
        for other in matter.alternatives
        if other.village_kind == "kelurahan" and other.institution_code == "PK-KEL"
    }
    assert handed_over >= {"PHB-07", "TNH-06", "SOS-12", "TIB-10", "DES-08", "HKM-13"}
    assert "JLN-02" not in handed_over  # the kelurahan's roads are a matter of their own: JLN-07


def test_a_procedure_speaks_step_0_first_and_keeps_the_cost_of_the_whole(base: JurisdictionBase) -> None:
    family_card = base.procedure_by_id["PROC-04"]
    assert family_card.explanation.startswith("KK gratis")
    assert (family_card.duration, family_card.cost) == ("1 hari", "gratis")
    assert [step.number for step in family_card.steps] == [1, 2]


def test_the_shipped_files_hold_one_field_per_line() -> None:
    """A record changed by the legal bureau must read as a diff of that field alone."""
    for file in Path(str(resource("jurisdiction"))).rglob("*.toml"):
        text = file.read_text("utf-8")
        assert text.endswith("\n"), file
        assert not any(mark in text for mark in ("\t", "\r", '"""')), file


@pytest.mark.parametrize(
    "plant", PLANTS, ids=lambda plant: f"{plant.fault}-{plant.record}-{plant.detail}".replace("/", ".")
)
def test_a_fault_is_refused_with_file_record_and_reason(copy: Path, plant: Plant) -> None:
    target = copy / plant.file
    target.write_text(plant.break_text(target.read_text("utf-8")), "utf-8")
    assert _refusal(copy) == {
        "file": plant.told or plant.file,
        "record": plant.record,
        "reason": plant.fault.value,
        "detail": plant.detail,
    }


def _cut(file: str, before: str) -> Callable[[Path], None]:
    def cut(folder: Path) -> None:
        text = (folder / file).read_text("utf-8")
        (folder / file).write_text(text[: text.index(before)], "utf-8")

    return cut


def _delete(file: str) -> Callable[[Path], None]:
    return lambda folder: (folder / file).unlink()


def _drop_folder(name: str) -> Callable[[Path], None]:
    return lambda folder: shutil.rmtree(folder / name)


def _folder_in_place_of(file: str) -> Callable[[Path], None]:
    def swap(folder: Path) -> None:
        (folder / file).unlink()
        (folder / file).mkdir()

    return swap


def _write(file: str, content: bytes) -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        (folder / file).write_bytes(content)

    return write


@pytest.mark.parametrize(
    ("break_it", "file", "record", "fault"),
    [
        (_delete("deadlines.toml"), "deadlines.toml", "1:1", BaseFault.MISSING_FILE),
        (_drop_folder("matters"), "matters", "1:1", BaseFault.MISSING_FILE),
        (_write("base.toml", b'version = "1"\nnote = "\xff"\n'), "base.toml", "2:9", BaseFault.UNREADABLE),
        (_write("base.toml", b"a = " + b"[" * 9000), "base.toml", "1:1", BaseFault.UNREADABLE),
        (
            _write("explanations/antariksa.toml", b""),
            "explanations/antariksa.toml",
            "",
            BaseFault.UNKNOWN_REFERENCE,
        ),
        (
            _cut("questions/darurat.toml", _SECOND_OPTION),
            "questions/darurat.toml",
            "Q-EMG-01",
            BaseFault.TOO_FEW_OPTIONS,
        ),
        (
            _cut("procedures/PROC-03.toml", _LAST_STEP),
            "procedures/PROC-03.toml",
            "PROC-03",
            BaseFault.NO_STEPS,
        ),
        (
            _delete("explanations/imigrasi.toml"),
            "matters/imigrasi.toml",
            "HKM-01",
            BaseFault.NO_EXPLANATION,
        ),
    ],
)
def test_a_missing_or_cut_file_is_refused(
    copy: Path, break_it: Callable[[Path], None], file: str, record: str, fault: BaseFault
) -> None:
    break_it(copy)
    refusal = _refusal(copy)
    assert (refusal["file"], refusal["record"], refusal["reason"]) == (file, record, fault.value)


def test_a_date_without_quotes_counts_as_signed_on(copy: Path) -> None:
    file = copy / "matters" / "jalan.toml"
    signed = "verified_by = 'Bagian Hukum'\nverified_on = 2026-11-22"
    file.write_text(file.read_text("utf-8").replace("verified_by = ''\nverified_on = ''", signed, 1), "utf-8")
    provenance = load_base(copy).matter("JLN-01").provenance
    assert (provenance.verified_by, provenance.verified_on) == ("Bagian Hukum", "2026-11-22")


def test_sentences_may_be_missing(copy: Path) -> None:
    shutil.rmtree(copy / "sentences")
    (copy / "sentences").mkdir()
    assert load_base(copy).matter("JLN-01").sentences == ()


def test_every_reason_to_refuse_a_base_has_been_seen_here() -> None:
    planted = {plant.fault for plant in PLANTS}
    elsewhere = {
        BaseFault.MISSING_FILE,
        BaseFault.TOO_FEW_OPTIONS,
        BaseFault.NO_STEPS,
        BaseFault.NO_EXPLANATION,
    }
    assert planted | elsewhere == set(BaseFault)
