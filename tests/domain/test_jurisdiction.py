"""One question when one fact decides, none when it is already said, a regency office when nobody knows."""

from collections.abc import Mapping

import pytest

from console.domain.assessment import Assessment, Outcome
from console.domain.jurisdiction import NOT_KNOWN, Jurisdiction
from console.domain.level import Confidence, Level
from console.domain.problems import Problem, ProblemCode
from console.domain.region import Village, VillageKind
from tests.domain.recognition_ground import base, recogniser, region

JURISDICTION = Jurisdiction(base(), reader=recogniser())


def village(kind: VillageKind) -> Village:
    return next(one for one in region().villages if one.kind is kind)


def assess(
    text: str,
    answers: Mapping[str, int] | None = None,
    *,
    kind: VillageKind | None = None,
    chosen: str | None = None,
) -> Assessment:
    return JURISDICTION.assess(
        text,
        recogniser().recognise(text),
        answers=answers,
        village=village(kind) if kind else None,
        chosen_matter=chosen,
    )


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("jalan berlubang dekat rumah saya", "Q-JLN-01"),
        ("lampu jalan mati", "Q-PJU-01"),
        ("air mati dari pagi", "Q-AIR-01"),
        ("kartu BPJS saya tidak aktif", "Q-BPJS-01"),
        ("lampu merah mati di simpang", "Q-PHB-01"),
    ],
)
def test_the_fact_that_decides_is_asked(text: str, question: str) -> None:
    found = assess(text)
    assert found.outcome is Outcome.ASK
    assert found.question is not None
    assert found.question.id == question
    assert found.verdict is None


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("jalan provinsi Srono Muncar berlubang", "JLN-03"),
        ("jalan nasional di Kalibaru berlubang", "JLN-04"),
        ("jalan di perumahan kami berlubang, developernya kabur", "JLN-05"),
        ("air PDAM mati", "AIR-01"),
        ("air hippam mati", "AIR-02"),
        ("SMA negeri menarik pungutan", "PDK-03"),
        ("SD negeri menarik pungutan", "PDK-01"),
        ("lampu gang kampung mati", "PHB-07"),
        ("PHK tanpa pesangon", "NKR-01"),
        ("THR tidak dibayar perusahaan", "NKR-02"),
        ("uang saya di koperasi tidak bisa diambil", "IZN-12"),
        ("cerai kristen lewat mana", "DUK-12"),
        ("ikut PTSL tapi sertifikat belum jadi", "TNH-02"),
    ],
)
def test_what_is_said_already_is_not_asked(text: str, matter: str) -> None:
    found = assess(text)
    assert found.outcome is Outcome.VERDICT
    assert found.verdict is not None
    assert found.verdict.matter_code == matter


@pytest.mark.parametrize(
    "text", ["KTP hilang", "mau bikin paspor", "listrik padam satu kampung", "tetangga bakar sampah"]
)
def test_a_clear_matter_gets_its_verdict_at_once(text: str) -> None:
    assert assess(text).outcome is Outcome.VERDICT


def test_the_answer_decides_the_level() -> None:
    text = "jalan berlubang dekat rumah saya"
    levels = {
        number: verdict.level
        for number in (1, 2, 3, 6)
        if (verdict := assess(text, {"Q-JLN-01": number}).verdict) is not None
    }
    assert levels == {1: Level.KEMENTERIAN, 2: Level.PROVINSI, 3: Level.PEMKAB, 6: Level.PIHAK_KETIGA}


def test_the_chosen_answer_is_the_note_of_the_verdict() -> None:
    verdict = assess("jalan berlubang", {"Q-JLN-01": 1}).verdict
    assert verdict is not None
    assert verdict.note.startswith("Jalan raya utama")


def test_not_known_is_never_a_refusal() -> None:
    found = assess("jalan berlubang", {"Q-JLN-01": NOT_KNOWN})
    assert found.outcome is Outcome.VERDICT
    verdict = found.verdict
    assert verdict is not None
    assert verdict.verification
    assert verdict.level is Level.PEMKAB
    assert verdict.institution.code == base().question("Q-JLN-01").unknown_institution
    assert verdict.legal_basis == "UU 25/2009 tentang Pelayanan Publik"
    assert verdict.confidence is Confidence.MEDIUM
    assert any(verdict.institution.name in sentence for sentence in verdict.explanation)


def test_while_nobody_knows_no_other_level_is_named_responsible() -> None:
    for question in base().questions:
        found = JURISDICTION.answer(question.id, NOT_KNOWN)
        assert found.verdict is not None
        named = base().matter(found.verdict.matter_code)
        leads = [base().matter(option.matter_codes[0]) for option in question.options if option.matter_codes]
        others = [matter.level for matter in leads if matter.domain == question.domain]
        assert named.level is Level.PEMKAB or Level.PEMKAB not in others, question.id


def test_further_matters_of_an_answer_are_involved() -> None:
    verdict = assess("", {"Q-HTN-01": 4}).verdict
    assert verdict is not None
    assert verdict.matter_code == "HTN-03"
    other = base().matter("TIB-08")
    assert other.institution_code in {body.institution.code for body in verdict.involved}


def test_an_answer_with_several_matters_asks_what_tells_them_apart() -> None:
    found = JURISDICTION.answer("Q-PGL-01", 6)
    assert found.question is not None
    assert found.question.id == "Q-PDK-01"


def test_an_answer_without_matter_goes_on() -> None:
    found = JURISDICTION.answer("Q-JLN-03", 3)
    assert found.question is not None
    assert found.question.id == "Q-JLN-01"


def test_an_answer_that_rules_the_matter_out_is_heard() -> None:
    found = assess("bekas galian di jalan desa berlubang", {"Q-JLN-03": 3}, chosen="JLN-11")
    assert found.verdict is None or found.verdict.matter_code != "JLN-11"


def test_the_kind_of_village_settles_a_lane() -> None:
    desa = assess("paving gang rusak", kind=VillageKind.DESA).verdict
    kelurahan = assess("paving gang rusak", kind=VillageKind.KELURAHAN).verdict
    assert desa is not None
    assert kelurahan is not None
    assert (desa.matter_code, kelurahan.matter_code) == ("JLN-02", "JLN-07")


def test_in_a_kelurahan_the_kelurahan_answers_instead_of_the_village() -> None:
    pairs = [
        (matter.code, other.institution_code)
        for matter in base().matters
        for other in matter.alternatives
        if other.village_kind == VillageKind.KELURAHAN.value
    ]
    for code, body in pairs:
        verdict = JURISDICTION.assess(
            "", recogniser().recognise(""), village=village(VillageKind.KELURAHAN), chosen_matter=code
        ).verdict
        if verdict is not None:
            assert verdict.institution.code == body


def test_article_numbers_stand_only_at_high_confidence() -> None:
    high = assess("KTP hilang").verdict
    medium = assess("", chosen="JLN-08").verdict
    assert high is not None
    assert medium is not None
    assert "Pasal" in high.legal_basis
    assert medium.confidence is Confidence.MEDIUM
    assert "Pasal" not in medium.legal_basis


def test_the_agents_choice_comes_before_the_engines() -> None:
    found = assess("KTP hilang", chosen="DUK-02")
    assert found.verdict is not None
    assert found.verdict.matter_code == "DUK-02"
    assert found.matters[0].code == "DUK-02"
    assert "DUK-01" in {matter.code for matter in found.matters}


def test_answers_to_other_complaints_are_left_aside() -> None:
    assert assess("KTP hilang", {"Q-JLN-01": 1}).verdict == assess("KTP hilang").verdict


def test_an_emergency_stands_beside_whatever_comes_out() -> None:
    found = assess("jalan berlubang, ada orang jatuh dari motor berdarah tidak sadar")
    assert found.emergency is not None
    assert found.matters


def test_no_question_delays_help() -> None:
    found = assess("tolong rumah kebakaran di Srono, ada anak di dalam")
    assert found.emergency is not None
    assert found.outcome is Outcome.VERDICT
    assert found.question is None


def test_nothing_recognised_is_left_to_the_agent() -> None:
    found = assess("halo selamat pagi")
    assert found.outcome is Outcome.NONE
    assert not found.matters
    assert found.verdict is None
    assert found.question is None


def test_the_emergency_question_is_never_asked() -> None:
    asked = {
        found.question.id
        for matter in base().matters
        if (found := JURISDICTION.assess("", recogniser().recognise(""), chosen_matter=matter.code)).question
    }
    assert "Q-EMG-01" not in asked


@pytest.mark.parametrize(
    ("answers", "code"),
    [({"Q-XXX-01": 1}, ProblemCode.UNKNOWN_QUESTION), ({"Q-JLN-01": 77}, ProblemCode.UNKNOWN_OPTION)],
)
def test_wrong_answers_are_the_users_to_mend(answers: dict[str, int], code: ProblemCode) -> None:
    with pytest.raises(Problem) as caught:
        assess("jalan berlubang", answers)
    assert caught.value.code is code


def test_a_wrong_option_names_the_right_ones() -> None:
    with pytest.raises(Problem) as caught:
        JURISDICTION.answer("Q-RS-01", -1)
    assert caught.value.params == {"question": "Q-RS-01", "option": -1, "options": "1, 2, 3"}


def test_an_unknown_matter_cannot_be_chosen() -> None:
    with pytest.raises(Problem) as caught:
        assess("jalan", chosen="ABC-99")
    assert caught.value.code is ProblemCode.UNKNOWN_MATTER


def test_a_reader_may_be_missing() -> None:
    plain = Jurisdiction(base())
    found = plain.assess("air PDAM mati", recogniser().recognise("air PDAM mati"))
    assert found.question is not None
    assert found.question.id == "Q-AIR-01"
