"""Sentences the recogniser has never seen, and everyday ones: how often it is right."""

from collections import defaultdict

from tests.domain.recognition_ground import base, best, cases, held_out, recogniser, say

LEAST_FIRST = 0.68  # of the held-out sentences; 285 matters, some told apart only by a question
LEAST_SHOWN = 0.87
LEAST_EVERYDAY_FIRST = 0.90
LEAST_EVERYDAY_SHOWN = 0.95


def test_every_matter_is_found_by_a_sentence_it_was_not_taught() -> None:
    found: dict[str, bool] = defaultdict(bool)
    for code, sentence in held_out():
        found[code] = found[code] or code in best(sentence)
    assert not [code for code, seen in found.items() if not seen]
    assert {matter.code for matter in base().matters} == set(found)


def test_most_held_out_sentences_find_their_matter() -> None:
    sentences = held_out()
    ranked = [(code, best(sentence)) for code, sentence in sentences]
    first = sum(code == codes[0] for code, codes in ranked if codes) / len(ranked)
    shown = sum(code in codes for code, codes in ranked) / len(ranked)
    say(f"held out: {len(ranked)} sentences, first {first:.3f}, among three {shown:.3f}")
    assert first >= LEAST_FIRST
    assert shown >= LEAST_SHOWN


def test_most_everyday_complaints_find_their_matter() -> None:
    everyday = cases("everyday")
    ranked = [(set(codes), best(text)) for text, codes in everyday.items()]
    first = sum(codes[0] in right for right, codes in ranked if codes) / len(ranked)
    shown = sum(bool(right & set(codes)) for right, codes in ranked) / len(ranked)
    say(f"everyday: {len(ranked)} texts, first {first:.3f}, among three {shown:.3f}")
    assert len(ranked) >= 120
    assert first >= LEAST_EVERYDAY_FIRST
    assert shown >= LEAST_EVERYDAY_SHOWN


def test_nothing_is_read_into_greetings_names_and_nonsense() -> None:
    texts = cases("nothing")["texts"]
    wrong = [text for text in texts if recogniser().recognise(text).matters]
    assert len(texts) >= 60
    assert len(wrong) <= len(texts) * 0.05, wrong
    assert not [text for text in texts if recogniser().recognise(text).emergency]


def test_a_high_score_is_more_often_right_than_a_low_one() -> None:
    right: dict[bool, list[bool]] = {True: [], False: []}
    for code, sentence in held_out():
        matters = recogniser().recognise(sentence).matters
        if matters:
            right[matters[0].score >= 0.8].append(matters[0].code == code)
    sure, unsure = (sum(right[side]) / len(right[side]) for side in (True, False))
    assert sure >= 0.8
    assert unsure <= 0.65
