"""People, their roles, and the one-time invitations that grant them. A code itself is never stored, only its hash."""

import hashlib
import secrets
from datetime import datetime

from sqlalchemy import Connection, Select, bindparam, exists, insert, select, update

from storage.faults import InvitationSpent
from storage.records import Channel, Invitation, Person, Redemption, Role
from storage.rows import storable
from storage.sql import upsert
from storage.tables import invites, people

# What a lane may say of a person who is known; the rest is settled at the first meeting or by an invitation.
_SETTLED = ("id", "channel", "channel_key", "role", "team", "created_at")
_CHANGING = tuple(column.name for column in people.c if column.name not in _SETTLED)
_BY_KEY = select(people).where(people.c.channel == bindparam("of_channel"), people.c.channel_key == bindparam("of_key"))

# A code never takes away what somebody may do: trainers and managers stand beside each other, between reps and admins.
_RANK: dict[Role, int] = {"none": 0, "rep": 1, "trainer": 2, "manager": 2, "admin": 3}

# 128 bits of chance; as text 22 characters that a Telegram deep link may carry (at most 64 of A-Z a-z 0-9 _ -).
CODE_BYTES = 16


def person_with_key(connection: Connection, channel: Channel, key: str) -> Person | None:
    """The person behind a channel's own name for them."""
    return _one(connection, _BY_KEY, of_channel=channel, of_key=key)


def person_with_id(connection: Connection, person: str) -> Person | None:
    """The person with this id."""
    return _one(connection, select(people).where(people.c.id == person))


def people_with_role(connection: Connection, role: Role) -> tuple[Person, ...]:
    """Everybody in a role, the longest known first."""
    found = connection.execute(select(people).where(people.c.role == role).order_by(people.c.created_at, people.c.id))
    return tuple(Person(**row) for row in found.mappings())


def keep_person(connection: Connection, person: Person) -> None:
    """Adds a person, or brings what may change of a known one up to date."""
    for text in (person.channel_key, person.team, person.desk):
        storable(text)
    connection.execute(upsert(connection, people, _CHANGING), person.model_dump())


def new_code() -> str:
    """A one-time code that nobody can guess."""
    return secrets.token_urlsafe(CODE_BYTES)


def keep_invitation(connection: Connection, code: str, invitation: Invitation, at: datetime, expires_at: datetime) -> None:
    """Keeps the hash of a new code with what it grants."""
    row = {
        "code_hash": _hash(code),
        "role": invitation.role,
        "team": storable(invitation.team),
        "created_at": at,
        "expires_at": expires_at,
    }
    connection.execute(insert(invites), row)


def invitation(connection: Connection, code: str, now: datetime) -> Invitation | None:
    """What a code would grant now; None when it was used, has run out or never was."""
    found = connection.execute(
        select(invites.c.role, invites.c.team).where(
            # The hash is looked up, never the code: how long a look-up takes tells nothing about codes that exist.
            invites.c.code_hash == _hash(code),
            invites.c.used_at.is_(None),
            invites.c.expires_at > now,
        )
    ).one_or_none()
    return found and Invitation(role=found.role, team=found.team)


def gains(role: Role, team: str, granted: Invitation) -> bool:
    """Whether a code would give anything to somebody in this role and team; an admin gains nothing, so that nobody locks
    the house from outside."""
    return role != "admin" and _RANK[granted.role] >= _RANK[role] and (role, team) != (granted.role, granted.team)


def redeem(connection: Connection, redemption: Redemption, at: datetime) -> Role:
    """Gives the person the role of a code, once, and returns the role after it; raises InvitationSpent. Who gains
    nothing by the code keeps the role and leaves the code unused."""
    granted = invitation(connection, redemption.code, at)
    if granted is None:
        raise InvitationSpent("This invitation was used, has run out, or never was.")
    found = person_with_id(connection, redemption.person)
    if found is None:
        raise InvitationSpent("Nobody is known by this name.")
    if not gains(found.role, found.team, granted):
        return found.role
    used = connection.execute(
        update(invites)
        .where(invites.c.code_hash == _hash(redemption.code), invites.c.used_at.is_(None))
        .values(used_by=redemption.person, used_at=at)
    )
    if used.rowcount != 1:
        raise InvitationSpent("This invitation was used by somebody else just now.")
    connection.execute(update(people).where(people.c.id == redemption.person).values(role=granted.role, team=granted.team))
    return granted.role


def any_admin(connection: Connection) -> bool:
    """Whether there is an admin."""
    return bool(connection.execute(select(exists().where(people.c.role == "admin"))).scalar())


def _one(connection: Connection, statement: Select[tuple[object, ...]], **values: object) -> Person | None:
    row = connection.execute(statement, values).mappings().one_or_none()
    return None if row is None else Person(**row)


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode(errors="replace")).hexdigest()
