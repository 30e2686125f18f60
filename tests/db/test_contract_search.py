"""Finding complaints by words: whole words, the last one as it is being typed, never an operator."""

from dataclasses import replace

from console.domain.complaint import ComplaintFilter
from tests.builders import make_complaint
from tests.db.rig import Rig

WORDS = {
    "lampu": True,
    "LAMPU jalan": True,
    "jalan lampu": True,
    "lampu jal": True,
    "jal lampu": False,
    "ampu": False,
    "lampu ungu": False,
    "lampu lampu lampu": True,
    "padam—lampu,jalan!": True,
    "cafe": True,
    "CAFÉ": True,
    "cafe\N{COMBINING ACUTE ACCENT}": True,
    "ｌａｍｐｕ": True,
    "genteng wetan": True,
    "siti contoh": True,
    "bolong2": True,
    "bolong": True,
    "rt 03 rw 04": True,
    "rt 3": False,
    "سلام": True,
    "ꦗꦮ": True,
    "🔥": True,
    "jalan 🔥": True,
}


def test_words_are_found_whole_and_the_last_one_as_a_beginning(rig: Rig) -> None:
    complaint = rig.kept(
        text="Lampu jalan padam di depan Café, bolong2, RT 03 RW 04; سلام ꦗꦮ 🔥",
        place="Pasar Genteng Wetan",
        reporter_name="Siti Contoh",
    )
    for words, hit in WORDS.items():
        assert rig.found(words=words) == ([complaint] if hit else []), words


NUMBERS = (
    "081234567890",
    "0812-3456-7890",
    "0812 3456 7890",
    "(0812) 3456.7890",
    "+62 812 3456 7890",
    "6281234567890",
    "81234567890",
    "0812",
    "0812-34",
    "+62812",
    "62812345",
    "lampu 0812 3456",
    "0812 3456 lampu",
)


def test_a_number_is_found_as_people_write_it_and_by_its_beginning(rig: Rig) -> None:
    mine = rig.kept(text="Lampu mati", reporter_phone="+6281234567890")
    rig.kept(text="Lampu mati", reporter_phone="+6285234567890")
    for number in NUMBERS:
        assert rig.found(words=number) == [mine], number


def test_a_number_in_the_text_is_found_in_any_writing(rig: Rig) -> None:
    complaint = rig.kept(text="Hubungi (0333) 421-890 saja", reporter_phone="")
    for number in ("0333421890", "+62333421890", "0333 421", "421", "333421890"):
        assert rig.found(words=number) == [complaint], number
    assert rig.found(words="21890") == []


def test_a_ticket_is_found_by_its_parts(rig: Rig) -> None:
    complaint = rig.kept(ticket="BM-MPP1-261122-0007")
    rig.kept(ticket="BM-MPP1-261122-0008")
    for words in ("BM-MPP1-261122-0007", "bm mpp1 261122 0007", "0007", "261122-0007"):
        assert rig.found(words=words) == [complaint], words
    assert len(rig.found(words="bm-mpp1-2611")) == 2


def test_a_number_of_a_public_service_is_a_word(rig: Rig) -> None:
    complaint = rig.kept(text="Mati sejak kemarin", reporter_phone="112")
    assert rig.found(words="112") == [complaint]


NO_WORDS = ("", "   ", "?!", '"', "***", "()", "_", "- -", "\x00", "\N{COMBINING ACUTE ACCENT}")


def test_a_query_without_a_word_filters_nothing(rig: Rig) -> None:
    complaint = rig.kept()
    for nothing in NO_WORDS:
        assert rig.found(words=nothing) == [complaint], nothing


FOREIGN = (
    "lampu AND",
    "lampu OR sampah",
    "lampu NOT jalan",
    "NEAR(lampu jalan)",
    "lampu NEAR jalan",
    "complaint_words",
    "words : sampah",
    "rowid:1",
    "lampu & !jalan",
    "lampu | sampah",
    "sampah:*",
    "'sampah'",
    "^sampah",
    "{sampah}",
    "jalan + sampah",
    "$1",
    "%",
    "lampu%sampah",
    "a'; DROP TABLE complaints; --",
    '"lampu jalan" sampah',
)
KNOWN = ("lampu", "jalan", "bm", "mpp1", "261122", "0007")


def has(words: list[str]) -> bool:
    """Tell whether the complaint of the next test has these words, the last one as a beginning."""
    return all(word in KNOWN for word in words[:-1]) and any(one.startswith(words[-1]) for one in KNOWN)


def test_operators_of_query_languages_are_plain_words_or_nothing(rig: Rig) -> None:
    complaint = rig.kept(
        ticket="BM-MPP1-261122-0007", text="Lampu jalan", place="", reporter_name="", reporter_phone=""
    )
    for query in FOREIGN:
        words = "".join(char if char.isalnum() else " " for char in query).casefold().split()
        hit = not words or has(words)
        assert rig.found(words=query) == ([complaint] if hit else []), query


def test_words_that_are_operators_elsewhere_are_found(rig: Rig) -> None:
    rig.kept(text="lampu jalan")
    for word in ("and", "or", "not", "near", "select", "null"):
        complaint = rig.kept(text=f"lampu {word.upper()} jalan")
        assert rig.found(words=f"{word} jalan") == [complaint]


def test_changed_words_are_found_and_the_old_ones_no_more(rig: Rig) -> None:
    complaint = rig.kept(text="Lampu jalan padam", place="Srono")
    changed = replace(complaint, text="Sampah menumpuk")
    with rig.work() as work:
        work.complaints.replace(changed)
        work.commit("test", "text")
    assert rig.found(words="lampu") == []
    assert rig.found(words="padam") == []
    stored = replace(changed, version=2)
    assert rig.found(words="sampah srono") == [stored]
    with rig.work() as work:
        work.complaints.replace(replace(stored, text="Lampu jalan padam"))
        work.commit("test", "text")
    assert rig.found(words="sampah") == []
    assert [one.id for one in rig.found(words="lampu padam")] == [complaint.id]


def test_very_long_words_are_found_by_their_beginning(rig: Rig) -> None:
    complaint = rig.kept(text="a" * 20_000)
    for length in (1, 64, 65, 3000):
        assert rig.found(words="a" * length) == [complaint]
    assert rig.found(words="a" * 63 + "b") == []


def test_a_query_of_many_words_is_answered(rig: Rig) -> None:
    complaint = rig.kept(text="Lampu jalan padam")
    assert rig.found(words="lampu " * 2000) == [complaint]
    with rig.work() as work:
        assert work.complaints.count(ComplaintFilter(words=" ".join(f"kata{n}" for n in range(2000)))) == 0


def test_words_rolled_back_with_their_complaint_are_not_found(rig: Rig) -> None:
    with rig.work() as work:
        work.complaints.add(make_complaint(text="Lampu jalan"))
        assert work.complaints.count(ComplaintFilter(words="lampu")) == 1
    assert rig.found(words="lampu") == []
