"""Tells when a window that is being measured was painted and when it had taken its first key."""

import os
import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget


class Watcher(QObject):
    """Prints two numbers, milliseconds since `started` (the parent's monotonic clock), and ends it all."""

    def __init__(self, window: QWidget, started: float) -> None:
        super().__init__(window)
        self._started = started
        self._painted = 0.0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first paint."""
        del watched
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = time.monotonic()
            QTimer.singleShot(0, self.type_one)
        return False

    def type_one(self) -> None:
        """Type one character where the focus is and see it arrive."""
        focused = QApplication.focusWidget()
        if focused is None:
            QTimer.singleShot(1, self.type_one)
            return
        QTest.keyClick(focused, ord("j"))
        taken = time.monotonic()
        if text_of(focused) != "j":
            raise RuntimeError(type(focused).__name__)
        print(*(f"{(at - self._started) * 1000:.1f}" for at in (self._painted, taken)), flush=True)
        os._exit(0)  # what comes after the first key is not measured


def text_of(widget: QWidget) -> str:
    """Return what stands in a line or a text."""
    if isinstance(widget, QLineEdit):
        return widget.text()
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        return widget.toPlainText()
    raise TypeError(type(widget).__name__)


def started() -> float:
    """Return the parent's clock, given as the last argument."""
    return float(sys.argv[-1])
