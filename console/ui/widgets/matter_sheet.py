"""A matter as an agent reads it to a caller: whose job, why, what to say, by when, who else, what next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from console.domain.legal_basis import without_articles
from console.domain.level import Confidence
from console.domain.matter import Deadline
from console.i18n import translate as _
from console.ui.theme import Role, current_theme
from console.ui.tokens import LEVEL_TONES, Tone
from console.ui.widgets.card import Card, column, row
from console.ui.widgets.guide_values import (
    AnswerView,
    GuideKind,
    GuideLink,
    MatterSheetValue,
    OtherBody,
    QuestionView,
)
from console.ui.widgets.key_cap import KeyCap
from console.ui.widgets.label import Label
from console.ui.widgets.level_badge import LEVEL_ICONS, LevelBadge, LevelPanel, LevelSquare
from console.ui.widgets.link_row import LinkRow
from console.ui.widgets.pill import Pill
from console.ui.widgets.sheet_area import Sheet, unverified_words
from console.wording import level_title, word

_TOP = Qt.AlignmentFlag.AlignTop
# What a reader takes as a paragraph's end when the sheet is spoken.
_PAUSE = ". "


class MatterSheet(QWidget):
    """`link_wanted` carries the `GuideId` of another sheet."""

    link_wanted = Signal(object)

    def __init__(self, value: MatterSheetValue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("matter-sheet")
        self._value = value
        whole = column(self, spacing=0)
        whole.addWidget(self._head())
        whole.addWidget(self._verdict())
        sheet = Sheet(self, spacing=8)
        sheet.body.setContentsMargins(*(current_theme().px(side) for side in (16, 2, 4, 16)))
        self._explanation(sheet)
        self._times(sheet)
        self._bodies(sheet)
        self._questions(sheet)
        self._procedures(sheet)
        self._remarks(sheet)
        sheet.finish()
        whole.addWidget(sheet, 1)

    def _head(self) -> QWidget:
        head = Sheet(self, spacing=2)
        matter = self._value.matter
        head.paragraph(f"{matter.code} · {domain_title(matter.domain)}", Role.LABEL, Tone.MUTED)
        head.paragraph(matter.title, Role.TITLE).setObjectName("matter-title")
        return head

    def _verdict(self) -> QWidget:
        value, level = self._value, self._value.matter.level
        panel = LevelPanel(level, parent=self)
        line = row(spacing=14)
        line.addWidget(LevelSquare(level, word(level), panel), 0, _TOP)
        words = column(spacing=1)
        words.addWidget(Label(level_title(level), Role.SECTION, LEVEL_TONES[level], wrap=True, parent=panel))
        words.addWidget(Label(value.institution.name, Role.STRONG, wrap=True, parent=panel))
        basis = Label(value.legal_basis, Role.BODY, Tone.MUTED, wrap=True, parent=panel)
        basis.setObjectName("matter-basis")
        words.addWidget(basis)
        trust = word(value.confidence)
        if value.unverified:
            trust = f"{trust} · {unverified_words()}"
        # The first letter is the only change: the words stand inside sentences elsewhere.
        words.addWidget(
            Label(f"{trust[:1].upper()}{trust[1:]}", Role.BODY, _trust_tone(value), wrap=True, parent=panel)
        )
        line.addLayout(words, 1)
        hours = _("Answer within {hours} hours").format(hours=value.response_hours)
        line.addWidget(Pill(hours, Tone.INK, icon="clock", parent=panel), 0, _TOP)
        panel.body.addLayout(line)
        return panel

    def _explanation(self, sheet: Sheet) -> None:
        if not self._value.explanation:
            return
        sheet.heading(_("Explain it to the citizen"))
        for sentence in self._value.explanation:
            sheet.paragraph(sentence, Role.SENTENCE)

    def _times(self, sheet: Sheet) -> None:
        if not self._value.deadlines:
            return
        sheet.heading(_("By when"))
        for deadline in self._value.deadlines:
            _deadline(sheet, deadline)

    def _bodies(self, sheet: Sheet) -> None:
        if self._value.alternatives:
            sheet.heading(_("Another office is responsible when"))
            for body in self._value.alternatives:
                _body(sheet, body)
        if self._value.involved:
            sheet.heading(_("Also involved"))
            for body in self._value.involved:
                _body(sheet, body)

    def _questions(self, sheet: Sheet) -> None:
        for question in self._value.questions:
            sheet.heading(_("One question settles it"))
            sheet.paragraph(question.text, Role.STRONG)
            sheet.body.addWidget(self._answers(question, sheet))

    def _answers(self, question: QuestionView, parent: QWidget) -> QWidget:
        card = Card(parent, quiet=True, padding=12)
        card.body.setSpacing(current_theme().px(10))
        for answer in question.answers:
            self._answer(card, answer)
        if question.unknown_office:
            words = _("Nobody knows: {office} checks on the spot.").format(office=question.unknown_office)
            line = row(spacing=10)
            line.addWidget(KeyCap("0", card), 0, _TOP)
            line.addWidget(Label(words, Role.BODY, Tone.MUTED, wrap=True, parent=card), 1)
            card.body.addLayout(line)
        return card

    def _answer(self, card: Card, answer: AnswerView) -> None:
        line = row(spacing=10)
        line.addWidget(KeyCap(str(answer.number), card), 0, _TOP)
        words = column(spacing=2)
        words.addWidget(Label(answer.text, Role.BODY_MEDIUM, wrap=True, parent=card))
        if answer.how_to_tell:
            words.addWidget(Label(answer.how_to_tell, Role.LABEL, Tone.MUTED, wrap=True, parent=card))
        for link in answer.leads_to:
            if link.id.code != self._value.matter.code:
                words.addWidget(self._link(link, card))
        line.addLayout(words, 1)
        card.body.addLayout(line)

    def _procedures(self, sheet: Sheet) -> None:
        if not self._value.procedures:
            return
        sheet.heading(_("Steps and documents"))
        for link in self._value.procedures:
            sheet.body.addWidget(self._link(link, sheet))

    def _remarks(self, sheet: Sheet) -> None:
        matter = self._value.matter
        sheet.heading(_("For the agent"))
        high = matter.provenance.confidence is Confidence.HIGH
        sheet.fact(_("Note"), matter.note if high else without_articles(matter.note))
        sheet.fact(_("Bodies named"), matter.institution_text)
        sheet.fact(_("Said as"), ", ".join(matter.keywords))
        sheet.fact(_("Source"), self._value.source, Tone.MUTED)

    def _link(self, link: GuideLink, parent: QWidget) -> LinkRow:
        made = link_row(link, parent)
        made.picked.connect(self.link_wanted)
        return made


def link_row(link: GuideLink, parent: QWidget) -> LinkRow:
    """Return the row for a link: a matter wears its level's icon, a procedure the list of steps."""
    if link.id.kind is GuideKind.PROCEDURE or link.level is None:
        return LinkRow(link.id, link.title, icon="list-checks", parent=parent)
    return LinkRow(
        link.id,
        link.title,
        icon=LEVEL_ICONS[link.level],
        detail=word(link.level),
        tone=LEVEL_TONES[link.level],
        parent=parent,
    )


def matter_spoken(value: MatterSheetValue) -> str:
    """Return the sheet's gist for screen readers."""
    level = level_title(value.matter.level)
    parts = (value.matter.title, level, value.institution.name, value.legal_basis, *value.explanation)
    return _PAUSE.join(part.rstrip(".") for part in parts if part)


def domain_title(domain: str) -> str:
    """Return a domain's name: ``informasi-publik`` → ``Informasi publik``."""
    return domain.replace("-", " ").capitalize()


def _trust_tone(value: MatterSheetValue) -> Tone:
    return Tone.DANGER if value.confidence is Confidence.LOW else Tone.MUTED


def _deadline(sheet: Sheet, deadline: Deadline) -> None:
    span = " ".join(part for part in (str(deadline.number or ""), deadline.unit, deadline.day_type) if part)
    first = row(spacing=8)
    first.addWidget(Label(deadline.what, Role.BODY_MEDIUM, wrap=True, parent=sheet), 1)
    first.addWidget(Label(span, Role.STRONG, parent=sheet), 0, _TOP)
    remark = " · ".join(part for part in (deadline.actor, deadline.provenance.legal_basis) if part)
    both = column(spacing=1)
    both.addLayout(first)
    both.addWidget(Label(remark, Role.LABEL, Tone.MUTED, wrap=True, parent=sheet))
    sheet.body.addLayout(both)


def _body(sheet: Sheet, body: OtherBody) -> None:
    line = row(spacing=8)
    words = column(spacing=0)
    words.addWidget(Label(body.name, Role.BODY_MEDIUM, wrap=True, parent=sheet))
    words.addWidget(Label(body.role, Role.LABEL, Tone.MUTED, wrap=True, parent=sheet))
    line.addLayout(words, 1)
    if body.level is not None:
        line.addWidget(LevelBadge(body.level, word(body.level), sheet), 0, _TOP)
    sheet.body.addLayout(line)
