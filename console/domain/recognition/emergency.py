"""Life in danger, told in passing: found before anything else, with few false alarms.

A sign counts where it is told as happening. Past, supposed, denied and settled events, questions about papers
and figures of speech ("kebakaran jenggot") are not.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product
from typing import Final

from console.domain.assessment import Emergency, EmergencyService
from console.domain.recognition.normalise import Token

_NEAR: Final = 8  # words between the first and the last word of a sign
_BEFORE: Final = 5  # words before a sign that may make it a supposition
_DENIED: Final = 3
_CALM: Final = 4
_MOST_PLACES: Final = 6  # of one word of a sign; more are repetitions

_NEXT: Final = 2  # the same, for words that are said one after the other; a pronoun may stand between


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that together tell of danger; each is one of several. `in_order`: said one after the other."""

    words: tuple[frozenset[str], ...]
    in_order: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyKind:
    """One kind of danger as the shipped file tells it; signs are already in standard words.

    `always`: no hint takes it back. `threat`: fear and intention are the danger itself. `lasting`: it goes on
    although it began yesterday. `matters` are the codes such a call is about, `speaks_for` those that are
    this danger by themselves.
    """

    name: str
    services: tuple[EmergencyService, ...]
    matters: tuple[str, ...]
    ask: tuple[str, ...]
    signs: tuple[str, ...]
    unless: tuple[str, ...]
    always: bool = False
    threat: bool = False
    lasting: bool = False
    speaks_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """Words that tell a happening from a tale of one."""

    supposed: frozenset[str]
    likely: frozenset[str]
    denied: frozenset[str]
    ongoing: frozenset[str]
    calm: frozenset[str]
    past: tuple[str, ...]
    long_past: tuple[str, ...]
    over: tuple[str, ...]


@dataclass(slots=True)
class _Told:
    """The text: its words, and where each form of a word stands."""

    words: list[str]
    typed: list[str]
    clauses: list[int]
    places: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def find(self, sign: Sign) -> tuple[int, ...] | None:
        """Return where the words of a sign stand near each other, in the order of the text."""
        places = [self._of(choices) for choices in sign.words]
        if not all(places):
            return None
        for found in product(*places):
            in_place = _follow(found) if sign.in_order else max(found) - min(found) <= _NEAR
            if in_place and len(set(found)) == len(found):
                return tuple(sorted(found))
        return None

    def _of(self, choices: frozenset[str]) -> list[int]:
        found = {at for choice in choices for at in self.places.get(choice, ())}
        return sorted(found)[:_MOST_PLACES]


class EmergencyFinder:
    """Looks for signs.

    `standard` gives the standard words of an entry, `forms` those that stand for a token.
    """

    def __init__(
        self,
        kinds: Sequence[EmergencyKind],
        hints: Hints,
        *,
        standard: Callable[[str], Sequence[str]],
        forms: Callable[[Token], Iterable[str]],
    ) -> None:
        self._hints = hints
        self._forms = forms
        self._kinds = tuple(
            (
                kind,
                tuple(_sign(entry, standard) for entry in kind.signs),
                tuple(_sign(entry, standard) for entry in kind.unless),
            )
            for kind in kinds
        )
        self._by_matter = {code: kind for kind in kinds for code in kind.speaks_for}
        self._past = tuple(_sign(entry, standard) for entry in hints.past)
        self._long_past = tuple(_sign(entry, standard) for entry in hints.long_past)
        self._over = tuple(_sign(entry, standard) for entry in hints.over)

    def find(self, tokens: Sequence[Token]) -> tuple[Emergency, tuple[str, ...]] | None:
        """Return the first kind of danger that is told as happening, and the matters it is about."""
        told = self._told(tokens)
        settled, past = self._is_settled(told), self._is_past(told)
        for kind, signs, unless in self._kinds:
            if not kind.always and (settled or (past and not kind.lasting)):
                continue
            found = next(self._happening(told, kind, signs), None)
            if found is not None and not any(told.find(sign) for sign in unless):
                return _emergency(kind, told, found), kind.matters
        return None

    def meant_by(self, code: str, tokens: Sequence[Token], because: tuple[str, ...]) -> Emergency | None:
        """Return the danger that a matter itself is, unless a hint says that nothing is happening."""
        kind = self._by_matter.get(code)
        if kind is None:
            return None
        told = self._told(tokens)
        hints = self._hints.supposed | self._hints.calm | self._hints.denied
        unless = next(taken_back for one, _, taken_back in self._kinds if one is kind)
        doubted = hints.intersection(told.words) or any(told.find(sign) for sign in unless)
        if doubted or self._is_settled(told) or self._is_past(told):
            return None
        return Emergency(kind=kind.name, services=kind.services, ask=kind.ask, because=because)

    def _is_settled(self, told: _Told) -> bool:
        goes_on = bool(self._hints.ongoing.intersection(told.words))
        long_past = not goes_on and any(told.find(sign) for sign in self._long_past)
        return long_past or any(told.find(sign) for sign in self._over)

    def _is_past(self, told: _Told) -> bool:
        goes_on = bool(self._hints.ongoing.intersection(told.words))
        return not goes_on and any(told.find(sign) for sign in self._past)

    def _told(self, tokens: Sequence[Token]) -> _Told:
        told = _Told(
            [token.word for token in tokens],
            [token.typed for token in tokens],
            [token.clause for token in tokens],
        )
        for at, token in enumerate(tokens):
            for form in set(self._forms(token)):
                told.places[form].append(at)
        return told

    def _happening(
        self, told: _Told, kind: EmergencyKind, signs: Iterable[Sign]
    ) -> Iterator[tuple[int, ...]]:
        for sign in signs:
            found = told.find(sign)
            if found is not None and (kind.always or not self._cancelled(told, kind, found)):
                yield found

    def _cancelled(self, told: _Told, kind: EmergencyKind, found: tuple[int, ...]) -> bool:
        places = {at for one in found for at in _places_before(told, one, _BEFORE)}
        before = {told.words[at] for at in places.difference(found)}
        if self._hints.supposed & before or (not kind.threat and self._hints.likely & before):
            return True
        denied = self._hints.denied
        if any(told.words[at] in denied for at in _places_before(told, found[0], _DENIED)):
            return True
        around = told.words[max(0, found[0] - _CALM) : found[-1] + _CALM]
        return bool(self._hints.calm.intersection(around))


def _places_before(told: _Told, first: int, count: int) -> list[int]:
    """Return the places before one, as far as the same clause reaches."""
    clause = told.clauses[first]
    return [at for at in range(max(0, first - count), first) if told.clauses[at] == clause]


def _follow(found: Sequence[int]) -> bool:
    return all(0 < later - earlier <= _NEXT for earlier, later in pairwise(found))


def _sign(entry: str, standard: Callable[[str], Sequence[str]]) -> Sign:
    """Return a sign as listed; one that begins with ``=`` is meant in its order."""
    words = tuple(frozenset(_standard_choices(part, standard)) for part in entry.removeprefix("=").split())
    return Sign(words, in_order=entry.startswith("="))


def _standard_choices(part: str, standard: Callable[[str], Sequence[str]]) -> Iterator[str]:
    for choice in part.split("|"):
        words = standard(choice)
        yield words[0] if words and words[0] else choice


def _emergency(kind: EmergencyKind, told: _Told, found: tuple[int, ...]) -> Emergency:
    because = dict.fromkeys(told.typed[at] for at in found)
    return Emergency(kind=kind.name, services=kind.services, ask=kind.ask, because=tuple(because))


def services_of(numbers: Iterable[str], names: Mapping[str, str]) -> tuple[EmergencyService, ...]:
    """Return the services of a kind in the order to call."""
    return tuple(EmergencyService(name=names[number], number=number) for number in numbers)
