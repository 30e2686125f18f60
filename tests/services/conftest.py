"""The use cases on the fake database with the real base, region and templates."""

from dataclasses import dataclass

import pytest

from console.adapters.base_files import load_base
from console.adapters.lexicon_files import load_lexicon
from console.adapters.message_templates import FileTemplates
from console.adapters.recognition_files import load_recogniser
from console.adapters.region_files import load_region
from console.adapters.sample_files import load_synonyms
from console.domain.access import Operator, Shift
from console.domain.base import JurisdictionBase
from console.domain.contact import Contact, Rank
from console.domain.region import Region
from console.services.directory import DirectoryService
from console.services.forwarding import ForwardingService
from console.services.intake import IntakeService
from console.services.routing import RoutingService
from console.services.tracking import TrackingService
from tests.builders import make_contact
from tests.fakes import FakeDatabase, FixedClock, SequentialIds

DEWI = Operator(name="Dewi Contoh", desk_code="MPP1", shift=Shift.PAGI)


@dataclass
class Office:
    """Everything a test of a use case needs, wired as the program wires it."""

    clock: FixedClock
    ids: SequentialIds
    database: FakeDatabase
    base: JurisdictionBase
    region: Region
    officer: Contact
    head: Contact
    intake: IntakeService
    directory: DirectoryService
    forwarding: ForwardingService
    tracking: TrackingService


@pytest.fixture(scope="session")
def base() -> JurisdictionBase:
    return load_base()


@pytest.fixture(scope="session")
def region() -> Region:
    return load_region()


@pytest.fixture(scope="session")
def routing(base: JurisdictionBase, region: Region) -> RoutingService:
    lexicon = load_lexicon()
    return RoutingService(
        base=base, recogniser_factory=lambda: load_recogniser(base, lexicon, region), region=region
    )


@pytest.fixture
def office(base: JurisdictionBase, region: Region) -> Office:
    clock, ids = FixedClock(), SequentialIds()
    officer = make_contact(
        name="Rudi Contoh", phone="+6281200000131", rank=Rank.TECHNICAL, order=1, topics=("PHB-04",)
    )
    head = make_contact(name="Sari Contoh", phone="+6281200000132", rank=Rank.HEAD, order=9, topics=())
    database = FakeDatabase(clock, ids, institutions=base.institutions, contacts=(officer, head))
    unit_of_work = database.unit_of_work
    directory = DirectoryService(
        unit_of_work=unit_of_work, base=base, region=region, synonyms=load_synonyms(), clock=clock
    )
    return Office(
        clock=clock,
        ids=ids,
        database=database,
        base=base,
        region=region,
        officer=officer,
        head=head,
        intake=IntakeService(unit_of_work=unit_of_work, clock=clock, ids=ids, response_hours=2),
        directory=directory,
        forwarding=ForwardingService(
            unit_of_work=unit_of_work,
            base=base,
            region=region,
            directory=directory,
            renderer=FileTemplates(),
            clock=clock,
            ids=ids,
        ),
        tracking=TrackingService(unit_of_work=unit_of_work, clock=clock, ids=ids),
    )
