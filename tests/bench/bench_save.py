"""Saving a complaint durably (synchronous=FULL), next to what the disk itself needs for one small write."""

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from console.bootstrap import Composition
from console.desks import DEMO_OPERATOR
from console.domain.complaint import Channel
from console.services.intake import NewComplaint
from console.settings import Places
from tests.bench.figures import Figure, percentile, table

TIMES = 300
GOAL_MS = 100
_BLOCK = b"k" * 4096
_TEXT = (
    "Jalan depan pasar Srono berlubang parah, sudah ada yang jatuh. Arah ke Muncar. (CONTOH nomor {number})"
)


def one_write(handle: int) -> float:
    """Return the milliseconds of writing one block so that it survives a power cut."""
    begun = perf_counter()
    os.write(handle, _BLOCK)
    os.fdatasync(handle)
    return (perf_counter() - begun) * 1000


def one_save(composition: Composition, number: int) -> float:
    """Return the milliseconds of saving one complaint, ticket number and audit included."""
    new = NewComplaint(
        channel=Channel.PHONE_112,
        text=_TEXT.format(number=number),
        village_code="35.10.08.2004",
        place="depan pasar",
        phone="081200000141",
        name="Bu Contoh",
        answers=(("Q-JLN-01", 2),),
        verdict=composition.routing.assess(_TEXT, answers={"Q-JLN-01": 2}).verdict,
    )
    begun = perf_counter()
    composition.intake.save(DEMO_OPERATOR, new)
    return (perf_counter() - begun) * 1000


def main() -> Sequence[Figure]:
    """Measure both in turn on the same disk and print."""
    saves, writes = [], []
    with tempfile.TemporaryDirectory(prefix="konsol-bench-") as folder:
        composition = Composition(Places(Path(folder)))
        handle = os.open(Path(folder) / "raw", os.O_CREAT | os.O_WRONLY | os.O_APPEND)
        try:
            one_save(composition, 0)
            for number in range(1, TIMES + 1):
                writes.append(one_write(handle))
                saves.append(one_save(composition, number))
        finally:
            os.close(handle)
            composition.close()
    figures = (
        Figure(name="one fdatasync of 4 KB, p50", value=percentile(writes, 0.5)),
        Figure(name="one fdatasync of 4 KB, p95", value=percentile(writes, 0.95)),
        Figure(name="a complaint saved, p50", value=percentile(saves, 0.5)),
        Figure(name="a complaint saved, p95", value=percentile(saves, 0.95), goal=GOAL_MS),
    )
    print(table(figures))
    return figures


if __name__ == "__main__":
    main()
