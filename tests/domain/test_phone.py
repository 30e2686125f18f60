"""However a number is written it is stored one way; what is no number is refused, never guessed."""

import subprocess
import sys
from collections.abc import Callable

import phonenumbers
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from console.domain.phone import (
    Phone,
    PhoneKind,
    digits_key,
    is_mobile,
    mask_phone,
    national_form,
    parse_caller,
    parse_phone,
    whatsapp_digits,
)
from console.domain.problems import Problem, ProblemCode

_AREAS = ("21", "22", "31", "341", "331", "333", "361", "370", "411", "711")
_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_WIDE = str.maketrans("0123456789+", "０１２３４５６７８９＋")


def _grouped(digits: str, mark: str) -> str:
    return mark.join((digits[:3], digits[3:7], digits[7:]))


_DASH = "\u2011"  # a dash that does not break
_STYLES: tuple[Callable[[str], str], ...] = (
    lambda n: f"+62{n}",
    lambda n: f"62{n}",
    lambda n: f"0{n}",
    lambda n: f"620{n}",
    lambda n: f"+62 (0) {_grouped(n, '-')}",
    lambda n: f"(0{n[:3]}) {n[3:]}",
    lambda n: f"0{_grouped(n, '-')}",
    lambda n: f"0{_grouped(n, ' ')}",
    lambda n: f"+62 {_grouped(n, '.')}",
    lambda n: f"0062{n}",
    lambda n: f"00162 {n}",
    lambda n: f"01762{n}",
    lambda n: f"'0{n}",
    lambda n: f"62{n}.0",
    lambda n: f"tel:+62-{_grouped(n, '-')};phone-context=+62",
    lambda n: f"sip:0{n}@10.0.0.7:5060;user=phone",
    lambda n: f'"Bu Contoh" <sip:+62{n}@pbx.example>',
    lambda n: f"0{n}@pbx.example",
    lambda n: f"\u200e+62\u00a0{_grouped(n, _DASH)}\u202c",
    lambda n: f"0\u200b{n}\ufeff",
    lambda n: f"0{n}".translate(_ARABIC),
    lambda n: f"+62{n}".translate(_WIDE),
    lambda n: f"\t0{n}\n",
)


@st.composite
def national_numbers(draw: st.DrawFn) -> str:
    """Significant digits of a valid Indonesian mobile or fixed number."""
    if draw(st.booleans()):
        digits = "8" + draw(st.from_regex(r"[1-35-9][0-9]{7,10}", fullmatch=True))
    else:
        digits = draw(st.sampled_from(_AREAS)) + draw(st.from_regex(r"[2-9][0-9]{5,7}", fullmatch=True))
    assume(phonenumbers.is_valid_number(phonenumbers.parse(f"+62{digits}")))
    return digits


@given(national_numbers(), st.sampled_from(_STYLES))
def test_every_common_style_of_a_number_gives_the_same_stored_form(
    digits: str, style: Callable[[str], str]
) -> None:
    written = style(digits)
    parsed = parse_phone(written)
    assert parsed.e164 == f"+62{digits}"
    assert parsed.raw == written


@given(national_numbers())
def test_the_forms_shown_and_stored_parse_back_to_the_same_number(digits: str) -> None:
    stored = f"+62{digits}"
    parsed = parse_phone(stored)
    assert parse_phone(parsed.national).e164 == stored
    assert parse_phone(national_form(stored)).e164 == stored
    assert whatsapp_digits(stored) == f"62{digits}"


def _outcome(parse: Callable[[str], Phone], text: str) -> str:
    """Return the stored form, empty for a refusal by the right Problem."""
    try:
        return parse(text).e164
    except Problem as problem:
        refusal = problem
    assert refusal.code is ProblemCode.BAD_PHONE
    assert len(str(refusal.params["phone"])) <= 40
    return ""


@given(st.text() | st.from_regex(r"[+(]?[0-9٣ ().\-/;,xO\n]{0,40}", fullmatch=True))
@example("0812\ud8003456789")
@example("+")
@example("0" * 119)
def test_any_text_is_a_number_or_a_problem(text: str) -> None:
    for parse in (parse_phone, parse_caller):
        e164 = _outcome(parse, text)
        assert not e164 or parse_phone(e164).e164 == e164


@given(
    national_numbers(),
    national_numbers(),
    st.sampled_from((" ", " / ", "/", ", ", ";", " - ", "\n", " dan ")),
)
def test_two_numbers_in_one_field_are_refused(one: str, other: str, between: str) -> None:
    with pytest.raises(Problem):
        parse_phone(f"0{one}{between}0{other}")


@pytest.mark.parametrize(
    ("written", "e164", "kind", "national"),
    [
        ("0812-3456-7890", "+6281234567890", PhoneKind.MOBILE, "0812-3456-7890"),
        ("62081234567890", "+6281234567890", PhoneKind.MOBILE, "0812-3456-7890"),
        ("812 3456 7890", "+6281234567890", PhoneKind.MOBILE, "0812-3456-7890"),
        ("(0333) 421890", "+62333421890", PhoneKind.FIXED, "(0333) 421890"),
        ("62333421890", "+62333421890", PhoneKind.FIXED, "(0333) 421890"),
        ("062333421890", "+62333421890", PhoneKind.FIXED, "(0333) 421890"),
        ("0333/421890", "+62333421890", PhoneKind.FIXED, "(0333) 421890"),
        ("0623 41234", "+6262341234", PhoneKind.FIXED, "(0623) 41234"),
        ("1500123", "+621500123", PhoneKind.OTHER, "1 500 123"),
        ("+852 9123 4567", "+85291234567", PhoneKind.MOBILE, "+852 9123 4567"),
        ("112", "112", PhoneKind.SHORT, "112"),
        ("115", "115", PhoneKind.SHORT, "115"),
        ("123", "123", PhoneKind.SHORT, "123"),
        ("1708", "1708", PhoneKind.SHORT, "1708"),
        ("14045", "14045", PhoneKind.SHORT, "14045"),
    ],
)
def test_numbers_of_all_kinds_are_understood(written: str, e164: str, kind: PhoneKind, national: str) -> None:
    parsed = parse_phone(written)
    assert (parsed.e164, parsed.kind, parsed.national) == (e164, kind, national)


@pytest.mark.parametrize(
    "written",
    [
        "",
        " ",
        "anonymous",
        "*100#",
        "+62 812 3456 789O",
        "0812-3456-7890 (WA)",
        "0812 3456 7890 ext 5",
        "081234567890 / 081298765432",
        "0812345678 0812345678",
        "0333421890/91",
        "421890",
        "0000000000",
        "081234",
        "0812345678901234",
        "+62+6281234567890",
        "0812+3456+7890",
        "00812345678901",  # would be a number in America by the prefix 008
        "008 52 12345678",
        "110 / 112",
        "12345",
        "budi@contoh.example",
        "3510123456780001",  # a NIK
    ],
)
def test_what_is_no_single_number_is_refused(written: str) -> None:
    with pytest.raises(Problem) as caught:
        parse_phone(written)
    assert caught.value.code is ProblemCode.BAD_PHONE


@pytest.mark.parametrize(
    "written",
    ["", "  ", "anonymous", "Anonymous", "sip:anonymous@anonymous.invalid", "unknown", "-", "\u200b"],
)
def test_a_caller_without_a_number_is_no_error(written: str) -> None:
    caller = parse_caller(written)
    assert (caller.e164, caller.national, caller.raw) == ("", "", written)


def test_a_caller_with_a_number_is_parsed_and_a_broken_one_refused() -> None:
    assert parse_caller("sip:081234567890@pbx").e164 == "+6281234567890"
    with pytest.raises(Problem):
        parse_caller("0812 345O 7890")


def test_only_mobile_numbers_promise_whatsapp() -> None:
    assert is_mobile("+6281234567890")
    assert not is_mobile("+62333421890")
    assert not is_mobile("112")
    assert not is_mobile("nonsense")


def test_a_fixed_line_gets_a_link_but_a_short_number_cannot() -> None:
    assert whatsapp_digits("+62333421890") == "62333421890"
    with pytest.raises(Problem) as caught:
        whatsapp_digits("112")
    assert caught.value.code is ProblemCode.NOT_MOBILE


def test_the_middle_of_a_number_is_hidden() -> None:
    assert mask_phone("+6281234567890") == "0812****890"
    assert mask_phone("+62333421890") == "0333****890"
    assert mask_phone("112") == "112"
    assert mask_phone("") == "****"
    assert mask_phone("081234") == "****"


@given(national_numbers())
def test_a_mask_tells_neither_the_middle_nor_the_length(digits: str) -> None:
    masked = mask_phone(f"+62{digits}")
    assert len(masked) == len("0812****890")
    assert masked.startswith(f"0{digits[:3]}")
    assert masked.endswith(digits[-3:])


def test_an_unreadable_number_is_shown_as_it_is() -> None:
    assert national_form("bukan nomor") == "bukan nomor"
    assert national_form("112") == "112"


@given(national_numbers(), st.integers(3, 12))
def test_any_spelling_of_a_numbers_beginning_has_the_beginning_of_its_key(digits: str, length: int) -> None:
    assume(not digits.startswith("62"))
    piece = digits[:length]
    for spelled in (
        piece,
        f"0{piece}",
        f"62{piece}",
        f"+62 {piece[:2]}-{piece[2:]}",
        f"62 0{piece}",
        f"0062{piece}",
    ):
        assert digits_key(f"+62{digits}").startswith(digits_key(spelled)), spelled


@given(national_numbers(), st.data())
def test_a_piece_from_the_middle_of_a_number_is_found_in_its_key(digits: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(digits) - 3))
    piece = digits[start : start + data.draw(st.integers(3, 6))]
    assert digits_key(piece) in digits_key(f"+62{digits}")


def test_the_parser_is_not_loaded_before_it_is_needed() -> None:
    command = "import sys, console.domain.phone; sys.exit('phonenumbers' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", command], check=False).returncode == 0
