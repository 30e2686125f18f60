"""The word lists of recognition as TOML files, so that a native speaker can correct a line."""

import gc
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from importlib.resources.abc import Traversable
from typing import Any

from console.domain.base import JurisdictionBase
from console.domain.lexicon import Lexicon
from console.domain.recognition.emergency import EmergencyKind, Hints, services_of
from console.domain.recognition.recogniser import Recogniser, RecognitionData, Tuning
from console.domain.recognition.settling import OptionWords
from console.domain.recognition.words import Sense, WordLists
from console.domain.region import Region, VillageKind
from resources import resource


def load_recogniser(base: JurisdictionBase, lexicon: Lexicon, region: Region) -> Recogniser:
    """Return a recogniser for the base in force."""
    data = load_recognition_data()
    with _no_collection():
        return Recogniser(base, lexicon, data, _places(region))


def load_recognition_data(folder: Traversable | None = None) -> RecognitionData:
    """Return the lists in `folder` (the shipped ones by default)."""
    root = resource("recognition") if folder is None else folder
    emergency, answers = _read(root, "emergency"), _read(root, "answers")
    return RecognitionData(
        lists=_lists(_read(root, "words"), _read(root, "stems"), _read(root, "senses")),
        kin={name: tuple(words.split()) for name, words in _read(root, "kin")["kin"].items()},
        chatter=tuple(_read(root, "chatter")["chatter"]),
        terms={code: _phrases(line) for code, line in _read(root, "terms")["terms"].items()},
        kinds=tuple(_kind(row, emergency["services"]) for row in emergency["kind"]),
        hints=_hints(emergency["hints"]),
        options={question: _options(rows) for question, rows in answers["options"].items()},
        topics=frozenset(answers["topics"].split()),
        tuning=Tuning(**_read(root, "tuning")),
    )


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep the garbage collector from walking a hundred thousand new and lasting objects over and over."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read(root: Traversable, name: str) -> dict[str, Any]:
    return tomllib.loads(root.joinpath(f"{name}.toml").read_text("utf-8"))


def _places(region: Region) -> Iterator[str]:
    for village in region.villages:
        yield village.name
        yield from village.other_spellings
    for district in region.districts:
        yield district.name


def _lists(words: Mapping[str, str], stems: Mapping[str, Any], senses: Mapping[str, Any]) -> WordLists:
    return WordLists(
        **{name: frozenset(line.split()) for name, line in words.items()},
        roots=_roots(stems["roots"]),
        senses=tuple(_sense(row) for row in senses["sense"]),
    )


def _roots(families: Mapping[str, Iterable[str]]) -> dict[str, str]:
    found = {root: root for root in families}
    for root, members in families.items():
        found.update(dict.fromkeys(members, root))
    return found


def _sense(row: Mapping[str, str]) -> Sense:
    return Sense(
        word=row["word"],
        meaning=row["meaning"],
        after=frozenset(row.get("after", "").split()),
        before=frozenset(row.get("before", "").split()),
    )


def _phrases(line: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in line.split(";") if phrase.strip())


def _kind(row: Mapping[str, Any], names: Mapping[str, str]) -> EmergencyKind:
    return EmergencyKind(
        name=row["name"],
        services=services_of((str(number) for number in row["services"]), names),
        matters=tuple(row["matters"]),
        ask=tuple(row["ask"]),
        signs=tuple(row["signs"]),
        unless=tuple(row.get("unless", ())),
        always=row.get("always", False),
        threat=row.get("threat", False),
        lasting=row.get("lasting", False),
        speaks_for=tuple(row.get("speaks_for", ())),
    )


def _hints(row: Mapping[str, Any]) -> Hints:
    words = {
        name: frozenset(row[name].split()) for name in ("supposed", "likely", "denied", "ongoing", "calm")
    }
    return Hints(**words, past=tuple(row["past"]), long_past=tuple(row["long_past"]), over=tuple(row["over"]))


def _options(rows: Mapping[str, Any]) -> dict[int, OptionWords]:
    return {
        int(number): OptionWords(
            phrases=_phrases(row["phrases"]),
            village_kind=VillageKind(row["village_kind"]) if "village_kind" in row else None,
        )
        for number, row in rows.items()
    }
