"""Browsing the base: matters and procedures answer an information call without a complaint."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from console.domain.base import JurisdictionBase
from console.domain.level import Level
from console.domain.matter import Matter, Procedure

_WORD = re.compile(r"\w+")
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shelved(Generic[T]):
    item: T
    title_words: frozenset[str]
    words: frozenset[str]


class CatalogueService:
    """Searches matters and procedures by all words, in any order, each as a prefix.

    `recognise` returns the matter codes a text in everyday words is about; they follow the literal hits.
    """

    def __init__(self, base: JurisdictionBase, recognise: Callable[[str], Sequence[str]]) -> None:
        self._base = base
        self._recognise = recognise
        self._matters = tuple(
            self._shelved(matter, matter.title, (matter.code, matter.domain, *matter.keywords, matter.note))
            for matter in base.matters
        )
        self._procedures = tuple(
            self._shelved(
                procedure, procedure.title, (procedure.id, *(step.text for step in procedure.steps))
            )
            for procedure in base.procedures
        )

    def domains(self) -> tuple[str, ...]:
        """Return the base's domains in alphabetical order."""
        return tuple(sorted({matter.domain for matter in self._base.matters}))

    def matters(self, query: str = "", *, domain: str = "", level: Level | None = None) -> tuple[Matter, ...]:
        """Return the matters that hold all words of `query`, best title first; all when it is empty."""
        chosen = (
            shelved
            for shelved in self._matters
            if (not domain or shelved.item.domain == domain)
            and (level is None or shelved.item.level is level)
        )
        literal = self._ranked(query, chosen)
        named = self._base.matter_by_code.get(query.strip().upper())
        if named in literal:
            literal.sort(key=lambda matter: matter is not named)
        meant = (self._base.matter(code) for code in (self._recognise(query) if query.strip() else ()))
        seen = {matter.code for matter in literal}
        return (
            *literal,
            *(
                matter
                for matter in meant
                if matter.code not in seen
                and (not domain or matter.domain == domain)
                and (level is None or matter.level is level)
            ),
        )

    def procedures(self, query: str = "", *, matter_code: str = "") -> tuple[Procedure, ...]:
        """Return the procedures that hold all words of `query`, then those of the matters it means.

        `matter_code` narrows them to one matter; all are returned when the query is empty.
        """
        chosen = (
            shelved
            for shelved in self._procedures
            if not matter_code or matter_code in shelved.item.matter_codes
        )
        literal = self._ranked(query, chosen)
        meant = (self._base.matter(code) for code in (self._recognise(query) if query.strip() else ()))
        further = (
            procedure
            for matter in meant
            for procedure in self.procedures_of(matter.procedure_ids)
            if not matter_code or matter_code in procedure.matter_codes
        )
        return tuple(dict.fromkeys((*literal, *further)))

    def procedures_of(self, procedure_ids: Sequence[str]) -> tuple[Procedure, ...]:
        """Return the procedures with these ids, in this order."""
        known = self._base.procedure_by_id
        return tuple(known[procedure_id] for procedure_id in procedure_ids if procedure_id in known)

    @staticmethod
    def _shelved(item: T, title: str, rest: Iterable[str]) -> _Shelved[T]:
        title_words = frozenset(_words(title))
        return _Shelved(
            item=item, title_words=title_words, words=title_words.union(*(_words(text) for text in rest))
        )

    @staticmethod
    def _ranked(query: str, shelf: Iterable[_Shelved[T]]) -> list[T]:
        wanted = _words(query)
        scored = [(_score(wanted, shelved), shelved.item) for shelved in shelf]
        hits = [hit for hit in scored if hit[0] > 0 or not wanted]
        return [item for _, item in sorted(hits, key=lambda hit: -hit[0])]


def _score(wanted: list[str], shelved: _Shelved[T]) -> int:
    """Return 2 for each word of the title and 1 for each other one; 0 when a word is missing."""
    score = 0
    for word in wanted:
        if _starts(shelved.title_words, word):
            score += 2
        elif _starts(shelved.words, word):
            score += 1
        else:
            return 0
    return score


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _starts(words: frozenset[str], prefix: str) -> bool:
    return prefix in words or any(word.startswith(prefix) for word in words)
