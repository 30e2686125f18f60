"""What may stand in a log: never a link, a phone number or words somebody typed."""

import re

_LINK = re.compile(
    r"\b[a-z][a-z0-9+.-]*:(?://|\?|[^\s\"']*\?)[^\s\"'<>)]*|\b(?:tel|mailto|whatsapp):[^\s\"']+",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|“[^”]*”")
_NUMBER = re.compile(r"\+?\d[\d\s.-]{4,}\d")
_LONGEST = 200


def redacted(text: str) -> str:
    """Return one line of at most 200 characters with links, quoted words and long numbers blotted out."""
    first_line = text.strip().partition("\n")[0]
    for pattern, mark in ((_LINK, "<link>"), (_QUOTED, "'…'"), (_NUMBER, "<number>")):
        first_line = pattern.sub(mark, first_line)
    return first_line[:_LONGEST]
