"""What must hold in the jurisdiction base before anybody is told whose job something is.

A wrong reference or a half-written record would surface in front of a waiting citizen; it is refused at load.
The reasons are codes: `console/wording.py` has their sentences.
"""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from console.domain.base import JurisdictionBase
from console.domain.level import Level
from console.domain.matter import Matter, Option, Procedure, Question
from console.domain.problems import Problem, ProblemCode
from console.domain.region import VillageKind

_VERSION: Final = re.compile(r"\d{4}\.\d{1,2}\.\d{1,3}")
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")  # `fromisoformat` takes other shapes of ISO 8601 too
_FEWEST_OPTIONS: Final = 2


class BaseFault(StrEnum):
    """Why a record is refused; `Broken.detail` names the field, value or code meant."""

    UNREADABLE = "unreadable"  # detail: what the parser says; record: line:column
    MISSING_FILE = "missing-file"
    MISSING_FIELD = "missing-field"
    UNKNOWN_FIELD = "unknown-field"
    WRONG_TYPE = "wrong-type"
    UNKNOWN_VALUE = "unknown-value"  # a level, confidence or village kind that does not exist
    EMPTY = "empty"
    DUPLICATE = "duplicate"
    UNKNOWN_REFERENCE = "unknown-reference"
    ONE_SIDED = "one-sided"  # matter and procedure, or answer and matter, do not name each other
    LEVEL_CONFLICT = "level-conflict"  # the responsible body belongs to another level than the matter
    SUPERSEDED = "superseded"  # a matter names a deadline that no longer holds
    TOO_FEW_OPTIONS = "too-few-options"
    RESERVED_OPTION = "reserved-option"  # 0 means "not known" everywhere; answers count from 1
    NOT_REGENCY = "not-regency"  # only an office of the regency checks on the spot
    NO_STEPS = "no-steps"
    NO_OPENING = "no-opening"  # step 0, the words spoken first, is missing
    NO_EXPLANATION = "no-explanation"
    BAD_DATE = "bad-date"
    HALF_SIGNED = "half-signed"  # verified_by without verified_on, or the other way round
    BAD_NUMBER = "bad-number"
    BAD_VERSION = "bad-version"


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """One fault: where (`file` relative to the base's folder, `record`), why and of what."""

    file: str
    record: str
    fault: BaseFault
    detail: str = ""

    def problem(self) -> Problem:
        """Return it as the `Problem` that refuses the base."""
        return Problem(
            ProblemCode.BASE_BROKEN,
            file=self.file,
            record=self.record,
            reason=self.fault.value,
            detail=self.detail,
        )


def check_base(base: JurisdictionBase) -> tuple[Broken, ...]:
    """Return every fault of the base, its causes before what follows from them; empty when it can be used."""
    return tuple(_faults(base))


def _faults(base: JurisdictionBase) -> Iterator[Broken]:
    yield from _check_head(base)
    yield from _check_unique(base)
    yield from _check_institutions(base)
    yield from _check_deadlines(base)
    for matter in base.matters:
        yield from _check_matter(base, matter)
    for question in base.questions:
        yield from _check_question(base, question)
    for procedure in base.procedures:
        yield from _check_procedure(base, procedure)


@dataclass(frozen=True, slots=True)
class _Record:
    """A place in the base, and the checks that many kinds of record share."""

    file: str
    name: str

    def broken(self, fault: BaseFault, detail: str = "") -> Broken:
        return Broken(file=self.file, record=self.name, fault=fault, detail=detail)

    def filled(self, **fields: str) -> Iterator[Broken]:
        for field, text in fields.items():
            if not text.strip():
                yield self.broken(BaseFault.EMPTY, field)

    def known(self, references: Iterable[str], known: Container[str]) -> Iterator[Broken]:
        for reference in references:
            if reference not in known:
                yield self.broken(BaseFault.UNKNOWN_REFERENCE, reference)

    def distinct(self, values: Iterable[object]) -> Iterator[Broken]:
        for value, times in Counter(values).items():
            if times > 1:
                yield self.broken(BaseFault.DUPLICATE, str(value))

    def signed(self, by: str, on: str) -> Iterator[Broken]:
        if bool(by.strip()) != bool(on.strip()):
            yield self.broken(BaseFault.HALF_SIGNED, "verified_by" if on.strip() else "verified_on")
        if on and not _is_date(on):
            yield self.broken(BaseFault.BAD_DATE, on)


def _is_date(text: str) -> bool:
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _check_head(base: JurisdictionBase) -> Iterator[Broken]:
    at = _Record("base.toml", base.version)
    if not _VERSION.fullmatch(base.version):
        yield at.broken(BaseFault.BAD_VERSION, base.version)
    target = _Record("base.toml", "response_target")
    yield from target.filled(source=base.response_target.source)
    if base.response_target.hours < 1:
        yield target.broken(BaseFault.BAD_NUMBER, "hours")
    for name in ("matters", "questions", "procedures", "institutions", "deadlines"):
        if not getattr(base, name):
            yield at.broken(BaseFault.EMPTY, name)


def _check_unique(base: JurisdictionBase) -> Iterator[Broken]:
    """Return codes used twice, at the later record: that one is the intruder."""
    kinds: tuple[Iterable[_Record], ...] = (
        map(_of_matter, base.matters),
        map(_of_question, base.questions),
        map(_of_procedure, base.procedures),
        (_Record("institutions.toml", body.code) for body in base.institutions),
        (_Record("deadlines.toml", deadline.id) for deadline in base.deadlines),
    )
    for records in kinds:
        seen: set[str] = set()
        for record in records:
            if record.name in seen:
                yield record.broken(BaseFault.DUPLICATE, record.name)
            seen.add(record.name)


def _check_institutions(base: JurisdictionBase) -> Iterator[Broken]:
    for body in base.institutions:
        at = _Record("institutions.toml", body.code)
        yield from at.filled(code=body.code, name=body.name, short_name=body.short_name, source=body.source)
        yield from at.signed(body.verified_by, body.verified_on)


def _check_deadlines(base: JurisdictionBase) -> Iterator[Broken]:
    for deadline in base.deadlines:
        at = _Record("deadlines.toml", deadline.id)
        held = deadline.provenance
        yield from at.filled(
            id=deadline.id,
            what=deadline.what,
            actor=deadline.actor,
            legal_basis=held.legal_basis,
            source=held.source,
        )
        yield from at.signed(held.verified_by, held.verified_on)
        if deadline.number is not None:
            yield from at.filled(unit=deadline.unit)
            if deadline.number < 1:
                yield at.broken(BaseFault.BAD_NUMBER, "number")


def _of_matter(matter: Matter) -> _Record:
    return _Record(f"matters/{matter.domain}.toml", matter.code)


def _check_matter(base: JurisdictionBase, matter: Matter) -> Iterator[Broken]:
    at = _of_matter(matter)
    held = matter.provenance
    yield from at.filled(
        code=matter.code,
        title=matter.title,
        institution_text=matter.institution_text,
        legal_basis=held.legal_basis,
        source=held.source,
    )
    yield from at.signed(held.verified_by, held.verified_on)
    yield from _check_words(at, matter)
    yield from _check_bodies(base, at, matter)
    yield from at.known(matter.question_ids, base.question_by_id)
    yield from at.known(matter.procedure_ids, base.procedure_by_id)
    yield from at.known(matter.deadline_ids, base.deadline_by_id)
    for references in (matter.question_ids, matter.procedure_ids, matter.deadline_ids):
        yield from at.distinct(references)
    for procedure_id in matter.procedure_ids:
        procedure = base.procedure_by_id.get(procedure_id)
        if procedure and matter.code not in procedure.matter_codes:
            yield at.broken(BaseFault.ONE_SIDED, procedure_id)
    for deadline_id in matter.deadline_ids:
        deadline = base.deadline_by_id.get(deadline_id)
        if deadline and deadline.superseded:
            yield at.broken(BaseFault.SUPERSEDED, deadline_id)


def _check_words(at: _Record, matter: Matter) -> Iterator[Broken]:
    if not matter.keywords:
        yield at.broken(BaseFault.EMPTY, "keywords")
    if not matter.explanation:
        yield at.broken(BaseFault.NO_EXPLANATION)
    for field, lines in (
        ("keywords", matter.keywords),
        ("explanation", matter.explanation),
        ("sentences", matter.sentences),
    ):
        if any(not line.strip() for line in lines):
            yield at.broken(BaseFault.EMPTY, field)
        yield from at.distinct(lines)


def _check_bodies(base: JurisdictionBase, at: _Record, matter: Matter) -> Iterator[Broken]:
    yield from at.known((matter.institution_code,), base.institution_by_code)
    body = base.institution_by_code.get(matter.institution_code)
    if body and body.level is not matter.level:
        yield at.broken(BaseFault.LEVEL_CONFLICT, f"{matter.institution_code}: {body.level}")
    yield from at.known((other.institution_code for other in matter.alternatives), base.institution_by_code)
    yield from at.known((other.institution_code for other in matter.involved), base.institution_by_code)
    yield from at.distinct(
        (matter.institution_code, *(other.institution_code for other in matter.alternatives))
    )
    yield from at.distinct((matter.institution_code, *(other.institution_code for other in matter.involved)))
    for involved in matter.involved:
        yield from at.filled(role=involved.role)
    for alternative in matter.alternatives:
        if not alternative.village_kind:
            yield from at.filled(when=alternative.when)
        elif alternative.village_kind not in set(VillageKind):
            yield at.broken(BaseFault.UNKNOWN_VALUE, alternative.village_kind)


def _of_question(question: Question) -> _Record:
    return _Record(f"questions/{question.domain}.toml", question.id)


def _check_question(base: JurisdictionBase, question: Question) -> Iterator[Broken]:
    at = _of_question(question)
    yield from at.filled(id=question.id, text=question.text)
    yield from at.signed(question.verified_by, question.verified_on)
    yield from at.known((question.unknown_institution,), base.institution_by_code)
    body = base.institution_by_code.get(question.unknown_institution)
    if body and body.level is not Level.PEMKAB:
        yield at.broken(BaseFault.NOT_REGENCY, question.unknown_institution)
    if len(question.options) < _FEWEST_OPTIONS:
        yield at.broken(BaseFault.TOO_FEW_OPTIONS, str(len(question.options)))
    yield from at.distinct(option.number for option in question.options)
    for option in question.options:
        yield from _check_option(base, at, question.id, option)


def _check_option(base: JurisdictionBase, at: _Record, question_id: str, option: Option) -> Iterator[Broken]:
    if option.number == 0:
        yield at.broken(BaseFault.RESERVED_OPTION, option.text)
    elif option.number < 0:
        yield at.broken(BaseFault.BAD_NUMBER, str(option.number))
    yield from at.filled(text=option.text, source=option.source)
    yield from at.known(option.matter_codes, base.matter_by_code)
    yield from at.distinct(option.matter_codes)
    for code in option.matter_codes:
        matter = base.matter_by_code.get(code)
        if matter and question_id not in matter.question_ids:
            yield at.broken(BaseFault.ONE_SIDED, code)


def _of_procedure(procedure: Procedure) -> _Record:
    return _Record(f"procedures/{procedure.id}.toml", procedure.id)


def _check_procedure(base: JurisdictionBase, procedure: Procedure) -> Iterator[Broken]:
    at = _of_procedure(procedure)
    yield from at.filled(id=procedure.id, title=procedure.title)
    yield from at.known(procedure.matter_codes, base.matter_by_code)
    yield from at.distinct(procedure.matter_codes)
    for code in procedure.matter_codes:
        matter = base.matter_by_code.get(code)
        if matter and procedure.id not in matter.procedure_ids:
            yield at.broken(BaseFault.ONE_SIDED, code)
    if not procedure.explanation.strip():
        yield at.broken(BaseFault.NO_OPENING)
    if not procedure.steps:
        yield at.broken(BaseFault.NO_STEPS)
    yield from at.distinct(step.number for step in procedure.steps)
    for step in procedure.steps:
        held = step.provenance
        yield from at.filled(who=step.who, text=step.text, legal_basis=held.legal_basis, source=held.source)
        if step.number < 1:
            yield at.broken(BaseFault.BAD_NUMBER, str(step.number))
    if procedure.steps:  # the signature stands once per procedure and is the same on every step
        held = procedure.steps[0].provenance
        yield from at.signed(held.verified_by, held.verified_on)
