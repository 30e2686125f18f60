"""The jurisdiction base as one immutable value with look-ups."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from console.domain.institution import Institution
from console.domain.matter import Deadline, Matter, Procedure, Question, ResponseTarget
from console.domain.problems import Problem, ProblemCode


@dataclass(frozen=True)
class JurisdictionBase:
    """All researched facts of one version; complaints store the version that judged them."""

    version: str
    matters: tuple[Matter, ...]
    questions: tuple[Question, ...]
    procedures: tuple[Procedure, ...]
    institutions: tuple[Institution, ...]
    deadlines: tuple[Deadline, ...]
    response_target: ResponseTarget

    @cached_property
    def matter_by_code(self) -> Mapping[str, Matter]:
        """Matters by code."""
        return MappingProxyType({matter.code: matter for matter in self.matters})

    @cached_property
    def question_by_id(self) -> Mapping[str, Question]:
        """Questions by id."""
        return MappingProxyType({question.id: question for question in self.questions})

    @cached_property
    def procedure_by_id(self) -> Mapping[str, Procedure]:
        """Procedures by id."""
        return MappingProxyType({procedure.id: procedure for procedure in self.procedures})

    @cached_property
    def institution_by_code(self) -> Mapping[str, Institution]:
        """Institutions by code."""
        return MappingProxyType({institution.code: institution for institution in self.institutions})

    @cached_property
    def deadline_by_id(self) -> Mapping[str, Deadline]:
        """Deadlines by id."""
        return MappingProxyType({deadline.id: deadline for deadline in self.deadlines})

    def matter(self, code: str) -> Matter:
        """Return the matter, or raise `Problem` UNKNOWN_MATTER."""
        found = self.matter_by_code.get(code)
        if found is None:
            raise Problem(ProblemCode.UNKNOWN_MATTER, matter=code)
        return found

    def question(self, question_id: str) -> Question:
        """Return the question, or raise `Problem` UNKNOWN_QUESTION."""
        found = self.question_by_id.get(question_id)
        if found is None:
            raise Problem(ProblemCode.UNKNOWN_QUESTION, question=question_id)
        return found

    def institution(self, code: str) -> Institution:
        """Return the institution, or raise `Problem` UNKNOWN_INSTITUTION."""
        found = self.institution_by_code.get(code)
        if found is None:
            raise Problem(ProblemCode.UNKNOWN_INSTITUTION, institution=code)
        return found
