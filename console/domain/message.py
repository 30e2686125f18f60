"""The rules of a WhatsApp message: who is masked, what is neutralised, how it fits into a link."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from console.domain.phone import mask_phone
from console.domain.problems import Problem, ProblemCode
from console.domain.route import Route
from console.domain.text import shorten

MAX_URL = 2000  # characters; Windows' own buffer for a link is 2083
_MIN_STORY = 40  # below this a story says nothing any more
# WhatsApp reads these as bold, italics, strike-through and code; the look-alikes it leaves alone.
_MARKUP = str.maketrans({"*": "\u2217", "_": "\u02cd", "~": "\u223c", "`": "'"})
# NIK and KK numbers have 16 digits (Perpres 40/2019); people group them with spaces, dots or dashes.
_IDENTITY = re.compile(r"(?<!\d)\d(?:[ .\-]?\d){15}(?!\d)")
_HIDDEN = "[nomor identitas disamarkan]"


_FORMS = {
    Route.APP: "whatsapp://send?phone={to}&text={text}",
    Route.WEB: "https://web.whatsapp.com/send?phone={to}&text={text}",
    Route.WA_ME: "https://wa.me/{to}?text={text}",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedMessage:
    """`to` is E.164, `url` the complete link (≤ `budget`), `shortened` true if the story was cut."""

    to: str
    text: str
    url: str
    template: str
    shortened: bool = False
    budget: int = MAX_URL


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporter:
    """The citizen as the message may show them; `phone` is E.164 or empty."""

    name: str
    phone: str


def whatsapp_url(route: Route, to: str, text: str) -> str:
    """Return the link for an E.164 number; `text` is encoded byte by byte (RFC 3986), CRLF becomes LF."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    return _FORMS[route].format(to=to.removeprefix("+"), text=quote(unified, safe=""))


def neutralise(citizen_text: str) -> str:
    """Return the citizen's words with WhatsApp's formatting marks replaced and identity numbers hidden."""
    return _IDENTITY.sub(_HIDDEN, citizen_text).translate(_MARKUP)


def masked_name(name: str) -> str:
    """Return the first letter and stars: ``B***``."""
    return f"{name[0]}***" if name else ""


def reporter_line(reporter: Reporter, *, reveal: bool) -> str:
    """Return the reporter as the message shows them; masked unless `reveal`. Empty when nothing is known."""
    name, phone = neutralise(reporter.name), reporter.phone
    if not reveal:
        name, phone = masked_name(name), mask_phone(phone) if phone else ""
    if name and phone:
        return f"{name} ({phone})"
    return name or phone


def masked_story(story: str, reporter: Reporter, *, reveal: bool) -> str:
    """Return the story neutralised and, unless `reveal`, without the reporter's own name and number."""
    told = neutralise(story)
    if reveal:
        return told
    return _without_phone(_without_name(told, neutralise(reporter.name)), reporter.phone)


def _without_name(story: str, name: str) -> str:
    if len(name) < 3:  # noqa: PLR2004 - one or two letters occur in every text
        return story
    return re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", masked_name(name), story, flags=re.IGNORECASE)


def _without_phone(story: str, phone: str) -> str:
    national = phone.removeprefix("+62")
    if len(national) < 8:  # noqa: PLR2004 - shorter is no subscriber number
        return story
    spelled = r"[ .\-]?".join(national)
    return re.sub(rf"(?<!\d)(?:\+?62|0)?[ .\-]?{spelled}(?!\d)", mask_phone(phone), story)


def fit(render: Callable[[str], str], story: str, url_of: Callable[[str], str]) -> tuple[str, bool]:
    """Return the rendered text whose link fits `MAX_URL`, shortening only the story, and whether it did.

    `render` puts a story into the message, `url_of` makes the link of a text. Raises `Problem`
    MESSAGE_TOO_LONG when even a short story does not fit: number and place are never cut.
    """
    whole = render(story)
    if len(url_of(whole)) <= MAX_URL:
        return whole, False
    low, high = _MIN_STORY, len(story)
    best: str | None = None
    while low <= high:
        middle = (low + high) // 2
        text = render(shorten(story, middle))
        if len(url_of(text)) <= MAX_URL:
            best, low = text, middle + 1
        else:
            high = middle - 1
    if best is None:
        raise Problem(ProblemCode.MESSAGE_TOO_LONG, limit=MAX_URL)
    return best, True
