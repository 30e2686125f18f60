"""Words for the shifts, apart from the rest: the sign-in shows them before anything else is read."""

from enum import StrEnum

from console.domain.access import Shift
from console.i18n import later

SHIFTS: dict[StrEnum, str] = {
    Shift.PAGI: later("Morning shift"),
    Shift.SIANG: later("Afternoon shift"),
    Shift.MALAM: later("Night shift"),
}
