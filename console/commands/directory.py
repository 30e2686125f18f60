"""``konsol directory``: contacts on the terminal."""

from argparse import Namespace
from time import perf_counter

from console.bootstrap import Composition
from console.commands.output import print_json, print_line
from console.desks import SYSTEM
from console.i18n import translate as _


def search(composition: Composition, arguments: Namespace) -> None:
    """Print the contacts that match, best first."""
    directory, base = composition.directory, composition.base
    directory.warm(SYSTEM)  # the time shown is the search's, not the program's start
    begun = perf_counter()
    hits = directory.search(SYSTEM, arguments.query, limit=arguments.limit)
    milliseconds = (perf_counter() - begun) * 1000
    rows = [
        {
            "id": str(hit.contact.id),
            "name": hit.contact.name,
            "position": hit.contact.position,
            "institution": base.institution(hit.contact.institution_code).name,
            "institution_code": hit.contact.institution_code,
            "field": hit.contact.field,
            "phone": hit.contact.phone,
            "whatsapp": hit.contact.whatsapp,
            "level": base.institution(hit.contact.institution_code).level.value,
            "score": round(hit.score, 4),
            "verified": hit.contact.verified,
            "sample": hit.contact.sample,
        }
        for hit in hits
    ]
    if arguments.json:
        print_json({"query": arguments.query, "results": rows, "milliseconds": round(milliseconds, 3)})
        return
    for row in rows:
        print_line(
            "  ".join(str(row[key]) for key in ("name", "position", "institution", "phone") if row[key])
        )
    if not rows:
        print_line(_("No contact found. Try fewer words."))
