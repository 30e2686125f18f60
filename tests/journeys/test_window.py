"""The agent's day at the window, keyboard only: the main job, sign-in, changes in the middle of typing."""

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit

from console.domain.complaint import ForwardingState, Status
from console.domain.level import Level
from console.ui.app import ConsoleApplication
from console.ui.pages.intake import IntakePage
from console.ui.pages.settings import SettingsPage
from console.ui.theme import current_theme
from console.ui.tokens import ThemeName
from console.ui.widgets.question_panel import QuestionPanel
from console.ui.widgets.type_ahead import TypeAhead
from console.ui.widgets.verdict_card import VerdictCard
from tests.journeys.window import Seat, seat

ROAD = "jalan depan pasar srono bolong2 parah, sudah ada yang jatuh"
CALLER = "081200000141"
MOST_KEYS = 14


def intake(desk: Seat) -> IntakePage:
    page = desk.window.page("intake")
    assert isinstance(page, IntakePage)
    return page


def strokes(*keys: str) -> int:
    """Return how many keys go down for these: a modifier is a key too."""
    return sum(key.count("+") + 1 for key in keys)


def test_the_main_job_takes_at_most_fourteen_keys_beyond_the_text(
    qapp: ConsoleApplication, tmp_path: Path
) -> None:
    with seat(qapp, tmp_path) as desk:
        desk.awake()
        desk.window.show_page("intake", CALLER)  # the screen-pop brings the number with the call
        desk.write(ROAD)
        pressed = ["Ctrl+2", "Tab", *"kebam", "Tab", "Ctrl+Return", "Y"]
        desk.find(QuestionPanel)
        for key in pressed:
            if key == "Ctrl+Return":
                desk.settle()
            desk.press(key)
            if key == "m":
                desk.until(desk.find(TypeAhead, "intake-village").is_open, "no village is offered")
            if key == "Ctrl+2":
                desk.until(lambda: desk.find(VerdictCard).level() is Level.PROVINSI, "no verdict")
            if key == "Ctrl+Return":
                desk.focus("intake-sent-yes")
                ticket = desk.find(QLabel, "intake-ticket").text()
        desk.settle()
        stored = desk.stored(ticket)
    assert strokes(*pressed) <= MOST_KEYS
    assert stored.complaint.reporter_phone == "+6281200000141"
    assert stored.complaint.village_code == "35.10.08.2004"
    assert stored.complaint.status is Status.FORWARDED
    assert stored.forwardings[0].state is ForwardingState.SENT
    assert len(desk.opener.urls) == 1


def test_the_whole_main_job_is_done_without_leaving_the_keyboard_or_the_page(
    qapp: ConsoleApplication, tmp_path: Path
) -> None:
    """Tab alone reaches every field of the form in reading order."""
    with seat(qapp, tmp_path) as desk:
        desk.awake()
        order = []
        for _field in range(4):
            desk.press("Tab")
            desk.settle()
            order.append(desk.window.focusWidget().objectName())
    assert order == ["intake-village", "intake-place", "intake-phone", "intake-name"]


def test_somebody_new_signs_in_with_a_name_and_enter(qapp: ConsoleApplication, tmp_path: Path) -> None:
    with seat(qapp, tmp_path, seated=None) as desk:
        sign_in = desk.program.sign_in
        assert sign_in is not None
        desk.until(sign_in.isActiveWindow, "the sign-in does not become active")
        desk.press("Return")
        assert desk.program.window is None, "nobody may work without a name"
        desk.write("Dewi Contoh")
        desk.press("Return")
        desk.until(lambda: desk.program.window is not None, "the desk does not open")
        desk.awake()
        desk.focus("intake-text")
    remembered = json.loads((tmp_path / "settings.json").read_text("utf-8"))
    assert remembered["agent"] == "Dewi Contoh"
    assert remembered["desk"]
    with seat(qapp, tmp_path, seated=None) as desk:
        sign_in = desk.program.sign_in
        assert sign_in is not None
        desk.until(sign_in.isActiveWindow, "the sign-in does not become active")
        desk.press("Return")
        desk.until(lambda: desk.program.window is not None, "one Enter is not enough the next day")
        desk.awake()


def test_another_agent_takes_over_and_the_draft_of_the_desk_stays(
    qapp: ConsoleApplication, tmp_path: Path
) -> None:
    with seat(qapp, tmp_path, seated=None) as desk:
        sign_in = desk.program.sign_in
        assert sign_in is not None
        desk.until(sign_in.isActiveWindow, "the sign-in does not become active")
        desk.write("Dewi Contoh")
        desk.press("Return")
        desk.until(lambda: desk.program.window is not None, "the desk does not open")
        desk.awake()
        desk.write(ROAD)
        desk.press("Ctrl+Shift+O")
        desk.until(lambda: desk.program.sign_in is not None, "nobody is asked for")
        sign_in = desk.program.sign_in
        assert sign_in is not None
        desk.until(sign_in.isActiveWindow, "the sign-in does not become active")
        name = sign_in.findChild(QLineEdit, "signInName")
        assert name is not None
        desk.press("Shift+Tab")
        while not name.hasFocus():
            desk.press("Shift+Tab")
        desk.press("Ctrl+A")
        desk.write("Budi Contoh")
        desk.press("Return")
        desk.until(lambda: desk.program.sign_in is None, "the desk does not open again")
        desk.awake()
        desk.until(lambda: intake(desk).form.values().text == ROAD, "the draft is gone")


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_change_of_theme_or_language_keeps_what_is_typed(
    qapp: ConsoleApplication, tmp_path: Path, language: str
) -> None:
    with seat(qapp, tmp_path, language=language) as desk:
        desk.awake()
        desk.write(ROAD)
        desk.press("Tab", "Tab", "Tab")
        desk.write(CALLER)
        desk.press("Ctrl+Shift+D")
        desk.settle()
        assert current_theme().name is ThemeName.DARK
        assert intake(desk).form.values().text == ROAD
        before = desk.window
        desk.press("Alt+8")
        desk.until(lambda: isinstance(desk.window.current_page(), SettingsPage), "no settings")
        desk.press("Right" if language == "id" else "Left")
        desk.until(lambda: desk.window is not before, "the window did not change its language")
        desk.awake()
        assert desk.house.settings.language != language
        desk.press("Alt+1")
        desk.until(lambda: intake(desk).form.values().text == ROAD, "the text is gone")
        assert intake(desk).form.values().phone == CALLER


def test_larger_text_keeps_what_is_typed(qapp: ConsoleApplication, tmp_path: Path) -> None:
    with seat(qapp, tmp_path) as desk:
        desk.awake()
        desk.write(ROAD)
        before = desk.window
        desk.press("Ctrl++")
        desk.until(lambda: desk.window is not before, "the text did not grow")
        desk.awake()
        desk.press("Alt+1")
        desk.until(lambda: intake(desk).form.values().text == ROAD, "the text is gone")


def test_every_shortcut_printed_on_a_key_cap_is_one_qt_understands(
    qapp: ConsoleApplication, tmp_path: Path
) -> None:
    with seat(qapp, tmp_path) as desk:
        desk.awake()
        for command in desk.window.action_set.commands():
            keys = desk.window.action_set.action(command.id).shortcuts()
            assert all(not key.isEmpty() for key in keys), command.id
            assert QKeySequence(command.shortcut).isEmpty() == (not command.shortcut), command.id


def test_a_parked_caller_is_resumed_and_a_prank_is_taken_back(
    qapp: ConsoleApplication, tmp_path: Path
) -> None:
    with seat(qapp, tmp_path) as desk:
        desk.awake()
        desk.write(ROAD)
        desk.settle()
        desk.press("Ctrl+P")
        desk.settle()
        assert intake(desk).form.values().is_blank()
        desk.press("F9")
        desk.settle()
        assert len(desk.notices()) > 0
        desk.press("Alt+U")
        desk.settle()
        desk.press("Ctrl+Shift+P")
        desk.until(lambda: intake(desk).form.values().text == ROAD, "the parked caller is gone")
