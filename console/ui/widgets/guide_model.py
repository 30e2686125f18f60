"""The model behind the guide's lists."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from console.ui.widgets.guide_values import GuideId, GuideLine
from console.wording import word

Index = QModelIndex | QPersistentModelIndex


class GuideModel(QAbstractListModel):
    """Holds lines; the view keeps the selection over a change."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: tuple[GuideLine, ...] = ()

    def lines(self) -> tuple[GuideLine, ...]:
        """Return all lines."""
        return self._lines

    def at(self, row: int) -> GuideLine | None:
        """Return the line, None outside."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, wanted: GuideId) -> int:
        """Return the row with this id, -1 without one."""
        return next((row for row, line in enumerate(self._lines) if line.id == wanted), -1)

    def replace(self, lines: Sequence[GuideLine]) -> None:
        """Show these lines."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return title and spoken text."""
        line = self.at(index.row())
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            level = word(line.level) if line.level else ""
            return ", ".join(part for part in (line.title, level, line.remark, line.why) if part)
        return None
