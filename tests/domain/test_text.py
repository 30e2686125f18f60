"""Cleaning keeps what was said and drops what can hurt."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.text import clean_line, clean_text, shorten
from console.domain.ticket import local_day, placeholder, ticket_number, valid_desk_code


@given(st.text())
def test_cleaning_twice_changes_nothing_more(raw: str) -> None:
    once = clean_text(raw)
    assert clean_text(once) == once
    assert clean_line(clean_line(raw)) == clean_line(raw)


@given(st.text())
def test_no_control_or_direction_character_survives(raw: str) -> None:
    cleaned = clean_text(raw)
    assert not {char for char in cleaned if char < " "} - {"\t", "\n"}
    assert not set(cleaned) & set("\x00\x7f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    cleaned.encode()  # a lone surrogate would raise


def test_words_emoji_and_arabic_stay() -> None:
    assert clean_text(" jalan\trusak\r\nparah \U0001f6a7 السلام ") == "jalan\trusak\nparah \U0001f6a7 السلام"
    assert clean_line("a\n b\t c") == "a b c"


@given(st.text(max_size=200), st.integers(min_value=1, max_value=120))
def test_a_shortened_text_fits_and_says_so(text: str, limit: int) -> None:
    short = shorten(text, limit)
    assert len(short) <= limit
    assert short == text or short.endswith("…")


def test_it_is_cut_between_words() -> None:
    assert shorten("jalan berlubang parah sekali", 20) == "jalan berlubang…"
    assert shorten("x", 0) == ""


def test_a_ticket_number_reads_office_desk_day_sequence() -> None:
    assert ticket_number("MPP1", date(2026, 11, 22), 7) == "BM-MPP1-261122-0007"
    assert ticket_number("MPP1", date(2026, 11, 22), 12345) == "BM-MPP1-261122-12345"
    assert len(placeholder("MPP1", date(2026, 11, 22))) == len("BM-MPP1-261122-0007")


def test_the_day_is_the_one_in_banyuwangi() -> None:
    assert local_day(datetime(2026, 11, 22, 18, 0, tzinfo=UTC)) == date(2026, 11, 23)


@pytest.mark.parametrize("code", ["", "a", "MPP 1", "mpp1", "LOKETNOMORSATU", "MPP-1", "ＭＰＰ"])
def test_a_desk_code_that_would_break_a_ticket_is_refused(code: str) -> None:
    assert not valid_desk_code(code)
