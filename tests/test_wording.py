"""The Indonesian catalogue is whole and good Indonesian, and nothing on screen goes past it."""

import ast
import re
from collections.abc import Iterator
from gettext import GNUTranslations
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo

from tests import words
from tests.shown_words import Trees, bare_arguments, bare_prose, button_words
from tests.words import MO, PO, ROOT, collected, translated

# Proper names, and words that both languages write alike.
SAME = {
    "April", "Bunga Desa", "Desa", "KAB", "Kelurahan", "Lapor Camat", "November", "OK", "PROV", "SP4N-LAPOR!",
    "September", "Smart Kampung", "WhatsApp", "WhatsApp Web", "kelurahan", "{date} {time} WIB",
}  # fmt: skip
# English that has an Indonesian word, "you" where a sentence does without, and common misspellings.
BANNED = re.compile(
    r"\b(anda|kamu|error|save|file|cancel|delete|update|upload|download|login|logout|password|user|setting|"
    r"shift|draft|desk|ticket|tiket|complaint|komplain|clipboard|browser|database|template|backup|link|keyboard|"
    r"shortcut|click|klik|print|search|list|default|online|offline|input|data base|agent|forward|feedback|"
    r"ijin|nomer|resiko|aktifitas|analisa|jadual|sistim|tehnis|antri|antrian|merubah|dirubah|silahkan|"
    r"diatas|dibawah|dimana|didalam|kedalam|disini|disana|mempunyai)\b",
    re.IGNORECASE,
)
# One word per concept: where the English has the left one, the Indonesian has the right one.
VOCABULARY = {
    r"complaints?": "aduan",
    r"reporter('s)?": "pelapor",
    r"channels?": "kanal",
    r"matters?": "perkara",
    r"jurisdiction": "kewenangan",
    r"level": "tingkat",
    r"institution": "instansi",
    r"contacts?": "narahubung",
    r"forward(ing|ed)|^forward": "terus|penerus",
    r"verdict": "putusan",
    r"follow-up": "tindak lanjut",
    r"deadlines?": "tenggat",
    r"shift": "sif",
    r"handover": "serah terima",
    r"receipt": "tanda terima",
    r"desk": "loket|meja",
    r"villages?": "desa",
    r"directory": "direktori",
    r"guide": "panduan",
    r"settings?": "setelan",
    r"drafts?": "draf",
    r"parked|park": "parkir",
    r"emergency": "darurat",
    r"prank": "iseng",
    r"regency": "pemkab|kabupaten",
    r"province": "provinsi",
    r"ministry": "kementerian",
    r"third party": "pihak ketiga",
    r"citizen": "warga",
    r"database": "basis data",
}
# Key names, fonts and formats that nobody reads as words, and names that are the same in every language.
NOT_WORDS = {
    "Bahasa Indonesia", "English", "Konsol Melayani", "WhatsApp", " · Kec. ", "Inter Konsol", "Fusion",
    "Regular", "Medium", "Bold", "Return", "Escape", "Esc", "d MMM yyyy", "tidak tahu",
}  # fmt: skip
# The tour tells a machine what it saw; style sheets are written in Qt's language.
NO_PROSE_IN = re.compile(r"/(tour\w*|style_sheet)\.py$")


def _id(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _forms(message: Message) -> tuple[str, ...]:
    said = message.string or ""
    return (said,) if isinstance(said, str) else tuple(said)


def _said(catalogue: Catalog) -> dict[str, tuple[str, ...]]:
    return {_id(message): _forms(message) for message in catalogue if message.id}


PAIRS = sorted((english, form) for english, forms in _said(translated()).items() for form in forms if form)


@pytest.fixture(scope="module")
def trees() -> Trees:
    files = sorted((ROOT / "console" / "ui").rglob("*.py"))
    return {path.relative_to(ROOT).as_posix(): ast.parse(path.read_text("utf-8")) for path in files}


def test_every_message_of_the_code_has_words_and_no_words_are_left_over() -> None:
    in_code = {_id(message) for message in collected() if message.id}
    catalogue = translated()
    whole = {
        _id(message) for message in catalogue if message.id and all(_forms(message)) and not message.fuzzy
    }
    assert in_code - whole == set(), "`make words` makes room for them in konsol.po; say them there"
    assert set(_said(catalogue)) - in_code == set(), "`make words` drops them"
    assert not catalogue.obsolete


def test_the_header_tells_the_language_and_no_time() -> None:
    header = PO.read_text("utf-8").split("\n\n")[0]
    assert "charset=UTF-8" in header
    assert "nplurals=1; plural=0;" in header
    assert not re.search(r"Date|@|Generated", header)


def test_the_compiled_catalogue_comes_from_make_words_so_that_equal_words_are_equal_bytes() -> None:
    with MO.open("rb") as file:
        told = GNUTranslations(file).info()
    assert told["plural-forms"] == "nplurals=1; plural=0;"
    assert not {"pot-creation-date", "generated-by"} & told.keys(), "compile with `make words`, not pybabel"


def test_the_compiled_catalogue_says_what_the_readable_one_says() -> None:
    with MO.open("rb") as file:
        binary = _said(read_mo(file))
    assert binary == {one: forms for one, forms in _said(translated()).items() if all(forms)}


def test_collecting_keeps_known_words_drops_stale_ones_and_names_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    po, mo = tmp_path / "konsol.po", tmp_path / "konsol.mo"
    po.write_text('msgid "Save"\nmsgstr "Simpan"\n\nmsgid "Old words"\nmsgstr "Kata lama"\n', "utf-8")
    monkeypatch.setattr(words, "PO", po)
    monkeypatch.setattr(words, "MO", mo)
    monkeypatch.setattr(words, "SOURCES", [("console/ui/qt_words.py", "python")])
    assert words.main() == 1
    told = capsys.readouterr().err
    assert "no words yet: Cancel\n" in told
    assert "no words yet: Save\n" not in told
    assert {
        _id(message): message.string for message in words.translated() if message.id and all(_forms(message))
    } == {"Save": "Simpan"}
    first = po.read_bytes(), mo.read_bytes()
    words.main()
    assert (po.read_bytes(), mo.read_bytes()) == first


def test_a_translation_keeps_every_placeholder() -> None:
    def fields(text: str) -> list[str]:
        return sorted(name + conversion for _, name, _, conversion in _parsed(text))

    differing = [pair for pair in PAIRS if fields(pair[0]) != fields(pair[1])]
    assert not differing


def _parsed(text: str) -> Iterator[tuple[str, str, str, str]]:
    for literal, name, spec, conversion in Formatter().parse(text):
        if name is not None:
            yield literal, name, spec or "", conversion or ""


def test_only_names_are_the_same_in_both_languages() -> None:
    assert {english for english, indonesian in PAIRS if english == indonesian} == SAME


def test_the_words_are_indonesian() -> None:
    plain = [(re.sub(r"\{\w*\}|konsol tour.*|verified_\w+", "", words), english) for english, words in PAIRS]
    assert not [(words, english) for words, english in plain if BANNED.search(words)]


@pytest.mark.parametrize(("english", "indonesian"), VOCABULARY.items())
def test_a_concept_has_one_word(english: str, indonesian: str) -> None:
    wanted, given = re.compile(rf"\b({english})\b", re.IGNORECASE), re.compile(indonesian, re.IGNORECASE)
    meant = [(one, words) for one, words in PAIRS if wanted.search(re.sub(r"\{\w*\}", "", one))]
    assert not [pair for pair in meant if not given.search(pair[1])]


def test_a_sentence_ends_and_begins_as_its_english_does() -> None:
    marks = ".?…:!)"
    endings = [
        pair for pair in PAIRS if {pair[0][-1], pair[1][-1]} & set(marks) and pair[0][-1] != pair[1][-1]
    ]
    assert not endings
    # A name keeps its capital wherever it comes to stand.
    plain = [pair for pair in PAIRS if not SAME & {words.split(maxsplit=1)[0] for words in pair}]
    letters = [pair for pair in plain if pair[0][0].isalpha() and pair[1][0].isalpha()]
    assert not [pair for pair in letters if pair[0][0].isupper() != pair[1][0].isupper()]


def test_the_typography_is_clean() -> None:
    unclean = re.compile(r"\.\.\.|\"|\s\s|^\s|\s$|\s[.,;:?!]|[,;](?=[^\W\d_])|(?<!LAPOR)!")
    assert not [words for _english, words in PAIRS if unclean.search(words)]


def test_the_words_of_a_button_are_as_short_as_the_english_ones(trees: Trees) -> None:
    on_buttons = button_words(trees)
    assert {"Save & open WhatsApp", "Save", "Park", "Sent"} <= on_buttons
    long = [
        pair
        for pair in PAIRS
        if pair[0] in on_buttons and len(pair[1]) > max(len(pair[0]) * 1.2, len(pair[0]) + 4)
    ]
    assert not long


def test_no_words_reach_the_screen_past_the_catalogue(trees: Trees) -> None:
    prose = {file: tree for file, tree in trees.items() if not NO_PROSE_IN.search(file)}
    bare = {*bare_arguments(trees), *bare_prose(prose)}
    assert not sorted(one for one in bare if one.text not in NOT_WORDS)


@pytest.mark.parametrize(
    "line",
    [
        'Label("Hello")',
        'Label(words="Hello")',
        'Label(f"Hello {name}")',
        'Label("Hello" if name else _("Bye"))',
        'Label(name or "Hello")',
        'Label("Hello {0}".format(name))',
        'Label(" · ".join([name, "Hello"]))',
        'Loud("Hello")',
        'Fact(title="Hello")',
        'ask(name, "Hello")',
        'widget.setToolTip("Hello")',
        'menu.addAction("Hello")',
        'QLabel("hello", parent)',
        'painter.drawText(area, 0, "hello")',
        'words = "Choose one of them"',
        'return "Nothing to do"',
        'titles = {name: "Hello"}',
    ],
)
def test_a_bare_literal_is_seen(line: str) -> None:
    kit = (
        "class Label:\n    def __init__(self, words='', role=1): ...\n"
        "class Loud(Label): ...\n"
        "@dataclass\nclass Fact:\n    title: str\n"
        "def ask(who, question): ...\n"
    )
    trees = {"kit.py": ast.parse(kit), "page.py": ast.parse(f"def show(name):\n    {line}\n")}
    places = {one.place for one in (*bare_arguments(trees), *bare_prose(trees))}
    assert places == {"page.py:2"}


@pytest.mark.parametrize(
    "line",
    [
        'Label(_("Hello"))',
        'Label(name, "role")',
        'Label(words["hello"])',
        'Label("" if name == "hello" else name)',
        'widget.setObjectName("Hello there")',
        'roles = {"Hello": name}',
        'raise ValueError("nobody reads this")',
        'log.warning("nobody reads this %s", name)',
        "Label(f'{name} · {_(\"Hello\")}')",
    ],
)
def test_words_of_the_catalogue_and_keys_are_left_alone(line: str) -> None:
    kit = "class Label:\n    def __init__(self, words='', role=1): ...\n"
    trees = {"kit.py": ast.parse(kit), "page.py": ast.parse(f"def show(name):\n    {line}\n")}
    assert not [*bare_arguments(trees), *bare_prose(trees)]


def test_a_bare_literal_in_any_part_of_the_kit_is_seen(trees: Trees) -> None:
    calls = [
        *(
            'Label("hello")',
            'SectionLabel("hello")',
            'Pill("hello")',
            'Chip("hello")',
            'IconButton("x", "hello")',
        ),
        *(f'{kind}Button("hello")' for kind in ("Primary", "Secondary", "Quiet", "Danger")),
        *('Field("hello", box)', 'Field(_("x"), box, hint="hello")', 'EmptyState("icon", _("x"), "hello")'),
        *('Notice(words="hello")', 'Option(value=1, title="hello")', 'Column(title="hello", text=head)'),
        *('Suggestion(value=1, title="hello")', 'PaletteItem(title="hello")', 'ListTable("hello")'),
        *('field.set_error("hello")', 'line.setPlaceholderText("hello")', 'window.setWindowTitle("hello")'),
    ]
    seen = {one.place for one in bare_arguments({**trees, "page.py": ast.parse("\n".join(calls))})}
    assert not [call for line, call in enumerate(calls, 1) if f"page.py:{line}" not in seen]
