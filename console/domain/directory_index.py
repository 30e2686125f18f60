"""The directory's search: every word, in any order, begun or misspelled, at typing speed.

The database only stores contacts; this index finds them, with the same results over SQLite and PostgreSQL.
It is built and asked on one lane (it is not safe to ask while it changes).
"""

from collections.abc import Callable, Iterable
from itertools import islice
from uuid import UUID

from console.domain.contact import Contact, ContactHit
from console.domain.directory.documents import Background
from console.domain.directory.query import typed_words
from console.domain.directory.searching import Search
from console.domain.directory.shelves import Shelves
from console.domain.level import Level


class DirectoryIndex:
    """Contacts findable by name, position, institution, topic, place and number."""

    def __init__(self, contacts: Iterable[Contact], background: Background) -> None:
        self._shelves = Shelves(contacts, background)

    def __len__(self) -> int:
        return len(self._shelves)

    def contacts(self) -> Iterable[Contact]:
        """Return all contacts, institution by institution, in escalation order."""
        shelves = self._shelves
        return (contact for row in shelves.ladder.escalation() if (contact := shelves.contacts[row]))

    def replace(self, contact: Contact) -> None:
        """Add the contact, or put it in the place of the one with its id."""
        self._shelves.replace(contact)

    def remove(self, contact_id: UUID) -> None:
        """Forget the contact; unknown ids are fine."""
        self._shelves.remove(contact_id)

    def search(
        self, query: str, limit: int = 50, level: Level | None = None, institution: str | None = None
    ) -> tuple[ContactHit, ...]:
        """Return the best matches of a level or institution, best first; scores lie in 0…1.

        An empty query returns the first contacts of every institution's chain. Any text is harmless.
        """
        shelves = self._shelves
        passes = _filter(shelves, level, institution) if level or institution else None
        words = typed_words(query, shelves.background.search_words.ignored)
        if words:
            return Search(shelves, limit, passes).hits(words)
        rows = shelves.ladder.escalation()
        first = islice(rows if passes is None else filter(passes, rows), max(limit, 0))
        contacts = (shelves.contacts[row] for row in first)
        return tuple(ContactHit(contact=contact, score=0.0, because=()) for contact in contacts if contact)


def _filter(shelves: Shelves, level: Level | None, institution: str | None) -> Callable[[int], bool]:
    def passes(row: int) -> bool:
        contact = shelves.contacts[row]
        if contact is None or (institution and contact.institution_code != institution):
            return False
        return level is None or shelves.background.level(contact) is level

    return passes
