"""What recognition and jurisdiction say about one complaint text: the values, not the rules."""

from dataclasses import dataclass
from enum import StrEnum

from console.domain.institution import Institution
from console.domain.level import Confidence, Level
from console.domain.matter import Deadline, Question


class Outcome(StrEnum):
    """VERDICT: decided. ASK: one fact is missing. NONE: nothing recognised, the agent picks by hand."""

    VERDICT = "verdict"
    ASK = "ask"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyService:
    """A service to call first, with the number the caller can dial."""

    name: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Emergency:
    """Life in danger: services in the order to call, and what to ask while help is on its way.

    `kind` names the situation (``fire``, ``drowning``…), `because` the words that gave it away.
    """

    kind: str
    services: tuple[EmergencyService, ...]
    ask: tuple[str, ...]
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedMatter:
    """A matter the text may be about; `score` in 0…1, `because` holds the words that decided."""

    code: str
    title: str
    level: Level
    score: float
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """What the words alone say, best matter first (at most 5, empty for nonsense)."""

    matters: tuple[RankedMatter, ...]
    emergency: Emergency | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InvolvedBody:
    """Another body in a verdict, resolved for display."""

    institution: Institution
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whose job it is and why. Never bare: level, body, legal basis, confidence and words for the citizen.

    `legal_basis` has its article numbers only at confidence high. `verification` is true when the fact
    that decides is unknown and `institution` checks it first (never a refusal). `note` is the fact that
    settled it, e.g. the chosen answer. `unverified` is true until the legal bureau has signed the record.
    """

    matter_code: str
    matter_title: str
    domain: str
    level: Level
    institution: Institution
    legal_basis: str
    confidence: Confidence
    source: str
    involved: tuple[InvolvedBody, ...]
    explanation: tuple[str, ...]
    procedure_ids: tuple[str, ...]
    deadlines: tuple[Deadline, ...]
    response_hours: int
    base_version: str
    note: str = ""
    verification: bool = False
    unverified: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """The whole answer for one text and the answers given so far."""

    text: str
    outcome: Outcome
    matters: tuple[RankedMatter, ...]
    emergency: Emergency | None = None
    question: Question | None = None
    verdict: Verdict | None = None
