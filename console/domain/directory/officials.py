"""To whom a complaint is forwarded: who can act on this matter at this place first, then up to the head."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from console.domain.contact import Contact, Rank
from console.domain.region import Village

_RANKS: Final = {rank: place for place, rank in enumerate(Rank)}
_UNRELATED: Final = 2
_LEADERS: Final = frozenset({Rank.DEPUTY, Rank.HEAD})


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """What is to be forwarded, where and when; an empty matter or domain and no village narrow nothing."""

    matter_code: str
    domain: str
    village: Village | None
    now: datetime

    def fits(self, contact: Contact) -> bool:
        """Return whether the contact's topics name the matter or its domain.

        A deputy or head without topics answers for everything; so does anybody when no matter is known.
        """
        if not contact.topics:
            return contact.rank in _LEADERS
        return not (self.matter_code or self.domain) or self.closeness(contact) < _UNRELATED

    def closeness(self, contact: Contact) -> int:
        """Return 0 when a topic is the matter's code, 1 when one is its domain, else 2."""
        topics = {topic.casefold() for topic in contact.topics}
        if self.matter_code.casefold() in topics:
            return 0
        return 1 if self.domain.casefold() in topics else _UNRELATED

    def covers(self, contact: Contact) -> bool:
        """Return whether the contact answers for the village; without areas it does for all of them."""
        village = self.village
        if village is None or not contact.areas:
            return True
        return village.code in contact.areas or village.district_code in contact.areas

    def expired(self, contact: Contact) -> bool:
        """Return whether the contact's term of office is over."""
        return contact.valid_until is not None and contact.valid_until < self.now


def officials(
    staff: Sequence[Contact], errand: Errand, *, camat: Contact | None = None
) -> tuple[Contact, ...]:
    """Return an institution's contacts in the order in which to forward to them.

    First those for the matter and the place, technical officer up to head; then the others for the place,
    by escalation order; those whose term is over behind them. The camat stands next, for a copy. Then
    those of other places, and public numbers last: a message to them reaches nobody in particular.
    """
    people = [contact for contact in staff if contact.rank is not Rank.HOTLINE]
    numbers = sorted(
        (contact for contact in staff if contact.rank is Rank.HOTLINE), key=lambda contact: contact.order
    )
    here = [contact for contact in people if errand.covers(contact)]
    elsewhere = [contact for contact in people if not errand.covers(contact)]
    copy = [camat] if camat is not None and camat not in here else []
    if not people:
        return (*numbers, *copy)
    by_standing = sorted(here, key=lambda contact: _standing(contact, errand))
    by_order = sorted(elsewhere, key=lambda contact: _standing(contact, errand))
    return (*by_standing, *copy, *by_order, *numbers)


def camat_of(staff: Iterable[Contact], village: Village | None) -> Contact | None:
    """Return the head of the village's kecamatan out of the contacts of all kecamatan."""
    if village is None:
        return None
    heads = (contact for contact in staff if contact.rank is Rank.HEAD)
    return next((contact for contact in heads if village.district_code in contact.areas), None)


def _standing(contact: Contact, errand: Errand) -> tuple[bool, bool, int, int, int, str]:
    fits = errand.fits(contact)
    rank, closeness = (_RANKS[contact.rank], errand.closeness(contact)) if fits else (0, 0)
    return (errand.expired(contact), not fits, rank, closeness, contact.order, contact.name)
