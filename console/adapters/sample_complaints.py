"""Invented complaints for a first look, read from the shipped file."""

import tomllib
from dataclasses import dataclass, field

from resources import resource


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleComplaint:
    """One invented complaint: `ago` minutes before now, and how far it got (`fate`)."""

    ago: int
    channel: str
    text: str
    fate: str
    village: str = ""
    place: str = ""
    phone: str = ""
    name: str = ""
    answers: dict[str, int] = field(default_factory=dict)


def load_sample_complaints() -> tuple[SampleComplaint, ...]:
    """Return the sample complaints, oldest first."""
    stored = tomllib.loads(resource("sample", "complaints.toml").read_text("utf-8"))
    samples = (SampleComplaint(**one) for one in stored["complaint"])
    return tuple(sorted(samples, key=lambda sample: -sample.ago))
