"""Whether the database has the shape that this program needs. Makes a new one; never changes an old one, and does
without the migration library, which is slow to load."""

from sqlalchemy import (
    URL,
    Column,
    Connection,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    insert,
    inspect,
    select,
    text,
)

from storage.engines import place
from storage.faults import StorageFault
from storage.tables import metadata

# Every revision in `storage.migrations`, oldest first.
REVISIONS = ("0001",)
HEAD = REVISIONS[-1]

# Two programs that start on the same empty PostgreSQL database must not both fill it; any constant will do.
_MAKING = 0x5350415252494E47

# The migration library's own table, key name included, so that both ways lead to one shape.
_version = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)


def ready(connection: Connection, url: URL) -> None:
    """Returns when the shape is right, after making it in an empty database. Call it inside a writing transaction;
    raises StorageFault."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MAKING})
    names = set(inspect(connection).get_table_names())
    if _version.name in names:
        _compare(list(connection.execute(select(_version.c.version_num)).scalars()), url)
    elif names & set(metadata.tables):
        raise StorageFault(
            f"{place(url)} has tables of the same names that are not Sparring's: name another database in SPARRING_DATABASE_URL."
        )
    else:
        metadata.create_all(connection)
        _version.create(connection)
        connection.execute(insert(_version), {"version_num": HEAD})


def _compare(found: list[str], url: URL) -> None:
    if found == [HEAD]:
        return
    if not found or set(found) <= set(REVISIONS):
        raise StorageFault(f"{place(url)} is of an older Sparring: make a backup, then run `.venv/bin/python bot.py migrate`.")
    raise StorageFault(
        f"{place(url)} is of a newer Sparring (revision {found[0]}): install that version, or put back the backup made before it."
    )
