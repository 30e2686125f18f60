"""The base as a value: its look-ups, and the checks on it that need no file."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.base import JurisdictionBase
from console.domain.base_check import BaseFault, Broken, check_base
from console.domain.institution import Institution
from console.domain.level import Confidence, Level
from console.domain.matter import (
    Alternative,
    Deadline,
    Involved,
    Matter,
    Option,
    Procedure,
    Provenance,
    Question,
    ResponseTarget,
    Step,
)
from console.domain.problems import Problem, ProblemCode

_SOURCED = Provenance(legal_basis="UU", confidence=Confidence.HIGH, source="teks UU")


def _body(code: str, level: Level = Level.PEMKAB) -> Institution:
    return Institution(
        code=code,
        name=code,
        short_name=code,
        level=level,
        kind="OPD",
        handles="",
        hotline="",
        confidence=Confidence.HIGH,
        source="teks UU",
    )


def _option(number: int, *matter_codes: str) -> Option:
    return Option(
        number=number,
        text="Jawaban",
        matter_codes=matter_codes,
        how_to_tell="",
        confidence=Confidence.HIGH,
        source="teks UU",
    )


_MATTER = Matter(
    code="DES-01",
    domain="desa",
    title="Surat",
    level=Level.PEMKAB,
    institution_code="PK-DESA",
    institution_text="Pemerintah Desa",
    provenance=_SOURCED,
    keywords=("surat",),
    alternatives=(Alternative(institution_code="PK-KEL", village_kind="kelurahan"),),
    involved=(Involved(institution_code="PR-PUBM", role="membantu"),),
    question_ids=("Q-1",),
    procedure_ids=("PROC-1",),
    deadline_ids=("DL-01",),
    explanation=("Ke desa dulu.",),
)
_QUESTION = Question(
    id="Q-1",
    domain="desa",
    text="Apa?",
    options=(_option(1, "DES-01"), _option(2)),
    unknown_institution="PK-DESA",
)
_STEP = Step(number=1, who="Warga", text="Datang.", documents="", duration="", cost="", provenance=_SOURCED)
_PROCEDURE = Procedure(
    id="PROC-1", title="Surat", matter_codes=("DES-01",), explanation="Gratis.", steps=(_STEP,)
)
_DEADLINE = Deadline(
    id="DL-01",
    what="Jawaban",
    number=14,
    unit="hari",
    day_type="kalender",
    actor="Penyelenggara",
    provenance=_SOURCED,
)
BASE = JurisdictionBase(
    version="2026.11.1",
    matters=(_MATTER,),
    questions=(_QUESTION,),
    procedures=(_PROCEDURE,),
    institutions=(_body("PK-DESA"), _body("PK-KEL"), _body("PR-PUBM", Level.PROVINSI)),
    deadlines=(_DEADLINE,),
    response_target=ResponseTarget(hours=2, source="kebijakan", confidence=Confidence.MEDIUM),
)


def _with_matter(**changes: object) -> JurisdictionBase:
    return replace(BASE, matters=(replace(_MATTER, **changes),))  # type: ignore[arg-type] # any field at all


def test_a_sound_base_has_no_fault() -> None:
    assert check_base(BASE) == ()


def test_records_are_found_by_code_and_unknown_codes_are_problems() -> None:
    assert BASE.matter("DES-01") is _MATTER
    assert BASE.question("Q-1") is _QUESTION
    assert BASE.institution("PK-KEL").code == "PK-KEL"
    assert BASE.procedure_by_id["PROC-1"] is _PROCEDURE
    assert BASE.deadline_by_id["DL-01"] is _DEADLINE
    for look_up, code in (
        (BASE.matter, ProblemCode.UNKNOWN_MATTER),
        (BASE.question, ProblemCode.UNKNOWN_QUESTION),
        (BASE.institution, ProblemCode.UNKNOWN_INSTITUTION),
    ):
        with pytest.raises(Problem) as caught:
            look_up("X-99")
        assert caught.value.code is code


def test_a_fault_becomes_a_problem_that_names_file_record_and_reason() -> None:
    (broken,) = check_base(_with_matter(title=" "))
    assert broken == Broken(file="matters/desa.toml", record="DES-01", fault=BaseFault.EMPTY, detail="title")
    problem = broken.problem()
    assert problem.code is ProblemCode.BASE_BROKEN
    assert problem.params == {
        "file": "matters/desa.toml",
        "record": "DES-01",
        "reason": "empty",
        "detail": "title",
    }


@pytest.mark.parametrize(
    ("base", "fault", "detail"),
    [
        (replace(BASE, matters=()), BaseFault.EMPTY, "matters"),
        (replace(BASE, matters=(_MATTER, _MATTER)), BaseFault.DUPLICATE, "DES-01"),
        (replace(BASE, deadlines=(replace(_DEADLINE, superseded=True),)), BaseFault.SUPERSEDED, "DL-01"),
        (replace(BASE, questions=(replace(_QUESTION, options=()),)), BaseFault.TOO_FEW_OPTIONS, "0"),
        (replace(BASE, procedures=(replace(_PROCEDURE, steps=()),)), BaseFault.NO_STEPS, ""),
        (replace(BASE, procedures=(replace(_PROCEDURE, explanation=""),)), BaseFault.NO_OPENING, ""),
        (_with_matter(explanation=()), BaseFault.NO_EXPLANATION, ""),
        (_with_matter(keywords=()), BaseFault.EMPTY, "keywords"),
        (_with_matter(level=Level.PROVINSI), BaseFault.LEVEL_CONFLICT, "PK-DESA: pemkab"),
        (
            _with_matter(involved=(Involved(institution_code="PK-DESA", role="membantu"),)),
            BaseFault.DUPLICATE,
            "PK-DESA",
        ),
        (
            _with_matter(alternatives=(Alternative(institution_code="PK-KEL"),)),
            BaseFault.EMPTY,
            "when",
        ),
    ],
)
def test_what_would_mislead_a_citizen_is_a_fault(
    base: JurisdictionBase, fault: BaseFault, detail: str
) -> None:
    assert (fault, detail) in {(broken.fault, broken.detail) for broken in check_base(base)}


@given(
    text=st.text(max_size=8),
    codes=st.lists(st.sampled_from(["DES-01", "Q-1", "PROC-1", "DL-01", "PK-DESA", ""]), max_size=3),
    number=st.integers(-3, 3),
    level=st.sampled_from(Level),
)
def test_the_check_reports_and_never_fails(text: str, codes: list[str], number: int, level: Level) -> None:
    signed = replace(_SOURCED, verified_by=text, verified_on=text)
    matter = replace(
        _MATTER,
        code=text,
        level=level,
        provenance=signed,
        question_ids=tuple(codes),
        procedure_ids=tuple(codes),
        deadline_ids=tuple(codes),
        alternatives=tuple(Alternative(institution_code=code, village_kind=text) for code in codes),
    )
    question = replace(_QUESTION, id=text, options=(_option(number, *codes), _option(number, *codes)))
    procedure = replace(
        _PROCEDURE, id=text, matter_codes=tuple(codes), steps=(replace(_STEP, number=number),)
    )
    faults = check_base(
        replace(BASE, matters=(_MATTER, matter), questions=(question,), procedures=(procedure,))
    )
    assert faults
    assert all(isinstance(broken.fault, BaseFault) for broken in faults)
