"""Text that wraps to a few lines and no more: long legal texts must not push the main job off the screen."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui.theme import Role, current_theme
from console.ui.tokens import Tone
from console.ui.widgets.label import Label
from console.ui.widgets.text_lines import broken, draw_lines, line_height

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
        # Layouts ask for the height of the same width dozens of times per key typed.
        self._known: dict[tuple[int, float], list[str]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, words: str) -> None:
        """Show other words."""
        if words != self.text():
            super().setText(words)
            self._known.clear()
            self._tell_the_rest()
            self.updateGeometry()

    def set_tone(self, tone: Tone) -> None:
        """Change what the text means."""
        self._tone = tone
        super().set_tone(tone)

    def is_cut(self) -> bool:
        """Say whether some of the text is not shown."""
        shown = " ".join(self._broken(self.width()))
        return len(shown) < len(" ".join(self.text().split())) or (shown[-1:] == "…" != self.text()[-1:])

    def _broken(self, width: int) -> list[str]:
        theme = current_theme()
        key = width, theme.scale
        if key not in self._known:
            self._known[key] = broken(self.text(), theme.font(self._role), width, self._lines)
        return self._known[key]

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines shown."""
        return round(max(len(self._broken(width)), 1) * line_height(current_theme().font(self._role)) + 1)

    def sizeHint(self) -> QSize:
        """Return one comfortable line."""
        theme = current_theme()
        wide = QFontMetricsF(theme.font(self._role)).horizontalAdvance(self.text())
        width = round(min(wide + 1, theme.px(240)))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return one short line."""
        theme = current_theme()
        return QSize(theme.px(_NARROWEST), round(line_height(theme.font(self._role))))

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
        lines, area = self._broken(self.width()), QRectF(self.rect())
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            area.setTop(max((area.height() - len(lines) * line_height(painter.font())) / 2, 0))
        draw_lines(painter, lines, area, self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
