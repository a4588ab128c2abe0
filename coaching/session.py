"""A session, the events that can happen to it, and what is kept of them. Pure data: every field is exactly what is stored."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from coaching.brief import Brief
from coaching.frozen import Frozen, Language
from coaching.reading import Reading

Mode = Literal["prepare", "practice", "drill", "bargain"]
Status = Literal["open", "paused", "closed"]
Outcome = Literal["order", "advance", "continuation", "no_sale", "left", "lapsed"]
AnswerStatus = Literal["given", "kept", "ready", "unknown", "skipped"]


class Option(Frozen):
    """One button: its id inside the question, and the label that people see (plain text)."""

    id: str
    label: str


class OpenQuestion(Frozen):
    """The question that waits: `ask` grows with every new question, so that an old button is known as old."""

    ask: int
    step: str
    options: tuple[Option, ...] = ()
    only_options: bool = False


class Answer(Frozen):
    """What the rep settled at one step; `value` is what it was read as (an option's id, a price, an ISO date)."""

    step: str
    text: str
    status: AnswerStatus = "given"
    value: str = ""
    kind: str = ""
    about: str = ""


class Pending(Frozen):
    """A reply that was sent back once and may still be kept, moved or rewritten."""

    answer: Answer
    rule: str


class Shelf(Frozen):
    """A set of playbooks that the rep may choose as the line of business: the plan's id, its edition and its title."""

    playbook: str
    edition: str
    title: str


class Earlier(Frozen):
    """An earlier preparation whose answers may be taken as drafts."""

    session: str
    client: str
    playbook: str
    answers: tuple[Answer, ...] = ()


class Session(Frozen):
    """One preparation at one moment."""

    id: str
    person: str
    mode: Mode = "prepare"
    language: Language
    playbook: str
    edition: str
    shelves: tuple[Shelf, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    opened_at: datetime
    closed_at: datetime | None = None
    status: Status = "open"
    outcome: Outcome | None = None
    turn: int = 0
    minutes: int = 0
    steps: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()
    drafts: tuple[Answer, ...] = ()
    pending: Pending | None = None
    sent_back: tuple[str, ...] = ()
    noted: tuple[str, ...] = ()
    open: OpenQuestion | None = None
    asks: int = 0


class Opened(Frozen):
    """A preparation begins; everything that the coach may know of the outside comes with the event."""

    kind: Literal["opened"] = "opened"
    at: datetime
    id: str
    person: str
    language: Language
    playbook: str
    edition: str
    shelves: tuple[Shelf, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    client: str = ""


class Replied(Frozen):
    """The rep wrote something (already masked); the reading travels with it so that replay never guesses again."""

    kind: Literal["replied"] = "replied"
    at: datetime
    text: str
    reading: Reading
    masked: int = 0


class Picked(Frozen):
    """The rep tapped or named an option of question number `ask`."""

    kind: Literal["picked"] = "picked"
    at: datetime
    option: str
    ask: int


class Commanded(Frozen):
    """The rep used a command, without its slash; `text` is what stood behind it."""

    kind: Literal["commanded"] = "commanded"
    at: datetime
    name: str
    text: str = ""


class Blocked(Frozen):
    """Ethics refused the message: the rule's id and the lawful alternative are kept, the words are not."""

    kind: Literal["blocked"] = "blocked"
    at: datetime
    rule: str
    alternative: str


class Sent(Frozen):
    """Something came that cannot be an answer: a photo, a voice message, an edited message; `what` names it."""

    kind: Literal["sent"] = "sent"
    at: datetime
    what: str


class Left(Frozen):
    """The rep ended the preparation."""

    kind: Literal["left"] = "left"
    at: datetime


class Lapsed(Frozen):
    """The preparation was closed from outside: too old, or its edition was withdrawn; `text` says why, in the rep's language."""

    kind: Literal["lapsed"] = "lapsed"
    at: datetime
    text: str = ""


Event = Annotated[
    Opened | Replied | Picked | Commanded | Blocked | Sent | Left | Lapsed,
    Field(discriminator="kind"),
]


class Line(Frozen):
    """One message to send: HTML of Telegram's subset, the buttons beneath it, and a page where one belongs to it."""

    html: str
    ask: int = 0
    options: tuple[Option, ...] = ()
    only_options: bool = False
    brief: Brief | None = None


class Entry(Frozen):
    """One line of the record. The rep's entry carries the event; a coach's entry the line. `feedback` lists rule ids that were named."""

    turn: int
    at: datetime
    who: Literal["rep", "coach", "client", "manager"]
    text: str
    step: str = ""
    reading: Reading | None = None
    feedback: tuple[str, ...] = ()
    unfit: bool = False
    event: Event | None = None
    line: Line | None = None


class Turn(Frozen):
    """The result of one step: the session as it is now, what to say, what to keep."""

    session: Session
    lines: tuple[Line, ...]
    entries: tuple[Entry, ...]
