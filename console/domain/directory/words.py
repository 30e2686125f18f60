"""How text becomes search words: one folding for what is stored and for what is typed."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+")
_APOSTROPHE: Final = re.compile("['`\u2018\u2019\u02bc\u00b4]")
# "S.T." is one word, "Plt. Kadis" are two.
_INITIAL: Final = re.compile(r"\b([a-z])\.(?=[a-z])")
# A guessed root is no word anybody wrote; the mark keeps it out of completion and correction.
ROOT_MARK: Final = "~"
_SHORTEST_ROOT: Final = 4
_VOWELS: Final = frozenset("aiueo")
_PARTICLES: Final = ("nya", "lah", "kah")
_SUFFIXES: Final = ("kan", "an", "i")
# Most names carry none of it; looking costs less than trying every affix.
_AFFIXED: Final = re.compile(r"^(?:me|pe|be|te|di|ke|se)|(?:nya|lah|kah|an|i)$")
# Prefix → what it may have swallowed before a vowel ("" = nothing): memukul → pukul, menyapu → sapu.
_PREFIXES: Final = (
    ("meng", ("", "k")),
    ("peng", ("", "k")),
    ("meny", ("s",)),
    ("peny", ("s",)),
    ("mem", ("", "p")),
    ("pem", ("", "p")),
    ("men", ("", "t")),
    ("pen", ("", "t")),
    ("me", ("",)),
    ("pe", ("",)),
    ("ber", ("",)),
    ("ter", ("",)),
    ("per", ("",)),
    ("di", ("",)),
    ("ke", ("",)),
    ("se", ("",)),
)


def fold(text: str) -> str:
    """Return `text` in small letters, without accents and apostrophes, initials joined (``s.t.``: ``st``)."""
    text = text.casefold()
    if not text.isascii():
        apart = unicodedata.normalize("NFKD", text)
        text = "".join(char for char in apart if not unicodedata.combining(char))
    text = _APOSTROPHE.sub("", text)
    return _INITIAL.sub(r"\1", text) if "." in text else text


def words_of(text: str) -> list[str]:
    """Return the folded words of `text` in order."""
    return _WORD.findall(fold(text))


@lru_cache(maxsize=20_000)
def roots(word: str) -> tuple[str, ...]:
    """Return what may be left of `word` without Indonesian affixes: ``perizinan`` → ``izin``.

    A guess by spelling alone: it may return several, or shorter words that do not exist. The word itself
    is never among them.
    """
    if not _AFFIXED.search(word):
        return ()
    stems = dict.fromkeys([word, *_without(word, _PARTICLES)])
    stems |= dict.fromkeys(shorter for stem in tuple(stems) for shorter in _without(stem, _SUFFIXES))
    found = dict.fromkeys(root for stem in stems for root in (stem, *_without_prefix(stem)))
    return tuple(root for root in found if len(root) >= _SHORTEST_ROOT and root != word)


def _without(word: str, endings: tuple[str, ...]) -> list[str]:
    return [word[: -len(ending)] for ending in endings if word.endswith(ending)]


def _without_prefix(word: str) -> list[str]:
    found = []
    for prefix, swallowed in _PREFIXES:
        rest = word.removeprefix(prefix)
        if rest != word and rest:
            found += [lost + rest for lost in swallowed if not lost or rest[0] in _VOWELS]
    return found
