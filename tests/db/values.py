"""Strategies for every value that is stored, with the texts that break databases."""

from datetime import datetime

from hypothesis import strategies as st

from console.domain.access import Desk, Shift
from console.domain.complaint import (
    Channel,
    Complaint,
    Draft,
    EntryKind,
    Forwarding,
    ForwardingState,
    Status,
    TimelineEntry,
)
from console.domain.contact import Contact, Rank
from console.domain.institution import Institution
from console.domain.level import Confidence, Level
from tests.db.rig import INSTITUTIONS

NASTY = (
    "",
    " ",
    "\N{FIRE}\N{MAN}\N{ZERO WIDTH JOINER}\N{WOMAN}\N{EMOJI MODIFIER FITZPATRICK TYPE-4}",
    "السلام عليكم \N{RIGHT-TO-LEFT OVERRIDE}terbalik\N{POP DIRECTIONAL FORMATTING}",
    "ꦲꦏ꧀ꦱꦫ ꦗꦮ",
    "\x01\x02\x07\x08\x0b\x0c\x1b\x7f\x85\t\r\n",
    "'; DROP TABLE complaints; --",
    '"quoted" \\back\\slash {} [] % _ $1 :name ?',
    "NULL",
    "null",
    "a\N{COMBINING ACUTE ACCENT} \N{LATIN SMALL LETTER A WITH ACUTE}",
    "\ufeffBOM \ufffe \uffff \U0010ffff",
    "x" * 20_000,
)
# Without what no database can hold: that has a test of its own.
_storable = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")
texts = st.one_of(st.sampled_from(NASTY), st.text(_storable, max_size=40))
moments: st.SearchStrategy[datetime] = st.datetimes(
    min_value=datetime(1970, 1, 2),  # noqa: DTZ001 - the strategy adds the zone
    max_value=datetime(2200, 1, 1),  # noqa: DTZ001 - as above
    timezones=st.timezones(),
)
codes = st.sampled_from(["", *(institution.code for institution in INSTITUTIONS)])
numbers = st.integers(min_value=-(2**31), max_value=2**31 - 1)
answers = st.lists(st.tuples(texts, numbers), max_size=3).map(tuple)
ids = st.uuids()

complaints = st.builds(
    Complaint,
    id=ids,
    ticket=ids.map(str),
    received_at=moments,
    channel=st.sampled_from(Channel),
    text=texts,
    village_code=texts,
    place=texts,
    reporter_name=texts,
    reporter_phone=texts,
    reporter_phone_raw=texts,
    matter_code=texts,
    level=st.none() | st.sampled_from(Level),
    institution_code=codes,
    base_version=texts,
    answers=answers,
    override_reason=texts,
    status=st.sampled_from(Status),
    response_due_at=moments,
    operator=texts,
    desk_code=texts,
    shift=st.sampled_from(Shift),
    version=st.integers(min_value=1, max_value=2**31 - 2),
)
entries = st.builds(
    TimelineEntry,
    id=ids,
    complaint_id=ids,
    at=moments,
    kind=st.sampled_from(EntryKind),
    operator=texts,
    desk_code=texts,
    detail=st.lists(st.tuples(texts, texts), max_size=3).map(tuple),
)
contacts = st.builds(
    Contact,
    id=ids,
    name=texts,
    position=texts,
    institution_code=codes,
    rank=st.sampled_from(Rank),
    order=numbers,
    field=texts,
    topics=st.lists(texts, max_size=3).map(tuple),
    areas=st.lists(texts, max_size=3).map(tuple),
    phone=texts,
    phone_raw=texts,
    whatsapp=st.booleans(),
    valid_until=st.none() | moments,
    confirmed_at=st.none() | moments,
    answered_at=st.none() | moments,
    note=texts,
    source=texts,
    verified=st.booleans(),
    sample=st.booleans(),
    active=st.booleans(),
    version=numbers,
)
forwardings = st.builds(
    Forwarding,
    id=ids,
    complaint_id=ids,
    contact_id=ids,
    institution_code=codes,
    to=texts,
    route=texts,
    template=texts,
    text_hash=texts,
    revealed=st.booleans(),
    state=st.sampled_from(ForwardingState),
    prepared_at=moments,
    opened_at=st.none() | moments,
    settled_at=st.none() | moments,
)
drafts = st.builds(
    Draft,
    id=ids,
    desk_code=texts,
    operator=texts,
    started_at=moments,
    updated_at=moments,
    parked=st.booleans(),
    channel=st.sampled_from(Channel),
    text=texts,
    village_code=texts,
    place=texts,
    phone=texts,
    name=texts,
    matter_code=texts,
    answers=answers,
    contact_id=st.none() | ids,
    override_reason=texts,
)
institutions = st.builds(
    Institution,
    code=ids.map(str),
    name=texts,
    short_name=texts,
    level=st.sampled_from(Level),
    kind=texts,
    handles=texts,
    hotline=texts,
    confidence=st.sampled_from(Confidence),
    source=texts,
    note=texts,
    verified_by=texts,
    verified_on=texts,
)
desks = st.builds(Desk, code=ids.map(str), name=texts, active=st.just(True))
