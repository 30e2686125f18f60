"""Reading words: slang, dialect, affixes, slips."""

import pytest

from console.adapters.lexicon_files import load_lexicon
from console.adapters.recognition_files import load_recognition_data
from console.domain.recognition.normalise import Normaliser

KNOWN = {"lampu": 5, "jalan": 9, "rusak": 7, "banjir": 4, "sampah": 6, "selokan": 3, "tumpuk": 2, "pupuk": 3}
NORMALISER = Normaliser(load_lexicon(), load_recognition_data().lists, known=KNOWN, own=frozenset({"tpi"}))


def words(text: str) -> list[str]:
    return [token.word for token in NORMALISER.tokens(text)]


def roots(text: str) -> list[str]:
    return [token.root for token in NORMALISER.tokens(text)]


@pytest.mark.parametrize(
    ("written", "standard"),
    [
        ("jln", ["jalan"]),
        ("blm", ["belum"]),
        ("rusaaaak", ["rusak"]),
        ("didepan", ["di", "depan"]),
        ("dibakar", ["dibakar"]),
        ("anak2", ["anak-anak"]),
        ("omahe", ["rumah"]),
        ("banyune", ["air"]),
        ("dalanku", ["jalan"]),
        ("lampujalan", ["lampu", "jalan"]),
        ("smpah", ["sampah"]),
        ("selokn", ["selokan"]),
        ("banjirr", ["banjir"]),
        ("gak iso", ["tidak", "bisa"]),
    ],
)
def test_a_written_word_becomes_standard(written: str, standard: list[str]) -> None:
    expected = [part for word in standard for part in word.split("-")]
    assert words(written)[: len(expected)] == expected


def test_a_short_form_does_not_swallow_a_name_the_base_uses() -> None:
    assert words("TPI") == ["tpi"]
    assert words("tp") == ["tetapi"]


@pytest.mark.parametrize(
    ("written", "root"),
    [
        ("menumpuk", "tumpuk"),
        ("berlubang", "lubang"),
        ("lubangnya", "lubang"),
        ("sekolahan", "sekolah"),
        ("keluarga", "keluarga"),
        ("menyala", "nyala"),
        ("tertabrak", "tabrak"),
        ("penerangan", "terang"),
        ("kecelakaan", "kecelakaan"),
        ("sungai", "sungai"),
    ],
)
def test_the_root_of_a_word_is_one_that_exists(written: str, root: str) -> None:
    assert roots(written) == [root]


def test_a_doubtful_form_is_regional_only_among_regional_words() -> None:
    assert words("larang")[0] == "larang"
    assert "mahal" in words("pupuk larang saiki")


def test_the_citizens_spelling_is_kept() -> None:
    typed = [token.typed for token in NORMALISER.tokens("Jln RUSAK, gak iso liwat")]
    assert typed[:2] == ["Jln", "RUSAK"]
    assert "gak iso" in typed


def test_a_name_after_a_title_is_not_mended() -> None:
    assert words("pak Rusik")[1] == "rusik"
    assert words("jalan rusik")[1] == "rusak"
