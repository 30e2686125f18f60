"""Finding a village as people spell it: joined or split names, old spellings, with or without kecamatan."""

from collections.abc import Iterable
from typing import Final

from console.domain.problems import Problem, ProblemCode
from console.domain.region import Region, Village

_TITLES: Final = frozenset({"desa", "ds", "kelurahan", "kel", "kecamatan", "kec", "dusun", "dsn"})
_TYPO_LENGTH = 5  # shorter names differ by one letter from too many others


class VillageIndex:
    """Type-ahead over the villages; build it once, ask it per keystroke."""

    def __init__(self, villages: Iterable[Village]) -> None:
        self._rows = tuple((village, _names(village), _key(village.district)) for village in villages)

    def search(self, text: str, limit: int = 8) -> tuple[Village, ...]:
        """Return the villages whose name, or name and kecamatan, begins with `text`; then one-letter typos.

        Both orders and both spellings are found (``Kalibaru Wetan``, ``srono kebaman``). Empty text: none.
        """
        wanted = _key(text)
        if not wanted:
            return ()
        scored = ((_rank(wanted, names, district), village) for village, names, district in self._rows)
        found = [
            (rank, village.name, village.district, village) for rank, village in scored if rank is not None
        ]
        found.sort(key=lambda row: row[:3])
        return tuple(row[3] for row in found[:limit])

    def named(self, text: str) -> tuple[Village, ...]:
        """Return the villages that `text` names exactly, by code, name, or name with kecamatan."""
        code = text.strip()
        wanted = _key(text)
        return tuple(
            village
            for village, names, district in self._rows
            if village.code == code
            or wanted in names
            or any(wanted in {name + district, district + name} for name in names)
        )


def find_village(region: Region, text: str) -> Village:
    """Return the one village that `text` names; `Problem` UNKNOWN_VILLAGE for none or several."""
    found = VillageIndex(region.villages).named(text)
    if len(found) != 1:
        raise Problem(ProblemCode.UNKNOWN_VILLAGE, village=text.strip()[:80])
    return found[0]


def _names(village: Village) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_key(name) for name in (village.name, *village.other_spellings)))


def _key(text: str) -> str:
    words = "".join(char if char.isalnum() else " " for char in text.casefold()).split()
    return "".join(word for word in words if word not in _TITLES)


def _rank(wanted: str, names: tuple[str, ...], district: str) -> int | None:
    """Return 0 for the name itself, 1 its beginning, 2 with kecamatan, 3 the kecamatan, 4 a typo."""
    if wanted in names:
        return 0
    if any(name.startswith(wanted) for name in names):
        return 1
    if any((name + district).startswith(wanted) or (district + name).startswith(wanted) for name in names):
        return 3 if district.startswith(wanted) else 2
    return 4 if len(wanted) >= _TYPO_LENGTH and _one_typo_off(wanted, names) else None


def _one_typo_off(wanted: str, names: tuple[str, ...]) -> bool:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - its 10 ms would stand before the first paint

    return any(OSA.distance(wanted, name[: len(wanted)], score_cutoff=1) <= 1 for name in names)
