"""When the database or the disk refuses: a sentence that says what to do, and everything typed stays."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from console.domain.problems import Problem, ProblemCode
from console.i18n import set_language
from console.ui.app import ConsoleApplication
from console.ui.pages.intake import IntakePage
from console.ui.widgets.verdict_card import VerdictCard
from console.wording import problem_sentence
from tests.journeys.terminal import Terminal
from tests.journeys.window import Seat, seat

ROOT = Path(__file__).parent.parent.parent
KTP = "ktp saya patah, mau cetak ulang"
_PATIENCE_S = 60.0


def intake(desk: Seat) -> IntakePage:
    page = desk.window.page("intake")
    assert isinstance(page, IntakePage)
    return page


def sentence(code: ProblemCode, **params: str | int) -> str:
    set_language("id")
    try:
        return problem_sentence(Problem(code, **params))
    finally:
        set_language("en")


def test_a_database_of_a_newer_version_is_one_staying_notice_and_loses_no_typing(
    qapp: ConsoleApplication, terminal: Terminal
) -> None:
    assert terminal.konsol("db", "upgrade").code == 0
    with sqlite3.connect(terminal.data_dir / "konsol.db") as link:
        link.execute("UPDATE alembic_version SET version_num = '9999'")
        link.execute("PRAGMA user_version = 9999")
    link.close()
    with seat(qapp, terminal.data_dir) as desk:
        desk.awake()
        desk.write(KTP)
        desk.settle()
        desk.press("Ctrl+S")
        desk.settle()
        told = desk.window.notices()
        assert len(told) == 1, [notice.words for notice in told]
        assert told[0].stays
        assert told[0].words == sentence(ProblemCode.DATABASE_NEWER, found="9999", known="0001")
        assert intake(desk).form.values().text == KTP
        assert desk.see(VerdictCard) is not None, "judging needs no database"
        desk.write(" lagi")
        assert intake(desk).form.values().text == f"{KTP} lagi"


def may_not_write(*command: str) -> list[str]:
    """Return the command for a process that the file system can refuse, as it cannot refuse root."""
    if os.geteuid():
        return list(command)
    refused = "-dac_override,-dac_read_search"
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        pytest.fail("setpriv is missing, so a read-only folder cannot be tried as root: install util-linux.")
    return [setpriv, f"--inh-caps={refused}", f"--bounding-set={refused}", *command]


def run_save(folder: Path, *options: str) -> dict[str, Any]:
    """Let a window in a process of its own type a complaint and save it; return what it saw."""
    done = subprocess.run(
        may_not_write(sys.executable, "-m", "tests.journeys.saver", str(folder), *options),
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=_PATIENCE_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


def test_a_folder_that_became_read_only_is_a_sentence_and_the_text_stays(terminal: Terminal) -> None:
    folder = terminal.data_dir
    assert terminal.konsol("db", "upgrade").code == 0
    for path in (*folder.iterdir(), folder):
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        seen = run_save(folder)
    finally:
        folder.chmod(0o755)
    assert seen["text"] == KTP
    assert seen["notices"] == [sentence(ProblemCode.DISK_READ_ONLY, folder=str(folder))]


def test_a_folder_that_cannot_be_made_is_a_sentence_and_the_text_stays(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file where the folder should be")
    seen = run_save(taken)
    assert seen["text"] == KTP
    assert seen["notices"] == [sentence(ProblemCode.DISK_READ_ONLY, folder=str(taken))]


def test_a_full_disk_is_a_sentence_and_the_text_stays(terminal: Terminal) -> None:
    assert terminal.konsol("db", "upgrade").code == 0
    seen = run_save(terminal.data_dir, "full")
    assert seen["text"] == KTP
    assert seen["notices"] == [sentence(ProblemCode.DISK_FULL, folder=str(terminal.data_dir))]


def test_the_window_does_not_open_on_a_folder_it_may_not_write(terminal: Terminal) -> None:
    folder = terminal.data_dir
    folder.mkdir(mode=0o555)
    done = subprocess.run(
        may_not_write(sys.executable, "-m", "console", "--data-dir", str(folder), "gui"),
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=_PATIENCE_S,
        check=False,
    )
    assert done.returncode == 3
    assert done.stderr.strip() == sentence(ProblemCode.DISK_READ_ONLY, folder=str(folder))


def test_a_second_window_on_the_same_folder_says_so_and_the_first_lives_on(terminal: Terminal) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "console", "--data-dir", str(terminal.data_dir), "gui"]
    first = subprocess.Popen(
        command, env=environment, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    try:
        _wait_for(terminal.data_dir / "konsol.lock", first)
        second = terminal.konsol("gui", env=environment)
        assert second.code == 3
        assert second.sentence() == sentence(ProblemCode.ALREADY_RUNNING)
        assert first.poll() is None, "the first window ended"
    finally:
        first.terminate()
        first.communicate()


def _wait_for(path: Path, process: subprocess.Popen[str]) -> None:
    end = time.monotonic() + _PATIENCE_S
    while not path.exists():
        assert process.poll() is None, process.communicate()[1]
        assert time.monotonic() < end, f"{path.name} does not appear"
        time.sleep(0.05)
