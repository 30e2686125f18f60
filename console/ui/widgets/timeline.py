"""What happened, newest first, on a line of time."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.i18n import translate as _
from console.ui.theme import Role, current_theme

_LEFT = 16
_GAP = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One line of the timeline: when, what, and who and where in smaller words."""

    when: str
    what: str
    who: str = ""


class Timeline(QWidget):
    """Paints the moments; the screen reader hears them as one text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._moments: tuple[Moment, ...] = ()
        self._height = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Timeline"))

    def show_moments(self, moments: Sequence[Moment]) -> None:
        """Show these, in this order."""
        self._moments = tuple(moments)
        spoken = ". ".join(f"{moment.when} {moment.what} {moment.who}".strip() for moment in moments)
        self.setAccessibleDescription(spoken)
        self._measure()
        self.update()

    def moments(self) -> tuple[Moment, ...]:
        """Return what is shown."""
        return self._moments

    def sizeHint(self) -> QSize:
        """Return the room all moments need at this width."""
        return QSize(current_theme().px(200), self._height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line of time and the words beside it."""
        del event
        painter = QPainter(self)
        theme = current_theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("line"), theme.px(2)))
        middle = theme.px(4)
        painter.drawLine(QPointF(middle, theme.px(8)), QPointF(middle, self._height - theme.px(10)))
        self._walk(painter)

    def _measure(self) -> None:
        height = self._walk(None)
        if height != self._height:
            self._height = height
            self.updateGeometry()

    def _walk(self, painter: QPainter | None) -> int:
        """Lay out every moment, painting it when there is a painter, and return the height."""
        theme = current_theme()
        y = 0.0
        for moment in self._moments:
            if painter is not None:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("accent"))
                painter.drawEllipse(QPointF(theme.px(4), y + theme.px(9)), theme.px(3), theme.px(3))
            y += self._words(
                painter, f"{moment.when}  {moment.what}", Role.BODY, "ink", y, bold=len(moment.when)
            )
            if moment.who:
                y += self._words(painter, moment.who, Role.LABEL, "muted", y)
            y += theme.px(_GAP)
        return round(y)

    def _words(
        self, painter: QPainter | None, words: str, role: Role, colour: str, top: float, *, bold: int = 0
    ) -> float:
        theme = current_theme()
        left = theme.px(_LEFT)
        layout = QTextLayout(words, theme.font(role, figures=True))
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        if bold:
            part = QTextLayout.FormatRange()
            part.start, part.length = 0, bold
            part.format.setFont(theme.font(Role.STRONG, figures=True))
            layout.setFormats([part])
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(self.width() - left, theme.px(60)))
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        if painter is not None:
            painter.setPen(theme.colour(colour))
            layout.draw(painter, QPointF(left, top), [], QRectF())
        return height
