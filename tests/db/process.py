"""What the process tests run in processes of their own: saving complaints as the console does."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from console.adapters.clock import SystemClock
from console.adapters.ids import TimeOrderedIds
from console.domain.ticket import ticket_number
from db.storage import Storage, open_storage
from tests.builders import NOW, make_complaint, make_entry, make_operator

DAY = NOW.date()


@contextmanager
def opened(url: str) -> Iterator[Storage]:
    """Open the database at `url`."""
    storage = open_storage(url, clock=SystemClock(), ids=TimeOrderedIds())
    yield storage
    storage.close()


def save(storage: Storage, ids: TimeOrderedIds) -> str:
    """Store a numbered complaint with its first timeline entry and return its ticket."""
    with storage.unit_of_work(make_operator()) as work:
        number = work.complaints.next_sequence("MPP1", f"{DAY:%y%m%d}")
        complaint = make_complaint(
            id=ids.fresh(),
            ticket=ticket_number("MPP1", DAY, number),
            text=f"Lampu jalan nomor{number} padam " + "x" * 500,
        )
        work.complaints.add(complaint)
        work.timeline.add(make_entry(complaint, id=ids.fresh()))
        work.commit("complaint.add", complaint.ticket)
    return complaint.ticket


def main(url: str, times: int) -> None:
    """Save `times` complaints (0 = without end); each ticket is printed once it is safe."""
    ids = TimeOrderedIds()
    with opened(url) as storage:
        saved = 0
        while not times or saved < times:
            sys.stdout.write(save(storage, ids) + "\n")
            sys.stdout.flush()
            saved += 1


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
