"""Everybody can use it: spoken names, reachable targets, every theme, large text, small screens."""

from collections.abc import Callable

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


def _has_names_and_roles(desk: Desk) -> None:
    found = _focusable(desk)
    assert found
    for widget in found:
        spoken = QAccessible.queryAccessibleInterface(widget)
        assert spoken.text(QAccessible.Text.Name), widget
        assert spoken.role() != QAccessible.Role.NoRole, widget


def _has_large_targets(desk: Desk) -> None:
    for widget in _focusable(desk):
        size = widget.size()
        assert min(size.width(), size.height()) >= _SMALLEST_TARGET, (widget, size)


def _fits(desk: Desk, *, scrolls: bool) -> None:
    for area in desk.page.findChildren(QScrollArea):
        assert area.horizontalScrollBar().maximum() == 0
        assert scrolls or area.verticalScrollBar().maximum() == 0


@BY_NAME
def test_every_state_has_spoken_names_and_large_targets_and_fits_the_usual_screen(
    desk: Desk, reach: Callable[[Desk], None]
) -> None:
    desk.window.resize(QSize(1366, 768))
    reach(desk)
    _has_names_and_roles(desk)
    _has_large_targets(desk)
    # Steps to read out are long, and in an emergency its panel may push the explanation down.
    _fits(desk, scrolls=reach in {_procedure, _emergency})


@BY_NAME
@pytest.mark.parametrize("theme", [ThemeName.DARK, ThemeName.CONTRAST])
def test_every_state_is_drawn_in_the_other_themes_too(
    theme_guard: ConsoleApplication, desk: Desk, reach: Callable[[Desk], None], theme: ThemeName
) -> None:
    theme_guard.use_theme(Theme(theme))
    reach(desk)
    picture = desk.page.grab().toImage()
    ground = Theme(theme).colour("background").lightness()
    middle = [picture.pixelColor(x, y).lightness() for x in range(20, 1200, 60) for y in range(20, 600, 60)]
    near = [light for light in middle if abs(light - ground) < 40]
    assert len(near) > len(middle) / 2


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
