"""What the directory page asks the house for, on the data lane: lines, cards, public numbers; no Qt here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Final
from uuid import UUID

from console.domain.access import Operator
from console.domain.base import JurisdictionBase
from console.domain.contact import Contact, ContactHit, Rank
from console.domain.directory.words import words_of
from console.domain.level import Level
from console.domain.phone import PhoneKind, parse_phone
from console.domain.problems import Problem
from console.domain.region import Hotline, Region
from console.domain.ticket import LOCAL_ZONE
from console.i18n import translate as _
from console.ui.backstage import Backstage
from console.ui.tokens import Tone
from console.ui.widgets.contact_line import ContactDetail, ContactLine
from console.wording import short_date

LIMIT: Final = 50
_BROWSED: Final = 200  # lines while nothing is searched for
_SIFTED: Final = 400  # hits looked through for those with WhatsApp
_CHAIN: Final = 12
_OFFICE_SIZE: Final = 400
_SHORT_NUMBER: Final = 4  # digits of a number that can be told without writing it down
_STRIP: Final = ("darurat", "perlindungan")  # kinds in `Hotline.kind` where life is at stake


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactQuery:
    """What is looked for."""

    text: str = ""
    level: Level | None = None
    whatsapp_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactAnswer:
    """What was found; `more` says that the list was cut."""

    query: ContactQuery
    lines: tuple[ContactLine, ...]
    more: bool


def find_contacts(backstage: Backstage, operator: Operator, query: ContactQuery) -> ContactAnswer:
    """Return the lines for a query, best first."""
    limit = LIMIT if query.text.strip() else _BROWSED
    asked = _SIFTED if query.whatsapp_only else limit + 1
    hits = backstage.directory.search(operator, query.text, limit=asked, level=query.level)
    if query.whatsapp_only:
        hits = tuple(hit for hit in hits if _chats(hit.contact))
    typed = tuple(words_of(query.text))
    base, now = backstage.base, backstage.clock.now()
    lines = tuple(_line(hit, base, now, typed) for hit in hits[:limit])
    return ContactAnswer(query=query, lines=lines, more=len(hits) > limit)


def contact_line(backstage: Backstage, operator: Operator, contact_id: UUID) -> ContactLine:
    """Return one contact's line; `Problem` UNKNOWN_CONTACT when it is gone."""
    contact = backstage.directory.contact(operator, contact_id)
    hit = ContactHit(contact=contact, score=1.0, because=())
    return _line(hit, backstage.base, backstage.clock.now(), ())


def contact_detail(backstage: Backstage, operator: Operator, line: ContactLine) -> ContactDetail:
    """Return everything the card shows of a contact."""
    contact, now = line.contact, backstage.clock.now()
    office = backstage.directory.search(
        operator, "", limit=_OFFICE_SIZE, institution=contact.institution_code
    )
    chain = [hit for hit in office if _answers_with(contact, hit.contact)][:_CHAIN]
    return ContactDetail(
        line=line,
        topics=tuple(_topic(topic, backstage.base) for topic in contact.topics),
        areas=tuple(_area_names(contact.areas, backstage.region)),
        confirmed=_day(contact.confirmed_at, now),
        answered=_day(contact.answered_at, now),
        valid_until=_day(contact.valid_until, now),
        chain=tuple(_line(hit, backstage.base, now, ()) for hit in chain),
    )


def hotline_lines(backstage: Backstage, operator: Operator) -> tuple[ContactLine, ...]:
    """Return the short public numbers for danger to life, as the directory knows them."""
    base, now = backstage.base, backstage.clock.now()
    found = []
    for hotline in sorted(filter(_for_the_strip, backstage.region.hotlines), key=_strip_order):
        for hit in backstage.directory.search(operator, hotline.number, limit=LIMIT):
            if hit.contact.phone == hotline.number and hit.contact.rank is Rank.HOTLINE:
                found.append(_line(hit, base, now, ()))
                break
    return tuple(found)


def _for_the_strip(hotline: Hotline) -> bool:
    return hotline.kind in _STRIP and len(hotline.number) < _SHORT_NUMBER and hotline.verified


def _strip_order(hotline: Hotline) -> int:
    return _STRIP.index(hotline.kind)


def _line(hit: ContactHit, base: JurisdictionBase, now: datetime, typed: tuple[str, ...]) -> ContactLine:
    contact = hit.contact
    institution = base.institution_by_code.get(contact.institution_code)
    words, short, tone = _freshness(contact, now)
    return ContactLine(
        contact=contact,
        level=institution.level if institution else None,
        office=institution.name if institution else contact.institution_code,
        office_short=institution.short_name if institution else contact.institution_code,
        number=_read(contact.phone)[0],
        freshness=words,
        freshness_short=short,
        freshness_tone=tone,
        typed=typed,
        because=hit.because,
        chat=_chats(contact),
    )


@lru_cache(maxsize=20_000)
def _read(phone: str) -> tuple[str, bool]:
    """Return a stored number as people here read it, and whether it is a mobile one; parsed only once."""
    if not phone:
        return "", False
    try:
        parsed = parse_phone(phone)
    except Problem:
        return phone, False
    return parsed.national, parsed.kind is PhoneKind.MOBILE


def _chats(contact: Contact) -> bool:
    """Say whether a chat can be opened: said to have WhatsApp, or a mobile number. No link reaches 112."""
    return contact.phone.startswith("+") and (contact.whatsapp or _read(contact.phone)[1])


def _freshness(contact: Contact, now: datetime) -> tuple[str, str, Tone]:
    if contact.valid_until is not None and contact.valid_until < now:
        words = _("no longer valid since {day}").format(day=_day(contact.valid_until, now))
        return words, _("no longer valid"), Tone.DANGER
    if not contact.verified:
        return _("public number, not verified"), _("not verified"), Tone.DANGER
    if contact.confirmed_at is not None:
        words = _("checked {day}").format(day=_day(contact.confirmed_at, now))
        return words, words, Tone.MUTED
    if contact.rank is Rank.HOTLINE:
        return _("public number, as published"), _("as published"), Tone.MUTED
    return _("not checked yet"), _("not checked yet"), Tone.MUTED


def _day(moment: datetime | None, now: datetime) -> str:
    """Return ``12 Nov``, with the year when it is another one."""
    if moment is None:
        return ""
    year = moment.astimezone(LOCAL_ZONE).year
    day = short_date(moment)
    return day if year == now.astimezone(LOCAL_ZONE).year else f"{day} {year}"


def _answers_with(contact: Contact, other: Contact) -> bool:
    """Say whether `other` stands in the same chain: an office of many places has one chain per place."""
    if other.id == contact.id:
        return True
    if other.rank is Rank.HOTLINE:
        return False
    return not contact.areas or not other.areas or _overlap(contact.areas, other.areas)


def _overlap(areas: Iterable[str], others: tuple[str, ...]) -> bool:
    # A village's code begins with its kecamatan's: 35.10.01 holds 35.10.01.2001.
    return any(one.startswith(other) or other.startswith(one) for one in areas for other in others)


def _topic(topic: str, base: JurisdictionBase) -> str:
    matter = base.matter_by_code.get(topic.upper())
    return matter.title if matter else topic


def _area_names(codes: tuple[str, ...], region: Region) -> list[str]:
    names = {district.code: f"Kec. {district.name}" for district in region.districts}
    names |= {village.code: f"{village.name} (Kec. {village.district})" for village in region.villages}
    return [names.get(code, code) for code in codes]
