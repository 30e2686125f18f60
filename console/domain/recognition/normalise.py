"""A whole sentence to tokens in standard Indonesian, each remembering how the citizen wrote it.

Indonesian, Javanese, Osing and Madurese mix within one sentence. A form that means two things is read the
regional way only when another word shows that the sentence is regional.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from console.domain.lexicon import Form, Language, Lexicon
from console.domain.recognition.spelling import Speller
from console.domain.recognition.stem import Stemmer
from console.domain.recognition.words import Sense, WordLists

_TOKEN: Final = re.compile(r"[^\W_]+(?:['’`][^\W_]+)*['’`]?|[.,;:!?\n]")
_WORD: Final = re.compile(r"[^\W_]+(?:['’`][^\W_]+)*['’`]?")
_BREAKS: Final = frozenset(".,;:!?\n")
_LONGEST_PHRASE: Final = 4
_MENDED_AT_MOST: Final = 150  # words from the start; a pasted page of gibberish must not cost seconds
_PRONOUNS: Final = frozenset(["saya", "kami", "kita", "aku", "dia", "mereka", "ini", "itu", "nya"])
_CLITICS: Final = ("nya", "ku", "mu")
_REGIONAL: Final = frozenset({Language.JAVANESE, Language.OSING})
_Phrases = dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]


class Token(NamedTuple):
    """One standard word. `typed` is what was written for it; `clause` counts the punctuation before it.

    `guessed`: a slip of the finger was mended, or so it seems.
    """

    typed: str
    word: str
    root: str
    clause: int
    guessed: bool = False


class Normaliser:
    """Reads sentences.

    `known` are the words that the base uses, with how often; `own` those it uses as names of matters (TPI,
    SPT), which no short form of an empty word may take away.
    """

    def __init__(
        self, lexicon: Lexicon, lists: WordLists, *, known: Mapping[str, int], own: frozenset[str]
    ) -> None:
        self.lists = lists
        single, self._phrases = _forms(lexicon.plain_standard)
        for word in own & single.keys():
            if lists.empty.issuperset(single[word]):
                del single[word]
        standard = frozenset(_standard_words(lexicon, single)).union(
            lists.empty, lists.landmarks, lists.beside, lists.roots, own
        )
        words = dict.fromkeys(standard, 0) | dict(known)
        self.stemmer = Stemmer(lists.roots, frozenset(words))
        self._speller = Speller(plain=single, standard=standard, known=words, joinable=lists.joinable)
        self._doubtful = _doubtful_forms(lexicon.forms)
        self._doubtful_keys = frozenset(self._doubtful)
        self._telling = frozenset(self._doubtful) - standard
        self._regional = frozenset(
            form.written for form in lexicon.forms if form.language in _REGIONAL and not form.ambiguous
        )
        self._quick: dict[str, list[tuple[str, str]]] = {}
        self._senses = _by_word(lists.senses)
        self._special = {*self._phrases, *self._doubtful, *self._senses}
        self._vocabulary = frozenset(words)

    def knows(self, word: str) -> bool:
        """Whether a standard word occurs in the base or in everyday language."""
        return word in self._vocabulary

    def tokens(self, text: str, *, correct: bool = True) -> list[Token]:
        """Return the tokens of `text`, without punctuation; `correct` mends typing slips."""
        written, keys, clauses = _pieces(text)
        doubtful = self._doubtful if self._is_regional(keys) else {}
        words, phrases, root = self._speller.words, self._phrases, self.stemmer.root
        titles = self.lists.titles
        found: list[Token] = []
        at, senses = 0, False
        while at < len(keys):
            key = keys[at]
            mend = correct and at < _MENDED_AT_MOST and not (at and keys[at - 1] in titles)
            taken, standard = (key in phrases and self._phrase(keys, at)) or (
                1,
                doubtful.get(key) or words(key, correct=mend),
            )
            typed = written[at] if taken == 1 else " ".join(written[at : at + taken])
            guessed = mend and taken == 1 and self._speller.mended(key)
            for word in standard:
                found.append(Token(typed, word, root(word), clauses[at], guessed))
                senses = senses or word in self._senses
            at += taken
        return self._in_sense(found) if senses else found

    def forms(self, token: Token) -> tuple[str, ...]:
        """Return how a listed word may stand for a token: with or without -nya, as root, as written."""
        word = token.word
        bare = next((word[: -len(end)] for end in _CLITICS if word.endswith(end)), word)
        return word, bare if bare in self._vocabulary else word, token.root, *token.typed.casefold().split()

    def pairs(self, keys: list[str]) -> list[tuple[str, str]]:
        """Return (standard word, root) for written words, without mending slips.

        The base's thousands of sentences are read this way at start-up.
        """
        quick = self._quick
        for key in keys:
            if key not in quick:
                self._learn(key)
        if self._special.isdisjoint(keys):
            return [pair for key in keys for pair in quick[key]]
        return self._special_pairs(keys)

    def _special_pairs(self, keys: list[str]) -> list[tuple[str, str]]:
        """Return the pairs where a word may begin a phrase or mean two things."""
        doubtful = self._doubtful if self._is_regional(keys) else {}
        found: list[tuple[str, str]] = []
        at = 0
        while at < len(keys):
            key = keys[at]
            phrase = self._phrase(keys, at) if key in self._phrases else None
            if phrase is not None:
                found += self._with_roots(phrase[1])
            elif key in doubtful:
                found += self._with_roots(doubtful[key])
            else:
                found += self._quick[key]
            at += phrase[0] if phrase else 1
        return self._pairs_in_sense(found) if any(word in self._senses for word, _ in found) else found

    def _learn(self, key: str) -> None:
        pairs = self._with_roots(self._speller.words(key, correct=False))
        self._quick[key] = pairs
        if any(word in self._senses for word, _ in pairs):
            self._special.add(key)

    def _pairs_in_sense(self, pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
        tokens = self._in_sense([Token(word, word, root, 0) for word, root in pairs])
        return [(token.word, token.root) for token in tokens]

    def _with_roots(self, words: tuple[str, ...]) -> list[tuple[str, str]]:
        return [(word, self.stemmer.root(word)) for word in words]

    def _is_regional(self, keys: list[str]) -> bool:
        """One sure regional word settles it, with or without an ending; of the doubtful ones it takes two."""
        if self._doubtful_keys.isdisjoint(keys):
            return False  # nothing depends on it
        sure, doubtful = self._regional, self._telling
        hints = 0
        for key in keys:
            if key in sure or (key[-1] in "eu" and (key[:-1] in sure or key[:-2] in sure)):
                return True
            hints += key in doubtful
        return hints > 1

    def _phrase(self, keys: list[str], at: int) -> tuple[int, tuple[str, ...]] | None:
        ahead = tuple(keys[at : at + _LONGEST_PHRASE])
        for phrase, words in self._phrases[keys[at]]:
            if ahead[: len(phrase)] == phrase:
                return len(phrase), words
        return None

    def _in_sense(self, tokens: list[Token]) -> list[Token]:
        words = [token.word for token in tokens]
        return [
            self._meant(token, before=_nearest(reversed(words[:at])), after=_nearest(words[at + 1 :]))
            if token.word in self._senses
            else token
            for at, token in enumerate(tokens)
        ]

    def _meant(self, token: Token, *, before: str, after: str) -> Token:
        for sense in self._senses.get(token.word, ()):
            if before in sense.after or after in sense.before:
                meaning = sense.meaning
                return token._replace(word=meaning, root=self.stemmer.root(meaning))
        return token


def _nearest(words: Iterable[str]) -> str:
    """Return the nearest word that is no pronoun ("anak saya panas": the child is hot, not I)."""
    return next((word for word in words if word not in _PRONOUNS), "")


def keys_of(text: str) -> list[str]:
    """Return the written words of a text in lower case, cut as sentences are cut."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return _WORD.findall(plain.casefold())


def _pieces(text: str) -> tuple[list[str], list[str], list[int]]:
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    written: list[str] = []
    clauses: list[int] = []
    clause = 0
    for piece in _TOKEN.findall(plain):
        if piece in _BREAKS:
            clause += 1
        else:
            written.append(piece)
            clauses.append(clause)
    return written, [piece.casefold() for piece in written], clauses


def _forms(plain: Mapping[str, str]) -> tuple[dict[str, tuple[str, ...]], _Phrases]:
    single: dict[str, tuple[str, ...]] = {}
    phrases: _Phrases = {}
    for written, standard in plain.items():
        keys, words = _cut(written), _cut(standard)
        if len(keys) == 1:
            single[keys[0]] = words
        else:
            phrases.setdefault(keys[0], []).append((keys, words))
    for entries in phrases.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return single, phrases


def _cut(entry: str) -> tuple[str, ...]:
    return (entry.casefold(),) if entry.isalpha() else tuple(keys_of(entry))


def _standard_words(lexicon: Lexicon, single: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    yield from (word for word in lexicon.common_words if word.isalpha() and word not in single)
    for words in single.values():
        yield from words


def _doubtful_forms(forms: Iterable[Form]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for form in forms:
        if form.ambiguous and form.language in _REGIONAL and not form.standard.startswith("("):
            found.setdefault(form.written, _cut(form.standard))
    return found


def _by_word(senses: Iterable[Sense]) -> dict[str, tuple[Sense, ...]]:
    found: dict[str, tuple[Sense, ...]] = {}
    for sense in senses:
        found[sense.word] = (*found.get(sense.word, ()), sense)
    return found
