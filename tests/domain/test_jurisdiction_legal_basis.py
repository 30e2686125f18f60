"""Article numbers are spoken only when somebody has read the article."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.legal_basis import laws_only, without_articles
from tests.domain.recognition_ground import base

POINT = re.compile(r"\b(Pasal|ayat|huruf|angka|Lampiran)\b")
LAW = re.compile(r"\d+/\d{4}")


@pytest.mark.parametrize(
    ("full", "laws"),
    [
        ("UU 38/2004 jo UU 2/2022 Pasal 9 ayat (8)", "UU 38/2004 jo UU 2/2022"),
        (
            "UU 38/2004 jo UU 2/2022 Pasal 9 ayat (8) dan Pasal 16; UU 22/2009 Pasal 24 dan Pasal 273",
            "UU 38/2004 jo UU 2/2022; UU 22/2009",
        ),
        ("UU 25/2009 Pasal 36, 40, 44, 46, 50; UU 23/2014 Pasal 351", "UU 25/2009; UU 23/2014"),
        ("UU 23/2014 Lampiran huruf O angka 1 huruf g, l, n (provinsi)", "UU 23/2014 (provinsi)"),
        ("UU 6/2014 Pasal 79-80", "UU 6/2014"),
        ("PP 16/2021 Pasal 1 angka 52-53, Pasal 254", "PP 16/2021"),
        (
            "UU 17/2019 (tugas pusat, Pasal 13 dan Pasal 15); PP 28/2025",
            "UU 17/2019 (tugas pusat); PP 28/2025",
        ),
        ("UU 2/2022 (Pasal 51A)", "UU 2/2022"),
        ("Perda 8/2016 (sanksi: Pasal 79)", "Perda 8/2016 (sanksi)"),
        (
            "UU 27/2007 Pasal 16 ayat (2) sebagaimana diubah UU 6/2023 Pasal 18",
            "UU 27/2007 sebagaimana diubah UU 6/2023",
        ),
        (
            "Perpres 55/2022 Pasal 2 ayat (1). Lampiran UU 23/2014 huruf CC dicabut UU 3/2020",
            "Perpres 55/2022",
        ),
        ("Permen PUPR 14/PRT/M/2015 tentang Kriteria", "Permen PUPR 14/PRT/M/2015 tentang Kriteria"),
        ("SE Menteri Agama 5/2022", "SE Menteri Agama 5/2022"),
        ("UU 35/2014 Pasal 9 ayat (1a) dan Pasal 54", "UU 35/2014"),
        ("UU 22/2009 Pasal 287 ayat (1)-(3)", "UU 22/2009"),
    ],
)
def test_only_the_laws_remain(full: str, laws: str) -> None:
    assert laws_only(full) == laws


def test_no_basis_of_the_base_keeps_a_point_or_loses_a_law() -> None:
    for matter in base().matters:
        full = matter.provenance.legal_basis
        laws = laws_only(full)
        assert laws
        assert not POINT.search(laws), laws
        assert set(LAW.findall(full.split(". ")[0])) <= set(LAW.findall(laws)), full


@given(st.text(alphabet="UPasl ayt()0123456789/;,.-hurfk", max_size=60))
def test_any_text_is_taken(text: str) -> None:
    assert laws_only(laws_only(text)) is not None


@given(
    st.integers(1, 99),
    st.integers(1945, 2030),
    st.lists(st.tuples(st.integers(1, 400), st.integers(1, 20)), min_size=1, max_size=4),
)
def test_every_article_goes_and_the_law_stays(number: int, year: int, points: list[tuple[int, int]]) -> None:
    law = f"UU {number}/{year}"
    articles = " dan ".join(f"Pasal {article} ayat ({verse})" for article, verse in points)
    assert laws_only(f"{law} {articles}") == law


def test_a_note_keeps_only_the_clauses_that_name_no_article() -> None:
    note = "Ikuti status jalan: nasional bukan pemkab. Perlintasan tanpa izin harus ditutup (Pasal 94)."
    assert without_articles(note) == "Ikuti status jalan: nasional bukan pemkab."
    assert without_articles("Lihat UU 38/2004; tanya dinas.") == "Lihat UU 38/2004; tanya dinas."
    assert without_articles("PP 43/2014 Pasal 81 telah diubah.") == ""
