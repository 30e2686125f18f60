"""The shipped base and recogniser, built once for all tests that read texts."""

import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from console.adapters.base_files import load_base
from console.adapters.lexicon_files import load_lexicon
from console.adapters.recognition_files import load_recogniser
from console.adapters.region_files import load_region
from console.domain.base import JurisdictionBase
from console.domain.recognition.recogniser import Recogniser
from console.domain.region import Region

HERE = Path(__file__).parent


@cache
def base() -> JurisdictionBase:
    return load_base()


@cache
def region() -> Region:
    return load_region()


@cache
def recogniser() -> Recogniser:
    return load_recogniser(base(), load_lexicon(), region())


def cases(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / "cases" / f"{name}.toml").read_text("utf-8"))


def held_out() -> list[tuple[str, str]]:
    """Return (matter code, sentence) pairs that nobody has trained on."""
    files = sorted((HERE / "sentences").glob("*.toml"))
    documents = [tomllib.loads(file.read_text("utf-8")) for file in files]
    return [(code, line) for document in documents for code, lines in document.items() for line in lines]


def best(text: str, count: int = 3) -> list[str]:
    return [matter.code for matter in recogniser().recognise(text).matters[:count]]


def say(line: str) -> None:
    """Show a measured number (``pytest -s``)."""
    sys.stdout.write(f"{line}\n")
