import pytest

from storage.faults import AlreadyDone, StaleTurn, Unfit
from storage.ledger import Ledger
from storage.records import Change, SessionStep
from tests.storage.recorded_values import EDITION, after, entries, key, message, opening, person, session, turn, update


async def test_a_turn_its_entries_its_messages_and_its_update_are_kept_together(ledger: Ledger) -> None:
    await ledger.take_in([update(7)])
    done = await ledger.commit(opening().model_copy(update={"inbox_done": (key(7),), "outgoing": (message(), message())}))
    assert await ledger.session("s1") == session()
    assert await ledger.entries("s1") == entries(0)
    assert await ledger.waiting() == []
    assert len(done.outgoing) == 2
    assert [queued.id for queued in await ledger.next_outgoing(after(1), 9)] == [done.outgoing[0]]
    assert await ledger.edition(EDITION.id) == EDITION.content


async def test_every_entry_names_the_program_version_that_wrote_it(ledger: Ledger) -> None:
    await ledger.commit(opening())
    assert [(kept.seq, kept.version) for kept in await ledger.record("s1")] == [(0, "1.2.3"), (1, "1.2.3")]


async def test_a_turn_decided_on_an_old_state_is_refused_whole(ledger: Ledger) -> None:
    await ledger.commit(opening())
    await ledger.commit(turn(1))
    await ledger.take_in([update(8)])
    late = turn(1, words="迟到的话").model_copy(
        update={"inbox_done": (key(8),), "outgoing": (message(),), "person": person(team="north", desk='{"a":1}')}
    )
    with pytest.raises(StaleTurn):
        await ledger.commit(late)
    assert await ledger.session("s1") == session(turn=1)
    assert await ledger.entries("s1") == entries(0) + entries(1)
    assert [row.update_id for row in await ledger.waiting()] == [8]
    assert await ledger.next_outgoing(after(9), 9) == []
    assert await ledger.person("telegram", "1") == person()


async def test_a_session_cannot_begin_twice(ledger: Ledger) -> None:
    await ledger.commit(opening())
    with pytest.raises(StaleTurn):
        await ledger.commit(opening())
    assert await ledger.entries("s1") == entries(0)


async def test_an_update_becomes_a_turn_only_once(ledger: Ledger) -> None:
    await ledger.take_in([update(7)])
    await ledger.commit(opening().model_copy(update={"inbox_done": (key(7),)}))
    with pytest.raises(AlreadyDone):
        await ledger.commit(turn(1).model_copy(update={"inbox_done": (key(7),)}))
    assert await ledger.session("s1") == session()


async def test_a_second_preparation_pauses_the_first_in_one_change(ledger: Ledger) -> None:
    await ledger.commit(opening())
    paused, begun = session(turn=1, status="paused"), session("s2", opened_at=after(5))
    steps = (
        SessionStep(session=paused, entries=entries(1), expected_turn=0),
        SessionStep(session=begun, entries=entries(0)),
    )
    await ledger.commit(Change(at=after(5), steps=steps))
    assert await ledger.open_sessions("p1") == (begun, paused)
    with pytest.raises(StaleTurn):
        await ledger.commit(Change(at=after(6), steps=(SessionStep(session=session("s3")), steps[0])))
    assert await ledger.session("s3") is None


async def test_a_session_on_an_edition_that_was_never_stored_is_refused(ledger: Ledger) -> None:
    with pytest.raises(Unfit):
        await ledger.commit(opening().model_copy(update={"editions": ()}))
    assert await ledger.person("telegram", "1") is None


async def test_an_edition_is_stored_once_and_never_changed(ledger: Ledger) -> None:
    await ledger.commit(opening())
    other = EDITION.model_copy(update={"content": "{}"})
    await ledger.commit(turn(1).model_copy(update={"editions": (other,)}))
    assert await ledger.edition(EDITION.id) == EDITION.content


@pytest.mark.parametrize("words", ["a\x00b", "half \ud83d of a character"])
async def test_words_that_no_engine_can_hold_are_refused_alike_and_harm_nothing(ledger: Ledger, words: str) -> None:
    await ledger.commit(opening())
    spoiled = SessionStep(session=session(turn=1), entries=(entries(1)[0].model_copy(update={"text": words}),), expected_turn=0)
    with pytest.raises(Unfit):
        await ledger.commit(Change(at=after(1), steps=(spoiled,)))
    await ledger.commit(turn(1))
    assert await ledger.session("s1") == session(turn=1)


async def test_a_moment_without_a_zone_is_refused(ledger: Ledger) -> None:
    with pytest.raises(Unfit, match="zone"):
        await ledger.commit(opening(opened_at=after(0).replace(tzinfo=None)))
