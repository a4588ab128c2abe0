"""How much a durable turn costs: the ledger, one turn after another and many chats at once, against plain sqlite3
with a transaction a turn.

The machine's own speed changes from hour to hour, so read the ratios. Usage: .venv/bin/python -m benchmarks.storage"""

import argparse
import asyncio
import json
import sqlite3
import tempfile
import time
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from coaching.reading import Reading
from coaching.session import Answer, Entry, Line, OpenQuestion, Option, Replied, Session
from storage.changes import Prepared
from storage.engines import Synchronous
from storage.ledger import Ledger
from storage.records import Change, InboxKey, InboxRow, Outgoing, Person, SessionStep, StoredEdition
from storage.tables import entries, outbox, people, sessions

START = datetime(2026, 1, 5, 9, tzinfo=UTC)
EDITION = StoredEdition(id="e1:bench", content="{}")
WORDS = "多等这两小时，一天要少跑几车，每车误工费是多少？"
PAYLOAD = json.dumps({"html": WORDS})
OPTIONS = tuple(Option(id=name, label=name) for name in ("example", "skip", "back"))


def person(chat: int) -> Person:
    return Person(id=f"p{chat}", channel="telegram", channel_key=str(chat), chat_id=chat, language="zh-Hans", created_at=START)


def turn(chat: int, number: int) -> Change:
    """Turn `number` of a chat: what the rep wrote, two lines of the coach, and the update done. Turn 0 also brings
    the person."""
    at = START + timedelta(seconds=number)
    session = Session(
        id=f"s{chat}",
        person=f"p{chat}",
        language="zh-Hans",
        playbook="fleet",
        edition=EDITION.id,
        opened_at=START,
        turn=number,
        minutes=30,
        answers=tuple(Answer(step=f"spin.problem/{n}", text=WORDS) for n in range(number)),
        open=OpenQuestion(ask=number, step="spin.implication", options=OPTIONS),
        asks=number,
    )
    reading = Reading()
    said = Entry(
        turn=number,
        at=at,
        who="rep",
        text=WORDS,
        step="spin.implication",
        reading=reading,
        event=Replied(at=at, text=WORDS, reading=reading),
    )
    lines = tuple(Entry(turn=number, at=at, who="coach", text=WORDS, line=Line(html=WORDS, ask=number, options=OPTIONS)) for _ in range(2))
    return Change(
        at=at,
        inbox_done=(InboxKey(channel="telegram", update_id=update_id(chat, number)),),
        person=person(chat),
        editions=(EDITION,) if number == 0 else (),
        steps=(SessionStep(session=session, entries=(said, *lines), expected_turn=number - 1 if number else None),),
        outgoing=tuple(Outgoing(chat_id=chat, person=f"p{chat}", session=f"s{chat}", payload=PAYLOAD) for _ in range(2)),
    )


def update_id(chat: int, number: int) -> int:
    return chat * 10_000 + number


def updates(chats: int, turns: int) -> list[InboxRow]:
    return [
        InboxRow(channel="telegram", update_id=update_id(chat, number), chat_key=str(chat), received_at=START, raw=WORDS)
        for chat in range(chats)
        for number in range(turns)
    ]


async def beside(ledger: Ledger, chats: int, turns: int) -> None:
    """Every chat in its own order, all chats at once."""

    async def lane(chat: int) -> None:
        for number in range(turns):
            await ledger.commit(turn(chat, number))

    await asyncio.gather(*(lane(chat) for chat in range(chats)))


async def in_a_row(ledger: Ledger, chats: int, turns: int) -> None:
    """One turn after another."""
    for number in range(turns):
        for chat in range(chats):
            await ledger.commit(turn(chat, number))


def with_ledger(
    url: str, synchronous: Synchronous, way: Callable[[Ledger, int, int], Awaitable[None]], chats: int, turns: int
) -> tuple[float, float]:
    """Seconds of clock and of CPU."""

    async def measure() -> tuple[float, float]:
        ledger = Ledger.open(url, version="bench", synchronous=synchronous)
        await ledger.take_in(updates(chats, turns))
        began, cpu = time.perf_counter(), time.process_time()
        await way(ledger, chats, turns)
        taken = time.perf_counter() - began, time.process_time() - cpu
        await ledger.close()
        return taken

    return asyncio.run(measure())


def plain(folder: Path, synchronous: Synchronous, chats: int, turns: int) -> tuple[float, float]:
    """The same rows by hand-written SQL on the driver alone, a transaction a turn."""
    asyncio.run(empty(f"sqlite:///{folder}/plain.db"))
    connection = sqlite3.connect(f"{folder}/plain.db", isolation_level=None)
    for pragma in ("journal_mode=WAL", f"synchronous={synchronous}", "foreign_keys=ON", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")
    connection.executemany(
        "INSERT INTO inbox VALUES ('telegram', ?, ?, ?, ?, 'new', '')",
        [(row.update_id, row.chat_key, row.received_at.isoformat(), row.raw) for row in updates(chats, turns)],
    )
    connection.execute("INSERT INTO editions VALUES (?, ?, ?)", (EDITION.id, EDITION.content, START.isoformat()))
    new_session = insert(sessions)
    changed = [column.name for column in sessions.c if column.name not in ("id", "person", "opened_at")]
    next_turn = f"UPDATE sessions SET {', '.join(f'{name} = :{name}' for name in changed)} WHERE id = :id AND turn = :before"
    new_entry = insert(entries)
    new_message = insert(outbox, leave_out=("id", "sent_ref"))
    new_person = insert(people)
    new_person += " ON CONFLICT (id) DO UPDATE SET desk = excluded.desk, active_session = excluded.active_session"
    done = "UPDATE inbox SET state = 'done', raw = '', chat_key = '' WHERE channel = ? AND update_id = ? AND state = 'new'"

    began, cpu = time.perf_counter(), time.process_time()
    for number in range(turns):
        for chat in range(chats):
            change = turn(chat, number)
            rows = Prepared(change, "bench")
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(done, ("telegram", change.inbox_done[0].update_id))
            assert change.person is not None
            connection.execute(new_person, bound(change.person.model_dump()))
            for row, before in rows.sessions:
                connection.execute(new_session if before is None else next_turn, {**bound(row), "before": before})
            connection.executemany(new_entry, [bound(row) for row in rows.entries])
            for row in rows.outgoing:
                connection.execute(new_message, bound(row))
            connection.execute("COMMIT")
    taken = time.perf_counter() - began, time.process_time() - cpu
    connection.close()
    return taken


async def empty(url: str) -> None:
    """A database of the right shape with nothing in it."""
    await Ledger.open(url, version="bench").close()


def insert(table: Table, leave_out: tuple[str, ...] = ()) -> str:
    names = [column.name for column in table.c if column.name not in leave_out]
    return f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({', '.join(f':{name}' for name in names)})"


def bound(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in row.items()}


def main() -> None:
    options = argparse.ArgumentParser(description="Turns a second and CPU a turn.")
    options.add_argument("--chats", type=int, default=64)
    options.add_argument("--turns", type=int, default=20)
    options.add_argument("--postgresql", metavar="URL", default="", help="measure the ledger on this empty database too")
    asked = options.parse_args()
    count = asked.chats * asked.turns
    print(f"{count} turns of {asked.chats} chats; each: inbox row done, person, session, 3 entries, 2 messages to send")
    print(f"{'':<44}{'turns/s':>9}{'CPU ms/turn':>13}{'speed':>8}{'CPU':>7}   (of plain sqlite3 in the same mode)")
    for synchronous in ("FULL", "NORMAL"):
        with tempfile.TemporaryDirectory() as name:
            base = plain(Path(name), synchronous, asked.chats, asked.turns)
            show(f"{synchronous:<7} plain sqlite3, one after another", base, base, count)
        for words, way in (("one after another", in_a_row), (f"{asked.chats} chats at once", beside)):
            with tempfile.TemporaryDirectory() as name:
                url = f"sqlite:///{name}/ledger.db"
                show(
                    f"{synchronous:<7} ledger, {words}",
                    with_ledger(url, synchronous, way, asked.chats, asked.turns),
                    base,
                    count,
                )
    if asked.postgresql:
        taken = with_ledger(asked.postgresql, "FULL", beside, asked.chats, asked.turns)
        show(f"FULL    ledger on PostgreSQL, {asked.chats} chats at once", taken, base, count)


def show(what: str, taken: tuple[float, float], base: tuple[float, float], count: int) -> None:
    clock, cpu = taken
    print(f"{what:<44}{count / clock:>9.0f}{cpu / count * 1000:>13.2f}{base[0] / clock:>8.2f}{cpu / base[1]:>7.2f}")


if __name__ == "__main__":
    main()
