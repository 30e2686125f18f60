"""Typed fakes of what the use cases need from outside. The contract tests hold them to what the real ones do.

`FakeDatabase` (from `tests.fake_database`) stands for SQLite and PostgreSQL; its `unit_of_work` is the
factory that services want.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from console.domain.problems import Problem, ProblemCode
from tests.builders import NOW, numbered_id
from tests.fake_database import FakeDatabase, FakeUnitOfWork
from tests.fake_tables import AuditEntry

__all__ = [
    "AuditEntry",
    "FakeDatabase",
    "FakeRenderer",
    "FakeUnitOfWork",
    "FixedClock",
    "RecordingOpener",
    "SequentialIds",
]


@dataclass
class FixedClock:
    """A clock that stands still until the test moves it."""

    at: datetime = NOW

    def now(self) -> datetime:
        return self.at

    def pass_by(self, **time: float) -> None:
        """Let time pass: ``clock.pass_by(hours=2, minutes=1)``."""
        self.at += timedelta(**time)


@dataclass
class SequentialIds:
    """Identifiers 1, 2, 3… as UUIDv7; `start` keeps them apart from the builders' ones."""

    start: int = 1_000_000

    def fresh(self) -> UUID:
        self.start += 1
        return numbered_id(self.start)


@dataclass
class RecordingOpener:
    """Remembers the links; `works` false means that nothing took them."""

    works: bool = True
    urls: list[str] = field(default_factory=list)

    def open(self, url: str) -> bool:
        self.urls.append(url)
        return self.works


@dataclass
class FakeRenderer:
    """Templates with ``{fact}`` places."""

    templates: dict[str, str] = field(
        default_factory=lambda: {
            "forward": "{ticket}: {story} ({place})",
            "verify": "Mohon dicek {ticket}: {story}",
        }
    )

    def names(self) -> tuple[str, ...]:
        return tuple(sorted(self.templates))

    def render(self, template: str, facts: dict[str, str]) -> str:
        if template not in self.templates:
            raise Problem(ProblemCode.UNKNOWN_TEMPLATE, template=template, templates=", ".join(self.names()))
        try:
            return self.templates[template].format_map(facts).strip()
        except (KeyError, ValueError) as error:
            raise Problem(ProblemCode.BAD_TEMPLATE, template=template, reason=str(error)) from error
