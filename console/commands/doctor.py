"""``konsol doctor``: what IT asks first when something does not work."""

import os
import platform
import sys
from argparse import Namespace
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version

from console import __version__
from console.bootstrap import Composition
from console.commands.output import print_json, print_line
from console.domain.problems import Problem
from console.wording import problem_sentence
from resources import resource

Check = Callable[[Composition], str]


def doctor(composition: Composition, arguments: Namespace) -> None:
    """Run every check and print its finding; the first failed one is the exit code's problem."""
    findings: list[dict[str, object]] = []
    failed: Problem | None = None
    for name, check in CHECKS.items():
        try:
            findings.append({"check": name, "ok": True, "found": check(composition)})
        except Problem as problem:
            failed = failed or problem
            findings.append({"check": name, "ok": False, "found": problem_sentence(problem)})
    if arguments.json:
        print_json({"version": __version__, "ok": failed is None, "checks": findings})
    else:
        for finding in findings:
            print_line(f"{'ok  ' if finding['ok'] else 'FAIL'}  {finding['check']}: {finding['found']}")
    if failed is not None:
        raise failed


def _program(composition: Composition) -> str:
    del composition
    return f"Konsol Melayani {__version__}, Python {platform.python_version()}, {platform.system()}"


def _window(composition: Composition) -> str:
    del composition
    try:
        qt = version("PySide6-Essentials")
    except PackageNotFoundError:  # a frozen program carries no package metadata
        qt = "bundled"
    named = os.environ.get("QT_QPA_PLATFORM")
    has_display = (
        sys.platform in {"win32", "darwin"} or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
    return f"PySide6 {qt}, {named or ('display' if has_display else 'no display')}"


def _folder(composition: Composition) -> str:
    composition.places.make()
    probe = composition.places.folder / ".doctor"
    try:
        probe.write_bytes(b"ok")
        probe.unlink()
    except OSError as error:
        from console.domain.problems import ProblemCode

        raise Problem(ProblemCode.DISK_READ_ONLY, folder=str(composition.places.folder)) from error
    return str(composition.places.folder)


def _base(composition: Composition) -> str:
    base = composition.base
    return (
        f"{base.version}: {len(base.matters)} matters, {len(base.questions)} questions, "
        f"{len(base.procedures)} procedures, {len(base.institutions)} institutions"
    )


def _region(composition: Composition) -> str:
    region = composition.region
    return f"{len(region.districts)} kecamatan, {len(region.villages)} villages"


def _recognition(composition: Composition) -> str:
    found = composition.routing.assess("jalan berlubang").matters
    return f"jalan berlubang → {found[0].code if found else '-'}"


def _database(composition: Composition) -> str:
    kind = "postgresql" if composition.shared else "sqlite"
    state = composition.ready_storage.state()
    return f"{kind}, {state.state}, {state.found}"


def _directory(composition: Composition) -> str:
    from console.desks import SYSTEM

    with composition.ready_storage.unit_of_work(SYSTEM) as work:
        return f"{work.contacts.count()} contacts"


def _files(composition: Composition) -> str:
    del composition
    counted = {
        folder: sum(1 for _item in resource(folder).iterdir()) for folder in ("fonts", "icons", "messages")
    }
    return ", ".join(f"{folder} {number}" for folder, number in counted.items())


CHECKS: dict[str, Check] = {
    "program": _program,
    "window": _window,
    "folder": _folder,
    "files": _files,
    "base": _base,
    "region": _region,
    "recognition": _recognition,
    "database": _database,
    "directory": _directory,
}
