"""Words that mislead: places, streets, denials, verbs and figures of speech."""

import pytest

from tests.domain.recognition_ground import best, recogniser


@pytest.mark.parametrize(
    ("text", "right", "misleading"),
    [
        ("jalan depan SMK 2 berlubang dalam", "JLN-01", "PDK-03"),
        ("lampu jalan sebelah rumah sakit mati", "PHB-04", "KES-02"),
        ("got di belakang musala mampet parah", "SDA-02", "HKM-14"),
        ("sampah di seberang terminal menumpuk", "LH-01", "PHB-12"),
        ("pohon di dekat puskesmas Kabat mau tumbang", "LH-08", "KES-01"),
        ("tiang listrik di timur polsek miring", "ENG-01", "TIB-13"),
    ],
)
def test_a_landmark_only_says_where(text: str, right: str, misleading: str) -> None:
    scores = {matter.code: matter.score for matter in recogniser().recognise(text).matters}
    assert next(iter(scores)) == right
    assert scores.get(misleading, 0.0) < 0.1


@pytest.mark.parametrize(
    ("text", "right", "misleading"),
    [
        ("di Jalan Tongkol got mampet", "SDA-02", "KLT-05"),
        ("air PDAM mati di Jalan Mawar nomor tiga", "AIR-01", "LH-08"),
        ("saya di Letjen Sutoyo, air PDAM tidak keluar", "AIR-01", "HKM-12"),
    ],
)
def test_a_street_name_is_an_address(text: str, right: str, misleading: str) -> None:
    codes = best(text)
    assert codes[0] == right
    assert misleading not in codes


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("warga kecamatan Genteng minta lampu jalan", "PHB-04"),
        ("di desa Songgon banyak sampah liar", "LH-02"),
        ("warga Licin mengeluh air PDAM mati", "AIR-01"),
    ],
)
def test_a_village_named_like_a_thing_is_a_place(text: str, right: str) -> None:
    assert right in best(text, 2)


@pytest.mark.parametrize(
    ("text", "right", "denied"),
    [
        ("bukan lampu jalan, listrik rumah saya yang padam", "ENG-01", "PHB-04"),
        ("bukan air PDAM tapi saluran irigasi sawah yang kering", "IRG-01", "AIR-01"),
        ("bukan soal KTP melainkan akta kelahiran anak saya", "DUK-03", "DUK-01"),
    ],
)
def test_what_is_denied_is_not_meant(text: str, right: str, denied: str) -> None:
    codes = best(text)
    assert codes[0] == right
    assert denied not in codes[:1]


@pytest.mark.parametrize(
    "text",
    [
        "kakek tidak bisa jalan lagi, butuh kursi roda",
        "ibu saya lumpuh tidak bisa jalan minta kursi roda",
    ],
)
def test_jalan_as_a_verb_is_no_road(text: str) -> None:
    codes = best(text)
    assert codes[0] == "SOS-09"
    assert not {"JLN-01", "JLN-02"} & set(codes)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("sudah lima kali saya lapor lampu jalan mati", "PHB-04"),
        ("dalane durung mari diaspal, isih bolong kabeh", "JLN-01"),
        ("gas melon larang saiki", "ENG-03"),
        ("kali mburi omahku mbludak", "SDA-01"),
        ("banyu ledeng gak mili", "AIR-01"),
        ("sapiku loro, njaluk mantri hewan", "TAN-03"),
    ],
)
def test_words_of_two_meanings_are_read_in_their_sentence(text: str, right: str) -> None:
    assert right in best(text)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("jalan kami jadi kolam ikan kalau hujan, lubangnya dalam", "JLN-01"),
        ("lampu jalan mati, gelap seperti hutan", "PHB-04"),
    ],
)
def test_a_figure_of_speech_is_not_the_matter(text: str, right: str) -> None:
    assert best(text)[0] == right


@pytest.mark.parametrize("word", ["TPA", "LSD", "SPM"])
def test_one_word_that_two_matters_share_decides_nothing(word: str) -> None:
    matters = recogniser().recognise(word).matters
    assert len(matters) >= 2
    assert matters[0].score < 0.7
    assert matters[1].score > 0.2


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("LSD pada sapi saya bentol bentol", "TAN-03"),
        ("tanah saya kena LSD tidak bisa dibangun rumah", "TNH-13"),
        ("truk sampah ke TPA bau", "LH-01"),
        ("SPM dari desa untuk surat miskin sekolah", "SOS-12"),
    ],
)
def test_a_shared_word_is_told_apart_by_the_others(text: str, right: str) -> None:
    assert best(text)[0] == right


def test_the_words_that_decided_are_the_citizens_own() -> None:
    text = "Dalane NJEGLONG, pak... lampune yo mati pisan!"
    for matter in recogniser().recognise(text).matters:
        assert matter.because
        for word in matter.because:
            assert word in text


def test_slips_dialect_and_missing_spaces_find_the_same_matter() -> None:
    assert best("lampu jalan mati")[0] == "PHB-04"
    for text in (
        "lampujalan mati",
        "lampu jlan mti",
        "lampune dalan mati",
        "lampuu jalaan matiii",
        "LAMPU  JALAN\nMATI",
    ):
        assert "PHB-04" in best(text), text


@pytest.mark.parametrize("typed", ["a", "b", "l", "la", "ja la", "j l n", "1", "12"])
def test_the_first_letters_of_a_word_are_about_nothing_yet(typed: str) -> None:
    assert recogniser().recognise(typed).matters == ()
