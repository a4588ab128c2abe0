"""How sessions and entries become rows and come back equal. Knows the columns; runs no SQL."""

import json
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import RowMapping

from coaching.reading import Reading
from coaching.session import Entry, Event, Line, Session
from storage.faults import Unfit
from storage.records import Recorded, SessionStep

# The step whose answer names the client.
CLIENT_STEP = "plan.client"

_EVENT: TypeAdapter[Event] = TypeAdapter(Event)


def storable(text: str) -> str:
    """The text itself; raises Unfit for what PostgreSQL or UTF-8 cannot hold, so that both engines refuse the same."""
    if "\x00" in text:
        raise Unfit("A text with a NUL character cannot be stored.")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise Unfit("A text with half a character (a lone surrogate) cannot be stored.") from None
    return text


def session_row(step: SessionStep, touched_at: datetime) -> dict[str, Any]:
    """The columns of a session; `state` is the whole of it, the others are what is searched for."""
    session = step.session
    return {
        "id": session.id,
        "person": session.person,
        "mode": session.mode,
        "playbook": storable(session.playbook),
        "edition": session.edition,
        "status": session.status,
        "outcome": session.outcome,
        "score": step.score,
        "client": _client(session),
        "briefed": any(entry.line is not None and entry.line.brief is not None for entry in step.entries),
        "turn": session.turn,
        "opened_at": session.opened_at,
        "closed_at": session.closed_at,
        "touched_at": touched_at,
        "state": _json(session),
    }


def session_of(state: str) -> Session:
    """The session of a stored state."""
    return Session.model_validate_json(state)


def entry_row(session: str, seq: int, entry: Entry, version: str) -> dict[str, Any]:
    """The columns of an entry; `seq` counts from 0 within its turn."""
    return {
        "session": session,
        "turn": entry.turn,
        "seq": seq,
        "at": entry.at,
        "who": entry.who,
        "text": storable(entry.text),
        "step": storable(entry.step),
        "reading": None if entry.reading is None else _json(entry.reading),
        "feedback": json.dumps(entry.feedback),
        "unfit": entry.unfit,
        "event": None if entry.event is None else _json(entry.event),
        "line": None if entry.line is None else _json(entry.line),
        "version": version,
    }


def recorded(columns: RowMapping) -> Recorded:
    """The entry of a row of `entries`, with its place and version."""
    entry = Entry(
        turn=columns["turn"],
        at=columns["at"],
        who=columns["who"],
        text=columns["text"],
        step=columns["step"],
        reading=None if columns["reading"] is None else Reading.model_validate_json(columns["reading"]),
        feedback=tuple(json.loads(columns["feedback"])),
        unfit=columns["unfit"],
        event=None if columns["event"] is None else _EVENT.validate_json(columns["event"]),
        line=None if columns["line"] is None else Line.model_validate_json(columns["line"]),
    )
    return Recorded(seq=columns["seq"], version=columns["version"], entry=entry)


def _client(session: Session) -> str | None:
    for answer in session.answers:
        if answer.step == CLIENT_STEP and answer.status in ("given", "kept", "ready"):
            return storable(answer.text.strip()) or None
    return None


def _json(value: Any) -> str:
    try:
        text: str = value.model_dump_json()
    except ValueError as error:
        raise Unfit(f"It cannot be stored as text ({type(error).__name__}).") from None
    return text
