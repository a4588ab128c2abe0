"""What is taken out of the record: everything of one person, and what has been kept long enough; and what is handed
to a person who asks for it."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, delete, or_, select, update

from storage.people import person_with_id
from storage.queries import record
from storage.records import Person, Retention
from storage.tables import entries, inbox, invites, outbox, people, publications, sessions

Counts = dict[str, int]


def erase(connection: Connection, person: str) -> Counts:
    """Takes out everything of a person and returns how many rows of each table. Updates that still wait stay: they
    came after the wish and are worked off as a stranger's."""
    known = person_with_id(connection, person)
    if known is None:
        return {}
    connection.execute(update(invites).where(invites.c.used_by == person).values(used_by=None))
    connection.execute(update(publications).where(publications.c.author == person).values(author=None))
    counts = _take_out_sessions(connection, sessions.c.person == person)
    messages = outbox.c.person == person
    if known.chat_id is not None:
        messages = or_(messages, outbox.c.chat_id == known.chat_id)
    counts["outbox"] += connection.execute(delete(outbox).where(messages)).rowcount
    counts["inbox"] = connection.execute(delete(inbox).where(*_their_updates(known), inbox.c.state != "new")).rowcount
    counts["people"] = connection.execute(delete(people).where(people.c.id == person)).rowcount
    return counts


def purge(connection: Connection, now: datetime, retention: Retention) -> Counts:
    """Takes out what has been kept long enough, counted from the last time that it was touched, and returns how many
    rows of each table."""
    prepared, practised = now - retention.prepared, now - retention.practised
    old = or_(
        (sessions.c.mode == "prepare") & (sessions.c.touched_at < prepared),
        (sessions.c.mode != "prepare") & (sessions.c.touched_at < practised),
    )
    gone = select(sessions.c.id).where(old)
    connection.execute(update(people).where(people.c.active_session.in_(gone)).values(active_session=None))
    counts = _take_out_sessions(connection, old)
    delivered = outbox.c.state.in_(("sent", "failed")) & (outbox.c.created_at < now - retention.delivered)
    counts["outbox"] += connection.execute(delete(outbox).where(delivered)).rowcount
    done = (inbox.c.state == "done") & (inbox.c.received_at < now - retention.delivered)
    aside = (inbox.c.state == "set_aside") & (inbox.c.received_at < now - retention.set_aside)
    counts["inbox"] = connection.execute(delete(inbox).where(or_(done, aside))).rowcount
    counts["invites"] = connection.execute(delete(invites).where(invites.c.expires_at < now - retention.delivered)).rowcount
    return counts


def export(connection: Connection, person: str) -> dict[str, Any] | None:
    """Everything that is held of a person, as plain data for JSON; None when nothing is."""
    known = person_with_id(connection, person)
    if known is None:
        return None
    about = known.model_dump(mode="json")
    about["desk"] = json.loads(known.desk)
    own = connection.execute(select(sessions).where(sessions.c.person == person).order_by(sessions.c.opened_at)).all()
    messages = select(outbox).where(outbox.c.person == person).order_by(outbox.c.id)
    updates = select(inbox).where(*_their_updates(known), inbox.c.state != "done").order_by(inbox.c.update_id)
    authored = select(publications).where(publications.c.author == person).order_by(publications.c.id)
    used = select(invites.c.role, invites.c.team, invites.c.used_at).where(invites.c.used_by == person)
    return {
        "person": about,
        "sessions": [
            {
                "session": json.loads(row.state),
                "touched_at": row.touched_at.isoformat(),
                "score": row.score,
                "entries": [{"version": kept.version, **kept.entry.model_dump(mode="json")} for kept in record(connection, row.id)],
            }
            for row in own
        ],
        "messages": _plain(connection, messages, "payload"),
        "updates": _plain(connection, updates),
        "publications": _plain(connection, authored),
        "invitations": _plain(connection, used),
    }


def _take_out_sessions(connection: Connection, which: ColumnElement[bool]) -> Counts:
    ids = select(sessions.c.id).where(which)
    return {
        "entries": connection.execute(delete(entries).where(entries.c.session.in_(ids))).rowcount,
        "outbox": connection.execute(delete(outbox).where(outbox.c.session.in_(ids))).rowcount,
        "sessions": connection.execute(delete(sessions).where(which)).rowcount,
    }


def _their_updates(person: Person) -> tuple[ColumnElement[bool], ...]:
    keys = {person.channel_key} | ({str(person.chat_id)} if person.chat_id is not None else set())
    return (inbox.c.channel == person.channel, inbox.c.chat_key.in_(sorted(keys)))


def _plain(connection: Connection, wanted: Select[Any], *as_json: str) -> list[dict[str, Any]]:
    return [dict(_cells(row.items(), as_json)) for row in connection.execute(wanted).mappings()]


def _cells(cells: Iterable[tuple[Any, Any]], as_json: tuple[str, ...]) -> Iterable[tuple[str, Any]]:
    for name, value in cells:
        if isinstance(value, datetime):
            yield name, value.isoformat()
        elif name in as_json and value:
            yield name, json.loads(value)
        else:
            yield name, value
