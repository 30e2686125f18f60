"""Levels of government and how sure the base is of a fact."""

from enum import StrEnum


class Level(StrEnum):
    """Whose job it is (UU 23/2014: pemkab, provinsi, pusat; and those outside government)."""

    PEMKAB = "pemkab"
    PROVINSI = "provinsi"
    KEMENTERIAN = "kementerian"
    PIHAK_KETIGA = "pihak_ketiga"


class Confidence(StrEnum):
    """How a fact was found: the legal text was read (high), a second-hand source (medium), unclear (low)."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
