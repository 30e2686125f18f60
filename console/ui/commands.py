"""Every command of the window in one table; menus, palette, shortcut sheet and key caps derive from it."""

from dataclasses import dataclass

from console.i18n import later
from console.i18n import translate as _


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One thing the agent can tell the program to do.

    `page` is where it lives (None: the window); `anywhere` opens that page first from any other. `shortcut`
    is in Qt's portable form, empty for none. `permission` names a right; empty means everybody.
    """

    id: str
    words: str
    icon: str = ""
    shortcut: str = ""
    page: str | None = None
    anywhere: bool = False
    permission: str = ""

    def title(self) -> str:
        """Return the words in the language in use."""
        return _(self.words)


def _window(name: str, words: str, icon: str = "", shortcut: str = "") -> Command:
    return Command(id=name, words=words, icon=icon, shortcut=shortcut)


def _intake(name: str, words: str, icon: str, shortcut: str = "", *, anywhere: bool = False) -> Command:
    return Command(id=name, words=words, icon=icon, shortcut=shortcut, page="intake", anywhere=anywhere)


def _complaints(name: str, words: str, icon: str, shortcut: str = "") -> Command:
    return Command(id=name, words=words, icon=icon, shortcut=shortcut, page="complaints")


def _directory(name: str, words: str, icon: str, shortcut: str = "") -> Command:
    return Command(id=name, words=words, icon=icon, shortcut=shortcut, page="directory")


def _guide(name: str, words: str, icon: str, shortcut: str = "") -> Command:
    return Command(id=name, words=words, icon=icon, shortcut=shortcut, page="guide")


COMMANDS: tuple[Command, ...] = (
    _intake("new-complaint", later("New complaint"), "plus", "Ctrl+N", anywhere=True),
    _intake("save-and-open", later("Save & open WhatsApp"), "send", "Ctrl+Return"),
    _intake("save", later("Save only"), "save", "Ctrl+S"),
    _intake("park", later("Park this caller"), "circle-pause", "Ctrl+P"),
    _intake("resume", later("Resume a parked caller"), "circle-play", "Ctrl+Shift+P", anywhere=True),
    _intake("copy-message", later("Copy the message"), "copy", "Ctrl+Shift+C"),
    _intake("procedure", later("Steps & documents"), "list-checks", "Ctrl+L"),
    _intake("override", later("Not this one, change the verdict"), "pencil", "Ctrl+U"),
    _intake("confirm-sent", later("The message was sent"), "check", "F2"),
    _intake("not-sent", later("The message was not sent"), "x", "Shift+F2"),
    # In the intake page digits mean the numbered answers, so "normal text size" has no key.
    _intake("choose-1", later("Choose suggestion or answer 1"), "check", "Ctrl+1"),
    _intake("choose-2", later("Choose suggestion or answer 2"), "check", "Ctrl+2"),
    _intake("choose-3", later("Choose suggestion or answer 3"), "check", "Ctrl+3"),
    _intake("choose-4", later("Choose answer 4"), "check", "Ctrl+4"),
    _intake("choose-5", later("Choose answer 5"), "check", "Ctrl+5"),
    _intake("choose-6", later("Choose answer 6"), "check", "Ctrl+6"),
    _intake("choose-7", later("Choose answer 7"), "check", "Ctrl+7"),
    _intake("choose-8", later("Choose answer 8"), "check", "Ctrl+8"),
    _intake("choose-9", later("Choose answer 9"), "check", "Ctrl+9"),
    _intake("choose-0", later("Answer: not known"), "check", "Ctrl+0"),
    _intake("next-column", later("Next column"), "arrow-right", "F6"),
    _intake("previous-column", later("Previous column"), "chevron-left", "Shift+F6"),
    _intake("emergency", later("Emergency"), "siren", "F8", anywhere=True),
    _intake("prank", later("Prank call"), "ghost", "F9", anywhere=True),
    _intake("silent", later("Silent call"), "phone", "Shift+F9", anywhere=True),
    _intake("information", later("Information call"), "info", "F7", anywhere=True),
    _intake("disconnected", later("Disconnected call"), "phone", "Shift+F7", anywhere=True),
    _complaints("remind", later("Remind by WhatsApp"), "send", "Ctrl+Return"),
    _complaints("forwarding-sent", later("The message was sent"), "check", "F2"),
    _complaints("forwarding-not-sent", later("The message was not sent"), "x", "Shift+F2"),
    _complaints("record-answer", later("Record the answer"), "message-circle", "J"),
    _complaints("close-complaint", later("Close the complaint"), "check", "T"),
    _complaints("reopen", later("Reopen the complaint"), "undo-2", "B"),
    _complaints("add-note", later("Add a note"), "pencil", "C"),
    _complaints("reveal", later("Show the reporter's number"), "eye", "Ctrl+H"),
    _directory("chat", later("Open a WhatsApp chat"), "message-circle", "Ctrl+Return"),
    _directory("call", later("Call"), "phone", "Ctrl+T"),
    _directory("copy-number", later("Copy the number"), "copy", "Ctrl+Shift+C"),
    _guide("complaint-from-matter", later("Make a complaint of this matter"), "plus", "Ctrl+Return"),
    _guide("copy-steps", later("Copy all steps"), "list-checks", "Ctrl+Shift+C"),
    _window("palette", later("Find anything"), "search", "Ctrl+K"),
    _window("find", later("Search on this page"), "search", "Ctrl+F"),
    _window("shortcuts", later("Keyboard shortcuts"), "keyboard", "F1"),
    _window("refresh", later("Refresh"), "refresh-cw", "F5"),
    _window("full-screen", later("Full screen"), "monitor", "F11"),
    _window("next-theme", later("Light, dark or high contrast"), "contrast", "Ctrl+Shift+D"),
    _window("larger", later("Larger text"), "plus", "Ctrl++"),
    _window("smaller", later("Smaller text"), "eye", "Ctrl+-"),
    _window("normal-size", later("Normal text size"), "eye"),
    _window("change-operator", later("Change agent or shift"), "user", "Ctrl+Shift+O"),
    _window("answer-notice", later("Do what the notice offers"), "undo-2", "Alt+U"),
    _window("quit", later("Quit"), "x", "Ctrl+Q"),
)
