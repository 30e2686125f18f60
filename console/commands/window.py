"""``konsol gui`` and ``konsol tour``: the only commands that need a display, or pretend to."""

import gc
import os
import sys
import tempfile
from argparse import Namespace
from functools import partial
from pathlib import Path

from console.bootstrap import Composition
from console.domain.problems import Problem, ProblemCode
from console.settings import Places


def gui(composition: Composition, arguments: Namespace) -> int:
    """Open the window and return when it is closed."""
    _need_display()
    gc.disable()  # loading makes no garbage, and the window brings a collector of its own
    from console.desks import DEMO_OPERATOR, DESKS
    from console.ui.program import Start, run_window

    if not arguments.demo:
        composition.places.make()
        return run_window(composition, Start(desks=DESKS, lock_folder=composition.places.folder))
    with tempfile.TemporaryDirectory(prefix="konsol-demo-", ignore_cleanup_errors=True) as folder:
        demo = demonstration(Path(folder), composition)
        try:
            start = Start(desks=DESKS, seated=DEMO_OPERATOR, prepare=partial(_fill, demo))
            return run_window(demo, start)
        finally:
            demo.close()


def tour(composition: Composition, arguments: Namespace) -> int:
    """Drive the real window through the main job; exit code 0 only if every step was verified."""
    seen = "xcb" if os.environ.get("DISPLAY") else "offscreen"
    os.environ["QT_QPA_PLATFORM"] = arguments.platform or seen
    _need_display()
    from console.ui.tour import run_tour

    out = Path(arguments.out)
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Problem(ProblemCode.FILE_UNWRITABLE, file=str(out), reason=error.strerror or "") from error
    with tempfile.TemporaryDirectory(prefix="konsol-tour-", ignore_cleanup_errors=True) as folder:
        demo = demonstration(Path(folder), composition)
        try:
            return run_tour(demo, out=out, theme=arguments.theme, prepare=partial(_fill, demo))
        finally:
            demo.close()


def demonstration(folder: Path, composition: Composition) -> Composition:
    """Return a console on a throw-away embedded database with sample contacts and complaints."""
    demo = Composition(Places(folder))
    demo.settings = composition.settings
    return demo


def _fill(demo: Composition) -> None:
    # Loads the database library, so it waits for the data lane.
    from console.sample_day import fill_sample_day

    fill_sample_day(demo)


def _need_display() -> None:
    if sys.platform in {"win32", "darwin"}:
        return
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform in {"offscreen", "minimal"}:
        return
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise Problem(ProblemCode.NO_DISPLAY)
