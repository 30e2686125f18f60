"""The command line as it is scripted against: documents, order, exit codes, one sentence per problem."""

import json
import os
import re
from pathlib import Path

import pytest

from tests.journeys.terminal import Terminal

MEGABYTE = "jalan rusak " * 90_000
DEEP = "[" * 100_000
TRICKY_LINES = [
    "jalan depan pasar srono bolong2 parah, arah ke muncar",
    "",
    "assalamualaikum",
    "'; DROP TABLE complaints; --",
    "{{ 7 * 7 }} {% for x in y %}",
    "\U0001f525\U0001f525 kebakaran di dapur tetangga",
    "\u202eterbalik\u202c السلام عليكم",
    "\x00\x01\x02 lampu jalan mati \x07",
    "a" * 5000,
    "dalan bolong nggarai tibo",
]


def _short(value: object) -> str:
    return str(value)[:60]


def test_version_is_one_line(terminal: Terminal) -> None:
    ran = terminal.konsol("--version")
    assert ran.code == 0
    assert re.fullmatch(r"konsol \d+\.\d+\.\d+\n", ran.out)


def test_a_verdict_document_has_the_contracts_fields(terminal: Terminal) -> None:
    document = terminal.konsol("jurisdiction", "--json", "KTP saya hilang, mau cetak baru").json()
    assert set(document) == {"text", "outcome", "emergency", "matters", "question", "verdict"}
    assert document["outcome"] == "verdict"
    assert document["verdict"]["level"] == "pemkab"
    assert document["verdict"]["institution_code"] == "PK-DUKCAPIL"
    assert document["verdict"]["legal_basis"]
    assert document["verdict"]["explanation"]
    best = document["matters"][0]
    assert set(best) == {"code", "title", "level", "score", "because"}
    assert 0 < best["score"] <= 1


def test_a_road_needs_the_one_question_and_the_answer_gives_the_verdict(terminal: Terminal) -> None:
    document = terminal.konsol("jurisdiction", "--json", "jalan berlubang parah").json()
    assert document["outcome"] == "ask"
    assert document["verdict"] is None
    assert document["question"]["id"] == "Q-JLN-01"
    option = next(one for one in document["question"]["options"] if "JLN-04" in one["matters"])
    answered = terminal.konsol("answer", "--json", "Q-JLN-01", str(option["option"])).json()
    assert answered["verdict"]["level"] == "kementerian"
    assert answered["verdict"]["institution_code"] == "KM-BBPJN"


def test_not_knowing_is_an_answer_and_leads_to_a_regency_office(terminal: Terminal) -> None:
    verdict = terminal.konsol("answer", "--json", "Q-JLN-01", "0").json()["verdict"]
    assert verdict["level"] == "pemkab"
    assert verdict["verification"] is True


def test_a_batch_answers_every_line_in_order(terminal: Terminal) -> None:
    ran = terminal.konsol("jurisdiction", "-", stdin="\n".join(TRICKY_LINES) + "\n")
    documents = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.code == 0
    assert [document["text"] for document in documents] == TRICKY_LINES
    assert documents[1]["outcome"] == documents[2]["outcome"] == "none"
    assert documents[5]["emergency"] is not None
    assert not documents[3]["matters"]


def test_bytes_that_are_no_text_do_not_stop_a_batch(terminal: Terminal) -> None:
    ran = terminal.konsol("jurisdiction", "-", stdin=b"\xff\xfe jalan rusak\nlampu jalan mati\n")
    assert ran.code == 0
    assert len(ran.out.splitlines()) == 2


def test_a_complaint_goes_in_and_is_found_again(terminal: Terminal) -> None:
    number = terminal.add(
        text="Lampu jalan mati di gang balai desa",
        channel="walk_in",
        village="Kebaman, Srono",
        phone="0812-3456-7890",
        name="Bu Contoh",
        desk="MPP1",
        agent="Dewi Contoh",
        answers={"Q-PJU-01": 1},
    )
    assert re.fullmatch(r"BM-MPP1-\d{6}-0001", number)
    shown = terminal.konsol("complaint", "show", "--json", number.lower()).json()
    assert shown["phone"] == "+6281234567890"
    assert shown["level"] == "pemkab"
    assert [entry["kind"] for entry in shown["timeline"]] == ["received", "judged"]
    listed = terminal.konsol("complaint", "list", "--json").json()["complaints"]
    assert [complaint["number"] for complaint in listed] == [number]
    assert terminal.konsol("complaint", "list", "--json", "--overdue").json() == {"complaints": []}
    assert terminal.konsol("complaint", "list", "--json", "--since", "2999-01-01").json() == {
        "complaints": []
    }
    assert number in terminal.konsol("complaint", "show", number).out


def test_the_message_is_prepared_and_masked_and_nothing_is_recorded(terminal: Terminal) -> None:
    number = terminal.add(
        text="Jalan berlubang, saya Budi Contoh 081234567890. *Tolong* & segera #1",
        phone="081234567890",
        name="Budi Contoh",
        answers={"Q-JLN-01": 3},
    )
    message = terminal.konsol("message", "--json", number).json()
    assert set(message) == {"to", "text", "url", "template"}
    assert number in message["text"]
    assert "0812****890" in message["text"]
    assert "Budi Contoh" not in message["text"]
    assert message["url"].startswith(f"https://wa.me/{message['to'].removeprefix('+')}?text=")
    assert len(message["url"]) <= 2000
    assert terminal.konsol("complaint", "show", "--json", number).json()["forwardings"] == []


def test_the_directory_finds_the_officer_by_everyday_words(terminal: Terminal) -> None:
    document = terminal.konsol("directory", "search", "--json", "--limit", "3", "lampu jalan mati").json()
    assert document["query"] == "lampu jalan mati"
    assert len(document["results"]) == 3
    assert document["results"][0]["institution_code"] == "PK-DPUCKPP"
    assert {"id", "name", "position", "institution", "field", "phone", "level", "score"} <= set(
        document["results"][0]
    )
    assert document["milliseconds"] >= 0


def test_options_may_stand_before_or_after_the_command(tmp_path: Path, terminal: Terminal) -> None:
    elsewhere = tmp_path / "elsewhere"
    ran = terminal.konsol("db", "status", "--json", "--data-dir", str(elsewhere))
    assert str(elsewhere) in ran.json()["file"]
    english = terminal.konsol("--lang", "en", "complaint", "show", "X")
    assert english.sentence() == "There is no complaint with number X. Check the number."


def test_the_words_are_indonesian_unless_asked_otherwise(terminal: Terminal) -> None:
    sentence = terminal.konsol("complaint", "show", "X").sentence()
    assert sentence == "Tidak ada aduan dengan nomor X. Periksa kembali nomornya."


def test_the_database_is_created_and_says_so(terminal: Terminal) -> None:
    assert terminal.konsol("db", "status", "--json").json()["state"] == "empty"
    upgraded = terminal.konsol("db", "upgrade", "--json").json()
    assert upgraded["state"] == "current"
    assert terminal.konsol("db", "status", "--json").json()["revision"] == upgraded["to"]
    assert terminal.konsol("db", "check", "--json").json() == {"ok": True, "faults": []}


def test_the_doctor_finds_a_fresh_installation_healthy(terminal: Terminal) -> None:
    report = terminal.konsol("doctor", "--json").json()
    assert report["ok"] is True
    assert {check["check"] for check in report["checks"]} >= {"base", "database", "folder", "recognition"}


@pytest.mark.parametrize(
    ("arguments", "stdin"),
    [
        (["complaint", "add"], ""),
        (["complaint", "add"], "{"),
        (["complaint", "add"], "[1]"),
        (["complaint", "add"], DEEP),
        (["complaint", "add"], json.dumps({"text": "  \n "})),
        (["complaint", "add"], json.dumps({"text": 7})),
        (["complaint", "add"], json.dumps({"text": "jalan rusak", "phone": "+62 812 3456 789O"})),
        (["complaint", "add"], json.dumps({"text": "jalan rusak", "phone": "0812345678 / 0813456789"})),
        (["complaint", "add"], json.dumps({"text": "jalan rusak", "village": "Atlantis"})),
        (["complaint", "add"], json.dumps({"text": "jalan rusak", "village": "Tamansari"})),
        (["complaint", "add"], json.dumps({"text": "jalan rusak", "channel": "pigeon"})),
        (["complaint", "add"], json.dumps({"text": "jalan rusak", "name": "x" * 201})),
        (["complaint", "add"], json.dumps({"text": "jalan rusak", "colour": "red"})),
        (["complaint", "add"], json.dumps({"text": "jalan rusak", "answers": {"Q-JLN-01": 99}})),
        (["complaint", "add"], json.dumps({"text": "jalan rusak", "answers": {"Q-NONE": 1}})),
        (["complaint", "add"], json.dumps({"text": "jalan rusak", "answers": [1]})),
        (["complaint", "add"], json.dumps({"text": "jalan rusak", "desk": "no desk"})),
        (["complaint", "add"], json.dumps({"text": MEGABYTE})),
        (["complaint", "add", "--file", "/nonexistent/complaint.json"], ""),
        (["complaint", "show", "BM-MPP1-261122-9999"], ""),
        (["complaint", "show", "' OR 1=1 --"], ""),
        (["complaint", "list", "--status", "lost"], ""),
        (["complaint", "list", "--since", "yesterday"], ""),
        (["message", "BM-MPP1-261122-9999"], ""),
        (["answer", "Q-NONE", "1"], ""),
        (["answer", "Q-JLN-01", "99"], ""),
    ],
    ids=_short,
)
def test_bad_input_is_one_sentence_and_stores_nothing(
    shared_terminal: Terminal, arguments: list[str], stdin: str
) -> None:
    ran = shared_terminal.konsol(*arguments, stdin=stdin)
    assert ran.code == 3, ran.err
    assert ran.sentence()
    assert ran.out == ""
    assert shared_terminal.konsol("complaint", "list", "--json").json() == {"complaints": []}


@pytest.mark.parametrize(
    "arguments",
    [["nonsense"], ["complaint"], ["answer", "Q-JLN-01", "two"], ["complaint", "list", "--limit", "0"]],
)
def test_wrong_usage_is_exit_code_2(terminal: Terminal, arguments: list[str]) -> None:
    ran = terminal.konsol(*arguments)
    assert ran.code == 2
    assert "Traceback" not in ran.err


def test_a_server_that_is_not_there_is_exit_code_5_and_keeps_the_password_secret(terminal: Terminal) -> None:
    ran = terminal.konsol("--database", "postgresql://agen:rahasia123@127.0.0.1:9/konsol", "db", "status")
    assert ran.code == 5
    assert "rahasia123" not in ran.sentence()


@pytest.mark.parametrize("url", ["mysql://x/y", "nonsense", "postgresql://[broken"])
def test_an_address_of_no_known_database_is_a_problem(terminal: Terminal, url: str) -> None:
    ran = terminal.konsol("--database", url, "db", "status")
    assert ran.code == 3
    assert ran.sentence()


def test_a_window_without_a_display_says_what_to_do(terminal: Terminal) -> None:
    bare = {
        key: value for key, value in os.environ.items() if not key.startswith(("DISPLAY", "WAYLAND", "QT_"))
    }
    ran = terminal.konsol("gui", env=bare)
    assert ran.code == 3
    assert "konsol tour" in ran.sentence()


def test_a_broken_settings_file_does_not_stop_the_console(terminal: Terminal) -> None:
    terminal.data_dir.mkdir()
    (terminal.data_dir / "settings.json").write_text('{"language": "klingon", "theme": 3')
    assert terminal.konsol("complaint", "list", "--json").json() == {"complaints": []}
