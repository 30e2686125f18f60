"""What the guide shows, as plain values: lines of its lists and the sheets of a matter and a procedure."""

from dataclasses import dataclass
from enum import StrEnum

from console.domain.institution import Institution
from console.domain.level import Confidence, Level
from console.domain.matter import Deadline, Matter, Procedure


class GuideKind(StrEnum):
    """The two things the guide holds."""

    MATTER = "matter"
    PROCEDURE = "procedure"


@dataclass(frozen=True, slots=True)
class GuideId:
    """What a line or a link leads to."""

    kind: GuideKind
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideLine:
    """One line of a list. `remark` stands beside the code; `why` are everyday words that led here."""

    id: GuideId
    title: str
    level: Level | None = None
    remark: str = ""
    why: str = ""
    typed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideLink:
    """A line that leads to another sheet."""

    id: GuideId
    title: str
    level: Level | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherBody:
    """Another body with what it does, or when it is the responsible one."""

    name: str
    role: str
    level: Level | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """An answer to a question, how to tell it, and where it leads."""

    number: int
    text: str
    how_to_tell: str
    leads_to: tuple[GuideLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """A question with its answers; `unknown_office` checks when nobody knows."""

    text: str
    answers: tuple[AnswerView, ...]
    unknown_office: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterSheetValue:
    """A matter with everything the base says of it. `legal_basis` is already fit to be shown."""

    matter: Matter
    institution: Institution
    legal_basis: str
    confidence: Confidence
    source: str
    unverified: bool
    response_hours: int
    explanation: tuple[str, ...]
    alternatives: tuple[OtherBody, ...]
    involved: tuple[OtherBody, ...]
    deadlines: tuple[Deadline, ...]
    questions: tuple[QuestionView, ...]
    procedures: tuple[GuideLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureSheetValue:
    """A procedure. `legal_basis` is that of all steps when they share one; else each of `step_bases` counts.

    Both are already fit to be shown; `confidence` is that of the weakest step.
    """

    procedure: Procedure
    legal_basis: str
    step_bases: tuple[str, ...]
    confidence: Confidence
    unverified: bool
    matters: tuple[GuideLink, ...]


GuideSheetValue = MatterSheetValue | ProcedureSheetValue
