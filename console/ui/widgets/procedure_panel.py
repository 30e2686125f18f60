"""Steps and documents of a matter, to be read out item by item; step 0 is the plain explanation."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.domain.matter import Procedure, Step
from console.i18n import translate as _
from console.ui.paint import draw_ring
from console.ui.theme import Role, current_theme
from console.ui.tokens import Tone
from console.ui.widgets.button import SecondaryButton
from console.ui.widgets.card import Card, Separator, column, row
from console.ui.widgets.clearing import empty
from console.ui.widgets.key_cap import KeyCap
from console.ui.widgets.label import Label, SectionLabel


class ProcedurePanel(QWidget):
    """`closed` leads back to the verdict (Esc). ↑ ↓ and the page keys scroll."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("intake-procedure-panel")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Steps & documents"))
        self._procedures: tuple[Procedure, ...] = ()
        head = row(spacing=8)
        head.addWidget(SectionLabel(_("Steps & documents"), self))
        head.addStretch()
        self._back = SecondaryButton(_("Back to the verdict"), key="Escape", parent=self)
        self._back.setObjectName("intake-procedure-back")
        self._back.clicked.connect(self.closed)
        head.addWidget(self._back)
        self._parts: QVBoxLayout = column(spacing=8)
        layout = column(self, spacing=8, margin=6)
        layout.addLayout(head)
        layout.addLayout(self._parts)
        layout.addStretch()
        self.hide()

    def procedures(self) -> tuple[Procedure, ...]:
        """Return what is shown."""
        return self._procedures

    def show_procedures(self, procedures: Sequence[Procedure]) -> None:
        """Show these, one below the other."""
        if tuple(procedures) == self._procedures:
            return
        self._procedures = tuple(procedures)
        empty(self._parts)
        for procedure in self._procedures:
            self._parts.addWidget(_procedure_card(procedure, self))
        spoken = "; ".join(f"{one.title}: {one.explanation}" for one in self._procedures)
        self.setAccessibleDescription(spoken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc; scrolling keys go on to the column."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
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


def _procedure_card(procedure: Procedure, parent: QWidget) -> QWidget:
    whole = QWidget(parent)
    layout = column(whole, spacing=8)
    layout.addWidget(Label(procedure.title, Role.SECTION, wrap=True))
    said = Card(whole, quiet=True, padding=10)
    said.body.addWidget(Label(procedure.explanation, Role.BODY_MEDIUM, wrap=True))
    layout.addWidget(said)
    for words in _facts(procedure.documents, procedure.duration, procedure.cost):
        layout.addWidget(Label(words, Role.BODY, wrap=True))
    for step in procedure.steps:
        layout.addWidget(Separator(whole))
        layout.addLayout(_step_row(step, whole))
    return whole


def _step_row(step: Step, parent: QWidget) -> QVBoxLayout:
    text = column(spacing=2)
    head = row(spacing=8)
    head.addWidget(KeyCap(str(step.number), parent))
    head.addWidget(Label(step.who, Role.STRONG, wrap=True), 1)
    text.addLayout(head)
    text.addWidget(Label(step.text, Role.BODY, wrap=True))
    for words in _facts(step.documents, step.duration, step.cost):
        text.addWidget(Label(words, Role.LABEL, Tone.MUTED, wrap=True))
    return text


def _facts(documents: str, duration: str, cost: str) -> list[str]:
    lines = (
        (_("Documents: {words}"), documents),
        (_("Time: {words}"), duration),
        (_("Cost: {words}"), cost),
    )
    return [template.format(words=words) for template, words in lines if words]
