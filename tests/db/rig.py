"""A database under contract: the in-memory fake, SQLite or PostgreSQL, seen only through the ports."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Engine, select

from console.domain.access import Operator
from console.domain.complaint import Complaint, ComplaintFilter
from console.domain.level import Level
from console.services.ports import UnitOfWork, UnitOfWorkFactory
from db.tables import audit
from tests.builders import make_complaint, make_institution, make_operator
from tests.fakes import AuditEntry, FixedClock

INSTITUTIONS = (
    make_institution(),
    make_institution(code="PR-DPUBM", name="Dinas Contoh Provinsi", level=Level.PROVINSI),
    make_institution(code="KM-BBPJN", name="Balai Contoh Jalan Nasional", level=Level.KEMENTERIAN),
)


@dataclass
class Rig:
    """`audit` reads what was written down; `kind` is only for messages and the few known differences."""

    kind: str
    clock: FixedClock
    unit_of_work: UnitOfWorkFactory
    audit: Callable[[], Sequence[AuditEntry]]
    operator: Operator = field(default_factory=make_operator)

    def work(self) -> UnitOfWork:
        """Return a transaction of the rig's operator."""
        return self.unit_of_work(self.operator)

    def keep(self, *complaints: Complaint) -> None:
        """Store complaints, in this order."""
        with self.work() as work:
            for complaint in complaints:
                work.complaints.add(complaint)
            work.commit("test.keep", "complaints")

    def kept(self, **given: Any) -> Complaint:
        """Store a complaint with these fields and return it."""
        complaint = make_complaint(**given)
        self.keep(complaint)
        return complaint

    def found(self, **wanted: Any) -> list[Complaint]:
        """Return all complaints of a filter as the worklist shows them."""
        with self.work() as work:
            page = work.complaints.page(ComplaintFilter(**wanted), None, 1000)
            assert work.complaints.count(ComplaintFilter(**wanted)) == len(page.rows)
        return [row.complaint for row in page.rows]


def audit_of(engine: Engine) -> Sequence[AuditEntry]:
    """Return the audit of a real database, oldest first."""
    with engine.connect() as connection:
        rows = connection.execute(select(audit).order_by(audit.c.seq)).all()
    return [
        AuditEntry(
            at=row.at,
            operator=Operator(name=row.operator, desk_code=row.desk_code, shift=row.shift),
            action=row.action,
            subject=row.subject,
            facts=row.facts,
        )
        for row in rows
    ]
