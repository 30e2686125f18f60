"""Words for the domain's codes: one place for screen, paper and terminal alike."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum

from console.domain.base_check import BaseFault
from console.domain.complaint import Channel, Disposal, EntryKind, ForwardingState, Status, TimelineEntry
from console.domain.contact import Rank
from console.domain.level import Confidence, Level
from console.domain.problems import Problem, ProblemCode
from console.domain.route import Route
from console.domain.ticket import LOCAL_ZONE
from console.i18n import later, translate
from console.problem_words import FAULTS, SENTENCES
from console.shift_words import SHIFTS

_LEVELS: dict[StrEnum, str] = {
    Level.PEMKAB: later("Regency"),
    Level.PROVINSI: later("Province"),
    Level.KEMENTERIAN: later("Ministry"),
    Level.PIHAK_KETIGA: later("Third party"),
}
_LEVEL_TITLES = {
    Level.PEMKAB: later("Falls to the regency of Banyuwangi"),
    Level.PROVINSI: later("Falls to the province of East Java"),
    Level.KEMENTERIAN: later("Falls to a ministry or state body"),
    Level.PIHAK_KETIGA: later("Falls to a third party"),
}
_LEVEL_SHORT = {
    Level.PEMKAB: later("KAB"),
    Level.PROVINSI: later("PROV"),
    Level.KEMENTERIAN: later("MIN"),
    Level.PIHAK_KETIGA: later("3RD"),
}
_CONFIDENCE: dict[StrEnum, str] = {
    Confidence.HIGH: later("high confidence"),
    Confidence.MEDIUM: later("medium confidence"),
    Confidence.LOW: later("low confidence"),
}
_CHANNELS: dict[StrEnum, str] = {
    Channel.PHONE_112: later("Phone 112"),
    Channel.WALK_IN: later("Walk-in"),
    Channel.WHATSAPP: later("WhatsApp"),
    Channel.SMART_KAMPUNG: later("Smart Kampung"),
    Channel.BUNGA_DESA: later("Bunga Desa"),
    Channel.LAPOR_CAMAT: later("Lapor Camat"),
    Channel.SP4N_LAPOR: later("SP4N-LAPOR!"),
}
_STATUSES: dict[StrEnum, str] = {
    Status.NEW: later("New"),
    Status.FORWARDED: later("Forwarded"),
    Status.ACKNOWLEDGED: later("Acknowledged"),
    Status.IN_PROGRESS: later("In progress"),
    Status.RESOLVED: later("Resolved"),
    Status.NOT_OURS: later("Not our responsibility"),
    Status.CANCELLED: later("Cancelled"),
    Status.REOPENED: later("Reopened"),
}
_FORWARDINGS: dict[StrEnum, str] = {
    ForwardingState.PREPARED: later("prepared"),
    ForwardingState.OPENED: later("opened, not yet confirmed"),
    ForwardingState.SENT: later("sent, says the agent"),
    ForwardingState.NOT_SENT: later("not sent"),
}
_DISPOSALS: dict[StrEnum, str] = {
    Disposal.PRANK: later("Prank call"),
    Disposal.SILENT: later("Silent call"),
    Disposal.INFORMATION: later("Information call"),
    Disposal.DISCONNECTED: later("Disconnected call"),
}
_RANKS: dict[StrEnum, str] = {
    Rank.TECHNICAL: later("technical officer"),
    Rank.SECTION: later("section head"),
    Rank.DEPUTY: later("deputy"),
    Rank.HEAD: later("head of office"),
    Rank.HOTLINE: later("public number"),
}
_ROUTES: dict[StrEnum, str] = {
    Route.APP: later("WhatsApp application"),
    Route.WEB: later("WhatsApp Web"),
    Route.WA_ME: later("wa.me link"),
}
_WORDS: Mapping[StrEnum, str] = {
    **_LEVELS,
    **_CONFIDENCE,
    **_CHANNELS,
    **_STATUSES,
    **_FORWARDINGS,
    **SHIFTS,
    **_DISPOSALS,
    **_RANKS,
    **_ROUTES,
}
_ENTRIES = {
    EntryKind.RECEIVED: later("Received by {channel}"),
    EntryKind.JUDGED: later("Judged: {level}, {institution}"),
    EntryKind.OVERRIDDEN: later("Verdict changed by the agent: {level}, {institution} ({reason})"),
    EntryKind.FORWARDED: later("Message prepared for {contact}"),
    EntryKind.LINK_OPENED: later("WhatsApp opened for {contact}"),
    EntryKind.CONFIRMED_SENT: later("Sent to {contact}, says the agent"),
    EntryKind.NOT_SENT: later("Not sent to {contact}"),
    EntryKind.CALLED: later("Called {contact}"),
    EntryKind.NOTE: later("Note: {note}"),
    EntryKind.STATUS: later("Status: {to}"),
}
_DAYS = (
    later("Monday"),
    later("Tuesday"),
    later("Wednesday"),
    later("Thursday"),
    later("Friday"),
    later("Saturday"),
    later("Sunday"),
)
_MONTHS = (
    later("January"),
    later("February"),
    later("March"),
    later("April"),
    later("May"),
    later("June"),
    later("July"),
    later("August"),
    later("September"),
    later("October"),
    later("November"),
    later("December"),
)


def word(code: StrEnum) -> str:
    """Return the word for a level, confidence, channel, status, shift, disposal, rank, state or route."""
    return translate(_WORDS[code])


def level_title(level: Level) -> str:
    """Return the verdict's headline for a level."""
    return translate(_LEVEL_TITLES[level])


def level_short(level: Level) -> str:
    """Return the level in at most four capitals, for its badge."""
    return translate(_LEVEL_SHORT[level])


def problem_sentence(problem: Problem) -> str:
    """Return the one sentence that says what is wrong and what to do."""
    facts = _Facts(problem.params)
    if problem.code is ProblemCode.BASE_BROKEN and problem.params.get("reason") in set(BaseFault):
        fault = BaseFault(str(problem.params["reason"]))
        facts["reason"] = translate(FAULTS[fault]).format_map(facts)
    return translate(SENTENCES[problem.code]).format_map(facts)


def entry_sentence(entry: TimelineEntry, institution_names: Mapping[str, str]) -> str:
    """Return the timeline's sentence; institution codes become names where known."""
    facts = {key: _fact_word(key, value, institution_names) for key, value in entry.detail}
    return translate(_ENTRIES[entry.kind]).format_map(_Facts(facts))


def _fact_word(key: str, value: str, institution_names: Mapping[str, str]) -> str:
    kinds: Mapping[str, type[StrEnum]] = {"channel": Channel, "level": Level, "from": Status, "to": Status}
    if key == "institution":
        return institution_names.get(value, value)
    if key in kinds and value in set(kinds[key]):
        return word(kinds[key](value))
    return value


def clock_time(moment: datetime) -> str:
    """Return ``09.41`` in WIB."""
    return f"{moment.astimezone(LOCAL_ZONE):%H.%M}"


def short_date(moment: datetime) -> str:
    """Return ``22 Nov`` in WIB, with the language's month."""
    local = moment.astimezone(LOCAL_ZONE)
    return f"{local.day} {translate(_MONTHS[local.month - 1])[:3]}"


def long_date(moment: datetime) -> str:
    """Return ``Minggu, 22 November 2026`` in WIB."""
    local = moment.astimezone(LOCAL_ZONE)
    day, month = translate(_DAYS[local.weekday()]), translate(_MONTHS[local.month - 1])
    return f"{day}, {local.day} {month} {local.year}"


def moment_words(moment: datetime, now: datetime) -> str:
    """Return the time alone for today, else date and time."""
    if moment.astimezone(LOCAL_ZONE).date() == now.astimezone(LOCAL_ZONE).date():
        return clock_time(moment)
    return f"{short_date(moment)} {clock_time(moment)}"


def remaining_words(due: datetime, now: datetime) -> str:
    """Return how long until `due`: ``24 m``, ``1 j 12 m``, ``3 hari``; a minus sign when it has passed."""
    left = due - now
    sign = "−" if left < timedelta(0) else ""
    minutes = int(abs(left).total_seconds() // 60)
    if minutes < 60:  # noqa: PLR2004 - minutes of an hour
        return sign + translate("{minutes} min").format(minutes=minutes)
    if minutes < 24 * 60:
        return sign + translate("{hours} h {minutes} min").format(hours=minutes // 60, minutes=minutes % 60)
    return sign + translate("{days} days").format(days=minutes // (24 * 60))


class _Facts(dict[str, str | int]):
    """A fact that a sentence names and nobody gave is shown as a dash, never as a crash."""

    def __missing__(self, key: str) -> str:
        return "-"
