"""`konsol tour` drives the real window through the main job; here it is held to its contract."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage

from console.ui.tour import STEPS
from console.ui.tour_desk import is_blank
from tests.journeys.terminal import Ran, Terminal

SIZE = (1366, 768)
_SCREEN = "1366x768x24"


def take(terminal: Terminal, out: Path, *options: str, **environment: str) -> Ran:
    return terminal.konsol("tour", "--out", str(out), *options, env={**os.environ, **environment})


def check(out: Path) -> dict[str, Any]:
    """Check pictures and record against the contract and return the record."""
    record: dict[str, Any] = json.loads((out / "tour.json").read_text("utf-8"))
    assert set(record) == {"steps", "message_url", "complaint"}
    assert [step["name"] for step in record["steps"]] == [name for name, _step in STEPS]
    for number, step in enumerate(record["steps"], 1):
        assert set(step) == {"name", "seconds", "keys", "ok"}
        assert step["ok"] is True
        assert step["seconds"] > 0
        picture = QImage(str(out / f"{number:02}-{step['name']}.png"))
        assert (picture.width(), picture.height()) == SIZE, step["name"]
        assert not is_blank(picture), step["name"]
    assert len(list(out.glob("*.png"))) == len(record["steps"])
    assert sum(step["keys"] for step in record["steps"]) > 0
    return record


@contextmanager
def screen() -> Iterator[str]:
    """Give a real X screen of the usual office size on a display of its own."""
    server = shutil.which("Xvfb")
    if server is None:
        pytest.fail("Xvfb is missing, so the window cannot be tried on a real screen: install xvfb.")
    reader, writer = os.pipe()
    process = subprocess.Popen(
        [server, "-displayfd", str(writer), "-screen", "0", _SCREEN, "-nolisten", "tcp"],
        pass_fds=(writer,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    try:
        with os.fdopen(reader) as answer:
            number = answer.readline().strip()
        assert number, "Xvfb did not start"
        yield f":{number}"
    finally:
        process.terminate()
        process.wait()


def test_the_tour_verifies_every_step_without_a_screen(terminal: Terminal, tmp_path: Path) -> None:
    ran = take(terminal, tmp_path / "tour", "--platform", "offscreen")
    assert (ran.code, ran.err) == (0, "")
    record = check(tmp_path / "tour")
    link = urlsplit(record["message_url"])
    text = parse_qs(link.query)["text"][0]
    assert link.hostname == "wa.me"
    assert record["complaint"] in text
    assert "0812****141" in text
    assert "Contoh Wati" not in text


def test_the_tour_runs_on_a_real_screen_in_the_dark_theme_and_in_english(
    terminal: Terminal, tmp_path: Path
) -> None:
    with screen() as display:
        options = ("--platform", "xcb", "--theme", "dark", "--lang", "en")
        ran = take(terminal, tmp_path / "tour", *options, DISPLAY=display)
    assert (ran.code, ran.err) == (0, "")
    check(tmp_path / "tour")
    first = QImage(str(tmp_path / "tour" / "01-window.png"))
    assert first.pixelColor(5, SIZE[1] // 2).lightness() < 80, "the window is not dark"


def test_a_folder_that_takes_no_pictures_is_one_sentence(terminal: Terminal, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file where the folder should be")
    ran = take(terminal, taken, "--platform", "offscreen")
    assert ran.code == 3
    assert ran.sentence()
