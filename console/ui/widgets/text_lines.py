"""Breaking text into at most so many lines; the last one says by an ellipsis that there is more."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

_NARROWEST = 30.0


def broken(text: str, font: QFont, width: float, most: int) -> list[str]:
    """Return the lines to show; line breaks of the text itself count as spaces."""
    flat = " ".join(text.split())
    layout = QTextLayout(flat, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    shown: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, _NARROWEST))
        start, length = line.textStart(), line.textLength()
        if len(shown) == most - 1 and start + length < len(flat):
            rest = flat[start : start + 2 * length + 1]
            shown.append(QFontMetricsF(font).elidedText(rest + "…", Qt.TextElideMode.ElideRight, width))
            break
        shown.append(flat[start : start + length].rstrip())
    layout.endLayout()
    return shown


def line_height(font: QFont) -> float:
    """Return the distance of two lines in pixels."""
    return QFontMetricsF(font).lineSpacing()


def draw_lines(
    painter: QPainter,
    lines: list[str],
    area: QRectF,
    alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> float:
    """Paint the lines from the top of `area` in the painter's font and pen; return the height used."""
    height = line_height(painter.font())
    for place, line in enumerate(lines):
        row = QRectF(area.left(), area.top() + place * height, area.width(), height + 1)
        painter.drawText(row, alignment | Qt.AlignmentFlag.AlignTop, line)
    return len(lines) * height
