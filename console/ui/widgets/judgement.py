"""What the second column shows, as plain values: the assessment and the look-ups its words need."""

from dataclasses import dataclass

from console.domain.assessment import Assessment
from console.domain.matter import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """A question to ask; `unknown_office` checks on the spot when nobody knows; `roads` are hints."""

    question: Question
    unknown_office: str = ""
    roads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A question of the past and what was said to it (number 0: not known)."""

    question_id: str
    question: str
    number: int
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One answer of the engine; `question` is still open, `answered` are those that led here."""

    assessment: Assessment
    question: OpenQuestion | None = None
    answered: tuple[Answered, ...] = ()
