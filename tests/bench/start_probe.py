"""A fresh process that opens one window and tells how long it took until it was painted and took a key.

Started by `bench_start`: ``python -m tests.bench.start_probe bare|konsol STARTED`` where STARTED is the
parent's monotonic clock (one clock for all processes of a machine) just before it started this one.
"""

import os
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QWidget

_ROWS = 200


def watch(window: "QWidget", started: float) -> None:
    """Print the milliseconds since `started` once `window` is painted and has taken a typed character."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

    class Watcher(QObject):
        painted = 0.0

        def eventFilter(self, watched: "QObject", event: "QEvent") -> bool:
            if event.type() == QEvent.Type.Paint and not self.painted:
                self.painted = time.monotonic()
                QTimer.singleShot(0, self.type)
            return False

        def type(self) -> None:
            focused = QApplication.focusWidget()
            if focused is None:
                QTimer.singleShot(1, self.type)
                return
            QTest.keyClick(focused, "j")
            if isinstance(focused, QLineEdit):
                text = focused.text()
            elif isinstance(focused, QTextEdit | QPlainTextEdit):
                text = focused.toPlainText()
            else:
                raise TypeError(type(focused).__name__)
            if text != "j":
                raise RuntimeError(text)
            ready = time.monotonic()
            print(f"{(self.painted - started) * 1000:.1f} {(ready - started) * 1000:.1f}", flush=True)
            os._exit(0)  # what comes after the first key is not measured

    watcher = Watcher(window)
    window.installEventFilter(watcher)


def bare(started: float) -> None:
    """Open what no Qt program can do without: a window, a table and a line to type in."""
    from PySide6.QtGui import QStandardItem, QStandardItemModel
    from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QTableView, QVBoxLayout, QWidget

    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    middle = QWidget(window)
    layout = QVBoxLayout(middle)
    line, view = QLineEdit(middle), QTableView(middle)
    model = QStandardItemModel(_ROWS, 5, view)
    for row in range(_ROWS):
        model.setItem(row, 0, QStandardItem(str(row)))
    view.setModel(model)
    layout.addWidget(line)
    layout.addWidget(view)
    window.setCentralWidget(middle)
    window.resize(1366, 768)
    watch(window, started)
    window.show()
    line.setFocus()
    application.exec()


def konsol(started: float) -> None:
    """Open the console as ``konsol gui --demo`` does."""
    from console import cli
    from console.ui.program import Program

    opened = Program.open

    def open_watched(program: Program) -> None:
        from PySide6.QtWidgets import QApplication

        opened(program)
        window = program.window
        if window is None:
            raise RuntimeError(QApplication.topLevelWidgets())
        watch(window, started)

    Program.open = open_watched  # type: ignore[method-assign]  # the program itself has no hook for this
    cli.main(["gui", "--demo"])


if __name__ == "__main__":
    {"bare": bare, "konsol": konsol}[sys.argv[1]](float(sys.argv[2]))
