"""Answers that the complaint already gives: nobody is asked what they have just said.

Each option of a question has phrases that choose it. Only when they choose exactly one option is the question
settled; anything else is asked.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

from console.domain.recognition.normalise import Token
from console.domain.region import VillageKind

_NEAR: Final = 5  # words between the first and the last word of a phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionWords:
    """Phrases that choose one option; `village_kind`: it exists only in such a village."""

    phrases: tuple[str, ...]
    village_kind: VillageKind | None = None


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Standard words in their order; `size` counts the words as listed (PDAM is one, though it has four)."""

    words: tuple[str, ...]
    size: int


class AnswerReader:
    """Reads answers out of texts. `words` holds, per question id, the words of each option number.

    `standard` gives the standard words of an entry, `forms` those that stand for a token.
    """

    def __init__(
        self,
        words: Mapping[str, Mapping[int, OptionWords]],
        *,
        standard: Callable[[str], Sequence[str]],
        forms: Callable[[Token], Iterable[str]],
    ) -> None:
        self._words = words
        self._standard = standard
        self._forms = forms
        self._phrases: dict[str, dict[int, tuple[_Phrase, ...]]] = {}

    def settled(self, question_id: str, tokens: Sequence[Token], kind: VillageKind | None) -> int | None:
        """Return the one option the text chooses, or None."""
        chosen = self._chosen(question_id, tokens, kind)
        return chosen[0] if len(chosen) == 1 else None

    def _chosen(self, question_id: str, tokens: Sequence[Token], kind: VillageKind | None) -> list[int]:
        """Return the options with the longest phrases: "jalan provinsi" is more exact than "jalan"."""
        places: dict[str, list[int]] = {}
        for at, token in enumerate(tokens):
            for form in set(self._forms(token)):
                places.setdefault(form, []).append(at)
        sizes = {
            number: max((phrase.size for phrase in phrases if _stands(phrase.words, places)), default=0)
            for number, phrases in self._of(question_id).items()
            if self._fits(question_id, number, kind)
        }
        longest = max(sizes.values(), default=0)
        return [number for number, size in sizes.items() if size and size == longest]

    def _of(self, question_id: str) -> dict[int, tuple[_Phrase, ...]]:
        if question_id not in self._phrases:
            self._phrases[question_id] = {
                number: tuple(phrase for entry in words.phrases for phrase in self._read(entry))
                for number, words in self._words.get(question_id, {}).items()
            }
        return self._phrases[question_id]

    def _read(self, entry: str) -> Iterator[_Phrase]:
        parts = entry.split()
        for choice in product(*(part.split("|") for part in parts)):
            yield _Phrase(tuple(self._standard(" ".join(choice))), len(parts))

    def _fits(self, question_id: str, number: int, kind: VillageKind | None) -> bool:
        wanted = self._words[question_id][number].village_kind
        return wanted is None or kind is None or wanted is kind


def _stands(words: Sequence[str], places: Mapping[str, Sequence[int]]) -> bool:
    """Whether the words stand in the text in their order and near each other."""
    if not words:
        return False
    for start in places.get(words[0], ()):
        at = start
        for word in words[1:]:
            at = next((place for place in places.get(word, ()) if at < place <= start + _NEAR), -1)
            if at < 0:
                break
        else:
            return True
    return False
