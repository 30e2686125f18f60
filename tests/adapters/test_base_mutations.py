"""Whatever a hand or a disk does to a file of the base, the loader answers with a base or with a Problem."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from console.adapters.base_files import load_base
from console.domain.base_check import BaseFault
from console.domain.problems import Problem

_LOADED = "loaded"
_OUTCOMES = {_LOADED, *BaseFault}
_TOLD = {"file", "record", "reason", "detail"}
_SIGNED = 'verified_by = ""\nverified_on = ""\n'
_SOURCED = f'legal_basis = "UU"\nconfidence = "high"\nsource = "teks UU"\n{_SIGNED}'
_FILES = {
    "base.toml": (
        'version = "2026.11.1"\n[response_target]\nhours = 2\nsource = "kebijakan"\nconfidence = "medium"\n'
    ),
    "institutions.toml": (
        '[[institution]]\ncode = "PK-DESA"\nname = "Pemerintah Desa"\nshort_name = "Pemdes"\n'
        f'level = "pemkab"\nkind = "desa"\nhandles = ""\nconfidence = "high"\nsource = "teks UU"\n{_SIGNED}'
        '[[institution]]\ncode = "PK-KEL"\nname = "Kelurahan"\nshort_name = "Kelurahan"\n'
        'level = "pemkab"\nkind = "kelurahan"\nhandles = ""\nhotline = "112"\nconfidence = "low"\n'
        f'source = "teks UU"\n{_SIGNED}'
    ),
    "deadlines.toml": (
        '[[deadline]]\nid = "DL-01"\nwhat = "Jawaban"\nnumber = 14\nunit = "hari"\nday_type = "kalender"\n'
        f'actor = "Penyelenggara"\n{_SOURCED}superseded = false\n'
    ),
    "matters/desa.toml": (
        '[[matter]]\ncode = "DES-01"\ntitle = "Surat"\nlevel = "pemkab"\ninstitution = "PK-DESA"\n'
        'institution_text = "Pemerintah Desa/Kelurahan"\nkeywords = ["surat"]\n'
        'alternatives = [\n  { institution = "PK-KEL", village_kind = "kelurahan" },\n]\n'
        'involved = [\n  { institution = "PK-KEL", role = "membantu" },\n]\n'
        f'question_ids = ["Q-1"]\nprocedure_ids = ["PROC-1"]\ndeadline_ids = ["DL-01"]\n{_SOURCED}'
    ),
    "questions/desa.toml": (
        f'[[question]]\nid = "Q-1"\ntext = "Apa?"\nunknown_institution = "PK-DESA"\n{_SIGNED}'
        '[[question.options]]\nnumber = 1\ntext = "Surat"\nmatter_codes = ["DES-01"]\n'
        'confidence = "high"\nsource = "teks UU"\n'
        '[[question.options]]\nnumber = 2\ntext = "Lain"\nconfidence = "high"\nsource = "teks UU"\n'
    ),
    "procedures/PROC-1.toml": (
        'id = "PROC-1"\ntitle = "Surat"\nmatter_codes = ["DES-01"]\n'
        f'legal_basis = "UU"\nsource = "UU"\n{_SIGNED}'
        '[[step]]\nnumber = 0\nwho = "warga"\ntext = "Gratis."\nconfidence = "high"\n'
        '[[step]]\nnumber = 1\nwho = "Warga"\ntext = "Datang."\nconfidence = "high"\n'
    ),
    "explanations/desa.toml": '["DES-01"]\nsay = ["Ke desa dulu, Bapak/Ibu."]\n',
    "sentences/desa.toml": '"DES-01" = ["mau bikin surat"]\n',
}
_LINES = tuple((file, at) for file, text in _FILES.items() for at in range(len(text.splitlines())))
_VALUES = st.sampled_from((
    "3", "-1", "0", "1e9", "true", "inf", "2026-11-22", "07:30:00", "2026-11-22T07:30:00Z", "[]", "{}",
    "[[]]", "[{}]", '""', '"x"', '"PK-KEL"', '"DES-01"', '["DES-01", "DES-01"]', "{ number = 1 }", "9" * 30,
))  # fmt: skip
_NEW_LINES = st.one_of(
    st.just(""),
    st.sampled_from(
        ["[[matter]]", "[matter]", "[[step]]", "[[question]]", "[a.b]", "[[question.options]]", "]"]
    ),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
)


def _outcome(files: dict[str, bytes]) -> str:
    """Load the files and tell what came of it; anything but a Problem that says all escapes."""
    with TemporaryDirectory() as name:
        for file, content in files.items():
            path = Path(name, file)
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
        try:
            load_base(Path(name))
        except Problem as problem:
            told = problem.params
            return str(told["reason"]) if set(told) == _TOLD and told["file"] else str(told)
    return _LOADED


def _with(file: str, content: bytes) -> dict[str, bytes]:
    return {name: text.encode() for name, text in _FILES.items()} | {file: content}


def test_the_small_base_can_be_used_as_it_is() -> None:
    assert _outcome(_with("base.toml", _FILES["base.toml"].encode())) == _LOADED


def test_a_file_saved_by_a_windows_editor_can_be_used() -> None:
    saved = b"\xef\xbb\xbf" + _FILES["base.toml"].replace("\n", "\r\n").encode()
    assert _outcome(_with("base.toml", saved)) == _LOADED


@given(place=st.sampled_from(_LINES), value=_VALUES)
def test_a_field_with_any_other_value_is_loaded_or_refused(place: tuple[str, int], value: str) -> None:
    file, at = place
    lines = _FILES[file].splitlines()
    lines[at] = f"{lines[at].split(' = ')[0]} = {value}"
    assert _outcome(_with(file, "\n".join(lines).encode())) in _OUTCOMES


@given(place=st.sampled_from(_LINES), line=_NEW_LINES)
def test_any_line_in_place_of_another_is_loaded_or_refused(place: tuple[str, int], line: str) -> None:
    file, at = place
    lines = _FILES[file].splitlines()
    lines[at] = line
    assert _outcome(_with(file, "\n".join(lines).encode())) in _OUTCOMES


@given(place=st.sampled_from(_LINES))
def test_a_cut_file_is_loaded_or_refused(place: tuple[str, int]) -> None:
    file, at = place
    assert _outcome(_with(file, "\n".join(_FILES[file].splitlines()[:at]).encode())) in _OUTCOMES


@given(file=st.sampled_from(sorted(set(_FILES) - {"sentences/desa.toml"})), content=st.binary(max_size=200))
def test_any_bytes_in_place_of_a_file_are_refused(file: str, content: bytes) -> None:
    assert _outcome(_with(file, content)) in set(BaseFault)
