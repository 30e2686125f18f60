"""What one PC remembers: language, look, text size, the way WhatsApp is opened."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from console import __version__
from console.domain.route import Route
from console.i18n import translate as _
from console.settings import TEXT_SIZES, Settings
from console.ui.page import Page
from console.ui.theme import Role, current_theme
from console.ui.tokens import Tone
from console.ui.widgets.card import Card, column, row
from console.ui.widgets.choices import Choices, Option, Segmented
from console.ui.widgets.label import Label, SectionLabel
from console.wording import word

_WIDTH = 620


class SettingsPage(Page):
    """Shows the settings; `wanted` carries the changed `Settings` after each choice."""

    wanted = Signal(object)

    def __init__(
        self, settings: Settings, facts: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._language = Segmented(
            _("Language"),
            [Option(value="id", title="Bahasa Indonesia"), Option(value="en", title="English")],
            self,
        )
        self._theme = Segmented(
            _("Look"),
            [
                Option(value="light", title=_("Light")),
                Option(value="dark", title=_("Dark")),
                Option(value="contrast", title=_("High contrast")),
            ],
            self,
        )
        self._size = Segmented(
            _("Text size"), [Option(value=size, title=f"{float(size):.0%}") for size in TEXT_SIZES], self
        )
        self._route = Choices(_("How WhatsApp is opened"), columns=1, parent=self)
        self._route.set_options(
            [
                Option(
                    value=Route.WA_ME.value,
                    title=word(Route.WA_ME),
                    detail=_("The browser asks what to use."),
                ),
                Option(
                    value=Route.WEB.value,
                    title=word(Route.WEB),
                    detail=_("Straight to the browser; best on Linux."),
                ),
                Option(
                    value=Route.APP.value,
                    title=word(Route.APP),
                    detail=_("Straight to the installed program; leaves no trace in the browser's history."),
                ),
            ]
        )
        self._arrange(facts)
        self.show_settings(settings)
        self._language.chosen.connect(self._choose_language)
        self._theme.chosen.connect(self._choose_theme)
        self._size.chosen.connect(self._choose_size)
        self._route.chosen.connect(self._choose_route)

    def title(self) -> str:
        """Return the words at the top."""
        return _("Settings")

    def show_settings(self, settings: Settings) -> None:
        """Show these settings."""
        self._settings = settings
        self._language.choose(settings.language)
        self._theme.choose(settings.theme)
        self._size.choose(settings.text_size)
        self._route.choose(settings.whatsapp_route)

    def _arrange(self, facts: Sequence[tuple[str, str]]) -> None:
        card = Card(self)
        card.setMaximumWidth(current_theme().px(_WIDTH))
        card.body.setSpacing(current_theme().px(8))
        for words, control in (
            (_("Language"), self._language),
            (_("Look"), self._theme),
            (_("Text size"), self._size),
            (_("How WhatsApp is opened"), self._route),
        ):
            card.body.addWidget(SectionLabel(words, card))
            card.body.addWidget(control)
            card.body.addSpacing(current_theme().px(8))
        about = Card(self, quiet=True)
        about.body.addWidget(SectionLabel(_("This installation"), about))
        for name, value in (("Konsol Melayani", __version__), *facts):
            line = column(spacing=2)
            line.addWidget(Label(name, Role.LABEL, Tone.MUTED, parent=about))
            line.addWidget(Label(value, Role.BODY, wrap=True, parent=about))
            about.body.addLayout(line)
        whole = row(self, spacing=12)
        whole.addWidget(card, 3, Qt.AlignmentFlag.AlignTop)
        whole.addWidget(about, 2, Qt.AlignmentFlag.AlignTop)

    @Slot(object)
    def _choose_language(self, value: object) -> None:
        self._want(replace(self._settings, language=str(value)))

    @Slot(object)
    def _choose_theme(self, value: object) -> None:
        self._want(replace(self._settings, theme=str(value)))

    @Slot(object)
    def _choose_size(self, value: object) -> None:
        self._want(replace(self._settings, text_size=str(value)))

    @Slot(object)
    def _choose_route(self, value: object) -> None:
        self._want(replace(self._settings, whatsapp_route=str(value)))

    def _want(self, settings: Settings) -> None:
        if settings != self._settings:
            self._settings = settings
            self.wanted.emit(settings)
