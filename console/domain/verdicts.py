"""Building a verdict: level, body, legal basis, who else, what to tell the citizen, by when.

A verdict is never bare. When the deciding fact is unknown a regency office checks first; nobody is sent away.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from console.domain.assessment import InvolvedBody, Verdict
from console.domain.base import JurisdictionBase
from console.domain.institution import Institution
from console.domain.legal_basis import laws_only
from console.domain.level import Confidence, Level
from console.domain.matter import Deadline, Matter, Question
from console.domain.region import Village

# UU 25/2009: the office answers within 14 days, decides within 60, and tells the citizen within 14 more.
_GENERAL_DEADLINES: Final = ("DL-02", "DL-04", "DL-05")
_SERVICE_LAW: Final = "UU 25/2009 tentang Pelayanan Publik"
_MOST_POSSIBLE: Final = 4  # bodies named as possibly responsible while nobody knows
_SUSPENSION: Final = "Belum diketahui: {question}"
_POSSIBLE: Final = "bila ternyata: {answer}"
# What the agent says, sentence by sentence (domain content, so in Indonesian).
_CHECK_FIRST: Final = (
    "Tidak apa-apa kalau belum tahu, itu memang tugas kami untuk mencari tahu.",
    "{body} memeriksa dulu di lapangan, lalu meneruskan aduan ini ke instansi yang tepat.",
    "Bapak/Ibu tidak perlu melapor lagi ke tempat lain; nomor aduannya tetap sama.",
    "Kalau ada foto atau patokan tempat, boleh dikirimkan supaya lebih cepat ketemu.",
    "Kabar pertama kami usahakan dalam {hours} jam.",
)
_WHOSE_JOB: Final = {
    Level.PEMKAB: "Urusan ini ditangani pemerintah kabupaten, yaitu {body}.",
    Level.PROVINSI: "Urusan ini ditangani pemerintah provinsi, yaitu {body}.",
    Level.KEMENTERIAN: "Urusan ini ditangani pemerintah pusat, yaitu {body}.",
    Level.PIHAK_KETIGA: "Urusan ini ditangani {body}, di luar pemerintah kabupaten.",
}
_PASS_ON: Final = (
    "Aduan Bapak/Ibu tentang {title} kami catat dan kami teruskan ke sana sekarang.",
    "Kabar pertama kami usahakan dalam {hours} jam.",
    "Kalau belum ada kabar, hubungi kami lagi dengan nomor aduan ini.",
)


class VerdictBuilder:
    """Builds verdicts from one base."""

    def __init__(self, base: JurisdictionBase) -> None:
        self._base = base

    def decided(
        self, matter: Matter, *, village: Village | None, further: Iterable[str], note: str
    ) -> Verdict:
        """Return the verdict for a matter.

        `further` are the codes of other matters the answer named: their bodies are involved. `note` is the
        fact that settled it.
        """
        held = matter.provenance
        body = self._responsible(matter, village)
        sure = held.confidence is Confidence.HIGH
        return Verdict(
            matter_code=matter.code,
            matter_title=matter.title,
            domain=matter.domain,
            level=matter.level,
            institution=body,
            legal_basis=held.legal_basis if sure else laws_only(held.legal_basis),
            confidence=held.confidence,
            source=held.source,
            involved=tuple(self._involved(matter, body, further)),
            explanation=matter.explanation or self._plain_explanation(matter, body),
            procedure_ids=matter.procedure_ids,
            deadlines=self._deadlines(matter.deadline_ids),
            response_hours=self._base.response_target.hours,
            base_version=self._base.version,
            note=note,
            unverified=not held.verified_on,
        )

    def to_verify(self, question: Question, matter: Matter) -> Verdict:
        """Return the verdict while the answer to `question` is unknown: a regency office checks first."""
        body = self._base.institution(question.unknown_institution)
        hours = self._base.response_target.hours
        return Verdict(
            matter_code=matter.code,
            matter_title=matter.title,
            domain=matter.domain,
            level=Level.PEMKAB,
            institution=body,
            legal_basis=_SERVICE_LAW,
            confidence=Confidence.MEDIUM,
            source=_SERVICE_LAW,
            involved=tuple(self._possible(question, body)),
            explanation=tuple(line.format(body=body.name, hours=hours) for line in _CHECK_FIRST),
            procedure_ids=matter.procedure_ids,
            deadlines=self._deadlines(()),
            response_hours=hours,
            base_version=self._base.version,
            note=_SUSPENSION.format(question=question.text),
            verification=True,
            unverified=not question.verified_on,
        )

    def _responsible(self, matter: Matter, village: Village | None) -> Institution:
        """Return the body responsible in that kind of village (a kelurahan has no village government)."""
        kind = village.kind.value if village else None
        code = next(
            (other.institution_code for other in matter.alternatives if kind and other.village_kind == kind),
            matter.institution_code,
        )
        return self._base.institution(code)

    def _involved(self, matter: Matter, body: Institution, further: Iterable[str]) -> Iterator[InvolvedBody]:
        seen = {body.code}
        named = [(other.institution_code, other.role) for other in matter.involved]
        others = (self._base.matter(code) for code in further)
        for code, role in (*named, *((other.institution_code, other.title) for other in others)):
            if code not in seen:
                seen.add(code)
                yield InvolvedBody(institution=self._base.institution(code), role=role)

    def _possible(self, question: Question, body: Institution) -> Iterator[InvolvedBody]:
        """Return the bodies it may turn out to be, one per answer, levels mixed as the answers stand."""
        seen = {body.code}
        for option in question.options:
            if not option.matter_codes or len(seen) > _MOST_POSSIBLE:
                continue
            code = self._base.matter(option.matter_codes[0]).institution_code
            if code not in seen:
                seen.add(code)
                yield InvolvedBody(
                    institution=self._base.institution(code), role=_POSSIBLE.format(answer=option.text)
                )

    def _plain_explanation(self, matter: Matter, body: Institution) -> tuple[str, ...]:
        title = matter.title[0].lower() + matter.title[1:]
        hours = self._base.response_target.hours
        first = _WHOSE_JOB[matter.level].format(body=body.name)
        return (first, *(line.format(title=title, hours=hours) for line in _PASS_ON))

    def _deadlines(self, own: Iterable[str]) -> tuple[Deadline, ...]:
        known = self._base.deadline_by_id
        codes = dict.fromkeys((*own, *_GENERAL_DEADLINES))
        found = (known[code] for code in codes if code in known)
        return tuple(deadline for deadline in found if not deadline.superseded)
