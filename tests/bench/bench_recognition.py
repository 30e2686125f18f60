"""How right and how fast recognition is: ``python -m tests.bench.bench_recognition``."""

import time
from collections.abc import Callable, Sequence
from functools import partial
from statistics import quantiles

from console.adapters.base_files import load_base
from console.adapters.lexicon_files import load_lexicon
from console.adapters.recognition_files import load_recogniser
from console.adapters.region_files import load_region
from console.domain.assessment import Recognition
from tests.domain.recognition_ground import cases, held_out, say


def main() -> None:
    """Print accuracy, alarms and times."""
    base, lexicon, region = load_base(), load_lexicon(), load_region()
    builds = [_timed(lambda: load_recogniser(base, lexicon, region)) for _ in range(5)]
    say(f"build: best {min(builds):.3f} s, median {sorted(builds)[2]:.3f} s")
    recognise = load_recogniser(base, lexicon, region).recognise
    _accuracy("held out", recognise, [({code}, sentence) for code, sentence in held_out()])
    _accuracy("everyday", recognise, [(set(codes), text) for text, codes in cases("everyday").items()])
    _alarms(recognise)
    texts = [*cases("everyday"), *(sentence for _, sentence in held_out()), *cases("emergencies")["texts"]]
    _speed("one text", recognise, texts)
    _speed("20,000 characters", recognise, [" ".join(texts)[:20_000]] * 5)
    _speed("1,000,000 characters", recognise, [(" ".join(texts) * 40)[:1_000_000]] * 3)


def _accuracy(
    name: str, recognise: Callable[[str], Recognition], wanted: Sequence[tuple[set[str], str]]
) -> None:
    ranked = [(right, [matter.code for matter in recognise(text).matters]) for right, text in wanted]
    first = sum(bool(set(codes[:1]) & right) for right, codes in ranked)
    three = sum(bool(set(codes[:3]) & right) for right, codes in ranked)
    say(
        f"{name}: {len(ranked)} texts, first {first / len(ranked):.1%}, among three {three / len(ranked):.1%}"
    )


def _alarms(recognise: Callable[[str], Recognition]) -> None:
    danger, quiet, nothing = (cases(name)["texts"] for name in ("emergencies", "lookalikes", "nothing"))
    seen = sum(recognise(text).emergency is not None for text in danger)
    false = sum(recognise(text).emergency is not None for text in quiet)
    read_in = sum(bool(recognise(text).matters) for text in nothing)
    say(f"emergencies: {seen} of {len(danger)} seen, {false} of {len(quiet)} false alarms")
    say(f"nothing: {read_in} of {len(nothing)} read into")


def _speed(name: str, recognise: Callable[[str], Recognition], texts: Sequence[str]) -> None:
    times = sorted(1000 * _timed(partial(recognise, text)) for text in texts)
    cuts = quantiles(times, n=20)
    say(f"{name}: p50 {cuts[9]:.1f} ms, p95 {cuts[18]:.1f} ms, worst {times[-1]:.1f} ms")


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
