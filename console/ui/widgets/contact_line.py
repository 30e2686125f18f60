"""What the directory shows of a contact, already in words: widgets draw it and look nothing up."""

from dataclasses import dataclass

from console.domain.contact import Contact
from console.domain.level import Level
from console.ui.tokens import Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactLine:
    """One contact as a line. `number` is the form people here read, `level` None for an unknown office.

    `typed` are the words searched for and `because` what they matched, both folded: see `matched_parts`.
    `freshness` says how far the number can be trusted, `freshness_short` the same where the rest of the
    line already says that it is a public number.
    """

    contact: Contact
    level: Level | None
    office: str
    office_short: str
    number: str
    freshness: str
    freshness_short: str
    freshness_tone: Tone = Tone.MUTED
    typed: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    chat: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactDetail:
    """Everything about a contact: the line, and what had to be looked up for it.

    `chain` holds the contacts of the same office in the order in which they are asked.
    """

    line: ContactLine
    topics: tuple[str, ...]
    areas: tuple[str, ...]
    confirmed: str
    answered: str
    valid_until: str
    chain: tuple[ContactLine, ...]
