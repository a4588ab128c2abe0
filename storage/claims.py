"""One process at a time for what only one may do, such as polling. The lock is the engine's own and dies with its
process, so that nothing has to time out after a kill."""

import hashlib
from contextlib import suppress

from sqlalchemy import URL, Connection, Engine, create_engine, text
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from storage.engines import CONNECT_SECONDS, fault, place
from storage.faults import StorageFault


class Claim:
    """A name that is held in this database. SQLite: an exclusive lock on an empty file beside it. PostgreSQL: an
    advisory lock of one connection."""

    def __init__(self, url: URL, name: str) -> None:
        """Takes the name (letters only) at once; raises StorageFault when another process has it, or the lock cannot
        be asked for."""
        engine = _engine(url, name)
        connection: Connection | None = None
        taken = False
        try:
            connection = engine.connect()
            taken = _take(connection, name)
        except OperationalError as error:
            if "locked" not in str(error.orig):
                raise fault(error, url) from None
        finally:
            # The connection stays open only where it holds something.
            if connection is not None and not taken:
                connection.close()
        if not taken or connection is None:
            raise StorageFault(f"Another Sparring already serves {place(url)} ({name}): stop it first.")
        self._connection = connection

    def holds(self) -> bool:
        """Whether the name is still ours: a server that was restarted has forgotten it."""
        try:
            self._connection.exec_driver_sql("SELECT 1")
        except SQLAlchemyError:
            return False
        return True

    def release(self) -> None:
        """Gives the name free."""
        with suppress(SQLAlchemyError):
            self._connection.close()


def _engine(url: URL, name: str) -> Engine:
    if url.get_backend_name() == "sqlite":
        beside = url.set(database=f"{url.database}.{name}.lock", query={})
        # Autocommit: the transaction that holds the lock is begun by hand and never ends by itself.
        return create_engine(
            beside,
            poolclass=NullPool,
            isolation_level="AUTOCOMMIT",
            connect_args={"timeout": 0, "check_same_thread": False},
        )
    connect = {"connect_timeout": CONNECT_SECONDS, "application_name": f"sparring-{name}"}
    return create_engine(url, poolclass=NullPool, isolation_level="AUTOCOMMIT", hide_parameters=True, connect_args=connect)


def _take(connection: Connection, name: str) -> bool:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN EXCLUSIVE")
        return True
    key = int.from_bytes(hashlib.sha256(f"sparring {name}".encode()).digest()[:8], "big", signed=True)
    return bool(connection.execute(text("SELECT pg_try_advisory_lock(:key)"), {"key": key}).scalar())
