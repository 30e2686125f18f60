"""Settings are remembered whole, and a broken file costs nothing but the memory."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.access import Operator, Shift
from console.domain.problems import Problem, ProblemCode
from console.domain.route import Route
from console.settings import Settings, load_settings, places, save_settings

DEWI = Operator(name="Dewi Contoh", desk_code="MPP1", shift=Shift.SIANG)


def test_what_was_saved_comes_back(tmp_path: Path) -> None:
    chosen = Settings(language="en", theme="dark", text_size="1.5", whatsapp_route=Route.APP.value)
    save_settings(tmp_path / "settings.json", chosen.with_operator(DEWI))
    again = load_settings(tmp_path / "settings.json")
    assert again.operator() == DEWI
    assert (again.language, again.theme, again.text_size, again.route) == ("en", "dark", "1.5", Route.APP)
    assert list(tmp_path.iterdir()) == [tmp_path / "settings.json"]


@pytest.mark.parametrize(
    "stored",
    ["", "{", "[]", "null", '{"language": "klingon", "theme": 3, "colour": "red"}', '{"shift": "noon"}'],
)
def test_a_file_that_makes_no_sense_means_defaults(tmp_path: Path, stored: str) -> None:
    (tmp_path / "settings.json").write_text(stored)
    assert load_settings(tmp_path / "settings.json") == Settings()


@given(st.dictionaries(st.text(max_size=12), st.one_of(st.text(max_size=9), st.integers(), st.none())))
def test_any_json_object_gives_usable_settings(stored: object) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "settings.json"
        path.write_text(json.dumps(stored))
        settings = load_settings(path)
    assert settings.route in Route
    assert settings.operator() is None or settings.operator()


def test_a_seat_is_remembered_only_when_it_is_complete() -> None:
    assert Settings(agent="Dewi Contoh", desk="MPP1").operator() is None


def test_a_folder_that_cannot_be_written_is_a_problem(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(Problem) as refused:
        save_settings(blocked / "settings.json", Settings())
    assert refused.value.code is ProblemCode.DISK_READ_ONLY
    with pytest.raises(Problem):
        places(str(blocked / "data")).make()


def test_the_folder_is_asked_for_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KONSOL_DATA_DIR", str(tmp_path / "named"))
    assert places().folder == tmp_path / "named"
    assert places(str(tmp_path / "given")).folder == tmp_path / "given"
    monkeypatch.delenv("KONSOL_DATA_DIR")
    assert places().folder.name == "konsol-melayani"
