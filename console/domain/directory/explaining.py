"""Why a contact was found: for every query word the contact's own words that answer it."""

from collections.abc import Sequence
from typing import Final

from console.domain.directory.documents import Field
from console.domain.directory.matching import SCORES, Match
from console.domain.directory.shelves import Shelves

_AS_WRITTEN: Final = frozenset({Field.NAMED, Field.DIRECT})


class Explainer:
    """Explains the hits of one search; what many hits share is worked out once."""

    def __init__(self, shelves: Shelves) -> None:
        self._shelves = shelves
        self._of_subject: dict[tuple[str, int], str] = {}

    def because(self, row: int, matches: Sequence[Match], grades: Sequence[float]) -> tuple[str, ...]:
        """Return one text per query word, in the query's order: what it matched, folded as for searching.

        An everyday word is explained by what the contact or its matter really says (``bolong``:
        ``berlubang``), a piece of a number by the whole number.
        """
        return tuple([self._reason(row, match, grades[at]) for at, match in enumerate(matches)])

    def _reason(self, row: int, match: Match, grade: float) -> str:
        if match.phones and match.phones.get(row) == grade:
            contact = self._shelves.contacts[row]
            return contact.phone if contact else match.typed
        text = self._shelves.texts[row]
        for piece, scores in match.needles:
            at = text.find(piece)
            if at >= 0:
                field = self._shelves.field_at(row, at)
                if scores[field] < grade:
                    break
                word = text[at + 1 : text.index(" ", at + 1)]
                return word if field in _AS_WRITTEN else self._origin(row, word)
        return self._subject_reason(row, match, grade)

    def _origin(self, row: int, word: str) -> str:
        contact, background = self._shelves.contacts[row], self._shelves.background
        return background.search_words.origin(word, background.own_words(contact)) if contact else word

    def _subject_reason(self, row: int, match: Match, grade: float) -> str:
        for subject in self._shelves.subjects[row]:
            if match.subjects.get(subject) == grade:
                key = (match.typed, subject)
                if key not in self._of_subject:
                    self._of_subject[key] = self._in_subject(subject, match, grade)
                return self._of_subject[key]
        return match.typed

    def _in_subject(self, subject: int, match: Match, grade: float) -> str:
        background = self._shelves.background
        about = background.subject(self._shelves.subject_keys[subject])
        for word, way in match.tokens:
            field = about.document.get(word)
            if field is not None and SCORES[way][field] == grade:
                return background.search_words.origin(word, about.words)
        return match.typed
