"""F1: every key of the window on one sheet, this page's first."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from console.i18n import translate as _
from console.ui.commands import Command
from console.ui.overlay import Overlay
from console.ui.theme import Role, current_theme
from console.ui.tokens import Tone
from console.ui.widgets.card import column
from console.ui.widgets.key_cap import KeyCap, key_words
from console.ui.widgets.label import Label, SectionLabel

_COLUMNS = 2


class ShortcutList(QScrollArea):
    """What scrolls; screen readers hear it as a document."""


class ShortcutSheet(Overlay):
    """Built when opened, from the table; holds no words of its own but the headings."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, _("Keyboard shortcuts"), width=860, height=560)
        self._scroll = ShortcutList(self.panel)
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName(_("Keyboard shortcuts"))
        self.body.addWidget(Label(_("Keyboard shortcuts"), Role.SECTION, parent=self.panel))
        self.body.addWidget(Label(_("Esc goes back and never loses text."), Role.LABEL, Tone.MUTED))
        self.body.addWidget(self._scroll, 1)

    def show_commands(self, commands: Sequence[Command], page_titles: Mapping[str, str], page: str) -> None:
        """List the commands that have a key and open."""
        inside = QWidget()
        layout = column(inside, spacing=12)
        places: list[str | None] = [page, None, *(name for name in page_titles if name != page)]
        for place in places:
            found = [command for command in commands if command.shortcut and command.page == place]
            if found:
                title = _("Everywhere") if place is None else page_titles.get(place, place)
                layout.addWidget(SectionLabel(title, inside))
                layout.addLayout(_grid(found, inside))
        layout.addStretch()
        self._scroll.setWidget(inside)
        self.open()

    def focus_inside(self) -> None:
        """Focus the list, so that arrows scroll it."""
        self._scroll.setFocus(Qt.FocusReason.PopupFocusReason)


def _grid(commands: Sequence[Command], owner: QWidget) -> QGridLayout:
    grid = QGridLayout()
    theme = current_theme()
    grid.setHorizontalSpacing(theme.px(12))
    grid.setVerticalSpacing(theme.px(4))
    for place, command in enumerate(commands):
        line, side = divmod(place, _COLUMNS)
        words, cap = Label(command.title(), parent=owner), KeyCap(key_words(command.shortcut), owner)
        cap.setAccessibleName(f"{command.title()}: {cap.words()}")
        grid.addWidget(words, line, side * 3)
        grid.addWidget(cap, line, side * 3 + 1, Qt.AlignmentFlag.AlignLeft)
    for side in range(_COLUMNS):
        grid.setColumnStretch(side * 3, 1)
        grid.setColumnMinimumWidth(side * 3 + 1, theme.px(110))
    return grid
