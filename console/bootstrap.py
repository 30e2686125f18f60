"""The one composition root: it sees every part of the house and decides nothing.

Imports stand inside the methods on purpose: each costs start-up time (SQLAlchemy alone 0.4 s), and the
window is painted before any of them is needed.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from console.settings import Places, Settings, load_settings

if TYPE_CHECKING:
    from console.domain.access import Operator
    from console.domain.base import JurisdictionBase
    from console.domain.lexicon import Lexicon
    from console.domain.region import Region
    from console.services.catalogue import CatalogueService
    from console.services.directory import DirectoryService
    from console.services.forwarding import ForwardingService
    from console.services.intake import IntakeService
    from console.services.ports import Clock, Ids
    from console.services.routing import RoutingService
    from console.services.tracking import TrackingService
    from db.storage import Storage


class Composition:
    """Builds each part on first use. `database_url` empty means the embedded database of `places`."""

    def __init__(self, places: Places, *, database_url: str = "", clock: Clock | None = None) -> None:
        self.places = places
        self._database_url = database_url
        self._clock = clock
        self.settings: Settings = load_settings(places.settings)

    @property
    def shared(self) -> bool:
        """Whether several desks share the database."""
        return not self.database_url.startswith("sqlite")

    @property
    def database_url(self) -> str:
        """The database's address; may hold a password, so never show it."""
        return self._database_url or self.places.database_url()

    @cached_property
    def clock(self) -> Clock:
        """The time."""
        from console.adapters.clock import SystemClock

        return self._clock or SystemClock()

    @cached_property
    def ids(self) -> Ids:
        """Fresh identifiers."""
        from console.adapters.ids import TimeOrderedIds

        return TimeOrderedIds()

    @cached_property
    def base(self) -> JurisdictionBase:
        """The jurisdiction base."""
        from console.adapters.base_files import load_base

        return load_base()

    @cached_property
    def region(self) -> Region:
        """Villages, roads, public numbers."""
        from console.adapters.region_files import load_region

        return load_region()

    @cached_property
    def lexicon(self) -> Lexicon:
        """How people write."""
        from console.adapters.lexicon_files import load_lexicon

        return load_lexicon()

    @cached_property
    def storage(self) -> Storage:
        """The database, not yet opened to the services: see `ready_storage`."""
        from db.storage import open_storage

        if not self.shared:
            self.places.make()
        return open_storage(self.database_url, clock=self.clock, ids=self.ids)

    @cached_property
    def ready_storage(self) -> Storage:
        """The database with the schema of this version, offices and, when embedded and new, contacts.

        A new database is created and an embedded one migrated; a shared one of an older version is left
        to IT (`Problem` DATABASE_OLDER), because other desks may still run the older program.
        """
        from console.first_start import prepare

        prepare(self.storage, base=self.base, region=self.region, shared=self.shared)
        return self.storage

    @cached_property
    def routing(self) -> RoutingService:
        """Whose job is it."""
        from console.adapters.recognition_files import load_recogniser
        from console.services.routing import RoutingService

        return RoutingService(
            base=self.base,
            recogniser_factory=lambda: load_recogniser(self.base, self.lexicon, self.region),
            region=self.region,
        )

    @cached_property
    def directory(self) -> DirectoryService:
        """Who answers for it."""
        from console.adapters.sample_files import load_synonyms
        from console.services.directory import DirectoryService

        return DirectoryService(
            unit_of_work=self.ready_storage.unit_of_work,
            base=self.base,
            region=self.region,
            synonyms=load_synonyms(),
            clock=self.clock,
        )

    @cached_property
    def intake(self) -> IntakeService:
        """Taking complaints."""
        from console.services.intake import IntakeService

        return IntakeService(
            unit_of_work=self.ready_storage.unit_of_work,
            clock=self.clock,
            ids=self.ids,
            response_hours=self.base.response_target.hours,
        )

    @cached_property
    def forwarding(self) -> ForwardingService:
        """Handing complaints on."""
        from console.adapters.message_templates import FileTemplates
        from console.services.forwarding import ForwardingService

        return ForwardingService(
            unit_of_work=self.ready_storage.unit_of_work,
            base=self.base,
            region=self.region,
            directory=self.directory,
            renderer=FileTemplates(),
            clock=self.clock,
            ids=self.ids,
            route=self.settings.route,
        )

    @cached_property
    def tracking(self) -> TrackingService:
        """Finding complaints again."""
        from console.services.tracking import TrackingService

        return TrackingService(unit_of_work=self.ready_storage.unit_of_work, clock=self.clock, ids=self.ids)

    @cached_property
    def catalogue(self) -> CatalogueService:
        """Browsing matters and procedures."""
        from console.services.catalogue import CatalogueService

        return CatalogueService(
            self.base,
            recognise=lambda text: [matter.code for matter in self.routing.assess(text).matters],
        )

    def use_settings(self, settings: Settings) -> None:
        """Remember changed settings on this PC and let the running services follow."""
        from console.settings import save_settings

        self.places.make()
        save_settings(self.places.settings, settings)
        self.settings = settings
        if "forwarding" in self.__dict__:
            self.forwarding.route = settings.route

    def remember_operator(self, operator: Operator) -> None:
        """Remember who sits here."""
        self.use_settings(self.settings.with_operator(operator))

    def close(self) -> None:
        """Let go of the database."""
        if "storage" in self.__dict__:
            self.storage.close()
