"""What the guide page asks the house for, on the data lane: lines, domains and sheets; no Qt here."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from console.domain.base import JurisdictionBase
from console.domain.directory.words import fold, words_of
from console.domain.legal_basis import laws_only
from console.domain.level import Confidence
from console.domain.matter import Deadline, Matter, Procedure, Question
from console.domain.verdicts import VerdictBuilder
from console.i18n import translate as _
from console.ui.backstage import Backstage
from console.ui.widgets.domain_list import DomainLine
from console.ui.widgets.guide_values import (
    AnswerView,
    GuideId,
    GuideKind,
    GuideLine,
    GuideLink,
    GuideSheetValue,
    MatterSheetValue,
    OtherBody,
    ProcedureSheetValue,
    QuestionView,
)
from console.ui.widgets.matter_sheet import domain_title

_REASONS = 3  # everyday words shown under a line that its title does not explain


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideQuery:
    """What is looked for; an empty `domain` means all."""

    kind: GuideKind = GuideKind.MATTER
    text: str = ""
    domain: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideAnswer:
    """The lines found, and for every domain how many of all hits belong to it."""

    query: GuideQuery
    lines: tuple[GuideLine, ...]
    domains: tuple[DomainLine, ...]


def find_in_guide(backstage: Backstage, query: GuideQuery) -> GuideAnswer:
    """Return the matters or procedures for a query, best first."""
    if query.kind is GuideKind.MATTER:
        return _matters(backstage, query)
    return _procedures(backstage, query)


def guide_sheet(backstage: Backstage, wanted: GuideId) -> GuideSheetValue:
    """Return a sheet; `Problem` UNKNOWN_MATTER for a matter that does not exist."""
    if wanted.kind is GuideKind.MATTER:
        return _matter_sheet(backstage, backstage.base.matter(wanted.code))
    return _procedure_sheet(backstage, backstage.base.procedure_by_id[wanted.code])


def named_in(backstage: Backstage, text: str) -> GuideId | None:
    """Return what a code names, None when `text` is no code."""
    code = text.strip().upper()
    if code in backstage.base.matter_by_code:
        return GuideId(GuideKind.MATTER, code)
    return GuideId(GuideKind.PROCEDURE, code) if code in backstage.base.procedure_by_id else None


def _matters(backstage: Backstage, query: GuideQuery) -> GuideAnswer:
    found = backstage.catalogue.matters(query.text)
    typed = tuple(words_of(query.text))
    lines = tuple(
        _matter_line(matter, typed) for matter in found if not query.domain or matter.domain == query.domain
    )
    counts = Counter(matter.domain for matter in found)
    return GuideAnswer(query=query, lines=lines, domains=_domains(backstage, counts, query, len(found)))


def _matter_line(matter: Matter, typed: tuple[str, ...]) -> GuideLine:
    return GuideLine(
        id=GuideId(GuideKind.MATTER, matter.code),
        title=matter.title,
        level=matter.level,
        remark=f"{matter.code} · {domain_title(matter.domain)}",
        why=_why(matter, typed),
        typed=typed,
    )


def _why(matter: Matter, typed: Sequence[str]) -> str:
    """Return the everyday words behind a hit that the title alone does not explain."""
    title = words_of(matter.title)
    unexplained = [word for word in typed if not any(own.startswith(word) for own in title)]
    if not unexplained:
        return ""
    said = [
        keyword
        for keyword in matter.keywords
        if any(own.startswith(word) for word in unexplained for own in fold(keyword).split())
    ]
    return " · ".join(said[:_REASONS])


def _procedures(backstage: Backstage, query: GuideQuery) -> GuideAnswer:
    base = backstage.base
    found = [(one, _domains_of(one, base)) for one in backstage.catalogue.procedures(query.text)]
    typed = tuple(words_of(query.text))
    lines = tuple(
        _procedure_line(one, typed) for one, domains in found if not query.domain or query.domain in domains
    )
    counts = Counter(domain for _one, domains in found for domain in domains)
    return GuideAnswer(query=query, lines=lines, domains=_domains(backstage, counts, query, len(found)))


def _procedure_line(procedure: Procedure, typed: tuple[str, ...]) -> GuideLine:
    steps = _("{count} steps").format(count=len(procedure.steps))
    remark = " · ".join(part for part in (procedure.id, steps, procedure.cost) if part)
    return GuideLine(
        id=GuideId(GuideKind.PROCEDURE, procedure.id), title=procedure.title, remark=remark, typed=typed
    )


def _domains_of(procedure: Procedure, base: JurisdictionBase) -> frozenset[str]:
    known = base.matter_by_code
    return frozenset(known[code].domain for code in procedure.matter_codes if code in known)


def _domains(
    backstage: Backstage, counts: Counter[str], query: GuideQuery, total: int
) -> tuple[DomainLine, ...]:
    """Return the domains with hits, and the one chosen even without."""
    shown = (name for name in backstage.catalogue.domains() if counts[name] or name == query.domain)
    return (
        DomainLine("", _("All domains"), total),
        *(DomainLine(name, domain_title(name), counts[name]) for name in shown),
    )


def _matter_sheet(backstage: Backstage, matter: Matter) -> MatterSheetValue:
    base = backstage.base
    # The verdict of the matter itself: routing would first ask the question that may lead away from it.
    verdict = VerdictBuilder(base).decided(matter, village=None, further=(), note="")
    return MatterSheetValue(
        matter=matter,
        institution=verdict.institution,
        legal_basis=verdict.legal_basis,
        confidence=verdict.confidence,
        source=verdict.source,
        unverified=verdict.unverified,
        response_hours=verdict.response_hours,
        explanation=verdict.explanation,
        alternatives=tuple(
            _other(base, other.institution_code, other.when or _place_words(other.village_kind))
            for other in matter.alternatives
        ),
        involved=tuple(
            OtherBody(name=body.institution.name, role=body.role, level=body.institution.level)
            for body in verdict.involved
        ),
        deadlines=tuple(_fit_deadline(deadline) for deadline in verdict.deadlines),
        questions=tuple(_question(base, base.question(one)) for one in matter.question_ids),
        procedures=tuple(
            GuideLink(id=GuideId(GuideKind.PROCEDURE, one.id), title=one.title)
            for one in backstage.catalogue.procedures_of(matter.procedure_ids)
        ),
    )


def _fit_deadline(deadline: Deadline) -> Deadline:
    held = deadline.provenance
    basis = fit_to_show(held.legal_basis, held.confidence)
    return replace(deadline, provenance=replace(held, legal_basis=basis))


def _place_words(village_kind: str) -> str:
    return _("the place is a {kind}").format(kind=village_kind)


def _other(base: JurisdictionBase, code: str, role: str) -> OtherBody:
    institution = base.institution(code)
    return OtherBody(name=institution.name, role=role, level=institution.level)


def _question(base: JurisdictionBase, question: Question) -> QuestionView:
    office = base.institution_by_code.get(question.unknown_institution)
    return QuestionView(
        text=question.text,
        answers=tuple(
            AnswerView(
                number=option.number,
                text=option.text,
                how_to_tell=option.how_to_tell,
                leads_to=_matter_links(base, option.matter_codes),
            )
            for option in question.options
        ),
        unknown_office=office.name if office else "",
    )


def _matter_links(base: JurisdictionBase, codes: Iterable[str]) -> tuple[GuideLink, ...]:
    known = base.matter_by_code
    return tuple(
        GuideLink(id=GuideId(GuideKind.MATTER, code), title=known[code].title, level=known[code].level)
        for code in codes
        if code in known
    )


def _procedure_sheet(backstage: Backstage, procedure: Procedure) -> ProcedureSheetValue:
    facts = [step.provenance for step in procedure.steps]
    weakest = max((fact.confidence for fact in facts), key=list(Confidence).index, default=Confidence.LOW)
    shared = {fact.legal_basis for fact in facts}
    one_for_all = len(shared) == 1
    return ProcedureSheetValue(
        procedure=procedure,
        legal_basis=fit_to_show(shared.pop(), weakest) if one_for_all else "",
        step_bases=tuple(
            "" if one_for_all else fit_to_show(fact.legal_basis, fact.confidence) for fact in facts
        ),
        confidence=weakest,
        unverified=not all(fact.verified_on for fact in facts),
        matters=_matter_links(backstage.base, procedure.matter_codes),
    )


def fit_to_show(legal_basis: str, confidence: Confidence) -> str:
    """Return a legal basis with its article numbers only where somebody has read them."""
    return legal_basis if confidence is Confidence.HIGH else laws_only(legal_basis)
