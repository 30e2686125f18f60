"""The ring around a list or sheet that has the focus: those paint their inside only."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from console.ui.paint import draw_ring
from console.ui.theme import current_theme


class FocusRing(QWidget):
    """Lies over its parent, lets the mouse through and shows while the parent has the focus."""

    def __init__(self, target: QWidget, *, radius: int = 10) -> None:
        super().__init__(target)
        self._radius = radius
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        target.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go with the focus, grow with the parent."""
        if isinstance(watched, QWidget):
            if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
                self.setVisible(event.type() is QEvent.Type.FocusIn)
                self.setGeometry(watched.rect())
                self.raise_()
            elif event.type() is QEvent.Type.Resize:
                self.setGeometry(watched.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring."""
        del event
        theme = current_theme()
        area = QRectF(self.rect())
        draw_ring(QPainter(self), area, theme.px(self._radius), theme.colour("accent"))
