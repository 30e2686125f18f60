"""One search: readings of the query from the literal to the generous, the rows that answer, their order."""

from collections.abc import Callable, Mapping, Sequence
from heapq import nsmallest
from typing import Final, NamedTuple

from console.domain.contact import ContactHit, Rank
from console.domain.directory.explaining import Explainer
from console.domain.directory.matcher import Matcher
from console.domain.directory.matching import Match
from console.domain.directory.query import joined, split
from console.domain.directory.shelves import Shelves

_GRADED_AT_MOST: Final = 160  # rows graded word by word; more are the noise of one or two letters
# Words joined or cut otherwise rank below the words as typed; a cut gains a word, so it loses more.
_JOINED: Final = 0.99
_SPLIT: Final = 0.9
_TYPO_IN_PART: Final = 5  # letters that a half, or two words written as one, need to hold a typo
_PHRASE: Final = 0.02  # all words stand side by side as typed
_PAIR: Final = 0.01  # two of them do in what a matter or an institution is about
_HOTLINE: Final = 0.01  # a public number stands before persons when named exactly, else behind them
_TWO: Final = 2
_TELLING: Final = 4  # letters of a word that may stand alone for a query of two words
_DIGITS: Final = 4

Words = tuple[str, ...]
Passes = Callable[[int], bool]


class _Found(NamedTuple):
    score: float
    matches: Sequence[Match]
    grades: Sequence[float]


class Search:
    """Finds the rows of one query. `passes` says which rows are wanted at all (None: all)."""

    def __init__(self, shelves: Shelves, limit: int, passes: Passes | None) -> None:
        self._shelves = shelves
        self._limit = max(limit, 0)
        self._passes = passes
        self._matcher = Matcher(shelves)
        self._found: dict[int, _Found] = {}

    def hits(self, words: Words) -> tuple[ContactHit, ...]:
        """Return the best rows as hits; the search stops at the first reading that answers."""
        for reading in (self._as_typed, self._unknown_corrected, self._corrected, self._guessed):
            reading(words)
            if self._found:
                break
        else:
            self._without_one(words)
        return self._ranked()

    def _as_typed(self, words: Words) -> None:
        """Every word as it stands or begun, neighbours also as one word, unknown words also as two."""
        begins, plain = self._shelves.vocabulary.begins, self._matcher.plain
        self._answer(words, plain)
        for fewer in joined(words, begins):
            self._answer(fewer, plain, _JOINED)
        if not self._found:
            for more in split(words, self._shelves.vocabulary.words, first=None, second=begins):
                self._answer(more, plain, _SPLIT)

    def _unknown_corrected(self, words: Words) -> None:
        """One typo in the words that nobody carries; the others as they stand."""
        known = self._shelves.vocabulary.words
        near, plain = self._matcher.near, self._matcher.plain
        if not known.issuperset(words):
            self._answer(words, lambda word: plain(word) if word in known else near(word))

    def _corrected(self, words: Words) -> None:
        """One typo in any word, in two words written as one, or in one written as two."""
        vocabulary, near = self._shelves.vocabulary, self._matcher.near

        def nearly(word: str) -> bool:
            return len(word) >= _TYPO_IN_PART and bool(vocabulary.one_typo(word))

        self._answer(words, near)
        for fewer in joined(words, nearly):
            self._answer(fewer, near, _JOINED)
        for more in split(words, vocabulary.words, first=nearly, second=nearly):
            self._answer(more, near, _SPLIT)

    def _guessed(self, words: Words) -> None:
        """Two typos in a long word, one in a begun word; first among the rows that the other words leave."""
        known, matcher = self._shelves.vocabulary.words, self._matcher
        sure = [matcher.plain(word) for word in words if word in known]
        if sure:
            rows = self._candidates(sure)
            choices = {word for row in rows for word in self._shelves.texts[row].split()}
            self._answer(
                words,
                lambda word: matcher.plain(word) if word in known else matcher.far_among(word, choices),
            )
        if not self._found:
            self._answer(words, matcher.far)

    def _without_one(self, words: Words) -> None:
        """All words but one; of two words only one that somebody carries as it stands may be left."""
        share = (len(words) - 1) / len(words)
        left = [(*words[:at], *words[at + 1 :]) for at in range(len(words)) if len(words) > 1]
        if len(words) == _TWO:
            known = self._shelves.vocabulary.words
            left = [fewer for fewer in left if fewer[0] in known and len(fewer[0]) >= _TELLING]
        for match_of in (self._matcher.plain, self._matcher.near):
            for fewer in left:
                self._answer(fewer, match_of, share)
            if self._found:
                return

    def _answer(self, words: Words, match_of: Callable[[str], Match], weight: float = 1.0) -> None:
        """Add the rows in which every word matches; a row keeps its best reading."""
        matches = []
        for word in words:
            match = match_of(word)
            if not match.tokens and not match.phones:
                return
            matches.append(match)
        phrase = f" {' '.join(words)}" if len(words) > 1 else ""
        sayings = self._sayings(matches, phrase)
        for row in self._candidates(matches):
            grades = [match.grade(row) for match in matches]
            if 0 in grades:
                continue
            score = round(weight * self._score(row, grades, phrase, sayings), _DIGITS)
            held = self._found.get(row)
            if held is None or held.score < score:
                self._found[row] = _Found(score, matches, grades)

    def _candidates(self, matches: Sequence[Match]) -> set[int]:
        """Return the rows that match every word; of very many those that match the rarest word best."""
        counts = [match.count() for match in matches]
        order = sorted(range(len(matches)), key=counts.__getitem__)
        rarest = matches[order[0]]
        rows = rarest.rows()
        for at in order[1:]:
            rows = matches[at].among(rows, counts[at])
        if self._passes is not None:
            rows = set(filter(self._passes, rows))
        most = max(2 * self._limit, _GRADED_AT_MOST)
        return rows if len(rows) <= most else self._best(rows, rarest, most)

    def _sayings(self, matches: Sequence[Match], phrase: str) -> dict[int, float]:
        """Return the subjects whose text has neighbouring words side by side, and what that is worth."""
        texts = self._shelves.subject_texts
        found: dict[int, float] = {}
        for at in range(1, len(matches)):
            one, other = matches[at - 1], matches[at]
            if one.subjects and other.subjects:
                pair = f" {one.typed} {other.typed}"
                for subject in one.subjects.keys() & other.subjects.keys():
                    if pair in texts[subject]:
                        found[subject] = _PHRASE if phrase in texts[subject] else _PAIR
        return found

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

    def _score(self, row: int, grades: Sequence[float], phrase: str, sayings: Mapping[int, float]) -> float:
        score = sum(grades) / len(grades)
        if phrase and phrase in self._shelves.texts[row]:
            score += _PHRASE
        elif sayings:
            score += max(sayings.get(subject, 0.0) for subject in self._shelves.subjects[row])
        contact = self._shelves.contacts[row]
        if contact is not None and contact.rank is Rank.HOTLINE:
            score += _HOTLINE if min(grades) == 1 else -_HOTLINE
        return score

    def _ranked(self) -> tuple[ContactHit, ...]:
        shelves, found = self._shelves, self._found
        places, explainer = shelves.ladder.places(), Explainer(shelves)
        best = sorted(found, key=lambda row: (-found[row].score, places[row]))
        return tuple(
            ContactHit(
                contact=contact,
                score=min(1.0, one.score),
                because=explainer.because(row, one.matches, one.grades),
            )
            for row in best[: self._limit]
            if (contact := shelves.contacts[row]) is not None and (one := found[row])
        )
