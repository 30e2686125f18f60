"""Runs migrations on the connection and in the transaction that `db.schema.upgrade` opened.

A new revision is written by hand: the next number in `versions`, the same number in `db.schema.HISTORY`.
`tests/db/test_migrations.py` prints what still differs between the migrated schema and `db.tables`.
"""

from alembic import context

from db.tables import metadata

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    transactional_ddl=True,
)
context.run_migrations()
