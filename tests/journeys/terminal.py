"""Running `konsol` as people and scripts do."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        """Return stdout as exactly one JSON document."""
        return json.loads(self.out)

    def sentence(self) -> str:
        """Return stderr, which must be one line without a traceback."""
        lines = self.err.strip().splitlines()
        assert len(lines) == 1, self.err
        assert "Traceback" not in self.err
        return lines[0]


class Terminal:
    """A terminal on one data folder."""

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir

    def konsol(self, *arguments: str, stdin: str | bytes = "", env: dict[str, str] | None = None) -> Ran:
        """Run `konsol` with these arguments in a process of its own."""
        given = stdin.encode() if isinstance(stdin, str) else stdin
        done = subprocess.run(
            [sys.executable, "-W", "error", "-m", "console", "--data-dir", str(self.data_dir), *arguments],
            input=given,
            capture_output=True,
            check=False,
            timeout=120,
            env=env,
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    def add(self, **complaint: object) -> str:
        """Store a complaint and return its ticket number."""
        ran = self.konsol("complaint", "add", "--json", stdin=json.dumps(complaint))
        assert ran.code == 0, ran.err
        number: str = ran.json()["number"]
        return number
