"""``konsol jurisdiction`` and ``konsol answer``: whose job is it, on the terminal."""

import sys
from argparse import Namespace
from dataclasses import replace
from typing import Any

from console.bootstrap import Composition
from console.commands.output import input_lines, print_json, print_line
from console.domain.assessment import Assessment, Emergency, Outcome, Verdict
from console.domain.matter import Option, Question
from console.i18n import translate as _
from console.wording import level_title, word


def jurisdiction(composition: Composition, arguments: Namespace) -> None:
    """Judge one text, or each line of stdin as one JSON object per line, in order."""
    routing = composition.routing
    if arguments.text == "-":
        for line in input_lines(sys.stdin):
            print_json(assessment_document(routing.assess(line)) | {"text": line})
        return
    show(replace(routing.assess(arguments.text), text=arguments.text), as_json=arguments.json)


def answer(composition: Composition, arguments: Namespace) -> None:
    """Say what follows from an answer."""
    show(composition.routing.answer(arguments.question, arguments.option), as_json=arguments.json)


def show(assessment: Assessment, *, as_json: bool) -> None:
    """Print an assessment as a document or as words."""
    if as_json:
        print_json(assessment_document(assessment))
        return
    for line in assessment_lines(assessment):
        print_line(line)


def assessment_document(assessment: Assessment) -> dict[str, Any]:
    """Return the assessment as the command line's contract words it."""
    return {
        "text": assessment.text,
        "outcome": assessment.outcome.value,
        "emergency": _emergency(assessment.emergency),
        "matters": [
            {
                "code": matter.code,
                "title": matter.title,
                "level": matter.level.value,
                "score": round(matter.score, 4),
                "because": list(matter.because),
            }
            for matter in assessment.matters
        ],
        "question": _question(assessment.question),
        "verdict": _verdict(assessment.verdict),
    }


def _emergency(emergency: Emergency | None) -> dict[str, Any] | None:
    if emergency is None:
        return None
    return {
        "kind": emergency.kind,
        "services": [{"name": service.name, "number": service.number} for service in emergency.services],
        "ask": list(emergency.ask),
        "because": list(emergency.because),
    }


def _question(question: Question | None) -> dict[str, Any] | None:
    if question is None:
        return None
    return {
        "id": question.id,
        "text": question.text,
        "options": [_option(option) for option in question.options],
    }


def _option(option: Option) -> dict[str, Any]:
    return {
        "option": option.number,
        "text": option.text,
        "how_to_tell": option.how_to_tell,
        "matters": list(option.matter_codes),
    }


def _verdict(verdict: Verdict | None) -> dict[str, Any] | None:
    if verdict is None:
        return None
    return {
        "matter": verdict.matter_code,
        "title": verdict.matter_title,
        "level": verdict.level.value,
        "institution": verdict.institution.name,
        "institution_code": verdict.institution.code,
        "legal_basis": verdict.legal_basis,
        "confidence": verdict.confidence.value,
        "source": verdict.source,
        "involved": [
            {
                "institution": body.institution.name,
                "institution_code": body.institution.code,
                "level": body.institution.level.value,
                "role": body.role,
            }
            for body in verdict.involved
        ],
        "explanation": list(verdict.explanation),
        "procedure": verdict.procedure_ids[0] if verdict.procedure_ids else None,
        "procedures": list(verdict.procedure_ids),
        "deadlines": [deadline_words(verdict, index) for index in range(len(verdict.deadlines))],
        "response_hours": verdict.response_hours,
        "note": verdict.note,
        "verification": verdict.verification,
        "verified": not verdict.unverified,
        "base_version": verdict.base_version,
    }


def deadline_words(verdict: Verdict, index: int) -> str:
    """Return one deadline of a verdict in a line."""
    deadline = verdict.deadlines[index]
    number = f"{deadline.number} " if deadline.number is not None else ""
    return f"{deadline.what}: {number}{deadline.unit} ({deadline.day_type})"


def assessment_lines(assessment: Assessment) -> list[str]:
    """Return the assessment in words for the terminal."""
    lines: list[str] = []
    if assessment.emergency is not None:
        numbers = ", ".join(f"{service.number} {service.name}" for service in assessment.emergency.services)
        lines += [_("EMERGENCY: {numbers}").format(numbers=numbers)]
        lines += [f"  - {question}" for question in assessment.emergency.ask]
    for matter in assessment.matters:
        because = ", ".join(matter.because)
        lines.append(
            f"{matter.code}  {matter.title}  [{word(matter.level)}]  {matter.score:.2f}  ({because})"
        )
    if assessment.question is not None:
        lines += _question_lines(assessment.question)
    if assessment.verdict is not None:
        lines += _verdict_lines(assessment.verdict)
    if assessment.outcome is Outcome.NONE:
        lines.append(_("No matter recognised. Ask the citizen to tell more, or choose a matter by hand."))
    return lines


def _question_lines(question: Question) -> list[str]:
    asked = [f"{question.id}  {question.text}"]
    for option in question.options:
        hint = f"  ({option.how_to_tell})" if option.how_to_tell else ""
        asked.append(f"  {option.number}. {option.text}{hint}")
    return [*asked, f"  0. {_('Not known')}"]


def _verdict_lines(verdict: Verdict) -> list[str]:
    sign = "" if not verdict.unverified else f" · {_('not yet verified by the legal bureau')}"
    lines = [
        level_title(verdict.level),
        f"{verdict.institution.name} ({verdict.institution.code})",
        f"{verdict.legal_basis} · {word(verdict.confidence)}{sign}",
    ]
    lines += [f"  + {body.institution.name}: {body.role}" for body in verdict.involved]
    return lines + [f"  “{sentence}”" for sentence in verdict.explanation]
