"""One table of commands: no clash, enabled where they belong, and stronger than a text field's own keys."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow, QPlainTextEdit
from pytestqt.qtbot import QtBot

from console.ui.actions import ActionSet, clashes
from console.ui.app import ConsoleApplication
from console.ui.commands import COMMANDS, Command
from console.ui.widgets.button import PrimaryButton, SecondaryButton

PAGES = ("intake", "complaints", "directory")


def _command(name: str, shortcut: str, page: str | None = None, *, anywhere: bool = False) -> Command:
    return Command(id=name, words=name, shortcut=shortcut, page=page, anywhere=anywhere)


def test_the_table_has_no_two_commands_that_could_meet_on_one_key() -> None:
    assert not clashes(COMMANDS)


def test_the_ids_of_the_table_are_unique() -> None:
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)


@pytest.mark.parametrize("command", [command for command in COMMANDS if command.shortcut], ids=lambda c: c.id)
def test_every_shortcut_of_the_table_is_one_qt_understands(command: Command) -> None:
    sequence = QKeySequence(command.shortcut)
    assert sequence.count() == 1
    assert sequence.toString(QKeySequence.SequenceFormat.PortableText) == command.shortcut


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        (_command("a", "Ctrl+S", "intake"), _command("b", "Ctrl+S", "complaints"), False),
        (_command("a", "Ctrl+S", "intake"), _command("b", "Ctrl+S", "intake"), True),
        (_command("a", "Ctrl+S"), _command("b", "Ctrl+S", "intake"), True),
        (_command("a", "Ctrl+S", "intake"), _command("b", "Ctrl+S"), True),
        (_command("a", "Ctrl+S", "intake", anywhere=True), _command("b", "Ctrl+S", "complaints"), True),
        (_command("a", ""), _command("b", ""), False),
    ],
)
def test_a_clash_is_a_key_that_two_commands_could_answer_together(
    one: Command, other: Command, *, clash: bool
) -> None:
    assert bool(clashes([one, other])) is clash


def test_a_set_with_a_clash_is_refused(qapp: ConsoleApplication) -> None:
    with pytest.raises(ValueError, match="share a shortcut"):
        ActionSet([_command("a", "F9"), _command("b", "F9")], parent=qapp)


@given(visited=st.lists(st.sampled_from(PAGES), max_size=6), off=st.sets(st.sampled_from(COMMANDS)))
def test_at_no_moment_do_two_enabled_actions_share_a_key(
    qapp: ConsoleApplication, visited: list[str], off: set[Command]
) -> None:
    actions = ActionSet(parent=qapp)
    actions.know_pages(PAGES)
    for command in off:
        actions.set_available(command.id, False)
    for page in visited:
        actions.enter_page(page)
        keys = [
            key.toString()
            for command in actions.available()
            for key in actions.action(command.id).shortcuts()
        ]
        assert len(keys) == len(set(keys))
    actions.deleteLater()


def test_a_page_s_commands_are_on_only_while_it_is_shown(actions: ActionSet) -> None:
    actions.know_pages(PAGES)
    actions.enter_page("intake")
    assert actions.action("save").isEnabled()
    actions.enter_page("complaints")
    assert not actions.action("save").isEnabled()
    assert actions.action("new-complaint").isEnabled()


def test_commands_of_a_page_the_window_does_not_have_stay_off(actions: ActionSet) -> None:
    actions.know_pages(["complaints"])
    actions.enter_page("complaints")
    assert not actions.action("new-complaint").isEnabled()


def test_a_command_without_the_right_stays_off(qapp: ConsoleApplication) -> None:
    secret = Command(id="rules", words="Rules", permission="supervisor")
    locked = ActionSet([secret], parent=qapp)
    opened = ActionSet([secret], permitted=lambda right: right == "supervisor", parent=qapp)
    assert not locked.action("rules").isEnabled()
    assert opened.action("rules").isEnabled()


def test_a_button_made_for_a_command_follows_and_triggers_it(actions: ActionSet, qtbot: QtBot) -> None:
    actions.know_pages(PAGES)
    button = PrimaryButton.for_action(actions.action("save-and-open"))
    qtbot.addWidget(button)
    assert button.accessibleName() == "Save & open WhatsApp"
    assert button.accessibleDescription() == "Ctrl ⏎"
    assert not button.isEnabled()
    actions.enter_page("intake")
    assert button.isEnabled()
    with qtbot.waitSignal(actions.triggered, check_params_cb=lambda command: command.id == "save-and-open"):
        button.click()


@pytest.fixture
def desk(actions: ActionSet, qtbot: QtBot) -> Iterator[QMainWindow]:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions.attach(window)
    actions.know_pages(PAGES)
    actions.enter_page("intake")
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    actions.setParent(None)
    actions.deleteLater()


class GreedyLine(QLineEdit):
    """Claims every key for editing, as fields on X11 do with Ctrl+U and Ctrl+K."""

    def event(self, event: QEvent) -> bool:
        """Accept the claim."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


@pytest.mark.parametrize("field", [QLineEdit, QPlainTextEdit, GreedyLine])
@pytest.mark.parametrize(
    ("key", "command"),
    [(Qt.Key.Key_K, "palette"), (Qt.Key.Key_U, "override"), (Qt.Key.Key_Return, "save-and-open")],
)
def test_our_keys_work_while_a_text_field_has_the_focus_and_leave_its_text_alone(
    desk: QMainWindow,
    actions: ActionSet,
    qtbot: QtBot,
    field: type[QLineEdit] | type[QPlainTextEdit],
    key: Qt.Key,
    command: str,
) -> None:
    text = field("jalan rusak", desk)
    desk.setCentralWidget(text)
    text.setFocus()
    qtbot.waitUntil(text.hasFocus)
    with qtbot.waitSignal(actions.triggered, check_params_cb=lambda given: given.id == command):
        QTest.keyClick(text, key, Qt.KeyboardModifier.ControlModifier)
    assert (text.text() if isinstance(text, QLineEdit) else text.toPlainText()) == "jalan rusak"


def test_letters_and_the_fields_own_keys_still_belong_to_the_field(desk: QMainWindow) -> None:
    text = QLineEdit(desk)
    desk.setCentralWidget(text)
    text.setFocus()
    QTest.keyClicks(text, "jata")
    QTest.keyClick(text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert text.selectedText() == "jata"


def test_the_keypad_s_enter_does_what_return_does(
    desk: QMainWindow, actions: ActionSet, qtbot: QtBot
) -> None:
    desk.setFocus()
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.KeypadModifier
    with qtbot.waitSignal(actions.triggered, check_params_cb=lambda given: given.id == "save-and-open"):
        QTest.keyClick(desk, Qt.Key.Key_Enter, modifiers)


def test_enter_and_space_press_a_focused_button(qtbot: QtBot) -> None:
    button = SecondaryButton("Receipt")
    qtbot.addWidget(button)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        with qtbot.waitSignal(button.clicked):
            QTest.keyClick(button, key)
