"""Replays every session on its editions and compares what the coach would say with what the record holds. Changes nothing."""

from collections.abc import Mapping

from coaching.edition import Preparation, from_stored
from coaching.frozen import Frozen
from coaching.session import Entry, Event, Opened, Session
from coaching.turn import replay
from storage.ledger import Ledger
from storage.records import Recorded


class Difference(Frozen):
    """One place where the replay and the record part; `version` is the program that wrote the record."""

    session: str
    turn: int
    what: str
    recorded: str
    replayed: str
    version: str


class Verified(Frozen):
    """What a verification found; differences of records that another program version wrote stand apart."""

    sessions: int
    turns: int
    differences: tuple[Difference, ...] = ()
    other_versions: tuple[Difference, ...] = ()

    def as_json(self) -> dict[str, object]:
        """As plain data."""
        return self.model_dump(mode="json")

    def as_text(self) -> str:
        """As lines for people."""
        lines = [f"{self.sessions} sessions, {self.turns} turns replayed: {len(self.differences)} differences."]
        for found in self.differences:
            lines.append(f"{found.session} turn {found.turn}: {found.what}\n  record: {found.recorded}\n  replay: {found.replayed}")
        if self.other_versions:
            lines.append(f"{len(self.other_versions)} more in records of other program versions:")
            lines += [f"{found.session} turn {found.turn} (version {found.version}): {found.what}" for found in self.other_versions]
        return "\n".join(lines)


async def verify(ledger: Ledger, version: str) -> Verified:
    """Replays all sessions of the record."""
    books: dict[str, Preparation] = {}
    same: list[Difference] = []
    other: list[Difference] = []
    rows, turns = await ledger.sessions(), 0
    for row in rows:
        kept = await ledger.record(row.session)
        state = await ledger.session(row.session)
        events = [one.entry.event for one in kept if one.entry.event is not None]
        turns += len(events)
        await _fetch(ledger, events, state, books)
        for found in _compare(row.session, kept, events, state, books):
            (same if found.version == version else other).append(found)
    return Verified(sessions=len(rows), turns=turns, differences=tuple(same), other_versions=tuple(other))


async def _fetch(ledger: Ledger, events: list[Event], state: Session | None, books: dict[str, Preparation]) -> None:
    wanted = {state.edition} if state is not None else set()
    for event in events:
        if isinstance(event, Opened):
            wanted |= {event.edition, *(shelf.edition for shelf in event.shelves)}
    for edition in wanted - books.keys():
        stored = await ledger.edition(edition)
        if stored is not None:
            books[edition] = from_stored(stored)


def _compare(
    session: str, kept: tuple[Recorded, ...], events: list[Event], state: Session | None, books: Mapping[str, Preparation]
) -> list[Difference]:
    version_of = {one.entry.turn: one.version for one in kept}
    recorded: dict[int, list[Entry]] = {}
    for one in kept:
        recorded.setdefault(one.entry.turn, []).append(one.entry)

    def differs(turn: int, what: str, was: object, now: object) -> Difference:
        return Difference(session=session, turn=turn, what=what, recorded=str(was), replayed=str(now), version=version_of.get(turn, ""))

    try:
        turns = replay(books, events)
    except (KeyError, ValueError) as fault:
        return [differs(1, "cannot be replayed", "", f"{type(fault).__name__}: {fault}")]
    found = []
    for turn in turns:
        number = turn.session.turn
        entries = recorded.get(number, [])
        if len(entries) != len(turn.entries):
            found.append(differs(number, "number of messages", len(entries), len(turn.entries)))
        for was, now in zip(entries, turn.entries, strict=False):
            if was != now:
                name = next(name for name in Entry.model_fields if getattr(was, name) != getattr(now, name))
                found.append(differs(number, f"{was.who}: {name}", getattr(was, name), getattr(now, name)))
    last = turns[-1].session if turns else None
    if state is not None and last != state:
        names = [name for name in Session.model_fields if last is None or getattr(last, name) != getattr(state, name)]
        found.append(differs(state.turn, "state: " + ", ".join(names), "", ""))
    return found
