"""The inbox: updates as they came, until they are worked off. Their numbers stay for a while, so that one which comes
again is known."""

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, bindparam, select, tuple_, update

from storage.faults import AlreadyDone
from storage.records import InboxKey, InboxRow
from storage.rows import storable
from storage.sql import upsert
from storage.tables import WAITING, inbox

_KEY = (inbox.c.channel, inbox.c.update_id)
_COLUMNS = (*_KEY, inbox.c.chat_key, inbox.c.received_at, inbox.c.raw)
_THIS_ONE = (
    inbox.c.channel == bindparam("of_channel"),
    inbox.c.update_id == bindparam("of_id"),
    inbox.c.state == "new",
)
# What is done keeps nothing but its number and its time.
_FINISH = update(inbox).where(*_THIS_ONE).values(state="done", raw="", chat_key="")
_SET_ASIDE = update(inbox).where(*_THIS_ONE).values(state="set_aside", error=bindparam("reason"))


def take_in(connection: Connection, rows: Sequence[InboxRow], doubtful: Collection[InboxKey]) -> list[InboxRow]:
    """Keeps the rows that were not seen before; returns them, and those of `doubtful` that are here and wait, in the
    order of their numbers."""
    if not rows:
        return []
    rows = [row.model_copy(update={"chat_key": _harmless(row.chat_key), "raw": _harmless(row.raw)}) for row in rows]
    values = [{**row.model_dump(), "state": "new", "error": ""} for row in rows]
    fresh = {tuple(key) for key in connection.execute(upsert(connection, inbox).returning(*_KEY), values)}
    asked = [(row.channel, row.update_id) for row in rows if row.key in doubtful]
    if asked:
        fresh |= {tuple(key) for key in connection.execute(select(*_KEY).where(inbox.c.state == "new", tuple_(*_KEY).in_(asked)))}
    once = {(row.channel, row.update_id): row for row in rows}
    return [once[key] for key in sorted(fresh)]


def waiting(connection: Connection) -> list[InboxRow]:
    """The rows that are not worked off, in the order of their numbers."""
    found = connection.execute(select(*_COLUMNS).where(WAITING).order_by(*_KEY))
    return [InboxRow(**row) for row in found.mappings()]


def finish(connection: Connection, key: InboxKey) -> None:
    """Marks a row as worked off and drops its words; raises AlreadyDone when it does not wait."""
    done = connection.execute(_FINISH, {"of_channel": key.channel, "of_id": key.update_id})
    if done.rowcount != 1:
        raise AlreadyDone(f"Update {key.update_id} of {key.channel} is worked off already.")


def set_aside(connection: Connection, key: InboxKey, reason: str) -> bool:
    """Takes a row out of the way, as it came, for somebody to look at; False when it does not wait."""
    moved = connection.execute(_SET_ASIDE, {"of_channel": key.channel, "of_id": key.update_id, "reason": storable(reason)})
    return moved.rowcount == 1


def _harmless(text: str) -> str:
    """The text with what no engine can hold replaced: one odd update must not keep the others of its batch from being
    acknowledged."""
    return text.replace("\x00", "\ufffd").encode(errors="replace").decode()
