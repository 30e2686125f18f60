"""What can be done with a number: copy it, call it, open a chat; a link that fails leaves it copied."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from console.domain.message import whatsapp_url
from console.domain.problems import Problem, ProblemCode
from console.domain.route import Route
from console.i18n import translate as _
from console.services.ports import LinkOpener
from console.ui.tasks import Lane, TaskRunner
from console.ui.tokens import Tone
from console.ui.widgets.contact_line import ContactLine
from console.ui.widgets.notice import Notice
from console.wording import problem_sentence


class Reach(QObject):
    """`noticed` carries a `Notice` about what was done. `route` is asked at every chat: it can change."""

    noticed = Signal(object)

    def __init__(
        self, runner: TaskRunner, opener: LinkOpener, route: Callable[[], Route], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._runner, self._opener, self._route = runner, opener, route

    def copy(self, line: ContactLine) -> None:
        """Put the number on the clipboard."""
        if self._has_number(line):
            _to_clipboard(line)
            self._say(_("Copied: {number}, {name}"), line)

    def call(self, line: ContactLine) -> None:
        """Hand the number to the telephone program."""
        if self._has_number(line):
            self._open(f"tel:{line.contact.phone}", line, self._called)

    def chat(self, line: ContactLine) -> None:
        """Open an empty chat; a number that no chat can reach is said so."""
        if not self._has_number(line):
            return
        if line.chat:
            url = whatsapp_url(self._route(), line.contact.phone, "")
            self._open(url, line, self._chatted)
        else:
            self._complain(Problem(ProblemCode.NOT_MOBILE, phone=line.number))

    def _has_number(self, line: ContactLine) -> bool:
        if not line.contact.phone:
            self._complain(Problem(ProblemCode.NO_PHONE, contact=line.contact.name))
        return bool(line.contact.phone)

    def _open(self, url: str, line: ContactLine, done: Callable[[tuple[ContactLine, bool]], None]) -> None:
        # The opener may wait for another program; the window does not.
        self._runner.run(Lane.NETWORK, partial(_opened, self._opener, url, line), done, owner=self)

    def _called(self, outcome: tuple[ContactLine, bool]) -> None:
        line, opened = outcome
        if opened:
            self._say(_("Calling {name}, {number}"), line)
        else:
            self._offer_by_hand(_("No telephone program answered. The number is copied: {number}"), line)

    def _chatted(self, outcome: tuple[ContactLine, bool]) -> None:
        line, opened = outcome
        if opened:
            self._say(_("WhatsApp opened for {name}"), line)
        else:
            self._offer_by_hand(_("WhatsApp could not be opened. The number is copied: {number}"), line)

    def _offer_by_hand(self, words: str, line: ContactLine) -> None:
        _to_clipboard(line)
        self._say(words, line, Tone.DANGER)

    def _say(self, words: str, line: ContactLine, tone: Tone = Tone.ACCENT) -> None:
        said = words.format(number=line.number, name=line.contact.name)
        self.noticed.emit(Notice(words=said, tone=tone))

    def _complain(self, problem: Problem) -> None:
        self.noticed.emit(Notice(words=problem_sentence(problem), tone=Tone.DANGER))


def _opened(opener: LinkOpener, url: str, line: ContactLine) -> tuple[ContactLine, bool]:
    return line, opener.open(url)


def _to_clipboard(line: ContactLine) -> None:
    QGuiApplication.clipboard().setText(diallable(line))


def diallable(line: ContactLine) -> str:
    """Return the number as telephones and programs take it: ``081234567890``, or with ``+`` from abroad."""
    return "".join(char for char in line.number if char.isdecimal() or char == "+")
