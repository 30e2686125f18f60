"""A page of reading matter that scrolls: one tab stop, ↑ ↓ and page keys move it, the focus is visible."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QScrollBar, QVBoxLayout, QWidget

from console.i18n import translate as _
from console.ui.theme import Role, current_theme
from console.ui.tokens import Tone
from console.ui.widgets.card import column, row
from console.ui.widgets.focus_ring import FocusRing
from console.ui.widgets.label import Label, SectionLabel

_LINE = 40
_BAR = 12  # the scroll bar's own width is part of the right margin
_LINES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENDS = {Qt.Key.Key_Home: "minimum", Qt.Key.Key_End: "maximum"}


class _QuietBar(QScrollBar):
    """Always keeps its room, so that text keeps its right edge; shows only when there is more."""

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.maximum() > self.minimum():
            super().paintEvent(event)


class SheetArea(QScrollArea):
    """Shows one widget at a time over its whole width.

    A sheet is made with `host` as its parent: taking on a finished one would style all of it once more.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(_QuietBar(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.host = QWidget(self)
        self._layout = column(self.host, spacing=0)
        self.setWidget(self.host)
        FocusRing(self)

    def show_sheet(self, sheet: QWidget, spoken: str) -> None:
        """Show this sheet from its top; the one before is deleted, and leaves the focus here if it had it."""
        if self.isAncestorOf(QApplication.focusWidget() or self):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        old = self.sheet()
        if old is not None:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._layout.addWidget(sheet)
        self.setAccessibleDescription(spoken)
        self.verticalScrollBar().setValue(0)

    def sheet(self) -> QWidget | None:
        """Return the sheet shown."""
        item = self._layout.itemAt(0)
        return item.widget() if item is not None else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by lines and to the ends; the page keys are Qt's."""
        bar = self.verticalScrollBar()
        key = Qt.Key(event.key())
        if key in _LINES:
            bar.setValue(bar.value() + _LINES[key] * current_theme().px(_LINE))
        elif key in _ENDS:
            bar.setValue(getattr(bar, _ENDS[key])())
        elif key in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Space}:
            step = -bar.pageStep() if key == Qt.Key.Key_PageUp else bar.pageStep()
            bar.setValue(bar.value() + step)
        else:
            event.ignore()


class Sheet(QWidget):
    """A column of sections with one inner margin; `body` takes anything else."""

    def __init__(self, parent: QWidget | None = None, *, margin: int = 16, spacing: int = 6) -> None:
        super().__init__(parent)
        self.body: QVBoxLayout = column(self, spacing=spacing)
        side, theme = margin, current_theme()
        self.body.setContentsMargins(*(theme.px(one) for one in (side, side, max(side - _BAR, 1), side)))

    def heading(self, words: str, remark: str = "") -> None:
        """Begin a section; `remark` stands at its right."""
        self.body.addSpacing(current_theme().px(10))
        line = row(spacing=8)
        line.addWidget(SectionLabel(words, self))
        line.addStretch()
        if remark:
            line.addWidget(Label(remark, Role.LABEL, Tone.MUTED, parent=self))
        self.body.addLayout(line)

    def paragraph(self, words: str, role: Role = Role.BODY, tone: Tone = Tone.INK) -> Label:
        """Add wrapped text."""
        label = Label(words, role, tone, wrap=True, parent=self)
        self.body.addWidget(label)
        return label

    def fact(self, name: str, words: str, tone: Tone = Tone.INK, *, width: int = 88) -> None:
        """Add a named fact unless there is nothing to say."""
        if not words:
            return
        line = row(spacing=8)
        label = Label(name, Role.BODY, Tone.MUTED, wrap=True, parent=self)
        label.setFixedWidth(current_theme().px(width))
        line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Label(words, Role.BODY, tone, wrap=True, parent=self), 1)
        self.body.addLayout(line)

    def finish(self) -> None:
        """Leave the rest of the room empty."""
        self.body.addStretch(1)


def unverified_words() -> str:
    """Return what is said of a fact the legal bureau has not signed."""
    return _("not yet verified by the legal bureau")
