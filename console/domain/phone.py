"""Telephone numbers: one stored form (E.164) for every way people write them, and no silent guesses.

The parsing library is imported inside the functions: the window is on screen before it is needed.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from console.domain.problems import Problem, ProblemCode
from console.domain.text import shorten

_REGION = "ID"
_LONGEST = 120  # characters a field may hold before we stop looking; a SIP address fits
_SHOWN = 40  # characters of a refused text that its Problem repeats
_INDONESIA = 62
_MARK_IN_MASK = "****"
_SHORTEST_MASKABLE = 8  # digits; shorter numbers are public services, not people

# What PBXs and softphones send when the caller hides the number.
_HIDDEN_CALLERS = frozenset(
    {"anonymous", "anonim", "private", "unknown", "unavailable", "withheld", "restricted", "blocked"}
    | {"hidden", "none", "null", "-", "*"}
)
_DISPLAY_NAME = re.compile(r"^[^<>]*<([^<>]+)>$")
_SCHEME = re.compile(r"^(?:sips?|tel|callto):", re.IGNORECASE)
# A spreadsheet turns a number cell into "81234567890.0"; the ".0" is no digit of the number.
_SPREADSHEET_FLOAT = re.compile(r"^(\+?\d{7,})\.0+$")
# "0333/421890" is an old way to write the area code; any other slash separates two numbers.
_AREA_SLASH = re.compile(r"^(\(?0\d{2,3}\)?)\s*/\s*(?=\d)")
_SHAPE = re.compile(r"^\(?\+?[\d ().\-]+$")
_SEPARATORS = re.compile(r"[ ().\-]+")
# 00 and the carriers' international prefixes in front of our own country code.
# A single zero must be followed by nine digits: 0622 … 0628 are area codes with shorter numbers.
_INTERNATIONAL = re.compile(r"^(?:00|001|007|008|009|017)62(?=\d{7})|^062(?=\d{9})")
_BARE_COUNTRY = re.compile(r"^62(?=\d{8})")
# Special service numbers: 1xx, 15xx/17xx and 14xxx. The library does not know 115, 117, 123, 165 and more.
_SHORT = re.compile(r"^1(?:\d\d|[57]\d\d|4\d{3})$")
# In a search box: the country code as people start a number with it, with or without the trunk zero.
_LEADING_COUNTRY = re.compile(r"^(?:00?|001|007|008|009|017)?62(?=0?[2-9])0?")


class PhoneKind(StrEnum):
    """What a number reaches: a mobile phone, a fixed line, a short public service, or something else."""

    MOBILE = "mobile"
    FIXED = "fixed"
    SHORT = "short"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """A valid number. `e164` is what is stored (a short service number is its own digits), `raw` as given."""

    e164: str
    raw: str
    kind: PhoneKind
    national: str


def parse_phone(raw: str) -> Phone:
    """Return the number written in `raw`; raise `Problem` BAD_PHONE unless it is exactly one valid number.

    Without a leading ``+`` only Indonesian numbers are accepted: a doubled zero must not become a call to
    America (008 is a carrier's international prefix).
    """
    text = _stripped(raw)
    if _SHORT.match(text):
        return Phone(e164=text, raw=raw, kind=PhoneKind.SHORT, national=text)
    if not _SHAPE.match(text):
        raise _refusal(raw)
    dialled = _with_country(_SEPARATORS.sub("", text))
    return _validated(dialled, raw)


def parse_caller(raw: str) -> Phone:
    """Return the caller's number; its `e164` is empty when there is none (nothing given, ``anonymous``).

    Raise `Problem` BAD_PHONE for anything else that is no number.
    """
    user_part = _stripped(raw).casefold()
    if not user_part or user_part in _HIDDEN_CALLERS:
        return Phone(e164="", raw=raw, kind=PhoneKind.OTHER, national="")
    return parse_phone(raw)


def whatsapp_digits(e164: str) -> str:
    """Return the digits a WhatsApp link wants. Fixed lines pass (warn with `is_mobile`).

    Raise `Problem` NOT_MOBILE for a short service number, which no link can reach.
    """
    if not e164.startswith("+"):
        raise Problem(ProblemCode.NOT_MOBILE, phone=shorten(e164, _SHOWN))
    return e164.removeprefix("+")


def is_mobile(e164: str) -> bool:
    """Return whether WhatsApp can be expected behind a stored number."""
    try:
        return parse_phone(e164).kind is PhoneKind.MOBILE
    except Problem:
        return False


def national_form(e164: str) -> str:
    """Return a stored number as people here read it (``0812-3456-7890``); foreign ones stay international."""
    try:
        return parse_phone(e164).national
    except Problem:
        return e164


def mask_phone(e164: str) -> str:
    """Return the number with its middle hidden (``0812****890``); public service numbers stay readable.

    The mask has one length for all numbers, so it does not tell how many digits it hides.
    """
    number = re.sub(r"^\+62", "0", e164.strip())
    if len(number) >= _SHORTEST_MASKABLE:
        return f"{number[:4]}{_MARK_IN_MASK}{number[-3:]}"
    return number if _SHORT.match(number) else _MARK_IN_MASK


def ascii_digits(text: str) -> str:
    """Return only the decimal digits of `text`, of any script, as ASCII."""
    return "".join(str(unicodedata.decimal(char)) for char in text if char.isdecimal())


def digits_key(text: str) -> str:
    """Return the digits by which a number, or a fragment of one, is searched: no country code, no trunk zero.

    The key of a number's beginning is the beginning of the number's key, however both are written.
    """
    digits = ascii_digits(text)
    without_country = _LEADING_COUNTRY.sub("", digits)
    return without_country if without_country != digits else digits.removeprefix("0")


def _refusal(raw: str) -> Problem:
    return Problem(ProblemCode.BAD_PHONE, phone=shorten(" ".join(raw[:_LONGEST].split()), _SHOWN))


def _stripped(raw: str) -> str:
    """Return the bare number text: ASCII signs, no invisible characters, no ``sip:``/``tel:`` wrapping."""
    if len(raw) > _LONGEST:
        raise _refusal(raw)
    text = "".join(map(_plain, raw)).strip().removeprefix("'")
    named = _DISPLAY_NAME.match(text)
    text = named.group(1).strip() if named else text
    if _SCHEME.match(text):  # parameters after ";" and "?" belong to the address form only
        text = re.split("[;?]", _SCHEME.sub("", text), maxsplit=1)[0]
    bare = _SPREADSHEET_FLOAT.sub(r"\1", text.split("@", 1)[0].strip())
    return _AREA_SLASH.sub(r"\1 ", bare)


def _plain(char: str) -> str:
    if char.isascii():
        return char if char.isprintable() else " " if char.isspace() else ""
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    category = unicodedata.category(char)
    if category == "Cf":  # zero-width characters, direction marks, soft hyphen
        return ""
    if category == "Pd" or char == "\u2212":  # every dash, and the minus sign
        return "-"
    if category == "Zs":
        return " "
    return "+" if char == "\uff0b" else char


def _with_country(digits: str) -> str:
    digits = _INTERNATIONAL.sub("+62", digits)
    return _BARE_COUNTRY.sub("+62", digits)


def _validated(dialled: str, raw: str) -> Phone:
    import phonenumbers  # noqa: PLC0415 - see the module's docstring

    try:
        number = phonenumbers.parse(dialled, _REGION)
    except phonenumbers.NumberParseException as error:
        raise _refusal(raw) from error
    ours = number.country_code == _INDONESIA
    if not phonenumbers.is_valid_number(number) or not (ours or dialled.startswith("+")):
        raise _refusal(raw)
    shape = phonenumbers.PhoneNumberFormat
    form = shape.NATIONAL if ours else shape.INTERNATIONAL
    return Phone(
        e164=phonenumbers.format_number(number, shape.E164),
        raw=raw,
        kind=_kind(phonenumbers.number_type(number)),
        national=phonenumbers.format_number(number, form),
    )


def _kind(number_type: int) -> PhoneKind:
    from phonenumbers import PhoneNumberType  # noqa: PLC0415 - see the module's docstring

    if number_type in {PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE}:
        return PhoneKind.MOBILE
    return PhoneKind.FIXED if number_type == PhoneNumberType.FIXED_LINE else PhoneKind.OTHER
