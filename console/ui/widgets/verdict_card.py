"""Whose job it is and why: never a bare level, always with body, law, confidence, others and time."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.domain.assessment import Verdict
from console.domain.level import Level
from console.domain.matter import Deadline
from console.i18n import translate as _
from console.ui.theme import Role
from console.ui.tokens import LEVEL_TONES, Tone
from console.ui.widgets.button import QuietButton
from console.ui.widgets.card import column, row
from console.ui.widgets.clamped_label import ClampedLabel
from console.ui.widgets.label import Label
from console.ui.widgets.level_badge import LevelPanel, LevelSquare
from console.ui.widgets.pill import Pill
from console.wording import level_title, word


class VerdictCard(LevelPanel):
    """`override_withdrawn` asks for the engine's own verdict back."""

    override_withdrawn = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Level.PEMKAB, parent=parent)
        self.setObjectName("intake-verdict")
        self._square = LevelSquare(Level.PEMKAB, "", self)
        self._title = Label("", Role.SECTION, wrap=True, parent=self)
        self._title.setObjectName("intake-verdict-title")
        self._target = Pill("", Tone.INK, icon="clock", parent=self)
        self._body = ClampedLabel("", Role.STRONG, lines=2, parent=self)
        self._body.setObjectName("intake-institution")
        self._law = ClampedLabel("", Role.LABEL, Tone.MUTED, lines=2, parent=self)
        self._law.setObjectName("intake-legal-basis")
        self._trust = ClampedLabel("", Role.LABEL, Tone.MUTED, lines=1, parent=self)
        self._trust.setObjectName("intake-confidence")
        self._note = ClampedLabel("", Role.LABEL, Tone.INK, lines=1, parent=self)
        self._involved = ClampedLabel("", Role.LABEL, Tone.MUTED, lines=2, parent=self)
        self._deadlines = ClampedLabel("", Role.LABEL, Tone.MUTED, lines=1, parent=self)
        self._check = Pill(_("To be checked first"), Tone.DANGER, icon="search", parent=self)
        self._reason = ClampedLabel("", Role.LABEL, Tone.DANGER, lines=2, parent=self)
        self._undo = QuietButton(_("Take the change back"), icon="undo-2", parent=self)
        self._undo.setObjectName("intake-withdraw-override")
        self._undo.clicked.connect(self.override_withdrawn)
        self._arrange()

    def _arrange(self) -> None:
        text = column(spacing=2)
        head = row(spacing=8)
        head.addWidget(self._title, 1)
        head.addWidget(self._target)
        text.addLayout(head)
        for part in (self._body, self._law, self._trust, self._note, self._involved, self._deadlines):
            text.addWidget(part)
        changed = row(spacing=8)
        changed.addWidget(self._reason, 1)
        changed.addWidget(self._undo)
        text.addLayout(changed)
        checked = row()
        checked.addWidget(self._check)
        checked.addStretch()
        text.addLayout(checked)
        whole = row(spacing=12)
        mark = column()
        mark.addWidget(self._square)
        mark.addStretch()
        whole.addLayout(mark)
        whole.addLayout(text, 1)
        self.body.addLayout(whole)

    def show_verdict(self, verdict: Verdict, override_reason: str = "", *, note: bool = True) -> None:
        """Show this verdict; a reason says that the agent changed it, `note` whether its note is news."""
        self.set_level(verdict.level)
        self._square.set_level(verdict.level, word(verdict.level))
        self._title.setText(level_title(verdict.level))
        self._title.set_tone(LEVEL_TONES[verdict.level])
        target = _("First reply within {hours} hours").format(hours=verdict.response_hours)
        self._target.set_state(_("≤ {hours} h").format(hours=verdict.response_hours), Tone.INK, icon="clock")
        self._target.setAccessibleName(target)
        self._target.setToolTip(target)
        self._body.setText(verdict.institution.name)
        self._put(self._law, verdict.legal_basis)
        self._trust.setText(_trust_words(verdict))
        self._put(self._note, verdict.note if note else "")
        self._put(self._involved, _involved_words(verdict))
        self._put(self._deadlines, _deadline_words(verdict))
        changed = _("Changed by the agent: {reason}").format(reason=override_reason)
        self._put(self._reason, changed if override_reason else "")
        self._undo.setVisible(bool(override_reason))
        self._check.setVisible(verdict.verification)
        self.setAccessibleName(f"{level_title(verdict.level)}: {verdict.institution.name}")

    @staticmethod
    def _put(label: ClampedLabel, words: str) -> None:
        label.setText(words)
        label.setVisible(bool(words))


def _trust_words(verdict: Verdict) -> str:
    words = word(verdict.confidence)
    return f"{words} · {_('not yet verified by the legal bureau')}" if verdict.unverified else words


def _involved_words(verdict: Verdict) -> str:
    bodies = "; ".join(
        f"{body.institution.short_name or body.institution.name}" + (f" ({body.role})" if body.role else "")
        for body in verdict.involved
    )
    return _("Also involved: {bodies}").format(bodies=bodies) if bodies else ""


def _deadline_words(verdict: Verdict) -> str:
    limits = "; ".join(_limit(deadline) for deadline in verdict.deadlines if not deadline.superseded)
    return _("Deadlines: {limits}").format(limits=limits) if limits else ""


def _limit(deadline: Deadline) -> str:
    number = "" if deadline.number is None else f"{deadline.number} "
    kind = f" {deadline.day_type}" if deadline.day_type else ""
    return f"{deadline.what} {number}{deadline.unit}{kind}"
