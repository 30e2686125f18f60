"""A panel over the window that blocks nothing: Esc or a click beside it closes it and the focus goes home."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from console.ui.paint import draw_box, draw_shadow
from console.ui.theme import current_theme
from console.ui.widgets.card import column

_TOP = 64


class Overlay(QWidget):
    """Covers the window with a thin veil and holds a panel in `body`. Hidden until `open`."""

    closed = Signal()

    def __init__(self, window: QWidget, name: str, *, width: int, height: int) -> None:
        super().__init__(window)
        self._window = window
        self._size = (width, height)
        self._home: QWidget | None = None
        self.setAccessibleName(name)
        self.panel = QWidget(self)
        self.body = column(self.panel, spacing=8, margin=12)
        window.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show it over everything and take the focus."""
        if not self.isVisible():
            self._home = QApplication.focusWidget()
        self._fit()
        self.show()
        self.raise_()
        self.focus_inside()

    def close_overlay(self) -> None:
        """Hide it and give the focus back to where it was."""
        if not self.isVisible():
            return
        self.hide()
        if self._home is not None and self._home.isVisible():
            self._home.setFocus(Qt.FocusReason.PopupFocusReason)
        self._home = None
        self.closed.emit()

    def focus_inside(self) -> None:
        """Focus what the panel is for."""
        self.panel.setFocus(Qt.FocusReason.PopupFocusReason)

    def set_height(self, height: int) -> None:
        """Make the panel `height` pixels high."""
        self._size = (self._size[0], height)
        self._fit(scaled=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc; let no other key reach the page below."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_overlay()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close when pressed beside the panel."""
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.close_overlay()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        """Keep Tab inside the panel."""
        del forward
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the window again after it was resized."""
        if watched is self._window and event.type() == QEvent.Type.Resize and self.isVisible():
            self._fit()
        return False

    def _fit(self, *, scaled: bool = True) -> None:
        theme = current_theme()
        self.setGeometry(self._window.rect())
        wanted, tall = self._size
        width = min(theme.px(wanted), self.width() - 32)
        top = min(theme.px(_TOP), self.height() // 8)
        height = min(theme.px(tall) if scaled else tall, self.height() - top - 16)
        self.panel.setGeometry((self.width() - width) // 2, top, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint veil, shadow and panel."""
        del event
        theme = current_theme()
        painter = QPainter(self)
        veil = QColor(theme.colour("shadow"))
        veil.setAlpha(70)
        painter.fillRect(self.rect(), veil)
        area, radius = QRectF(self.panel.geometry()), float(theme.px(12))
        draw_shadow(painter, area, radius, theme.colour("shadow"))
        draw_box(painter, area, radius, theme.colour("card"), theme.colour("control_line"))
