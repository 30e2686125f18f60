"""``konsol complaint`` and ``konsol message``: complaints on the terminal."""

import json
import sys
from argparse import Namespace
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from console.bootstrap import Composition
from console.commands.output import MAX_INPUT, print_json, print_line
from console.domain.access import Operator, Shift
from console.domain.complaint import Channel, Complaint, ComplaintDetail, ComplaintFilter, Status
from console.domain.problems import Problem, ProblemCode
from console.domain.ticket import LOCAL_ZONE, valid_desk_code
from console.services.intake import NewComplaint
from console.wording import entry_sentence, moment_words, word

_DEFAULT_DESK = "C112A"
_FIELDS = frozenset(
    {"channel", "text", "village", "place", "phone", "name", "matter", "answers", "override_reason"}
    | {"agent", "desk", "shift"}
)


def add(composition: Composition, arguments: Namespace) -> None:
    """Store the complaint of a JSON object and print its ticket number."""
    given = _object(_source(arguments.file))
    operator = _operator(composition, given)
    assessment = composition.routing.assess(
        _text(given, "text"),
        answers=_answers(given),
        village_code=_village(composition, given),
        chosen_matter=_text(given, "matter"),
    )
    new = NewComplaint(
        channel=_choice(
            given, "channel", Channel, Channel.PHONE_112, ProblemCode.UNKNOWN_CHANNEL, "channels"
        ),
        text=_text(given, "text"),
        village_code=_village(composition, given),
        place=_text(given, "place"),
        phone=_text(given, "phone"),
        name=_text(given, "name"),
        answers=tuple(_answers(given).items()),
        verdict=assessment.verdict,
        override_reason=_text(given, "override_reason"),
    )
    complaint = composition.intake.save(operator, new)
    if arguments.json:
        print_json(complaint_document(complaint))
    else:
        print_line(complaint.ticket)


def show(composition: Composition, arguments: Namespace) -> None:
    """Print one complaint with its timeline."""
    detail = composition.tracking.detail(_agent(composition), arguments.number)
    if arguments.json:
        print_json(detail_document(detail))
        return
    names = {code: office.short_name for code, office in composition.base.institution_by_code.items()}
    complaint = detail.complaint
    print_line(f"{complaint.ticket}  {word(complaint.status)}  {word(complaint.channel)}")
    print_line(complaint.text)
    for entry in detail.timeline:
        print_line(f"  {moment_words(entry.at, composition.clock.now())}  {entry_sentence(entry, names)}")


def list_(composition: Composition, arguments: Namespace) -> None:
    """Print complaints, newest first."""
    now = composition.clock.now()
    wanted = ComplaintFilter(
        statuses=_statuses(arguments.status),
        overdue_at=now if arguments.overdue else None,
        since=_since(arguments.since),
    )
    page = composition.tracking.page(_agent(composition), wanted, None, arguments.limit)
    complaints = [row.complaint for row in page.rows]
    if arguments.json:
        print_json({"complaints": [complaint_document(complaint) for complaint in complaints]})
        return
    for complaint in complaints:
        head = complaint.text.splitlines()[0][:60]
        print_line(f"{complaint.ticket}  {word(complaint.status)}  {complaint.matter_code or '-'}  {head}")


def message(composition: Composition, arguments: Namespace) -> None:
    """Print the prepared message of a complaint; nothing is sent or recorded."""
    try:
        contact_id = UUID(arguments.contact) if arguments.contact else None
    except ValueError:
        raise Problem(ProblemCode.UNKNOWN_CONTACT, contact=arguments.contact) from None
    prepared = composition.forwarding.message(
        _agent(composition), arguments.number, contact_id=contact_id, template=arguments.template
    )
    if arguments.json:
        print_json(
            {"to": prepared.to, "text": prepared.text, "url": prepared.url, "template": prepared.template}
        )
        return
    for line in (prepared.to, "", prepared.text, "", prepared.url):
        print_line(line)


def complaint_document(complaint: Complaint) -> dict[str, Any]:
    """Return a complaint as a JSON object; times are ISO 8601 in UTC."""
    return {
        "id": str(complaint.id),
        "number": complaint.ticket,
        "received_at": complaint.received_at.isoformat(),
        "channel": complaint.channel.value,
        "status": complaint.status.value,
        "text": complaint.text,
        "village": complaint.village_code,
        "place": complaint.place,
        "name": complaint.reporter_name,
        "phone": complaint.reporter_phone,
        "matter": complaint.matter_code or None,
        "level": complaint.level.value if complaint.level else None,
        "institution_code": complaint.institution_code or None,
        "base_version": complaint.base_version or None,
        "answers": dict(complaint.answers),
        "override_reason": complaint.override_reason,
        "response_due_at": complaint.response_due_at.isoformat(),
        "agent": complaint.operator,
        "desk": complaint.desk_code,
        "shift": complaint.shift.value,
    }


def detail_document(detail: ComplaintDetail) -> dict[str, Any]:
    """Return a complaint with its timeline and forwardings as a JSON object."""
    return complaint_document(detail.complaint) | {
        "timeline": [
            {
                "at": entry.at.isoformat(),
                "kind": entry.kind.value,
                "agent": entry.operator,
                "desk": entry.desk_code,
                "detail": dict(entry.detail),
            }
            for entry in detail.timeline
        ],
        "forwardings": [
            {
                "id": str(forwarding.id),
                "contact": str(forwarding.contact_id),
                "institution_code": forwarding.institution_code,
                "to": forwarding.to,
                "template": forwarding.template,
                "state": forwarding.state.value,
            }
            for forwarding in detail.forwardings
        ],
    }


def _source(path: str | None) -> str:
    if path is None or path == "-":
        return sys.stdin.read(MAX_INPUT)
    try:
        with Path(path).open(encoding="utf-8", errors="replace") as file:
            return file.read(MAX_INPUT)
    except OSError as error:
        raise Problem(
            ProblemCode.FILE_UNREADABLE, file=path, reason=error.strerror or type(error).__name__
        ) from error


def _object(source: str) -> Mapping[str, Any]:
    try:
        given = json.loads(source)
    except json.JSONDecodeError as error:
        raise Problem(
            ProblemCode.BAD_JSON, line=error.lineno, column=error.colno, reason=error.msg
        ) from error
    except (RecursionError, ValueError) as error:
        raise Problem(ProblemCode.BAD_JSON, line=1, column=1, reason=type(error).__name__) from error
    if not isinstance(given, dict):
        raise Problem(ProblemCode.BAD_JSON, line=1, column=1, reason="not an object")
    unknown = sorted(set(given) - _FIELDS)
    if unknown:
        raise Problem(
            ProblemCode.BAD_FIELD, field=unknown[0], reason=f"unknown; known: {', '.join(sorted(_FIELDS))}"
        )
    return given


def _text(given: Mapping[str, Any], field: str) -> str:
    value = given.get(field)
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if field == "phone" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise Problem(ProblemCode.BAD_FIELD, field=field, reason="not a text")


def _answers(given: Mapping[str, Any]) -> dict[str, int]:
    answers = given.get("answers") or {}
    if not isinstance(answers, dict) or not all(
        isinstance(option, int) and not isinstance(option, bool) for option in answers.values()
    ):
        raise Problem(ProblemCode.BAD_FIELD, field="answers", reason='not like {"Q-JLN-01": 2}')
    return answers


def _village(composition: Composition, given: Mapping[str, Any]) -> str:
    named = _text(given, "village").strip()
    if not named:
        return ""
    from console.domain.villages import find_village

    return find_village(composition.region, named).code


def _choice(
    given: Mapping[str, Any],
    field: str,
    kind: type[Channel],
    default: Channel,
    code: ProblemCode,
    known: str,
) -> Channel:
    value = _text(given, field)
    if not value:
        return default
    if value not in set(kind):
        raise Problem(code, **{field: value, known: ", ".join(kind)})
    return kind(value)


def _statuses(named: str | None) -> frozenset[Status]:
    if not named:
        return frozenset()
    if named not in set(Status):
        raise Problem(ProblemCode.UNKNOWN_STATUS, status=named, statuses=", ".join(Status))
    return frozenset({Status(named)})


def _since(named: str | None) -> datetime | None:
    if not named:
        return None
    try:
        day = date.fromisoformat(named)
    except ValueError:
        raise Problem(ProblemCode.BAD_DATE, text=named) from None
    return datetime(day.year, day.month, day.day, tzinfo=LOCAL_ZONE).astimezone(UTC)


def _agent(composition: Composition) -> Operator:
    return composition.settings.operator() or Operator(
        name="Konsol", desk_code=_DEFAULT_DESK, shift=Shift.PAGI
    )


def _operator(composition: Composition, given: Mapping[str, Any]) -> Operator:
    seated = _agent(composition)
    desk = _text(given, "desk").strip().upper() or seated.desk_code
    if not valid_desk_code(desk):
        raise Problem(ProblemCode.BAD_OPERATOR, field="desk")
    shift = _text(given, "shift") or seated.shift.value
    if shift not in set(Shift):
        raise Problem(ProblemCode.BAD_OPERATOR, field="shift")
    return Operator(name=_text(given, "agent").strip() or seated.name, desk_code=desk, shift=Shift(shift))
