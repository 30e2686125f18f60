"""A whole sentence to tokens in standard Indonesian, each remembering how the citizen wrote it.

Indonesian, Javanese, Osing and Madurese mix within one sentence. A form that means two things is read the
regional way only when another word shows that the sentence is regional.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from console.domain.lexicon import Form, Language, Lexicon
from console.domain.recognition.spelling import Speller
from console.domain.recognition.stem import Stemmer
from console.domain.recognition.words import Sense, WordLists

_TOKEN: Final = re.compile(r"[^\W_]+(?:['’`][^\W_]+)*['’`]?|[.,;:!?\n]")
_BREAKS: Final = frozenset(".,;:!?\n")
_LONGEST_PHRASE: Final = 4
# Small words in a standard phrase: with them the phrase is a sentence piece, not the name of one thing.
_LOOSE: Final = frozenset("di ke dari dan atau tidak belum sudah ada saya masuk sedang yang dengan".split())


@dataclass(frozen=True, slots=True)
class Token:
    """One standard word. `typed` is what was written for it; `clause` counts punctuation before it."""

    typed: str
    word: str
    root: str
    clause: int


@dataclass(slots=True)
class _Piece:
    typed: str
    key: str
    clause: int


class Normaliser:
    """Reads sentences. `known` are the words the base uses, with how often."""

    def __init__(self, lexicon: Lexicon, lists: WordLists, known: Mapping[str, int]) -> None:
        self.stemmer = Stemmer(lists.roots)
        single, self._phrases = _forms(lexicon.plain_standard)
        standard = frozenset(_standard_words(lexicon, single)) | lists.empty | lists.landmarks | lists.beside
        words = dict.fromkeys(standard, 0) | dict(known)
        self._speller = Speller(plain=single, standard=standard, known=words, joinable=lists.joinable)
        self._doubtful = _doubtful_forms(lexicon.forms)
        self._regional = frozenset(
            form.written
            for form in lexicon.forms
            if form.language is not Language.INDONESIAN and not form.ambiguous
        )
        self._telling = frozenset(self._doubtful) - standard
        self._senses = _by_word(lists.senses)

    def tokens(self, text: str, *, correct: bool = True) -> list[Token]:
        """Return the tokens of `text`, without punctuation; `correct` mends typing slips."""
        pieces = self._pieces(text)
        regional = self._is_regional([piece.key for piece in pieces])
        found: list[Token] = []
        at = 0
        while at < len(pieces):
            taken, words = self._phrase(pieces, at) or (1, self._single(pieces[at], regional, correct))
            typed = " ".join(piece.typed for piece in pieces[at : at + taken])
            clause = pieces[at].clause
            found += [Token(typed, word, self.stemmer.root(word), clause) for word in words]
            at += taken
        return self._in_sense(found)

    def _is_regional(self, keys: list[str]) -> bool:
        """One sure regional word settles it, with or without an ending; of the doubtful ones it takes two."""
        sure, doubtful = self._regional, self._telling
        hints = 0
        for key in keys:
            if key in sure or (key[-1] in "eu" and (key[:-1] in sure or key[:-2] in sure)):
                return True
            hints += key in doubtful
        return hints > 1

    @staticmethod
    def _pieces(text: str) -> list[_Piece]:
        pieces: list[_Piece] = []
        clause = 0
        plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
        for written in _TOKEN.findall(plain):
            if written in _BREAKS:
                clause += 1
            else:
                pieces.append(_Piece(written, written.casefold(), clause))
        return pieces

    def _phrase(self, pieces: list[_Piece], at: int) -> tuple[int, tuple[str, ...]] | None:
        candidates = self._phrases.get(pieces[at].key)
        if candidates is None:
            return None
        ahead = tuple(piece.key for piece in pieces[at : at + _LONGEST_PHRASE])
        return next(
            ((len(keys), words) for keys, words in candidates if ahead[: len(keys)] == keys),
            None,
        )

    def _single(self, piece: _Piece, regional: bool, correct: bool) -> tuple[str, ...]:  # noqa: FBT001 - private
        if regional:
            doubtful = self._doubtful.get(piece.key)
            if doubtful:
                return doubtful
        return self._speller.words(piece.key, correct=correct)

    def _in_sense(self, tokens: list[Token]) -> list[Token]:
        read: list[Token] = []
        for index, token in enumerate(tokens):
            senses = self._senses.get(token.word)
            if senses:
                before = tokens[index - 1].word if index else ""
                after = tokens[index + 1].word if index + 1 < len(tokens) else ""
                meant = next((one for one in senses if before in one.after or after in one.before), None)
                if meant is not None:
                    word = meant.meaning
                    read.append(Token(token.typed, word, self.stemmer.root(word), token.clause))
                    continue
            read.append(token)
        return read


def keys_of(text: str) -> tuple[str, ...]:
    """Return the written words of a lexicon entry or name, cut as sentences are cut."""
    found = _TOKEN.findall(unicodedata.normalize("NFKC", text).casefold())
    return tuple(word for word in found if word not in _BREAKS)


def _forms(
    plain: Mapping[str, str],
) -> tuple[dict[str, tuple[str, ...]], dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]]:
    single: dict[str, tuple[str, ...]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for written, standard in plain.items():
        keys, words = keys_of(written), keys_of(standard)
        if len(keys) == 1:
            single[keys[0]] = words
        elif keys:
            phrases.setdefault(keys[0], []).append((keys, words))
    for entries in phrases.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return single, phrases


def _standard_words(lexicon: Lexicon, single: Mapping[str, tuple[str, ...]]) -> Iterable[str]:
    yield from (word for word in lexicon.common_words if word.isalpha() and word not in single)
    for words in single.values():
        yield from words


def _doubtful_forms(forms: Iterable[Form]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for form in forms:
        if form.ambiguous and form.language in {Language.JAVANESE, Language.OSING} and form.standard[0] != "(":
            found.setdefault(form.written, keys_of(form.standard))
    return found


def _by_word(senses: Iterable[Sense]) -> dict[str, tuple[Sense, ...]]:
    found: dict[str, tuple[Sense, ...]] = {}
    for sense in senses:
        found[sense.word] = (*found.get(sense.word, ()), sense)
    return found


