"""The throw-away server: there or a sentence, and gone afterwards."""

from pathlib import Path

import psycopg
import pytest

from tests import postgres
from tests.postgres import postgres_server


def test_without_postgresql_the_tests_fail_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(postgres, "_DEBIAN", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(AssertionError, match="apt install postgresql"), postgres_server():
        pass


def test_nothing_of_the_server_stays() -> None:
    with postgres_server() as server:
        url = server.url("postgres")
        psycopg.connect(url).close()
        assert server.folder.exists()
    assert not server.folder.exists()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url)
