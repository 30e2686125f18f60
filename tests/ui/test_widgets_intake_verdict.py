"""The parts of the second column: matters, the one question, the verdict, what is said, what is urgent."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from console.domain.assessment import (
    Assessment,
    Emergency,
    EmergencyService,
    InvolvedBody,
    Outcome,
    RankedMatter,
    Verdict,
)
from console.domain.level import Confidence, Level
from console.domain.matter import Deadline, Matter, Option, Procedure, Provenance, Question, Step
from console.ui.widgets.clamped_label import ClampedLabel
from console.ui.widgets.emergency_panel import EmergencyPanel
from console.ui.widgets.explanation import Explanation
from console.ui.widgets.judgement import Answered, Judgement, OpenQuestion
from console.ui.widgets.jurisdiction_column import JurisdictionColumn
from console.ui.widgets.matter_chips import MatterChips, short_title
from console.ui.widgets.override_panel import OverridePanel
from console.ui.widgets.procedure_panel import ProcedurePanel
from console.ui.widgets.question_panel import QuestionPanel
from console.ui.widgets.verdict_card import VerdictCard
from tests.builders import make_institution
from tests.ui.intake_desk import bring_up, focused, label, part

LONG = "Undang-undang dan peraturan pelaksanaannya yang panjang sekali, " * 12
FIRE = Emergency(
    kind="fire",
    services=(
        EmergencyService(name="Call Center", number="112"),
        EmergencyService(name="Damkar", number="113"),
    ),
    ask=("Di mana?",),
    because=("kebakaran",),
)


def _matter(number: int, title: str = "Jalan rusak") -> RankedMatter:
    return RankedMatter(
        code=f"JLN-0{number}", title=title, level=Level.PEMKAB, score=0.9, because=("jalan", "lubang")
    )


def _question(options: int = 3, *, own_unknown: bool = False) -> Question:
    made = [
        Option(
            number=number,
            text=f"Jawaban {number}",
            matter_codes=(f"JLN-0{number}",),
            how_to_tell=LONG,
            confidence=Confidence.HIGH,
            source="CONTOH",
        )
        for number in range(1, options + 1)
    ]
    if own_unknown:
        made[-1] = replace(made[-1], text="Tidak tahu")
    return Question(
        id="Q-1", domain="jalan", text="Jalan yang mana?", options=tuple(made), unknown_institution="PK-1"
    )


def _verdict(**given: object) -> Verdict:
    plain = Verdict(
        matter_code="JLN-01",
        matter_title="Jalan rusak",
        domain="jalan",
        level=Level.PROVINSI,
        institution=make_institution(name="Dinas Contoh Bina Marga", level=Level.PROVINSI),
        legal_basis="UU 38/2004",
        confidence=Confidence.HIGH,
        source="CONTOH",
        involved=(InvolvedBody(institution=make_institution(short_name="Kecamatan"), role="pendamping"),),
        explanation=("Jalan ini milik provinsi.", "Kami teruskan sekarang.", "Kabar pertama dua jam."),
        procedure_ids=("PROC-01",),
        deadlines=(),
        response_hours=2,
        base_version="1",
    )
    return replace(plain, **given)  # type: ignore[arg-type]  # fields of the verdict


def _judgement(*, verdict: Verdict | None = None, question: Question | None = None) -> Judgement:
    outcome = Outcome.VERDICT if verdict else Outcome.ASK if question else Outcome.NONE
    matters = (_matter(1), _matter(2), _matter(3)) if verdict or question else ()
    return Judgement(
        assessment=Assessment(text="x", outcome=outcome, matters=matters, question=question, verdict=verdict),
        question=OpenQuestion(question=question) if question else None,
    )


@pytest.fixture
def column(qtbot: QtBot) -> JurisdictionColumn:
    made = JurisdictionColumn()
    qtbot.addWidget(made)
    made.resize(474, 678)
    bring_up(qtbot, made)
    return made


def _cards(owner: QWidget, group: str) -> list[QPushButton]:
    return part(owner, group).findChildren(QPushButton)


@pytest.mark.parametrize("width", [80, 200, 420])
def test_a_clamped_text_never_grows_beyond_its_lines(qtbot: QtBot, width: int) -> None:
    label = ClampedLabel(LONG, lines=2)
    qtbot.addWidget(label)
    label.resize(width, 60)
    label.show()
    one = ClampedLabel("satu", lines=2)
    qtbot.addWidget(one)
    assert label.heightForWidth(width) <= 2 * one.heightForWidth(width)
    assert label.is_cut()
    assert label.toolTip() == LONG
    assert label.text() == LONG


def test_a_text_that_fits_needs_no_tool_tip(qtbot: QtBot) -> None:
    label = ClampedLabel("Dinas Contoh", lines=2)
    qtbot.addWidget(label)
    label.resize(300, 40)
    label.show()
    assert not label.is_cut()
    assert label.toolTip() == ""


def test_titles_are_shortened_at_their_explanations_first() -> None:
    assert short_title("Jalan desa rusak (antarpermukiman)", 20) == "Jalan desa rusak"
    assert short_title("Jalan desa rusak", 20) == "Jalan desa rusak"
    assert len(short_title("kata " * 50, 30)) <= 30


def test_the_chips_show_the_words_that_decided(qtbot: QtBot) -> None:
    chips = MatterChips()
    qtbot.addWidget(chips)
    chips.show_matters([_matter(1), _matter(2), _matter(3), _matter(4)], "JLN-01", numbered=True)
    heard: list[object] = []
    chips.chosen.connect(heard.append)
    assert len(_cards(chips, "intake-matters")) == 3
    assert "jalan, lubang" in label(chips, "intake-because").text()
    assert chips.choose_number(2)
    assert not chips.choose_number(4)
    assert heard == ["JLN-02"]


def test_an_answer_is_given_by_its_digit_and_zero_means_not_known(qtbot: QtBot) -> None:
    panel = QuestionPanel()
    qtbot.addWidget(panel)
    panel.show_question(OpenQuestion(question=_question(), unknown_office="DPUCKPP"))
    panel.show()
    heard: list[tuple[str, int]] = []
    panel.answered.connect(lambda *given: heard.append(given))
    assert panel.press(2)
    assert panel.press(0)
    assert not panel.press(4)
    assert heard == [("Q-1", 2), ("Q-1", 0)]


def test_a_not_known_worded_by_the_question_itself_is_the_general_one(qtbot: QtBot) -> None:
    panel = QuestionPanel()
    qtbot.addWidget(panel)
    panel.show_question(OpenQuestion(question=_question(own_unknown=True)))
    panel.show()
    heard: list[tuple[str, int]] = []
    panel.answered.connect(lambda *given: heard.append(given))
    assert [card.text() for card in _cards(panel, "intake-answers")] == [
        "Jawaban 1",
        "Jawaban 2",
        "Not known",
    ]
    assert LONG in _cards(panel, "intake-answers")[2].accessibleDescription()
    assert panel.press(0)
    assert heard == [("Q-1", 0)]


def test_how_to_tell_is_read_whole_and_written_out_for_the_answer_looked_at(
    column: JurisdictionColumn,
) -> None:
    column.show_judgement(_judgement(question=_question()))
    card = _cards(column, "intake-answers")[0]
    assert LONG.strip()[:40] in card.accessibleDescription()
    card.setFocus()
    shown = [label.text() for label in column.question.findChildren(ClampedLabel)]
    assert LONG in shown


def test_a_digit_answers_the_open_question_before_it_chooses_a_matter(column: JurisdictionColumn) -> None:
    answered: list[tuple[str, int]] = []
    chosen: list[object] = []
    column.answered.connect(lambda *given: answered.append(given))
    column.matter_chosen.connect(chosen.append)
    column.show_judgement(_judgement(question=_question()))
    column.focus_first()
    QTest.keyClick(focused(), Qt.Key.Key_2)
    assert (answered, chosen) == ([("Q-1", 2)], [])
    column.show_judgement(_judgement(verdict=_verdict()), "JLN-01")
    QTest.keyClick(focused(), Qt.Key.Key_3)
    assert (answered, chosen) == ([("Q-1", 2)], ["JLN-03"])


def test_the_focus_stays_in_the_column_when_the_question_is_settled(column: JurisdictionColumn) -> None:
    column.show_judgement(_judgement(question=_question()))
    column.focus_first()
    column.show_judgement(_judgement(verdict=_verdict()), "JLN-01")
    assert column.explanation.hasFocus()


def test_backspace_takes_the_last_answer_back(column: JurisdictionColumn) -> None:
    given = Answered(question_id="Q-1", question="Jalan yang mana?", number=2, answer="Provinsi")
    judged = replace(_judgement(verdict=_verdict(explanation=())), answered=(given,))
    heard: list[str] = []
    column.answer_taken_back.connect(heard.append)
    column.show_judgement(judged, "JLN-01")
    column.focus_first()
    QTest.keyClick(focused(), Qt.Key.Key_Backspace)
    assert heard == ["Q-1"]


def test_the_verdict_is_never_bare(qtbot: QtBot) -> None:
    card = VerdictCard()
    qtbot.addWidget(card)
    limit = Deadline(
        id="D-1",
        what="Jawaban",
        number=14,
        unit="hari",
        day_type="kerja",
        actor="x",
        provenance=Provenance(legal_basis="x", confidence=Confidence.HIGH, source="x"),
    )
    old = replace(limit, id="D-2", what="Aturan lama", superseded=True)
    card.show_verdict(_verdict(deadlines=(limit, old), note="ruas provinsi"), "bukan jalan desa")
    text = "\n".join(label.text() for label in card.findChildren(ClampedLabel) if not label.isHidden())
    for words in ("Dinas Contoh Bina Marga", "UU 38/2004", "Kecamatan (pendamping)", "14 hari kerja"):
        assert words in text
    assert "ruas provinsi" in text
    assert "bukan jalan desa" in text
    assert "not yet verified" in text
    assert "Aturan lama" not in text
    assert "Dinas Contoh Bina Marga" in card.accessibleName()


def test_a_signed_verdict_does_not_say_that_it_is_unverified(qtbot: QtBot) -> None:
    card = VerdictCard()
    qtbot.addWidget(card)
    card.show_verdict(_verdict(unverified=False))
    assert "verified" not in label(card, "intake-confidence").text()


def test_sentences_are_stepped_with_arrows_and_space_and_end_at_the_last(qtbot: QtBot) -> None:
    said = Explanation()
    qtbot.addWidget(said)
    said.set_sentences(("satu", "dua", "tiga"))
    bring_up(qtbot, said)
    said.setFocus()
    QTest.keyClick(said, Qt.Key.Key_Space)
    assert said.sentence() == "dua"
    for _ in range(4):
        QTest.keyClick(said, Qt.Key.Key_Right)
    assert said.sentence() == "tiga"
    QTest.keyClick(said, Qt.Key.Key_Left)
    assert said.sentence() == "dua"
    assert "dua" in said.accessibleName()


def test_the_same_sentences_stay_where_they_are(qtbot: QtBot) -> None:
    said = Explanation()
    qtbot.addWidget(said)
    said.set_sentences(("satu", "dua"))
    said.forward()
    said.set_sentences(("satu", "dua"))
    assert said.sentence() == "dua"
    said.set_sentences(("lain",))
    assert said.sentence() == "lain"


def test_each_emergency_service_is_one_key_away(column: JurisdictionColumn) -> None:
    heard: list[EmergencyService] = []
    column.service_called.connect(heard.append)
    column.show_judgement(_judgement(verdict=_verdict()), "JLN-01")
    column.show_emergency(FIRE)
    column.emergency.focus_first()
    QTest.keyClick(focused(), Qt.Key.Key_B)
    assert [service.number for service in heard] == ["113"]
    assert column.verdict.isVisible()
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert [service.number for service in heard] == ["113", "112"]


def test_escape_waves_an_emergency_aside(qtbot: QtBot) -> None:
    panel = EmergencyPanel()
    qtbot.addWidget(panel)
    heard: list[bool] = []
    panel.dismissed.connect(lambda: heard.append(True))
    panel.show_emergency(FIRE)
    bring_up(qtbot, panel)
    panel.focus_first()
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert heard == [True]
    assert "112" in panel.accessibleName()


def _known_matter() -> Matter:
    return Matter(
        code="PJU-01",
        domain="jalan",
        title="Lampu jalan mati",
        level=Level.PEMKAB,
        institution_code="PK-1",
        institution_text="DPUCKPP",
        provenance=Provenance(legal_basis="x", confidence=Confidence.HIGH, source="x"),
        keywords=(),
    )


def test_an_override_needs_a_matter_and_a_reason(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    panel = OverridePanel(window)
    window.resize(440, 400)
    bring_up(qtbot, window)
    panel.open()
    heard: list[tuple[str, str]] = []
    panel.applied.connect(lambda *given: heard.append(given))
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert panel.matter_field.error()
    QTest.keyClicks(focused(), "lampu")
    panel.offer([_known_matter()])
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert not panel.matter_field.error()
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert panel.reason_field.error()
    assert heard == []
    QTest.keyClicks(focused(), "tiangnya roboh")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert heard == [("PJU-01", "tiangnya roboh")]


def test_steps_and_documents_are_shown_in_order_and_left_with_escape(qtbot: QtBot) -> None:
    step = Step(
        number=1,
        who="Pemohon",
        text="Isi formulir.",
        documents="KTP",
        duration="",
        cost="",
        provenance=Provenance(legal_basis="x", confidence=Confidence.HIGH, source="x"),
    )
    procedure = Procedure(
        id="PROC-1",
        title="Mengurus izin",
        matter_codes=(),
        explanation="Gratis.",
        steps=(step,),
        cost="gratis",
    )
    panel = ProcedurePanel()
    qtbot.addWidget(panel)
    heard: list[bool] = []
    panel.closed.connect(lambda: heard.append(True))
    panel.show_procedures((procedure,))
    bring_up(qtbot, panel)
    panel.setFocus()
    said = [label.text() for label in panel.findChildren(QWidget) if hasattr(label, "text")]
    for words in ("Mengurus izin", "Gratis.", "Pemohon", "Isi formulir.", "Documents: KTP", "Cost: gratis"):
        assert words in said
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert heard == [True]


def test_long_legal_texts_do_not_push_the_buttons_off_the_screen(column: JurisdictionColumn) -> None:
    bodies = tuple(InvolvedBody(institution=make_institution(), role=LONG) for _ in range(6))
    verdict = _verdict(legal_basis=LONG, involved=bodies, note=LONG, explanation=(LONG[:90], LONG[:90]))
    column.show_judgement(_judgement(verdict=verdict), "JLN-01")
    assert column.verdict.height() < 300
    assert column.explanation.geometry().bottom() <= column.height()
