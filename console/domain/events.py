"""What changed, in the past tense; screens decide whether it concerns them."""

from dataclasses import dataclass
from enum import StrEnum


class Topic(StrEnum):
    """A kind of stored thing."""

    COMPLAINTS = "complaints"
    CONTACTS = "contacts"
    DRAFTS = "drafts"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class Changed:
    """Topics touched by one commit, and who caused it (an object identity the initiator can recognise)."""

    topics: frozenset[Topic]
    initiator: object | None = None
