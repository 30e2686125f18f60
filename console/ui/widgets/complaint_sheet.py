"""One complaint in full: what was said, whose job it is, what happened, what to do next."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from console.domain.complaint import CLOSED, WAITING
from console.domain.phone import mask_phone, national_form
from console.i18n import translate as _
from console.ui.actions import ActionSet
from console.ui.theme import Role, current_theme
from console.ui.tokens import Tone
from console.ui.widgets.button import PrimaryButton, SecondaryButton
from console.ui.widgets.card import Card, column, row
from console.ui.widgets.label import Label, SectionLabel
from console.ui.widgets.level_badge import LevelPanel
from console.ui.widgets.pill import Pill
from console.ui.widgets.timeline import Timeline
from console.ui.widgets.worklist_values import Sheet
from console.wording import level_title, moment_words, remaining_words, word


class ComplaintSheet(Card):
    """Shows a `Sheet`; its buttons follow the page's commands."""

    def __init__(self, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet: Sheet | None = None
        self._revealed = False
        self._ticket = Label("", Role.SECTION, parent=self)
        self._ticket.setObjectName("sheetTicket")
        self._ticket.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._state = Pill("", Tone.MUTED, parent=self)
        self._text = Label("", Role.BODY, wrap=True, parent=self)
        self._text.setObjectName("sheetText")
        self._reporter = Label("", Role.BODY, Tone.MUTED, wrap=True, parent=self)
        self._reporter.setObjectName("sheetReporter")
        self._panel: LevelPanel | None = None
        self._panel_place = column(spacing=0)
        self._timeline = Timeline(self)
        self._timeline.setObjectName("sheetTimeline")
        self._ask = _SentQuestion(actions, self)
        self._arrange(actions)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show this complaint; the reporter's number is masked again."""
        self.sheet = sheet
        self._revealed = False
        complaint = sheet.complaint
        self._ticket.setText(complaint.ticket)
        self._state.set_state(*_state(sheet))
        self._text.setText(complaint.text)
        self._show_reporter()
        self._show_panel(sheet)
        self._timeline.show_moments(sheet.moments)
        self._ask.setVisible(sheet.open_forwarding is not None)

    def reveal(self) -> None:
        """Show or hide the reporter's number."""
        self._revealed = not self._revealed
        self._show_reporter()

    def _show_reporter(self) -> None:
        if self.sheet is None:
            return
        complaint = self.sheet.complaint
        phone = complaint.reporter_phone
        shown = (national_form(phone) if self._revealed else mask_phone(phone)) if phone else ""
        name = complaint.reporter_name if self._revealed else ""
        parts = (self.sheet.place, name, shown, word(complaint.channel))
        self._reporter.setText(" · ".join(part for part in parts if part))

    def _show_panel(self, sheet: Sheet) -> None:
        if self._panel is not None:
            self._panel_place.removeWidget(self._panel)
            self._panel.deleteLater()
            self._panel = None
        complaint = sheet.complaint
        if complaint.level is None:
            return
        panel = LevelPanel(complaint.level, edge="left", parent=self)
        panel.body.addWidget(Label(level_title(complaint.level), Role.STRONG, parent=panel))
        panel.body.addWidget(Label(sheet.office, Role.BODY, wrap=True, parent=panel))
        decided = _("{matter} · judged by {agent}").format(matter=sheet.matter, agent=complaint.operator)
        panel.body.addWidget(Label(decided, Role.LABEL, Tone.MUTED, wrap=True, parent=panel))
        self._panel = panel
        self._panel_place.addWidget(panel)

    def _arrange(self, actions: ActionSet) -> None:
        head = row()
        head.addWidget(self._ticket, 1)
        head.addWidget(self._state)
        self.body.addLayout(head)
        self.body.addWidget(self._scrolled(), 1)
        self.body.addWidget(self._ask)
        self.body.addWidget(PrimaryButton.for_action(actions.action("remind")))
        buttons = row()
        for name, words in (
            ("record-answer", _("Answer")),
            ("add-note", _("Note")),
            ("close-complaint", _("Close")),
            ("reopen", _("Reopen")),
        ):
            buttons.addWidget(SecondaryButton.for_action(actions.action(name), words))
        self.body.addLayout(buttons)

    def _scrolled(self) -> QScrollArea:
        inside = QWidget()
        inside.setObjectName("plain")
        page = column(inside, spacing=10)
        page.addWidget(self._text)
        page.addWidget(self._reporter)
        page.addLayout(self._panel_place)
        page.addSpacing(current_theme().px(4))
        page.addWidget(SectionLabel(_("The complaint's way"), inside))
        page.addWidget(self._timeline)
        page.addStretch(1)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        return area


class _SentQuestion(Card):
    """WhatsApp was opened and nobody said yet whether the message went."""

    def __init__(self, actions: ActionSet, parent: QWidget) -> None:
        super().__init__(parent, quiet=True, padding=10)
        self.body.addWidget(Label(_("WhatsApp was opened. Was the message sent?"), Role.STRONG, wrap=True))
        buttons = row()
        buttons.addWidget(SecondaryButton.for_action(actions.action("forwarding-sent"), _("Sent")))
        buttons.addWidget(SecondaryButton.for_action(actions.action("forwarding-not-sent"), _("Not sent")))
        self.body.addLayout(buttons)


def _state(sheet: Sheet) -> tuple[str, Tone]:
    complaint = sheet.complaint
    if complaint.status in WAITING and complaint.response_due_at < sheet.now:
        late = remaining_words(complaint.response_due_at, sheet.now).lstrip("−")
        return _("Late by {time}").format(time=late), Tone.DANGER
    if complaint.status in CLOSED:
        return word(complaint.status), Tone.MUTED
    if complaint.status in WAITING:
        due = moment_words(complaint.response_due_at, sheet.now)
        return _("{status} · answer by {due}").format(status=word(complaint.status), due=due), Tone.ACCENT
    return word(complaint.status), Tone.ACCENT
