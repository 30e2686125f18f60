"""Killed at any moment: what was acknowledged is there, and two seconds of typing at most are gone."""

import json
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.journeys.terminal import Terminal
from tests.journeys.typist import LENGTHS, TICK_MS

ROOT = Path(__file__).parent.parent.parent
LOST_AT_MOST = 2000 // TICK_MS  # letters that are typed in two seconds
SHORT, LONG = LENGTHS
# After how much was told (a letter, a save begun, a save done) the kill comes: at the first letters, around
# the first save, twice deep in a long text, around the second save.
MOMENTS = (
    (2, SHORT - 2),
    (SHORT, SHORT + 3),
    (SHORT + 70, SHORT + 120),
    (SHORT + 90, SHORT + LONG - 5),
    (SHORT + LONG, SHORT + LONG + 5),
)


@dataclass
class Run:
    """What a typist told before it was killed."""

    found: dict[str, Any] = field(default_factory=dict)
    typed: str = ""
    saving: bool = False
    saved: dict[str, str] = field(default_factory=dict)

    def hear(self, line: str) -> None:
        """Take one line of what it tells."""
        told = json.loads(line)
        if "tickets" in told:
            self.found = told
        elif "typed" in told:
            self.typed, self.saving = told["typed"], False
        elif "saving" in told:
            self.saving = True
        else:
            self.saved[told["saved"]] = told["text"]
            self.typed, self.saving = "", False


@contextmanager
def typist(folder: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-W", "error", "-m", "tests.journeys.typist", str(folder), *arguments]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def type_until_killed(folder: Path, name: str, told: int) -> Run:
    """Let it type, kill it when it has told so much (and a moment later), return what it told until then."""
    run = Run()
    with typist(folder, name) as process:
        assert process.stdout is not None
        run.hear(_line(process))
        for _told in range(told):
            run.hear(_line(process))
        time.sleep(random.uniform(0, TICK_MS / 1000))  # noqa: S311 - not for secrets
        process.send_signal(signal.SIGKILL)
        for line in process.stdout:
            if line.endswith("\n"):
                run.hear(line)
    return run


def _line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line, process.communicate()[1]
    return line


def look(folder: Path) -> dict[str, Any]:
    """Start anew without typing and return what the window brought back."""
    with typist(folder, "nobody", "rest") as process:
        out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    run = Run()
    run.hear(out)
    return run.found


def check(run: Run, found: dict[str, Any]) -> None:
    """Compare what was told before the kill with what is there after it."""
    for ticket, text in run.saved.items():
        assert ticket in found["tickets"], f"{ticket} was acknowledged and is gone"
        assert text in found["texts"]
    if not run.typed:
        return
    kept = [text for text in found["drafts"] if run.typed.startswith(text.strip())]
    if run.saving and run.typed in found["texts"]:
        assert not kept, "the complaint was stored and its draft is still there"
        return
    longest = max((len(text.strip()) for text in kept), default=0)
    assert len(run.typed) - longest <= LOST_AT_MOST, (run.typed, found["drafts"])
    assert found["shown"].strip() in {text.strip() for text in found["drafts"]} | {""}


def test_a_kill_at_any_moment_loses_two_seconds_of_typing_at_most(terminal: Terminal) -> None:
    before: Run | None = None
    acknowledged: dict[str, str] = {}
    for number, moment in enumerate(MOMENTS):
        run = type_until_killed(terminal.data_dir, f"n{number}", random.randint(*moment))  # noqa: S311 - as above
        if before is not None:
            check(before, run.found)
        acknowledged |= run.saved
        before = run
    assert before is not None
    found = look(terminal.data_dir)
    check(before, found)
    assert acknowledged, "no complaint was saved between the kills: the test has proved nothing"
    assert acknowledged.keys() <= set(found["tickets"])
    assert len(set(found["tickets"])) == len(found["tickets"])
    assert terminal.konsol("db", "check", "--json").json() == {"ok": True, "faults": []}
