"""Tables: a refresh keeps what is selected, long ones come page by page, levels keep colour and word."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QFont
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.domain.level import Level
from console.domain.problems import Problem, ProblemCode
from console.ui.app import ConsoleApplication
from console.ui.paged_model import PAGE_SIZE, PagedTableModel, Rows
from console.ui.table_model import Column, ValueTableModel
from console.ui.tasks import TaskRunner
from console.ui.theme import Theme, current_theme
from console.ui.tokens import LEVEL_TONES, ThemeName, Tone
from console.ui.widgets.list_table import ListTable


@dataclass(frozen=True)
class Line:
    """A row of the tests."""

    number: int
    level: Level = Level.PEMKAB
    text: str = "jalan rusak"


COLUMNS: list[Column[Line]] = [
    Column(title="Number", text=lambda line: str(line.number), width=80, figures=True, right=True),
    Column(title="Complaint", text=lambda line: line.text),
    Column(
        title="Level",
        text=lambda line: line.level.value,
        width=120,
        tone=lambda line: LEVEL_TONES[line.level],
        spoken=lambda line: f"falls to {line.level.value}",
    ),
]


def _number(line: Line) -> int:
    return line.number


def _model(parent: QObject) -> ValueTableModel[Line]:
    return ValueTableModel(COLUMNS, _number, parent)


numbers = st.lists(st.integers(0, 12), unique=True, max_size=10)


@given(before=numbers, after=numbers)
def test_after_a_refresh_every_row_that_stayed_is_still_the_same_row(
    qapp: ConsoleApplication, before: list[int], after: list[int]
) -> None:
    model = _model(qapp)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.replace([Line(number) for number in before])
    held = {number: QPersistentModelIndex(model.index(row, 1)) for row, number in enumerate(before)}
    model.replace([Line(number, text="changed") for number in after])
    assert [line.number for line in model.rows()] == after
    assert all(line.text == "changed" for line in model.rows())
    for number, index in held.items():
        assert (index.row() if index.isValid() else -1) == (after.index(number) if number in after else -1)
    model.deleteLater()


@pytest.fixture
def table(qtbot: QtBot) -> Iterator[ListTable]:
    made = ListTable("Complaints")
    qtbot.addWidget(made)
    model = _model(made)
    made.setModel(model)
    made.set_widths(model.widths())
    model.replace([Line(number) for number in range(40)])
    made.resize(700, 400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    yield made
    made.close()


def _lines(table: ListTable) -> ValueTableModel[Line]:
    model = table.model()
    assert isinstance(model, ValueTableModel)
    return model


def test_selection_and_current_row_survive_a_refresh(table: ListTable) -> None:
    table.select_row(5)
    _lines(table).replace([Line(number) for number in (99, 5, 3)])
    current = _lines(table).at(table.currentIndex().row())
    assert current == Line(5)
    selected = table.selectionModel().selectedRows()
    assert [index.row() for index in selected] == [1]


def test_enter_opens_the_current_row_and_arrows_move(table: ListTable, qtbot: QtBot) -> None:
    table.select_row(0)
    with qtbot.waitSignal(table.row_changed, check_params_cb=lambda index: index.row() == 1):
        QTest.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.opened, check_params_cb=lambda index: index.row() == 1):
        QTest.keyClick(table, Qt.Key.Key_Return)


def test_enter_without_a_row_opens_nothing(table: ListTable, qtbot: QtBot) -> None:
    table.selectionModel().setCurrentIndex(QModelIndex(), QItemSelectionModel.SelectionFlag.Clear)
    with qtbot.assertNotEmitted(table.opened):
        QTest.keyClick(table, Qt.Key.Key_Return)


def test_letters_are_left_to_the_page_s_commands(table: ListTable) -> None:
    table.select_row(3)
    QTest.keyClicks(table, "j")
    assert table.currentIndex().row() == 3


def test_tab_leaves_the_table(table: ListTable) -> None:
    assert not table.tabKeyNavigation()


def test_rows_have_one_fixed_height(table: ListTable) -> None:
    heights = {table.rowHeight(row) for row in range(40)}
    assert heights == {current_theme().px(36)}


def test_a_level_has_its_word_its_mark_and_its_colour(qapp: ConsoleApplication) -> None:
    model = _model(qapp)
    model.replace([Line(1, Level.PROVINSI)])
    cell = model.index(0, 2)
    assert cell.data() == "provinsi"
    assert not cell.data(Qt.ItemDataRole.DecorationRole).isNull()
    brush, font = cell.data(Qt.ItemDataRole.ForegroundRole), cell.data(Qt.ItemDataRole.FontRole)
    assert isinstance(brush, QBrush)
    assert brush.color() == current_theme().solid(Tone.PROVINSI)
    assert isinstance(font, QFont)
    assert font.weight() >= QFont.Weight.DemiBold
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Level: falls to provinsi"
    model.deleteLater()


def test_a_level_keeps_its_colour_in_the_selected_row(table: ListTable) -> None:
    table.select_row(0)
    table.clearFocus()
    QApplication.processEvents()
    image = table.grab().toImage()
    area = table.visualRect(table.model().index(0, 2)).translated(table.viewport().pos())
    ratio = image.devicePixelRatio()
    seen = {
        image.pixelColor(round(x * ratio), round(y * ratio)).name()
        for x in range(area.left(), area.right())
        for y in range(area.top(), area.bottom())
    }
    assert current_theme().solid(Tone.PEMKAB).name() in seen
    assert current_theme().colour("accent_soft").name() in seen


def test_headings_are_spoken_and_aligned(qapp: ConsoleApplication) -> None:
    model = _model(qapp)
    horizontal = Qt.Orientation.Horizontal
    assert [model.headerData(place, horizontal) for place in range(3)] == ["Number", "Complaint", "Level"]
    align = model.headerData(0, horizontal, Qt.ItemDataRole.TextAlignmentRole)
    assert align & Qt.AlignmentFlag.AlignRight
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    model.deleteLater()


class Store:
    """Five pages and a bit of complaints, newest first; notes what it was asked."""

    def __init__(self, size: int = 5 * PAGE_SIZE + 7) -> None:
        self.lines = [Line(number) for number in range(size, 0, -1)]
        self.asked: list[tuple[int | None, int]] = []

    def fetch(self, cursor: int | None, limit: int) -> Rows[Line]:
        self.asked.append((cursor, limit))
        below = [line for line in self.lines if cursor is None or line.number < cursor][:limit]
        more = bool(below) and below[-1].number > self.lines[-1].number
        return Rows(below, below[-1].number if more else None)


@pytest.fixture
def paged(qapp: ConsoleApplication, tasks: TaskRunner) -> Iterator[PagedTableModel[Line]]:
    model = PagedTableModel(COLUMNS, _number, tasks, qapp)
    yield model
    model.deleteLater()


def test_a_long_table_shows_its_first_page_and_asks_for_more_only_when_scrolled(
    paged: PagedTableModel[Line], tasks: TaskRunner
) -> None:
    store = Store()
    paged.load(store.fetch)
    assert tasks.wait_idle()
    assert paged.rowCount() == PAGE_SIZE
    assert store.asked == [(None, PAGE_SIZE)]
    while paged.canFetchMore(QModelIndex()):
        paged.fetchMore(QModelIndex())
        assert not paged.canFetchMore(QModelIndex())
        assert tasks.wait_idle()
    assert list(paged.rows()) == store.lines
    assert paged.is_complete()


def test_a_long_table_keeps_its_length_and_selection_when_refreshed(
    paged: PagedTableModel[Line], tasks: TaskRunner
) -> None:
    store = Store()
    paged.load(store.fetch)
    assert tasks.wait_idle()
    paged.fetchMore(QModelIndex())
    assert tasks.wait_idle()
    held = QPersistentModelIndex(paged.index(200, 0))
    store.lines.insert(0, Line(9999))
    paged.load(store.fetch)
    assert tasks.wait_idle()
    assert paged.rowCount() == 2 * PAGE_SIZE
    assert held.row() == 201


def test_only_the_newest_search_fills_a_long_table(paged: PagedTableModel[Line], tasks: TaskRunner) -> None:
    for size in (300, 200, 3):
        paged.load(Store(size).fetch)
    assert tasks.wait_idle()
    assert paged.rowCount() == 3
    assert paged.is_complete()


def _unreachable(_cursor: int | None, _limit: int) -> Rows[Line]:
    raise Problem(ProblemCode.DATABASE_UNREACHABLE, reason="test")


def test_a_long_table_that_cannot_be_filled_says_why_and_keeps_its_rows(
    paged: PagedTableModel[Line], tasks: TaskRunner, qtbot: QtBot
) -> None:
    paged.load(Store().fetch)
    assert tasks.wait_idle()
    with qtbot.waitSignal(paged.failed, check_params_cb=_is_unreachable):
        paged.load(_unreachable)
    assert paged.rowCount() == PAGE_SIZE


def _is_unreachable(problem: Problem) -> bool:
    return problem.code is ProblemCode.DATABASE_UNREACHABLE


def test_scrolling_to_the_end_brings_the_next_page(
    table: ListTable, paged: PagedTableModel[Line], tasks: TaskRunner, qtbot: QtBot
) -> None:
    table.setModel(paged)
    paged.load(Store().fetch)
    assert tasks.wait_idle()
    table.select_row(0)
    QTest.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(partial(_is_longer, paged))
    table.setModel(_model(table))


def _is_longer(model: PagedTableModel[Line]) -> bool:
    return model.rowCount() >= 2 * PAGE_SIZE


def test_columns_and_rows_grow_with_the_text_scale(table: ListTable, theme_guard: ConsoleApplication) -> None:
    width, height = table.columnWidth(0), table.rowHeight(0)
    table.setColumnWidth(2, 300)
    theme_guard.use_theme(Theme(ThemeName.DARK))
    assert table.columnWidth(2) == 300
    theme_guard.use_theme(Theme(scale=1.5))
    assert table.columnWidth(0) == round(width * 1.5)
    assert table.rowHeight(0) == round(height * 1.5)


def test_the_column_that_takes_the_rest_keeps_room_for_a_few_words(table: ListTable, qtbot: QtBot) -> None:
    table.resize(260, 300)
    qtbot.waitUntil(lambda: table.columnWidth(1) == current_theme().px(160))
    table.resize(900, 300)
    qtbot.waitUntil(lambda: table.columnWidth(1) > current_theme().px(500))
