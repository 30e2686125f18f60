"""The one question that settles a doubt: numbered answers, how to tell them, and "not known" always."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from console.domain.matter import Option as Answer
from console.i18n import translate as _
from console.ui.theme import Role
from console.ui.tokens import Tone
from console.ui.widgets.card import column
from console.ui.widgets.choices import Option
from console.ui.widgets.clamped_label import ClampedLabel
from console.ui.widgets.judgement import OpenQuestion
from console.ui.widgets.label import SectionLabel
from console.ui.widgets.numbered_choices import NumberedChoices

UNKNOWN = 0
_LAST_DIGIT = 9
_ROOMY = 6  # cards up to which each may be taller
_SHORT = 24  # characters of "how to tell" that every card shows whole


class QuestionPanel(QWidget):
    """`answered` carries question id and option number (0 = not known)."""

    answered = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: OpenQuestion | None = None
        self._numbers: dict[int, int] = {}
        self._whole: dict[int, str] = {}
        self._question = ClampedLabel("", Role.STRONG, lines=3, parent=self)
        self._question.setObjectName("intake-question-text")
        self._roads = ClampedLabel("", Role.LABEL, Tone.ACCENT, lines=2, parent=self)
        self._cards = NumberedChoices(_("Answers"), columns=2, parent=self)
        self._cards.setObjectName("intake-answers")
        self._cards.chosen.connect(self._chosen)
        self._hint = ClampedLabel("", Role.LABEL, Tone.MUTED, lines=5, parent=self)
        layout = column(self, spacing=6)
        layout.addWidget(SectionLabel(_("One question decides"), self))
        for part in (self._question, self._roads, self._cards, self._hint):
            layout.addWidget(part)

    def shown(self) -> OpenQuestion | None:
        """Return the question shown."""
        return self._shown

    def show_question(self, shown: OpenQuestion | None) -> None:
        """Ask this; None hides the panel."""
        self.setVisible(shown is not None)
        if shown == self._shown:
            return
        self._shown = shown
        if shown is None:
            return
        self._question.setText(shown.question.text)
        self._roads.setText(_("In the text: {roads}").format(roads="; ".join(shown.roads)))
        self._roads.setVisible(bool(shown.roads))
        self._offer(shown)
        self._hint.setText("")

    def _offer(self, shown: OpenQuestion) -> None:
        options = _options(shown)
        self._numbers = {
            option.number: value
            for option in options
            if option.number is not None and isinstance(value := option.value, int)
        }
        self._whole = {place: option.detail for place, option in enumerate(options)}
        crowded = len(options) > _ROOMY
        self._cards.set_layout(2, 2 if crowded else 3, 1 if crowded else 2)
        self._cards.set_options(options)
        self._cards.choose(None)
        for place, card in enumerate(self._cards.buttons()):
            card.setToolTip(self._whole[place])
            card.installEventFilter(self)

    def press(self, digit: int) -> bool:
        """Give the answer with this digit; false when there is none."""
        if self.isHidden() or digit not in self._numbers or self._shown is None:
            return False
        self.answered.emit(self._shown.question.id, self._numbers[digit])
        return True

    def focus_first(self) -> None:
        """Focus the first answer."""
        self._cards.focus_first()

    def _chosen(self, number: object) -> None:
        if self._shown is not None and isinstance(number, int):
            self.answered.emit(self._shown.question.id, number)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Write out how to tell the answer that is looked at."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.Enter} and isinstance(watched, QAbstractButton):
            buttons = self._cards.buttons()
            if watched in buttons:
                whole = self._whole[buttons.index(watched)]
                self._hint.setText(whole if len(whole) > _SHORT else "")
        return False


def _options(shown: OpenQuestion) -> Sequence[Option]:
    """Return the cards: the question's answers and, under 0, that nobody knows (somebody checks then)."""
    office = shown.unknown_office
    checked = _("{office} checks first").format(office=office) if office else ""
    options: list[Option] = []
    for one in shown.question.options:
        if _says_unknown(one):
            checked = one.how_to_tell or checked
            continue
        digit = one.number if one.number <= _LAST_DIGIT else None
        options.append(Option(value=one.number, title=one.text, detail=one.how_to_tell, number=digit))
    return [*options, Option(value=UNKNOWN, title=_("Not known"), detail=checked, number=UNKNOWN)]


def _says_unknown(option: Answer) -> bool:
    """Say whether the base words a "not known" of its own; the general one stands for it."""
    return option.text.casefold().strip() == "tidak tahu"
