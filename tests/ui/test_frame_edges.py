"""The edges of the window: troubles, links, Qt's own words, garbage, dialogs. Nothing private leaves."""

import gc
import logging
import sys
import threading
from collections.abc import Iterator
from functools import partial

import pytest
import shiboken6
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QMessageLogContext, QObject, Qt, QtMsgType, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from console import i18n
from console.domain.problems import Problem, ProblemCode
from console.ui import qt_log
from console.ui.app import ConsoleApplication
from console.ui.dialogs import ConfirmDialog, ConsoleDialog, FileQuestion
from console.ui.garbage import GarbageCollector
from console.ui.link_opener import DesktopLinkOpener
from console.ui.qt_words import QT_WORDS
from console.ui.redaction import redacted
from console.ui.tokens import Tone
from console.ui.troubles import TroublePresenter
from console.ui.widgets.notice import Notice
from console.wording import problem_sentence

LINK = "https://wa.me/6281234567890?text=Pelapor%20Bu%20Contoh%20%2B%20jalan"


@pytest.fixture
def presenter(qapp: ConsoleApplication) -> Iterator[TroublePresenter]:
    made = TroublePresenter(qapp)
    made.install()
    yield made
    made.uninstall()
    made.deleteLater()


def _raise(error: BaseException) -> BaseException:
    """Give the error the trace a real one has."""
    try:
        raise error
    except type(error) as raised:
        return raised


def test_a_problem_becomes_its_sentence(presenter: TroublePresenter) -> None:
    shown: list[Notice] = []
    presenter.noticed.connect(shown.append)
    problem = Problem(ProblemCode.BAD_PHONE, phone="12")
    presenter.present(problem)
    assert shown == [Notice(words=problem_sentence(problem), tone=Tone.DANGER)]


def test_a_bug_is_logged_without_what_was_typed_and_shown_as_one_calm_sentence(
    presenter: TroublePresenter, caplog: pytest.LogCaptureFixture
) -> None:
    shown: list[Notice] = []
    presenter.noticed.connect(shown.append)
    presenter.present(_raise(ValueError("cannot read 'Bu Contoh' 0812-3456-7890")))
    assert "Your work is still here" in shown[0].words
    assert "ValueError" in caplog.text
    assert "_raise" in caplog.text
    assert "Contoh" not in caplog.text
    assert "3456" not in caplog.text


def test_what_escapes_from_a_thread_is_presented_on_the_ui_thread(
    presenter: TroublePresenter, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    threads: list[threading.Thread] = []
    presenter.noticed.connect(lambda _: threads.append(threading.current_thread()))
    thread = threading.Thread(target=_raise, args=(RuntimeError("x"),))
    args = threading.ExceptHookArgs((RuntimeError, _raise(RuntimeError("x")), None, thread))
    worker = threading.Thread(target=threading.excepthook, args=(args,))
    with qtbot.waitSignal(presenter.noticed):
        worker.start()
        worker.join()
    assert threads == [threading.main_thread()]
    assert "RuntimeError" in caplog.text


def test_what_escapes_from_a_slot_is_presented(presenter: TroublePresenter, qtbot: QtBot) -> None:
    error = _raise(ZeroDivisionError())
    with qtbot.waitSignal(presenter.noticed):
        sys.excepthook(type(error), error, error.__traceback__)


def test_ctrl_c_still_ends_the_program(qapp: ConsoleApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: ended.append(error))
    presenter = TroublePresenter(qapp)
    presenter.install()
    error = _raise(KeyboardInterrupt())
    sys.excepthook(type(error), error, error.__traceback__)
    presenter.uninstall()
    presenter.deleteLater()
    assert ended == [error]


@pytest.mark.parametrize(
    "text",
    [
        f"could not open {LINK}",
        "gio: whatsapp://send?phone=6281234567890&text=Bu%20Contoh: no handler",
        "tel:+6281234567890 failed",
        "bad value 'Bu Contoh, 0812-3456-7890'",
        'key "Bu Contoh" of 6281234567890',
        "0812 3456 7890",
    ],
)
def test_links_numbers_and_quoted_words_are_blotted_out(text: str) -> None:
    clean = redacted(text)
    for private in ("Contoh", "1234567", "3456", "text="):
        assert private not in clean


def test_what_is_no_secret_stays_readable() -> None:
    assert redacted("QLayout: cannot add a null widget") == "QLayout: cannot add a null widget"


@given(st.text(max_size=400))
def test_a_log_line_is_one_short_line(text: str) -> None:
    clean = redacted(text)
    assert "\n" not in clean
    assert len(clean) <= 200


def test_qt_s_messages_reach_the_log_without_the_link(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="qt"):
        qt_log._write(QtMsgType.QtWarningMsg, QMessageLogContext(), f"Unable to open {LINK}")
    assert "Unable to open <link>" in caplog.text
    assert "wa.me" not in caplog.text


class Desktop(QObject):
    """Takes links in place of the desktop and notes the thread that brought them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.taken: list[str] = []
        self.threads: list[threading.Thread] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        """Note a link as it would be sent."""
        self.taken.append(bytes(url.toEncoded().data()).decode())
        self.threads.append(threading.current_thread())


@pytest.fixture
def desktop(qapp: ConsoleApplication) -> Iterator[Desktop]:
    made = Desktop(qapp)
    QDesktopServices.setUrlHandler("https", made, "take")  # type: ignore[arg-type]  # takes text, its stub asks for bytes
    yield made
    QDesktopServices.unsetUrlHandler("https")
    made.deleteLater()


@pytest.fixture
def opener(qapp: ConsoleApplication) -> Iterator[DesktopLinkOpener]:
    made = DesktopLinkOpener(qapp)
    yield made
    made.deleteLater()


def test_a_link_is_opened_exactly_as_it_was_encoded(desktop: Desktop, opener: DesktopLinkOpener) -> None:
    assert opener.open(LINK)
    assert desktop.taken == [LINK]


def test_a_link_from_a_worker_is_opened_on_the_ui_thread(desktop: Desktop, opener: DesktopLinkOpener) -> None:
    answers: list[bool] = []
    worker = threading.Thread(target=lambda: answers.append(opener.open(LINK)))
    worker.start()
    while worker.is_alive():
        QCoreApplication.processEvents()
    worker.join()
    assert answers == [True]
    assert desktop.threads == [threading.main_thread()]


def test_what_is_no_link_is_not_opened(opener: DesktopLinkOpener) -> None:
    assert not opener.open("https://wa.me/%%%")
    assert not opener.open("")


@pytest.fixture
def shouting(monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalogue in which every word is in capitals."""
    monkeypatch.setattr(i18n._current, "gettext", str.upper, raising=False)


@pytest.mark.usefixtures("shouting")
def test_qt_s_own_buttons_and_menus_speak_our_language(qtbot: QtBot) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert {button.text() for button in box.buttons()} == {"SAVE", "CANCEL"}
    line = QLineEdit("text")
    qtbot.addWidget(line)
    menu = line.createStandardContextMenu()
    words = {action.text().partition("\t")[0].replace("&", "") for action in menu.actions() if action.text()}
    menu.deleteLater()
    assert words == {"UNDO", "REDO", "CUT", "COPY", "PASTE", "DELETE", "SELECT ALL"}


@pytest.mark.usefixtures("shouting")
def test_words_of_qt_we_do_not_list_stay_as_they_are(qapp: ConsoleApplication) -> None:
    del qapp
    assert QCoreApplication.translate("QWidget", "Never listed") == "Never listed"


def test_the_list_of_qt_s_words_has_no_word_twice() -> None:
    assert len(set(QT_WORDS)) == len(QT_WORDS)


class Knot:
    """Refers to itself, so that only the collector can free it; notes where it died."""

    deaths: list[threading.Thread] = []  # noqa: RUF012 - shared on purpose

    def __init__(self) -> None:
        self.me = self

    def __del__(self) -> None:
        self.deaths.append(threading.current_thread())


def _tie_knots() -> None:
    for _ in range(5000):
        Knot()


def test_garbage_made_on_a_worker_is_collected_on_the_ui_thread_only(qapp: ConsoleApplication) -> None:
    Knot.deaths.clear()
    collector = GarbageCollector(qapp)
    assert not gc.isenabled()
    worker = threading.Thread(target=_tie_knots)
    worker.start()
    worker.join()
    assert Knot.deaths == []
    while len(Knot.deaths) < 5000:
        collector.collect()
    assert set(Knot.deaths) == {threading.main_thread()}
    collector.stop()
    collector.deleteLater()
    assert gc.isenabled()


@pytest.fixture
def frame(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def _is_gone(dialog: QDialog) -> bool:
    return not shiboken6.isValid(dialog)


def test_a_dialog_is_answered_with_enter_from_its_field_and_goes_away(frame: QWidget, qtbot: QtBot) -> None:
    dialog = ConsoleDialog(frame, "Change agent", accept_words="Start")
    line = QLineEdit(dialog)
    dialog.body.addWidget(line)
    answers: list[str] = []
    dialog.accepted.connect(lambda: answers.append(line.text()))
    dialog.open()
    QTest.keyClicks(line, "Dewi")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert answers == ["Dewi"]
    qtbot.waitUntil(partial(_is_gone, dialog))


def test_a_dialog_begins_in_its_first_field_and_tab_follows_the_reading_order(
    frame: QWidget, qtbot: QtBot
) -> None:
    dialog = ConsoleDialog(frame, "Change agent", accept_words="Start")
    name, desk = QLineEdit(dialog), QLineEdit(dialog)
    dialog.body.addWidget(name)
    dialog.body.addWidget(desk)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(name.hasFocus)
    for expected in (desk, dialog.cancel_button, dialog.accept_button, name):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        assert dialog.focusWidget() is expected
    dialog.close()
    qtbot.waitUntil(partial(_is_gone, dialog))


def test_a_dialog_is_left_with_escape(frame: QWidget, qtbot: QtBot) -> None:
    dialog = ConsoleDialog(frame, "Change agent", accept_words="Start")
    answers: list[str] = []
    dialog.accepted.connect(lambda: answers.append("yes"))
    dialog.open()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert answers == []
    qtbot.waitUntil(partial(_is_gone, dialog))


def test_enter_never_confirms_what_cannot_be_taken_back(frame: QWidget, qtbot: QtBot) -> None:
    dialog = ConfirmDialog(frame, "Delete the draft?", sentence="It is gone for good.", accept_words="Delete")
    dialog.open()
    answers: list[str] = []
    dialog.accepted.connect(lambda: answers.append("yes"))
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert answers == []
    dialog.accept_button.click()
    assert answers == ["yes"]
    qtbot.waitUntil(partial(_is_gone, dialog))


def test_a_file_question_answers_with_the_path_and_never_blocks(frame: QWidget) -> None:
    answers: list[str] = []
    question = FileQuestion(
        frame, "Save the report", pattern="Excel (*.xlsx)", answer=answers.append, save_as="sif.xlsx"
    )
    question.fileSelected.emit("/tmp/sif.xlsx")  # noqa: S108 - nothing is written
    assert answers == ["/tmp/sif.xlsx"]  # noqa: S108 - as above
    question.close()
    question.deleteLater()
