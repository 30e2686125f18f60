"""A window that types one complaint and saves it, in a process of its own whose disk may refuse.

``python -m tests.journeys.saver FOLDER [full]`` prints what stood on the screen afterwards as JSON. With
``full`` no file of the process can grow once the window is awake, which is what a full disk looks like.
"""

import json
import os
import resource
import signal
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from console.bootstrap import Composition
from console.desks import DEMO_OPERATOR
from console.settings import Places
from console.ui.app import create_application
from console.ui.pages.intake import IntakePage
from console.ui.program import Program, Start
from console.ui.tour_desk import WAKING_S, RecordingOpener, TourDesk

TEXT = "ktp saya patah, mau cetak ulang"


def main(folder: str, disk: str = "") -> None:
    """Type, save, look."""
    house = Composition(Places(Path(folder)))
    application = create_application(["konsol"])
    opener = RecordingOpener()
    program = Program(application, house, Start(desks=(), seated=DEMO_OPERATOR), opener)
    program.open()
    desk = TourDesk(program, house, DEMO_OPERATOR, opener)
    desk.settle(WAKING_S)
    if disk == "full":
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
    desk.write(TEXT)
    desk.settle()
    desk.press("Ctrl+S")
    desk.settle()
    page = desk.window.page("intake")
    text = page.form.values().text if isinstance(page, IntakePage) else ""
    seen = {"text": text, "notices": [notice.words for notice in desk.window.notices()]}
    sys.stdout.write(json.dumps(seen))
    sys.stdout.flush()
    os._exit(0)  # the disk may still refuse what an orderly end would write


if __name__ == "__main__":
    main(*sys.argv[1:])
