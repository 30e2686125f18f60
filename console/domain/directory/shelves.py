"""Where the index keeps its contacts: one row each, and for every word the rows and subjects it leads to."""

from array import array
from bisect import bisect_left, insort
from collections.abc import Iterable
from itertools import chain
from typing import Final
from uuid import UUID

from console.domain.contact import Contact, Rank
from console.domain.directory.documents import Background, Document, Field
from console.domain.directory.numbers import Numbers
from console.domain.directory.vocabulary import Vocabulary
from console.domain.level import Level

# Equal matches: who can act stands before who decides, and a person before a public number.
_RANKS: Final = {rank: place for place, rank in enumerate(Rank)}
_OWN_FIELDS: Final = (Field.NAMED, Field.NAMED_SHORT, Field.DIRECT, Field.DIRECT_LIKE)
_LIKE: Final = frozenset({Field.DIRECT_LIKE, Field.INHERITED_LIKE})
_FIELD_BITS: Final = 3
_FIELD_MASK: Final = (1 << _FIELD_BITS) - 1
_END_BITS: Final = 20  # a row's text ends below one million characters
_END_MASK: Final = (1 << _END_BITS) - 1
_LONGEST_TEXT: Final = 100_000

Place = tuple[int, str, int, str, str]


class Shelves:
    """Rows, postings and vocabulary. A row's number stays the contact's until the contact is removed."""

    def __init__(self, contacts: Iterable[Contact], background: Background) -> None:
        self.background = background
        self.contacts: list[Contact | None] = []
        self.levels: list[Level | None] = []
        self.texts: list[str] = []
        self.subjects: list[tuple[int, ...]] = []
        self.numbers = Numbers()
        self.named: dict[str, array[int]] = {}
        self.topical: dict[str, array[int]] = {}
        self.subject_rows: list[array[int]] = []
        self.subject_keys: list[str] = []
        self.subject_words: dict[str, array[int]] = {}
        self._ends: list[int] = []
        self._subject_ids: dict[str, int] = {}
        self._row_of: dict[UUID, int] = {}
        self._free: list[int] = []
        self._order: list[tuple[Place, int]] = []
        self._places: list[int] | None = None
        self._guessed: set[str] = set()
        self.vocabulary = Vocabulary()
        for contact in contacts:
            self._put(contact)
        self._order.sort()
        words = chain(self.named, self.topical, self.subject_words)
        self.vocabulary = Vocabulary(words, guessed=self._guessed)

    def __len__(self) -> int:
        return len(self._row_of)

    def replace(self, contact: Contact) -> None:
        """Add the contact, or put it in the place of the one with its id."""
        self.remove(contact.id)
        row = self._put(contact)
        insort(self._order, self._order.pop())
        for word, field in self.background.own(contact).document.items():
            self.vocabulary.add(word, guessed=self._is_guess(word, field))
        for subject in self.subjects[row]:
            document = self.background.subject(self.subject_keys[subject]).document
            for word, field in document.items():
                self.vocabulary.add(word, guessed=self._is_guess(word, field))

    def remove(self, contact_id: UUID) -> None:
        """Forget the contact; unknown ids are fine."""
        row = self._row_of.pop(contact_id, None)
        contact = self.contacts[row] if row is not None else None
        if row is None or contact is None:
            return
        for word, field in self.background.own(contact).document.items():
            self._postings(field)[word].remove(row)
        for subject in self.subjects[row]:
            self.subject_rows[subject].remove(row)
        place = (_place(contact), row)
        del self._order[bisect_left(self._order, place)]
        self._places = None
        self.contacts[row], self.levels[row], self.texts[row], self.subjects[row] = None, None, "", ()
        self.numbers.put(row, "")
        self._free.append(row)

    def field_at(self, row: int, at: int) -> Field:
        """Return the field in which position `at` of the row's text lies."""
        ends = self._ends[row]
        for field in _OWN_FIELDS[:-1]:
            if at < (ends & _END_MASK):
                return field
            ends >>= _END_BITS
        return Field.DIRECT_LIKE

    def subject_matches(self, word: str) -> Iterable[tuple[int, Field]]:
        """Return the subjects whose words hold `word`, and where."""
        return (
            (packed >> _FIELD_BITS, Field(packed & _FIELD_MASK))
            for packed in self.subject_words.get(word, ())
        )

    def places(self) -> list[int]:
        """Return for every row its place among equal matches."""
        if self._places is None:
            self._places = [0] * len(self.contacts)
            for place, (_key, row) in enumerate(self._order):
                self._places[row] = place
        return self._places

    def _put(self, contact: Contact) -> int:
        row = self._new_row(contact)
        own = self.background.own(contact).document
        pieces: tuple[list[str], ...] = ([], [], [], [])
        for word, field in own.items():
            pieces[field].append(word)
            self._post(self._postings(field), word, row)
            self._notice(word, field)
        self._write(row, pieces)
        self.levels[row] = self.background.level(contact)
        self.subjects[row] = tuple(self._subject(key) for key in self.background.subjects(contact))
        for subject in self.subjects[row]:
            self.subject_rows[subject].append(row)
        self.numbers.put(row, contact.phone)
        self._order.append((_place(contact), row))
        self._places = None
        return row

    def _new_row(self, contact: Contact) -> int:
        if self._free:
            row = self._free.pop()
            self.contacts[row] = contact
        else:
            row = len(self.contacts)
            self.contacts.append(contact)
            self.levels.append(None)
            self.texts.append("")
            self.subjects.append(())
            self._ends.append(0)
        self._row_of[contact.id] = row
        return row

    def _write(self, row: int, pieces: tuple[list[str], ...]) -> None:
        text, ends = " ", 0
        for number, words in enumerate(pieces):
            if words and len(text) < _LONGEST_TEXT:
                text += " ".join(words) + " "
            ends |= (len(text) - 1) << (number * _END_BITS)
        self.texts[row], self._ends[row] = text, ends

    def _subject(self, key: str) -> int:
        known = self._subject_ids.get(key)
        if known is None:
            known = self._subject_ids[key] = len(self.subject_rows)
            self.subject_rows.append(array("I"))
            self.subject_keys.append(key)
            self._describe(known, self.background.subject(key).document)
        return known

    def _describe(self, subject: int, document: Document) -> None:
        for word, field in document.items():
            self._post(self.subject_words, word, subject << _FIELD_BITS | field)
            self._notice(word, field)

    def _notice(self, word: str, field: Field) -> None: ...

    def _postings(self, field: Field) -> dict[str, "array[int]"]:
        return self.named if field <= Field.NAMED_SHORT else self.topical

    @staticmethod
    def _post(postings: dict[str, "array[int]"], word: str, value: int) -> None:
        held = postings.get(word)
        if held is None:
            postings[word] = array("I", (value,))
        else:
            held.append(value)


def _place(contact: Contact) -> Place:
    return (
        _RANKS[contact.rank],
        contact.institution_code,
        contact.order,
        contact.name.casefold(),
        str(contact.id),
    )
