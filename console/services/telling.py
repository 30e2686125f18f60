"""What a message tells of a complaint, whether it is stored or still on screen."""

from dataclasses import dataclass
from datetime import datetime

from console.domain.access import Operator
from console.domain.complaint import Complaint
from console.domain.contact import Contact
from console.domain.message import Reporter, neutralise, reporter_line
from console.domain.region import Village, VillageKind
from console.domain.ticket import LOCAL_ZONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What a message says of a complaint, stored or still on screen. `ticket` may be a placeholder."""

    ticket: str
    text: str
    matter_code: str
    village_code: str
    place: str
    reporter: Reporter
    received_at: datetime
    due_at: datetime


def telling_of(complaint: Complaint) -> Telling:
    """Return what a message says of a stored complaint."""
    return Telling(
        ticket=complaint.ticket,
        text=complaint.text,
        matter_code=complaint.matter_code,
        village_code=complaint.village_code,
        place=complaint.place,
        reporter=Reporter(name=complaint.reporter_name, phone=complaint.reporter_phone),
        received_at=complaint.received_at,
        due_at=complaint.response_due_at,
    )


def facts_of(
    telling: Telling, operator: Operator, contact: Contact, now: datetime, *, reveal: bool
) -> dict[str, str]:
    """Return the facts a template may name, but for the story, the matter and the place."""
    return {
        "greeting": greeting(now),
        "contact": contact.name,
        "position": contact.position,
        "ticket": telling.ticket,
        "reporter": reporter_line(telling.reporter, reveal=reveal),
        "received": local_time(telling.received_at),
        "due": local_time(telling.due_at),
        "agent": operator.name,
        "desk": operator.desk_code,
    }


def place_line(place: str, village: Village | None) -> str:
    """Return the place as an official reads it: ``depan pasar, Desa Kebaman, Kec. Srono``."""
    parts = [neutralise(place)]
    if village is not None:
        kind = "Kel." if village.kind is VillageKind.KELURAHAN else "Desa"
        parts.append(f"{kind} {village.name}, Kec. {village.district}")
    return ", ".join(part for part in parts if part)


def greeting(moment: datetime) -> str:
    """Return the Indonesian greeting of the hour in Banyuwangi (custom: pagi < 11, siang < 15, sore < 18)."""
    hour = moment.astimezone(LOCAL_ZONE).hour
    for limit, words in ((11, "Selamat pagi"), (15, "Selamat siang"), (18, "Selamat sore")):
        if hour < limit:
            return words
    return "Selamat malam"


def local_time(moment: datetime) -> str:
    """Return e.g. ``22/11 pukul 11.41 WIB``."""
    return f"{moment.astimezone(LOCAL_ZONE):%d/%m pukul %H.%M} WIB"
