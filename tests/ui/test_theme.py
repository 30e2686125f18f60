"""Colours can be read, letters and marks are there, sizes grow with the text scale."""

import re

import pytest
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo

from console.domain.level import Level
from console.ui.app import ConsoleApplication
from console.ui.commands import COMMANDS
from console.ui.icons import icon_pixmap
from console.ui.style_sheet import style_sheet
from console.ui.theme import FAMILY, Role, Theme
from console.ui.tokens import LEVEL_TONES, THEMES, ThemeName, Tokens, Tone
from console.ui.widgets.button import SecondaryButton
from console.ui.widgets.label import Label
from console.ui.widgets.level_badge import LEVEL_ICONS
from resources import resource

TEXT = 4.5
CONTROL = 3.0
HIGH = 7.0

# Text token → the grounds it is written on.
WRITTEN = {
    "ink": ("background", "card", "hover", "accent_soft", *(f"{level}_soft" for level in Level)),
    "muted": ("background", "card", "hover", "accent_soft", *(f"{level}_soft" for level in Level)),
    "accent": ("background", "card", "hover", "accent_soft"),
    "danger": ("background", "card", "hover", "danger_soft", "accent_soft"),
    **{level.value: ("card", "hover", f"{level}_soft", "accent_soft") for level in Level},
    "on_accent": ("accent", "accent_hover"),
    "on_solid": tuple(level.value for level in Level),
    "card": ("ink",),
}
# What can be operated or is focused must stand out from what lies beside it.
OUTLINED = {
    "control_line": ("background", "card"),
    "accent": ("background", "card", "hover"),
    "danger": ("background", "card"),
    "scroll": ("card",),
}


def _luminance(colour: str) -> float:
    channels = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the WCAG contrast ratio, 1 … 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _weak(tokens: Tokens, pairs: dict[str, tuple[str, ...]], least: float) -> dict[str, float]:
    found = {
        f"{front} on {back}": contrast(getattr(tokens, front), getattr(tokens, back))
        for front, backs in pairs.items()
        for back in backs
    }
    return {pair: round(ratio, 2) for pair, ratio in found.items() if ratio < least}


def test_the_ratio_is_the_one_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", ThemeName)
def test_every_text_can_be_read_on_every_ground_it_is_written_on(name: ThemeName) -> None:
    assert not _weak(THEMES[name], WRITTEN, HIGH if name is ThemeName.CONTRAST else TEXT)


@pytest.mark.parametrize("name", ThemeName)
def test_every_control_and_the_focus_stand_out_from_their_surroundings(name: ThemeName) -> None:
    assert not _weak(THEMES[name], OUTLINED, HIGH if name is ThemeName.CONTRAST else CONTROL)


@pytest.mark.parametrize("name", ThemeName)
def test_every_token_is_a_colour(name: ThemeName) -> None:
    tokens = THEMES[name]
    values = [getattr(tokens, field) for field in tokens.__dataclass_fields__]
    assert all(re.fullmatch("#[0-9A-F]{6}", value) for value in values)


def test_levels_have_four_different_colours_and_icons() -> None:
    for tokens in THEMES.values():
        assert len({tokens.solid(LEVEL_TONES[level]) for level in Level}) == len(Level)
    assert len({LEVEL_ICONS[level] for level in Level}) == len(Level)


@pytest.mark.parametrize("name", ThemeName)
def test_the_style_sheet_knows_no_colour_that_is_not_a_token(
    qapp: ConsoleApplication, name: ThemeName
) -> None:
    del qapp
    tokens = THEMES[name]
    known = {getattr(tokens, field) for field in tokens.__dataclass_fields__}
    assert set(re.findall("#[0-9A-Fa-f]{6}", style_sheet(Theme(name)))) <= known


@pytest.mark.parametrize("name", ThemeName)
def test_every_mark_the_style_sheet_loads_is_shipped_in_the_colours_of_its_theme(
    qapp: ConsoleApplication, name: ThemeName
) -> None:
    del qapp
    tokens = THEMES[name]
    marks = set(re.findall(r"url\(marks:([^)]+)\)", style_sheet(Theme(name))))
    assert marks
    for mark in marks:
        drawing = resource("icons", "style", mark).read_text("utf-8")
        assert set(re.findall("#[0-9A-F]{6}", drawing)) <= {tokens.on_accent, tokens.muted}


def test_the_shipped_typeface_is_used_in_all_its_weights(qapp: ConsoleApplication) -> None:
    assert QFontInfo(qapp.font()).family() == FAMILY
    styles = set(QFontDatabase.styles(FAMILY))
    assert {"Regular", "Medium", "SemiBold", "Bold"} <= styles


def test_the_type_scale_is_the_one_of_the_design(qapp: ConsoleApplication) -> None:
    del qapp
    heights = {role: QFontInfo(Theme().font(role)).pixelSize() for role in Role}
    assert heights[Role.BODY] == 13
    assert heights[Role.SECTION] == 15
    assert heights[Role.TITLE] == 18
    assert heights[Role.SENTENCE] == 22


@pytest.mark.parametrize("command", [command for command in COMMANDS if command.icon], ids=lambda c: c.id)
def test_every_command_has_an_icon_that_is_shipped(qapp: ConsoleApplication, command: object) -> None:
    del qapp
    pixmap = icon_pixmap(getattr(command, "icon"), QColor("#000000"), 20)  # noqa: B009 - parametrized as object
    assert not pixmap.toImage().isNull()


def test_an_icon_has_the_colour_asked_for_and_real_pixels_on_a_sharp_screen(qapp: ConsoleApplication) -> None:
    del qapp
    pixmap = icon_pixmap("check", QColor("#B3261E"), 20, 2.0)
    assert pixmap.size().width() == 40
    image = pixmap.toImage()
    painted = [image.pixelColor(x, y) for x in range(40) for y in range(40)]
    strong = [colour for colour in painted if colour.alpha() == 255]
    assert strong
    assert {colour.name() for colour in strong} == {"#b3261e"}


@pytest.mark.parametrize("scale", [1.5, 2.0])
def test_text_and_controls_grow_with_the_text_scale(theme_guard: ConsoleApplication, scale: float) -> None:
    label, button = Label("Srono", Role.LABEL), SecondaryButton("Save", key="Ctrl+S")
    label.ensurePolished()
    before = (label.sizeHint().height(), button.sizeHint().height(), button.sizeHint().width())
    theme_guard.use_theme(Theme(scale=scale))
    label.ensurePolished()
    after = (label.sizeHint().height(), button.sizeHint().height(), button.sizeHint().width())
    for small, large in zip(before, after, strict=True):
        assert large == pytest.approx(small * scale, rel=0.08)


def test_a_change_of_theme_reaches_palette_style_sheet_and_listeners(theme_guard: ConsoleApplication) -> None:
    heard: list[str] = []
    theme_guard.theme_changed.connect(lambda: heard.append(theme_guard.theme.name))
    theme_guard.use_theme(Theme(ThemeName.DARK))
    assert theme_guard.palette().window().color() == QColor(THEMES[ThemeName.DARK].background)
    assert THEMES[ThemeName.DARK].card in theme_guard.styleSheet()
    assert heard == [ThemeName.DARK]


def test_a_tone_without_a_soft_colour_stands_on_the_background() -> None:
    tokens = THEMES[ThemeName.LIGHT]
    assert tokens.soft(Tone.MUTED) == tokens.background
