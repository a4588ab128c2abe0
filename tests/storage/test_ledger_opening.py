import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from storage.engines import address, writing_engine
from storage.faults import StorageFault
from storage.ledger import Ledger
from storage.migrating import configuration, migrate
from storage.schema import HEAD, REVISIONS
from storage.tables import metadata
from tests.storage.recorded_values import Opener, opening


def refused(url: str) -> str:
    """The one line that opening this URL gives."""
    with pytest.raises(StorageFault) as caught:
        Ledger.open(url, version="1")
    said = str(caught.value)
    assert "\n" not in said
    return said


async def test_a_new_database_is_made_at_once_in_a_folder_for_its_owner_only(sqlite_url: str, opened: Opener, tmp_path: Path) -> None:
    await opened(sqlite_url).commit(opening())
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700
    assert len(await opened(sqlite_url).sessions()) == 1


async def test_a_folder_that_is_there_keeps_its_mode(sqlite_url: str, opened: Opener, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir(mode=0o755)
    opened(sqlite_url)
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o755


async def test_every_commit_waits_for_the_disk_unless_the_operator_says_otherwise(sqlite_url: str) -> None:
    for wish, level in (("FULL", 2), ("NORMAL", 1)):
        ledger = Ledger.open(sqlite_url, version="1", synchronous=wish)  # type: ignore[arg-type]
        values = ledger._writer.submit(
            lambda c: [
                c.exec_driver_sql(f"PRAGMA {name}").scalar_one()
                for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
            ]
        )
        assert values.result() == ["wal", level, 1, 1]
        await ledger.close()


async def test_every_commit_waits_for_the_disk_of_the_server_too(postgresql_url: str) -> None:
    for wish, level in (("FULL", "on"), ("NORMAL", "off")):
        ledger = Ledger.open(postgresql_url, version="1", synchronous=wish)  # type: ignore[arg-type]
        value = ledger._writer.submit(lambda c: c.exec_driver_sql("SHOW synchronous_commit").scalar_one())
        assert value.result() == level
        await ledger.close()


async def test_the_readers_connections_cannot_write(ledger: Ledger) -> None:
    with pytest.raises(StorageFault):
        await ledger._read(lambda c: c.execute(text("DELETE FROM people")))


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    said = refused(f"sqlite:///{tmp_path}/file/data/sparring.db")
    assert f"{tmp_path}/file/data" in said
    assert "SPARRING_DATABASE_URL" in said


def test_a_folder_that_cannot_be_written_is_named() -> None:
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    (folder / "data").mkdir(mode=0o555)
    # Root may write everywhere: be nobody for a moment.
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        said = refused(f"sqlite:///{folder}/data/sparring.db")
    finally:
        if root:
            os.seteuid(0)
        shutil.rmtree(folder)
    assert "cannot be written" in said
    assert f"{folder}/data" in said


def test_a_place_that_is_a_folder_is_said_to_be_unwritable(tmp_path: Path) -> None:
    (tmp_path / "sparring.db").mkdir()
    assert "cannot be written" in refused(f"sqlite:///{tmp_path}/sparring.db")


def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "sparring.db").write_text("a shopping list\n" * 500)
    assert "is not an SQLite database" in refused(f"sqlite:///{tmp_path}/sparring.db")
    assert (tmp_path / "sparring.db").read_text().startswith("a shopping list")


def test_somebody_elses_tables_are_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "sparring.db") as connection:
        connection.execute("CREATE TABLE people (name TEXT)")
    connection.close()
    assert "not Sparring's" in refused(f"sqlite:///{tmp_path}/sparring.db")


def test_a_database_that_another_process_has_locked_is_named(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.engines.BUSY_SECONDS", 0.1)
    (tmp_path / "data").mkdir()
    other = sqlite3.connect(tmp_path / "data" / "sparring.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert "locked by another process" in refused(sqlite_url)
    other.close()


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:"])
def test_a_database_in_memory_is_refused(url: str) -> None:
    assert "keeps nothing" in refused(url)


@pytest.mark.parametrize("url", ["", "data/sparring.db", "sqlite:/data", "mysql://a:secret@host/db", "postgresql://a:secret@host:port/db"])
def test_a_url_of_another_kind_is_refused_with_an_example_and_without_its_password(url: str) -> None:
    said = refused(url)
    assert "SPARRING_DATABASE_URL" in said
    assert "secret" not in said


def test_a_server_that_is_not_there_is_named_without_the_password() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    said = refused(f"postgresql://rep:very-secret@127.0.0.1:{port}/sparring")
    assert f"PostgreSQL at 127.0.0.1:{port}/sparring" in said
    assert "very-secret" not in said


def test_a_database_that_is_not_on_the_server_is_named(postgresql_url: str) -> None:
    assert "nowhere" in refused(address(postgresql_url).set(database="nowhere").render_as_string(hide_password=False))


def shape(url: str) -> dict[str, object]:
    """Everything that the engine knows of the tables."""
    engine = writing_engine(address(url))
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")).all()
            found: dict[str, object] = {
                row.name: sorted(part.strip(" ,()") for part in " ".join(row.sql.split()).split("CONSTRAINT")) for row in rows
            }
        else:
            seen = inspect(connection)
            found = {
                name: (
                    str(seen.get_columns(name)),
                    sorted(map(str, seen.get_indexes(name))),
                    sorted(map(str, seen.get_check_constraints(name))),
                    sorted(map(str, seen.get_foreign_keys(name))),
                    sorted(map(str, seen.get_unique_constraints(name))),
                    str(seen.get_pk_constraint(name)),
                )
                for name in seen.get_table_names()
            }
    engine.dispose()
    return found


async def test_the_migrations_lead_to_exactly_the_shape_that_a_new_database_has(url: str, opened: Opener) -> None:
    migrate(url)
    migrated = shape(url)
    engine = writing_engine(address(url))
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        assert ScriptDirectory.from_config(configuration(connection)).get_current_head() == HEAD
        revisions = ScriptDirectory.from_config(configuration(connection)).walk_revisions()
        assert tuple(reversed([step.revision for step in revisions])) == REVISIONS
    with engine.begin() as connection:
        metadata.drop_all(connection)
        connection.exec_driver_sql("DROP TABLE alembic_version")
    engine.dispose()
    await opened(url).commit(opening())
    assert shape(url) == migrated


async def test_migrating_a_current_database_changes_nothing(ledger: Ledger, url: str, opened: Opener) -> None:
    await ledger.commit(opening())
    assert HEAD in migrate(url)
    assert len(await opened(url).sessions()) == 1


def revise(url: str, revision: str | None) -> None:
    """Pretends that the database was left by another version."""
    migrate(url)
    engine = writing_engine(address(url))
    with engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM alembic_version")
        if revision is not None:
            connection.execute(text("INSERT INTO alembic_version VALUES (:revision)"), {"revision": revision})
    engine.dispose()


def test_an_older_database_is_not_touched_and_the_command_is_named(url: str) -> None:
    revise(url, None)
    assert "bot.py migrate" in refused(url)


def test_a_newer_database_is_not_touched_and_the_way_back_is_named(url: str) -> None:
    revise(url, "9999")
    said = refused(url)
    assert "newer Sparring (revision 9999)" in said
    assert "bot.py migrate" not in said


def test_a_migration_that_fails_is_one_line_too(tmp_path: Path) -> None:
    (tmp_path / "sparring.db").write_text("a shopping list\n" * 500)
    with pytest.raises(StorageFault, match="not an SQLite database"):
        migrate(f"sqlite:///{tmp_path}/sparring.db")


def test_starting_does_not_load_the_migration_library(sqlite_url: str) -> None:
    program = f"""
import sys
import tempfile
from storage.ledger import run

async def count(ledger):
    return len(await ledger.sessions())

assert run({sqlite_url!r}, count, version="1") == 0
assert "alembic" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)
