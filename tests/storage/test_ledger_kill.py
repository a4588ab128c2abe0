import asyncio
import itertools
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from storage.faults import StorageFault
from storage.ledger import Ledger
from tests.storage.recorded_values import Opener, entries, update
from tests.storage.until_killed import LANES, update_id

ROOT = Path(__file__).parents[2]


def killed_after(url: str, acknowledged: int) -> dict[int, int]:
    """Runs the process until it has acknowledged so many turns, kills it, and returns the last turn of each lane that
    it spoke of."""
    command = [sys.executable, "-m", "tests.storage.until_killed", url]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout is not None
        lines = list(itertools.islice(process.stdout, acknowledged))
        process.send_signal(signal.SIGKILL)
        lines += process.stdout.readlines()
    whole = [line.split() for line in lines if line.endswith(b"\n")]
    return {int(lane): int(number) for lane, number in whole}


async def test_a_kill_in_the_middle_loses_nothing_acknowledged_and_leaves_no_half_change(url: str, opened: Opener) -> None:
    first = opened(url)
    promised = 400
    await first.take_in([update(update_id(lane, n), str(lane)) for lane in range(1, LANES + 1) for n in range(promised)])
    await first.close()
    for acknowledged in (7, 90, 211):
        told = killed_after(url, acknowledged)
        ledger = opened(url)
        waiting = {row.update_id for row in await ledger.waiting()}
        queued = Counter(ledger._writer.submit(lambda c: c.exec_driver_sql("SELECT chat_id, payload FROM outbox").all()).result())
        assert told
        for lane in range(1, LANES + 1):
            state = await ledger.session(f"s{lane}")
            reached = state.turn if state else -1
            # At most the one change that was on its way when the process was killed is there without a word.
            assert told.get(lane, reached) <= reached <= told.get(lane, reached) + 1
            assert await ledger.entries(f"s{lane}") == tuple(entry for number in range(reached + 1) for entry in entries(number))
            assert [queued[(lane, str(number))] for number in range(reached + 2)] == [2] * (reached + 1) + [0]
            assert {n for n in range(promised) if update_id(lane, n) not in waiting} == set(range(reached + 1))
        await ledger.close()


CLAIMING = """
import asyncio, sys
from storage.ledger import Ledger

async def main():
    ledger = Ledger.open(sys.argv[1], version="1")
    await ledger.claim("telegram")
    print("claimed", flush=True)
    await asyncio.sleep(600)

asyncio.run(main())
"""


@pytest.fixture
def claimer(url: str) -> Iterator[subprocess.Popen[bytes]]:
    """Another process that holds the claim."""
    with subprocess.Popen([sys.executable, "-c", CLAIMING, url], stdout=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"claimed\n"
        yield process
        process.kill()


async def test_a_process_that_is_killed_frees_its_claim(ledger: Ledger, claimer: subprocess.Popen[bytes]) -> None:
    with pytest.raises(StorageFault, match="Another Sparring already serves"):
        await ledger.claim("telegram")
    await ledger.claim("something")
    claimer.kill()
    claimer.wait()
    for _ in range(50):
        with suppress(StorageFault):
            await ledger.claim("telegram")
            break
        await asyncio.sleep(0.1)  # the server needs a moment to notice
    assert await ledger.still_claimed("telegram")
