"""An empty place teaches the next step: an icon, a sentence, one button."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui.icons import paint_icon
from console.ui.paint import draw_box
from console.ui.theme import Role, current_theme
from console.ui.tokens import Tone
from console.ui.widgets.button import Button
from console.ui.widgets.card import column
from console.ui.widgets.label import Label

_DISC = 56


class IconDisc(QWidget):
    """An icon on a soft round ground; decoration."""

    def __init__(self, icon: str, tone: Tone = Tone.ACCENT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._tone = icon, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a square."""
        side = current_theme().px(_DISC)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint disc and icon."""
        del event
        theme = current_theme()
        painter = QPainter(self)
        area = QRectF(self.rect())
        draw_box(painter, area, area.width() / 2, theme.soft(self._tone))
        inset = area.width() * 0.29
        inner = area.adjusted(inset, inset, -inset, -inset)
        paint_icon(painter, inner, self._icon, theme.solid(self._tone))


class EmptyState(QWidget):
    """Fills the room of what is not there yet; `button` (optional) is the next step."""

    def __init__(
        self,
        icon: str,
        title: str,
        sentence: str = "",
        *,
        button: Button | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = Label(title, Role.SECTION, wrap=True)
        self._sentence = Label(sentence, Role.BODY, Tone.MUTED, wrap=True)
        layout = column(self, spacing=8, margin=24)
        layout.addStretch()
        layout.addWidget(IconDisc(icon, parent=self), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(current_theme().px(6))
        for label in (self._title, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            layout.addWidget(label)
        if button:
            layout.addSpacing(current_theme().px(8))
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()

    def set_words(self, title: str, sentence: str = "") -> None:
        """Say something else."""
        self._title.setText(title)
        self._sentence.setText(sentence)
