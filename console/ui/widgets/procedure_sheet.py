"""A procedure as a citizen hears it: first why and how long in warm words, then step by step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.domain.matter import Step
from console.i18n import translate as _
from console.ui.icons import icon
from console.ui.theme import Role, current_theme
from console.ui.tokens import Tone
from console.ui.widgets.card import Card, Separator, column, row
from console.ui.widgets.guide_values import ProcedureSheetValue
from console.ui.widgets.key_cap import KeyCap
from console.ui.widgets.label import Label
from console.ui.widgets.matter_sheet import link_row
from console.ui.widgets.sheet_area import Sheet, unverified_words
from console.wording import word

_TOP = Qt.AlignmentFlag.AlignTop


class ProcedureSheet(Sheet):
    """`link_wanted` carries the `GuideId` of a matter."""

    link_wanted = Signal(object)

    def __init__(self, value: ProcedureSheetValue, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=8)
        self.setObjectName("procedure-sheet")
        procedure = value.procedure
        self.paragraph(procedure.id, Role.LABEL, Tone.MUTED)
        self.paragraph(procedure.title, Role.TITLE).setObjectName("procedure-title")
        said = Card(self, quiet=True, padding=16)
        words = Label(procedure.explanation, Role.SENTENCE, wrap=True, parent=said)
        words.setObjectName("procedure-explanation")
        said.body.addWidget(words)
        self.body.addWidget(said)
        self._whole(value)
        self.heading(_("Step by step"), _("{count} steps").format(count=len(procedure.steps)))
        for place, (step, basis) in enumerate(zip(procedure.steps, value.step_bases, strict=True)):
            if place:
                self.body.addWidget(Separator(self))
            self.body.addLayout(_step(step, basis, self))
        if value.matters:
            self.heading(_("Matters this belongs to"))
            for link in value.matters:
                made = link_row(link, self)
                made.picked.connect(self.link_wanted)
                self.body.addWidget(made)
        self.finish()

    def _whole(self, value: ProcedureSheetValue) -> None:
        procedure = value.procedure
        self.fact(_("Documents"), procedure.documents)
        self.fact(_("Duration"), procedure.duration)
        self.fact(_("Cost"), procedure.cost)
        self.fact(_("Legal basis"), value.legal_basis)
        trust = word(value.confidence)
        self.fact(
            _("Reliability"), f"{trust} · {unverified_words()}" if value.unverified else trust, Tone.MUTED
        )


def _step(step: Step, basis: str, parent: QWidget) -> QVBoxLayout:
    words = column(spacing=3)
    words.addWidget(Label(step.who, Role.LABEL_STRONG, Tone.ACCENT, wrap=True, parent=parent))
    words.addWidget(Label(step.text, Role.BODY, wrap=True, parent=parent))
    for name, text in (("file-text", step.documents), ("clock", step.duration), ("briefcase", step.cost)):
        if text:
            words.addLayout(_mark(name, text, parent))
    if basis:
        words.addWidget(Label(basis, Role.LABEL, Tone.MUTED, wrap=True, parent=parent))
    line = row(spacing=12)
    line.addWidget(KeyCap(str(step.number), parent), 0, _TOP)
    line.addLayout(words, 1)
    whole = column(spacing=0)
    whole.addLayout(line)
    return whole


def _mark(name: str, words: str, parent: QWidget) -> QVBoxLayout:
    spoken = {"file-text": _("Documents"), "clock": _("Duration"), "briefcase": _("Cost")}[name]
    sign = Label("", parent=parent)
    side = current_theme().px(14)
    sign.setPixmap(icon(name, Tone.MUTED).pixmap(side, side))
    sign.setToolTip(spoken)
    sign.setAccessibleName(spoken)
    line = row(spacing=7)
    line.addWidget(sign, 0, _TOP)
    line.addWidget(Label(words, Role.BODY, Tone.MUTED, wrap=True, parent=parent), 1)
    whole = column(spacing=0)
    whole.addLayout(line)
    return whole


def procedure_spoken(value: ProcedureSheetValue) -> str:
    """Return the sheet's gist for screen readers."""
    steps = (f"{step.number}. {step.who}: {step.text}" for step in value.procedure.steps)
    return " ".join((value.procedure.title, value.procedure.explanation, *steps))


def procedure_text(value: ProcedureSheetValue) -> str:
    """Return the whole procedure as text to send to a citizen."""
    procedure = value.procedure
    lines = [procedure.title, "", procedure.explanation, ""]
    for step in procedure.steps:
        details = (
            (_("Documents"), step.documents),
            (_("Duration"), step.duration),
            (_("Cost"), step.cost),
        )
        lines.append(f"{step.number}. {step.who}: {step.text}")
        lines += [f"   {name}: {text}" for name, text in details if text]
    return "\n".join(lines)
