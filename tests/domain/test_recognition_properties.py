"""Whatever is typed or pasted: no crash, the same answer twice, letter case and spaces do not matter."""

from hypothesis import given, settings
from hypothesis import strategies as st

from console.domain.assessment import Recognition
from tests.domain.recognition_ground import base, recogniser

WORDS = sorted({word for matter in base().matters[::7] for text in matter.keywords for word in text.split()})
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)


def _outcome(found: Recognition) -> tuple[list[tuple[str, float]], str]:
    scores = [(matter.code, matter.score) for matter in found.matters]
    return scores, found.emergency.kind if found.emergency else ""


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    found = recogniser().recognise(text)
    assert len(found.matters) <= 5
    assert all(0.0 < matter.score <= 1.0 for matter in found.matters)
    assert [matter.score for matter in found.matters] == sorted(
        (matter.score for matter in found.matters), reverse=True
    )


@settings(max_examples=60, deadline=None)
@given(SENTENCES)
def test_the_same_text_gives_the_same_answer(text: str) -> None:
    assert recogniser().recognise(text) == recogniser().recognise(text)


@settings(max_examples=60, deadline=None)
@given(SENTENCES)
def test_letter_case_and_spaces_do_not_matter(text: str) -> None:
    plain = _outcome(recogniser().recognise(text))
    assert _outcome(recogniser().recognise(text.upper())) == plain
    assert _outcome(recogniser().recognise(f"  {text.replace(' ', '   ')} \t")) == plain


@settings(max_examples=40, deadline=None)
@given(
    SENTENCES, st.sampled_from(["\u202e", "\u0000", "\ufeff", "'; DROP TABLE x; --", "{{7*7}}", "%n%s", "🙏"])
)
def test_hostile_characters_change_nothing_but_themselves(text: str, extra: str) -> None:
    recogniser().recognise(extra + text + extra)


def test_the_beginning_of_a_very_long_text_is_read() -> None:
    text = "jalan di desa kami rusak parah. " + "mohon perhatian bapak ibu sekalian xqzt " * 25_000
    found = recogniser().recognise(text)
    assert found.matters[0].code.startswith("JLN")


def test_a_long_letter_finds_what_it_is_about() -> None:
    polite = "Dengan hormat, perkenankan kami warga menyampaikan hal sebagai berikut. " * 6
    letter = f"{polite} Lampu penerangan jalan di dusun kami mati sejak dua minggu. {polite}"
    assert "PHB-04" in [matter.code for matter in recogniser().recognise(letter).matters]
