"""From a database URL to connections that keep their word, and from a driver's error to one line for people. Knows
SQLite's and PostgreSQL's habits, and no table."""

from pathlib import Path
from typing import Any, Literal

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from storage.faults import StorageFault

Synchronous = Literal["FULL", "NORMAL"]

BUSY_SECONDS = 5
CONNECT_SECONDS = 5
READERS = 4


def address(url: str) -> URL:
    """The parsed database URL; raises StorageFault when it is none that Sparring can use."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        raise StorageFault(
            "SPARRING_DATABASE_URL is not a database URL: write sqlite:///data/sparring.db or postgresql://user:password@host/database."
        ) from None
    kind = parsed.drivername.split("+")[0]
    if kind == "sqlite":
        if parsed.database in (None, "", ":memory:"):
            raise StorageFault("A database in memory keeps nothing: name a file, for example sqlite:///data/sparring.db.")
        return parsed.set(drivername="sqlite+pysqlite")
    if kind in ("postgresql", "postgres"):
        return parsed.set(drivername="postgresql+psycopg")
    raise StorageFault(f"Sparring keeps its record in SQLite or PostgreSQL, not in {kind}: change SPARRING_DATABASE_URL.")


def place(url: URL) -> str:
    """How the database is named to people; never with its password."""
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    host = url.host or url.query.get("host") or "localhost"
    return f"PostgreSQL at {host}:{url.port or 5432}/{url.database or ''}"


def writing_engine(url: URL, synchronous: Synchronous = "FULL", *, foreign_keys: bool = True) -> Engine:
    """Connections of the one writer: a transaction begins with the write lock. NORMAL may lose the last commits at a
    power cut, never at a kill.

    Without `foreign_keys` SQLite lets a migration replace a table that others point to."""
    if url.get_backend_name() == "postgresql":
        durable = "on" if synchronous == "FULL" else "off"
        return _postgresql(url, 1, f"-c synchronous_commit={durable}", isolation_level="READ COMMITTED")
    return _sqlite(
        url,
        1,
        "BEGIN IMMEDIATE",
        "PRAGMA journal_mode=WAL",
        f"PRAGMA synchronous={synchronous}",
        f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}",
        # What was deleted is overwritten: a person's deletion is one also for who reads the file.
        "PRAGMA secure_delete=ON",
    )


def reading_engine(url: URL) -> Engine:
    """Connections that cannot write; each transaction sees one moment of the record."""
    if url.get_backend_name() == "postgresql":
        return _postgresql(url, READERS, "-c default_transaction_read_only=on", isolation_level="REPEATABLE READ", pool_pre_ping=True)
    return _sqlite(url, READERS, "BEGIN", "PRAGMA query_only=ON")


def _sqlite(url: URL, connections: int, begin: str, *pragmas: str) -> Engine:
    engine = create_engine(
        url,
        pool_size=connections,
        max_overflow=0,
        hide_parameters=True,
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        # The driver must not begin transactions by itself: it would begin them without the write lock.
        connection.isolation_level = None
        for pragma in (*pragmas, "PRAGMA temp_store=MEMORY"):
            connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _postgresql(url: URL, connections: int, options: str, **more: Any) -> Engine:
    return create_engine(
        url,
        pool_size=connections,
        max_overflow=0,
        hide_parameters=True,
        connect_args={"connect_timeout": CONNECT_SECONDS, "options": options, "application_name": "sparring"},
        **more,
    )


def make_folder(url: URL) -> None:
    """Makes the folder of an SQLite file, for its owner only; raises StorageFault when that is not possible."""
    if url.get_backend_name() != "sqlite":
        return
    folder = Path(str(url.database)).absolute().parent
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StorageFault(
            f"The folder {folder} cannot be made ({error.strerror}): let this user write there, "
            "or name another place in SPARRING_DATABASE_URL."
        ) from None


def fault(error: Exception, url: URL) -> StorageFault:
    """The one line for a driver's error: what is wrong, where, what to do."""
    if isinstance(error, StorageFault):
        return error
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    said = (str(cause).strip().splitlines() or [type(cause).__name__])[0]
    where = place(url)
    if url.get_backend_name() == "sqlite":
        return StorageFault(_sqlite_words(said, where))
    if isinstance(error, DBAPIError):
        return StorageFault(f"{where} does not answer as it should ({said}): see that it runs, and that SPARRING_DATABASE_URL is right.")
    if isinstance(error, SQLAlchemyError):
        return StorageFault(f"{where} cannot be used ({type(error).__name__}): see that it runs.")
    return StorageFault(f"{where} cannot be used ({type(error).__name__}).")


def _sqlite_words(said: str, where: str) -> str:
    folder = Path(where).absolute().parent
    if "locked" in said or "busy" in said:
        return f"{where} is locked by another process: stop what else is using it, then try again."
    if "not a database" in said or "malformed" in said or "disk image" in said:
        return f"{where} is not an SQLite database, or a damaged one: move it away, or put a backup in its place."
    if "readonly" in said or "unable to open" in said:
        return (
            f"{where} cannot be written: let this user write to it and to the folder {folder}, "
            "or name another place in SPARRING_DATABASE_URL."
        )
    if "full" in said:
        return f"No room is left for {where}: free space on the disk of {folder}."
    return f"{where} cannot be used ({said}): see that the disk of {folder} is in order."
