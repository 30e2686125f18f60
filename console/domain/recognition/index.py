"""Which matters a bag of weighted words is nearest to: the base's own keywords, titles and sentences decide.

Two likenesses are added up. The nearest examples see what was said before in nearly these words; the matter
as a whole sees new combinations of its words. Rare words weigh more, words that many matters share weigh
little. Plain dictionaries: it is built at every start from the base in force, so that a changed base is
understood at once and nothing trained can go stale.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log, sqrt
from typing import Final

Features = dict[str, float]
_PAIR: Final = 0.35
_LACK: Final = 0.6
_LACKING: Final = frozenset(("tidak", "tak", "belum", "tanpa"))
_KIN: Final = 0.4
_NEAREST: Final = (1.0, 0.5, 0.25)  # what the first, second and third nearest example of a matter count
_STRANGE: Final = 0.7  # of the weight of a word that one matter alone has
_NO_KIN: Final[tuple[str, ...]] = ()


def features(roots: Sequence[str], weights: Sequence[float]) -> Features:
    """Return words and pairs of neighbours, each with its weight.

    "Not" alone says nothing, but ``tidak keluar`` is not ``keluar``: it pairs with what follows.
    """
    found: Features = {}
    before, weight_before, lacking = "", 0.0, False
    for root, weight in zip(roots, weights, strict=True):
        if not weight:
            lacking = lacking or root in _LACKING
            continue
        if lacking:
            found[f"tidak {root}"] = _LACK * weight
            lacking = False
        if weight > found.get(root, 0.0):
            found[root] = weight
        if before:
            found[f"{before} {root}"] = _PAIR * min(weight, weight_before)
        before, weight_before = root, weight
    return found


class ExampleIndex:
    """Examples by feature.

    `examples` holds the bags of each matter by its code, `kin` the groups of a root.
    """

    def __init__(
        self, examples: Mapping[str, Sequence[Features]], kin: Mapping[str, tuple[str, ...]]
    ) -> None:
        self._kin = kin
        owned = {code: set().union(*bags) for code, bags in examples.items()}
        self._rarity = _rarity(owned.values())
        self._kin_rarity = _rarity(
            {group for root in roots if root in kin for group in kin[root]} for roots in owned.values()
        )
        self._strange = _STRANGE * log(1.0 + len(examples))
        self._codes: list[str] = []
        self._examples: dict[str, list[tuple[int, float]]] = {feature: [] for feature in self._rarity}
        self._whole: dict[str, Features] = {feature: {} for feature in (*self._rarity, *self._kin_rarity)}
        for code, bags in examples.items():
            self._add(code, bags)

    def _add(self, code: str, bags: Sequence[Features]) -> None:
        sums: dict[str, float] = dict.fromkeys(set().union(*bags), 0.0)
        rarity, postings = self._rarity, self._examples
        for number, bag in enumerate(bags, start=len(self._codes)):
            raw = [(feature, weight * rarity[feature]) for feature, weight in bag.items()]
            length = sqrt(sum([value * value for _, value in raw]))
            for feature, value in raw:
                unit = value / length
                postings[feature].append((number, unit))
                sums[feature] += unit
        self._codes += [code] * len(bags)
        self._with_kin(sums, sums)
        length = sqrt(sum([value * value for value in sums.values()]))
        for feature, value in sums.items():
            self._whole[feature][code] = value / length

    def scores(self, bag: Features) -> dict[str, float]:
        """Return how near each matter is (0: nothing in common, above 2: nearly the same words)."""
        strangers = self._strangers(bag)
        raw = {
            feature: weight * self._rarity[feature]
            for feature, weight in bag.items()
            if feature in self._rarity
        }
        likeness: dict[int, float] = defaultdict(float)
        for feature, value in _unit(raw, strangers).items():
            for number, theirs in self._examples[feature]:
                likeness[number] += value * theirs
        scores = self._whole_scores(raw, strangers)
        nearest: dict[str, list[float]] = defaultdict(list)
        for number, like in likeness.items():
            nearest[self._codes[number]].append(like)
        for code, likes in nearest.items():
            likes.sort(reverse=True)
            scores[code] += sum(share * like for share, like in zip(_NEAREST, likes, strict=False))
        return scores

    def shares(self, bag: Features, code: str) -> Features:
        """Return what each feature contributed to a matter's likeness as a whole."""
        raw = {
            feature: weight * self._rarity[feature]
            for feature, weight in bag.items()
            if feature in self._rarity
        }
        self._with_kin(raw, raw)
        return {
            feature: value * self._whole[feature][code]
            for feature, value in raw.items()
            if code in self._whole[feature]
        }

    def knows(self, feature: str) -> bool:
        """Whether any example has the feature."""
        return feature in self._rarity

    def _whole_scores(self, raw: Features, strangers: float) -> dict[str, float]:
        vector = dict(raw)
        self._with_kin(raw, vector)
        scores: dict[str, float] = defaultdict(float)
        for feature, value in _unit(vector, strangers).items():
            for code, theirs in self._whole[feature].items():
                scores[code] += value * theirs
        return scores

    def _with_kin(self, values: Mapping[str, float], into: Features) -> None:
        """Add to `into` the groups of the words in `values`, as heavy as their words together."""
        groups: Features = {}
        for feature, value in values.items():
            for group in self._kin.get(feature, _NO_KIN):
                groups[group] = groups.get(group, 0.0) + value / self._rarity[feature]
        for group, value in groups.items():
            if group in self._kin_rarity:
                into[group] = _KIN * value * self._kin_rarity[group]

    def _strangers(self, bag: Features) -> float:
        """Return the squared length of words that no example has: they make every likeness smaller."""
        return sum(
            [
                (weight * self._strange) ** 2
                for feature, weight in bag.items()
                if feature not in self._rarity and " " not in feature
            ]
        )


def _unit(raw: Features, strangers: float) -> Features:
    length = sqrt(sum([value * value for value in raw.values()]) + strangers)
    return {feature: value / length for feature, value in raw.items()} if length else {}


def _rarity(owned: Iterable[set[str]]) -> dict[str, float]:
    """Return a feature's weight by the number of matters that share it."""
    owners: Counter[str] = Counter()
    total = 0
    for features_of_one in owned:
        owners.update(features_of_one)
        total += 1
    return {feature: log(1.0 + total / count) for feature, count in owners.items()}
