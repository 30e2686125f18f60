"""Qt ships no Indonesian catalogue: its own standard words are asked from ours."""

from PySide6.QtCore import QTranslator

from console.i18n import later
from console.i18n import translate as _

# Marked for the catalogue; Qt asks with a mnemonic (``&Save``), the catalogue holds plain words.
QT_WORDS = (
    later("OK"),
    later("Save"),
    later("Save All"),
    later("Open"),
    later("Yes"),
    later("Yes to All"),
    later("No"),
    later("No to All"),
    later("Abort"),
    later("Retry"),
    later("Ignore"),
    later("Close"),
    later("Cancel"),
    later("Discard"),
    later("Don't Save"),
    later("Help"),
    later("Apply"),
    later("Reset"),
    later("Restore Defaults"),
    later("Undo"),
    later("Redo"),
    later("Cut"),
    later("Copy"),
    later("Copy Link Location"),
    later("Paste"),
    later("Delete"),
    later("Select All"),
    later("Choose"),
    later("Look in:"),
    later("File name:"),
    later("Files of type:"),
    later("All Files (*)"),
    later("Print"),
    later("Options"),
    later("Page"),
)
_KNOWN = frozenset(QT_WORDS)


class QtWords(QTranslator):
    """Answers Qt's look-ups (buttons of dialogs, context menus of text fields) from the gettext catalogue."""

    def translate(
        self, context: str, source_text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        """Return our word for Qt's `source_text`; one that is not listed stays as Qt wrote it."""
        del context, disambiguation, n
        plain = source_text.replace("&", "")
        # An empty string would be taken for the translation and leave a blank button.
        return _(plain) if plain in _KNOWN else source_text

    def isEmpty(self) -> bool:
        """Say that there are words: Qt does not ask an empty translator."""
        return False
