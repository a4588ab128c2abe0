"""The tables, as they are now. Knows names, types and indexes; how the shape came about stands in
`storage.migrations`."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)


class Instant(TypeDecorator[datetime]):
    """A moment with its zone; kept in UTC, so that order by column is order in time on every engine."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Raises ValueError for a moment without a zone: it would be read back as another one."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone cannot be kept")
        return value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Gives the moment back in UTC."""
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# Constants, not bound values: SQLite uses a partial index only when the query repeats its condition literally.
WAITING = text("state = 'new'")
UNSENT = text("state IN ('pending', 'sending')")

inbox = Table(
    "inbox",
    metadata,
    Column("channel", Text, primary_key=True),
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("chat_key", Text, nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("raw", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("error", Text, nullable=False),
    CheckConstraint("state IN ('new', 'done', 'set_aside')", name="state"),
    Index("ix_inbox_waiting", "channel", "update_id", sqlite_where=WAITING, postgresql_where=WAITING),
)

people = Table(
    "people",
    metadata,
    Column("id", Text, primary_key=True),
    Column("channel", Text, nullable=False),
    Column("channel_key", Text, nullable=False),
    Column("chat_id", BigInteger),
    Column("language", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("team", Text, nullable=False),
    Column("active_session", Text),
    Column("desk", Text, nullable=False),
    Column("notice_at", Instant),
    Column("reachable", Boolean, nullable=False),
    Column("created_at", Instant, nullable=False),
    UniqueConstraint("channel", "channel_key"),
    CheckConstraint("channel IN ('telegram', 'terminal')", name="channel"),
    CheckConstraint("role IN ('none', 'rep', 'trainer', 'manager', 'admin')", name="role"),
)

invites = Table(
    "invites",
    metadata,
    Column("code_hash", Text, primary_key=True),
    Column("role", Text, nullable=False),
    Column("team", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("used_by", Text),
    Column("used_at", Instant),
    CheckConstraint("role IN ('rep', 'trainer', 'manager', 'admin')", name="role"),
)

editions = Table(
    "editions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("content", Text, nullable=False),
    Column("stored_at", Instant, nullable=False),
)

sessions = Table(
    "sessions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("person", Text, ForeignKey("people.id"), nullable=False),
    Column("mode", Text, nullable=False),
    Column("playbook", Text, nullable=False),
    # The key holds the promise that a session can always be replayed on what it began with.
    Column("edition", Text, ForeignKey("editions.id"), nullable=False),
    Column("status", Text, nullable=False),
    Column("outcome", Text),
    Column("score", Float),
    Column("client", Text),
    Column("briefed", Boolean, nullable=False),
    Column("turn", Integer, nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("closed_at", Instant),
    Column("touched_at", Instant, nullable=False),
    Column("state", Text, nullable=False),
    CheckConstraint("status IN ('open', 'paused', 'closed')", name="status"),
    Index(None, "person", "opened_at"),
    Index(None, "opened_at"),
)

entries = Table(
    "entries",
    metadata,
    Column("session", Text, ForeignKey("sessions.id"), primary_key=True),
    Column("turn", Integer, primary_key=True, autoincrement=False),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
    Column("who", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("step", Text, nullable=False),
    Column("reading", Text),
    Column("feedback", Text, nullable=False),
    Column("unfit", Boolean, nullable=False),
    Column("event", Text),
    Column("line", Text),
    Column("version", Text, nullable=False),
    CheckConstraint("who IN ('rep', 'coach', 'client', 'manager')", name="who"),
)

outbox = Table(
    "outbox",
    metadata,
    # On both engines the number grows with each row and is never given twice, so it is the order within a chat.
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("person", Text),
    Column("session", Text),
    Column("payload", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("not_before", Instant, nullable=False),
    Column("sent_ref", Text),
    Column("error", Text, nullable=False),
    CheckConstraint("state IN ('pending', 'sending', 'sent', 'failed')", name="state"),
    Index("ix_outbox_unsent", "chat_id", "id", sqlite_where=UNSENT, postgresql_where=UNSENT),
    sqlite_autoincrement=True,
)

settings = Table(
    "settings",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

publications = Table(
    "publications",
    metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("playbook", Text, nullable=False),
    Column("path", Text),
    Column("content_hash", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("author", Text),
    Column("at", Instant, nullable=False),
    Column("action", Text, nullable=False),
    Column("note", Text, nullable=False),
    CheckConstraint("action IN ('published', 'withdrawn', 'rolled_back')", name="action"),
    Index(None, "playbook", "id"),
    sqlite_autoincrement=True,
)

live = Table(
    "live",
    metadata,
    Column("playbook", Text, primary_key=True),
    Column("content_hash", Text, nullable=False),
    Column("at", Instant, nullable=False),
)

taken = Table(
    "taken",
    metadata,
    Column("path", Text, primary_key=True),
    Column("content_hash", Text, nullable=False),
)
