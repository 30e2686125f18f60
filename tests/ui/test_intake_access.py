"""Everybody can use it: spoken names, reachable targets, every theme, large text, small screens."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QScrollArea, QWidget

from console.ui.app import ConsoleApplication
from console.ui.theme import Theme
from console.ui.tokens import ThemeName
from tests.ui.intake_desk import LAMP, ROAD, Ctrl, Desk, Key, Shift
from tests.ui.intake_fixtures import composition, desk, desk_clock, house, open_page

__all__ = ["composition", "desk", "desk_clock", "house", "open_page"]
_SMALLEST_TARGET = 24


def _question(desk: Desk) -> None:
    desk.type(ROAD)


def _verdict(desk: Desk) -> None:
    desk.type(ROAD)
    desk.press(Key.Key_2, Ctrl)


def _emergency(desk: Desk) -> None:
    desk.type("rumah tetangga kebakaran")
    desk.press(Key.Key_F8)


def _override(desk: Desk) -> None:
    desk.type(ROAD)
    desk.press(Key.Key_U, Ctrl)


def _procedure(desk: Desk) -> None:
    desk.type(ROAD)
    desk.press(Key.Key_4, Ctrl)
    desk.press(Key.Key_L, Ctrl)


def _sent(desk: Desk) -> None:
    _verdict(desk)
    desk.press(Key.Key_Return, Ctrl)


def _parked(desk: Desk) -> None:
    desk.type(LAMP)
    desk.press(Key.Key_P, Ctrl)


def _nothing(desk: Desk) -> None:
    desk.press(Key.Key_Tab, Shift)


STATES = (_nothing, _question, _verdict, _emergency, _override, _procedure, _sent, _parked)
BY_NAME = pytest.mark.parametrize("reach", STATES, ids=lambda state: state.__name__.strip("_"))


def _focusable(desk: Desk) -> list[QWidget]:
    return [
        widget
        for widget in desk.page.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isEnabled()
    ]


@BY_NAME
def test_everything_that_takes_the_focus_has_a_spoken_name_and_a_role(desk: Desk, reach: object) -> None:
    reach(desk)  # type: ignore[operator]  # one of the functions above
    found = _focusable(desk)
    assert found
    for widget in found:
        spoken = QAccessible.queryAccessibleInterface(widget)
        assert spoken.text(QAccessible.Text.Name), widget
        assert spoken.role() != QAccessible.Role.NoRole, widget


@BY_NAME
def test_every_target_is_large_enough(desk: Desk, reach: object) -> None:
    reach(desk)  # type: ignore[operator]  # one of the functions above
    for widget in _focusable(desk):
        size = widget.size()
        assert min(size.width(), size.height()) >= _SMALLEST_TARGET, (widget, size)


@BY_NAME
@pytest.mark.parametrize("theme", list(ThemeName))
def test_every_state_is_drawn_in_every_theme(
    theme_guard: ConsoleApplication, desk: Desk, reach: object, theme: ThemeName
) -> None:
    theme_guard.use_theme(Theme(theme))
    reach(desk)  # type: ignore[operator]  # one of the functions above
    assert not desk.window.grab().isNull()


@BY_NAME
def test_the_main_job_fits_the_usual_screen_without_scrolling(desk: Desk, reach: object) -> None:
    desk.window.resize(QSize(1366, 768))
    reach(desk)  # type: ignore[operator]  # one of the functions above
    desk.settle()
    for area in desk.page.findChildren(QScrollArea):
        assert area.horizontalScrollBar().maximum() == 0
        # Steps to read out are long, and in an emergency its panel may push the explanation down.
        if reach not in {_procedure, _emergency}:
            assert area.verticalScrollBar().maximum() == 0


def test_the_tab_key_reaches_every_column_in_reading_order(desk: Desk) -> None:
    _verdict(desk)
    seen: list[str] = []
    for _ in range(40):
        for column in ("complaintColumn", "jurisdictionColumn", "forwardingColumn"):
            if desk.focus_in(column) and seen[-1:] != [column]:
                seen.append(column)
        desk.press(Key.Key_Tab)
    assert seen[:3] == ["complaintColumn", "jurisdictionColumn", "forwardingColumn"]


def test_large_text_on_a_large_screen_needs_no_sideways_scrolling(
    theme_guard: ConsoleApplication, request: pytest.FixtureRequest
) -> None:
    theme_guard.use_theme(Theme(scale=1.5))
    desk: Desk = request.getfixturevalue("desk")
    desk.window.resize(QSize(1920, 1080))
    _verdict(desk)
    desk.settle()
    for area in desk.page.findChildren(QScrollArea):
        assert area.horizontalScrollBar().maximum() == 0


def test_double_text_can_still_be_operated(
    theme_guard: ConsoleApplication, request: pytest.FixtureRequest
) -> None:
    theme_guard.use_theme(Theme(scale=2.0))
    desk: Desk = request.getfixturevalue("desk")
    desk.window.resize(QSize(1366, 768))
    _verdict(desk)
    desk.press(Key.Key_Return, Ctrl)
    desk.press(Key.Key_Y)
    assert len(desk.complaints()) == 1
