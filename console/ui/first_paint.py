"""Tells when a window has been painted for the first time: until then the processor is the window's alone."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

# A window that is never painted (minimised by its manager, on another desktop) must not stop the work.
_AT_LATEST_MS = 3000


class FirstPaint(QObject):
    """`painted` comes once, after the window's first paint or after 3 s without one."""

    painted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._over = False
        window.installEventFilter(self)
        QTimer.singleShot(_AT_LATEST_MS, self, self._tell)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the paint; what it paints is on the screen when the events of this round are through."""
        if watched is self._window and event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self, self._tell)
        return False

    @Slot()
    def _tell(self) -> None:
        if not self._over:
            self._over = True
            self.painted.emit()
