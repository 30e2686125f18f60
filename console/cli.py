"""The command ``konsol``: the window for agents, the same services without a window for everybody else."""

import argparse
import logging
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from console import __version__
from console.domain.problems import Problem, ProblemKind
from console.i18n import LANGUAGES, set_language, translate
from console.i18n import translate as _

OK, OUR_BUG, WRONG_USAGE, USER_PROBLEM, NOT_PERMITTED, NOT_REACHABLE = range(6)
_EXIT = {
    ProblemKind.INPUT: USER_PROBLEM,
    ProblemKind.PERMISSION: NOT_PERMITTED,
    ProblemKind.UNREACHABLE: NOT_REACHABLE,
}
DEFAULT_LIMIT = 50


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; a user never sees a traceback."""
    from console.commands.output import say, utf8_streams

    utf8_streams()
    given = list(sys.argv[1:] if argv is None else argv)
    set_language(_language_of(given))
    arguments = _parser().parse_args(given)
    try:
        return _run(arguments)
    except Problem as problem:
        from console.wording import problem_sentence

        say(problem_sentence(problem))
        return _EXIT[problem.kind]
    except BrokenPipeError:
        # The reader of our output has gone; there is nobody left to tell, and flushing at exit would fail.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except KeyboardInterrupt:
        return WRONG_USAGE
    except Exception:
        logging.getLogger("console").exception("unexpected")
        say(_("The console made a mistake; nothing was half-saved. The details are in the log file."))
        return OUR_BUG


def _run(arguments: argparse.Namespace) -> int:
    from dataclasses import replace

    from console.bootstrap import Composition
    from console.settings import load_settings, places

    where = places(arguments.data_dir)
    settings = load_settings(where.settings)
    set_language(arguments.lang or settings.language)
    _log_to(where.log)
    database = arguments.database or os.environ.get("KONSOL_DATABASE", "")
    composition = Composition(where, database_url=database)
    if arguments.lang:
        composition.settings = replace(composition.settings, language=arguments.lang)
    try:
        code = arguments.run(composition, arguments)
    finally:
        composition.close()
    return code if isinstance(code, int) else OK


def _log_to(path: Path) -> None:
    """Send the log to the file when its folder is there; the terminal belongs to sentences."""
    root = logging.getLogger()
    root.setLevel(logging.WARNING)
    try:
        handler: logging.Handler = logging.FileHandler(path, encoding="utf-8", delay=True)
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root.handlers[:] = [_QuietHandler(handler, path.parent)]


class _QuietHandler(logging.Handler):
    """Passes records on, making the folder when there is something to say.

    A log that cannot be written is swallowed: the user's work goes first.
    """

    def __init__(self, target: logging.Handler, folder: Path) -> None:
        super().__init__()
        self._target = target
        self._folder = folder

    def emit(self, record: logging.LogRecord) -> None:
        """Write the record if the file lets itself be written."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._target.emit(record)
        except OSError:
            return

    def close(self) -> None:
        """Close the file."""
        self._target.close()
        super().close()


def _language_of(given: Sequence[str]) -> str:
    """Return the language asked for before the arguments are parsed, so that usage errors speak it too."""
    for index, argument in enumerate(given):
        if argument == "--lang" and index + 1 < len(given):
            return given[index + 1]
        if argument.startswith("--lang="):
            return argument.partition("=")[2]
    return "id"


def _lazily(module: str, function: str) -> Callable[..., int | None]:
    """Return a command that imports its module when it runs."""

    def run(composition: object, arguments: argparse.Namespace) -> int | None:
        from importlib import import_module

        command: Callable[..., int | None] = getattr(import_module(f"console.commands.{module}"), function)
        return command(composition, arguments)

    return run


class _Parser(argparse.ArgumentParser):
    """argparse with its few own words in the language in use."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command and where to look; the details are argparse's own."""
        sentence = _("The command is not complete or not known ({details}). See: {program} --help.")
        self.exit(WRONG_USAGE, sentence.format(details=message, program=self.prog) + "\n")


def _positive(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 1_000_000:  # noqa: PLR2004 - the sentence below names it
        raise argparse.ArgumentTypeError(translate("write a whole number from 1 to 1000000"))
    return int(text)


def _parser() -> _Parser:
    common = _everywhere(argparse.SUPPRESS)  # a value given before the command must not be reset after it
    parser = _Parser(
        prog="konsol", parents=[_everywhere(None)], description=_("The service desk of Banyuwangi.")
    )
    parser.set_defaults(run=_lazily("window", "gui"), demo=False)
    parser.add_argument("--version", action="version", version=f"konsol {__version__}")
    commands = parser.add_subparsers(metavar=_("COMMAND"), parser_class=_Parser)
    _window_commands(commands, common)
    _jurisdiction_commands(commands, common)
    _complaint_commands(commands, common)
    _service_commands(commands, common)
    return parser


def _everywhere(default: str | None) -> _Parser:
    """Return the options that may stand before or after the command."""
    options = _Parser(add_help=False)
    group = options.add_argument_group(_("everywhere"))
    group.add_argument("--data-dir", metavar="DIR", default=default, help=_("settings, database, logs"))
    group.add_argument("--database", metavar="URL", default=default, help=_("a shared database"))
    group.add_argument("--lang", choices=LANGUAGES, default=default, help=_("language of the words"))
    return options


if TYPE_CHECKING:  # argparse gives the type no public name, and knows it as generic only in its stubs
    Commands = argparse._SubParsersAction["_Parser"]  # noqa: SLF001 - as above


def _command(
    commands: "Commands", common: _Parser, name: str, words: str, run: str
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, parents=[common], help=words, description=words)
    module, _dot, function = run.partition(".")
    parser.set_defaults(run=_lazily(module, function))
    return parser


def _group(commands: "Commands", common: _Parser, name: str, words: str) -> "Commands":
    parser = commands.add_parser(name, parents=[common], help=words, description=words)
    return parser.add_subparsers(metavar=_("COMMAND"), required=True, parser_class=_Parser)


def _as_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("print one JSON document"))


def _window_commands(commands: "Commands", common: _Parser) -> None:
    gui = _command(commands, common, "gui", _("open the window"), "window.gui")
    gui.add_argument("--demo", action="store_true", help=_("on a throw-away database with sample data"))
    tour = _command(commands, common, "tour", _("drive the real window through the main job"), "window.tour")
    tour.add_argument("--out", required=True, metavar="DIR", help=_("folder for pictures and tour.json"))
    tour.add_argument("--platform", choices=("offscreen", "xcb"), default=None)
    tour.add_argument("--theme", choices=("light", "dark", "contrast"), default="light")


def _jurisdiction_commands(commands: "Commands", common: _Parser) -> None:
    judge = _command(commands, common, "jurisdiction", _("whose job is it"), "jurisdiction.jurisdiction")
    _as_json(judge)
    judge.add_argument("text", metavar="TEXT", help=_("the complaint; - reads one per line from stdin"))
    answer = _command(commands, common, "answer", _("what follows from an answer"), "jurisdiction.answer")
    _as_json(answer)
    answer.add_argument("question", metavar="QUESTION_ID")
    answer.add_argument("option", metavar="OPTION", type=int, help=_("its number; 0 for not known"))
    directory = _group(commands, common, "directory", _("the contacts"))
    search = _command(directory, common, "search", _("contacts, best first"), "directory.search")
    _as_json(search)
    search.add_argument("--limit", type=_positive, default=DEFAULT_LIMIT, metavar="N")
    search.add_argument("query", metavar="QUERY")


def _complaint_commands(commands: "Commands", common: _Parser) -> None:
    complaint = _group(commands, common, "complaint", _("the complaints"))
    add = _command(complaint, common, "add", _("store the complaint of a JSON object"), "complaint.add")
    _as_json(add)
    add.add_argument("--file", metavar="FILE", help=_("the JSON file; stdin when not given"))
    show = _command(complaint, common, "show", _("one complaint with its timeline"), "complaint.show")
    _as_json(show)
    show.add_argument("number", metavar="NUMBER")
    listing = _command(complaint, common, "list", _("complaints, newest first"), "complaint.list_")
    _as_json(listing)
    listing.add_argument("--status", metavar="S")
    listing.add_argument("--overdue", action="store_true", help=_("only those past their response time"))
    listing.add_argument("--since", metavar="D", help=_("from this day on, as 2026-11-22"))
    listing.add_argument("--limit", type=_positive, default=DEFAULT_LIMIT, metavar="N")
    message = _command(commands, common, "message", _("the prepared WhatsApp message"), "complaint.message")
    _as_json(message)
    message.add_argument("number", metavar="NUMBER")
    message.add_argument("--contact", metavar="ID")
    message.add_argument("--template", default="forward", metavar="NAME")


def _service_commands(commands: "Commands", common: _Parser) -> None:
    database = _group(commands, common, "db", _("the database"))
    for name, words in (
        ("status", _("what it is and whether this program can use it")),
        ("upgrade", _("create it or bring it to this version")),
        ("check", _("let it check itself")),
    ):
        _as_json(_command(database, common, name, words, f"database.{name}"))
    _as_json(_command(commands, common, "doctor", _("check this installation"), "doctor.doctor"))
