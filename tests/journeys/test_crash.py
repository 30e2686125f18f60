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
from tests.journeys.typist import TICK_MS

ROOT = Path(__file__).parent.parent.parent
LOST_AT_MOST = 2000 // TICK_MS  # letters that are typed in two seconds
KILLS = 5
# After its first letter; a complaint takes one to four seconds, so that kills fall on typing and on saving.
EARLIEST_S, LATEST_S = 0.3, 6.0


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


def type_until_killed(folder: Path, name: str, seconds: float) -> Run:
    """Let it type, kill it so many seconds after its first letter, and return what it told until then."""
    run = Run()
    with typist(folder, name) as process:
        assert process.stdout is not None
        while not run.typed:
            line = process.stdout.readline()
            assert line, process.communicate()[1]
            run.hear(line)
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        for line in process.stdout:
            if line.endswith("\n"):
                run.hear(line)
    return run


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
    dice = random.Random()  # noqa: S311 - not for secrets
    before: Run | None = None
    acknowledged: dict[str, str] = {}
    for number in range(KILLS):
        run = type_until_killed(terminal.data_dir, f"n{number}", dice.uniform(EARLIEST_S, LATEST_S))
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
