"""How a change is written inside the writer's transaction. Knows which tables a turn touches and what guards them; no
threads, no clock."""

from collections import Counter
from typing import Any

from sqlalchemy import Connection, bindparam, insert, or_, update

from storage import erasure
from storage.faults import StaleTurn
from storage.inbox import finish
from storage.people import keep_person, redeem
from storage.publications import publish
from storage.records import Change, CommitResult, SessionStep
from storage.rows import entry_row, session_row, storable
from storage.sql import upsert
from storage.tables import editions, entries, outbox, sessions

# Built once: to build a statement costs more than to run it.
_FIXED = ("id", "person", "opened_at")
_SESSION_GUARDED = (
    update(sessions)
    .where(sessions.c.id == bindparam("of_id"), sessions.c.turn == bindparam("of_turn"))
    .values({column.name: bindparam(column.name) for column in sessions.c if column.name not in _FIXED})
    # Once there was a brief there always was one.
    .values(briefed=or_(sessions.c.briefed, bindparam("briefed")))
)
_ENTRIES_NEW = insert(entries)
_OUTBOX_NEW = insert(outbox).returning(outbox.c.id, sort_by_parameter_order=True)


class Prepared:
    """A change turned into rows, outside of the writer's thread; raises Unfit for what cannot be stored."""

    def __init__(self, change: Change, version: str) -> None:
        self._change = change
        self.sessions = [(session_row(step, change.at), step.expected_turn) for step in change.steps]
        self.entries = [row for step in change.steps for row in _entry_rows(step, version)]
        self.editions = [{"id": e.id, "content": storable(e.content), "stored_at": change.at} for e in change.editions]
        self.outgoing = [
            {
                "chat_id": message.chat_id,
                "person": message.person,
                "session": message.session,
                "payload": storable(message.payload),
                "state": "pending",
                "attempts": 0,
                "created_at": change.at,
                "not_before": message.not_before or change.at,
                "error": "",
            }
            for message in change.outgoing
        ]

    def write(self, connection: Connection) -> CommitResult:
        """Writes all of it; raises a Refusal when any part does not hold any more."""
        change = self._change
        for key in change.inbox_done:
            finish(connection, key)
        erased = erasure.erase(connection, change.erase) if change.erase else {}
        if change.person:
            keep_person(connection, change.person)
        role = redeem(connection, change.redeem, change.at) if change.redeem else None
        if self.editions:
            connection.execute(upsert(connection, editions), self.editions)
        for act in change.publications:
            publish(connection, act)
        for row, expected_turn in self.sessions:
            _keep_session(connection, row, expected_turn)
        if self.entries:
            connection.execute(_ENTRIES_NEW, self.entries)
        ids = tuple(connection.execute(_OUTBOX_NEW, self.outgoing).scalars()) if self.outgoing else ()
        return CommitResult(outgoing=ids, role=role, erased=erased)


def _entry_rows(step: SessionStep, version: str) -> list[dict[str, Any]]:
    seen: Counter[int] = Counter()
    rows = []
    for entry in step.entries:
        rows.append(entry_row(step.session.id, seen[entry.turn], entry, version))
        seen[entry.turn] += 1
    return rows


def _keep_session(connection: Connection, row: dict[str, Any], expected_turn: int | None) -> None:
    if expected_turn is None:
        if connection.execute(upsert(connection, sessions), row).rowcount != 1:
            raise StaleTurn(f"Session {row['id']} has begun already.")
        return
    changed = connection.execute(_SESSION_GUARDED, {**row, "of_id": row["id"], "of_turn": expected_turn})
    if changed.rowcount != 1:
        raise StaleTurn(f"Session {row['id']} is not at turn {expected_turn} any more.")
