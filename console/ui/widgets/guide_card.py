"""The sheet at the right of the guide with what can be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from console.i18n import translate as _
from console.ui.theme import current_theme
from console.ui.widgets.button import PrimaryButton, QuietButton, SecondaryButton
from console.ui.widgets.card import Card, Separator, row
from console.ui.widgets.empty_state import EmptyState
from console.ui.widgets.guide_values import GuideId, GuideKind, GuideSheetValue, MatterSheetValue
from console.ui.widgets.matter_sheet import MatterSheet, matter_spoken
from console.ui.widgets.procedure_sheet import ProcedureSheet, procedure_spoken, procedure_text
from console.ui.widgets.sheet_area import SheetArea


class GuideCard(Card):
    """Shows a matter or a procedure. `link_wanted` carries the `GuideId` of another sheet."""

    link_wanted = Signal(object)
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=0)
        self.body.setSpacing(0)
        self._value: GuideSheetValue | None = None
        self._empty = EmptyState(
            "book-open",
            _("Choose a matter"),
            _("Its sheet says whose job it is, why, and what to tell the citizen."),
            parent=self,
        )
        self.area = SheetArea(_("Sheet"), self)
        self.area.setObjectName("guide-sheet")
        self._foot = QWidget(self)
        self.complaint_button = PrimaryButton(
            _("Make a complaint of this matter"), key="Ctrl+Return", parent=self._foot
        )
        self.copy_button = SecondaryButton(
            _("Copy the explanation"), key="Ctrl+C", icon="copy", parent=self._foot
        )
        self.steps_button = SecondaryButton(
            _("Copy all steps"), key="Ctrl+Shift+C", icon="list-checks", parent=self._foot
        )
        self.back_button = QuietButton(_("Back"), key="Esc", icon="chevron-left", parent=self._foot)
        for name in ("complaint", "copy", "steps", "back"):
            getattr(self, f"{name}_button").setObjectName(f"guide-{name}")
        self._arrange()
        self.show_value(None, back=False)

    def _arrange(self) -> None:
        theme = current_theme()
        foot = row(self._foot, spacing=8)
        foot.setContentsMargins(*(theme.px(side) for side in (16, 12, 16, 14)))
        foot.addWidget(self.back_button)
        foot.addWidget(self.copy_button)
        foot.addWidget(self.steps_button)
        foot.addStretch()
        foot.addWidget(self.complaint_button)
        self._line = Separator(self)
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(self.area, 1)
        self.body.addWidget(self._line)
        self.body.addWidget(self._foot)
        self.back_button.clicked.connect(self.back_wanted)
        self.setTabOrder(self.area, self.copy_button)

    def value(self) -> GuideSheetValue | None:
        """Return what is shown."""
        return self._value

    def id(self) -> GuideId | None:
        """Return the id of what is shown."""
        return None if self._value is None else sheet_id(self._value)

    def show_value(self, value: GuideSheetValue | None, *, back: bool) -> None:
        """Show a sheet, or what to do while there is none; `back` says that there is a way back."""
        shown = value is not None
        self._empty.setVisible(not shown)
        for part in (self.area, self._line, self._foot):
            part.setVisible(shown)
        self.back_button.setVisible(back)
        if value is None or value == self._value:
            self._value = value
            return
        self._value = value
        matter = isinstance(value, MatterSheetValue)
        self.complaint_button.setVisible(matter)
        self.steps_button.setVisible(not matter)
        self.area.show_sheet(self._sheet(value), _spoken(value))

    def focus_sheet(self) -> None:
        """Let the keys scroll the sheet."""
        self.area.setFocus(Qt.FocusReason.TabFocusReason)

    def explanation(self) -> str:
        """Return what is said to the citizen, as text."""
        if self._value is None:
            return ""
        if isinstance(self._value, MatterSheetValue):
            return "\n".join(self._value.explanation)
        return self._value.procedure.explanation

    def steps(self) -> str:
        """Return the whole procedure as text; the explanation when a matter is shown."""
        if self._value is None or isinstance(self._value, MatterSheetValue):
            return self.explanation()
        return procedure_text(self._value)

    def _sheet(self, value: GuideSheetValue) -> QWidget:
        sheet = (
            MatterSheet(value, self.area.host)
            if isinstance(value, MatterSheetValue)
            else ProcedureSheet(value, self.area.host)
        )
        sheet.link_wanted.connect(self.link_wanted)
        return sheet


def sheet_id(value: GuideSheetValue) -> GuideId:
    """Return the id of a sheet."""
    if isinstance(value, MatterSheetValue):
        return GuideId(GuideKind.MATTER, value.matter.code)
    return GuideId(GuideKind.PROCEDURE, value.procedure.id)


def _spoken(value: GuideSheetValue) -> str:
    return matter_spoken(value) if isinstance(value, MatterSheetValue) else procedure_spoken(value)
