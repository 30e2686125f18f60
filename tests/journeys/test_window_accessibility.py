"""What a screen reader is told: every widget that takes the focus has a name and says what it is."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from console.ui.app import ConsoleApplication
from tests.journeys.window import Seat, seat

ROAD = "jalan depan pasar srono bolong2 parah, sudah ada yang jatuh"
FIRE = "rumah tetangga kebakaran, ada orang terjebak di dalam"
# A widget with one of these tells a screen reader nothing about what can be done with it.
SPEECHLESS = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane}


def focusable(root: QWidget) -> Iterator[QWidget]:
    """Yield what the keyboard can reach and the eye can see."""
    for widget in root.findChildren(QWidget):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible() and widget.isEnabled():
            yield widget


def faults(root: QWidget) -> list[str]:
    """Return the widgets a screen reader cannot make sense of."""
    found = []
    for widget in focusable(root):
        spoken = QAccessible.queryAccessibleInterface(widget)
        called = f"{type(widget).__name__} {widget.objectName()!r}"
        if not spoken.text(QAccessible.Text.Name).strip():
            found.append(f"{called} has no name")
        elif spoken.role() in SPEECHLESS:
            found.append(f"{called} has the role {spoken.role().name}")
    return found


def at_rest(desk: Seat) -> None:
    """Leave the page as it opens."""
    del desk


def with_question(desk: Seat) -> None:
    desk.write(ROAD)


def with_verdict(desk: Seat) -> None:
    desk.write(ROAD)
    desk.settle()
    desk.press("Ctrl+2")


def with_override(desk: Seat) -> None:
    with_verdict(desk)
    desk.settle()
    desk.press("Ctrl+U")


def with_procedure(desk: Seat) -> None:
    with_verdict(desk)
    desk.settle()
    desk.press("Ctrl+L")


def with_emergency(desk: Seat) -> None:
    desk.write(FIRE)
    desk.settle()
    desk.press("F8")


def with_sent_question(desk: Seat) -> None:
    with_verdict(desk)
    desk.settle()
    desk.press("Ctrl+Return")


def with_contact(desk: Seat) -> None:
    desk.press("Alt+2")
    desk.write("lampu jalan mati")


def with_complaint(desk: Seat) -> None:
    with_sent_question(desk)
    desk.settle()
    desk.press("Alt+3")


def with_matter(desk: Seat) -> None:
    desk.press("Alt+4")
    desk.write("paspor")


def with_steps(desk: Seat) -> None:
    desk.press("Alt+4", "Shift+Tab", "Right")


def with_settings(desk: Seat) -> None:
    desk.press("Alt+8")


def with_palette(desk: Seat) -> None:
    desk.press("Ctrl+K")
    desk.write("paspor")


def with_shortcuts(desk: Seat) -> None:
    desk.press("F1")


def with_notice(desk: Seat) -> None:
    desk.press("F9")


@pytest.mark.parametrize(
    "prepare",
    [
        at_rest,
        with_question,
        with_verdict,
        with_override,
        with_procedure,
        with_emergency,
        with_sent_question,
        with_contact,
        with_complaint,
        with_matter,
        with_steps,
        with_settings,
        with_palette,
        with_shortcuts,
        with_notice,
    ],
)
def test_everything_the_focus_can_reach_has_a_name_and_a_role(
    qapp: ConsoleApplication, tmp_path: Path, prepare: Callable[[Seat], None]
) -> None:
    with seat(qapp, tmp_path) as desk:
        desk.awake()
        prepare(desk)
        desk.settle()
        assert list(focusable(desk.window)), "nothing takes the focus"
        assert not faults(desk.window)


@pytest.mark.parametrize("key", ["J", "C", "T"])
def test_the_dialogs_of_the_worklist_are_spoken_too(
    qapp: ConsoleApplication, tmp_path: Path, key: str
) -> None:
    with seat(qapp, tmp_path) as desk:
        desk.awake()
        with_complaint(desk)
        desk.settle()
        desk.press(key)
        desk.until(lambda: QApplication.activeModalWidget() is not None, "no dialog opens")
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        assert dialog.windowTitle()
        assert not faults(dialog)
        desk.press("Esc")
        desk.until(lambda: QApplication.activeModalWidget() is None, "Esc does not close it")


def test_the_sign_in_is_spoken_too(qapp: ConsoleApplication, tmp_path: Path) -> None:
    with seat(qapp, tmp_path, seated=None) as desk:
        assert desk.program.sign_in is not None
        assert not faults(desk.program.sign_in)
