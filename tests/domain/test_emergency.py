"""Life in danger comes first, and nothing cries wolf."""

import pytest

from console.domain.assessment import Emergency
from tests.domain.recognition_ground import cases, recogniser, say

LEAST_SEEN = 0.97
MOST_FALSE = 0.03


def emergency(text: str) -> Emergency | None:
    return recogniser().recognise(text).emergency


def test_nearly_every_emergency_is_seen() -> None:
    texts = cases("emergencies")["texts"]
    missed = [text for text in texts if emergency(text) is None]
    say(f"emergencies: {len(texts)}, missed {len(missed)}")
    assert len(texts) >= 80
    assert len(missed) <= len(texts) * (1 - LEAST_SEEN), missed


def test_nearly_no_lookalike_raises_the_alarm() -> None:
    texts = cases("lookalikes")["texts"]
    false = [text for text in texts if emergency(text) is not None]
    say(f"look-alikes: {len(texts)}, false alarms {len(false)}")
    assert len(texts) >= 80
    assert len(false) <= len(texts) * MOST_FALSE, false


@pytest.mark.parametrize(
    ("text", "kind", "numbers"),
    [
        ("rumah tetangga kebakaran", "fire", ["112", "113"]),
        ("ada tabrakan motor dan truk, korban luka parah", "accident", ["112", "110"]),
        ("anak hanyut terseret arus sungai", "drowning", ["112", "115"]),
        ("ada orang mengamuk bawa celurit", "violence", ["112", "110"]),
        ("bapak kena serangan jantung", "unconscious", ["112", "119"]),
        ("istri mau melahirkan ketuban pecah", "birth", ["112", "119"]),
        ("kami terjebak banjir di atap", "flood_trapped", ["112", "115"]),
        ("ada ular kobra masuk kamar", "snake", ["112", "113"]),
        ("bau gas dari tabung elpiji mendesis", "gas_leak", ["112", "113"]),
        ("tetangga kesetrum kabel", "electric_shock", ["112", "119", "123"]),
        ("aku ingin bunuh diri", "suicide", ["112", "119"]),
        ("anak saya hilang di pasar", "missing", ["112", "110"]),
        ("ada maling masuk rumah saya", "robbery", ["112", "110"]),
    ],
)
def test_the_right_services_are_called_in_order(text: str, kind: str, numbers: list[str]) -> None:
    found = emergency(text)
    assert found is not None
    assert found.kind == kind
    assert [service.number for service in found.services] == numbers
    assert 3 <= len(found.ask) <= 5


def test_the_words_that_gave_it_away_are_the_citizens_own() -> None:
    text = "Tulung, OMAHE tonggo kobong!"
    found = emergency(text)
    assert found is not None
    assert found.because
    assert all(word in text for word in found.because)


@pytest.mark.parametrize(
    ("happening", "not_happening"),
    [
        ("ada kebakaran di pasar", "tahun lalu pernah ada kebakaran di pasar"),
        ("ada kebakaran di pasar", "kalau ada kebakaran di pasar lapor ke mana"),
        ("ada kebakaran di pasar", "tidak ada kebakaran di pasar"),
        ("ada kebakaran di pasar", "simulasi kebakaran di pasar"),
        ("ada kebakaran di pasar", "kebakaran di pasar sudah dipadamkan"),
        ("longsor menimpa rumah", "takut longsor menimpa rumah"),
        ("orang tenggelam di pantai", "film orang tenggelam di pantai"),
    ],
)
def test_a_tale_of_danger_is_not_danger(happening: str, not_happening: str) -> None:
    assert emergency(happening) is not None
    assert emergency(not_happening) is None


def test_fear_of_a_person_is_the_danger_itself() -> None:
    assert emergency("saya takut dibunuh suami, dia bawa pisau") is not None


def test_an_emergency_stands_beside_the_complaint() -> None:
    found = recogniser().recognise("jalannya rusak, ini anak saya jatuh dari motor tangannya patah")
    assert found.emergency is not None
    assert "JLN-01" in [matter.code for matter in found.matters]


def test_a_life_comes_before_a_house() -> None:
    found = emergency("rumah saya kebakaran dan saya ingin mati saja")
    assert found is not None
    assert found.kind == "suicide"
