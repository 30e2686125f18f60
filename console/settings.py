"""What a PC remembers between starts, in one small file; and where its files live."""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import cast

from platformdirs import user_data_path

from console.domain.access import Operator, Shift
from console.domain.problems import Problem, ProblemCode
from console.domain.route import Route

APP_NAME = "konsol-melayani"
TEXT_SIZES = ("1.0", "1.15", "1.25", "1.5", "2.0")
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "language": ("id", "en"),
    "theme": ("light", "dark", "contrast"),
    "text_size": TEXT_SIZES,
    "whatsapp_route": tuple(Route),
    "shift": ("", *Shift),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Settings of one PC; every field is text with a default, unknown keys in the file are kept out."""

    language: str = "id"
    theme: str = "light"
    text_size: str = "1.0"
    whatsapp_route: str = Route.WA_ME.value
    agent: str = ""
    desk: str = ""
    shift: str = ""

    @property
    def route(self) -> Route:
        """The form of WhatsApp link to open."""
        return Route(self.whatsapp_route)

    def operator(self) -> Operator | None:
        """Return who sat here last, if the file says so completely."""
        if not (self.agent and self.desk and self.shift):
            return None
        return Operator(name=self.agent, desk_code=self.desk, shift=Shift(self.shift))

    def with_operator(self, operator: Operator) -> "Settings":
        """Return the settings that remember `operator`."""
        return replace(self, agent=operator.name, desk=operator.desk_code, shift=operator.shift.value)


@dataclass(frozen=True, slots=True)
class Places:
    """Where this installation keeps its files."""

    folder: Path

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.folder / "settings.json"

    @property
    def database(self) -> Path:
        """The embedded database."""
        return self.folder / "konsol.db"

    @property
    def log(self) -> Path:
        """The log file."""
        return self.folder / "konsol.log"

    def database_url(self) -> str:
        """Return the embedded database's address."""
        return f"sqlite:///{self.database.as_posix()}"

    def make(self) -> None:
        """Create the folder for this user only; `Problem` DISK_READ_ONLY when that is impossible."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise Problem(ProblemCode.DISK_READ_ONLY, folder=str(self.folder)) from error


def places(data_dir: str | None = None) -> Places:
    """Return the folders: `data_dir`, else ``KONSOL_DATA_DIR``, else the platform's user data folder."""
    chosen = data_dir or os.environ.get("KONSOL_DATA_DIR")
    return Places(
        Path(chosen).expanduser().absolute() if chosen else user_data_path(APP_NAME, appauthor=False)
    )


def load_settings(path: Path) -> Settings:
    """Return the stored settings; a missing, broken or odd file means defaults for what it does not say."""
    try:
        stored = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(stored, dict):
        return Settings()
    known = {field.name for field in fields(Settings)}
    usable = {
        key: value
        for key, value in stored.items()
        if key in known and isinstance(value, str) and value in _CHOICES.get(key, (value,))
    }
    return Settings(**cast("dict[str, str]", usable))


def save_settings(path: Path, settings: Settings) -> None:
    """Store the settings whole or not at all; `Problem` DISK_READ_ONLY when the folder refuses."""
    fresh = path.with_suffix(".new")
    try:
        fresh.write_text(json.dumps(asdict(settings), indent=2, ensure_ascii=False) + "\n", "utf-8")
        fresh.replace(path)
    except OSError as error:
        raise Problem(ProblemCode.DISK_READ_ONLY, folder=str(path.parent)) from error
