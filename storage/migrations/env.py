"""Runs the steps on the connection that `storage.migrating` hands over, inside its transaction."""

from alembic import context

from storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # SQLite can alter little of a table: steps are written with batch_alter_table, which copies it.
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
