"""Keep the Indonesian catalogue in step with the code: ``make words`` runs this after a message was changed.

Babel's own commands stamp every file with the hour it was written; this writes the same bytes for the same
words, so that a change in the repository is a change of words. Texts are translated in `konsol.po` by hand.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
PO = ROOT / "resources" / "locale" / "id" / "LC_MESSAGES" / "konsol.po"
MO = PO.with_suffix(".mo")
KEYWORDS = {**DEFAULT_KEYWORDS, "translate": None, "later": None, "translate_plural": (1, 2)}
SOURCES = [("console/**.py", "python")]
_HEADER = (
    ("Project-Id-Version", "Konsol Melayani"),
    ("Language", "id"),
    ("Language-Team", "Indonesian"),
    ("Plural-Forms", "nplurals=1; plural=0;"),
    ("MIME-Version", "1.0"),
    ("Content-Type", "text/plain; charset=UTF-8"),
    ("Content-Transfer-Encoding", "8bit"),
)


class Words(Catalog):
    """A catalogue whose header says nothing about when and by what it was written."""

    def __iter__(self) -> Iterator[Message]:
        yield Message("", "".join(f"{name}: {value}\n" for name, value in _HEADER))
        yield from (message for message in super().__iter__() if message.id)


def collected() -> Words:
    """Return the messages of the code, each with its places and without words."""
    words = Words(locale="id", header_comment="# The words of Konsol Melayani in Indonesian.")
    words.mime_headers = list(_HEADER)  # Babel takes the number of plural forms from here
    for file, line, message, _comments, _context in extract_from_dir(ROOT, SOURCES, keywords=KEYWORDS):
        words.add(message, locations=[(file, line)])
    return words


def translated() -> Catalog:
    """Return the catalogue as it stands on disk."""
    with PO.open("rb") as file:
        return read_po(file, locale="id")


def compiled(words: Catalog) -> bytes:
    """Return the binary catalogue that gettext reads."""
    target = BytesIO()
    write_mo(target, words)
    return target.getvalue()


def _merged() -> Words:
    """Return the messages of the code with the words known for them; what the code dropped is dropped."""
    words, known = collected(), translated()
    for message in words:
        before = known.get(message.id) if message.id else None
        if before is not None:
            message.string, message.flags = before.string, message.flags | before.flags
    return words


def main() -> int:
    """Write both files; return 1 and list the messages that want words."""
    words = _merged()
    with PO.open("wb") as file:
        write_po(file, words, width=110, no_location=True, sort_output=True)
    MO.write_bytes(compiled(words))
    wanting = [str(message.id) for message in words if message.id and not message.string]
    sys.stderr.writelines(f"no words yet: {one}\n" for one in wanting)
    return 1 if wanting else 0


if __name__ == "__main__":
    sys.exit(main())
