"""A thin line that runs along an edge while something takes more than a second."""

from PySide6.QtCore import QRectF, QSize, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui.theme import current_theme

PATIENCE_MS = 1000
_STEP_MS = 40
_STEPS = 40


class ProgressLine(QWidget):
    """Invisible until `start` was called a second ago; `finish` hides it. Costs nothing while idle."""

    def __init__(self, name: str, parent: QWidget | None = None, *, patience_ms: int = PATIENCE_MS) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._place = 0
        self._shown = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(patience_ms)
        self._patience.timeout.connect(self._run)
        self._clock = QTimer(self)
        self._clock.setInterval(_STEP_MS)
        self._clock.timeout.connect(self._advance)

    def start(self) -> None:
        """Begin to wait; a second later the line runs."""
        if not self._clock.isActive() and not self._patience.isActive():
            self._patience.start()

    def finish(self) -> None:
        """Stop, whether shown or not."""
        self._patience.stop()
        self._clock.stop()
        self._shown = False
        self.update()

    def is_shown(self) -> bool:
        """Say whether the line runs."""
        return self._shown

    @Slot()
    def _run(self) -> None:
        self._shown, self._place = True, 0
        self._clock.start()

    @Slot()
    def _advance(self) -> None:
        self._place = (self._place + 1) % _STEPS
        self.update()

    def sizeHint(self) -> QSize:
        """Return a thin line."""
        return QSize(40, current_theme().px(3))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a piece of line somewhere on its way."""
        del event
        if self._shown:
            theme = current_theme()
            painter = QPainter(self)
            piece = self.width() / 4
            left = (self.width() + piece) * self._place / _STEPS - piece
            painter.fillRect(QRectF(left, 0, piece, self.height()), theme.colour("accent"))
