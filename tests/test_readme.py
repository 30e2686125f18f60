"""What the README says is true: its commands run, its names exist, its pictures are there."""

import json
import re
import shlex
import subprocess
import sys
from functools import reduce
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
RUN = README.split("<!-- These lines are run")[1]
COMMANDS = re.findall(r"^konsol (.+)$", RUN.split("```")[1], re.MULTILINE)
DOCUMENT = RUN.split("```json\n")[1].split("```")[0]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_readme_does_what_it_says(tmp_path: Path, command: str) -> None:
    (tmp_path / "complaint.json").write_text(DOCUMENT, "utf-8")
    assert json.loads(DOCUMENT)["text"]
    done = subprocess.run(
        [sys.executable, "-m", "console", "--data-dir", str(tmp_path / "data"), *shlex.split(command)],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", re.findall(r"`((?:console|db)[\w.]*:[\w.]+)`", README))
def test_a_name_in_the_readme_exists(name: str) -> None:
    module, _, path = name.partition(":")
    assert reduce(getattr, path.split("."), import_module(module)) is not None


@pytest.mark.parametrize("picture", re.findall(r"\]\((resources/[^)]+\.png)\)", README))
def test_a_picture_in_the_readme_is_there(picture: str) -> None:
    assert (ROOT / picture).stat().st_size > 10_000


@pytest.mark.parametrize("target", sorted(set(re.findall(r"`?make (\w+)", README))))
def test_a_make_target_of_the_readme_exists(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("path", re.findall(r"`(resources[\\/][\w\\/.]+)`", README))
def test_a_path_of_the_readme_exists(path: str) -> None:
    assert (ROOT / path.replace("\\", "/")).exists()
