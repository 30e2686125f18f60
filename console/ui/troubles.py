"""One presenter for all that goes wrong: a Problem gets its sentence, a bug a log entry and a calm word."""

import logging
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot

from console.domain.problems import Problem
from console.i18n import translate as _
from console.ui.redaction import redacted
from console.ui.tokens import Tone
from console.ui.widgets.notice import Notice

_LOG = logging.getLogger(__name__)


def bug_report(error: BaseException) -> str:
    """Return where it happened and what kind it was; nothing that was typed or stored."""
    frames = "".join(traceback.format_tb(error.__traceback__))
    return f"{frames}{type(error).__name__}: {redacted(str(error))}"


class TroublePresenter(QObject):
    """`noticed` carries what to show. `install` also catches what escapes from slots and stray threads."""

    noticed = Signal(object)
    _raised = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        # Direct on the UI thread, queued from any other.
        self._raised.connect(self.present, Qt.ConnectionType.AutoConnection)
        self._old_hooks = (sys.excepthook, threading.excepthook)

    def install(self) -> None:
        """Catch uncaught exceptions of the whole process."""
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook = self._old_hooks

    @Slot(object)
    def present(self, error: object) -> None:
        """Show a Problem's sentence; log anything else and say that nothing is lost."""
        if isinstance(error, Problem):
            from console.wording import problem_sentence  # noqa: PLC0415 - all the domain's words

            self.noticed.emit(Notice(words=problem_sentence(error), tone=Tone.DANGER))
        elif isinstance(error, BaseException):
            _LOG.error("unexpected error\n%s", bug_report(error))
            words = _("Something went wrong in the program; it was noted down. Your work is still here.")
            self.noticed.emit(Notice(words=words, tone=Tone.DANGER))

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._old_hooks[0](kind, error, trace)
        else:
            self._raised.emit(error)

    def _uncaught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._raised.emit(args.exc_value)
