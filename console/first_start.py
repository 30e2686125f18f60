"""What a database needs before the first complaint: its schema, the offices, the first contacts."""

from console.adapters.sample_files import load_hotline_contacts, load_sample_contacts
from console.domain.access import Desk, Operator, Shift
from console.domain.base import JurisdictionBase
from console.domain.problems import Problem, ProblemCode
from console.domain.region import Region
from db.storage import Storage

# Who the audit names when no agent acts.
SYSTEM = Operator(name="Konsol", desk_code="SISTEM", shift=Shift.PAGI)
# The places named in the programme's own descriptions: 112, the MPP, its two branches, Bunga Desa.
DESKS = (
    Desk(code="C112A", name="Call Center 112, meja A"),
    Desk(code="C112B", name="Call Center 112, meja B"),
    Desk(code="MPP1", name="Mal Pelayanan Publik, loket 1"),
    Desk(code="MPP2", name="Mal Pelayanan Publik, loket 2"),
    Desk(code="MPP3", name="Mal Pelayanan Publik, loket 3"),
    Desk(code="PPPG", name="Pasar Pelayanan Publik Genteng"),
    Desk(code="PPPR", name="Pasar Pelayanan Publik Rogojampi"),
    Desk(code="BDESA", name="Bunga Desa"),
)


def prepare(storage: Storage, *, base: JurisdictionBase, region: Region, shared: bool) -> None:
    """Bring the database to this version and fill what every desk needs.

    An embedded directory that is still empty starts with the sample contacts (all marked CONTOH), so that
    the console can be tried at once; a shared one starts with the public numbers alone.
    """
    state = storage.state()
    if state.state == "older" and shared:
        raise Problem(ProblemCode.DATABASE_OLDER, found=state.found, known=state.known)
    if state.state == "newer":
        raise Problem(ProblemCode.DATABASE_NEWER, found=state.found, known=state.known)
    if state.state != "current":
        storage.upgrade()
    with storage.unit_of_work(SYSTEM) as work:
        known = work.offices.institution_codes()
        if known.issuperset(base.institution_by_code) and work.contacts.count():
            return
        work.offices.put_institutions(base.institutions)
        work.offices.put_desks(DESKS)
        if not work.contacts.count():
            samples = () if shared else load_sample_contacts()
            work.contacts.put_all((*load_hotline_contacts(region), *samples))
        work.commit("database.prepare", base.version)
