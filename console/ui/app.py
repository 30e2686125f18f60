"""Make the Qt application: typeface, colours, language; import nothing that a first paint can wait for."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QApplication

from console.i18n import set_language
from console.i18n import translate as _
from console.ui.fonts import load_fonts
from console.ui.qt_words import QtWords
from console.ui.spoken_roles import install_spoken_roles
from console.ui.style_sheet import style_sheet
from console.ui.theme import Theme
from console.ui.tokens import ThemeName


class ConsoleApplication(QApplication):
    """The application object; `theme` is what everything that paints itself asks."""

    theme_changed = Signal()

    def __init__(self, argv: Sequence[str], theme: Theme | None = None) -> None:
        super().__init__(list(argv))
        self.theme = theme or Theme()
        self.setApplicationName("konsol-melayani")
        self.setDesktopFileName("konsol-melayani")
        self.setStyle("Fusion")
        load_fonts()
        install_spoken_roles()
        self._words = QtWords(self)
        self.installTranslator(self._words)
        self.use_theme(self.theme)

    def use_theme(self, theme: Theme) -> None:
        """Show every window in `theme` from now on."""
        self.theme = theme
        self.setFont(theme.font())
        self.setPalette(theme.palette())
        self.setStyleSheet(style_sheet(theme))
        self.theme_changed.emit()


def create_application(
    argv: Sequence[str], theme_name: str = "light", language: str = "id", scale: float = 1.0
) -> ConsoleApplication:
    """Return the application in the wanted look and language; an unknown look means light."""
    set_language(language)
    QLocale.setDefault(QLocale("id_ID" if language == "id" else "en_GB"))
    name = ThemeName(theme_name) if theme_name in set(ThemeName) else ThemeName.LIGHT
    application = ConsoleApplication(argv, Theme(name, scale))
    application.setApplicationDisplayName(_("Melayani Console"))
    return application
