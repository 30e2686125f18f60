"""Open WhatsApp and telephone links through the desktop; the link itself is never written anywhere."""

import threading

from PySide6.QtCore import QObject, Qt, QThread, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

_PATIENCE_S = 5.0


class _Request:
    def __init__(self, url: str) -> None:
        self.url = url
        self.opened = False
        self.answered = threading.Event()


class DesktopLinkOpener(QObject):
    """Implements `services.ports.LinkOpener`; may be called from any thread, Qt is asked on its own."""

    _wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def open(self, url: str) -> bool:
        """Hand an already percent-encoded `url` to the system; false when nothing took it within 5 s."""
        if QThread.currentThread() is self.thread():
            return self._open(url)
        request = _Request(url)
        self._wanted.emit(request)
        return request.answered.wait(_PATIENCE_S) and request.opened

    @Slot(object)
    def _answer(self, request: _Request) -> None:
        try:
            request.opened = self._open(request.url)
        finally:
            request.answered.set()

    def _open(self, url: str) -> bool:
        # `QUrl(str)` would decode and encode again and change the message text.
        target = QUrl.fromEncoded(url.encode("ascii"), QUrl.ParsingMode.StrictMode)
        return target.isValid() and QDesktopServices.openUrl(target)
