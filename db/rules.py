"""What the database refuses because the program is wrong, not the user."""


class RuleBroken(Exception):  # noqa: N818 - names the fact, like Problem
    """A rule of the stored data was broken: an unknown reference, the same id or ticket twice. Our bug."""
