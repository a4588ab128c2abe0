import asyncio

import pytest

from storage.faults import StorageFault
from storage.ledger import Ledger
from storage.records import InboxRow, Retention
from tests.storage.recorded_values import NINE, Opener, after, key, opening, update


def numbers(rows: list[InboxRow]) -> list[int]:
    return [row.update_id for row in rows]


async def test_updates_are_kept_as_they_came_and_in_the_order_of_their_numbers(ledger: Ledger, url: str, opened: Opener) -> None:
    rows = [update(30, raw='{"text":"三"}'), update(10), update(20)]
    assert numbers(await ledger.take_in(rows)) == [10, 20, 30]
    assert await opened(url).waiting() == sorted(rows, key=lambda row: row.update_id)


async def test_an_update_that_comes_again_is_known_whether_it_waits_or_is_done(ledger: Ledger) -> None:
    await ledger.take_in([update(1), update(2)])
    await ledger.commit(opening().model_copy(update={"inbox_done": (key(1),)}))
    assert numbers(await ledger.take_in([update(1), update(2), update(3), update(3)])) == [3]
    assert numbers(await ledger.waiting()) == [2, 3]


async def test_a_lower_number_is_a_new_update_all_the_same(ledger: Ledger) -> None:
    await ledger.take_in([update(900_000)])
    assert numbers(await ledger.take_in([update(5)])) == [5]


async def test_two_channels_may_use_the_same_number(ledger: Ledger) -> None:
    other = update(1).model_copy(update={"channel": "terminal"})
    assert len(await ledger.take_in([update(1), other])) == 2


async def test_what_is_done_keeps_its_number_and_none_of_its_words(ledger: Ledger) -> None:
    await ledger.take_in([update(1, raw="暗号")])
    await ledger.commit(opening().model_copy(update={"inbox_done": (key(1),)}))
    kept = ledger._writer.submit(lambda c: c.exec_driver_sql("SELECT * FROM inbox").all()).result()
    assert len(kept) == 1
    assert "暗号" not in str(kept)


async def test_an_update_set_aside_is_out_of_the_way_and_kept_as_it_came(ledger: Ledger) -> None:
    await ledger.take_in([update(1), update(2)])
    assert await ledger.set_aside(key(1), "cannot be parsed")
    assert not await ledger.set_aside(key(1), "again")
    assert numbers(await ledger.waiting()) == [2]
    assert await ledger.take_in([update(1)]) == []
    kept = ledger._writer.submit(lambda c: c.exec_driver_sql("SELECT raw, error FROM inbox WHERE state = 'set_aside'").all())
    assert [tuple(row) for row in kept.result()] == [(update(1).raw, "cannot be parsed")]


async def test_numbers_are_known_for_more_than_a_day_and_then_forgotten(ledger: Ledger) -> None:
    await ledger.take_in([update(1), update(2)])
    await ledger.commit(opening().model_copy(update={"inbox_done": (key(1),)}))
    assert (await ledger.purge(after(60 * 25), Retention()))["inbox"] == 0
    assert (await ledger.purge(after(60 * 49), Retention()))["inbox"] == 1
    assert numbers(await ledger.waiting()) == [2]
    assert update(1).received_at == NINE


async def test_an_update_with_signs_that_cannot_be_stored_does_not_hold_up_its_batch(ledger: Ledger) -> None:
    assert numbers(await ledger.take_in([update(1, raw='{"a":"\x00"}'), update(2, raw='{"a":"\ud800"}'), update(3)])) == [1, 2, 3]


async def test_updates_whose_keeping_was_in_doubt_are_handed_out_when_they_come_again(ledger: Ledger) -> None:
    # The commit is done and only the answer is lost, as when the connection breaks at the wrong moment.
    taking = asyncio.ensure_future(ledger.take_in([update(1), update(2)]))
    await asyncio.sleep(0)
    ledger._writer.submit(lambda _connection: None).result()
    taking.cancel()
    with pytest.raises((asyncio.CancelledError, StorageFault)):
        await taking
    assert numbers(await ledger.waiting()) == [1, 2]
    assert numbers(await ledger.take_in([update(2), update(3)])) == [2, 3]
    assert numbers(await ledger.take_in([update(1), update(2), update(3)])) == [1]
