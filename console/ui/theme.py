"""The look in use: colours, type scale and sizes, asked by everything that paints itself."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

from console.ui.tokens import THEMES, ThemeName, Tokens, Tone

FAMILY = "Inter Konsol"
# The window's size at first start (the usual office screen) and the smallest it can be made, px at 100 %.
USUAL_WINDOW = (1366, 768)
SMALLEST_WINDOW = (1024, 600)
MAX_SCALE = 2.0
_POINTS_PER_INCH = 72.0


class Role(StrEnum):
    """A step of the one type scale."""

    BODY = "body"
    BODY_MEDIUM = "body_medium"
    STRONG = "strong"
    LABEL = "label"
    LABEL_STRONG = "label_strong"
    SECTION = "section"
    TITLE = "title"
    SENTENCE = "sentence"
    FIGURE = "figure"


# Role → height in px at 100 %, weight.
_SCALE: dict[Role, tuple[float, QFont.Weight]] = {
    Role.BODY: (13.0, QFont.Weight.Normal),
    Role.BODY_MEDIUM: (13.0, QFont.Weight.Medium),
    Role.STRONG: (13.0, QFont.Weight.DemiBold),
    Role.LABEL: (11.5, QFont.Weight.Medium),
    Role.LABEL_STRONG: (11.5, QFont.Weight.DemiBold),
    Role.SECTION: (15.0, QFont.Weight.DemiBold),
    Role.TITLE: (18.0, QFont.Weight.Bold),
    Role.SENTENCE: (22.0, QFont.Weight.Medium),
    Role.FIGURE: (26.0, QFont.Weight.Bold),
}


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours plus text scale (1.0 … 2.0); every size in the window goes through `px`."""

    name: ThemeName = ThemeName.LIGHT
    scale: float = 1.0

    @property
    def tokens(self) -> Tokens:
        """The colours as written in the design."""
        return THEMES[self.name]

    def px(self, size: float) -> int:
        """Return a size given at 100 % in pixels of this scale, never less than one."""
        return max(1, round(size * self.scale))

    def points(self, role: Role) -> float:
        """Return the point size that gives the role's pixel height on this screen."""
        dpi = QGuiApplication.primaryScreen().logicalDotsPerInchY()
        return _SCALE[role][0] * self.scale * _POINTS_PER_INCH / dpi

    def weight(self, role: Role) -> int:
        """Return the weight of the role, 400 … 700."""
        return int(_SCALE[role][1])

    def font(self, role: Role = Role.BODY, *, figures: bool = False) -> QFont:
        """Return the font of the role; `figures` gives digits of equal width for columns and clocks."""
        return QFont(_font(self, role, figures))

    def colour(self, token: str) -> QColor:
        """Return a token by name, e.g. ``control_line``."""
        return _colour(str(getattr(self.tokens, token)))

    def solid(self, tone: Tone) -> QColor:
        """Return the colour of a tone."""
        return _colour(self.tokens.solid(tone))

    def soft(self, tone: Tone) -> QColor:
        """Return the ground for text of a tone."""
        return _colour(self.tokens.soft(tone))

    def palette(self) -> QPalette:
        """Return the palette for everything the style sheet leaves to Qt."""
        palette = QPalette()
        for role, token in _PALETTE.items():
            palette.setColor(role, self.colour(token))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("muted"))
        return palette


_PALETTE: dict[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "background",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "card",
    QPalette.ColorRole.AlternateBase: "background",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "card",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.Highlight: "accent_soft",
    QPalette.ColorRole.HighlightedText: "ink",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "ink",
    QPalette.ColorRole.ToolTipText: "card",
    QPalette.ColorRole.Light: "card",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "control_line",
    QPalette.ColorRole.Shadow: "shadow",
}


@lru_cache(maxsize=64)
def _font(theme: Theme, role: Role, figures: bool) -> QFont:  # noqa: FBT001 - part of the cache's key
    font = QFont(FAMILY)
    font.setPointSizeF(theme.points(role))
    font.setWeight(_SCALE[role][1])
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if figures:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


@lru_cache(maxsize=128)
def _colour(value: str) -> QColor:
    return QColor(value)


def current_theme() -> Theme:
    """Return the look of the running application; plain light when none was made."""
    application = QCoreApplication.instance()
    theme = getattr(application, "theme", None)
    return theme if isinstance(theme, Theme) else Theme()
