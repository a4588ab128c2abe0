"""Small sessions, people and changes for the tests of the record."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from coaching.brief import Brief, BriefLabels
from coaching.reading import Reading
from coaching.session import Answer, Entry, Line, Replied, Session
from storage.ledger import Ledger
from storage.records import Change, InboxKey, InboxRow, Outgoing, Person, SessionStep, StoredEdition

Opener = Callable[[str], Ledger]

NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)
EDITION = StoredEdition(id="e1:aa", content='{"plan":{}}')


def after(minutes: float) -> datetime:
    return NINE + timedelta(minutes=minutes)


def person(name: str = "p1", **more: object) -> Person:
    number = int(name.strip("p") or 0)
    plain = {"id": name, "channel": "telegram", "channel_key": str(number), "chat_id": number, "language": "zh-Hans"}
    return Person.model_validate({**plain, "created_at": NINE, **more})


def session(name: str = "s1", turn: int = 0, **more: object) -> Session:
    plain = {"id": name, "person": "p1", "language": "zh-Hans", "playbook": "fleet", "edition": EDITION.id}
    return Session.model_validate({**plain, "opened_at": NINE, "turn": turn, **more})


def for_client(name: str) -> tuple[Answer, ...]:
    return (Answer(step="plan.client", text=name),)


def entries(turn: int, words: str = "车回来晚，等卸粮") -> tuple[Entry, ...]:
    at = after(turn)
    reading = Reading(reader="rules 1", length=len(words))
    return (
        Entry(
            turn=turn,
            at=at,
            who="rep",
            text=words,
            step="spin.problem",
            reading=reading,
            event=Replied(at=at, text=words, reading=reading),
        ),
        Entry(turn=turn, at=at, who="coach", text=f"“{words}”", feedback=("E1.2",), line=Line(html=f"“{words}”")),
    )


def with_brief(turn: int) -> Entry:
    """The coach's entry that shows the brief."""
    headings = {name: name for name in BriefLabels.model_fields}
    brief = Brief(language="en", title="A1", meeting="", start_here="", goal="", labels=BriefLabels(**headings))
    return Entry(turn=turn, at=after(turn), who="coach", text="", line=Line(html="", brief=brief))


def opening(name: str = "s1", *, of: Person | None = None, **more: object) -> Change:
    """A person's first turn."""
    who = of or person()
    begun = session(name, person=who.id, **more)
    return Change(at=begun.opened_at, person=who, editions=(EDITION,), steps=(SessionStep(session=begun, entries=entries(0)),))


def turn(number: int, name: str = "s1", words: str = "车回来晚，等卸粮", **more: object) -> Change:
    """Turn `number` of a session that was at the turn before."""
    moved = session(name, number, **more)
    step = SessionStep(session=moved, entries=entries(number, words), expected_turn=number - 1)
    return Change(at=after(number), steps=(step,))


def update(number: int, chat: str = "1", raw: str = '{"text":"你好"}') -> InboxRow:
    return InboxRow(channel="telegram", update_id=number, chat_key=chat, received_at=NINE, raw=raw)


def key(number: int) -> InboxKey:
    return InboxKey(channel="telegram", update_id=number)


def message(chat: int = 1, payload: str = '{"html":"好"}', **more: object) -> Outgoing:
    return Outgoing.model_validate({"chat_id": chat, "payload": payload, **more})
