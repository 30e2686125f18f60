"""A consistent copy of an SQLite database, also while others write to it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from console.domain.problems import Problem, ProblemCode


def copy_sqlite(source: Path, target: Path) -> None:
    """Write a copy of `source` to `target`, which appears only when it is complete.

    Raises `Problem` FILE_UNWRITABLE; the source is left alone in any case.
    """
    part = target.with_name(f"{target.name}.part")
    try:
        part.unlink(missing_ok=True)
        with closing(sqlite3.connect(source)) as original, closing(sqlite3.connect(part)) as copy:
            original.backup(copy)
        part.chmod(source.stat().st_mode)
        part.replace(target)
    except (OSError, sqlite3.Error) as error:
        part.unlink(missing_ok=True)
        raise Problem(ProblemCode.FILE_UNWRITABLE, file=str(target), reason=str(error)) from error
