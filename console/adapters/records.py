"""Shipped files taken apart field by field: what is missing, unknown or mistyped is named, not guessed."""

import csv
import io
import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from importlib.resources.abc import Traversable
from typing import Final, NoReturn, TypeVar

from console.domain.base_check import BaseFault, Broken

_PLACE: Final = re.compile(r"\(at line (\d+), column (\d+)\)$")
_Choice = TypeVar("_Choice", bound=StrEnum)


class Record:
    """One table of a file. Take its fields, then call `end`: whatever is left over is unknown.

    Every method raises `Problem` BASE_BROKEN that names the file and the record.
    """

    def __init__(self, file: str, name: str, table: Mapping[str, object]) -> None:
        self.file = file
        self.name = name
        self._left = dict(table)

    def refuse(self, fault: BaseFault, detail: str = "") -> NoReturn:
        """Raise the `Problem` for a fault of this record."""
        raise Broken(file=self.file, record=self.name, fault=fault, detail=detail).problem()

    def text(self, field: str, default: str | None = None) -> str:
        """Take a string; without a default it must be there."""
        value = self._take(field, default)
        if not isinstance(value, str):
            self.refuse(BaseFault.WRONG_TYPE, field)
        return value

    def filled_text(self, field: str) -> str:
        """Take a string that says something."""
        value = self.text(field)
        if not value.strip():
            self.refuse(BaseFault.EMPTY, field)
        return value

    def day(self, field: str) -> str:
        """Take a date as text. TOML's own unquoted date is a natural thing to write, so it counts too."""
        value = self._take(field, None)
        if isinstance(value, date) and not isinstance(value, datetime):
            return value.isoformat()
        if not isinstance(value, str):
            self.refuse(BaseFault.WRONG_TYPE, field)
        return value

    def choice(self, field: str, kind: type[_Choice]) -> _Choice:
        """Take one of an enum's values."""
        value = self.text(field)
        if value not in kind._value2member_map_:
            self.refuse(BaseFault.UNKNOWN_VALUE, value)
        return kind(value)

    def whole(self, field: str) -> int:
        """Take a whole number."""
        value = self._take(field, None)
        if type(value) is not int:  # a bool is an int to `isinstance`
            self.refuse(BaseFault.WRONG_TYPE, field)
        return value

    def whole_or_none(self, field: str) -> int | None:
        """Take a whole number that may be absent."""
        return self.whole(field) if field in self._left else None

    def decimal(self, field: str) -> float:
        """Take a number written as text, as in a CSV file."""
        try:
            return float(self.text(field))
        except ValueError:
            self.refuse(BaseFault.WRONG_TYPE, field)

    def flag(self, field: str) -> bool:
        """Take a truth value; absent means false."""
        value = self._take(field, default=False)
        if not isinstance(value, bool):
            self.refuse(BaseFault.WRONG_TYPE, field)
        return value

    def texts(self, field: str) -> tuple[str, ...]:
        """Take a list of strings; absent means none."""
        value = self._take(field, ())
        if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
            self.refuse(BaseFault.WRONG_TYPE, field)
        return tuple(value)

    def tables(self, field: str) -> Iterator["Record"]:
        """Take a list of tables that belong to this record (named ``Q-JLN-01/3``); absent means none."""
        value = self._take(field, ())
        if not isinstance(value, list | tuple):
            self.refuse(BaseFault.WRONG_TYPE, field)
        for position, item in enumerate(value, start=1):
            table = self._as_table(field, item)
            yield Record(self.file, f"{self.name}/{table.get('number', position)}", table)

    def named_tables(self, field: str, key: str) -> Iterator["Record"]:
        """Take a list of records that carry their own name in `key`, each name once."""
        value = self._take(field, None)
        if not isinstance(value, list):
            self.refuse(BaseFault.WRONG_TYPE, field)
        seen: set[str] = set()
        for position, item in enumerate(value, start=1):
            table = self._as_table(field, item)
            name = table.get(key)
            named = isinstance(name, str) and name
            record = Record(self.file, str(name) if named else f"{field} {position}", table)
            if record.name in seen:
                record.refuse(BaseFault.DUPLICATE, record.name)
            seen.add(record.name)
            yield record

    def table(self, field: str) -> "Record":
        """Take a table, named after its field."""
        return Record(self.file, field, self._as_table(field, self._take(field, None)))

    def pass_over(self, *fields: str) -> None:
        """Take fields that the program has no use for, but that belong into the file."""
        for field in fields:
            self._take(field, None)

    def fields(self) -> tuple[str, ...]:
        """Return the names of the fields not yet taken."""
        return tuple(self._left)

    def end(self) -> None:
        """Refuse the record when fields are left over."""
        for field in self._left:
            self.refuse(BaseFault.UNKNOWN_FIELD, field)

    def _take(self, field: str, default: object) -> object:
        value = self._left.pop(field, default)
        if value is None:  # TOML has no null: only an absent field without a default is None
            self.refuse(BaseFault.MISSING_FIELD, field)
        return value

    def _as_table(self, field: str, value: object) -> dict[str, object]:
        if not isinstance(value, dict):
            self.refuse(BaseFault.WRONG_TYPE, field)
        return value


def read_record(folder: Traversable, file: str) -> Record:
    """Read the TOML file at `file` (``matters/jalan.toml``) below `folder` as one record."""
    text = read_text(folder, file)
    try:
        return Record(file, "", tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        _refuse_file(file, BaseFault.UNREADABLE, _place(str(error), text), str(error))
    except RecursionError:
        _refuse_file(file, BaseFault.UNREADABLE, detail="[[[[…")


def read_rows(folder: Traversable, file: str) -> Iterator[Record]:
    """Read a CSV file with a header, one record per row, named by its line."""
    reader = csv.DictReader(io.StringIO(read_text(folder, file), newline=""), restkey="", strict=True)
    try:
        for row in reader:
            cells = {field: cell for field, cell in row.items() if cell is not None}
            yield Record(file, str(reader.line_num), cells)
    except csv.Error as error:
        _refuse_file(file, BaseFault.UNREADABLE, f"{reader.line_num}:1", str(error))


def read_text(folder: Traversable, file: str) -> str:
    """Read a UTF-8 file below `folder`; the mark that Windows editors put first is no part of it."""
    try:
        raw = folder.joinpath(file).read_bytes()
    except FileNotFoundError:
        _refuse_file(file, BaseFault.MISSING_FILE)
    except OSError as error:
        _refuse_file(file, BaseFault.UNREADABLE, detail=error.strerror or "")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line, column = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
        _refuse_file(file, BaseFault.UNREADABLE, f"{line}:{column}", "UTF-8")


def file_names(folder: Traversable, part: str) -> tuple[str, ...]:
    """Return the TOML files of a part (``matters``) by name; a missing folder is refused."""
    try:
        names = sorted(entry.name for entry in folder.joinpath(part).iterdir())
    except OSError:
        _refuse_file(part, BaseFault.MISSING_FILE)
    return tuple(f"{part}/{name}" for name in names if name.endswith(".toml"))


def _place(message: str, text: str) -> str:
    """Return line:column of a parser's message; it names none when the file ends too early."""
    found = _PLACE.search(message)
    return f"{found[1]}:{found[2]}" if found else f"{len(text.splitlines())}:1"


def _refuse_file(file: str, fault: BaseFault, place: str = "1:1", detail: str = "") -> NoReturn:
    raise Broken(file=file, record=place, fault=fault, detail=detail).problem()
