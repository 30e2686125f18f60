"""What can be stored at all, known without SQLAlchemy so that the tests' in-memory database keeps it too.

PostgreSQL's text cannot hold NUL, and no database can hold half a surrogate pair. Neither is a character
anybody means, and a complaint must not be lost to one: both are left out, in both databases.
"""

import re

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


class RuleBroken(Exception):  # noqa: N818 - names the fact, like Problem
    """A rule of the stored data was broken: an unknown reference, the same id or ticket twice. Our bug."""


def storable(text: str) -> str:
    """Return `text` without the characters that a database cannot hold."""
    return _UNSTORABLE.sub("", text)
