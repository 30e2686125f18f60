"""The shipped lists belong to the shipped base: an unknown code would silently do nothing."""

from console.adapters.recognition_files import load_recognition_data
from tests.domain.recognition_ground import base

DATA = load_recognition_data()


def test_every_term_belongs_to_a_matter() -> None:
    assert set(DATA.terms) <= set(base().matter_by_code)


def test_every_list_of_answers_belongs_to_a_question_and_its_options() -> None:
    for question_id, options in DATA.options.items():
        numbers = {option.number for option in base().question(question_id).options}
        assert set(options) <= numbers, question_id
    assert set(base().question_by_id) >= DATA.topics


def test_every_emergency_names_services_questions_and_known_matters() -> None:
    for kind in DATA.kinds:
        assert kind.services[0].number == "112", kind.name
        assert 3 <= len(kind.ask) <= 5, kind.name
        assert set(kind.matters) <= set(base().matter_by_code), kind.name
        assert kind.signs, kind.name


def test_emergency_services_are_the_public_numbers() -> None:
    numbers = {service.number for kind in DATA.kinds for service in kind.services}
    assert numbers <= {"112", "110", "113", "115", "119", "123"}


def test_no_word_is_both_empty_and_a_landmark_that_matters() -> None:
    assert not DATA.lists.empty & DATA.lists.denials - {"bukan"}
    assert not DATA.lists.empty & DATA.lists.weak
