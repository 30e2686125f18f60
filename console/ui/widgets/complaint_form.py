"""The first column: what the citizen says, where it is, who calls; the words first, as they come first."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from console.domain.problems import Problem, ProblemCode
from console.domain.text import MAX_FIELD, MAX_TEXT
from console.domain.villages import VillageIndex
from console.i18n import translate as _
from console.ui.theme import current_theme
from console.ui.widgets.button import Button
from console.ui.widgets.card import row
from console.ui.widgets.channel_picker import ChannelPicker
from console.ui.widgets.complaint_text import ComplaintText
from console.ui.widgets.complaint_values import FormValues
from console.ui.widgets.draft_shelf import DraftShelf
from console.ui.widgets.earlier_complaints import EarlierComplaints
from console.ui.widgets.field import Field
from console.ui.widgets.village_field import VillageField
from console.ui.widgets.work_column import WorkColumn
from console.wording import problem_sentence


class ComplaintForm(WorkColumn):
    """`edited` carries the values after every change by the agent; `phone_left` the number's text."""

    edited = Signal(object)
    phone_left = Signal(str)

    def __init__(self, resume_shortcut: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Citizen & complaint"), parent)
        self.setObjectName("complaintColumn")
        self._filling = False
        self.channel = ChannelPicker(self)
        self.text = ComplaintText(_("Complaint"), _("Type what the citizen says…"), self)
        self.village = VillageField(_("Village"), _("desa or kelurahan"), self)
        self.place = self._line(_("street, landmark"))
        self.phone = self._line("08…")
        self.name = self._line("")
        self.text_field = Field(_("Complaint"), self.text, hint=_("write it the way the citizen says it"))
        self.village_field = Field(_("Village"), self.village)
        self.place_field = Field(_("Landmark or road"), self.place)
        self.phone_field = Field(_("Telephone number"), self.phone)
        self.name_field = Field(_("Name"), self.name)
        self.earlier = EarlierComplaints(self)
        self.shelf = DraftShelf(resume_shortcut, self)
        self._name_them()
        self._arrange()
        self._wire()

    def _line(self, placeholder: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setPlaceholderText(placeholder)
        line.setMaxLength(MAX_FIELD)
        return line

    def _name_them(self) -> None:
        for name in ("channel", "text", "village", "place", "phone", "name", "earlier", "shelf"):
            getattr(self, name).setObjectName(f"intake-{name}")

    def _arrange(self) -> None:
        self.add(self.channel)
        self.add(self.text_field, stretch=4)
        pairs = QWidget(self)
        grid = QGridLayout(pairs)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(current_theme().px(8))
        grid.setVerticalSpacing(current_theme().px(10))
        for place, field in enumerate(
            (self.village_field, self.place_field, self.phone_field, self.name_field)
        ):
            grid.addWidget(field, *divmod(place, 2))
        grid.setColumnStretch(0, 11)
        grid.setColumnStretch(1, 9)
        self.add(pairs)
        self.add(self.earlier)
        self.add_stretch()
        self.add(self.shelf)

    def _wire(self) -> None:
        self.channel.chosen.connect(self._changed)
        self.text.edited.connect(self._text_edited)
        self.text.overflowed.connect(self._text_cut)
        self.village.village_changed.connect(self._changed)
        self.village.textEdited.connect(self._village_edited)
        self.village.left.connect(self._village_left)
        for line in (self.place, self.phone, self.name):
            line.textEdited.connect(self._changed)
        self.phone.textEdited.connect(self._phone_edited)
        self.phone.installEventFilter(self)

    def set_buttons(self, *buttons: Button) -> None:
        """Put these at the foot, side by side."""
        line = row(spacing=8)
        for button in buttons:
            line.addWidget(button, 1)
        self.foot.addLayout(line)

    def use_index(self, index: VillageIndex) -> None:
        """Offer villages from this index."""
        self.village.use_index(index)

    def values(self) -> FormValues:
        """Return the fields; a place that names no village goes before the landmark, so that it is kept."""
        loose, place = self.village.loose_text(), self.place.text()
        return FormValues(
            channel=self.channel.value(),
            text=self.text.text(),
            village_code=self.village.code(),
            place=", ".join(part for part in (loose, place) if part),
            phone=self.phone.text(),
            name=self.name.text(),
        )

    def fill(self, values: FormValues) -> None:
        """Show these values, without telling anybody, and forget all errors."""
        self._filling = True
        self.channel.choose(values.channel)
        self.text.set_text(values.text)
        self.village.set_code(values.village_code)
        self.place.setText(values.place)
        self.phone.setText(values.phone)
        self.name.setText(values.name)
        for field in (self.text_field, self.village_field, self.phone_field):
            field.clear_error()
        self.earlier.show_rows(())
        self._filling = False
        self.to_top()

    def lock(self, *, locked: bool) -> None:
        """Take no typing for the moment of saving."""
        for line in (self.text, self.village, self.place, self.phone, self.name):
            line.setReadOnly(locked)

    def focus_first(self) -> bool:
        """Put the cursor after what is written."""
        self.focus_text()
        return True

    def focus_text(self) -> None:
        """Put the cursor after what is written."""
        self.text.setFocus()
        self.text.moveCursor(self.text.textCursor().MoveOperation.End)

    def _changed(self) -> None:
        if not self._filling:
            self.edited.emit(self.values())

    def _text_edited(self, text: str) -> None:
        if self._filling:
            return
        if len(text) > MAX_TEXT:
            problem = Problem(ProblemCode.TEXT_TOO_LONG, limit=MAX_TEXT, length=len(text))
            self.text_field.set_error(problem_sentence(problem))
        else:
            self.text_field.clear_error()
        self._changed()

    def _text_cut(self, length: int) -> None:
        self.text_field.set_error(
            _(
                "Of the {length} characters pasted only what fits ({limit}) was taken; "
                "the clipboard still holds them all."
            ).format(length=length, limit=MAX_TEXT)
        )

    def _village_edited(self) -> None:
        self.village_field.clear_error()
        self._changed()

    def _village_left(self) -> None:
        if loose := self.village.loose_text():
            self.village_field.set_error(
                _("No village “{words}”; it is kept with the landmark.").format(words=loose[:30])
            )

    def _phone_edited(self) -> None:
        self.phone_field.clear_error()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear that the number's field was left."""
        if watched is self.phone and event.type() == QEvent.Type.FocusOut:
            self.phone_left.emit(self.phone.text())
        return False
