"""The tour after its main job: the other levels, an emergency, the guide, the palette, the dark theme."""

from functools import partial

from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from console.domain.level import Level
from console.ui.pages.complaints import ComplaintsPage
from console.ui.theme import current_theme
from console.ui.tokens import ThemeName
from console.ui.tour_desk import StepFailed, TourDesk, check
from console.ui.tour_steps import (
    PHONE,
    ROAD,
    answer_by_key,
    confirm_sent,
    go,
    intake,
    save_and_open,
    verdict_shown,
)
from console.ui.widgets.emergency_panel import EmergencyPanel, ServiceButton
from console.ui.widgets.guide_card import GuideCard
from console.ui.widgets.guide_list import GuideList
from console.ui.widgets.guide_values import GuideKind, ProcedureSheetValue
from console.ui.widgets.question_panel import QuestionPanel
from console.ui.widgets.suggestion_list import SuggestionList

PEMKAB = "ktp saya patah, mau cetak ulang di kecamatan"
KEMENTERIAN = "antrean paspor daring penuh terus, tidak pernah dapat jadwal"
PIHAK_KETIGA = "listrik padam sejak subuh, satu dusun gelap semua"
FIRE = "rumah tetangga kebakaran, ada orang terjebak di dalam"
GUIDE_QUERY = "bangun rumah"
_MOST_QUESTIONS = 3
_DARKEST_LIGHT = 0.3


def pemkab(desk: TourDesk) -> None:
    """Save and hand over a matter of the regency."""
    _other_level(desk, PEMKAB, Level.PEMKAB)


def kementerian(desk: TourDesk) -> None:
    """Save and hand over a matter of a ministry."""
    _other_level(desk, KEMENTERIAN, Level.KEMENTERIAN)


def pihak_ketiga(desk: TourDesk) -> None:
    """Save and hand over a matter of a third party."""
    _other_level(desk, PIHAK_KETIGA, Level.PIHAK_KETIGA)


def _other_level(desk: TourDesk, text: str, level: Level) -> None:
    """Ctrl+N, the text, an answer if one is asked for, Ctrl+Return, Y."""
    desk.press("Ctrl+N")
    desk.focus("intake-text")
    desk.write(text)
    desk.settle()
    for _question in range(_MOST_QUESTIONS):
        if desk.see(QuestionPanel) is None:
            break
        answer_by_key(desk, level, "Ctrl+{digit}")
        desk.settle()
    verdict_shown(desk, level)
    desk.until(lambda: bool(intake(desk).forwarding.message.text.text()), "there is no message")
    desk.snap()
    complaint = save_and_open(desk).complaint
    check(complaint.text == text, "the stored text differs")
    check(complaint.level is level, f"the stored level is {complaint.level}")
    confirm_sent(desk)


def emergency(desk: TourDesk) -> None:
    """See the services stand first when a life is in danger; one letter calls, Esc leads back."""
    desk.press("Ctrl+N")
    desk.focus("intake-text")
    desk.write(FIRE)
    panel = desk.find(EmergencyPanel, "intake-emergency-panel")
    shown = panel.shown()
    expected = desk.ask(partial(desk.backstage.routing.assess, FIRE)).emergency
    check(shown is not None and shown == expected, "the panel does not show what the use case found")
    desk.press("F8")
    desk.until(lambda: isinstance(QApplication.focusWidget(), ServiceButton), "no service has the focus")
    desk.snap()
    button = QApplication.focusWidget()
    if not isinstance(button, ServiceButton):
        raise StepFailed("the focus left the service")
    desk.press(button.letter)
    desk.until(lambda: desk.opener.urls[-1] == f"tel:{button.service.number}", "no call was started")
    desk.press("Esc")
    desk.gone("intake-emergency-panel")
    desk.focus("intake-text")
    check(intake(desk).form.values().text == FIRE, "the text did not stay")


def guide(desk: TourDesk) -> None:
    """Tell somebody who only asks the steps, without a complaint."""
    go(desk, "Alt+4", "guide-search")
    desk.press("Shift+Tab", "Right")
    desk.press("Ctrl+F")
    desk.focus("guide-search")
    desk.write(GUIDE_QUERY)
    desk.settle()
    lines = desk.find(GuideList, "guide-list")
    desk.until(lambda: bool(lines.lines()), "nothing was found")
    check(all(line.id.kind is GuideKind.PROCEDURE for line in lines.lines()), "matters stand in the list")
    first = lines.lines()[0].id.code
    card = desk.find(GuideCard)
    desk.until(lambda: card.id() == lines.lines()[0].id, "the first procedure is not shown", tell=card.id)
    desk.find(QWidget, "procedure-sheet")
    value = card.value()
    known = desk.ask(partial(desk.backstage.catalogue.procedures_of, (first,)))
    check(
        isinstance(value, ProcedureSheetValue) and known == (value.procedure,), "another procedure is shown"
    )
    check(len(known[0].steps) > 1, "the procedure has no steps")


def palette(desk: TourDesk) -> None:
    """Find a complaint by its number with Ctrl+K and show it with Enter."""
    ticket = desk.tickets[-1]
    desk.press("Ctrl+K")
    desk.until(lambda: isinstance(QApplication.focusWidget(), QLineEdit), "the palette takes no typing")
    desk.write(ticket)
    desk.settle()
    finds = desk.find(SuggestionList)
    desk.until(
        lambda: any(ticket in f"{line.title} {line.detail}" for line in finds.lines()),
        "the complaint is not found",
    )
    desk.snap()
    desk.press("Return")
    desk.until(lambda: isinstance(desk.window.current_page(), ComplaintsPage), "its page is not shown")
    page = desk.window.current_page()
    check(isinstance(page, ComplaintsPage), "its page is gone again")
    if isinstance(page, ComplaintsPage):
        desk.until(lambda: page.shown_ticket() == ticket, "it is not shown", tell=page.shown_ticket)


def dark(desk: TourDesk) -> None:
    """Change to the dark theme in the middle of a complaint; nothing typed is lost."""
    go(desk, "Alt+1", "intake-text")
    desk.press("Ctrl+N")
    desk.focus("intake-text")
    desk.write(ROAD)
    desk.settle()
    answer_by_key(desk, Level.PROVINSI, "Ctrl+{digit}")
    verdict_shown(desk, Level.PROVINSI)
    desk.press("Tab", "Tab", "Tab")
    desk.focus("intake-phone")
    desk.write(PHONE)
    for _theme in ThemeName:
        if current_theme().name is ThemeName.DARK:
            break
        desk.press("Ctrl+Shift+D")
    desk.settle()
    check(current_theme().name is ThemeName.DARK, "the theme is not dark")
    verdict_shown(desk, Level.PROVINSI)
    values = intake(desk).form.values()
    check((values.text, values.phone) == (ROAD, PHONE), "what was typed did not stay")
    ground = desk.window.grab().toImage().pixelColor(2, desk.window.height() // 2).lightnessF()
    check(ground < _DARKEST_LIGHT, "the window is not painted dark")
