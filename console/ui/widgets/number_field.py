"""A whole number to type or to step through with ↑ ↓."""

from PySide6.QtWidgets import QSpinBox, QWidget

from console.ui.theme import current_theme


class NumberField(QSpinBox):
    """Between `least` and `most`; `unit` is written after the number."""

    def __init__(
        self, name: str, *, least: int, most: int, unit: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setRange(least, most)
        self.setSuffix(f" {unit}" if unit else "")
        # A style sheet's padding does not reach the line inside a spin box that has styled buttons.
        self.lineEdit().setTextMargins(current_theme().px(9), 0, 0, 0)
