"""Text that wraps to a few lines and no more: long legal texts must not push the main job off the screen."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui.theme import Role, current_theme
from console.ui.tokens import Tone
from console.ui.widgets.label import Label

_NARROWEST = 60


class ClampedLabel(Label):
    """At most `lines` lines; the rest is elided, shown as a tool tip and always read to screen readers."""

    def __init__(
        self,
        words: str = "",
        role: Role = Role.BODY,
        tone: Tone = Tone.INK,
        *,
        lines: int = 2,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, role, tone, wrap=True, parent=parent)
        self._role, self._tone, self._lines = role, tone, lines
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, words: str) -> None:
        """Show other words."""
        super().setText(words)
        self._tell_the_rest()
        self.updateGeometry()

    def set_tone(self, tone: Tone) -> None:
        """Change what the text means."""
        self._tone = tone
        super().set_tone(tone)

    def _broken(self, width: float) -> list[str]:
        """Return the lines that are shown at this width."""
        text = " ".join(self.text().split())
        font = current_theme().font(self._role)
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        shown: list[str] = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, _NARROWEST))
            start, length = line.textStart(), line.textLength()
            if len(shown) == self._lines - 1 and start + length < len(text):
                rest = QFontMetricsF(font).elidedText(text[start:], Qt.TextElideMode.ElideRight, width)
                shown.append(rest)
                break
            shown.append(text[start : start + length].rstrip())
        layout.endLayout()
        return shown

    def is_cut(self) -> bool:
        """Say whether some of the text is not shown."""
        return bool(self.text()) and self._broken(self.width())[-1].endswith("…") and self.text()[-1:] != "…"

    def _line_height(self) -> float:
        return QFontMetricsF(current_theme().font(self._role)).lineSpacing()

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines shown."""
        return round(max(len(self._broken(width)), 1) * self._line_height() + 1)

    def sizeHint(self) -> QSize:
        """Return one comfortable line."""
        wide = QFontMetricsF(current_theme().font(self._role)).horizontalAdvance(self.text())
        width = round(min(wide + 1, current_theme().px(240)))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return one short line."""
        return QSize(current_theme().px(_NARROWEST), round(self._line_height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find out again whether all of it fits."""
        super().resizeEvent(event)
        self._tell_the_rest()

    def _tell_the_rest(self) -> None:
        self.setToolTip(self.text() if self.is_cut() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines."""
        del event
        theme = current_theme()
        painter = QPainter(self)
        painter.setFont(theme.font(self._role))
        painter.setPen(theme.solid(self._tone))
        height = self._line_height()
        for place, line in enumerate(self._broken(self.width())):
            top_left = QPointF(0, place * height)
            area = QRectF(top_left.x(), top_left.y(), self.width(), height + 1)
            painter.drawText(area, self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask, line)
