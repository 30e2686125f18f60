"""The message an official receives: exact in its link, silent about the reporter, never over the budget."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.message import (
    MAX_URL,
    Reporter,
    fit,
    masked_story,
    neutralise,
    reporter_line,
    whatsapp_url,
)
from console.domain.problems import Problem, ProblemCode
from console.domain.route import Route

BUDI = Reporter(name="Budi Contoh", phone="+6281234567890")
NOBODY = Reporter(name="", phone="")
texts = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=400)


@given(texts, st.sampled_from(Route))
def test_a_link_gives_back_exactly_the_text(text: str, route: Route) -> None:
    url = whatsapp_url(route, "+6281234567890", text)
    encoded = url.partition("text=")[2]
    assert unquote(encoded) == text.replace("\r\n", "\n").replace("\r", "\n")
    assert not set(encoded) & set("&#+ \n")


def test_a_link_names_the_number_without_plus() -> None:
    assert whatsapp_url(Route.WA_ME, "+6281234567890", "a&b").startswith("https://wa.me/6281234567890?text=")
    web = urlsplit(whatsapp_url(Route.WEB, "+6281234567890", "satu + dua & tiga"))
    assert parse_qs(web.query) == {"phone": ["6281234567890"], "text": ["satu + dua & tiga"]}
    assert whatsapp_url(Route.APP, "+62812", "x").startswith("whatsapp://send?phone=62812&text=")


def test_the_reporter_is_masked_unless_the_agent_says_otherwise() -> None:
    assert reporter_line(BUDI, reveal=False) == "B*** (0812****890)"
    assert reporter_line(BUDI, reveal=True) == "Budi Contoh (+6281234567890)"
    assert reporter_line(NOBODY, reveal=False) == ""
    assert reporter_line(Reporter(name="", phone="+6281234567890"), reveal=False) == "0812****890"


@pytest.mark.parametrize(
    "number", ["081234567890", "0812-3456-7890", "+62 812 3456 7890", "62812.3456.7890", "812 3456 7890"]
)
def test_the_story_does_not_give_away_who_told_it(number: str) -> None:
    story = f"Saya budi contoh, telepon saja {number} ya"
    told = masked_story(story, BUDI, reveal=False)
    assert "budi" not in told.casefold()
    assert "4567" not in told
    assert told.startswith("Saya B")
    assert told.endswith(" ya")


@pytest.mark.parametrize("nik", ["3510012345678901", "3510 0123 4567 8901", "35.10.01.234567.8901"])
def test_identity_numbers_never_leave_even_when_the_reporter_is_shown(nik: str) -> None:
    assert "8901" not in masked_story(f"NIK {nik} tidak terdaftar", BUDI, reveal=True)


def test_formatting_marks_of_the_citizen_are_neutralised_and_longer_numbers_stay() -> None:
    assert not set(neutralise("*tebal* _miring_ ~coret~ `kode`")) & set("*_~`")
    assert neutralise("meteran 12345678901234567") == "meteran 12345678901234567"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=6000))
def test_only_the_story_is_shortened_and_every_link_fits(story: str) -> None:
    def render(told: str) -> str:
        return f"Nomor BM-MPP1-261122-0007\n{told}\nLokasi: depan Pasar Srono"

    def url_of(text: str) -> str:
        return whatsapp_url(Route.WA_ME, "+6281234567890", text)

    text, shortened = fit(render, story, url_of)
    assert len(url_of(text)) <= MAX_URL
    assert text.startswith("Nomor BM-MPP1-261122-0007")
    assert text.endswith("Lokasi: depan Pasar Srono")
    assert shortened is (text != render(story))


def test_a_message_that_cannot_be_shortened_enough_is_a_problem() -> None:
    with pytest.raises(Problem) as refused:
        fit(lambda story: "x" * 3000 + story, "cerita", lambda text: text)
    assert refused.value.code is ProblemCode.MESSAGE_TOO_LONG
