"""The record's face to the shell: everything that is kept goes in and comes out here, without holding up the event
loop. Says what is durable when; the SQL stands beside."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Self, TypeVar

from sqlalchemy import URL, Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from coaching.session import Earlier, Entry, Session
from storage import changes, erasure, inbox, outbox, people, publications, queries, transcripts
from storage.claims import Claim
from storage.engines import READERS, Synchronous, address, fault, make_folder, reading_engine, writing_engine
from storage.faults import InvitationSpent, StorageFault
from storage.records import (
    Change,
    Channel,
    CommitResult,
    InboxKey,
    InboxRow,
    Invitation,
    InvitedRole,
    Live,
    Person,
    Publication,
    Queued,
    Recorded,
    Redemption,
    Retention,
    Role,
    SessionRow,
)
from storage.schema import ready
from storage.settings import keep_setting, setting
from storage.writer import Writer

T = TypeVar("T")

INVITATION_LASTS = timedelta(days=7)


class Ledger:
    """The record of one database. What an awaited method has returned from is on disk. Every method may raise
    StorageFault; when it does, look again before trying again."""

    def __init__(self, url: URL, version: str, writing: Engine, reading: Engine) -> None:
        """Used by open(), which makes sure that the database is there and has the right shape."""
        self._url = url
        self._version = version
        self._writing = writing
        self._reading = reading
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="sparring-reader")
        self._writer = Writer(writing, partial(fault, url=url))
        self._doubtful: set[InboxKey] = set()
        self._claims: dict[str, Claim] = {}

    @classmethod
    def open(cls, url: str, *, version: str, synchronous: Synchronous = "FULL") -> Self:
        """Opens the record, and makes it where there is none; `version` is the program's, and goes beside every entry.

        Raises StorageFault with one line that says what to do."""
        parsed = address(url)
        make_folder(parsed)
        writing, reading = writing_engine(parsed, synchronous), reading_engine(parsed)
        try:
            with writing.begin() as connection:
                ready(connection, parsed)
        except (SQLAlchemyError, StorageFault) as error:
            writing.dispose()
            raise fault(error, parsed) from None
        return cls(parsed, version, writing, reading)

    async def close(self) -> None:
        """Writes what is waiting, gives every claim free and lets go of the database."""
        await asyncio.get_running_loop().run_in_executor(None, self._close)

    async def watch(self) -> None:
        """Returns after close(); raises StorageFault at once when the writer has died. Let the program end with it:
        nothing can be kept any more."""
        await asyncio.wrap_future(self._writer.ended)

    # The inbox

    async def take_in(self, rows: Sequence[InboxRow]) -> list[InboxRow]:
        """Keeps updates as they came and returns those that were not here before, ordered by number; they are durable
        now and may be acknowledged."""
        keys = {row.key for row in rows}
        again = self._doubtful & keys
        try:
            fresh = await self._write(lambda c: inbox.take_in(c, rows, again))
        except BaseException:
            # Perhaps they were kept and only the answer was lost: when they come again they must not pass for old ones.
            self._doubtful |= keys
            raise
        self._doubtful -= keys
        return fresh

    async def waiting(self) -> list[InboxRow]:
        """The updates that are not worked off, ordered by number: what a start begins with."""
        return await self._read(inbox.waiting)

    async def set_aside(self, key: InboxKey, reason: str) -> bool:
        """Takes an update out of the way for somebody to look at; False when it does not wait. Put no words of the
        update into `reason`."""
        return await self._write(lambda c: inbox.set_aside(c, key, reason))

    # The turn

    async def commit(self, change: Change) -> CommitResult:
        """Keeps a change whole, or raises and keeps nothing of it: StaleTurn, AlreadyDone, InvitationSpent, Unfit.

        Only after a StorageFault, or for a caller that was cancelled while it waited, may it be kept all the same."""
        prepared = changes.Prepared(change, self._version)
        return await self._write(prepared.write, scrub=change.erase is not None)

    async def session(self, session: str) -> Session | None:
        """The session with this id, as it is now."""
        return await self._read(lambda c: queries.session(c, session))

    async def open_sessions(
        self, person: str | None = None, *, edition: str | None = None, untouched_since: datetime | None = None
    ) -> tuple[Session, ...]:
        """Open and paused sessions, the last touched first: of a person, on an edition, or untouched since a moment."""
        return await self._read(lambda c: queries.open_sessions(c, person, edition, untouched_since))

    async def sessions(self, user: str | None = None, limit: int | None = None) -> list[SessionRow]:
        """The list of sessions, newest first; `user` is a terminal's name or a person's id."""
        return await self._read(lambda c: queries.session_rows(c, user, limit))

    async def latest(self, person: str) -> Session | None:
        """A person's newest preparation that led to a brief, else the newest of all."""
        return await self._read(lambda c: queries.latest(c, person))

    async def earlier(self, person: str, most: int) -> tuple[Earlier, ...]:
        """The newest finished preparation for each client, at most so many, newest first."""
        return await self._read(lambda c: queries.earlier(c, person, most))

    async def record(self, session: str) -> tuple[Recorded, ...]:
        """The entries of a session in order, each with the program version that wrote it."""
        return await self._read(lambda c: queries.record(c, session))

    async def entries(self, session: str) -> tuple[Entry, ...]:
        """The entries of a session in order."""
        return tuple(kept.entry for kept in await self.record(session))

    async def transcript(self, session: str) -> transcripts.Transcript | None:
        """The transcript of a session; None when there is no such session."""
        return await self._read(lambda c: transcripts.transcript(c, session))

    async def edition(self, edition: str) -> str | None:
        """The canonical text of an edition."""
        return await self._read(lambda c: queries.edition(c, edition))

    # People

    async def person(self, channel: Channel, key: str) -> Person | None:
        """The person behind a channel's own name for them."""
        return await self._read(lambda c: people.person_with_key(c, channel, key))

    async def person_with_id(self, person: str) -> Person | None:
        """The person with this id."""
        return await self._read(lambda c: people.person_with_id(c, person))

    async def people_with_role(self, role: Role) -> tuple[Person, ...]:
        """Everybody in a role, the longest known first."""
        return await self._read(lambda c: people.people_with_role(c, role))

    async def any_admin(self) -> bool:
        """Whether there is an admin yet."""
        return await self._read(people.any_admin)

    async def invite(self, role: InvitedRole, team: str, now: datetime, lasts: timedelta = INVITATION_LASTS) -> str:
        """A new one-time code for a role; only its hash is kept, so show it now."""
        code = people.new_code()
        await self._write(lambda c: people.keep_invitation(c, code, Invitation(role=role, team=team), now, now + lasts))
        return code

    async def invitation(self, code: str, now: datetime) -> Invitation | None:
        """What a code would grant now, without using it."""
        return await self._read(lambda c: people.invitation(c, code, now))

    async def redeem(self, code: str, person: str, now: datetime) -> Role | None:
        """Gives a person the role of a code, once; None when the code is not valid any more."""
        try:
            return await self._write(lambda c: people.redeem(c, Redemption(code=code, person=person), now))
        except InvitationSpent:
            return None

    async def erase(self, person: str, now: datetime) -> dict[str, int]:
        """Takes out everything of a person; returns how many rows of each table. With SQLite no byte of it is left in the
        files; PostgreSQL overwrites the places where it stood as it vacuums."""
        return (await self.commit(Change(at=now, erase=person))).erased

    async def export(self, person: str) -> dict[str, Any] | None:
        """Everything that is held of a person, as plain data for JSON."""
        return await self._read(lambda c: erasure.export(c, person))

    async def purge(self, now: datetime, retention: Retention) -> dict[str, int]:
        """Takes out what has been kept long enough; returns how many rows of each table."""
        return await self._write(lambda c: erasure.purge(c, now, retention), scrub=True)

    # The outbox

    async def next_outgoing(self, now: datetime, limit: int) -> list[Queued]:
        """The first message of each chat that is due, oldest first, marked as being sent. Nothing else of these chats
        comes until they are settled."""
        return await self._write(lambda c: outbox.take_due(c, now, limit))

    async def next_due(self) -> datetime | None:
        """When the next message may go, perhaps in the past; None when nothing waits to be taken."""
        return await self._read(outbox.next_due)

    async def sent(self, number: int, ref: str) -> None:
        """Notes that a message arrived as `ref`, and drops its words."""
        await self._write(lambda c: outbox.mark_sent(c, number, ref))

    async def failed(self, number: int, reason: str) -> None:
        """Notes that a message will never arrive, and drops its words; the next of its chat may go."""
        await self._write(lambda c: outbox.mark_failed(c, number, reason))

    async def postponed(self, number: int, until: datetime, reason: str = "") -> None:
        """Puts a message back at the head of its chat, not to be tried before `until`."""
        await self._write(lambda c: outbox.postpone(c, number, until, reason))

    async def unreachable(self, chat_id: int, reason: str) -> None:
        """Notes that a chat takes no messages any more; what waits for it has failed."""
        await self._write(lambda c: outbox.close_chat(c, chat_id, reason))

    async def recover(self) -> int:
        """Makes everything that was being sent when the last process ended due again; returns how many. Only for who
        holds the claim."""
        return await self._write(outbox.recover)

    # Playbooks

    async def publish(self, act: Publication) -> None:
        """Records what was done to a playbook, and makes it true."""
        await self._write(lambda c: publications.publish(c, act))

    async def live_playbooks(self) -> tuple[Live, ...]:
        """The content of every live playbook, by id."""
        return await self._read(publications.live_playbooks)

    async def publications(self, playbook: str | None = None) -> tuple[Publication, ...]:
        """What was done to a playbook, or to all, newest first."""
        return await self._read(lambda c: publications.history(c, playbook))

    async def taken(self) -> dict[str, str]:
        """The content hash that was last taken from each path."""
        return await self._read(publications.taken_from)

    async def note_taken(self, path: str, content_hash: str) -> None:
        """Remembers a path's content hash without publishing anything: the content was published before."""
        await self._write(lambda c: publications.note_taken(c, path, content_hash))

    # The house

    async def setting(self, key: str) -> str | None:
        """A small fact that outlives the process, such as the bot's name."""
        return await self._read(lambda c: setting(c, key))

    async def set_setting(self, key: str, value: str) -> None:
        """Keeps a small fact."""
        await self._write(lambda c: keep_setting(c, key, value))

    async def claim(self, name: str) -> None:
        """Takes a name that one process alone may hold, until close() or the end of the process; raises StorageFault
        when another holds it."""
        if name not in self._claims:
            self._claims[name] = await self._in_thread(lambda: Claim(self._url, name))

    async def still_claimed(self, name: str) -> bool:
        """Whether a claim still holds; false after the server was restarted: stop then, another may have it."""
        claim = self._claims.get(name)
        return claim is not None and await self._in_thread(claim.holds)

    async def _in_thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._readers, work)

    async def _read(self, query: Callable[[Connection], T]) -> T:
        def work() -> T:
            try:
                with self._reading.connect() as connection:
                    return query(connection)
            except SQLAlchemyError as error:
                raise fault(error, self._url) from None

        return await self._in_thread(work)

    async def _write(self, work: Callable[[Connection], T], *, scrub: bool = False) -> T:
        return await asyncio.wrap_future(self._writer.submit(work, scrub=scrub))

    def _close(self) -> None:
        self._writer.close()
        self._readers.shutdown()
        for claim in self._claims.values():
            claim.release()
        self._reading.dispose()
        self._writing.dispose()


def run(url: str, work: Callable[[Ledger], Awaitable[T]], *, version: str, synchronous: Synchronous = "FULL") -> T:
    """Opens the record, does one thing with it and closes it: for commands outside of any event loop."""

    async def once() -> T:
        ledger = Ledger.open(url, version=version, synchronous=synchronous)
        try:
            return await work(ledger)
        finally:
            await ledger.close()

    return asyncio.run(once())
