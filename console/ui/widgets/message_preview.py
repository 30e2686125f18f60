"""The WhatsApp message as it will go: editable, counted, the reporter masked unless the agent ticks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QCheckBox, QWidget

from console.i18n import translate as _
from console.ui.theme import Role
from console.ui.tokens import Tone
from console.ui.widgets.button import QuietButton
from console.ui.widgets.card import column, row
from console.ui.widgets.choices import Option, Segmented
from console.ui.widgets.clamped_label import ClampedLabel
from console.ui.widgets.field import Field
from console.ui.widgets.text_edit import GrowingTextEdit

_BOLD = re.compile(r"(?<![\w*])\*(?![\s*])[^*\n]+?(?<!\s)\*(?![\w*])")


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageView:
    """What the preview shows; `length` of `budget` characters are used up by the link that carries it."""

    text: str = ""
    length: int = 0
    budget: int = 0
    own: bool = False
    shortened: bool = False
    error: str = ""


class _WhatsAppMarks(QSyntaxHighlighter):
    """Shows ``*words*`` bold, as the receiver will see them."""

    def highlightBlock(self, text: str) -> None:
        bold = QTextCharFormat()
        bold.setFontWeight(QFont.Weight.DemiBold)
        for found in _BOLD.finditer(text):
            self.setFormat(found.start(), found.end() - found.start(), bold)


class MessagePreview(QWidget):
    """`rewritten` carries the agent's own wording, `template_wanted` the way back to the prepared one."""

    rewritten = Signal(str)
    template_wanted = Signal()
    template_chosen = Signal(object)
    reveal_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling = False
        self.text = GrowingTextEdit(_("WhatsApp message"), lines=5, most=24, parent=self)
        self.text.setObjectName("intake-message")
        self.text.setProperty("quiet", True)
        self._marks = _WhatsAppMarks(self.text.document())
        self.field = Field(_("WhatsApp message"), self.text, parent=self)
        self._templates = Segmented(_("Kind of message"), parent=self)
        self._templates.setObjectName("intake-templates")
        self._templates.hide()
        self._state = ClampedLabel("", Role.LABEL, Tone.MUTED, lines=1, parent=self)
        self._again = QuietButton(_("Prepared wording"), icon="undo-2", parent=self)
        self._again.setObjectName("intake-message-again")
        self._again.hide()
        self.reveal = QCheckBox(_("Show the reporter's name and number").replace("&", "&&"), self)
        self.reveal.setObjectName("intake-reveal")
        self._arrange()
        self.text.edited.connect(self._edited)
        self._templates.chosen.connect(self.template_chosen)
        self._again.clicked.connect(self.template_wanted)
        self.reveal.toggled.connect(self._ticked)

    def _arrange(self) -> None:
        layout = column(self, spacing=6)
        layout.addWidget(self._templates)
        layout.addWidget(self.field, 1)
        state = row(spacing=6)
        state.addWidget(self._state, 1)
        state.addWidget(self._again)
        layout.addLayout(state)
        layout.addWidget(self.reveal)

    def offer_templates(self, names: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer templates as (name, words); fewer than two need no choice."""
        options = [Option(value=name, title=words) for name, words in names]
        if tuple(options) != self._templates.options():
            self._templates.set_options(options)
        self._templates.choose(chosen)
        self._templates.setVisible(len(options) > 1)

    def show_message(self, view: MessageView) -> None:
        """Show this message; wording the agent is typing is never overwritten by itself."""
        self._filling = True
        self.text.set_text(view.text)
        self._filling = False
        count = _("{length} / {budget} characters of link").format(length=view.length, budget=view.budget)
        self.field.set_hint(count if view.budget else "")
        self.field.set_error(view.error)
        self._again.setVisible(view.own)
        words = _("your own wording") if view.own else _("the story was shortened") if view.shortened else ""
        self._state.setText(words)
        self._state.setVisible(bool(words))

    def set_reveal(self, *, reveal: bool) -> None:
        """Tick or untick without telling anybody."""
        self._filling = True
        self.reveal.setChecked(reveal)
        self._filling = False

    def _edited(self, text: str) -> None:
        if not self._filling:
            self.rewritten.emit(text)

    def _ticked(self, ticked: bool) -> None:  # noqa: FBT001 - the slot of a Signal(bool)
        if not self._filling:
            self.reveal_changed.emit(ticked)
