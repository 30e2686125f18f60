"""A desk in the middle of its day: sample complaints of every level, through the real use cases."""

from datetime import datetime, timedelta

from console.adapters.sample_complaints import SampleComplaint, load_sample_complaints
from console.bootstrap import Composition
from console.desks import DEMO_OPERATOR
from console.domain.complaint import Channel, Status
from console.domain.problems import Problem, ProblemCode
from console.services.intake import NewComplaint

_AFTER_SENDING = {
    "acknowledged": (Status.ACKNOWLEDGED,),
    "in_progress": (Status.ACKNOWLEDGED, Status.IN_PROGRESS),
    "resolved": (Status.ACKNOWLEDGED, Status.IN_PROGRESS, Status.RESOLVED),
}


class MovableClock:
    """A clock that the sample day sets back; steps a minute per reading so that a timeline has an order."""

    def __init__(self, start: datetime) -> None:
        self.at = start

    def now(self) -> datetime:
        """Return the moment and move on."""
        moment = self.at
        self.at += timedelta(seconds=20)
        return moment


def fill_sample_day(composition: Composition) -> None:
    """Store the sample complaints in an empty database; a database in use is left alone."""
    past = Composition(
        composition.places,
        database_url=composition.database_url,
        clock=MovableClock(composition.clock.now()),
    )
    # Read only and slow to build: one base and one engine serve both clocks.
    vars(past).update({part: getattr(composition, part) for part in ("base", "region", "routing")})
    try:
        _fill(past, composition.clock.now())
    finally:
        past.close()


def _fill(past: Composition, now: datetime) -> None:
    clock = past.clock
    if not isinstance(clock, MovableClock):
        raise TypeError(type(clock))
    for sample in load_sample_complaints():
        clock.at = now - timedelta(minutes=sample.ago)
        _live_through(past, sample)


def _live_through(past: Composition, sample: SampleComplaint) -> None:
    assessment = past.routing.assess(sample.text, answers=sample.answers, village_code=sample.village)
    complaint = past.intake.save(
        DEMO_OPERATOR,
        NewComplaint(
            channel=Channel(sample.channel),
            text=sample.text,
            village_code=sample.village,
            place=sample.place,
            phone=sample.phone,
            name=sample.name,
            answers=tuple(sample.answers.items()),
            verdict=assessment.verdict,
        ),
    )
    if sample.fate == "new" or not _sent(past, complaint.ticket):
        return
    for status in _AFTER_SENDING.get(sample.fate, ()):
        past.tracking.change_status(DEMO_OPERATOR, complaint.ticket, status)


def _sent(past: Composition, ticket: str) -> bool:
    try:
        prepared = past.forwarding.prepare(DEMO_OPERATOR, ticket)
    except Problem as problem:
        if problem.code is ProblemCode.NO_CONTACT:  # a verdict is missing: the complaint waits as new
            return False
        raise
    past.forwarding.record_opened(DEMO_OPERATOR, prepared.forwarding.id)
    past.forwarding.record_sent(DEMO_OPERATOR, prepared.forwarding.id)
    return True
