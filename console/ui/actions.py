"""Commands become actions: enabled where they belong, one shortcut each, ready for buttons and palette."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from console.ui.commands import COMMANDS, Command

# The numeric keypad's Enter does what Return does.
_TWINS = {"Ctrl+Return": "Ctrl+Enter", "Ctrl++": "Ctrl+="}
_MEANINGFUL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def _everybody(permission: str) -> bool:
    return not permission


def clashes(commands: Iterable[Command]) -> list[tuple[str, str]]:
    """Return the pairs of commands that could be enabled together and share a shortcut."""
    seen: dict[tuple[str, str | None], str] = {}
    found: list[tuple[str, str]] = []
    for command in commands:
        if not command.shortcut:
            continue
        everywhere = command.page is None or command.anywhere
        for (shortcut, page), other in seen.items():
            meet = everywhere or page is None or page == command.page
            if shortcut == command.shortcut and meet:
                found.append((other, command.id))
        seen[command.shortcut, None if everywhere else command.page] = command.id
    return found


class ActionSet(QObject):
    """One `QAction` per command, all on one window. `triggered` carries the command; the window runs it.

    Qt fires *neither* of two enabled actions with one shortcut and only logs it: a clash is refused here.
    """

    triggered = Signal(object)

    def __init__(
        self,
        commands: Sequence[Command] = COMMANDS,
        *,
        permitted: Callable[[str], bool] = _everybody,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        if found := clashes(commands):
            raise ValueError(f"commands share a shortcut: {found}")
        self._commands = tuple(commands)
        self._permitted = permitted
        self._page: str | None = None
        self._off: set[str] = set()
        self._known_pages: frozenset[str] = frozenset()
        self._actions = {command.id: self._make(command) for command in commands}
        self._guard = _ShortcutGuard(self)
        self._settle()

    def attach(self, window: QWidget) -> None:
        """Let the shortcuts work in this window."""
        self.setParent(window)
        for action in self._actions.values():
            window.addAction(action)

    def commands(self) -> tuple[Command, ...]:
        """Return all commands in the order of the table."""
        return self._commands

    def action(self, name: str) -> QAction:
        """Return the action of a command; a button made for it follows it."""
        return self._actions[name]

    def available(self) -> tuple[Command, ...]:
        """Return the commands that can be given now."""
        return tuple(command for command in self._commands if self._actions[command.id].isEnabled())

    def know_pages(self, pages: Iterable[str]) -> None:
        """Say which pages the window has; commands of others stay off."""
        self._known_pages = frozenset(pages)
        self._settle()

    def enter_page(self, page: str) -> None:
        """Switch to the commands of this page."""
        self._page = page
        self._settle()

    def set_available(self, name: str, available: bool) -> None:  # noqa: FBT001 - the slot of a Signal(str, bool)
        """Switch a command on or off while its page is shown."""
        (self._off.discard if available else self._off.add)(name)
        self._settle()

    def _make(self, command: Command) -> QAction:
        action = QAction(command.title(), self)
        keys = [command.shortcut, _TWINS.get(command.shortcut, "")]
        action.setShortcuts([QKeySequence(key) for key in keys if key])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setData(command.id)
        action.triggered.connect(self._triggered)
        return action

    def _triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            name = action.data()
            self.triggered.emit(next(command for command in self._commands if command.id == name))

    def _settle(self) -> None:
        # First everything off, then on: at no moment are two with one shortcut enabled.
        wanted = {command.id for command in self._commands if self._belongs(command)}
        for name in self._actions.keys() - wanted:
            self._actions[name].setEnabled(False)
        for name in wanted:
            self._actions[name].setEnabled(True)

    def _belongs(self, command: Command) -> bool:
        if command.id in self._off or not (not command.permission or self._permitted(command.permission)):
            return False
        if command.page is None:
            return True
        return command.page in self._known_pages if command.anywhere else command.page == self._page


class _ShortcutGuard(QObject):
    """Text fields claim keys such as Ctrl+K and Ctrl+U for editing on some systems; ours go first.

    It watches only the widget that has the focus, so that it costs nothing elsewhere.
    """

    def __init__(self, actions: ActionSet) -> None:
        super().__init__(actions)
        self._actions = actions
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if new is not None:
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a text field from taking one of our shortcuts."""
        del watched
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not event.modifiers() & _MEANINGFUL:
            return False
        pressed = QKeySequence(event.keyCombination())
        for command in self._actions.available():
            if pressed in self._actions.action(command.id).shortcuts():
                event.ignore()
                return True
        return False
