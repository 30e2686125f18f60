"""Ticket numbers: unique without asking anyone, short enough to read aloud."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

OFFICE = "BM"
LOCAL_ZONE = ZoneInfo("Asia/Jakarta")  # WIB; Banyuwangi has no daylight saving time
_DESK = re.compile(r"[A-Z0-9]{2,8}")


def valid_desk_code(code: str) -> bool:
    """Tell whether a desk code can be part of a ticket: 2–8 capital letters or digits."""
    return _DESK.fullmatch(code) is not None


def local_day(moment: datetime) -> date:
    """Return the calendar day in Banyuwangi of an aware moment."""
    return moment.astimezone(LOCAL_ZONE).date()


def day_code(day: date) -> str:
    """Return the ticket's day part, ``261122`` for 22 November 2026."""
    return f"{day:%y%m%d}"


def ticket_number(desk_code: str, day: date, sequence: int) -> str:
    """Return e.g. ``BM-MPP1-261122-0007``; the sequence grows beyond four digits when it must."""
    return f"{OFFICE}-{desk_code}-{day_code(day)}-{sequence:04d}"


def placeholder(desk_code: str, day: date) -> str:
    """Return the number's shape while it is not yet given; as long as the number itself."""
    return f"{OFFICE}-{desk_code}-{day_code(day)}-····"
