"""Answers that the complaint already gives: nobody is asked what they have just said.

Each option of a question has phrases that choose it. Only when they choose exactly one option is the question
settled; anything else is asked.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from console.domain.recognition.normalise import Token
from console.domain.region import VillageKind

_NEAR: Final = 4  # words between the first and the last word of a phrase
Roots = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionWords:
    """Phrases that choose one option; `village_kind`: it exists only in such a village."""

    phrases: tuple[str, ...]
    village_kind: VillageKind | None = None


class AnswerReader:
    """Reads answers out of texts. `words` holds, per question id, the words of each option number."""

    def __init__(
        self, words: Mapping[str, Mapping[int, OptionWords]], *, roots: Callable[[str], Sequence[str]]
    ) -> None:
        self._words = words
        self._roots = roots
        self._phrases: dict[str, dict[int, tuple[Roots, ...]]] = {}

    def settled(self, question_id: str, tokens: Sequence[Token], kind: VillageKind | None) -> int | None:
        """Return the one option the text chooses, or None."""
        chosen = [
            number for number in self._chosen(question_id, tokens) if self._fits(question_id, number, kind)
        ]
        return chosen[0] if len(chosen) == 1 else None

    def _chosen(self, question_id: str, tokens: Sequence[Token]) -> dict[int, int]:
        places: dict[str, list[int]] = {}
        for at, token in enumerate(tokens):
            for form in {token.word, token.root}:
                places.setdefault(form, []).append(at)
        found = {
            number: max((_size(phrase, places) for phrase in phrases), default=0)
            for number, phrases in self._of(question_id).items()
        }
        longest = max(found.values(), default=0)
        # "jalan provinsi" beats "jalan": the more exact phrase is what was meant.
        return {number: size for number, size in found.items() if size and size == longest}

    def _of(self, question_id: str) -> dict[int, tuple[Roots, ...]]:
        if question_id not in self._phrases:
            self._phrases[question_id] = {
                number: tuple(self._read(phrase) for phrase in words.phrases)
                for number, words in self._words.get(question_id, {}).items()
            }
        return self._phrases[question_id]

    def _read(self, phrase: str) -> Roots:
        return tuple(
            frozenset(root for choice in part.split("|") for root in self._roots(choice)[:1])
            for part in phrase.split()
        )

    def _fits(self, question_id: str, number: int, kind: VillageKind | None) -> bool:
        wanted = self._words[question_id][number].village_kind
        return wanted is None or kind is None or wanted is kind


def _size(phrase: Roots, places: Mapping[str, Sequence[int]]) -> int:
    """Return the number of words of a phrase that stands in the text in its order, else 0."""
    starts = [at for choice in phrase[0] for at in places.get(choice, ())]
    for start in starts:
        at = start
        for choices in phrase[1:]:
            later = [
                place for choice in choices for place in places.get(choice, ()) if at < place <= start + _NEAR
            ]
            if not later:
                break
            at = min(later)
        else:
            return len(phrase)
    return 0
