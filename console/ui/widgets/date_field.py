"""A date to type or to pick from a month, in the house's colours."""

from datetime import date

from PySide6.QtCore import QDate, QEvent, Qt, Signal, Slot
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QToolButton, QWidget

from console.ui.icons import icon
from console.ui.theme import current_theme

_ARROWS = {"qt_calendar_prevmonth": "chevron-left", "qt_calendar_nextmonth": "chevron-right"}


class DateField(QDateEdit):
    """Speaks plain `date` values; `picked` comes at every change, also from `set_day`."""

    picked = Signal(object)

    def __init__(self, name: str, day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setCalendarPopup(True)
        self.setDisplayFormat("d MMM yyyy")
        self.set_day(day)
        self._dress(self.calendarWidget())
        self.dateChanged.connect(self._changed)

    def day(self) -> date:
        """Return the date shown."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def set_day(self, day: date) -> None:
        """Show another date."""
        self.setDate(QDate(day.year, day.month, day.day))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.calendarPopup():
            self._dress(self.calendarWidget())

    @Slot()
    def _changed(self) -> None:
        self.picked.emit(self.day())

    def _dress(self, calendar: QCalendarWidget) -> None:
        theme = current_theme()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for weekday, token in ((Qt.DayOfWeek.Saturday, "ink"), (Qt.DayOfWeek.Sunday, "danger")):
            look = QTextCharFormat()
            look.setForeground(theme.colour(token))
            calendar.setWeekdayTextFormat(weekday, look)
        for name, drawing in _ARROWS.items():
            button = calendar.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                button.setIcon(icon(drawing))
