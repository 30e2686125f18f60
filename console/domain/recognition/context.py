"""How much each word of a sentence says about the matter.

``Jalan depan SMA 1 berlubang`` is about a road: the school only says where. What is denied, a street's name
or a village says just as little.
"""

from collections.abc import Callable, Sequence
from typing import Final

from console.domain.recognition.words import WordLists

_WHERE: Final = 0.25  # a landmark: it may still be what is meant when nothing else is said
_PLACE: Final = 0.3
_ADDRESS: Final = 0.1
_UNKNOWN_STREET: Final = 0.4
_BESIDE: Final = 0.3
_WEAK: Final = 0.5
_FIGURE: Final = 0.15
_DENIED_AT_MOST: Final = 4  # words; a denial rarely reaches further
_ROAD: Final = "jalan"


class Context:
    """Weighs words by their neighbours.

    `places` are the words of village and district names; `knows` says whether a word is an everyday one.
    """

    def __init__(self, lists: WordLists, places: frozenset[str], knows: Callable[[str], bool]) -> None:
        self._lists = lists
        self._sure_places = frozenset(word for word in places | lists.street_names if not knows(word))
        self._doubtful_places = places - self._sure_places
        self._knows = knows
        self._special = frozenset(
            (_ROAD, *places, *lists.beside, *lists.denials, *lists.likens, *lists.street_names)
        )
        self._light = {
            "": 0.0,
            **dict.fromkeys(lists.weak, _WEAK),
            **dict.fromkeys(lists.beside, _BESIDE),
            **dict.fromkeys(lists.empty, 0.0),
        }

    def weights(self, words: Sequence[str], clauses: Sequence[int]) -> list[float]:
        """Return 0…1 for each word; `clauses` tells which words stand between the same punctuation."""
        light, beside = self._light, self._lists.beside
        found = [light.get(word, 1.0) if not word.isdigit() else 0.0 for word in words]
        if self._special.isdisjoint(words):
            return found
        for index, word in enumerate(words):
            if word in beside:
                self._lower_landmark(words, found, index + 1)
            elif word == _ROAD:
                self._lower_address(words, found, index)
            elif self._is_place(words, index):
                found[index] = _PLACE
        self._lower_figures(words, found)
        self._drop_denied(words, clauses, found)
        self._lower_bare_names(words, found)
        return found

    def _lower_landmark(self, words: Sequence[str], found: list[float], start: int) -> None:
        landmarks = self._lists.landmarks
        for index in range(start, min(start + 4, len(words))):
            word = words[index]
            if word in landmarks:
                found[index] = min(found[index], _WHERE)
            elif not word.isdigit():
                return

    def _lower_address(self, words: Sequence[str], found: list[float], index: int) -> None:
        following = words[index + 1] if index + 1 < len(words) else ""
        streets = self._lists.street_names
        if following in streets:
            found[index] = _ADDRESS
            for at in range(index + 1, min(index + 5, len(words))):
                if words[at] not in streets:
                    break
                found[at] = _ADDRESS
        elif following and not following.isdigit() and not self._knows(following):
            found[index] = _UNKNOWN_STREET
            found[index + 1] = _ADDRESS

    def _lower_figures(self, words: Sequence[str], found: list[float]) -> None:
        """Lower what is only likened: the road that "has become a fish pond" is still a road."""
        for index in range(1, len(words) - 1):
            if words[index] in self._lists.likens and words[index + 1] in self._lists.figures:
                if not any(weight == 1.0 for weight in found[:index]):
                    continue
                for at in range(index + 1, min(index + 3, len(words))):
                    found[at] = min(found[at], _FIGURE)

    def _lower_bare_names(self, words: Sequence[str], found: list[float]) -> None:
        """Nothing but names of places was said ("saya dari Genteng"): roof tiles are not meant."""
        telling = [at for at, weight in enumerate(found) if weight == 1.0]
        if telling and all(words[at] in self._doubtful_places for at in telling):
            for at in telling:
                found[at] = _PLACE

    def _is_place(self, words: Sequence[str], index: int) -> bool:
        """Whether a name of a place stands there; one that is an everyday word too needs a sign of it."""
        marked = index > 0 and words[index - 1] in self._lists.place_markers
        return words[index] in self._sure_places or (marked and words[index] in self._doubtful_places)

    def _drop_denied(self, words: Sequence[str], clauses: Sequence[int], found: list[float]) -> None:
        denials, turns = self._lists.denials, self._lists.turns
        denied: list[int] = []
        for index, word in enumerate(words):
            if word not in denials:
                continue
            for at in range(index + 1, min(index + 1 + _DENIED_AT_MOST, len(words))):
                if clauses[at] != clauses[index] or words[at] in turns:
                    break
                denied.append(at)
        if any(weight for at, weight in enumerate(found) if at not in denied):
            for at in denied:
                found[at] = 0.0
