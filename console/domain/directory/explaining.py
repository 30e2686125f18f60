"""Why a contact was found: for every query word the contact's own words that answer it."""

from collections.abc import Sequence

from console.domain.directory.documents import Document
from console.domain.directory.matching import SCORES, Match
from console.domain.directory.shelves import Shelves


def because(shelves: Shelves, row: int, matches: Sequence[Match]) -> tuple[str, ...]:
    """Return one text per query word, in the query's order: what it matched, folded as for searching.

    An everyday word is explained by what the contact or its matter really says (``bolong``: ``berlubang``),
    a piece of a number by the whole number.
    """
    return tuple(_reason(shelves, row, match) for match in matches)


def _reason(shelves: Shelves, row: int, match: Match) -> str:
    contact = shelves.contacts[row]
    if contact is None or row in match.phones:
        return contact.phone if contact else ""
    own = _own_word(shelves.texts[row], match)
    grade = match.grade(row)
    background = shelves.background
    for subject in shelves.subjects[row]:
        if match.subjects.get(subject, 0.0) == grade:
            about = background.subject(shelves.subject_keys[subject])
            word = _stored_word(about.document, match, grade)
            return background.search_words.origin(word, about.words)
    return background.search_words.origin(own, background.own(contact).words)


def _own_word(text: str, match: Match) -> str:
    for piece, _way in match.needles:
        at = text.find(piece)
        if at >= 0:
            return text[at + 1 : text.index(" ", at + 1)]
    return match.typed


def _stored_word(document: Document, match: Match, grade: float) -> str:
    for word, way in match.tokens:
        field = document.get(word)
        if field is not None and SCORES[way][field] == grade:
            return word
    return match.typed
