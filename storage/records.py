"""The values that go into the record and come out of it. Plain frozen data: no SQL, no files."""

from datetime import datetime, timedelta
from typing import Literal

from pydantic import Field

from coaching.frozen import Frozen, Language
from coaching.session import Entry, Mode, Outcome, Session, Status

Channel = Literal["telegram", "terminal"]
Role = Literal["none", "rep", "trainer", "manager", "admin"]
Who = Literal["rep", "coach", "client", "manager"]
InvitedRole = Literal["rep", "trainer", "manager", "admin"]


class InboxRow(Frozen):
    """One update as it came: `raw` is its JSON text, `chat_key` names the lane that it belongs to."""

    channel: Channel
    update_id: int
    chat_key: str
    received_at: datetime
    raw: str

    @property
    def key(self) -> "InboxKey":
        """Its name in the inbox."""
        return InboxKey(channel=self.channel, update_id=self.update_id)


class InboxKey(Frozen):
    """The name of an inbox row; `update_id` is unique within its channel."""

    channel: Channel
    update_id: int


class Person(Frozen):
    """Somebody who talks to the coach. `desk` is JSON text that belongs to the chat: what the conversation outside of
    a session waits for."""

    id: str
    channel: Channel
    channel_key: str
    chat_id: int | None = None
    language: Language
    role: Role = "none"
    team: str = ""
    active_session: str | None = None
    desk: str = "{}"
    notice_at: datetime | None = None
    reachable: bool = True
    created_at: datetime


class Invitation(Frozen):
    """What a one-time code grants."""

    role: InvitedRole
    team: str = ""


class Redemption(Frozen):
    """A person who uses a one-time code."""

    code: str
    person: str


class StoredEdition(Frozen):
    """An edition's id and its canonical JSON text."""

    id: str
    content: str


class SessionStep(Frozen):
    """One session's new state with the entries of this turn; `expected_turn` is the turn that it was decided on, None
    for a new session."""

    session: Session
    entries: tuple[Entry, ...] = ()
    expected_turn: int | None = None
    score: float | None = None


class Outgoing(Frozen):
    """A message to send; `payload` is JSON text that belongs to the courier. Without `not_before` it is due at once."""

    chat_id: int
    payload: str
    person: str | None = None
    session: str | None = None
    not_before: datetime | None = None


class Change(Frozen):
    """What is kept together or not at all, at the moment `at`.

    An existing person's role and team stay as they are whatever `person` says: they change through `redeem`, so that
    a lane with an older picture of the person never takes a role back. `erase` goes first: what else the change holds
    is kept after it."""

    at: datetime
    inbox_done: tuple[InboxKey, ...] = ()
    erase: str | None = None
    person: Person | None = None
    redeem: Redemption | None = None
    editions: tuple[StoredEdition, ...] = ()
    steps: tuple[SessionStep, ...] = ()
    outgoing: tuple[Outgoing, ...] = ()
    publications: tuple["Publication", ...] = ()


class CommitResult(Frozen):
    """What a kept change led to: the outbox ids in order, the role after a redemption, and how many rows of each
    table were erased."""

    outgoing: tuple[int, ...] = ()
    role: Role | None = None
    erased: dict[str, int] = Field(default_factory=dict)


class Queued(Frozen):
    """A message on its way out; `attempts` above 1 says that it may have been sent before."""

    id: int
    chat_id: int
    person: str | None
    session: str | None
    payload: str
    attempts: int


class Recorded(Frozen):
    """An entry where it stands in the record, with the program version that wrote it."""

    seq: int
    version: str
    entry: Entry


class SessionRow(Frozen):
    """One line of a list of sessions; the names of its fields are a contract with scripts. `user` is the terminal's
    name or the person's id."""

    session: str
    user: str
    playbook: str
    edition: str
    mode: Mode
    opened_at: datetime
    closed_at: datetime | None
    outcome: Outcome | None
    score: float | None
    status: Status
    turn: int


class Publication(Frozen):
    """One act of a trainer on a playbook: `source` is the file's text (empty when withdrawn), `path` the file that it
    was taken from, if any."""

    playbook: str
    action: Literal["published", "withdrawn", "rolled_back"]
    at: datetime
    content_hash: str = ""
    source: str = ""
    path: str | None = None
    author: str | None = None
    note: str = ""


class Live(Frozen):
    """The content of a playbook that new sessions get."""

    playbook: str
    content_hash: str
    at: datetime
    source: str


class Retention(Frozen):
    """How long things are kept. Defaults: ethics, section 4, for sessions; a day is Telegram's longest redelivery."""

    prepared: timedelta = timedelta(days=90)
    practised: timedelta = timedelta(days=365)
    delivered: timedelta = timedelta(days=2)
    set_aside: timedelta = timedelta(days=14)
