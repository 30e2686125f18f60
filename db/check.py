"""A database's own examination: damaged pages, references to nothing, complaints no search would find."""

from sqlalchemy import Connection, Engine, text

from db.engine import WRITES, is_sqlite

_UNFINDABLE = {
    True: "SELECT count(*) FROM complaints WHERE seq NOT IN (SELECT id FROM complaint_words_docsize)",
    False: "SELECT count(*) FROM complaints WHERE seq NOT IN (SELECT seq FROM complaint_words)",
}
_SILENT = "SELECT count(*) FROM complaints WHERE id NOT IN (SELECT complaint_id FROM timeline)"
_SERVER_OBJECTS = (
    "SELECT 'index ' || indexrelid::regclass FROM pg_index WHERE NOT indisvalid"
    " UNION ALL SELECT 'constraint ' || conname FROM pg_constraint WHERE NOT convalidated"
)


def faults_of(engine: Engine) -> tuple[str, ...]:
    """Return what is wrong, one line each, in English for IT; nothing when the database is sound."""
    with engine.connect() as connection:
        own = _sqlite_faults(connection) if is_sqlite(engine) else _server_faults(connection)
        return (*own, *_missing(connection, embedded=is_sqlite(engine)))


def _sqlite_faults(connection: Connection) -> tuple[str, ...]:
    connection.execution_options(**{WRITES: True})  # FTS5's check is written as an INSERT
    pages = connection.exec_driver_sql("PRAGMA integrity_check").scalars()
    faults = [line for line in pages if line != "ok"]
    references = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    faults += [f"{table} row {row} refers to nothing in {parent}" for table, row, parent, _ in references]
    connection.exec_driver_sql("INSERT INTO complaint_words (complaint_words) VALUES ('integrity-check')")
    return tuple(faults)


def _server_faults(connection: Connection) -> tuple[str, ...]:
    invalid = connection.execute(text(_SERVER_OBJECTS)).scalars()
    return tuple(f"{name} is not valid" for name in invalid)


def _missing(connection: Connection, *, embedded: bool) -> tuple[str, ...]:
    unfindable = connection.execute(text(_UNFINDABLE[embedded])).scalar_one()
    silent = connection.execute(text(_SILENT)).scalar_one()
    found = {"without search words": unfindable, "without a timeline": silent}
    return tuple(f"{count} complaints {what}" for what, count in found.items() if count)
