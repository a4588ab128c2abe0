"""Small facts that outlive the process, such as the bot's name. No secrets."""

from sqlalchemy import Connection, select

from storage.rows import storable
from storage.sql import upsert
from storage.tables import settings


def setting(connection: Connection, key: str) -> str | None:
    """The value that was kept for a key."""
    value: str | None = connection.execute(select(settings.c.value).where(settings.c.key == key)).scalar_one_or_none()
    return value


def keep_setting(connection: Connection, key: str, value: str) -> None:
    """Keeps a value in place of the one before."""
    connection.execute(upsert(connection, settings, ("value",)), {"key": key, "value": storable(value)})
