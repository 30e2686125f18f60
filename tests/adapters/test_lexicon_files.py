"""The lexicon of how people write, and what its loader refuses."""

import shutil
from collections import Counter
from pathlib import Path

import pytest

from console.adapters.lexicon_files import load_lexicon
from console.domain.lexicon import FormKind, Language, Lexicon
from console.domain.problems import Problem, ProblemCode
from resources import resource


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def test_nothing_of_the_lexicon_is_missing(lexicon: Lexicon) -> None:
    assert len(lexicon.forms) == 2378
    assert len(lexicon.rules) == 16
    assert len(lexicon.patterns) == 75
    assert len(lexicon.common_words) == 2088
    assert set(Counter(form.language for form in lexicon.forms)) == set(Language)
    assert set(Counter(form.kind for form in lexicon.forms)) == set(FormKind)


def test_forms_are_written_as_they_are_looked_up(lexicon: Lexicon) -> None:
    for form in lexicon.forms:
        assert form.written == " ".join(form.written.lower().split()), form


def test_an_ambiguous_form_has_no_plain_standard(lexicon: Lexicon) -> None:
    assert lexicon.plain_standard["dalan"] == "jalan"
    assert "kk" not in lexicon.plain_standard  # kartu keluarga, or kakak
    assert "mari" not in lexicon.plain_standard  # "come", or Javanese "finished"
    assert len(lexicon.forms_by_written["takok"]) == 2  # Javanese "ask", Madurese "afraid"
    assert "takok" not in lexicon.plain_standard


def test_the_licensed_root_list_of_another_stemmer_is_not_shipped() -> None:
    names = {entry.name for entry in resource("lexicon").iterdir()}
    assert names == {"README.md", "common_words.txt", "normalisation.csv", "patterns.csv", "rules.csv"}


@pytest.mark.parametrize(
    ("file", "old", "new", "record", "reason", "detail"),
    [
        ("normalisation.csv", "adlah,adalah", "adlah,", "2", "empty", "standard"),
        ("normalisation.csv", "adalah,id,abbrev", "adalah,su,abbrev", "2", "unknown-value", "su"),
        (
            "normalisation.csv",
            "adalah,id,abbrev,,,",
            "adalah,id,abbrev,,maybe,",
            "2",
            "unknown-value",
            "maybe",
        ),
        ("patterns.csv", "right_reading", "reading", "2", "missing-field", "right_reading"),
        ("rules.csv", "elongation,", ",", "2", "empty", "rule"),
    ],
)
def test_a_broken_row_is_refused_with_its_line(
    tmp_path: Path, file: str, old: str, new: str, record: str, reason: str, detail: str
) -> None:
    folder = tmp_path / "lexicon"
    shutil.copytree(Path(str(resource("lexicon"))), folder)
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(Problem) as caught:
        load_lexicon(folder)
    assert caught.value.code is ProblemCode.BASE_BROKEN
    assert caught.value.params == {"file": file, "record": record, "reason": reason, "detail": detail}
