"""Words on screen: English message ids, gettext catalogues, Indonesian unless asked otherwise."""

import gettext
from io import BytesIO

from resources import resource

LANGUAGES = ("id", "en")
_DOMAIN = "konsol"
_current: gettext.NullTranslations = gettext.NullTranslations()


def set_language(language: str) -> None:
    """Speak `language` from now on: ``id`` or ``en``; anything else speaks English.

    Windows already built keep their words; the caller rebuilds them.
    """
    global _current  # noqa: PLW0603 - the one language of the process; gettext itself works this way
    catalogue = resource("locale", language, "LC_MESSAGES", f"{_DOMAIN}.mo")
    if language == "en" or not catalogue.is_file():
        _current = gettext.NullTranslations()
        return
    _current = gettext.GNUTranslations(BytesIO(catalogue.read_bytes()))


def translate(message: str) -> str:
    """Return `message` in the language in use; import it as ``_``."""
    return _current.gettext(message)


def translate_plural(one: str, many: str, count: int) -> str:
    """Return the form for `count` in the language in use; import it as ``ngettext``."""
    return _current.ngettext(one, many, count)


def later(message: str) -> str:
    """Mark a message in a table for the catalogue; `translate` it when it is shown."""
    return message
