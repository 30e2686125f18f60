"""What the worklist's widgets show, as plain values."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from console.domain.complaint import Complaint, Forwarding
from console.domain.contact import Contact
from console.ui.widgets.timeline import Moment


class Shelf(StrEnum):
    """A saved filter of the worklist."""

    OVERDUE = "overdue"
    WAITING = "waiting"
    TODAY = "today"
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Everything the detail pane shows of one complaint."""

    complaint: Complaint
    matter: str
    office: str
    place: str
    moments: tuple[Moment, ...]
    open_forwarding: Forwarding | None
    contact: Contact | None
    now: datetime
