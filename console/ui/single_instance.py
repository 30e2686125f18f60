"""One window per user and data folder: a second start brings the first one forward and ends.

The lock is a plain file lock and costs nothing at start; the local socket that a second start speaks to is
opened after the first paint, because QtNetwork is not needed before.
"""

import getpass
import hashlib
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal, Slot

from console.domain.problems import Problem, ProblemCode

_PATIENCE_MS = 500
_SHOW = b"show"


class SingleInstance(QObject):
    """Holds the folder's lock; `shown` asks the window to come forward."""

    shown = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        owner = f"{getpass.getuser()}\n{folder}".encode()
        self._name = f"konsol-melayani-{hashlib.sha256(owner).hexdigest()[:16]}"
        self._lock = QLockFile(str(folder / "konsol.lock"))
        self._lock.setStaleLockTime(0)  # a lock is stale when its process is gone, never by age
        self._server: QObject | None = None

    def claim(self) -> None:
        """Take the lock, or wake the window that has it and raise `Problem` ALREADY_RUNNING."""
        if self._lock.tryLock(0):
            return
        if self._lock.error() == QLockFile.LockError.LockFailedError:
            self._wake_other()
            raise Problem(ProblemCode.ALREADY_RUNNING)
        raise Problem(ProblemCode.DISK_READ_ONLY, folder=str(Path(self._lock.fileName()).parent))

    def listen(self) -> None:
        """Hear later starts; a socket left behind by a killed program is removed (we hold the lock)."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - start-up time

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self._name)
        server.newConnection.connect(self._hear)
        server.listen(self._name)
        self._server = server

    def release(self) -> None:
        """Give the lock back."""
        self._lock.unlock()

    def _wake_other(self) -> None:
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - start-up time

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if socket.waitForConnected(_PATIENCE_MS):
            socket.write(_SHOW)
            socket.waitForBytesWritten(_PATIENCE_MS)
            socket.disconnectFromServer()

    @Slot()
    def _hear(self) -> None:
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - start-up time

        if isinstance(self._server, QLocalServer):
            while self._server.hasPendingConnections():
                caller = self._server.nextPendingConnection()
                caller.disconnected.connect(caller.deleteLater)
            self.shown.emit()
