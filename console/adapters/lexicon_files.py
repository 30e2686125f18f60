"""The lexicon as CSV files, so that a native speaker can correct a row without knowing the program."""

from importlib.resources.abc import Traversable

from console.adapters.records import Record, read_rows, read_text
from console.domain.base_check import BaseFault
from console.domain.lexicon import AffixRule, Form, FormKind, Language, Lexicon, MisleadingPattern
from resources import resource


def load_lexicon(folder: Traversable | None = None) -> Lexicon:
    """Return the lexicon in `folder` (the shipped one by default), or raise `Problem` BASE_BROKEN."""
    root = resource("lexicon") if folder is None else folder
    return Lexicon(
        forms=tuple(map(_form, read_rows(root, "normalisation.csv"))),
        rules=tuple(map(_rule, read_rows(root, "rules.csv"))),
        patterns=tuple(map(_pattern, read_rows(root, "patterns.csv"))),
        common_words=frozenset(read_text(root, "common_words.txt").split()),
    )


def _form(row: Record) -> Form:
    form = Form(
        written=row.filled_text("form"),
        standard=row.filled_text("standard"),
        language=row.choice("language", Language),
        kind=row.choice("kind", FormKind),
        topic=row.text("domain"),
        ambiguous=_ambiguous(row),
        note=row.text("note"),
    )
    row.end()
    return form


def _ambiguous(row: Record) -> bool:
    mark = row.text("ambiguous")
    if mark not in {"", "yes"}:
        row.refuse(BaseFault.UNKNOWN_VALUE, mark)
    return mark == "yes"


def _rule(row: Record) -> AffixRule:
    rule = AffixRule(
        name=row.filled_text("rule"),
        description=row.text("description"),
        example_in=row.text("example_in"),
        example_out=row.text("example_out"),
        note=row.text("note"),
    )
    row.end()
    return rule


def _pattern(row: Record) -> MisleadingPattern:
    pattern = MisleadingPattern(
        name=row.filled_text("pattern"),
        example=row.filled_text("example_sentence"),
        wrong_reading=row.text("wrong_reading"),
        right_reading=row.text("right_reading"),
    )
    row.end()
    return pattern
