"""Roads named in a complaint, with the status a public article gave them.

Only a hint that the agent sees beside the question: no official list of links was found, and articles err.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from console.domain.recognition.normalise import keys_of
from console.domain.region import Road

_ROAD_WORDS: Final = frozenset(("jalan", "jl", "jln", "jalur", "ruas", "dalan"))
_BEFORE_NAMES: Final = _ROAD_WORDS | {"hos", "kh"}
_TITLES: Final = frozenset(
    ("kh", "hos", "h", "kyai", "jalan", "simpang", "lima", "pasar", "desa", "kelurahan")
)
_BRACKETS: Final = re.compile(r"\([^)]*\)|/.*$")
_APART: Final = 3  # words between the two ends ("dari Srono ke arah Muncar")
_MOST_WORDS: Final = 400


class RoadIndex:
    """Finds roads by their name or by both ends."""

    def __init__(self, roads: Iterable[Road]) -> None:
        self._roads = tuple((road, _street(road), tuple(_ends(road))) for road in roads)

    def named_in(self, text: str) -> tuple[Road, ...]:
        """Return the roads a text names, in the order of the data."""
        words = keys_of(text)[:_MOST_WORDS]
        return tuple(
            road for road, street, ends in self._roads if _is_named(words, street) or _joins(words, ends)
        )


def _street(road: Road) -> tuple[str, ...]:
    words = keys_of(_BRACKETS.sub("", road.name))
    if not words or words[0] not in _ROAD_WORDS or " - " in road.name:
        return ()
    return tuple(word for word in words if word not in _TITLES)


def _ends(road: Road) -> Iterator[tuple[str, ...]]:
    if not (road.start and road.end):
        return
    for end in (road.start, road.end):
        for place in _BRACKETS.sub("", end).split(" - "):
            words = tuple(word for word in keys_of(place) if word not in _TITLES)
            if words:
                yield words


def _is_named(words: list[str], street: tuple[str, ...]) -> bool:
    """Whether the street is named; one word needs "jalan" before it: Widuri is a girl's name too."""
    places = _places(words, street)
    return bool(places and len(street) > 1) or any(at and words[at - 1] in _BEFORE_NAMES for at in places)


def _joins(words: list[str], ends: tuple[tuple[str, ...], ...]) -> bool:
    """Whether two different ends stand close together, in any order."""
    found = [(at, at + len(end), end) for end in ends for at in _places(words, end)]
    return any(
        0 <= later[0] - earlier[1] <= _APART for earlier in found for later in found if earlier[2] != later[2]
    )


def _places(words: list[str], wanted: tuple[str, ...]) -> list[int]:
    if not wanted:
        return []
    return [at for at in range(len(words)) if tuple(words[at : at + len(wanted)]) == wanted]
