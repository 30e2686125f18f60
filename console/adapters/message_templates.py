"""Message templates as files, rendered in Jinja2's sandbox: a template can say things, never do things."""

from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from console.domain.problems import Problem, ProblemCode
from resources import resource

_SUFFIX = ".txt"


class FileTemplates:
    """The templates shipped in ``resources/messages``; facts are data and are never read as template text."""

    def __init__(self) -> None:
        folder = resource("messages")
        self._sources = {
            item.name.removesuffix(_SUFFIX): item.read_text("utf-8")
            for item in folder.iterdir()
            if item.name.endswith(_SUFFIX)
        }
        # Plain text for WhatsApp, not HTML: escaping would show "&amp;" to the reader.
        self._environment = ImmutableSandboxedEnvironment(
            undefined=StrictUndefined,
            autoescape=False,
            keep_trailing_newline=False,
        )

    def names(self) -> tuple[str, ...]:
        """Return the names of the templates."""
        return tuple(sorted(self._sources))

    def render(self, template: str, facts: dict[str, str]) -> str:
        """Render; raise `Problem` UNKNOWN_TEMPLATE or BAD_TEMPLATE (an unknown fact is an error)."""
        source = self._sources.get(template)
        if source is None:
            raise Problem(ProblemCode.UNKNOWN_TEMPLATE, template=template, templates=", ".join(self.names()))
        try:
            return self._environment.from_string(source).render(facts).strip()
        except TemplateError as error:
            raise Problem(ProblemCode.BAD_TEMPLATE, template=template, reason=str(error)) from error
