"""Collect cyclic garbage on the UI thread only: on a worker it may destroy Qt objects there and crash."""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_EVERY_MS = 2000


class GarbageCollector(QObject):
    """Turns automatic collection off for the process and collects from a timer, young generations first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    @Slot()
    def collect(self) -> None:
        """Collect each generation that has passed its threshold."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Give the process its automatic collection back."""
        self._timer.stop()
        gc.enable()
