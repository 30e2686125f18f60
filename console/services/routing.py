"""The first two arrows of the main job: complaint text to matters, matters to a question or a verdict."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Protocol

from console.domain.assessment import Assessment, Recognition
from console.domain.base import JurisdictionBase
from console.domain.jurisdiction import Jurisdiction, Reader
from console.domain.recognition.roads import RoadIndex
from console.domain.region import Region, Road, Village
from console.domain.text import MAX_TEXT, clean_text
from console.domain.villages import find_village


class TextRecogniser(Reader, Protocol):
    """Recognises matters and emergencies in a text, and answers that it already gives."""

    def recognise(self, text: str) -> Recognition:
        """Return the matters a text may be about, best first, and the emergency it tells of."""
        ...


class RoutingService:
    """Whose job is it. The recogniser is built on first use, or ahead of it by `warm`."""

    def __init__(
        self,
        *,
        base: JurisdictionBase,
        recogniser_factory: Callable[[], TextRecogniser],
        region: Region,
    ) -> None:
        self._base = base
        self._factory = recogniser_factory
        self._region = region
        self._villages = {village.code: village for village in region.villages}

    def warm(self) -> None:
        """Build the recogniser now, so that the first complaint does not wait for it."""
        _ = self._jurisdiction

    def assess(
        self,
        text: str,
        answers: Mapping[str, int] | Iterable[tuple[str, int]] | None = None,
        village_code: str = "",
        chosen_matter: str = "",
    ) -> Assessment:
        """Return the next question or the verdict for a complaint text, emergencies beside it.

        `answers` are question ids and option numbers (0: not known). A text over the limit is judged by its
        beginning. Raises `Problem` UNKNOWN_VILLAGE, UNKNOWN_QUESTION, UNKNOWN_OPTION or UNKNOWN_MATTER.
        """
        village = self._village(village_code)
        told = clean_text(text[:MAX_TEXT])
        return self._jurisdiction.assess(
            told,
            self._recogniser.recognise(told),
            answers=dict(answers or {}),
            village=village,
            chosen_matter=chosen_matter or None,
        )

    def answer(self, question_id: str, option: int) -> Assessment:
        """Return what follows from one answer alone: a verdict or the next question."""
        return Jurisdiction(self._base).answer(question_id, option)

    def suggest_roads(self, text: str) -> tuple[Road, ...]:
        """Return roads named in the text with the status an article gave them: a hint, never a fact."""
        return self._roads.named_in(text[:MAX_TEXT])

    def _village(self, code: str) -> Village | None:
        if not code:
            return None
        return self._villages.get(code) or find_village(self._region, code)

    @cached_property
    def _recogniser(self) -> TextRecogniser:
        return self._factory()

    @cached_property
    def _jurisdiction(self) -> Jurisdiction:
        return Jurisdiction(self._base, reader=self._recogniser)

    @cached_property
    def _roads(self) -> RoadIndex:
        return RoadIndex(self._region.roads)
