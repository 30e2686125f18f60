"""The directory's search: every word, in any order, begun or misspelled, at typing speed.

The database only stores contacts; this index finds them, with the same results over SQLite and PostgreSQL.
It is built and asked on one lane (it is not safe to ask while it changes).
"""

from collections.abc import Iterable, Sequence
from heapq import nsmallest
from itertools import islice
from typing import Final, NamedTuple
from uuid import UUID

from console.domain.contact import Contact, ContactHit, Rank
from console.domain.directory.documents import Background
from console.domain.directory.explaining import because
from console.domain.directory.matching import SCORES, Effort, Match, Way
from console.domain.directory.query import joined, split, typed_words
from console.domain.directory.shelves import Shelves
from console.domain.level import Level

_ENOUGH: Final = 5  # fewer results by beginnings alone are topped up with typos
_GRADED_AT_MOST: Final = 400  # rows graded word by word; more are the noise of one or two letters
_CHEAP_CHECK: Final = 16  # looking into one row's text costs about as much as so many set look-ups
_SURE: Final = SCORES[Way.ROOT][-1]
_OTHERWISE_CUT: Final = 0.99  # a join or split of the typed words ranks below the words as typed
_HOTLINE: Final = 0.01  # a public number stands before persons when named exactly, else behind them
_FEW_WORDS: Final = 3  # from here on one word of the query may match nothing
_DIGITS: Final = 4

Words = tuple[str, ...]


class _Found(NamedTuple):
    """A row's result: `sure` when every word was matched as it stands."""

    score: float
    sure: bool
    matches: tuple[Match, ...]


class _Filter(NamedTuple):
    level: Level | None
    institution: str | None


class DirectoryIndex:
    """Contacts findable by name, position, institution, topic, place and number."""

    def __init__(self, contacts: Iterable[Contact], background: Background) -> None:
        self._shelves = Shelves(contacts, background)

    def __len__(self) -> int:
        return len(self._shelves)

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
        wanted = _Filter(level, institution)
        words = typed_words(query, self._shelves.background.search_words.ignored)
        if not words:
            return self._first(limit, wanted)
        return self._hits(self._found(words, limit, wanted), limit)

    def _first(self, limit: int, wanted: _Filter) -> tuple[ContactHit, ...]:
        rows = (row for row in self._shelves.ladder.escalation() if self._passes(row, wanted))
        contacts = (self._shelves.contacts[row] for row in islice(rows, max(limit, 0)))
        return tuple(ContactHit(contact=contact, score=0.0, because=()) for contact in contacts if contact)

    def _found(self, words: Words, limit: int, wanted: _Filter) -> dict[int, _Found]:
        found: dict[int, _Found] = {}
        for effort in Effort:
            if effort is Effort.TWO_TYPOS and found:
                break
            self._look_up(words, effort, limit, wanted, found)
            if len(found) >= _ENOUGH or any(one.sure for one in found.values()):
                break
        if not found and len(words) >= _FEW_WORDS:
            self._without_one(words, limit, wanted, found)
        return found

    def _look_up(
        self, words: Words, effort: Effort, limit: int, wanted: _Filter, found: dict[int, _Found]
    ) -> None:
        """Add the rows of the words as typed, and of the words joined or cut differently."""
        self._add(self._rows(words, effort, limit, wanted), 1.0, found)
        vocabulary = self._shelves.vocabulary

        def known(word: str) -> bool:
            return vocabulary.begins(word) or (effort > Effort.PLAIN and bool(vocabulary.one_typo(word)))

        for otherwise in (*joined(words, known), *split(words, vocabulary, known)):
            self._add(self._rows(otherwise, effort, limit, wanted), _OTHERWISE_CUT, found)

    def _without_one(self, words: Words, limit: int, wanted: _Filter, found: dict[int, _Found]) -> None:
        share = (len(words) - 1) / len(words)
        for effort in (Effort.PLAIN, Effort.ONE_TYPO):
            for at in range(len(words)):
                fewer = (*words[:at], *words[at + 1 :])
                self._add(self._rows(fewer, effort, limit, wanted), share, found)
            if found:
                return

    @staticmethod
    def _add(rows: dict[int, _Found], weight: float, found: dict[int, _Found]) -> None:
        for row, one in rows.items():
            score = one.score * weight
            if row not in found or found[row].score < score:
                found[row] = one._replace(score=score)

    def _rows(self, words: Words, effort: Effort, limit: int, wanted: _Filter) -> dict[int, _Found]:
        """Return the rows in which every word matches, graded."""
        matches = tuple(Match(self._shelves, word, effort) for word in words)
        rarest = min(matches, key=lambda match: match.count)
        rows = {row for row in self._common(matches) if self._passes(row, wanted)}
        if len(rows) > _GRADED_AT_MOST:
            rows = self._best(rows, rarest, max(limit, _GRADED_AT_MOST))
        return {row: self._graded(row, matches) for row in rows}

    def _common(self, matches: Sequence[Match]) -> set[int]:
        ordered = sorted(matches, key=lambda match: match.count)
        if not ordered[0].count:
            return set()
        rows = set(ordered[0].rows)
        for match in ordered[1:]:
            if match.count > _CHEAP_CHECK * len(rows):
                rows = {row for row in rows if match.grade(row)}
            else:
                rows &= match.rows
        return rows

    def _best(self, rows: set[int], match: Match, most: int) -> set[int]:
        """Return the rows that match the word best; among equal ones those that stand first."""
        places = self._shelves.ladder.places()
        best: set[int] = set()
        for tier in match.tiers():
            fresh = (tier & rows) - best
            best.update(nsmallest(most - len(best), fresh, key=places.__getitem__))
            if len(best) >= most:
                break
        return best

    def _graded(self, row: int, matches: tuple[Match, ...]) -> _Found:
        grades = [match.grade(row) for match in matches]
        score = sum(grades) / len(grades)
        contact = self._shelves.contacts[row]
        if contact and contact.rank is Rank.HOTLINE:
            score += _HOTLINE if min(grades) == 1 else -_HOTLINE
        return _Found(score=score, sure=min(grades) >= _SURE, matches=matches)

    def _passes(self, row: int, wanted: _Filter) -> bool:
        if wanted == (None, None):
            return True
        contact = self._shelves.contacts[row]
        if contact is None or (wanted.institution and contact.institution_code != wanted.institution):
            return False
        return wanted.level is None or self._shelves.background.level(contact) is wanted.level

    def _hits(self, found: dict[int, _Found], limit: int) -> tuple[ContactHit, ...]:
        places = self._shelves.ladder.places()
        ranked = nsmallest(limit, found, key=lambda row: (-round(found[row].score, _DIGITS), places[row]))
        return tuple(
            ContactHit(
                contact=contact,
                score=min(1.0, round(found[row].score, _DIGITS)),
                because=because(self._shelves, row, found[row].matches),
            )
            for row in ranked
            if (contact := self._shelves.contacts[row])
        )
