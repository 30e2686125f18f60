"""Every code the domain knows has words in both languages, and times are said the Indonesian way."""

import ast
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console import wording
from console.domain.base_check import BaseFault
from console.domain.complaint import Channel, EntryKind, TimelineEntry
from console.domain.level import Level
from console.domain.problems import Problem, ProblemCode
from console.i18n import LANGUAGES, set_language, translate
from console.problem_words import FAULTS, SENTENCES
from console.shift_words import SHIFTS
from tests.builders import make_id
from tests.words import ROOT

TABLES = {
    "level": wording._LEVELS,
    "confidence": wording._CONFIDENCE,
    "channel": wording._CHANNELS,
    "status": wording._STATUSES,
    "forwarding": wording._FORWARDINGS,
    "shift": SHIFTS,
    "disposal": wording._DISPOSALS,
    "rank": wording._RANKS,
    "route": wording._ROUTES,
}
NOW = datetime(2026, 11, 22, 2, 41, tzinfo=UTC)  # Sunday, 09.41 in Banyuwangi


def _places(words: str) -> set[str]:
    return {name for _literal, name, _spec, _conversion in Formatter().parse(words) if name}


FACTS = st.dictionaries(
    st.sampled_from(sorted(set().union(*map(_places, [*SENTENCES.values(), *FAULTS.values()])))),
    st.text(max_size=12) | st.sampled_from(["{", "{0}", "%s", "{ticket}"]) | st.integers(),
)


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Iterator[None]:
    set_language(request.param)
    yield
    set_language("en")


@pytest.fixture
def indonesian() -> Iterator[None]:
    set_language("id")
    yield
    set_language("en")


def _raised() -> Iterator[tuple[str, ProblemCode, set[str]]]:
    """Yield where a problem with named facts is made, its code and the facts."""
    for folder in ("console", "db"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if not isinstance(node, ast.Call) or ast.unparse(node.func) != "Problem" or not node.args:
                    continue
                code = re.fullmatch(r"ProblemCode\.(\w+)", ast.unparse(node.args[0]))
                if code and all(keyword.arg for keyword in node.keywords):
                    facts = {str(keyword.arg) for keyword in node.keywords}
                    yield f"{path.relative_to(ROOT)}:{node.lineno}", ProblemCode[code[1]], facts


def test_every_problem_has_a_sentence() -> None:
    assert set(SENTENCES) == set(ProblemCode)


def test_every_fault_of_the_base_has_words() -> None:
    assert set(FAULTS) == set(BaseFault)


def test_a_problem_brings_the_facts_its_sentence_names() -> None:
    raised = list(_raised())
    assert len({code for _place, code, _facts in raised}) > 20
    assert not [(place, lack) for place, code, facts in raised if (lack := _places(SENTENCES[code]) - facts)]


@pytest.mark.parametrize("code", ProblemCode)
@pytest.mark.usefixtures("language")
def test_a_sentence_without_its_facts_is_said_with_dashes(code: ProblemCode) -> None:
    said = wording.problem_sentence(Problem(code))
    assert said.endswith(".")
    assert "{" not in said


@given(code=st.sampled_from(ProblemCode), facts=FACTS)
def test_a_sentence_can_be_said_with_any_facts(code: ProblemCode, facts: dict[str, str | int]) -> None:
    said = wording.problem_sentence(Problem(code, **facts))
    named = _places(SENTENCES[code]) & facts.keys()
    assert all(str(facts[name]) in said for name in named)


@pytest.mark.parametrize("fault", BaseFault)
@pytest.mark.usefixtures("language")
def test_a_fault_of_the_base_is_said_inside_its_sentence(fault: BaseFault) -> None:
    facts = {"file": "matters/jalan.toml", "record": "JLN-01", "reason": fault.value, "detail": "title"}
    said = wording.problem_sentence(Problem(ProblemCode.BASE_BROKEN, **facts))
    assert fault.value not in said.split()
    assert translate(FAULTS[fault]).format(detail="title") in said
    assert said[0].isupper()
    assert said.endswith(".")


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.usefixtures("language")
def test_every_code_of_a_kind_has_its_own_word(name: str) -> None:
    table = TABLES[name]
    (kind,) = {type(code) for code in table}
    assert set(table) == set(kind)
    words = [wording.word(code) for code in kind]
    assert all(words)
    assert len(set(words)) == len(words)


def test_no_two_kinds_share_a_code_as_they_share_one_table() -> None:
    assert len(wording._WORDS) == sum(len(table) for table in TABLES.values())


@pytest.mark.usefixtures("language")
def test_every_level_has_its_headline_and_its_short_form() -> None:
    titles = [wording.level_title(level) for level in Level]
    shorts = [wording.level_short(level) for level in Level]
    assert len(set(titles)) == len(set(shorts)) == len(Level)
    assert all(short.isupper() and len(short) <= 5 for short in shorts)


@pytest.mark.usefixtures("indonesian")
def test_the_levels_are_called_as_the_regency_calls_them() -> None:
    assert [wording.level_title(level) for level in Level] == [
        "Kewenangan Pemkab Banyuwangi",
        "Kewenangan Provinsi Jawa Timur",
        "Kewenangan kementerian/lembaga pusat",
        "Kewenangan pihak ketiga",
    ]
    assert [wording.level_short(level) for level in Level] == ["KAB", "PROV", "PUSAT", "P3"]


@pytest.mark.parametrize("kind", EntryKind)
@pytest.mark.usefixtures("language")
def test_every_entry_of_the_timeline_has_a_sentence(kind: EntryKind) -> None:
    bare = TimelineEntry(
        id=make_id(), complaint_id=make_id(), at=NOW, operator="Dewi Contoh", desk_code="MPP1", kind=kind
    )
    said = wording.entry_sentence(bare, {})
    assert said
    assert "{" not in said


@pytest.mark.usefixtures("indonesian")
def test_an_entry_names_channel_institution_and_status_in_words() -> None:
    def said(kind: EntryKind, **detail: str) -> str:
        entry = TimelineEntry(
            id=make_id(),
            complaint_id=make_id(),
            at=NOW,
            operator="Dewi Contoh",
            desk_code="MPP1",
            kind=kind,
            detail=tuple(detail.items()),
        )
        return wording.entry_sentence(entry, {"PK-DPUCKPP": "DPUCKPP"})

    assert said(EntryKind.RECEIVED, channel=Channel.PHONE_112) == "Diterima lewat kanal Telepon 112"
    assert said(EntryKind.JUDGED, level="pemkab", institution="PK-DPUCKPP") == "Diputus: Pemkab, DPUCKPP"
    assert said(EntryKind.STATUS, **{"from": "new", "to": "resolved"}) == "Keadaan: Selesai"
    assert said(EntryKind.NOTE, note="kurung {aneh}") == "Catatan: kurung {aneh}"


@pytest.mark.usefixtures("indonesian")
def test_days_are_said_the_indonesian_way() -> None:
    assert wording.long_date(NOW) == "Minggu, 22 November 2026"
    assert wording.clock_time(NOW) == "09.41"
    assert wording.moment_words(NOW, NOW) == "09.41"
    assert wording.moment_words(NOW - timedelta(days=1), NOW) == "21 Nov 09.41"
    months = [wording.short_date(datetime(2026, month, 9, tzinfo=UTC)) for month in range(1, 13)]
    assert [month.split()[1] for month in months] == [
        *("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
    ]
    week = [wording.long_date(NOW + timedelta(days=day)).split(",")[0] for day in range(7)]
    assert week == ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"]


@pytest.mark.usefixtures("indonesian")
def test_a_day_begins_at_midnight_of_banyuwangi() -> None:
    assert wording.long_date(datetime(2026, 12, 31, 16, 59, tzinfo=UTC)) == "Kamis, 31 Desember 2026"
    assert wording.long_date(datetime(2026, 12, 31, 17, 0, tzinfo=UTC)) == "Jumat, 1 Januari 2027"


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (timedelta(minutes=24), "24 mnt"),
        (timedelta(seconds=59), "0 mnt"),
        (timedelta(minutes=72), "1 j 12 mnt"),
        (timedelta(hours=23, minutes=59, seconds=59), "23 j 59 mnt"),
        (timedelta(days=1), "1 hari"),
        (timedelta(days=3, hours=5), "3 hari"),
        (timedelta(minutes=-38), "−38 mnt"),
        (timedelta(days=-2), "−2 hari"),
    ],
)
@pytest.mark.usefixtures("indonesian")
def test_the_time_left_is_short_and_its_sign_tells_when_it_has_passed(left: timedelta, words: str) -> None:
    assert wording.remaining_words(NOW + left, NOW) == words


def test_a_language_without_a_catalogue_speaks_english() -> None:
    for language in ("xx", "", "../id"):
        set_language("id")
        set_language(language)
        assert translate("Save") == "Save"
    set_language("en")
