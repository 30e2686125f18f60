"""The jurisdiction base as TOML files, one per domain: a change by the legal bureau reads as a diff."""

from collections.abc import Callable, Iterator
from functools import partial
from importlib.resources.abc import Traversable
from typing import TypeVar

from console.adapters.records import Record, file_names, read_record
from console.domain.base import JurisdictionBase
from console.domain.base_check import BaseFault, check_base
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
from resources import resource

_Value = TypeVar("_Value")


def load_base(folder: Traversable | None = None) -> JurisdictionBase:
    """Return the base in `folder` (the shipped one by default), or raise `Problem` BASE_BROKEN."""
    base = read_base(folder)
    for broken in check_base(base):
        raise broken.problem()
    return base


def read_base(folder: Traversable | None = None) -> JurisdictionBase:
    """Return the base as it stands in `folder`, readable but not yet checked; see `check_base`."""
    root = resource("jurisdiction") if folder is None else folder
    head = read_record(root, "base.toml")
    version, target = head.text("version"), _response_target(head.table("response_target"))
    head.end()
    return JurisdictionBase(
        version=version,
        matters=tuple(_matters(root)),
        questions=tuple(_questions(root)),
        procedures=tuple(_procedures(root)),
        institutions=tuple(_from_file(root, "institutions.toml", "institution", "code", _institution)),
        deadlines=tuple(_from_file(root, "deadlines.toml", "deadline", "id", _deadline)),
        response_target=target,
    )


def _from_file(
    root: Traversable, file: str, kind: str, key: str, build: Callable[[Record], _Value]
) -> Iterator[_Value]:
    whole = read_record(root, file)
    yield from map(build, whole.named_tables(kind, key))
    whole.end()


def _stem(file: str) -> str:
    return file.rsplit("/", 1)[-1].removesuffix(".toml")


def _matters(root: Traversable) -> Iterator[Matter]:
    files = file_names(root, "matters")
    domains = {_stem(file) for file in files}
    for part in ("explanations", "sentences"):
        for file in file_names(root, part):
            if _stem(file) not in domains:
                read_record(root, file).refuse(BaseFault.UNKNOWN_REFERENCE, _stem(file))
    for domain in sorted(domains):
        explanations = _spoken(root, f"explanations/{domain}.toml")
        sentences = _spoken(root, f"sentences/{domain}.toml")
        build = partial(_matter, domain=domain, explanations=explanations, sentences=sentences)
        yield from _from_file(root, f"matters/{domain}.toml", "matter", "code", build)
        for spoken in (explanations, sentences):
            for code in spoken.fields():
                spoken.refuse(BaseFault.UNKNOWN_REFERENCE, code)


def _spoken(root: Traversable, file: str) -> Record:
    """Return a domain's spoken lines per matter; a domain may have no file yet."""
    return read_record(root, file) if root.joinpath(file).is_file() else Record(file, "", {})


def _matter(record: Record, *, domain: str, explanations: Record, sentences: Record) -> Matter:
    code = record.text("code")
    matter = Matter(
        code=code,
        domain=domain,
        title=record.text("title"),
        level=record.choice("level", Level),
        institution_code=record.text("institution"),
        institution_text=record.text("institution_text"),
        provenance=_provenance(record),
        keywords=record.texts("keywords"),
        alternatives=tuple(map(_alternative, record.tables("alternatives"))),
        involved=tuple(map(_involved, record.tables("involved"))),
        note=record.text("note", ""),
        question_ids=record.texts("question_ids"),
        procedure_ids=record.texts("procedure_ids"),
        deadline_ids=record.texts("deadline_ids"),
        explanation=_explanation(explanations, code),
        sentences=sentences.texts(code),
    )
    record.end()
    return matter


def _explanation(explanations: Record, code: str) -> tuple[str, ...]:
    if code not in explanations.fields():
        return ()
    record = explanations.table(code)
    lines = record.texts("say")
    record.end()
    return lines


def _alternative(record: Record) -> Alternative:
    alternative = Alternative(
        institution_code=record.text("institution"),
        when=record.text("when", ""),
        village_kind=record.text("village_kind", ""),
    )
    record.end()
    return alternative


def _involved(record: Record) -> Involved:
    involved = Involved(institution_code=record.text("institution"), role=record.text("role"))
    record.end()
    return involved


def _provenance(record: Record) -> Provenance:
    return Provenance(
        legal_basis=record.text("legal_basis"),
        confidence=record.choice("confidence", Confidence),
        source=record.text("source"),
        verified_by=record.text("verified_by"),
        verified_on=record.day("verified_on"),
    )


def _questions(root: Traversable) -> Iterator[Question]:
    for file in file_names(root, "questions"):
        yield from _from_file(root, file, "question", "id", partial(_question, domain=_stem(file)))


def _question(record: Record, *, domain: str) -> Question:
    question = Question(
        id=record.text("id"),
        domain=domain,
        text=record.text("text"),
        options=tuple(map(_option, record.tables("options"))),
        unknown_institution=record.text("unknown_institution"),
        verified_by=record.text("verified_by"),
        verified_on=record.day("verified_on"),
    )
    record.end()
    return question


def _option(record: Record) -> Option:
    option = Option(
        number=record.whole("number"),
        text=record.text("text"),
        matter_codes=record.texts("matter_codes"),
        how_to_tell=record.text("how_to_tell", ""),
        confidence=record.choice("confidence", Confidence),
        source=record.text("source"),
    )
    record.end()
    return option


def _procedures(root: Traversable) -> Iterator[Procedure]:
    for file in file_names(root, "procedures"):
        yield _procedure(read_record(root, file), _stem(file))


def _procedure(record: Record, name: str) -> Procedure:
    """Return the procedure of a file; step 0 is spoken first and carries the whole's duration and cost."""
    record.name = name
    if record.text("id") != name:
        record.refuse(BaseFault.UNKNOWN_VALUE, "id")
    shared = {field: record.text(field) for field in ("legal_basis", "source", "verified_by")}
    day = record.day("verified_on")
    steps = tuple(_step(step, shared, day) for step in record.tables("step"))
    opening = next((step for step in steps if step.number == 0), None)
    procedure = Procedure(
        id=name,
        title=record.text("title"),
        matter_codes=record.texts("matter_codes"),
        explanation=opening.text if opening else "",
        documents=opening.documents if opening else "",
        duration=opening.duration if opening else "",
        cost=opening.cost if opening else "",
        steps=tuple(step for step in steps if step is not opening),
    )
    record.end()
    return procedure


def _step(record: Record, shared: dict[str, str], verified_on: str) -> Step:
    step = Step(
        number=record.whole("number"),
        who=record.text("who"),
        text=record.text("text"),
        documents=record.text("documents", ""),
        duration=record.text("duration", ""),
        cost=record.text("cost", ""),
        provenance=Provenance(
            legal_basis=shared["legal_basis"],
            confidence=record.choice("confidence", Confidence),
            source=shared["source"],
            verified_by=shared["verified_by"],
            verified_on=verified_on,
        ),
    )
    record.end()
    return step


def _institution(record: Record) -> Institution:
    institution = Institution(
        code=record.text("code"),
        name=record.text("name"),
        short_name=record.text("short_name"),
        level=record.choice("level", Level),
        kind=record.text("kind"),
        handles=record.text("handles"),
        hotline=record.text("hotline", ""),
        confidence=record.choice("confidence", Confidence),
        source=record.text("source"),
        note=record.text("note", ""),
        verified_by=record.text("verified_by"),
        verified_on=record.day("verified_on"),
    )
    record.end()
    return institution


def _deadline(record: Record) -> Deadline:
    deadline = Deadline(
        id=record.text("id"),
        what=record.text("what"),
        number=record.whole_or_none("number"),
        unit=record.text("unit", ""),
        day_type=record.text("day_type", ""),
        actor=record.text("actor"),
        provenance=_provenance(record),
        note=record.text("note", ""),
        superseded=record.flag("superseded"),
    )
    record.end()
    return deadline


def _response_target(record: Record) -> ResponseTarget:
    target = ResponseTarget(
        hours=record.whole("hours"),
        source=record.text("source"),
        confidence=record.choice("confidence", Confidence),
    )
    record.end()
    return target
