"""The directory follows every change of a contact, and answers any text."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.adapters.base_files import load_base
from console.adapters.region_files import load_region
from console.adapters.sample_files import load_sample_contacts, load_synonyms
from console.domain.contact import Contact
from console.domain.directory.documents import Background
from console.domain.directory_index import DirectoryIndex
from tests.builders import make_contact

_QUERIES = ("", "contoh", "bambang", "lampu jalan mati", "pju", "camat srno", "0812", "999", "k", "bolong")
_STOCK = load_sample_contacts()[100:130]

_CHANGES: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "name": st.sampled_from(
            ("Bambang Contoh", "Ketut Ari Contoh", "Mei Ling Contoh", "Sri Contoh Rahayu")
        ),
        "position": st.sampled_from(("Pengawas Jalan UPTD Genteng", "Petugas PJU", "Camat Srono", "Kadis")),
        "topics": st.sampled_from(((), ("PHB-04",), ("irigasi",), ("dalan bolong",))),
        "institution_code": st.sampled_from(("PK-DPUCKPP", "PK-KEC", "PT-PLN", "X-UNKNOWN")),
        "phone": st.sampled_from(("+6281200009999", "", "112", "+62333000009")),
    }
)
_EDITS = st.lists(
    st.tuples(st.sampled_from(("replace", "remove", "add")), st.sampled_from(_STOCK), _CHANGES), max_size=10
)


@pytest.fixture(scope="module")
def background() -> Background:
    return Background(load_base(), load_region(), load_synonyms())


@pytest.fixture(scope="module")
def sample(background: Background) -> DirectoryIndex:
    return DirectoryIndex(load_sample_contacts()[:120], background)


@given(text=st.text(max_size=60))
def test_any_text_gives_hits_whose_scores_fall_and_whose_reasons_are_words(
    sample: DirectoryIndex, text: str
) -> None:
    hits = sample.search(text, 10)
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert all(all(hit.because) for hit in hits)


@given(edits=_EDITS)
@settings(max_examples=40, deadline=None)
def test_an_edited_index_answers_like_one_built_anew(
    background: Background, edits: list[tuple[str, Contact, dict[str, Any]]]
) -> None:
    edited, kept = DirectoryIndex(_STOCK, background), {contact.id: contact for contact in _STOCK}
    for what, target, change in edits:
        if what == "remove":
            edited.remove(target.id)
            kept.pop(target.id, None)
        else:
            changed = replace(target if what == "replace" else make_contact(), **change)
            edited.replace(changed)
            kept[changed.id] = changed
        edited.search("contoh 0812")  # lets it lay out what the next edit must put in order again
        edited.search("")
    fresh = DirectoryIndex(kept.values(), background)
    assert len(edited) == len(fresh)
    assert list(edited.contacts()) == list(fresh.contacts())
    for query in _QUERIES:
        assert edited.search(query, 100) == fresh.search(query, 100), query


def test_a_changed_contact_is_found_by_its_new_words_only(background: Background) -> None:
    contact = make_contact(name="Rudi Contoh", position="Mantri Hewan", phone="+6281200001111")
    index = DirectoryIndex((contact,), background)
    index.replace(replace(contact, name="Wagiman Contoh", position="Camat Srono", phone="+6281200002222"))
    for old in ("rudi", "mantri hewan", "1111"):
        assert index.search(old) == (), old
    for new in ("wagiman", "wagimn", "camat srono", "2222"):
        assert len(index.search(new)) == 1, new


def test_a_removed_contact_is_not_found(background: Background) -> None:
    contact = make_contact(name="Rudi Contoh", phone="+6281200001111")
    other = make_contact(name="Wagiman Contoh", phone="+6281200001112", order=2)
    index = DirectoryIndex((contact, other), background)
    assert len(index.search("0812")) == 2
    index.remove(contact.id)
    assert [hit.contact for hit in index.search("0812", limit=1)] == [other]
    assert [hit.contact for hit in index.search("")] == [other]
    assert index.search("rudi") == ()


def test_a_contact_given_twice_counts_once(background: Background) -> None:
    contact = make_contact()
    index = DirectoryIndex((contact, replace(contact, name="Kedua Contoh")), background)
    assert len(index) == 1
    assert [hit.contact.name for hit in index.search("contoh")] == ["Kedua Contoh"]


def test_an_empty_directory_answers_nothing(background: Background) -> None:
    index = DirectoryIndex((), background)
    for query in ("", "rudi", "0812", "rdi sntso"):
        assert index.search(query) == ()
    index.remove(make_contact().id)
    assert len(index) == 0
