import asyncio
import logging
import sys
import threading
from contextlib import suppress

import pytest
from sqlalchemy import Connection, event, text

from storage.faults import StaleTurn, StorageFault
from storage.ledger import Ledger
from storage.records import Change
from tests.storage.recorded_values import Opener, opening, person, session, turn


def held_up(ledger: Ledger) -> threading.Event:
    """Keeps the writer busy, so that what comes now waits together; set the event to let it go on."""
    go, busy = threading.Event(), threading.Event()

    def wait(_connection: Connection) -> None:
        busy.set()
        go.wait(10)

    ledger._writer.submit(wait)
    assert busy.wait(10)
    return go


async def together(ledger: Ledger, changes: list[Change]) -> list[object]:
    """Commits changes that wait together, and returns their results or errors."""
    go = held_up(ledger)
    tasks = [asyncio.ensure_future(ledger.commit(change)) for change in changes]
    await asyncio.sleep(0)
    go.set()
    return list(await asyncio.gather(*tasks, return_exceptions=True))


def commits(ledger: Ledger) -> list[str]:
    """Grows with every transaction that is committed from now on."""
    seen: list[str] = []
    event.listen(ledger._writing, "commit", lambda _connection: seen.append("commit"))
    return seen


def everybody(count: int) -> list[Change]:
    return [opening(f"s{n}", of=person(f"p{n}")) for n in range(1, count + 1)]


async def test_changes_that_wait_together_share_one_commit(ledger: Ledger) -> None:
    seen = commits(ledger)
    results = await together(ledger, everybody(40))
    assert not [result for result in results if isinstance(result, BaseException)]
    assert len(seen) == 2  # what held the writer up, and all the rest
    assert len(await ledger.sessions()) == 40


async def test_one_stale_turn_takes_no_other_change_of_its_transaction_with_it(ledger: Ledger) -> None:
    await ledger.commit(opening())
    seen = commits(ledger)
    late = turn(1).model_copy(update={"person": person("p7")})
    results = await together(ledger, [turn(1), late, opening("s2", of=person("p2")), turn(2), turn(2)])
    assert [type(result) for result in results if isinstance(result, Exception)] == [StaleTurn, StaleTurn]
    assert len(seen) == 2
    assert await ledger.session("s1") == session(turn=2)
    assert await ledger.session("s2") is not None
    assert await ledger.person_with_id("p7") is None


def breaks_off(connection: Connection) -> None:
    """Work that fails by the engine's own fault rather than by the change's."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET LOCAL statement_timeout = 1"))
        connection.execute(text("SELECT pg_sleep(5)"))
    connection.execute(text("SELECT * FROM nowhere"))


async def test_work_that_breaks_the_transaction_itself_spoils_only_its_own_change(ledger: Ledger) -> None:
    go = held_up(ledger)
    before = asyncio.ensure_future(ledger.commit(opening()))
    await asyncio.sleep(0)
    broken = ledger._writer.submit(breaks_off)
    after_it = asyncio.ensure_future(ledger.commit(opening("s2", of=person("p2"))))
    await asyncio.sleep(0)
    go.set()
    await asyncio.gather(before, after_it)
    assert isinstance(broken.exception(), StorageFault)
    assert len(await ledger.sessions()) == 2


async def test_a_full_disk_loses_only_what_it_has_no_room_for_and_says_so(sqlite_url: str, opened: Opener) -> None:
    ledger = opened(sqlite_url)
    await ledger.commit(opening())
    pages = ledger._writer.submit(lambda c: c.exec_driver_sql("PRAGMA page_count").scalar_one()).result()
    ledger._writer.submit(lambda c: c.exec_driver_sql(f"PRAGMA max_page_count={pages}").scalar_one()).result()
    results = await together(ledger, [turn(1, words="长" * 50_000), turn(1, words="长" * 60_000)])
    assert {type(result) for result in results} == {StorageFault}
    assert "No room" in str(results[0])
    ledger._writer.submit(lambda c: c.exec_driver_sql("PRAGMA max_page_count=1000000").scalar_one()).result()
    await ledger.commit(turn(1))
    assert await ledger.session("s1") == session(turn=1)


async def test_a_change_whose_caller_gave_up_before_its_turn_is_not_kept(ledger: Ledger) -> None:
    go = held_up(ledger)
    given_up = asyncio.ensure_future(ledger.commit(opening()))
    kept = asyncio.ensure_future(ledger.commit(opening("s2", of=person("p2"))))
    await asyncio.sleep(0)
    given_up.cancel()
    with suppress(asyncio.CancelledError):
        await given_up
    go.set()
    await kept
    assert [row.session for row in await ledger.sessions()] == ["s2"]


async def test_when_the_writer_dies_everybody_who_waits_hears_of_it(ledger: Ledger, caplog: pytest.LogCaptureFixture) -> None:
    watching = asyncio.ensure_future(ledger.watch())
    go = held_up(ledger)
    ledger._writer.submit(lambda _connection: sys.exit("out of memory, say"))
    waiting = asyncio.ensure_future(ledger.commit(opening()))
    await asyncio.sleep(0)
    with caplog.at_level(logging.CRITICAL):
        go.set()
        with pytest.raises(StorageFault, match="start Sparring again"):
            await asyncio.wait_for(waiting, 10)
        with pytest.raises(StorageFault, match="start Sparring again"):
            await asyncio.wait_for(watching, 10)
    assert "died" in caplog.text
    with pytest.raises(StorageFault, match="start Sparring again"):
        await ledger.commit(opening())
    assert await ledger.sessions() == []


async def test_who_only_watches_may_go_without_harm(ledger: Ledger) -> None:
    watching = asyncio.ensure_future(ledger.watch())
    await asyncio.sleep(0)
    watching.cancel()
    with suppress(asyncio.CancelledError):
        await watching
    again = asyncio.ensure_future(ledger.watch())
    await ledger.close()
    await asyncio.wait_for(again, 10)


async def test_what_waits_when_the_record_is_closed_is_still_written(url: str, opened: Opener) -> None:
    ledger = opened(url)
    go = held_up(ledger)
    tasks = [asyncio.ensure_future(ledger.commit(change)) for change in everybody(20)]
    await asyncio.sleep(0)
    go.set()
    await ledger.close()
    await asyncio.gather(*tasks)
    with pytest.raises(StorageFault, match="closed"):
        await ledger.commit(opening("s99"))
    assert len(await opened(url).sessions()) == 20


async def test_a_server_that_hung_up_is_called_again(postgresql_url: str, opened: Opener) -> None:
    ledger = opened(postgresql_url)
    await ledger.commit(opening())
    own = ledger._writer.submit(lambda c: c.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()).result()
    other = opened(postgresql_url)
    other._writer.submit(lambda c: c.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": own})).result()
    await ledger.commit(turn(1))
    assert await ledger.session("s1") == session(turn=1)
