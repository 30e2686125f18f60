"""What the agent says aloud: one short sentence at a time, large, never hurried; the next one waits below."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from console.i18n import translate as _
from console.ui.paint import draw_ring
from console.ui.theme import Role, current_theme
from console.ui.tokens import Tone
from console.ui.widgets.button import IconButton
from console.ui.widgets.card import column, row
from console.ui.widgets.clamped_label import ClampedLabel
from console.ui.widgets.label import Label, SectionLabel

_BACK = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Backspace})
_ON = frozenset({Qt.Key.Key_Right, Qt.Key.Key_Space})


class Explanation(QWidget):
    """← → and the space bar step through the sentences while it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("intake-explanation")
        self._sentences: tuple[str, ...] = ()
        self._place = 0
        self._count = Label("", Role.LABEL, Tone.MUTED, parent=self)
        self._back = IconButton("chevron-left", _("Previous sentence"), parent=self)
        self._on = IconButton("chevron-right", _("Next sentence"), parent=self)
        # The two arrows are for the mouse: the sentence itself is the tab stop.
        for button, step in ((self._back, self.back), (self._on, self.forward)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(step)
        self._sentence = ClampedLabel("", Role.SENTENCE, lines=6, parent=self)
        self._sentence.setObjectName("intake-sentence")
        self._next = ClampedLabel("", Role.BODY, Tone.MUTED, lines=2, parent=self)
        self._arrange()

    def _arrange(self) -> None:
        head = row(spacing=4)
        head.addWidget(SectionLabel(_("Explain to the citizen"), self))
        head.addStretch()
        head.addWidget(self._count)
        head.addWidget(self._back)
        head.addWidget(self._on)
        layout = column(self, spacing=6)
        side = current_theme().px(6)
        layout.setContentsMargins(side, side // 2, side, side)
        layout.addLayout(head)
        layout.addWidget(self._sentence)
        layout.addWidget(self._next)

    def set_sentences(self, sentences: Sequence[str]) -> None:
        """Show these from the first; the same ones stay where they are."""
        if tuple(sentences) == self._sentences:
            return
        self._sentences = tuple(sentences)
        self._place = 0
        self._show()

    def sentence(self) -> str:
        """Return the sentence shown, empty when there is none."""
        return self._sentences[self._place] if self._sentences else ""

    def forward(self) -> None:
        """Show the next sentence; the last one stays."""
        self._step(1)

    def back(self) -> None:
        """Show the sentence before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        place = min(max(self._place + by, 0), max(len(self._sentences) - 1, 0))
        if place != self._place:
            self._place = place
            self._show()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.sentence()))

    def _show(self) -> None:
        place, count = self._place, len(self._sentences)
        self._count.setText(_("sentence {place} of {count}").format(place=place + 1, count=count))
        self._sentence.setText(f"“{self.sentence()}”" if count else "")
        following = self._sentences[place + 1] if place + 1 < count else ""
        self._next.setText(_("Next: “{sentence}”").format(sentence=following) if following else "")
        self._back.setEnabled(place > 0)
        self._on.setEnabled(bool(following))
        self.setAccessibleName(_("Explain to the citizen: {sentence}").format(sentence=self.sentence()))
        self.setAccessibleDescription(self._count.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with ← → and the space bar."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif event.key() in _ON:
            self.forward()
        elif event.key() in _BACK:
            self.back()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the focus ring."""
        del event
        if self.hasFocus():
            theme = current_theme()
            draw_ring(QPainter(self), QRectF(self.rect()), theme.px(8), theme.colour("accent"))
