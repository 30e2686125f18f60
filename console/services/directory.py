"""Who answers for it: searching the contacts and choosing whom a complaint goes to."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from console.domain.access import Operator
from console.domain.base import JurisdictionBase
from console.domain.contact import Contact, ContactHit
from console.domain.directory.documents import Background
from console.domain.directory.officials import Errand, camat_of, officials
from console.domain.directory.search_words import SearchWords
from console.domain.directory_index import DirectoryIndex
from console.domain.level import Level
from console.domain.problems import Problem, ProblemCode
from console.domain.region import Region, Village
from console.services.ports import Clock, UnitOfWorkFactory

_KECAMATAN: Final = "PK-KEC"  # the one institution of the base that holds all 25 camat


@dataclass(frozen=True, slots=True)
class _Loaded:
    index: DirectoryIndex
    by_institution: Mapping[str, Sequence[Contact]]


class DirectoryService:
    """The directory as the database held it when first asked; `contacts_changed` makes it look again.

    Lives on the data lane: built (some 0.3 s for 10,000 contacts), asked and refreshed by one thread.
    """

    def __init__(
        self,
        *,
        unit_of_work: UnitOfWorkFactory,
        base: JurisdictionBase,
        region: Region,
        synonyms: SearchWords,
        clock: Clock,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._background = Background(base, region, synonyms)
        self._base = base
        self._clock = clock
        self._loaded: _Loaded | None = None

    def warm(self, operator: Operator) -> None:
        """Build the index now, so that the first keystroke does not."""
        self._ready(operator)

    def contacts_changed(self) -> None:
        """Forget what was read; the next question reads again. For changes made elsewhere."""
        self._loaded = None

    def search(
        self,
        operator: Operator,
        query: str,
        limit: int = 50,
        level: Level | None = None,
        institution: str | None = None,
    ) -> tuple[ContactHit, ...]:
        """Return the contacts that match every word, best first; see `DirectoryIndex.search`."""
        return self._ready(operator).index.search(query, limit, level, institution)

    def contact(self, operator: Operator, contact_id: UUID) -> Contact:
        """Return the contact as stored now, or raise `Problem` UNKNOWN_CONTACT."""
        with self._unit_of_work(operator) as work:
            found = work.contacts.by_id(contact_id)
        if found is None:
            raise Problem(ProblemCode.UNKNOWN_CONTACT, contact=str(contact_id))
        return found

    def put(self, operator: Operator, contact: Contact) -> None:
        """Store or overwrite the contact and let the search know it at once."""
        with self._unit_of_work(operator) as work:
            work.contacts.put(contact)
            stored = work.contacts.by_id(contact.id)
            work.commit("directory.put", str(contact.id))
        if self._loaded is None:
            return
        index = self._loaded.index
        if stored is not None and stored.active:
            index.replace(stored)
        else:
            index.remove(contact.id)
        self._loaded = _Loaded(index, _grouped(index.contacts()))

    def seed(self, operator: Operator, contacts: Iterable[Contact]) -> bool:
        """Fill an empty directory and return whether it was empty."""
        with self._unit_of_work(operator) as work:
            if work.contacts.count():
                return False
            work.offices.put_institutions(self._base.institutions)
            work.contacts.put_all(contacts)
            work.commit("directory.seed", self._base.version)
        self.contacts_changed()
        return True

    def officials_for(
        self,
        operator: Operator,
        institution_code: str,
        matter_code: str,
        domain: str,
        village: Village | None,
    ) -> tuple[Contact, ...]:
        """Return the institution's contacts in the order in which to forward to them.

        Right field and place first, technical officer up to head, then the others; the camat of the
        village's kecamatan for a copy. See `officials`.
        """
        staff = self._ready(operator).by_institution
        errand = Errand(matter_code=matter_code, domain=domain, village=village, now=self._clock.now())
        camat = camat_of(staff.get(_KECAMATAN, ()), village)
        return officials(staff.get(institution_code, ()), errand, camat=camat)

    def _ready(self, operator: Operator) -> _Loaded:
        if self._loaded is None:
            with self._unit_of_work(operator) as work:
                contacts = work.contacts.all()
            self._loaded = _Loaded(DirectoryIndex(contacts, self._background), _grouped(contacts))
        return self._loaded


def _grouped(contacts: Iterable[Contact]) -> Mapping[str, Sequence[Contact]]:
    groups: dict[str, list[Contact]] = defaultdict(list)
    for contact in contacts:
        groups[contact.institution_code].append(contact)
    return dict(groups)
