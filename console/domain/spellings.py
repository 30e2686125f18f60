"""Village names as people split or join them: the official lists do both themselves."""

from typing import Final

# Words that village names of the regency begin or end with; a longer one stands before its own beginning,
# so that "Kalibaruwetan" is cut into "Kalibaru Wetan" and not into "Kali Baruwetan".
_FIRST: Final = (
    "kalibaru", "kali", "kampung", "banjar", "karang", "kedung", "sumber", "wringin", "glagah", "pondok",
    "purwo", "ringin", "tukang", "pakis", "tegal", "taman", "singo", "kebon", "alas", "suko", "mojo",
    "temu", "watu",
)  # fmt: skip
_LAST: Final = (
    "anyar", "agung", "asri", "baru", "dewo", "harjo", "kayu", "kidul", "kulon", "lor", "manis", "melayu",
    "mulyo", "nongko", "rejo", "sari", "wetan",
)  # fmt: skip
_SHORTEST_PART: Final = 3  # "Balak" is not "Ba Lak"


def other_spellings(name: str) -> tuple[str, ...]:
    """Return the split or joined variants of a village name, never the name itself.

    ``Kalibaruwetan`` gives ``Kalibaru Wetan``; ``Genteng Wetan`` gives ``Gentengwetan``.
    """
    if " " in name:
        first, *rest = name.split()
        return (first + "".join(rest).lower(),)
    cuts = dict.fromkeys((_cut_after_first(name.lower()), _cut_before_last(name.lower())))
    return tuple(f"{name[:cut]} {name[cut:].capitalize()}" for cut in cuts if _leaves_two_words(name, cut))


def _cut_after_first(name: str) -> int:
    return next((len(word) for word in _FIRST if name.startswith(word)), 0)


def _cut_before_last(name: str) -> int:
    return next((len(name) - len(word) for word in _LAST if name.endswith(word)), 0)


def _leaves_two_words(name: str, cut: int) -> bool:
    return _SHORTEST_PART <= cut <= len(name) - _SHORTEST_PART
