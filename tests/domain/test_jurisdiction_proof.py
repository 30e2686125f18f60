"""Every way through every question ends in a whole verdict: no dead end, no loop, no matter out of reach."""

import re
from collections.abc import Iterator

import pytest

from console.domain.assessment import Assessment, Outcome, Recognition, Verdict
from console.domain.jurisdiction import NOT_KNOWN, Jurisdiction
from console.domain.level import Confidence, Level
from console.domain.matter import Question
from console.domain.region import Village, VillageKind
from tests.domain.recognition_ground import base, held_out, recogniser

NOTHING = Recognition(matters=())
JURISDICTION = Jurisdiction(base())
READING = Jurisdiction(base(), reader=recogniser())
ARTICLE = re.compile(r"\b(Pasal|ayat|huruf)\b")
LONGEST = 4  # questions on one way


def ways(
    jurisdiction: Jurisdiction,
    text: str,
    recognition: Recognition,
    chosen: str | None,
    answers: dict[str, int],
) -> Iterator[tuple[dict[str, int], Assessment]]:
    """Return every end that answers can lead to, with the answers."""
    found = jurisdiction.assess(text, recognition, answers=answers, chosen_matter=chosen)
    if found.outcome is not Outcome.ASK:
        yield answers, found
        return
    question = found.question
    assert question is not None
    assert question.id not in answers, f"{question.id} is asked twice"
    assert len(answers) < LONGEST, answers
    for number in (NOT_KNOWN, *(option.number for option in question.options)):
        yield from ways(jurisdiction, text, recognition, chosen, {**answers, question.id: number})


def check(verdict: Verdict | None) -> None:
    assert verdict is not None
    assert verdict.institution.name
    assert verdict.legal_basis
    assert verdict.source
    assert verdict.explanation
    assert all(sentence.strip() for sentence in verdict.explanation)
    assert verdict.level in Level
    assert verdict.response_hours > 0
    assert verdict.base_version == base().version
    if verdict.confidence is not Confidence.HIGH:
        assert not ARTICLE.search(verdict.legal_basis), verdict.legal_basis
    assert not any(deadline.superseded for deadline in verdict.deadlines)
    assert {"DL-02", "DL-04", "DL-05"} <= {deadline.id for deadline in verdict.deadlines}
    codes = [body.institution.code for body in verdict.involved]
    assert len(codes) == len(set(codes))
    assert verdict.institution.code not in codes


@pytest.mark.parametrize("code", [matter.code for matter in base().matters])
def test_every_way_from_a_matter_ends_in_a_whole_verdict(code: str) -> None:
    reached = set()
    for answers, end in ways(JURISDICTION, "", NOTHING, code, {}):
        assert end.outcome is Outcome.VERDICT, answers
        check(end.verdict)
        assert end.verdict is not None
        assert end.matters[0].code == end.verdict.matter_code
        if NOT_KNOWN in answers.values():
            assert end.verdict.verification
            assert end.verdict.level is Level.PEMKAB
            assert end.verdict.institution.level is Level.PEMKAB
        else:
            reached.add(end.verdict.matter_code)
    assert code in reached


def test_every_way_from_a_held_out_sentence_ends_in_a_whole_verdict() -> None:
    for _, sentence in held_out()[::4]:
        recognition = recogniser().recognise(sentence)
        for answers, end in ways(READING, sentence, recognition, None, {}):
            assert (end.outcome is Outcome.VERDICT) == bool(recognition.matters), (sentence, answers)
            if end.outcome is Outcome.VERDICT:
                check(end.verdict)


@pytest.mark.parametrize("question", base().questions, ids=lambda question: question.id)
def test_every_answer_to_every_question_leads_on(question: Question) -> None:
    for number in (NOT_KNOWN, *(option.number for option in question.options)):
        found = JURISDICTION.answer(question.id, number)
        assert found.outcome in {Outcome.VERDICT, Outcome.ASK}
        if found.outcome is Outcome.VERDICT:
            check(found.verdict)
        else:
            assert found.question is not None
            assert found.question.id != question.id


@pytest.mark.parametrize("question", base().questions, ids=lambda question: question.id)
def test_the_first_matter_of_an_answer_leads(question: Question) -> None:
    for option in question.options:
        if option.matter_codes:
            found = JURISDICTION.answer(question.id, option.number)
            assert found.matters[0].code == option.matter_codes[0]


def test_a_village_never_leaves_a_matter_without_a_body() -> None:
    for kind in VillageKind:
        village = Village(
            code="35.10.99.2001",
            name="Contoh",
            kind=kind,
            district_code="35.10.99",
            district="Contoh",
            latitude=-8.2,
            longitude=114.3,
        )
        for matter in base().matters:
            found = JURISDICTION.assess("", NOTHING, village=village, chosen_matter=matter.code)
            if found.verdict:
                check(found.verdict)
