"""The colours of the three themes, as the design names them; nothing else in the program knows a colour."""

from dataclasses import dataclass
from enum import StrEnum

from console.domain.level import Level


class ThemeName(StrEnum):
    """A complete set of colours."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Tone(StrEnum):
    """What a piece of text or a mark means; each tone is one token."""

    INK = "ink"
    MUTED = "muted"
    ACCENT = "accent"
    DANGER = "danger"
    PEMKAB = "pemkab"
    PROVINSI = "provinsi"
    KEMENTERIAN = "kementerian"
    PIHAK_KETIGA = "pihak_ketiga"


LEVEL_TONES: dict[Level, Tone] = {
    Level.PEMKAB: Tone.PEMKAB,
    Level.PROVINSI: Tone.PROVINSI,
    Level.KEMENTERIAN: Tone.KEMENTERIAN,
    Level.PIHAK_KETIGA: Tone.PIHAK_KETIGA,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """One theme. Every value is ``#RRGGBB``; `x_soft` is the ground on which text of colour `x` stands.

    `line` parts surfaces (decorative); `control_line` outlines what can be operated and keeps 3:1 against
    both grounds; `on_accent` and `on_solid` are text on a filled accent, danger or level colour.
    """

    background: str
    card: str
    line: str
    control_line: str
    ink: str
    muted: str
    accent: str
    accent_soft: str
    accent_hover: str
    on_accent: str
    on_solid: str
    pemkab: str
    pemkab_soft: str
    provinsi: str
    provinsi_soft: str
    kementerian: str
    kementerian_soft: str
    pihak_ketiga: str
    pihak_ketiga_soft: str
    danger: str
    danger_soft: str
    hover: str
    scroll: str
    shadow: str

    def solid(self, tone: Tone) -> str:
        """Return the colour of `tone`."""
        return str(getattr(self, tone.value))

    def soft(self, tone: Tone) -> str:
        """Return the ground on which text of `tone` stands."""
        return self.background if tone in {Tone.INK, Tone.MUTED} else str(getattr(self, f"{tone.value}_soft"))


LIGHT = Tokens(
    background="#F4F6F5",
    card="#FFFFFF",
    line="#DDE3E0",
    control_line="#808D87",
    ink="#17211D",
    muted="#5A6A63",
    accent="#0B6B5B",
    accent_soft="#E3F1EE",
    accent_hover="#095A4D",
    on_accent="#FFFFFF",
    on_solid="#FFFFFF",
    # One step darker than the design's #1B7F4B, which reaches only 4.41:1 on its own soft ground.
    pemkab="#1A7B48",
    pemkab_soft="#E5F4EB",
    provinsi="#1F5FBF",
    provinsi_soft="#E6EEFA",
    kementerian="#6B3FA0",
    kementerian_soft="#F0E9F8",
    pihak_ketiga="#A85400",
    pihak_ketiga_soft="#FBEEDF",
    danger="#B3261E",
    danger_soft="#FBE9E7",
    hover="#EEF3F1",
    scroll="#8A9791",
    shadow="#0C1F19",
)

DARK = Tokens(
    background="#101614",
    card="#19211E",
    line="#2C3733",
    control_line="#687A73",
    ink="#E7EEEB",
    muted="#9DB0A8",
    accent="#4CC3AC",
    accent_soft="#12302A",
    accent_hover="#67D3BE",
    on_accent="#0B1F1A",
    on_solid="#0F1513",
    pemkab="#5CC98A",
    pemkab_soft="#15301F",
    provinsi="#7FB0FF",
    provinsi_soft="#14233F",
    kementerian="#C3A1F0",
    kementerian_soft="#271A3B",
    pihak_ketiga="#F0A860",
    pihak_ketiga_soft="#35230F",
    danger="#FF9C94",
    danger_soft="#3A1714",
    hover="#222C28",
    scroll="#61726B",
    shadow="#000000",
)

# Every pair of text and ground reaches 7:1, every outline is as bright as text.
CONTRAST = Tokens(
    background="#000000",
    card="#000000",
    line="#A8B3AE",
    control_line="#FFFFFF",
    ink="#FFFFFF",
    muted="#D9E2DE",
    accent="#FFE14D",
    accent_soft="#2B2500",
    accent_hover="#FFF0A0",
    on_accent="#000000",
    on_solid="#000000",
    pemkab="#6EF0A4",
    pemkab_soft="#002912",
    provinsi="#9CC7FF",
    provinsi_soft="#001B3D",
    kementerian="#DCC4FF",
    kementerian_soft="#22103B",
    pihak_ketiga="#FFBE7A",
    pihak_ketiga_soft="#331C00",
    danger="#FFB0A8",
    danger_soft="#3D0B07",
    hover="#1C2421",
    scroll="#FFFFFF",
    shadow="#000000",
)

THEMES: dict[ThemeName, Tokens] = {
    ThemeName.LIGHT: LIGHT,
    ThemeName.DARK: DARK,
    ThemeName.CONTRAST: CONTRAST,
}
