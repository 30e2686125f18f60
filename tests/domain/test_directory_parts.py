"""The parts of the directory's search against the slow and plain way of doing the same."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from console.domain.directory.numbers import Numbers
from console.domain.directory.query import typed_words
from console.domain.directory.search_words import SearchWords
from console.domain.directory.vocabulary import Vocabulary
from console.domain.directory.words import fold, roots, words_of
from console.domain.phone import digits_key

_WORDS = st.text("abcd", min_size=1, max_size=7)


@given(st.sets(_WORDS, max_size=40), _WORDS)
def test_one_typo_finds_exactly_the_words_at_one_edit(words: set[str], typed: str) -> None:
    near = set(Vocabulary(words).one_typo(typed))
    assert near == {word for word in words if len(word) >= 3 and OSA.distance(word, typed) == 1}


@given(st.sets(_WORDS, max_size=30), st.lists(_WORDS, max_size=10), _WORDS)
def test_a_vocabulary_that_learns_answers_like_one_built_whole(
    words: set[str], later: list[str], typed: str
) -> None:
    learned, whole = Vocabulary(words), Vocabulary(words.union(later))
    learned.fuzzy(typed, 2)
    learned.fuzzy_beginnings(typed, 1)
    for word in later:
        learned.add(word)
    assert learned.starting_with(typed) == whole.starting_with(typed)
    assert learned.begins(typed) == bool(whole.starting_with(typed))
    assert set(learned.one_typo(typed)) == set(whole.one_typo(typed))
    assert set(learned.fuzzy(typed, 2)) == set(whole.fuzzy(typed, 2))
    assert set(learned.fuzzy_beginnings(typed, 1)) == set(whole.fuzzy_beginnings(typed, 1))


@given(st.sets(_WORDS, max_size=40), _WORDS)
def test_beginnings_and_fuzzy_words_are_those_a_plain_loop_finds(words: set[str], typed: str) -> None:
    vocabulary = Vocabulary(words)
    assert vocabulary.starting_with(typed) == sorted(word for word in words if word.startswith(typed))
    assert set(vocabulary.fuzzy(typed, 2)) == {word for word in words if OSA.distance(word, typed) <= 2}


_NATIONAL = st.from_regex(r"8[0-9]{9}", fullmatch=True)
_PIECE = st.from_regex(r"[0-9]{3,6}", fullmatch=True)


@given(digits=st.lists(_NATIONAL, max_size=20), piece=_PIECE, from_one=st.booleans())
def test_a_piece_finds_the_numbers_that_begin_so_or_else_those_that_hold_it(
    digits: list[str], piece: str, *, from_one: bool
) -> None:
    piece = digits[0][: len(piece)] if digits and from_one else piece
    numbers = Numbers()
    for row, national in enumerate(digits):
        numbers.put(row, f"+62{national}")
    found = set(numbers.find(piece))
    begun = {row for row, national in enumerate(digits) if national.startswith(digits_key(piece))}
    as_typed = {row for row, national in enumerate(digits) if national.startswith(piece.removeprefix("0"))}
    holding = {row for row, national in enumerate(digits) if piece in national}
    assert found == (begun or as_typed or holding)


def test_a_whole_number_scores_above_a_longer_one_that_begins_so() -> None:
    numbers = Numbers()
    numbers.put(0, "+62812000011")
    numbers.put(1, "+6281200001")
    numbers.put(2, "")
    assert numbers.find("081200001") == {1: 1.0, 0: 0.78}


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("perizinan", "izin"),
        ("berlubang", "lubang"),
        ("kebakaran", "bakar"),
        ("menyapu", "sapu"),
        ("memukul", "pukul"),
        ("mengirim", "kirim"),
        ("penerangan", "terang"),
        ("jalannya", "jalan"),
        ("diperbaiki", "perbaik"),
    ],
)
def test_affixes_are_taken_off(word: str, root: str) -> None:
    assert root in roots(word)


@given(st.text("abcdefghijklmnopqrstuvwxyz", max_size=14))
def test_a_root_is_shorter_than_its_word_or_starts_with_a_swallowed_letter(word: str) -> None:
    for root in roots(word):
        assert root != word
        assert len(root) >= 4
        assert len(root) < len(word)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Drs. H. Ma'ruf, S.T., M.Si.", ["drs", "h", "maruf", "st", "msi"]),
        ("Plt. Kadis DPU-CKPP", ["plt", "kadis", "dpu", "ckpp"]),
        ("  Café\tÅngström  ", ["cafe", "angstrom"]),
        ("", []),
    ],
)
def test_text_is_folded_into_plain_words(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert words_of(fold(text)) == words_of(text) or not text.isascii()


def test_a_query_keeps_its_distinct_telling_words() -> None:
    ignored = frozenset({"pak", "di"})
    assert typed_words("Pak camat di Genteng, camat!", ignored) == ("camat", "genteng")
    assert typed_words("pak di", ignored) == ("pak", "di")
    assert typed_words("0812-0000 (1003)", ignored) == ("081200001003",)
    assert typed_words("12", ignored) == ("12",)
    assert len(typed_words(" ".join(string.ascii_lowercase), ignored)) == 8


def test_other_words_lead_back_to_what_the_text_says() -> None:
    words = SearchWords(
        abbreviations=[("kadis", "kepala dinas")], synonyms=[("jalan", "dalan"), ("lubang", "bolong")]
    )
    described = words.described("Kepala Dinas Jalan Berlubang")
    assert set(described.short) == {"kadis"}
    assert {"kadis", "dalan", "bolong"} <= set(described.like)
    own = {"kadis": "kepala dinas", "dalan": "jalan", "bolong": "berlubang", "jalan": "jalan"}
    assert {other: words.origin(other, described.words) for other in own} == own
    assert words.origin("asing", described.words) == "asing"
