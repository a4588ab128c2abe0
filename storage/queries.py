"""What is asked of the record: sessions, entries, editions. Reads only."""

from datetime import datetime

from sqlalchemy import Connection, case, func, select

from coaching.session import Earlier, Session
from storage.records import Recorded, SessionRow
from storage.rows import recorded, session_of
from storage.tables import editions, entries, people, sessions

# A terminal's user is known by the name that was typed; everybody else only by the id, for a chat's own key is a
# personal number.
_user = case((people.c.channel == "terminal", people.c.channel_key), else_=people.c.id)


def session(connection: Connection, name: str) -> Session | None:
    """The session with this id, as it is now."""
    state = connection.execute(select(sessions.c.state).where(sessions.c.id == name)).scalar_one_or_none()
    return None if state is None else session_of(state)


def open_sessions(connection: Connection, person: str | None, edition: str | None, untouched_since: datetime | None) -> tuple[Session, ...]:
    """Open and paused sessions, the last touched first; of one person, of one edition, or untouched since a moment."""
    wanted = select(sessions.c.state).where(sessions.c.status != "closed")
    if person is not None:
        wanted = wanted.where(sessions.c.person == person)
    if edition is not None:
        wanted = wanted.where(sessions.c.edition == edition)
    if untouched_since is not None:
        wanted = wanted.where(sessions.c.touched_at < untouched_since)
    states = connection.execute(wanted.order_by(sessions.c.touched_at.desc(), sessions.c.opened_at.desc(), sessions.c.id)).scalars()
    return tuple(session_of(state) for state in states)


def latest(connection: Connection, person: str) -> Session | None:
    """A person's newest preparation that led to a brief, else the newest of all; None when there is none."""
    own = select(sessions.c.state).where(sessions.c.person == person, sessions.c.mode == "prepare")
    newest = own.order_by(sessions.c.briefed.desc(), sessions.c.opened_at.desc(), sessions.c.id.desc()).limit(1)
    state = connection.execute(newest).scalar_one_or_none()
    return None if state is None else session_of(state)


def session_rows(connection: Connection, user: str | None, limit: int | None) -> list[SessionRow]:
    """The list of sessions, newest first; `user` is a terminal's name or a person's id."""
    columns = (column for column in sessions.c if column.name in SessionRow.model_fields)
    wanted = select(sessions.c.id.label("session"), _user.label("user"), *columns).join(people, people.c.id == sessions.c.person)
    if user is not None:
        wanted = wanted.where(_user == user)
    found = connection.execute(wanted.order_by(sessions.c.opened_at.desc(), sessions.c.id.desc()).limit(limit))
    return [SessionRow(**row) for row in found.mappings()]


def earlier(connection: Connection, person: str, most: int) -> tuple[Earlier, ...]:
    """For each client the newest preparation that led to a brief, however it ended; at most so many, newest first."""
    newest_first = (sessions.c.opened_at.desc(), sessions.c.id.desc())
    place = func.row_number().over(partition_by=sessions.c.client, order_by=newest_first).label("place")
    with_brief = select(sessions.c.id, place).where(
        sessions.c.person == person, sessions.c.mode == "prepare", sessions.c.briefed, sessions.c.client.is_not(None)
    )
    placed = with_brief.subquery()
    newest = select(placed.c.id).where(placed.c.place == 1)
    wanted = select(sessions.c.state, sessions.c.client).where(sessions.c.id.in_(newest))
    found = connection.execute(wanted.order_by(*newest_first).limit(most))
    return tuple(_earlier(session_of(row.state), row.client) for row in found)


def record(connection: Connection, name: str) -> tuple[Recorded, ...]:
    """The entries of a session in order, each with its place and the program version that wrote it."""
    found = connection.execute(select(entries).where(entries.c.session == name).order_by(entries.c.turn, entries.c.seq))
    return tuple(recorded(row) for row in found.mappings())


def edition(connection: Connection, name: str) -> str | None:
    """The canonical text of an edition."""
    content: str | None = connection.execute(select(editions.c.content).where(editions.c.id == name)).scalar_one_or_none()
    return content


def _earlier(session: Session, client: str) -> Earlier:
    return Earlier(session=session.id, client=client, playbook=session.playbook, answers=session.answers)
