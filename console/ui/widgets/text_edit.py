"""Text of several lines that grows with what is written; Tab moves on instead of writing a tab."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from console.ui.theme import current_theme

_FRAME = 18


class GrowingTextEdit(QPlainTextEdit):
    """Plain text between `lines` and `most` lines high; `edited` comes at every change by anyone."""

    edited = Signal(str)

    def __init__(
        self,
        name: str,
        *,
        placeholder: str = "",
        lines: int = 3,
        most: int = 10,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lines, self._most = lines, most
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.textChanged.connect(self._changed)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

    def text(self) -> str:
        """Return what is written."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show `text`; the same text keeps cursor and undo history."""
        if text != self.toPlainText():
            self.setPlainText(text)

    def _changed(self) -> None:
        self.edited.emit(self.toPlainText())

    def _height(self, lines: int) -> int:
        return lines * self.fontMetrics().lineSpacing() + current_theme().px(_FRAME)

    def sizeHint(self) -> QSize:
        """Return the height of the lines written, within the bounds."""
        # A plain text document measures its height in lines.
        written = round(self.document().size().height())
        return QSize(super().sizeHint().width(), self._height(min(max(written, self._lines), self._most)))

    def minimumSizeHint(self) -> QSize:
        """Return the height of the fewest lines."""
        return QSize(current_theme().px(120), self._height(self._lines))
