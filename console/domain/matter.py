"""What citizens complain about and what the law says of it: matters, questions, procedures, deadlines."""

from dataclasses import dataclass

from console.domain.level import Confidence, Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a record of the base comes from; `verified_*` stay empty until the legal bureau signs."""

    legal_basis: str
    confidence: Confidence
    source: str
    verified_by: str = ""
    verified_on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Involved:
    """Another body that a matter names, with what it does there (Indonesian domain content)."""

    institution_code: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """A body responsible instead of the primary one.

    `village_kind` is ``kelurahan`` when the place alone decides; else `when` says in words what does.
    """

    institution_code: str
    when: str = ""
    village_kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One kind of complaint (perkara) with the level and body responsible first."""

    code: str
    domain: str
    title: str
    level: Level
    institution_code: str
    institution_text: str
    provenance: Provenance
    keywords: tuple[str, ...]
    alternatives: tuple[Alternative, ...] = ()
    involved: tuple[Involved, ...] = ()
    note: str = ""
    question_ids: tuple[str, ...] = ()
    procedure_ids: tuple[str, ...] = ()
    deadline_ids: tuple[str, ...] = ()
    explanation: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer; no `matter_codes` means: go on without this question. The first code leads."""

    number: int
    text: str
    matter_codes: tuple[str, ...]
    how_to_tell: str
    confidence: Confidence
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """The one fact that decides between matters.

    Option 0 ("tidak tahu") exists for every question: `unknown_institution` then checks on the spot.
    """

    id: str
    domain: str
    text: str
    options: tuple[Option, ...]
    unknown_institution: str
    verified_by: str = ""
    verified_on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a procedure: who does what, with which papers, in what time, at what cost."""

    number: int
    who: str
    text: str
    documents: str
    duration: str
    cost: str
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """How a citizen gets a thing done; `explanation` is step 0, spoken first.

    `documents`, `duration` and `cost` are those of the whole, as step 0 states them.
    """

    id: str
    title: str
    matter_codes: tuple[str, ...]
    explanation: str
    steps: tuple[Step, ...]
    documents: str = ""
    duration: str = ""
    cost: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A time limit as a law or an office states it. `superseded` ones are shown nowhere as a target."""

    id: str
    what: str
    number: int | None
    unit: str
    day_type: str
    actor: str
    provenance: Provenance
    note: str = ""
    superseded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseTarget:
    """The office's own target for the first response (hours), with where it was set."""

    hours: int
    source: str
    confidence: Confidence
