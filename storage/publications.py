"""Which content of a playbook is live, who made it so, and what was last taken from which file. Knows texts and
hashes; checks nothing."""

from sqlalchemy import Connection, delete, insert, select

from storage.records import Live, Publication
from storage.rows import storable
from storage.sql import upsert
from storage.tables import live, publications, taken


def publish(connection: Connection, act: Publication) -> None:
    """Records the act and makes it true: the content goes live, or nothing of this playbook is; a path remembers the
    hash that was taken from it."""
    for text in (act.source, act.note):
        storable(text)
    connection.execute(insert(publications), act.model_dump())
    if act.action == "withdrawn":
        connection.execute(delete(live).where(live.c.playbook == act.playbook))
    else:
        now_live = {"playbook": act.playbook, "content_hash": act.content_hash, "at": act.at}
        connection.execute(upsert(connection, live, ("content_hash", "at")), now_live)
    if act.path is not None:
        note_taken(connection, act.path, act.content_hash)


def note_taken(connection: Connection, path: str, content_hash: str) -> None:
    """Remembers what was last taken from a path."""
    connection.execute(upsert(connection, taken, ("content_hash",)), {"path": path, "content_hash": content_hash})


def live_playbooks(connection: Connection) -> tuple[Live, ...]:
    """The content of every live playbook, by id."""
    rows = connection.execute(select(live).order_by(live.c.playbook)).all()
    sources = {row.playbook: _source(connection, row.playbook, row.content_hash) for row in rows}
    return tuple(Live(playbook=row.playbook, content_hash=row.content_hash, at=row.at, source=sources[row.playbook]) for row in rows)


def history(connection: Connection, playbook: str | None) -> tuple[Publication, ...]:
    """What was done to a playbook, or to all, newest first."""
    wanted = select(*(publications.c[name] for name in Publication.model_fields)).order_by(publications.c.id.desc())
    if playbook is not None:
        wanted = wanted.where(publications.c.playbook == playbook)
    return tuple(Publication(**row) for row in connection.execute(wanted).mappings())


def taken_from(connection: Connection) -> dict[str, str]:
    """The hash that was last taken from each path."""
    return {row.path: row.content_hash for row in connection.execute(select(taken))}


def _source(connection: Connection, playbook: str, content_hash: str) -> str:
    newest = (
        select(publications.c.source)
        .where(
            publications.c.playbook == playbook,
            publications.c.content_hash == content_hash,
            publications.c.action != "withdrawn",
        )
        .order_by(publications.c.id.desc())
        .limit(1)
    )
    source: str = connection.execute(newest).scalar_one()
    return source
