"""Where the index keeps its contacts: one row each, and for every word the rows and subjects it leads to."""

from array import array
from collections.abc import Iterable
from itertools import chain
from typing import Final
from uuid import UUID

from console.domain.contact import Contact
from console.domain.directory.documents import Background, Field, Own
from console.domain.directory.numbers import Numbers
from console.domain.directory.postings import Postings
from console.domain.directory.standing import Ladder
from console.domain.directory.vocabulary import Vocabulary
from console.domain.directory.words import ROOT_MARK

# A subject and the field of a word in it are one number.
FIELD_BITS: Final = 3
FIELD_MASK: Final = (1 << FIELD_BITS) - 1
_FIELDS_BEFORE_LIKE: Final = (Field.NAMED, Field.NAMED_SHORT, Field.DIRECT)
_END_BITS: Final = 20
_END_MASK: Final = (1 << _END_BITS) - 1
_LONGEST_PIECE: Final = 200_000  # characters of one field in a row's text; four of them fit `_END_BITS`


class Shelves:
    """Rows, postings and vocabulary. A row's number is the contact's until the contact is removed.

    `texts` holds a row's words between spaces, best field first: whether a word or its beginning stands in
    a row is one search in that text. `named` and `topical` lead from words to rows, `subject_words` to what
    rows share (an institution, a matter, a district).
    """

    def __init__(self, contacts: Iterable[Contact], background: Background) -> None:
        self.background = background
        self.contacts: list[Contact | None] = []
        self.texts: list[str] = []
        self.subjects: list[tuple[int, ...]] = []
        self.subject_keys: list[str] = []
        self.subject_texts: list[str] = []
        self.subject_rows: list[array[int]] = []
        self.named, self.topical, self.subject_words = Postings(), Postings(), Postings()
        self.numbers, self.ladder = Numbers(), Ladder()
        self._ends: list[int] = []
        self._subject_ids: dict[str, int] = {}
        self._row_of: dict[UUID, int] = {}
        self._free: list[int] = []
        for contact in {contact.id: contact for contact in contacts}.values():
            self._put(contact)
        self.ladder.fill((row, contact) for row, contact in enumerate(self.contacts) if contact)
        words = chain(self.named, self.topical, self.subject_words)
        self.vocabulary = Vocabulary(word for word in words if not word.startswith(ROOT_MARK))

    def __len__(self) -> int:
        return len(self._row_of)

    def replace(self, contact: Contact) -> None:
        """Add the contact, or put it in the place of the one with its id."""
        self.remove(contact.id)
        row = self._put(contact)
        self.ladder.add(row, contact)
        subjects = (self.subject_keys[subject] for subject in self.subjects[row])
        documents = (self.background.subject(key).document for key in subjects)
        for word in chain(*self.background.own(contact), *documents):
            if not word.startswith(ROOT_MARK):
                self.vocabulary.add(word)

    def remove(self, contact_id: UUID) -> None:
        """Forget the contact; unknown ids are fine."""
        row = self._row_of.get(contact_id, -1)
        contact = self.contacts[row] if row >= 0 else None
        if contact is not None:
            self.ladder.remove(row, contact)
            self._take_out(row, contact)

    def field_at(self, row: int, at: int) -> Field:
        """Return the field in which position `at` of the row's text lies."""
        ends = self._ends[row]
        for field in _FIELDS_BEFORE_LIKE:
            if at < ends & _END_MASK:
                return field
            ends >>= _END_BITS
        return Field.DIRECT_LIKE

    def _put(self, contact: Contact) -> int:
        row = self._free.pop() if self._free else self._new_row()
        self._row_of[contact.id] = row
        self.contacts[row] = contact
        own = self.background.own(contact)
        for postings, words in self._postings(own):
            postings.post_all(words, row)
        self.texts[row], self._ends[row] = _text(own)
        self.subjects[row] = tuple([self._subject(key) for key in self.background.subjects(contact)])
        for subject in self.subjects[row]:
            self.subject_rows[subject].append(row)
        self.numbers.put(row, contact.phone)
        return row

    def _take_out(self, row: int, contact: Contact) -> None:
        for postings, words in self._postings(self.background.own(contact)):
            for word in words:
                postings.withdraw(word, row)
        for subject in self.subjects[row]:
            self.subject_rows[subject].remove(row)
        self.numbers.put(row, "")
        self.contacts[row], self.texts[row], self.subjects[row] = None, "", ()
        del self._row_of[contact.id]
        self._free.append(row)

    def _new_row(self) -> int:
        self.contacts.append(None)
        self.texts.append("")
        self.subjects.append(())
        self._ends.append(0)
        return len(self.contacts) - 1

    def _subject(self, key: str) -> int:
        known = self._subject_ids.get(key)
        if known is None:
            known = self._subject_ids[key] = len(self.subject_keys)
            self.subject_keys.append(key)
            self.subject_rows.append(array("I"))
            subject = self.background.subject(key)
            self.subject_texts.append(f" {' '.join(subject.words)} ")
            for word, field in subject.document.items():
                self.subject_words.post_all((word,), known << FIELD_BITS | field)
        return known

    def _postings(self, own: Own) -> tuple[tuple[Postings, list[str]], ...]:
        return (
            (self.named, own.named),
            (self.named, own.named_short),
            (self.topical, own.direct),
            (self.topical, own.direct_like),
        )


def _text(own: Own) -> tuple[str, int]:
    """Return the words as one text, and where each field's words end in it (packed)."""
    text, ends = " ", 0
    for number, words in enumerate(own):
        if words:
            text += " ".join(words)[:_LONGEST_PIECE] + " "
        ends |= (len(text) - 1) << number * _END_BITS
    return text, ends
