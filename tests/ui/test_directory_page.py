"""The directory by keyboard: typed, found, read, reached."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from console.domain.contact import Contact, Rank
from console.domain.events import Changed, Topic
from console.domain.level import Level
from console.domain.phone import national_form
from console.domain.route import Route
from console.ui.tokens import Tone
from console.ui.widgets.contact_chain import ChainRow
from tests.builders import make_id
from tests.ui.browsing_desk import (
    BrowsingDesk,
    Ctrl,
    Key,
    clipboard,
    composition,
    desk,
    focusable,
    house,
    spoken,
)
from tests.ui.intake_desk import AGENT, focused

__all__ = ["composition", "desk", "house"]


@pytest.fixture
def directory(desk: BrowsingDesk) -> BrowsingDesk:
    desk.open("directory")
    return desk


def lines(desk: BrowsingDesk) -> list[Contact]:
    return [line.contact for line in desk.directory.finder.table.lines()]


def chosen(desk: BrowsingDesk) -> Contact:
    line = desk.directory.current_line()
    assert line is not None
    return line.contact


def shown(desk: BrowsingDesk) -> Contact:
    detail = desk.directory.card.detail()
    assert detail is not None
    return detail.line.contact


def stored(desk: BrowsingDesk, query: str) -> list[Contact]:
    return [hit.contact for hit in desk.house.directory.search(AGENT, query)]


def put(desk: BrowsingDesk, contact: Contact) -> None:
    desk.house.directory.put(AGENT, contact)


def person(**given: object) -> Contact:
    plain = Contact(
        id=make_id(),
        name="Wulan Uji Contoh",
        position="Petugas Uji",
        institution_code="PK-DPUCKPP",
        rank=Rank.TECHNICAL,
        order=1,
        phone="+6281200009999",
        sample=True,
    )
    return replace(plain, **given)  # type: ignore[arg-type]  # fields by name


def test_work_begins_in_the_search_line_and_nobody_is_chosen_yet(directory: BrowsingDesk) -> None:
    assert directory.directory.finder.search.hasFocus()
    assert lines(directory)
    assert directory.directory.current_line() is None
    assert directory.directory.card.detail() is None
    directory.press(Key.Key_C, Ctrl)
    directory.press(Key.Key_Return)
    assert directory.said() == []


def test_typing_shows_what_the_service_finds_best_first_with_its_card(directory: BrowsingDesk) -> None:
    directory.type("camat srono")
    assert lines(directory) == stored(directory, "camat srono")
    assert chosen(directory) == lines(directory)[0] == shown(directory)


def test_every_keystroke_is_answered_and_the_last_one_wins(directory: BrowsingDesk) -> None:
    QTest.keyClicks(focused(), "puskesmas pesanggaran")
    directory.settle()
    assert lines(directory) == stored(directory, "puskesmas pesanggaran")


def test_a_line_tells_office_level_number_and_freshness(directory: BrowsingDesk) -> None:
    directory.type("camat srono")
    table, first = directory.directory.finder.table, lines(directory)[0]
    index = [table.model().index(0, column) for column in range(table.model().columnCount())]
    said = " | ".join(str(one.data(Qt.ItemDataRole.AccessibleTextRole)) for one in index)
    office = directory.house.base.institution(first.institution_code)
    assert first.name in said
    assert "SAMPLE" in said
    assert first.position in said
    assert first.field in said
    assert office.name in said
    assert "Level: Regency" in said
    assert f"{national_form(first.phone)}, WhatsApp" in said
    assert "checked 21 Aug" in said


def test_freshness_says_never_checked_unverified_and_expired(directory: BrowsingDesk) -> None:
    expired = directory.house.clock.now().replace(year=2025)
    put(directory, person(name="Abadi Uji Contoh"))
    put(directory, person(name="Lama Uji Contoh", valid_until=expired))
    put(directory, person(name="Dulu Uji Contoh", confirmed_at=expired))
    put(directory, person(name="Umum Uji", rank=Rank.HOTLINE, verified=False))
    directory.type("uji")
    said = {line.contact.name.split()[0]: line for line in directory.directory.finder.table.lines()}
    assert said["Abadi"].freshness == "not checked yet"
    assert said["Lama"].freshness == "no longer valid since 22 Nov 2025"
    assert said["Lama"].freshness_tone is Tone.DANGER
    assert said["Dulu"].freshness == "checked 22 Nov 2025"
    assert said["Umum"].freshness == "public number, not verified"


def test_arrows_walk_through_the_list_and_the_card_follows(directory: BrowsingDesk) -> None:
    directory.type("camat")
    directory.press(Key.Key_Down)
    assert directory.directory.finder.table.hasFocus()
    directory.press(Key.Key_Down)
    assert chosen(directory) == lines(directory)[1] == shown(directory)
    directory.press(Key.Key_Up)
    directory.press(Key.Key_Up)
    assert directory.directory.finder.search.hasFocus()
    assert directory.directory.finder.search.selectedText() == "camat"


def test_escape_leads_back_to_the_search_line_and_then_empties_it(directory: BrowsingDesk) -> None:
    directory.type("camat")
    directory.press(Key.Key_Down)
    directory.press(Key.Key_Escape)
    assert directory.directory.finder.search.hasFocus()
    directory.press(Key.Key_Escape)
    assert directory.directory.finder.search.text() == ""
    assert directory.directory.current_line() is None


def test_enter_in_the_search_line_copies_the_best_number(directory: BrowsingDesk) -> None:
    directory.type("camat srono")
    directory.press(Key.Key_Return)
    number = national_form(chosen(directory).phone)
    assert clipboard() == number.replace("-", "")
    assert directory.said() == [f"Copied: {number}, {chosen(directory).name}"]


def test_enter_before_the_list_is_there_waits_for_it(directory: BrowsingDesk) -> None:
    directory.type("camat")
    before = chosen(directory)
    search = directory.directory.finder.search
    QTest.keyClicks(search, " srono")
    QTest.keyClick(search, Key.Key_Return)
    directory.settle()
    best = stored(directory, "camat srono")[0]
    assert best.phone != before.phone
    assert clipboard() == national_form(best.phone).replace("-", "")


@pytest.mark.parametrize("key", [Key.Key_C, Key.Key_Return])
def test_a_letter_in_the_list_copies_the_number(directory: BrowsingDesk, key: Qt.Key) -> None:
    directory.type("camat")
    directory.press(Key.Key_Down)
    directory.press(Key.Key_Down)
    directory.press(key)
    assert clipboard() == national_form(lines(directory)[1].phone).replace("-", "")


def test_letters_write_text_while_the_search_line_has_the_focus(directory: BrowsingDesk) -> None:
    directory.type("cwt")
    assert directory.directory.finder.search.text() == "cwt"
    assert directory.opener.urls == []


def test_w_opens_a_chat_by_the_route_of_the_settings(directory: BrowsingDesk) -> None:
    directory.house.settings = replace(directory.house.settings, whatsapp_route=Route.APP.value)
    directory.type("camat srono")
    directory.press(Key.Key_Down)
    directory.press(Key.Key_W)
    digits = chosen(directory).phone.removeprefix("+")
    assert directory.opener.urls == [f"whatsapp://send?phone={digits}&text="]
    assert directory.said() == [f"WhatsApp opened for {chosen(directory).name}"]


def test_t_calls_through_a_tel_link(directory: BrowsingDesk) -> None:
    directory.type("camat srono")
    directory.press(Key.Key_Down)
    directory.press(Key.Key_T)
    assert directory.opener.urls == [f"tel:{chosen(directory).phone}"]


@pytest.mark.parametrize(("key", "words"), [(Key.Key_W, "WhatsApp could"), (Key.Key_T, "No telephone")])
def test_a_link_that_nothing_takes_leaves_the_number_copied_and_says_so(
    directory: BrowsingDesk, key: Qt.Key, words: str
) -> None:
    directory.opener.works = False
    directory.type("camat srono")
    directory.press(Key.Key_Down)
    directory.press(key)
    number = national_form(chosen(directory).phone)
    assert len(directory.opener.urls) == 1
    assert clipboard() == number.replace("-", "")
    (notice,) = directory.noticed
    assert notice.words.startswith(words)
    assert notice.words.endswith(number)
    assert notice.tone is Tone.DANGER


def test_the_command_keys_work_from_the_search_line(directory: BrowsingDesk) -> None:
    directory.type("camat srono")
    directory.press(Key.Key_T, Ctrl)
    directory.press(Key.Key_Return, Ctrl)
    phone = chosen(directory).phone
    digits = phone.removeprefix("+")
    assert directory.opener.urls == [f"tel:{phone}", f"https://wa.me/{digits}?text="]


def test_the_card_prints_the_keys_that_work_where_the_focus_is(directory: BrowsingDesk) -> None:
    directory.type("camat srono")
    card = directory.directory.card
    keys = [
        button.accessibleDescription() for button in (card.chat_button, card.call_button, card.copy_button)
    ]
    assert keys == ["Ctrl ⏎", "Ctrl T", "⏎"]
    directory.press(Key.Key_Down)
    keys = [
        button.accessibleDescription() for button in (card.chat_button, card.call_button, card.copy_button)
    ]
    assert keys == ["W", "T", "C"]


def test_no_chat_is_offered_for_a_number_that_no_chat_reaches(directory: BrowsingDesk) -> None:
    put(directory, person(name="Kantor Uji", phone="+62333421890"))
    directory.type("kantor uji")
    directory.press(Key.Key_Down)
    assert not directory.directory.card.chat_button.isEnabled()
    directory.press(Key.Key_W)
    assert directory.opener.urls == []
    assert directory.said() == ["(0333) 421890 is not a mobile number; WhatsApp may not reach it."]


def test_a_contact_without_a_number_can_be_read_but_not_reached(directory: BrowsingDesk) -> None:
    put(directory, person(name="Tanpa Uji", phone=""))
    directory.type("tanpa uji")
    assert not directory.directory.card.call_button.isEnabled()
    directory.press(Key.Key_Return)
    assert directory.said() == ["Tanpa Uji has no number. Choose another contact."]


def test_a_level_shows_only_its_offices_and_once_more_shows_all(directory: BrowsingDesk) -> None:
    directory.type("jalan")
    everywhere = lines(directory)
    directory.directory.levels.chip(Level.PROVINSI).click()
    directory.settle()
    levels = {line.level for line in directory.directory.finder.table.lines()}
    assert levels == {Level.PROVINSI}
    directory.directory.levels.chip(Level.KEMENTERIAN).click()
    directory.settle()
    assert {line.level for line in directory.directory.finder.table.lines()} == {Level.KEMENTERIAN}
    directory.directory.levels.chip(Level.KEMENTERIAN).click()
    directory.settle()
    assert lines(directory) == everywhere


def test_whatsapp_only_hides_numbers_no_chat_reaches(directory: BrowsingDesk) -> None:
    directory.type("dinas")
    assert not all(line.chat for line in directory.directory.finder.table.lines())
    directory.directory.chats.click()
    directory.settle()
    found = directory.directory.finder.table.lines()
    assert found
    assert all(line.chat for line in found)


def test_nothing_found_teaches_what_to_try(directory: BrowsingDesk) -> None:
    directory.type("xqzxqz wvwv")
    assert directory.directory.finder.shows_nothing()
    assert any(words.startswith("Try fewer words") for words in directory.words())
    assert directory.directory.finder.count.text() == "nothing found"
    assert directory.directory.current_line() is None


def test_emergency_numbers_are_one_press_away_until_something_is_typed(directory: BrowsingDesk) -> None:
    cards = directory.directory.finder.strip.cards()
    assert [card.line.number for card in cards][:5] == ["112", "110", "113", "115", "119"]
    cards[1].setFocus()
    directory.press(Key.Key_Return)
    assert shown(directory).phone == "110"
    assert not directory.directory.card.chat_button.isEnabled()
    directory.press(Key.Key_T)
    assert directory.opener.urls == ["tel:110"]
    directory.press(Key.Key_F, Ctrl)
    directory.type("camat")
    assert not directory.directory.finder.strip.isVisible()


def test_the_card_shows_everything_the_directory_knows(directory: BrowsingDesk) -> None:
    directory.type("pengawas jalan rogojampi")
    contact, base = shown(directory), directory.house.base
    said = "\n".join(directory.words(directory.directory.card))
    assert contact.name in said
    assert contact.position in said
    assert base.institution(contact.institution_code).name in said
    assert national_form(contact.phone) in said
    assert contact.field in said
    assert contact.source in said
    names = {district.code: district.name for district in directory.house.region.districts}
    assert contact.areas
    assert all(names[code] in said for code in contact.areas)
    matters = [base.matter(topic).title for topic in contact.topics if topic in base.matter_by_code]
    assert matters
    assert all(title in said for title in matters)


def test_the_chain_of_the_office_stands_in_its_order_and_leads_on(directory: BrowsingDesk) -> None:
    directory.type("camat srono")
    rows = directory.directory.card.findChildren(ChainRow)
    office = [row.line.contact for row in rows]
    assert [contact.order for contact in office] == sorted(contact.order for contact in office)
    assert {contact.institution_code for contact in office} == {"PK-KEC"}
    assert len({contact.areas for contact in office}) == 1, "another kecamatan has another chain"
    rows[0].setFocus()
    directory.press(Key.Key_Return)
    assert shown(directory) == office[0]
    directory.press(Key.Key_C)
    assert clipboard() == national_form(office[0].phone).replace("-", "")


def test_an_unverified_public_number_is_shown_with_a_warning(directory: BrowsingDesk) -> None:
    directory.type("pudam kantor pusat")
    assert not shown(directory).verified
    assert any(words.startswith("Nobody has tried this") for words in directory.words())


def test_a_refresh_keeps_the_contact_chosen_and_shows_what_changed(directory: BrowsingDesk) -> None:
    directory.type("camat")
    directory.press(Key.Key_Down)
    for _ in range(3):
        directory.press(Key.Key_Down)
    kept = chosen(directory)
    put(directory, replace(kept, note="Sedang rapat sampai siang"))
    directory.window.spread(Changed(frozenset({Topic.CONTACTS})))
    directory.settle()
    assert chosen(directory).id == kept.id
    assert "Sedang rapat sampai siang" in directory.words()


def test_a_contact_sent_by_another_page_is_shown(directory: BrowsingDesk) -> None:
    wanted = stored(directory, "kepala puskesmas pesanggaran")[0]
    directory.window.show_page("directory", wanted.id)
    directory.settle()
    assert shown(directory).id == wanted.id
    directory.window.show_page("directory", "kebaman srono")
    directory.settle()
    assert lines(directory) == stored(directory, "kebaman srono")


def test_a_contact_that_is_gone_is_said_so(directory: BrowsingDesk) -> None:
    gone = make_id()
    directory.window.show_page("directory", gone)
    directory.settle()
    assert directory.said() == [f"There is no contact {gone}. Search the directory for it."]


def test_everything_that_takes_the_focus_has_a_name_and_a_role(directory: BrowsingDesk) -> None:
    directory.type("camat srono")
    found = focusable(directory.directory)
    found += [*(directory.directory.levels.chip(level) for level in Level), directory.directory.chats]
    assert len(found) > 8
    for widget in found:
        assert spoken(widget), widget
        assert QAccessible.queryAccessibleInterface(widget).role() != QAccessible.Role.NoRole, widget
        assert widget.height() >= 24, widget


def test_the_palette_finds_people_and_shows_their_card(directory: BrowsingDesk) -> None:
    directory.press(Key.Key_K, Ctrl)
    directory.type("kepala kua srono")
    directory.press(Key.Key_Return)
    assert shown(directory).id == stored(directory, "kepala kua srono")[0].id
