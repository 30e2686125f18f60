"""Other words for the same thing: abbreviations of titles and offices, everyday and dialect words."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from console.domain.directory.words import ROOT_MARK, roots, words_of

Phrase = tuple[str, ...]
_DESCRIBED_AT_MOST: Final = 4096


class Alternatives:
    """Groups of phrases that mean the same; whoever uses one of them is found by the words of all."""

    def __init__(self, groups: Iterable[Iterable[str]]) -> None:
        self._single: dict[str, list[Phrase]] = {}
        self._longer: dict[str, list[tuple[Phrase, Phrase]]] = {}
        self._origins: dict[str, dict[Phrase, None]] = {}
        for group in groups:
            self._add([tuple(words_of(text)) for text in group])

    def _add(self, phrases: Sequence[Phrase]) -> None:
        for phrase in filter(None, phrases):
            others = tuple(dict.fromkeys(word for other in phrases for word in other if word not in phrase))
            for word in others:
                self._origins.setdefault(word, {})[phrase] = None
            if len(phrase) == 1:
                self._single.setdefault(phrase[0], []).append(others)
            else:
                self._longer.setdefault(phrase[0], []).append((phrase, others))

    def of_word(self, word: str) -> Iterable[str]:
        """Return the words that stand for `word` alone."""
        return (other for others in self._single.get(word, ()) for other in others)

    def of_phrases(self, words: Sequence[str]) -> list[str]:
        """Return the words that stand for the phrases of two or more words inside `words`."""
        found: list[str] = []
        for at, word in enumerate(words):
            for phrase, others in self._longer.get(word, ()):
                if tuple(words[at : at + len(phrase)]) == phrase:
                    found += others
        return found

    def origins(self, word: str) -> Iterable[Phrase]:
        """Return the phrases for which `word` may stand."""
        return self._origins.get(word, ())


class Described(NamedTuple):
    """A text's words, their `short` forms (and long ones), and `like`: everything else they are found by."""

    words: tuple[str, ...]
    short: tuple[str, ...]
    like: tuple[str, ...]


class SearchWords:
    """What the directory's search knows of language; built once from the shipped word lists.

    `described` takes a text apart; `ignored` are the words that carry no search.
    """

    def __init__(
        self,
        *,
        abbreviations: Iterable[Iterable[str]] = (),
        synonyms: Iterable[Iterable[str]] = (),
        ignored: Iterable[str] = (),
    ) -> None:
        self.ignored = frozenset(word for text in ignored for word in words_of(text))
        self._short = Alternatives(abbreviations)
        self._like = Alternatives(synonyms)
        self._known: dict[str, dict[str, None]] = {}
        # Many contacts share a position's or a field's wording; describing it once halves the building time.
        self.described = lru_cache(maxsize=_DESCRIBED_AT_MOST)(self._describe)

    def short_forms(self, word: str) -> Iterable[str]:
        """Return what a word of a title or an office is also called, and a short form in full."""
        return self._short.of_word(word)

    def _describe(self, text: str) -> Described:
        words = tuple(words_of(text))
        short = dict.fromkeys(self._short.of_phrases(words))
        like = dict.fromkeys(self._like.of_phrases(words))
        for word in words:
            short |= dict.fromkeys(self._short.of_word(word))
            like |= self._related(word)
        return Described(words=words, short=tuple(short), like=(*short, *like))

    def origin(self, word: str, text_words: Sequence[str]) -> str:
        """Return the words of the text for which `word` stands, or `word` when it stands for itself."""
        if word in text_words:
            return word
        text = f" {' '.join(text_words)} "
        for phrase in (*self._short.origins(word), *self._like.origins(word)):
            spelled = " ".join(phrase)
            if f" {spelled} " in text:
                return spelled
        return next((own for own in text_words if word in self._related(own)), word)

    def _related(self, word: str) -> dict[str, None]:
        """Return the marked roots of a word, and the other words for it and for its roots."""
        known = self._known.get(word)
        if known is None:
            known = dict.fromkeys(ROOT_MARK + root for root in roots(word))
            for form in (word, *roots(word)):
                known |= dict.fromkeys(self._short.of_word(form))
                known |= dict.fromkeys(self._like.of_word(form))
            self._known[word] = known
        return known
