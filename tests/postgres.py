"""A real PostgreSQL server for the tests: made when first needed, thrown away at the end.

It runs as an ordinary user even when the tests run as root, because the server refuses root.
"""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import psycopg
from psycopg import sql

_NEEDED = "initdb"
_DEBIAN = Path("/usr/lib/postgresql")
_MISSING = (
    "PostgreSQL is not installed on this computer: the storage tests need its server programs"
    " (Debian: apt install postgresql). They are looked for through pg_config, in"
    " /usr/lib/postgresql/*/bin and on the PATH."
)
# Nothing here outlives the tests, so nothing needs to reach the disk.
_SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "32MB",
    "max_connections": "60",
    "autovacuum": "off",
    "jit": "off",
    "log_min_messages": "fatal",
}
_SAID = "said.txt"  # what the server's programs print
_START_SECONDS = 30
_TRIES = 5  # a port that was free may be taken before the server has it


@dataclass(frozen=True)
class Server:
    """A running server that belongs to the tests alone."""

    port: int
    folder: Path
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def url(self, database: str) -> str:
        """Return the address of a database, as users write it."""
        return f"postgresql://app@127.0.0.1:{self.port}/{database}"

    def run(self, statement: sql.Composed, database: str = "postgres") -> None:
        """Execute a statement of the administrator."""
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            connection.execute(statement)

    def create(self, template: str = "template0") -> str:
        """Create a database like `template` and return its name.

        It sorts as Indonesian dictionaries do, like a server in real use, not by bytes like SQLite.
        """
        name = f"konsol_{next(self._numbers)}"
        options = sql.SQL("")
        if template == "template0":
            options = sql.SQL(" ENCODING 'UTF8' LOCALE 'C' LOCALE_PROVIDER icu ICU_LOCALE 'id'")
        self.run(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy{}").format(
                sql.Identifier(name), sql.Identifier(template), options
            )
        )
        return name

    def drop(self, name: str) -> None:
        """Remove a database, whoever is still connected to it."""
        self.run(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@contextmanager
def postgres_server() -> Iterator[Server]:
    """Run a server of our own while the block runs; fail with a sentence when there is no PostgreSQL."""
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix="konsol-pg-"))
    user = _server_user()
    try:
        folder.chmod(0o755)
        if user is not None:
            os.chown(folder, user.pw_uid, user.pw_gid)
        _make_cluster(programs, folder, user)
        with _running(programs, folder, user) as port:
            yield Server(port, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    """Return the folder of the server's programs, of the newest version found."""
    places: list[Path] = []
    if shutil.which("pg_config"):
        told = subprocess.run(["pg_config", "--bindir"], capture_output=True, text=True, check=True)
        places.append(Path(told.stdout.strip()))
    places += sorted(_DEBIAN.glob("*/bin"), key=lambda path: -_version(path))
    on_path = shutil.which(_NEEDED)
    places += [Path(on_path).parent] if on_path else []
    for place in places:
        if (place / _NEEDED).exists():
            return place
    raise AssertionError(_MISSING)


def _version(programs: Path) -> int:
    name = programs.parent.name
    return int(name) if name.isdecimal() else 0


def _server_user() -> pwd.struct_passwd | None:
    """Return whom the server runs as when we are root; nobody else when we are not."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with suppress(KeyError):
            return pwd.getpwnam(name)
    raise AssertionError("There is no ordinary user to run PostgreSQL as.")


def _start(
    command: list[str | Path], folder: Path, user: pwd.struct_passwd | None
) -> subprocess.Popen[bytes]:
    with (folder / _SAID).open("ab") as said:
        return subprocess.Popen(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            env=os.environ | {"LC_ALL": "C", "HOME": str(folder)},
            user=user.pw_uid if user else None,
            group=user.pw_gid if user else None,
            extra_groups=[] if user else None,
        )


def _make_cluster(programs: Path, folder: Path, user: pwd.struct_passwd | None) -> None:
    options = ["-U", "app", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
    making = _start([programs / _NEEDED, "-D", folder / "data", *options], folder, user)
    assert making.wait() == 0, (folder / _SAID).read_text("utf-8")


@contextmanager
def _running(programs: Path, folder: Path, user: pwd.struct_passwd | None) -> Iterator[int]:
    settings = [part for name, value in _SETTINGS.items() for part in ("-c", f"{name}={value}")]
    for _try in range(_TRIES):
        port = _free_port()
        command: list[str | Path] = [programs / "postgres", "-D", folder / "data", "-p", str(port), *settings]
        server = _start(command, folder, user)
        if _answers(server, port):
            break
    else:
        raise AssertionError((folder / _SAID).read_text("utf-8"))
    try:
        yield port
    finally:
        server.send_signal(signal.SIGQUIT)  # the server's "immediate": its children go too
        server.wait()


def _answers(server: subprocess.Popen[bytes], port: int) -> bool:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        with suppress(psycopg.OperationalError):
            psycopg.connect(host="127.0.0.1", port=port, user="app", dbname="postgres").close()
            return True
        time.sleep(0.02)
    server.kill()
    server.wait()
    return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
