"""One caller at the desk: everything the agent has typed and decided, as plain Python without Qt."""

from dataclasses import dataclass, field, replace
from uuid import UUID

from console.domain.assessment import Assessment, Emergency, Verdict
from console.domain.complaint import Draft
from console.services.intake import NewComplaint
from console.ui.widgets.complaint_values import FormValues
from console.ui.widgets.contact_list import ContactView
from console.ui.widgets.judgement import Judgement
from console.ui.widgets.message_preview import MessageView


@dataclass(slots=True)
class DraftSlot:
    """Where a session's stored draft is known; only work on the data lane reads or writes `stored`."""

    stored: Draft | None = None


@dataclass(slots=True, eq=False, kw_only=True)
class IntakeSession:
    """Mutable and on the UI thread only; what leaves it for the data lane is a frozen copy."""

    values: FormValues = field(default_factory=FormValues)
    slot: DraftSlot = field(default_factory=DraftSlot)
    answers: dict[str, int] = field(default_factory=dict)
    set_aside: dict[str, int] = field(default_factory=dict)
    matter_code: str = ""
    override_reason: str = ""
    contact_id: UUID | None = None
    template: str = ""
    reveal: bool = False
    own_text: str = ""
    by_hand: Emergency | None = None
    dismissed: str = ""
    judgement: Judgement | None = None
    contacts: tuple[ContactView, ...] | None = None
    message: MessageView | None = None
    placeholder: str = ""

    @classmethod
    def of_draft(cls, draft: Draft) -> "IntakeSession":
        """Return the session that goes on where a stored draft stopped."""
        return cls(
            values=FormValues(
                channel=draft.channel,
                text=draft.text,
                village_code=draft.village_code,
                place=draft.place,
                phone=draft.phone,
                name=draft.name,
            ),
            slot=DraftSlot(draft),
            answers=dict(draft.answers),
            matter_code=draft.matter_code,
            override_reason=draft.override_reason,
            contact_id=draft.contact_id,
        )

    def copy(self) -> "IntakeSession":
        """Return a snapshot for the data lane; it shares the slot, nothing else that changes."""
        return replace(self, answers=dict(self.answers))

    def is_blank(self) -> bool:
        """Say that there is nothing to lose."""
        return self.values.is_blank() and not self.override_reason

    def assessment(self) -> Assessment | None:
        """Return the engine's latest answer."""
        return self.judgement.assessment if self.judgement else None

    def verdict(self) -> Verdict | None:
        """Return the verdict in force."""
        assessment = self.assessment()
        return assessment.verdict if assessment else None

    def leading_matter(self) -> str:
        """Return the code of the matter to mark: the engine puts the one in force first."""
        assessment = self.assessment()
        return assessment.matters[0].code if assessment and assessment.matters else self.matter_code

    def emergency(self) -> Emergency | None:
        """Return the emergency to show: called by hand, or found in the text and not waved aside."""
        assessment = self.assessment()
        found = assessment.emergency if assessment else None
        if found is not None and found.kind != self.dismissed:
            return found
        return self.by_hand

    def contact(self) -> ContactView | None:
        """Return the contact chosen, else the first that WhatsApp can reach, else the first."""
        views = self.contacts or ()
        for view in views:
            if view.contact.id == self.contact_id:
                return view
        return next((view for view in views if view.chat), views[0] if views else None)

    def answer(self, question_id: str, number: int) -> None:
        """Note an answer; a matter merely picked from the suggestions gives way to it."""
        self.answers[question_id] = number
        if not self.override_reason:
            self.matter_code = ""

    def take_back(self, question_id: str) -> None:
        """Forget an answer, and those given after it."""
        known = list(self.answers)
        if question_id not in known:  # the chosen matter stood for this answer
            self.withdraw_override()
            return
        for later in known[known.index(question_id) :]:
            del self.answers[later]

    def choose(self, matter_code: str) -> None:
        """Take one of the suggested matters: it answers what was asked so far."""
        self.answers.clear()
        self.matter_code, self.override_reason = matter_code, ""

    def override(self, matter_code: str, reason: str) -> None:
        """Take any matter, for a reason; the answers given before come back with the engine's verdict."""
        self.set_aside = self.set_aside or dict(self.answers)
        self.answers.clear()
        self.matter_code, self.override_reason = matter_code, reason

    def withdraw_override(self) -> None:
        """Go back to the engine's own verdict."""
        self.matter_code = self.override_reason = ""
        self.answers = {**self.set_aside, **self.answers}
        self.set_aside = {}

    def draft(self, stored: Draft, *, parked: bool = False) -> Draft:
        """Return `stored` with what is typed and decided now."""
        return replace(
            stored,
            parked=parked,
            channel=self.values.channel,
            text=self.values.text,
            village_code=self.values.village_code,
            place=self.values.place,
            phone=self.values.phone,
            name=self.values.name,
            matter_code=self.matter_code,
            answers=tuple(self.answers.items()),
            contact_id=self.contact_id,
            override_reason=self.override_reason,
        )

    def new_complaint(self) -> NewComplaint:
        """Return what is saved; answers to questions that no longer matter stay out."""
        relevant = self.judgement.answered if self.judgement else ()
        return NewComplaint(
            channel=self.values.channel,
            text=self.values.text,
            village_code=self.values.village_code,
            place=self.values.place,
            phone=self.values.phone,
            name=self.values.name,
            answers=tuple((given.question_id, given.number) for given in relevant),
            verdict=self.verdict(),
            override_reason=self.override_reason if self.verdict() else "",
        )
