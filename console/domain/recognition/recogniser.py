"""A complaint text to ranked matters, with the words that decided and how likely each is.

Everything is built from the jurisdiction base in force and plain lists of words; nothing leaves the process.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp
from typing import Final

from console.domain.assessment import RankedMatter, Recognition
from console.domain.base import JurisdictionBase
from console.domain.lexicon import Lexicon
from console.domain.recognition.context import Context
from console.domain.recognition.emergency import EmergencyFinder, EmergencyKind, Hints
from console.domain.recognition.index import ExampleIndex, Features, features
from console.domain.recognition.normalise import Normaliser, Token, keys_of
from console.domain.recognition.settling import AnswerReader, OptionWords
from console.domain.recognition.words import WordLists
from console.domain.region import VillageKind

MOST_MATTERS: Final = 5
_NOTHING: Final = ""  # the code of chatter: recognised as being about no matter
_KEPT_START: Final = 6_000  # characters of a very long text; complaints say what it is about first …
_KEPT_END: Final = 2_000  # … and what they want last
_WINDOW: Final = 30  # words read at once; a longer text is read in overlapping parts
_STEP: Final = 20
_SOFT: Final = 3.0
_SHORTEST_TELLING = 3  # letters; the first keystrokes of a word ("a", "la") are about nothing yet
_MOST_PARTS: Final = 12
_MOST_BECAUSE: Final = 5
_TELLING: Final = 0.12  # of a matter's likeness: a word below this share did not decide
_TELLS: Final = 0.5  # weight from which a word says something
_SHORTEST_PLACE: Final = 4  # letters; shorter name parts are ordinary words


@dataclass(frozen=True, slots=True, kw_only=True)
class Tuning:
    """Numbers found by cross-validation on the base's sentences (see the shipped file).

    `sharpness` and `background` turn likeness into a probability; below `least_likeness`, or when it is more
    likely than `most_doubt` that the text is about nothing, no matter is named. `shown` is the smallest
    probability worth a line on the screen; `urgency` the likeness an emergency lends its matters.
    """

    sharpness: float
    background: float
    least_likeness: float
    least_known: float
    most_doubt: float
    least_chance: float
    shown: float
    urgency: float
    beyond_doubt: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RecognitionData:
    """Everything recognition knows besides the base and the lexicon."""

    lists: WordLists
    kin: Mapping[str, tuple[str, ...]]
    chatter: tuple[str, ...]
    terms: Mapping[str, tuple[str, ...]]
    kinds: tuple[EmergencyKind, ...]
    hints: Hints
    options: Mapping[str, Mapping[int, OptionWords]]
    topics: frozenset[str]
    tuning: Tuning


class Recogniser:
    """Recognises matters, emergencies and answers already given. Build once (0.3 s), ask often (ms).

    `places` are the names of the region's villages and districts.
    """

    def __init__(
        self, base: JurisdictionBase, lexicon: Lexicon, data: RecognitionData, places: Iterable[str]
    ) -> None:
        self._base = base
        self._tuning = data.tuning
        written = {matter.code: _written(base, data.terms, matter.code) for matter in base.matters}
        self._normaliser = Normaliser(
            lexicon,
            data.lists,
            known=_counted((*written.values(), [keys_of(line) for line in data.chatter], data.kin.values())),
            own=frozenset(
                word.casefold() for matter in base.matters for word in matter.keywords if word.isalpha()
            ),
        )
        self._context = Context(data.lists, _place_words(places), self._normaliser.knows)
        self._kin = _kin(data.kin, self._normaliser, data.lists.empty)
        self._index = ExampleIndex(self._examples(written, data.chatter), self._kin)
        self._emergencies = EmergencyFinder(
            data.kinds, data.hints, standard=self._standard, forms=self._normaliser.forms
        )
        self._topics = data.topics
        self._answers = AnswerReader(data.options, standard=self._standard, forms=self._normaliser.forms)

    def recognise(self, text: str) -> Recognition:
        """Return the matters a text may be about, best first, and the emergency it tells of."""
        tokens = self._normaliser.tokens(_cut(text))
        if not any(len(token.word) >= _SHORTEST_TELLING for token in tokens):
            return Recognition(matters=())
        found = self._emergencies.find(tokens)
        ranked = self._ranked(tokens, found[1] if found else ())
        emergency = found[0] if found else None
        if emergency is None and ranked and ranked[0].score >= self._tuning.beyond_doubt:
            emergency = self._emergencies.meant_by(ranked[0].code, tokens, ranked[0].because)
        return Recognition(matters=ranked, emergency=emergency)

    def settled(self, text: str, question_id: str, village_kind: VillageKind | None = None) -> int | None:
        """Return the option of a question that the text itself already chooses, or None."""
        return self._answers.settled(question_id, self._normaliser.tokens(_cut(text)), village_kind)

    def is_topic(self, question_id: str) -> bool:
        """Whether a question only asks what the complaint is about, so that clear words answer it."""
        return question_id in self._topics

    def _ranked(self, tokens: Sequence[Token], urgent: Sequence[str]) -> tuple[RankedMatter, ...]:
        weights = self._context.weights([token.word for token in tokens], [token.clause for token in tokens])
        scores = self._scores(list(self._bags(tokens, weights)), urgent)
        if not scores:
            return ()
        alone = self._is_one_word(tokens, weights)
        chances = _chances(scores, self._tuning, soft=alone)
        codes = sorted(filter(None, chances), key=lambda code: (-chances[code], code))
        if chances[codes[0]] < self._tuning.least_chance * (_SOFT if alone else 1.0):
            return ()
        shown = [code for code in codes if chances[code] >= self._tuning.shown or code in urgent]
        whole = features([token.root for token in tokens], weights)
        return tuple(self._matter(code, chances[code], tokens, whole) for code in shown[:MOST_MATTERS])

    def _bags(self, tokens: Sequence[Token], weights: Sequence[float]) -> Iterator[Features]:
        """Return the features of the text, or of its overlapping parts when it is long, where understood."""
        for part in _parts(weights):
            said, counting = [tokens[at] for at in part], [weights[at] for at in part]
            if self._is_understood(said, counting):
                yield features([token.root for token in said], counting)

    def _is_understood(self, tokens: Sequence[Token], weights: Sequence[float]) -> bool:
        """Whether something was said besides names and places, in words of which enough are known."""
        pairs = zip(tokens, weights, strict=True)
        telling = {token.root: token.guessed for token, weight in pairs if weight >= _TELLS}
        known = sum(0.5 if guessed else 1.0 for root, guessed in telling.items() if self._index.knows(root))
        return known > 0.0 and known >= self._tuning.least_known * len(telling)

    def _is_one_word(self, tokens: Sequence[Token], weights: Sequence[float]) -> bool:
        """Whether one word alone speaks: matters that share it (TPA, LSD, SPM) must stay near each other."""
        telling = zip(tokens, weights, strict=True)
        return len({token.root for token, weight in telling if weight and self._index.knows(token.root)}) == 1

    def _scores(self, bags: Sequence[Features], urgent: Sequence[str]) -> dict[str, float]:
        """Return likeness by matter; empty when the text is about none."""
        scores: dict[str, float] = {}
        for bag in bags:
            for code, score in self._index.scores(bag).items():
                if score > scores.get(code, 0.0):
                    scores[code] = score
        for place, code in enumerate(urgent, start=1):
            if code in self._base.matter_by_code:
                scores[code] = scores.get(code, 0.0) + self._tuning.urgency / place
        best = max((score for code, score in scores.items() if code), default=0.0)
        if best < self._tuning.least_likeness:
            return {}
        chances = _chances(scores, self._tuning)
        doubt = 1.0 - sum(chance for code, chance in chances.items() if code)
        return {} if doubt > self._tuning.most_doubt else scores

    def _matter(self, code: str, chance: float, tokens: Sequence[Token], bag: Features) -> RankedMatter:
        matter = self._base.matter(code)
        because = _because(tokens, self._index.shares(bag, code), self._kin)
        return RankedMatter(
            code=code, title=matter.title, level=matter.level, score=round(chance, 4), because=because
        )

    def _examples(
        self, written: Mapping[str, Sequence[list[str]]], chatter: Iterable[str]
    ) -> dict[str, list[Features]]:
        examples = {code: [self._bag(keys) for keys in texts] for code, texts in written.items()}
        examples[_NOTHING] = [self._bag(keys_of(line)) for line in chatter]
        return {code: [bag for bag in bags if bag] for code, bags in examples.items() if any(bags)}

    def _bag(self, keys: list[str]) -> Features:
        pairs = self._normaliser.pairs(keys)
        words = [word for word, _ in pairs]
        return features([root for _, root in pairs], self._context.weights(words, [0] * len(words)))

    def _standard(self, entry: str) -> list[str]:
        return [word for word, _ in self._normaliser.pairs(keys_of(entry))]


def _cut(text: str) -> str:
    if len(text) <= _KEPT_START + _KEPT_END:
        return text
    return f"{text[:_KEPT_START]} \n {text[-_KEPT_END:]}"


def _written(base: JurisdictionBase, terms: Mapping[str, tuple[str, ...]], code: str) -> list[list[str]]:
    matter = base.matter(code)
    texts = (matter.title, *matter.keywords, *terms.get(code, ()), *matter.sentences)
    return list(map(list, dict.fromkeys(tuple(keys_of(text)) for text in texts)))


def _counted(written: Iterable[Iterable[Iterable[str]]]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for texts in written:
        for keys in texts:
            counted.update(keys)
    return counted


def _place_words(places: Iterable[str]) -> frozenset[str]:
    return frozenset(word for name in places for word in keys_of(name) if len(word) >= _SHORTEST_PLACE)


def _kin(
    kin: Mapping[str, tuple[str, ...]], normaliser: Normaliser, empty: frozenset[str]
) -> dict[str, tuple[str, ...]]:
    """Return the groups of each root."""
    groups: dict[str, dict[str, None]] = {}
    for name, words in kin.items():
        for word, root in normaliser.pairs(list(words)):
            if word not in empty:
                groups.setdefault(root, {})[f"@{name}"] = None
    return {root: tuple(names) for root, names in groups.items()}


def _parts(weights: Sequence[float]) -> Iterator[range]:
    """Return the whole of a short text, overlapping parts of a long one: its first ones and its last two."""
    telling = [at for at, weight in enumerate(weights) if weight]
    starts = range(0, max(1, len(telling) - (_WINDOW - _STEP)), _STEP)
    for start in (*starts[: _MOST_PARTS - 2], *starts[_MOST_PARTS - 2 :][-2:]):
        first = telling[start - 1] + 1 if start else 0
        end = telling[start + _WINDOW] if start + _WINDOW < len(telling) else len(weights)
        yield range(first, end)


def _chances(scores: Mapping[str, float], tuning: Tuning, *, soft: bool = False) -> dict[str, float]:
    """Return the probability of each code; what is missing to 1 is that of none of them."""
    sharpness = tuning.sharpness * (_SOFT if soft else 1.0)
    likely = {code: exp(score / sharpness) for code, score in scores.items()}
    total = sum(likely.values()) + exp(tuning.background / sharpness)
    return {code: value / total for code, value in likely.items()}


def _because(
    tokens: Sequence[Token], shares: Features, kin: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """Return the citizen's own words that made the matter likely, in the order they were said."""
    by_root: dict[str, float] = defaultdict(float)
    for feature, share in shares.items():
        roots = feature.split(" ")
        for root in roots:
            by_root[root] += share / len(roots)
    said: dict[str, float] = {}
    for token in tokens:
        share = by_root.get(token.root, 0.0) + sum(
            shares.get(group, 0.0) for group in kin.get(token.root, ())
        )
        if share > said.get(token.typed, 0.0):
            said[token.typed] = share
    enough = _TELLING * sum(said.values())
    telling = [typed for typed, share in said.items() if share and share >= enough]
    best = set(sorted(telling, key=lambda typed: -said[typed])[:_MOST_BECAUSE])
    return tuple(typed for typed in telling if typed in best)
