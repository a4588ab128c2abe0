"""The outbox: messages in order for each chat, until they are sent or refused. Knows states and times; how a message
is sent, the courier knows."""

from datetime import datetime

from sqlalchemy import Connection, func, select, update

from storage.records import Queued
from storage.tables import UNSENT, outbox, people

_COLUMNS = (outbox.c.id, outbox.c.chat_id, outbox.c.person, outbox.c.session, outbox.c.payload, outbox.c.attempts)
# Only the first unsent message of a chat may go; what stands behind it waits with it.
_HEADS = select(func.min(outbox.c.id)).where(UNSENT).group_by(outbox.c.chat_id)
_DUE = select(outbox.c.id).where(outbox.c.id.in_(_HEADS), outbox.c.state == "pending").order_by(outbox.c.id)


def take_due(connection: Connection, now: datetime, limit: int) -> list[Queued]:
    """The first message of each chat that is due, marked as being sent, oldest first."""
    ids = connection.execute(_DUE.where(outbox.c.not_before <= now).limit(limit)).scalars().all()
    if not ids:
        return []
    taken = outbox.c.id.in_(ids)
    connection.execute(update(outbox).where(taken).values(state="sending", attempts=outbox.c.attempts + 1))
    rows = connection.execute(select(*_COLUMNS).where(taken).order_by(outbox.c.id))
    return [Queued(**row) for row in rows.mappings()]


def next_due(connection: Connection) -> datetime | None:
    """When the next message may go, perhaps in the past; None when nothing waits to be taken."""
    found: datetime | None = connection.execute(
        select(outbox.c.not_before).where(outbox.c.id.in_(_HEADS), outbox.c.state == "pending").order_by(outbox.c.not_before).limit(1)
    ).scalar_one_or_none()
    return found


def mark_sent(connection: Connection, number: int, ref: str) -> None:
    """Notes that a message arrived as `ref`, and drops its words. One that was erased meanwhile is nobody's fault."""
    connection.execute(update(outbox).where(outbox.c.id == number).values(state="sent", sent_ref=ref, payload="", error=""))


def mark_failed(connection: Connection, number: int, reason: str) -> None:
    """Notes that a message will never arrive, and drops its words; the next of its chat may go."""
    connection.execute(update(outbox).where(outbox.c.id == number).values(state="failed", error=reason, payload=""))


def postpone(connection: Connection, number: int, until: datetime, reason: str) -> None:
    """Puts a message back at the head of its chat, not to be tried before `until`."""
    connection.execute(update(outbox).where(outbox.c.id == number).values(state="pending", not_before=until, error=reason))


def close_chat(connection: Connection, chat_id: int, reason: str) -> None:
    """Notes that a chat takes no messages: its people are not reachable, and what waits for it has failed."""
    connection.execute(update(people).where(people.c.chat_id == chat_id).values(reachable=False))
    connection.execute(update(outbox).where(UNSENT, outbox.c.chat_id == chat_id).values(state="failed", error=reason, payload=""))


def recover(connection: Connection) -> int:
    """Makes everything that was being sent due again, and returns how many that were: they may arrive twice, which is
    better than never."""
    return connection.execute(update(outbox).where(outbox.c.state == "sending").values(state="pending")).rowcount
