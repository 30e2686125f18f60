"""The words of a complaint and of a query: one rule for all databases."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from db.search import MAX_WORD, index_words, parse_query

texts = st.text(max_size=80)


def test_case_accents_and_punctuation_make_no_difference() -> None:
    plain = index_words(["jalan cafe bolong2 jum at"], "")
    assert index_words(["JALAN, Café—«bolong2» Jum'at!"], "") == plain


def test_each_word_is_kept_once_in_the_order_of_the_text() -> None:
    assert index_words(["lampu jalan lampu", "jalan Srono"], "") == ("lampu", "jalan", "srono")


def test_a_number_is_kept_as_it_is_sought() -> None:
    assert index_words([], "+6281234567890") == ("81234567890",)
    assert "333421890" in index_words(["hubungi (0333) 421-890"], "")
    assert index_words([], "112") == ("112",)
    assert index_words([], "-") == ()


def test_short_runs_of_digits_are_no_telephone_numbers() -> None:
    assert index_words(["RT 03 RW 04, 12-11-2026"], "") == ("rt", "03", "rw", "04", "12", "11", "2026")


@given(text=texts, phone=st.sampled_from(["", "+6281234567890", "112"]))
def test_words_are_plain_and_short(text: str, phone: str) -> None:
    for word in index_words([text], phone):
        assert 1 <= len(word) <= MAX_WORD
        assert word.isalnum()
        assert word == unicodedata.normalize("NFKD", word).casefold()


@given(text=texts)
def test_a_complaint_is_found_by_its_own_text(text: str) -> None:
    words = frozenset(index_words([text], ""))
    assert all(piece.holds(words) for piece in parse_query(text))


@given(text=texts, length=st.integers(min_value=1, max_value=10))
def test_a_complaint_is_found_while_its_last_word_is_being_typed(text: str, length: int) -> None:
    words = index_words([text], "")
    begun = " ".join([*words[:-1], words[-1][:length]]) if words else ""
    assert all(piece.holds(frozenset(words)) for piece in parse_query(begun))


@given(text=texts)
def test_only_the_last_word_is_a_beginning(text: str) -> None:
    pieces = parse_query(text)
    terms = [term for piece in pieces for term in piece.terms]
    assert [term.prefix for term in terms] == [False] * (len(terms) - 1) + [True] * bool(terms)
