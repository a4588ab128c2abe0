from datetime import UTC, datetime, timedelta, timezone
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from coaching.brief import Brief, Rung
from coaching.reading import Reading
from coaching.reading.reading import FabeReading, Segment, SpinReading
from coaching.session import Blocked, Commanded, Entry, Lapsed, Left, Line, Opened, Picked, Replied, Sent, Session
from storage.faults import StaleTurn
from storage.ledger import Ledger
from storage.records import Change, SessionStep
from tests.storage.recorded_values import EDITION, NINE, after, entries, for_client, opening, person, session, turn, with_brief

ZONES = (UTC, timezone(timedelta(hours=8)), timezone(timedelta(hours=-3, minutes=-30)))
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.sampled_from(ZONES))
PARTS = st.floats(0, 1)
# What a person can send: no engine holds a NUL or half a character, and those are refused.
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=20)


def whole(model: type[BaseModel], **own: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Values of a model with every field filled, the optional ones too."""
    fields = {
        name: WORDS if field.annotation is str else st.from_type(field.annotation)
        for name, field in model.model_fields.items()
        if name not in own
    }
    return st.builds(model, **fields, **own)


def maybe(of: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | of


def several(of: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(of, max_size=2).map(tuple)


READINGS = whole(
    Reading,
    spin=maybe(whole(SpinReading, confidence=PARTS)),
    fabe=maybe(whole(FabeReading, parts=several(whole(Segment, confidence=PARTS)))),
)
EVENTS = st.one_of(
    whole(Opened, at=MOMENTS),
    whole(Replied, at=MOMENTS, reading=READINGS),
    *(whole(kind, at=MOMENTS) for kind in (Picked, Commanded, Blocked, Sent, Left, Lapsed)),
)
LINES = whole(Line, brief=maybe(whole(Brief, ladder=several(whole(Rung, height=PARTS)))))
ENTRIES = whole(Entry, turn=st.integers(0, 3), at=MOMENTS, text=WORDS, reading=maybe(READINGS), event=maybe(EVENTS), line=maybe(LINES))
SESSIONS = whole(
    Session,
    person=st.just("p1"),
    edition=st.just(EDITION.id),
    opened_at=MOMENTS,
    closed_at=maybe(MOMENTS),
    turn=st.integers(0, 99),
)
_numbers = count()


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(state=SESSIONS, said=st.lists(ENTRIES, max_size=3))
async def test_whatever_is_kept_comes_back_equal(ledger: Ledger, state: Session, said: list[Entry]) -> None:
    state = state.model_copy(update={"id": f"s{next(_numbers)}"})
    said.sort(key=lambda entry: entry.turn)
    step = SessionStep(session=state, entries=tuple(said))
    await ledger.commit(Change(at=NINE, person=person(), editions=(EDITION,), steps=(step,)))
    assert await ledger.session(state.id) == state
    assert await ledger.entries(state.id) == tuple(said)


async def test_sessions_are_listed_newest_first_with_the_fields_that_scripts_rely_on(ledger: Ledger) -> None:
    await ledger.commit(opening())
    terminal = person("p2", channel="terminal", channel_key="lin", chat_id=None)
    await ledger.commit(opening("s2", of=terminal, opened_at=after(5)))
    closed = session("s2", 1, person="p2", opened_at=after(5), status="closed", closed_at=after(9), outcome="advance")
    step = SessionStep(session=closed, expected_turn=0, score=0.5)
    await ledger.commit(Change(at=after(9), steps=(step,)))
    first, second = await ledger.sessions()
    assert first.model_dump(mode="json") == {
        "session": "s2",
        "user": "lin",
        "playbook": "fleet",
        "edition": EDITION.id,
        "mode": "prepare",
        "opened_at": "2026-03-02T09:05:00Z",
        "closed_at": "2026-03-02T09:09:00Z",
        "outcome": "advance",
        "score": 0.5,
        "status": "closed",
        "turn": 1,
    }
    assert (second.session, second.user) == ("s1", "p1")
    assert [row.session for row in await ledger.sessions(limit=1)] == ["s2"]
    assert [row.session for row in await ledger.sessions("lin")] == ["s2"]
    assert [row.session for row in await ledger.sessions("p1")] == ["s1"]
    assert await ledger.sessions("p2") == []


async def test_open_and_paused_sessions_come_last_touched_first(ledger: Ledger) -> None:
    for number, name in enumerate(("s1", "s2", "s3")):
        await ledger.commit(opening(name, opened_at=after(number)))
    await ledger.commit(turn(10, "s1").model_copy(update={"steps": (_moved("s1", status="paused"),)}))
    await ledger.commit(turn(11, "s2").model_copy(update={"steps": (_moved("s2", status="closed", closed_at=after(11)),)}))
    assert [found.id for found in await ledger.open_sessions("p1")] == ["s1", "s3"]
    assert [found.id for found in await ledger.open_sessions()] == ["s1", "s3"]
    assert await ledger.open_sessions("p2") == ()


async def test_sessions_can_be_found_by_edition_and_by_how_long_they_rest(ledger: Ledger) -> None:
    other = EDITION.model_copy(update={"id": "e1:bb"})
    await ledger.commit(opening())
    await ledger.commit(opening("s2", edition="e1:bb", opened_at=after(60)).model_copy(update={"editions": (other,)}))
    assert [found.id for found in await ledger.open_sessions(edition="e1:bb")] == ["s2"]
    assert [found.id for found in await ledger.open_sessions(untouched_since=after(30))] == ["s1"]


async def test_earlier_clients_are_offered_once_each_with_the_newest_preparation_that_led_to_a_brief(ledger: Ledger) -> None:
    async def prepare(name: str, client: str, minute: int, *, who: str = "p1", briefed: bool = True) -> None:
        state = session(name, person=who, opened_at=after(minute), answers=for_client(client))
        step = SessionStep(session=state, entries=(with_brief(0),) if briefed else entries(0))
        await ledger.commit(Change(at=after(minute), person=person(who), editions=(EDITION,), steps=(step,)))

    await prepare("s1", "红山酒厂", 10)
    await prepare("s2", "A1", 20)
    await prepare("s3", "红山酒厂", 30)
    await prepare("s4", "红山酒厂", 40, briefed=False)
    await prepare("s5", "B2", 50, briefed=False)
    await prepare("s6", "C3", 60, who="p2")
    await ledger.commit(turn(1, "s2", answers=for_client("A1"), status="closed", closed_at=after(70), outcome="lapsed"))
    found = await ledger.earlier("p1", 9)
    assert [(one.client, one.session) for one in found] == [("红山酒厂", "s3"), ("A1", "s2")]
    assert found[0].answers == for_client("红山酒厂")
    assert [one.client for one in await ledger.earlier("p1", 1)] == ["红山酒厂"]


async def test_what_is_not_there_is_none(ledger: Ledger) -> None:
    assert await ledger.session("nobody") is None
    assert await ledger.edition("nothing") is None
    assert await ledger.entries("nobody") == ()
    assert await ledger.transcript("nobody") is None
    assert await ledger.export("nobody") is None


def _moved(name: str, **more: object) -> SessionStep:
    return SessionStep(session=session(name, 1, **more), entries=entries(1), expected_turn=0)


async def test_a_reader_never_sees_half_a_turn(ledger: Ledger) -> None:
    await ledger.commit(opening())
    with pytest.raises(StaleTurn):
        await ledger.commit(turn(5))
    assert {kept.entry.turn for kept in await ledger.record("s1")} == {0}


async def test_the_latest_preparation_is_the_newest_with_a_brief_and_without_any_the_newest(ledger: Ledger) -> None:
    async def prepare(name: str, minute: int, *, who: str = "p1", briefed: bool = False) -> None:
        step = SessionStep(session=session(name, person=who, opened_at=after(minute)), entries=(with_brief(0),) if briefed else entries(0))
        await ledger.commit(Change(at=after(minute), person=person(who), editions=(EDITION,), steps=(step,)))

    assert await ledger.latest("p1") is None
    await prepare("s1", 10)
    await prepare("s2", 20)
    await prepare("s3", 30, who="p2", briefed=True)
    assert (await ledger.latest("p1")).id == "s2"
    await prepare("s4", 5, briefed=True)
    await prepare("s5", 6, briefed=True)
    await prepare("s6", 40)
    assert (await ledger.latest("p1")).id == "s5"
