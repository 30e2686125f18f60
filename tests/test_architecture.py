"""The arrows of the house, and the proof that the test sees a wrong one."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LINT = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
LONGEST = 400


def _lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(LINT, cwd=folder, capture_output=True, text=True, check=False)


def _copy_of_the_house(target: Path) -> Path:
    for package in ("console", "db", "resources"):
        for source in (ROOT / package).rglob("*.py"):
            copy = target / source.relative_to(ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, copy)
    shutil.copy(ROOT / "pyproject.toml", target)
    return target


def test_imports_follow_the_one_arrow() -> None:
    result = _lint(ROOT)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("module", "wrong_import"),
    [
        ("console/domain/ticket.py", "import console.services.intake"),
        ("console/domain/ticket.py", "import PySide6.QtCore"),
        ("console/services/intake.py", "import db.engine"),
        ("console/services/intake.py", "import sqlalchemy"),
        ("console/services/tracking.py", "import console.wording"),
        ("console/ui/theme.py", "import sqlalchemy"),
        ("console/ui/theme.py", "import console.bootstrap"),
        ("console/ui/theme.py", "import console.adapters.clock"),
        ("db/engine.py", "import console.ui.theme"),
        ("db/engine.py", "import requests"),
        ("console/adapters/clock.py", "import db.engine"),
    ],
)
def test_a_wrong_import_is_caught(tmp_path: Path, module: str, wrong_import: str) -> None:
    house = _copy_of_the_house(tmp_path)
    target = house / module
    target.write_text(target.read_text("utf-8") + f"\n{wrong_import}\n", "utf-8")
    result = _lint(house)
    assert result.returncode == 1, f"{wrong_import} in {module} went unseen:\n{result.stdout}"


def test_no_file_is_too_long_to_read() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for package in ("console", "db", "resources", "tests")
        for path in (ROOT / package).rglob("*.py")
        if (lines := len(path.read_text("utf-8").splitlines())) > LONGEST
    }
    assert not long
