"""A table of any length: pages of rows by cursor from the data lane, more as the agent scrolls."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Signal

from console.domain.problems import Problem
from console.ui.table_model import Column, ValueTableModel
from console.ui.tasks import TaskRunner

Row = TypeVar("Row")
PAGE_SIZE = 128


@dataclass(frozen=True, slots=True)
class Rows(Generic[Row]):
    """One page and the cursor of the next; None on the last."""

    rows: Sequence[Row]
    next_cursor: int | None


Fetch = Callable[[int | None, int], Rows[Row]]


class PagedTableModel(ValueTableModel[Row]):
    """`fetch(cursor, limit)` runs in the data lane (cursor None: the first page) and must not touch Qt.

    `loaded` comes after every page, `failed` with a `Problem`.
    """

    loaded = Signal()
    failed = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], Hashable],
        tasks: TaskRunner,
        parent: QObject,
    ) -> None:
        super().__init__(columns, key, parent)
        self._tasks = tasks
        self._fetch: Fetch[Row] | None = None
        self._cursor: int | None = None
        self._loading = False

    def load(self, fetch: Fetch[Row]) -> None:
        """Show what `fetch` finds, also again; rows that stay keep their selection."""
        self._fetch = fetch
        self._cursor = None
        limit = max(PAGE_SIZE, min(len(self.rows()), 8 * PAGE_SIZE))
        self._ask(None, limit, self._first)

    def is_complete(self) -> bool:
        """Say that the last page is shown."""
        return self._cursor is None and not self._loading

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Say whether there is a next page to ask for."""
        return not parent.isValid() and self._cursor is not None and not self._loading

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> None:
        """Ask for the next page."""
        if self.canFetchMore(parent):
            self._ask(self._cursor, PAGE_SIZE, self._more)

    def _ask(self, cursor: int | None, limit: int, done: Callable[[Rows[Row]], None]) -> None:
        if self._fetch is None:
            return
        self._loading = True
        question = _Question(self._fetch, cursor, limit)
        self._tasks.latest(("rows", id(self)), question, done, self._failed, owner=self)

    def _first(self, page: Rows[Row]) -> None:
        self._take(page)
        self.replace(page.rows)
        self.loaded.emit()

    def _more(self, page: Rows[Row]) -> None:
        self._take(page)
        self.append(page.rows)
        self.loaded.emit()

    def _take(self, page: Rows[Row]) -> None:
        self._loading = False
        self._cursor = page.next_cursor

    def _failed(self, problem: Problem) -> None:
        self._loading = False
        self.failed.emit(problem)


@dataclass(frozen=True, slots=True)
class _Question(Generic[Row]):
    """What the data lane runs; it holds no Qt object."""

    fetch: Fetch[Row]
    cursor: int | None
    limit: int

    def __call__(self) -> Rows[Row]:
        return self.fetch(self.cursor, self.limit)
