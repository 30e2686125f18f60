"""What no Qt program can do without: a window, a line to type in and a table. Started by `bench_start`."""

import sqlite3
import sys

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QTableView, QVBoxLayout, QWidget

from tests.bench.start_watch import Watcher, started

_ROWS, _COLUMNS = 200, 5


def main() -> None:
    """Open it and wait for the watcher to end the process."""
    sqlite3.connect(":memory:").close()
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    middle = QWidget(window)
    layout = QVBoxLayout(middle)
    line, view = QLineEdit(middle), QTableView(middle)
    model = QStandardItemModel(_ROWS, _COLUMNS, view)
    for row in range(_ROWS):
        model.setItem(row, 0, QStandardItem(str(row)))
    view.setModel(model)
    layout.addWidget(line)
    layout.addWidget(view)
    window.setCentralWidget(middle)
    window.resize(1366, 768)
    Watcher(window, started())
    window.show()
    line.setFocus()
    application.exec()


if __name__ == "__main__":
    main()
