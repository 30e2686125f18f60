"""The directory is found as people think of it: any words, begun, misspelled, joined, in their own speech."""

import random
import string

import pytest

from console.adapters.base_files import load_base
from console.adapters.region_files import load_region
from console.adapters.sample_files import load_hotline_contacts, load_sample_contacts, load_synonyms
from console.domain.base import JurisdictionBase
from console.domain.contact import Contact, ContactHit, Rank
from console.domain.directory.documents import Background
from console.domain.directory_index import DirectoryIndex
from console.domain.level import Level
from tests.builders import make_contact


@pytest.fixture(scope="module")
def base() -> JurisdictionBase:
    return load_base()


@pytest.fixture(scope="module")
def background(base: JurisdictionBase) -> Background:
    return Background(base, load_region(), load_synonyms())


@pytest.fixture(scope="module")
def contacts() -> tuple[Contact, ...]:
    return (*load_sample_contacts(), *load_hotline_contacts(load_region()))


@pytest.fixture(scope="module")
def index(contacts: tuple[Contact, ...], background: Background) -> DirectoryIndex:
    return DirectoryIndex(contacts, background)


def _positions(hits: tuple[ContactHit, ...]) -> list[str]:
    return [hit.contact.position for hit in hits]


def _names(hits: tuple[ContactHit, ...]) -> list[str]:
    return [hit.contact.name for hit in hits]


@pytest.mark.parametrize(
    ("query", "position"),
    [
        ("lampu jalan mati genteng", "Petugas PJU Wilayah Genteng"),
        ("pju muncar", "Petugas PJU Wilayah Rogojampi"),
        ("dalan bolong rogojampi", "Pengawas Jalan UPTD Rogojampi"),
        ("dalan jeglong", "Pengawas Jalan UPTD Banyuwangi"),
        ("lampu dalan peteng", "Petugas PJU Wilayah Banyuwangi"),
        ("uwuh numpuk", "Koordinator Angkutan Sampah Wilayah Banyuwangi"),
        ("banyu mati", "Petugas Gangguan dan Pipa Bocor"),
        ("ula mlebu omah", "Komandan Pleton Damkar Mako Banyuwangi"),
        ("wong edan", "Petugas Kesehatan Jiwa"),
        ("tukang parkir", "Koordinator Juru Parkir Wilayah Utara"),
        ("kreteg ambrol", "Pengawas Jembatan"),
        ("maling kayu alas", "Humas Perhutani Banyuwangi"),
        ("ijin bangun omah", "Petugas Loket PBG dan SLF"),
        ("akte lahir", "Petugas Akta Kelahiran dan Kematian"),
    ],
)
def test_everyday_and_dialect_words_find_who_can_act(
    index: DirectoryIndex, query: str, position: str
) -> None:
    assert position in _positions(index.search(query, 3))


@pytest.mark.parametrize(
    ("query", "position"),
    [
        ("kadis dlh", "Kepala Dinas Lingkungan Hidup"),
        ("kepala dinas lingkungan hidup", "Kepala Dinas Lingkungan Hidup"),
        ("Kadis DPUCKPP", "Kepala Dinas PU Cipta Karya, Perumahan dan Permukiman"),
        ("plt kadis pengairan", "Plt. Kepala Dinas PU Pengairan"),
        ("pelaksana tugas camat songgon", "Plt. Camat Songgon"),
        ("kabid bina marga", "Kepala Bidang Bina Marga"),
        ("sekdin pendidikan", "Sekretaris Dinas Pendidikan"),
        ("kasi trantib muncar", "Kepala Seksi Ketenteraman Kecamatan Muncar"),
        ("kapus glenmore", "Kepala Puskesmas Glenmore"),
        ("kades kemiren", "Kepala Desa Kemiren"),
        ("lurah lateng", "Lurah Lateng"),
        ("sekcam genteng", "Sekretaris Kecamatan Genteng"),
        ("capil ktp", "Operator Perekaman KTP"),
        ("korsda glenmore", "Korsda Glenmore"),
        ("koordinator sumber daya air glenmore", "Korsda Glenmore"),
        ("kalak bpbd", "Kepala Pelaksana BPBD"),
        ("uptd bangorejo", "Kepala UPTD Bangorejo"),
        ("camat kembiritan", "Camat Genteng"),
    ],
)
def test_titles_and_offices_are_found_short_and_in_full(
    index: DirectoryIndex, query: str, position: str
) -> None:
    assert position in _positions(index.search(query, 5))


@pytest.mark.parametrize(
    ("query", "position"),
    [
        ("gentengwetan kades", "Kepala Desa Genteng Wetan"),
        ("kades genteng wetan", "Kepala Desa Genteng Wetan"),
        ("kades kalibaru wetan", "Kepala Desa Kalibaruwetan"),
        ("kades kalibaruwetan", "Kepala Desa Kalibaruwetan"),
        ("kades kalibru wetan", "Kepala Desa Kalibaruwetan"),
        ("kades lemahbang kulon", "Kepala Desa Lemahbangkulon"),
        ("dpu ckpp kepala", "Kepala Bidang Bina Marga"),
    ],
)
def test_names_written_joined_or_apart_are_the_same(index: DirectoryIndex, query: str, position: str) -> None:
    assert position in _positions(index.search(query, 10))


def test_the_order_of_the_words_does_not_matter(index: DirectoryIndex) -> None:
    one = index.search("kepala puskesmas muncar")
    other = index.search("muncar kepala puskesmas")
    assert _positions(one)[0] == _positions(other)[0] == "Kepala Puskesmas Muncar"
    assert set(_names(one)) == set(_names(other))


def test_every_word_of_the_query_must_match(index: DirectoryIndex) -> None:
    assert {hit.contact.institution_code for hit in index.search("puskesmas muncar", 50)} <= {
        "PK-DINKES",
        "PK-DLH",
    }


def test_every_contact_is_found_by_its_name_in_small_letters(
    index: DirectoryIndex, contacts: tuple[Contact, ...]
) -> None:
    missing = [
        contact.name
        for contact in contacts
        if contact.name not in _names(index.search(contact.name.lower(), 5))
    ]
    assert missing == []


def test_the_beginnings_of_the_words_are_enough(index: DirectoryIndex) -> None:
    assert "Kepala Puskesmas Rogojampi" in _positions(index.search("kep pusk rogo", 3))


def _misspelled(word: str, dice: random.Random) -> str:
    at = dice.randrange(1, len(word) - 1)
    letter = dice.choice(string.ascii_lowercase)
    return dice.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )


@pytest.mark.parametrize(("edits", "shortest", "least"), [(1, 5, 0.99), (2, 7, 0.97)])
def test_misspelled_names_are_found_among_the_first_five(
    index: DirectoryIndex, contacts: tuple[Contact, ...], edits: int, shortest: int, least: float
) -> None:
    dice, asked, found = random.Random(edits), 0, 0  # noqa: S311 - a repeatable choice, no secret
    for contact in contacts:
        long = [word for word in contact.name.lower().split() if word.isalpha() and len(word) >= shortest]
        if contact.rank is Rank.HOTLINE or len(long) < 2:
            continue
        wrong = dice.choice(long)
        typed = wrong
        for _ in range(edits):
            typed = _misspelled(typed, dice)
        others = [word for word in long if word != wrong]
        asked += 1
        found += contact.name in _names(index.search(f"{typed} {' '.join(others)} {contact.position}", 5))
    assert asked > 100
    assert found / asked >= least


@pytest.fixture
def small(background: Background) -> DirectoryIndex:
    def entry(name: str, **given: object) -> Contact:
        plain = {"position": "Petugas", "topics": (), "areas": (), "field": "", "phone": ""}
        return make_contact(name=name, **plain | given)

    return DirectoryIndex(
        (
            entry("Asri Contoh"),
            entry("Asriyani Contoh"),
            entry("Astri Contoh"),
            entry("Wati Contoh", topics=("asri",)),
            entry("Joko Contoh", position="Kepala", rank=Rank.HEAD, order=1),
            entry("Joko Contoh", position="Penyuluh", rank=Rank.TECHNICAL, order=2),
            entry("Joko Contoh", position="Sekretaris", rank=Rank.DEPUTY, order=3),
            entry("Layanan Joko", position="Nomor layanan", rank=Rank.HOTLINE, order=900),
            entry("Ayu Contoh"),
        ),
        background,
    )


def test_exact_words_stand_before_begun_and_misspelled_ones_and_names_before_topics(
    small: DirectoryIndex,
) -> None:
    assert _names(small.search("asri")) == ["Asri Contoh", "Wati Contoh", "Asriyani Contoh"]
    assert _names(small.search("asrj")) == ["Asri Contoh", "Wati Contoh"]
    scores = [hit.score for hit in small.search("asri")]
    assert scores == sorted(scores, reverse=True)
    assert small.search("asrj")[0].score < scores[-1] <= 1


def test_who_can_act_stands_before_who_decides(small: DirectoryIndex) -> None:
    assert _positions(small.search("contoh joko")) == ["Penyuluh", "Sekretaris", "Kepala"]


@pytest.mark.parametrize(
    ("query", "position"),
    [
        ("kepala dinas lingkungan hidup", "Kepala Dinas Lingkungan Hidup"),
        ("kepala dinas perhubungan", "Kepala Dinas Perhubungan"),
        ("direktur rsud genteng", "Direktur RSUD Genteng"),
    ],
)
def test_words_that_stand_side_by_side_come_first(index: DirectoryIndex, query: str, position: str) -> None:
    assert _positions(index.search(query))[0] == position


def test_a_public_number_stands_first_only_when_named_exactly(small: DirectoryIndex) -> None:
    assert _positions(small.search("joko"))[0] == "Nomor layanan"
    assert _positions(small.search("jok"))[-1] == "Nomor layanan"


@pytest.mark.parametrize(
    ("query", "name"),
    [("pln", "PLN Contact Center"), ("ombudsman", "Ombudsman RI"), ("112", "Call Center 112")],
)
def test_hotlines_are_found_by_their_names(index: DirectoryIndex, query: str, name: str) -> None:
    assert _names(index.search(query))[0].startswith(name)


def test_words_of_three_letters_allow_no_typo_and_of_five_only_one(small: DirectoryIndex) -> None:
    assert _names(small.search("ayu")) == ["Ayu Contoh"]
    assert small.search("aye") == ()
    assert _names(small.search("astr")) == ["Astri Contoh"]
    assert small.search("xstrx") == ()


def test_a_hit_says_what_each_word_matched(index: DirectoryIndex) -> None:
    assert index.search("kadis kesehtan")[0].because == ("kepala dinas", "kesehatan")
    officer = next(hit for hit in index.search("peteng genteng") if "PJU" in hit.contact.position)
    assert officer.because == ("peteng", "genteng")
    assert index.search("nomor rudi")[0].because == ("rudi",)
    phone = index.search("0812-0000-1003")[0]
    assert phone.because == (phone.contact.phone,)


def test_an_everyday_word_is_explained_by_the_official_one(background: Background) -> None:
    index = DirectoryIndex([make_contact(topics=("perizinan", "jalan rusak"))], background)
    assert index.search("ijin")[0].because == ("perizinan",)
    assert index.search("izin bubrah")[0].because == ("perizinan", "rusak")


@pytest.mark.parametrize(
    "piece",
    [
        "0812-0000-1003",
        "+62 812 0000 1003",
        "6281200001003",
        "81200001003",
        "62081200001003",
        "(0812) 00001003",
    ],
)
def test_a_number_is_found_however_it_is_written(index: DirectoryIndex, piece: str) -> None:
    assert [hit.contact.phone for hit in index.search(piece)] == ["+6281200001003"]
    assert index.search(piece)[0].score == 1


@pytest.mark.parametrize("piece", ["0812-0000-10", "62812000010", "00001003", "1003", "8120 0001 003"])
def test_a_piece_of_a_number_is_enough(index: DirectoryIndex, piece: str) -> None:
    assert "+6281200001003" in [hit.contact.phone for hit in index.search(piece, 200)]


def test_a_name_and_a_piece_of_a_number_go_together(index: DirectoryIndex) -> None:
    [hit] = index.search("rudi 1003")
    assert hit.contact.phone == "+6281200001003"


def test_an_empty_query_lists_the_chains_from_the_first_to_ask(
    index: DirectoryIndex, contacts: tuple[Contact, ...]
) -> None:
    listed = [hit.contact for hit in index.search("", len(contacts))]
    assert listed == sorted(contacts, key=lambda one: (one.institution_code, one.order))
    assert [hit.contact for hit in index.search(" \t", 7)] == listed[:7]
    assert index.search("", 3)[0].because == ()


def test_results_keep_to_the_level_and_institution_asked_for(
    index: DirectoryIndex, base: JurisdictionBase
) -> None:
    for query in ("", "kepala", "k", "jalan", "0812"):
        provincial = index.search(query, 80, level=Level.PROVINSI)
        assert provincial
        levels = {base.institution(hit.contact.institution_code).level for hit in provincial}
        assert levels == {Level.PROVINSI}
        hits = index.search(query, 80, institution="PK-DLH")
        assert hits
        assert {hit.contact.institution_code for hit in hits} == {"PK-DLH"}
    assert index.search("kepala", level=Level.PEMKAB, institution="PR-DLH") == ()


def test_one_unknown_word_among_several_does_not_hide_the_others(index: DirectoryIndex) -> None:
    first = index.search("xylofon jalan berlubang genteng")[0]
    assert first.contact.position == "Pengawas Jalan UPTD Genteng"
    assert first.score < 0.8


def test_words_that_carry_nothing_are_passed_over(index: DirectoryIndex) -> None:
    plain = _positions(index.search("camat genteng"))
    assert _positions(index.search("tolong nomor hp pak camat di genteng")) == plain


@pytest.mark.parametrize(
    "query",
    [
        "zzzz qqqq",
        "\x00\x01\x7f",
        "💥🙂",
        "\ud800",
        "'; DROP TABLE contact; --",
        "%",
        "*",
        '"',
        "\u202eabc",
        "ꦗꦭꦤ꧀",
    ],
)
def test_odd_queries_are_harmless(index: DirectoryIndex, query: str) -> None:
    assert len(index.search(query)) <= 50


@pytest.mark.parametrize("limit", [0, -1])
def test_no_room_means_no_results(index: DirectoryIndex, limit: int) -> None:
    assert index.search("kepala", limit) == index.search("", limit) == ()


@pytest.mark.parametrize("letter", ["a", "jalan ", "0812", "💥", "\n", "á"])
def test_a_pasted_megabyte_is_answered_like_its_beginning(index: DirectoryIndex, letter: str) -> None:
    whole = index.search(letter * (1_000_000 // len(letter)))
    assert len(whole) <= 50
