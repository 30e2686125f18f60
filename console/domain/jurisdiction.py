"""Whose job is it: from recognised matters and answers to one question or one verdict.

The engine asks only what would change the matter and what the citizen has not said already, one question at a
time and none twice. It suggests; the agent decides.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Protocol

from console.domain.assessment import Assessment, Outcome, RankedMatter, Recognition, Verdict
from console.domain.base import JurisdictionBase
from console.domain.level import Level
from console.domain.matter import Matter, Option, Question
from console.domain.problems import Problem, ProblemCode
from console.domain.region import Village, VillageKind
from console.domain.verdicts import VerdictBuilder

NOT_KNOWN: Final = 0  # the answer "tidak tahu", possible for every question
_MOST_MATTERS: Final = 5
_EMERGENCY_QUESTION: Final = "Q-EMG-01"  # the emergency panel answers it, nobody asks
_EMERGENCY_NOTE: Final = "DARURAT"  # how the base marks matters in which no question may delay help
_PLAUSIBLE: Final = 0.05  # a matter this likely is worth a question
_CERTAIN: Final = 0.8
_NOBODY: Final = Recognition(matters=())


class Reader(Protocol):
    """Finds answers in texts."""

    def settled(self, text: str, question_id: str, village_kind: VillageKind | None = None) -> int | None:
        """Return the option that the text itself chooses, or None."""
        ...

    def is_topic(self, question_id: str) -> bool:
        """Whether the question only asks what the complaint is about, so that clear words answer it."""
        ...


@dataclass(slots=True)
class _Case:
    """What is known of one complaint while it is being decided."""

    text: str
    recognition: Recognition
    village: Village | None
    pending: dict[str, int]
    lead: Matter | None = None
    further: tuple[str, ...] = ()
    note: str = ""
    chosen_by: Option | None = None
    answered: bool = False
    unknown: Question | None = None
    done: set[str] = field(default_factory=set)


class Jurisdiction:
    """Decides over one base. Without a `reader` nothing counts as said in the text."""

    def __init__(self, base: JurisdictionBase, reader: Reader | None = None) -> None:
        self._base = base
        self._reader = reader
        self._verdicts = VerdictBuilder(base)
        self._never_asking = frozenset(
            code
            for question in base.questions
            if question.id == _EMERGENCY_QUESTION
            for option in question.options
            for code in option.matter_codes
        )

    def assess(
        self,
        text: str,
        recognition: Recognition,
        *,
        answers: Mapping[str, int] | None = None,
        village: Village | None = None,
        chosen_matter: str | None = None,
    ) -> Assessment:
        """Return the next question or the verdict for a text.

        `answers` maps question ids to option numbers (0: not known), in the order given; those that the
        matter does not lead to are left aside. `chosen_matter` is the agent's own choice. Raises `Problem`
        UNKNOWN_QUESTION, UNKNOWN_OPTION or UNKNOWN_MATTER.
        """
        case = _Case(text, recognition, village, dict(answers or {}))
        for question_id, number in case.pending.items():
            self._option(self._base.question(question_id), number)
        case.lead = self._first_lead(recognition, chosen_matter)
        self._apply_answers(case)
        question = None if case.unknown else self._next_question(case)
        return self._assessment(case, question)

    def answer(self, question_id: str, option: int) -> Assessment:
        """Return what follows from one answer alone; raises `Problem` UNKNOWN_QUESTION or UNKNOWN_OPTION."""
        return self.assess("", _NOBODY, answers={question_id: option})

    def _first_lead(self, recognition: Recognition, chosen: str | None) -> Matter | None:
        if chosen:
            return self._base.matter(chosen)
        return self._base.matter(recognition.matters[0].code) if recognition.matters else None

    def _option(self, question: Question, number: int) -> Option | None:
        """Return the option, None for "not known"; raises `Problem` UNKNOWN_OPTION."""
        if number == NOT_KNOWN:
            return None
        found = next((option for option in question.options if option.number == number), None)
        if found is None:
            numbers = ", ".join(str(option.number) for option in question.options)
            raise Problem(ProblemCode.UNKNOWN_OPTION, question=question.id, option=number, options=numbers)
        return found

    def _apply_answers(self, case: _Case) -> None:
        while case.pending and case.unknown is None:
            if case.lead is None:
                question = self._base.question(next(iter(case.pending)))
                case.lead = self._owner(question, unknown=case.pending[question.id] == NOT_KNOWN)
            else:
                answered = next((one for one in self._ordered(case.lead) if one.id in case.pending), None)
                if answered is None:
                    return
                question = answered
            option = self._option(question, case.pending.pop(question.id))
            case.answered = True
            self._take(case, question, option)

    def _take(self, case: _Case, question: Question, option: Option | None) -> None:
        """Let an answer lead: its first matter is the complaint's, the others are involved."""
        case.done.add(question.id)
        if option is None:
            case.unknown = question
            return
        case.note = option.text
        if option.matter_codes:
            case.lead = self._base.matter(option.matter_codes[0])
            case.further = option.matter_codes[1:]
            case.chosen_by = option
        elif case.lead is None or case.lead.code in _leads(question):
            self._look_elsewhere(case, question)

    def _look_elsewhere(self, case: _Case, question: Question) -> None:
        """Take the next matter after an answer that rules the question's own out, or let somebody check."""
        ruled_out = _leads(question)
        recognised = (matter.code for matter in case.recognition.matters)
        asking = (matter.code for matter in self._base.matters if question.id in matter.question_ids)
        code = next((one for one in (*recognised, *asking) if one not in ruled_out), None)
        if code is None:
            case.unknown = question
        else:
            case.lead = self._base.matter(code)

    def _next_question(self, case: _Case) -> Question | None:
        """Return the next question worth asking, letting the text answer those it can."""
        for question in self._worth_asking(case):
            number = self._said(case, question)
            if number is None:
                return question
            self._take(case, question, self._option(question, number))
            return self._next_question(case)
        return None

    def _worth_asking(self, case: _Case) -> Iterator[Question]:
        lead = case.lead
        if lead is None or lead.code in self._never_asking:
            return
        if case.recognition.emergency is not None and lead.note.startswith(_EMERGENCY_NOTE):
            return
        if case.chosen_by is not None:
            yield from self._splitting(case, case.chosen_by)
            return
        for question in self._ordered(lead):
            if question.id not in case.done and self._matters_here(case, lead, question):
                yield question

    def _splitting(self, case: _Case, option: Option) -> Iterator[Question]:
        """Return questions that tell the matters of an answer apart; one matter needs none."""
        codes = option.matter_codes
        for question_id in dict.fromkeys(
            one for code in codes for one in self._base.matter(code).question_ids
        ):
            question = self._base.question(question_id)
            leads = _leads(question)
            split = sum(code in leads for code in codes)
            if question_id not in case.done and codes[0] in leads and split > 1:
                yield question

    def _matters_here(self, case: _Case, lead: Matter, question: Question) -> bool:
        """Whether an answer could change the matter and the complaint is of that kind at all."""
        leads = _leads(question)
        if question.id == _EMERGENCY_QUESTION or lead.code not in leads or len(leads) == 1:
            return False
        scores = {matter.code: matter.score for matter in case.recognition.matters}
        others = any(scores.get(code, 0.0) >= _PLAUSIBLE for code in leads if code != lead.code)
        if question.domain != lead.domain and not others:
            return False
        topic = self._reader is not None and self._reader.is_topic(question.id)
        return not (topic and not others and scores.get(lead.code, 0.0) >= _CERTAIN)

    def _said(self, case: _Case, question: Question) -> int | None:
        if self._reader is None or not case.text:
            return None
        kind = case.village.kind if case.village else None
        number = self._reader.settled(case.text, question.id, kind)
        known = {option.number for option in question.options}
        return number if number in known else None

    def _ordered(self, matter: Matter) -> list[Question]:
        """Return a matter's questions, those between more levels and bodies first."""
        questions = [self._base.question(question_id) for question_id in matter.question_ids]
        return sorted(questions, key=self._weight, reverse=True)

    def _weight(self, question: Question) -> tuple[int, int]:
        leads = [self._base.matter(code) for code in _leads(question)]
        return len({matter.level for matter in leads}), len({matter.institution_code for matter in leads})

    def _owner(self, question: Question, *, unknown: bool) -> Matter:
        """Return the matter to start from when only an answer is known: of the question's own domain.

        While the fact is `unknown` it is the matter of the office that checks, so that none is accused.
        """
        leads = [self._base.matter(code) for code in _leads(question)]
        asking = [matter for matter in self._base.matters if question.id in matter.question_ids]
        own = [matter for matter in (*leads, *asking) if matter.domain == question.domain] or leads
        checked_by = [matter for matter in own if matter.institution_code == question.unknown_institution]
        regency = [matter for matter in own if matter.level is Level.PEMKAB]
        return [*checked_by, *regency, *own][0] if unknown else own[0]

    def _assessment(self, case: _Case, question: Question | None) -> Assessment:
        verdict = None if question else self._verdict(case)
        decided = Outcome.VERDICT if verdict else Outcome.NONE
        return Assessment(
            text=case.text,
            outcome=Outcome.ASK if question else decided,
            matters=self._matters(case),
            emergency=case.recognition.emergency,
            question=question,
            verdict=verdict,
        )

    def _verdict(self, case: _Case) -> Verdict | None:
        if case.lead is None:
            return None
        if case.unknown is not None:
            return self._verdicts.to_verify(case.unknown, case.lead)
        return self._verdicts.decided(case.lead, village=case.village, further=case.further, note=case.note)

    def _matters(self, case: _Case) -> tuple[RankedMatter, ...]:
        """Return the ranked matters, the one that leads now first."""
        if case.lead is None:
            return case.recognition.matters
        ranked = {matter.code: matter for matter in case.recognition.matters}
        first = [self._ranked(code, ranked, case) for code in (case.lead.code, *case.further)]
        shown = {matter.code for matter in first}
        rest = [matter for code, matter in ranked.items() if code not in shown]
        return tuple([*first, *rest][:_MOST_MATTERS])

    def _ranked(self, code: str, ranked: Mapping[str, RankedMatter], case: _Case) -> RankedMatter:
        """Return a matter as recognised; what an answer or the agent chose is certain."""
        known = ranked.get(code)
        if known is not None and not case.answered:
            return known
        best = max((matter.score for matter in ranked.values()), default=1.0)
        said = case.chosen_by is not None and not case.answered
        open_among = len(_leads(case.unknown)) if case.unknown else 1
        matter = self._base.matter(code)
        because = known.because if known else tuple(filter(None, (case.note,)))
        score = best if said else round(1.0 / open_among, 4)
        return RankedMatter(code=code, title=matter.title, level=matter.level, score=score, because=because)


def _leads(question: Question) -> dict[str, None]:
    """Return the matters that an answer would lead to, in the order of the answers."""
    return dict.fromkeys(option.matter_codes[0] for option in question.options if option.matter_codes)
