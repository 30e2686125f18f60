"""What Ctrl+K finds beside pages and commands; every source answers on the data lane and knows no Qt."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from console.domain.access import Operator
from console.domain.complaint import Complaint, ComplaintFilter
from console.domain.contact import ContactHit
from console.domain.phone import national_form
from console.domain.problems import Problem, ProblemCode
from console.domain.region import Village
from console.domain.text import shorten
from console.domain.ticket import OFFICE
from console.domain.villages import VillageIndex
from console.ui.backstage import Backstage
from console.ui.palette import PaletteItem, PaletteKind, PaletteProvider
from console.wording import word

ShowPage = Callable[[str, object], None]
_MOST: Final = 5  # of a kind; the palette is for going there, the pages are for browsing
_FEWEST_LETTERS: Final = 2
_STORY: Final = 60


def sources(backstage: Backstage, operator: Operator, show: ShowPage) -> Mapping[str, PaletteProvider]:
    """Return the sources by name; what they find is opened with `show` (page id, value for the page)."""
    house = _House(backstage, operator, show)
    return {
        "contacts": house.contacts,
        "complaints": house.complaints,
        "matters": house.matters,
        "procedures": house.procedures,
        "villages": _Villages(backstage, show),
    }


@dataclass(frozen=True, slots=True)
class _House:
    backstage: Backstage
    operator: Operator
    show: ShowPage

    def contacts(self, text: str) -> Sequence[PaletteItem]:
        """Find contacts; they open in the directory."""
        if _too_short(text):
            return ()
        hits = self.backstage.directory.search(self.operator, text, limit=_MOST)
        return tuple(self._contact(hit) for hit in hits)

    def _contact(self, hit: ContactHit) -> PaletteItem:
        contact = hit.contact
        office = self.backstage.base.institution_by_code.get(contact.institution_code)
        short = office.short_name if office else ""
        return PaletteItem(
            kind=PaletteKind.CONTACT,
            title=contact.name,
            detail=_parts(contact.position, short, national_form(contact.phone) if contact.phone else ""),
            act=partial(self.show, "directory", contact.id),
        )

    def complaints(self, text: str) -> Sequence[PaletteItem]:
        """Find stored complaints by their number or words; they open in the worklist."""
        if _too_short(text):
            return ()
        return tuple(self._complaint(one) for one in self._found(text))

    def _found(self, text: str) -> Iterable[Complaint]:
        if text.strip().upper().startswith(f"{OFFICE}-"):
            try:
                return (self.backstage.tracking.detail(self.operator, text.strip()).complaint,)
            except Problem as problem:
                if problem.code is not ProblemCode.UNKNOWN_TICKET:
                    raise
        page = self.backstage.tracking.page(self.operator, ComplaintFilter(words=text), limit=_MOST)
        return (row.complaint for row in page.rows)

    def _complaint(self, complaint: Complaint) -> PaletteItem:
        return PaletteItem(
            kind=PaletteKind.COMPLAINT,
            title=complaint.ticket,
            detail=_parts(shorten(" ".join(complaint.text.split()), _STORY), word(complaint.status)),
            act=partial(self.show, "complaints", complaint.ticket),
        )

    def matters(self, text: str) -> Sequence[PaletteItem]:
        """Find matters, everyday words included; they open in the guide."""
        if _too_short(text):
            return ()
        return tuple(
            PaletteItem(
                kind=PaletteKind.MATTER,
                title=matter.title,
                detail=_parts(word(matter.level), matter.code),
                act=partial(self.show, "guide", matter.code),
            )
            for matter in self.backstage.catalogue.matters(text)[:_MOST]
        )

    def procedures(self, text: str) -> Sequence[PaletteItem]:
        """Find procedures; they open in the guide."""
        if _too_short(text):
            return ()
        return tuple(
            PaletteItem(
                kind=PaletteKind.PROCEDURE,
                title=procedure.title,
                detail=procedure.cost,
                act=partial(self.show, "guide", procedure.id),
            )
            for procedure in self.backstage.catalogue.procedures(text)[:_MOST]
        )


class _Villages:
    """Finds villages in both spellings; they open the directory with who answers there."""

    def __init__(self, backstage: Backstage, show: ShowPage) -> None:
        self._backstage, self._show = backstage, show
        self._index: VillageIndex | None = None

    def __call__(self, text: str) -> Sequence[PaletteItem]:
        if _too_short(text):
            return ()
        if self._index is None:  # built on the data lane, with the first question
            self._index = VillageIndex(self._backstage.region.villages)
        return tuple(self._item(village) for village in self._index.search(text, _MOST))

    def _item(self, village: Village) -> PaletteItem:
        return PaletteItem(
            kind=PaletteKind.VILLAGE,
            title=village.name,
            detail=f"{village.kind.value.capitalize()} · Kec. {village.district}",
            act=partial(self._show, "directory", f"{village.name} {village.district}"),
        )


def _too_short(text: str) -> bool:
    return len(text.strip()) < _FEWEST_LETTERS


def _parts(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
