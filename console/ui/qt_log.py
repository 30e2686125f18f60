"""Qt's own messages, sent to the log without the links and numbers they like to quote."""

import logging

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from console.ui.redaction import redacted

_LOG = logging.getLogger("qt")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def _write(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    del context
    _LOG.log(_LEVELS.get(kind, logging.WARNING), "%s", redacted(message))


def log_qt_messages() -> None:
    """Take over Qt's messages for the life of the process."""
    qInstallMessageHandler(_write)
