"""``konsol db``: the state of the database, and bringing it to this version."""

from argparse import Namespace

from console.bootstrap import Composition
from console.commands.output import print_json, print_line
from console.domain.problems import Problem, ProblemCode
from console.first_start import prepare
from console.i18n import translate as _


def status(composition: Composition, arguments: Namespace) -> None:
    """Print what the database is and whether this program can use it; exit code 3 when it cannot."""
    state = composition.storage.state()
    document = {
        "database": "postgresql" if composition.shared else "sqlite",
        "file": None if composition.shared else str(composition.places.database),
        "state": state.state,
        "revision": state.found,
        "needed": state.known,
    }
    if arguments.json:
        print_json(document)
    else:
        for key, value in document.items():
            print_line(f"{key}: {'-' if value is None else value}")
    if state.state == "newer":
        raise Problem(ProblemCode.DATABASE_NEWER, found=state.found, known=state.known)


def upgrade(composition: Composition, arguments: Namespace) -> None:
    """Create or migrate the database and fill what every desk needs."""
    before = composition.storage.state()
    if before.state == "older":
        composition.storage.upgrade()
    prepare(composition.storage, base=composition.base, region=composition.region, shared=composition.shared)
    after = composition.storage.state()
    if arguments.json:
        print_json({"from": before.found, "to": after.found, "state": after.state})
    elif before.state == "current":
        print_line(_("The database already has this version ({revision}).").format(revision=after.found))
    else:
        print_line(_("The database now has version {revision}.").format(revision=after.found))


def check(composition: Composition, arguments: Namespace) -> None:
    """Let the database check itself; exit code 3 when it finds damage."""
    faults = composition.ready_storage.check()
    if arguments.json:
        print_json({"ok": not faults, "faults": list(faults)})
    elif not faults:
        print_line(_("The database is sound."))
    if faults:
        raise Problem(ProblemCode.DATABASE_BROKEN, reason=faults[0])
