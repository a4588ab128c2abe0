"""Brings a database to the current shape. The only module that loads the migration library."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from storage.engines import address, fault, make_folder, place, writing_engine
from storage.schema import HEAD

MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(url: str) -> str:
    """Applies every step that is missing, all or none, and returns one line on the result; raises StorageFault. Make
    a backup first, and stop the bot."""
    parsed = address(url)
    make_folder(parsed)
    engine = writing_engine(parsed, foreign_keys=False)
    try:
        with engine.begin() as connection:
            command.upgrade(configuration(connection), "head")
    except SQLAlchemyError as error:
        raise fault(error, parsed) from None
    finally:
        engine.dispose()
    return f"{place(parsed)} is at revision {HEAD}."


def configuration(connection: Connection) -> Config:
    """The migration library's settings; there is no file of them."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
