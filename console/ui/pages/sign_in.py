"""Who sits at the desk: asked once at every start, one Enter when it is the same person as before."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from console.domain.access import Desk, Operator, Shift
from console.domain.text import MAX_FIELD, clean_line
from console.domain.ticket import LOCAL_ZONE
from console.i18n import translate as _
from console.shift_words import SHIFTS
from console.ui.page import Page
from console.ui.theme import Role, current_theme
from console.ui.tokens import Tone
from console.ui.widgets.button import PrimaryButton
from console.ui.widgets.card import Card, column, row
from console.ui.widgets.choices import Option, Segmented
from console.ui.widgets.field import Field
from console.ui.widgets.label import Label

_WIDTH = 460
# When a shift begins, local hour; the desk works around the clock.
_SHIFT_STARTS = ((7, Shift.PAGI), (14, Shift.SIANG), (21, Shift.MALAM))


def shift_at(moment: datetime) -> Shift:
    """Return the shift that runs at an aware moment: pagi from 7, siang from 14, malam from 21 (WIB)."""
    hour = moment.astimezone(LOCAL_ZONE).hour
    return next((shift for start, shift in reversed(_SHIFT_STARTS) if hour >= start), Shift.MALAM)


class SignInPage(Page):
    """Asks name, desk and shift; `signed_in` carries the `Operator`."""

    signed_in = Signal(object)

    def __init__(
        self,
        desks: Sequence[Desk],
        seated: Operator | None,
        now: datetime,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = QLineEdit(seated.name if seated else "", self)
        self._name.setObjectName("signInName")
        self._name.setMaxLength(MAX_FIELD)
        self._name_field = Field(_("Your name"), self._name)
        self._desk = QComboBox(self)
        self._desk.setObjectName("signInDesk")
        for desk in desks:
            self._desk.addItem(f"{desk.name} · {desk.code}", desk.code)
        if seated is not None and (at := self._desk.findData(seated.desk_code)) >= 0:
            self._desk.setCurrentIndex(at)
        self._shift = Segmented(
            _("Shift"), [Option(value=shift, title=_(SHIFTS[shift])) for shift in Shift], self
        )
        self._shift.choose(shift_at(now))
        self._start = PrimaryButton(_("Start work"), key="Return", parent=self)
        self._start.setObjectName("signInStart")
        self._arrange()
        self._name.returnPressed.connect(self._begin)
        self._start.clicked.connect(self._begin)

    def title(self) -> str:
        """Return the words at the top."""
        return _("Welcome")

    def focus_first(self) -> None:
        """Put the focus where the answer is missing; on the start button when nothing is."""
        if self._name.text():
            self._start.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        card = Card(self)
        card.setFixedWidth(current_theme().px(_WIDTH))
        card.body.setSpacing(current_theme().px(14))
        card.body.addWidget(Label(_("Who is at the desk?"), Role.TITLE, parent=card))
        sentence = _("Your name and desk stand on every complaint and message you make.")
        card.body.addWidget(Label(sentence, Role.BODY, Tone.MUTED, wrap=True, parent=card))
        card.body.addWidget(self._name_field)
        card.body.addWidget(Field(_("Desk"), self._desk))
        card.body.addWidget(Field(_("Shift"), self._shift))
        card.body.addSpacing(current_theme().px(4))
        card.body.addWidget(self._start)
        middle = row()
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        whole = column(self)
        whole.addStretch(2)
        centre = Qt.AlignmentFlag.AlignHCenter
        whole.addWidget(Label("Konsol Melayani", Role.FIGURE, Tone.ACCENT, parent=self), 0, centre)
        programme = _("Banyuwangi Melayani · 112 and Mal Pelayanan Publik")
        whole.addWidget(Label(programme, Role.BODY, Tone.MUTED, parent=self), 0, centre)
        whole.addSpacing(current_theme().px(16))
        whole.addLayout(middle)
        whole.addStretch(3)

    @Slot()
    def _begin(self) -> None:
        name = clean_line(self._name.text())
        if not name:
            self._name_field.set_error(_("Write your name, so that colleagues know who took the complaint."))
            self._name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._name_field.clear_error()
        desk: str = self._desk.currentData()
        self.signed_in.emit(Operator(name=name, desk_code=desk, shift=Shift(str(self._shift.value()))))
