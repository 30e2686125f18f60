"""What a database needs before the first complaint: its schema, the offices, the first contacts."""

from console.adapters.sample_files import load_hotline_contacts, load_sample_contacts
from console.desks import DESKS, SYSTEM
from console.domain.base import JurisdictionBase
from console.domain.problems import Problem, ProblemCode
from console.domain.region import Region
from db.storage import Storage


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
