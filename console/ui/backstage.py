"""What the window asks of the house: the use cases, the base and the settings.

Everything here may be slow on first use (it is built then), so pages reach for it on the data lane only;
`settings` and `shared` are ready at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # named here only: the use cases load in the data lane, behind the first paint
    from console.domain.access import Operator
    from console.domain.base import JurisdictionBase
    from console.domain.region import Region
    from console.services.catalogue import CatalogueService
    from console.services.directory import DirectoryService
    from console.services.forwarding import ForwardingService
    from console.services.intake import IntakeService
    from console.services.ports import Clock
    from console.services.routing import RoutingService
    from console.services.tracking import TrackingService
    from console.settings import Settings


class Backstage(Protocol):
    """The parts of the house the window may use; the composition root offers them."""

    settings: Settings

    @property
    def shared(self) -> bool:
        """Whether several desks share the database."""
        ...

    @property
    def clock(self) -> Clock:
        """The time."""
        ...

    @property
    def base(self) -> JurisdictionBase:
        """The jurisdiction base."""
        ...

    @property
    def region(self) -> Region:
        """Villages, roads, public numbers."""
        ...

    @property
    def routing(self) -> RoutingService:
        """Whose job is it."""
        ...

    @property
    def directory(self) -> DirectoryService:
        """Who answers for it."""
        ...

    @property
    def intake(self) -> IntakeService:
        """Taking complaints."""
        ...

    @property
    def forwarding(self) -> ForwardingService:
        """Handing complaints on."""
        ...

    @property
    def tracking(self) -> TrackingService:
        """Finding complaints again."""
        ...

    @property
    def catalogue(self) -> CatalogueService:
        """Browsing matters and procedures."""
        ...

    def use_settings(self, settings: Settings) -> None:
        """Remember changed settings on this PC."""
        ...

    def remember_operator(self, operator: Operator) -> None:
        """Remember who sits here."""
        ...
