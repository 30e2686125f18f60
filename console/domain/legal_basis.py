"""Legal bases as text, and what of them may be shown when nobody has read the article.

A wrong article number, spoken to a citizen or printed in a letter, does harm that a law's name alone
does not.
"""

import re
from typing import Final

_UNIT: Final = r"(?:Pasal|ayat|huruf|angka|butir|paragraf)"
# 16, 16A, (8), (1a), CC, d: never the number of a law (16/2021).
_MARK: Final = r"(?:\(\d+[a-z]?\)|\d+[A-Za-z]?(?![\d/])|[A-Z]{1,2}(?![\w/])|[a-z](?![\w/]))"
_SPAN: Final = rf"{_MARK}(?:\s*[-–]\s*{_MARK})?"
_AND: Final = r"(?:\s*,\s*(?:dan\s+|serta\s+)?|\s+(?:dan|serta|jo)\s+)"
_POINT: Final = rf"(?:{_UNIT}\s+{_SPAN}(?:{_AND}{_SPAN})*|Lampiran(?:\s+[IVX]+\b)?)"
_POINTS: Final = re.compile(rf"[\s,]*\b{_POINT}(?:(?:{_AND}|\s+){_POINT})*")
_EMPTY_BRACKETS: Final = re.compile(r"\s*\(\s*[,;:]?\s*\)")
_BEFORE_BRACKET: Final = re.compile(r"\s*[,;:]\s*\)")
_AFTER_BRACKET: Final = re.compile(r"\(\s*[,;:]\s*")
_CLAUSE: Final = re.compile(r"(?<=[.;])\s+")
_SPACES: Final = re.compile(r"\s{2,}")
_SENTENCE_END: Final = re.compile(r"\.\s+(?=[A-Z])")


def laws_only(legal_basis: str) -> str:
    """Return the laws of a legal basis without articles, verses, letters, numbers and annexes.

    ``UU 38/2004 jo UU 2/2022 Pasal 9 ayat (8)`` gives ``UU 38/2004 jo UU 2/2022``. Remarks after the first
    sentence are left out: without its article number "… is revoked" would say it of the whole law.
    """
    laws = _SENTENCE_END.split(legal_basis, maxsplit=1)[0]
    bare = _POINTS.sub("", laws)
    bare = _BEFORE_BRACKET.sub(")", _AFTER_BRACKET.sub("(", bare))
    bare = _SPACES.sub(" ", _EMPTY_BRACKETS.sub("", bare))
    kept = (part.strip(" ,.") for part in bare.split(";"))
    return "; ".join(part for part in kept if part)


def without_articles(note: str) -> str:
    """Return a note without the clauses that name an article; for notes whose source nobody has read."""
    kept = [clause for clause in _CLAUSE.split(note) if not _POINTS.search(f" {clause}")]
    return " ".join(kept).rstrip(" ;")
