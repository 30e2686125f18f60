"""Cleaning of what people type or paste, the same at every door of the house."""

import unicodedata

MAX_TEXT = 20_000  # characters; a spoken complaint is under 1,000, a pasted letter under 10,000
MAX_FIELD = 200

# Tab and newline are the only control characters a complaint needs.
_KEPT = frozenset("\t\n")
# Direction overrides and isolates can make a stored text read differently than it was typed.
_DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_ODD_SPACES = str.maketrans({"\u00a0": " ", "\u2028": "\n", "\u2029": "\n"})


def clean_text(raw: str) -> str:
    """Return `raw` with newlines as LF and without control, surrogate and direction-override characters."""
    unified = raw.replace("\r\n", "\n").replace("\r", "\n").translate(_ODD_SPACES)
    kept = (char for char in unified if char in _KEPT or not _unwanted(char))
    return unicodedata.normalize("NFC", "".join(kept)).strip()


def clean_line(raw: str) -> str:
    """Return `raw` cleaned and folded into one line with single spaces."""
    return " ".join(clean_text(raw).split())


def _unwanted(char: str) -> bool:
    return char in _DIRECTION or unicodedata.category(char) in {"Cc", "Cs"}


def shorten(text: str, limit: int) -> str:
    """Return `text` in at most `limit` characters, cut at a word boundary and ended with ``…``."""
    if len(text) <= limit:
        return text
    if limit < 1:
        return ""
    head = text[: limit - 1]
    at = max(head.rfind(" "), head.rfind("\n"))
    return (head[:at] if at > limit // 2 else head).rstrip() + "…"
