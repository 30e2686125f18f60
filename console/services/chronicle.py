"""Timeline entries: every use case writes them the same way."""

from uuid import UUID

from console.domain.access import Operator
from console.domain.complaint import EntryKind, TimelineEntry
from console.services.ports import Clock, Ids


class Chronicle:
    """Makes timeline entries; the use case adds them to its own transaction."""

    def __init__(self, *, clock: Clock, ids: Ids) -> None:
        self._clock = clock
        self._ids = ids

    def entry(self, operator: Operator, complaint_id: UUID, kind: EntryKind, **facts: str) -> TimelineEntry:
        """Return an entry of now by `operator`; `facts` are data for its sentence, in order."""
        return TimelineEntry(
            id=self._ids.fresh(),
            complaint_id=complaint_id,
            at=self._clock.now(),
            kind=kind,
            operator=operator.name,
            desk_code=operator.desk_code,
            detail=tuple(facts.items()),
        )
