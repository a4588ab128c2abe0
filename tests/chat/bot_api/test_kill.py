"""The bot as a process: killed in the middle, told to stop, started twice. Nothing is lost, doubled in the record, or out of order."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from storage.ledger import Ledger
from tests.servers.strict_api import StrictApi

ROOT = Path(__file__).resolve().parents[3]
USERS = range(100, 120)
UPDATES = 500
# What one process may have on its way when it is killed; so much may arrive twice.
ON_THE_WAY = 32


@asynccontextmanager
async def process(api: StrictApi, database: str, **more: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """The toy bot; what it says on standard error is in `stderr`."""
    environment = {
        **{name: os.environ[name] for name in ("PATH", "HOME", "PYTHONPATH", "PYTHONPLUGINS") if name in os.environ},
        "SPARRING_TELEGRAM_TOKEN": api.token,
        "SPARRING_TELEGRAM_API": api.url,
        **more,
    }
    started = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.chat.bot_api.toy_bot", database),
        cwd=ROOT,
        env=environment,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        yield started
    finally:
        if started.returncode is None:
            started.kill()
        await started.communicate()


def pushed(api: StrictApi) -> dict[int, list[str]]:
    """Queues the updates of all users, mixed; returns what each of them wrote, in order."""
    wrote: dict[int, list[str]] = {user: [] for user in USERS}
    for number in range(UPDATES):
        user = USERS[number * 7 % len(USERS)]
        wrote[user].append(f"message {number}")
        api.text(user, f"message {number}")
    return wrote


async def recorded(database: str) -> dict[int, list[str]]:
    """What the record holds of each user, in order."""
    ledger = Ledger.open(database, version="test")
    try:
        assert await ledger.waiting() == []
        assert await ledger.next_due() is None
        return {user: [entry.text for entry in await ledger.entries(f"s-{user}")] for user in USERS}
    finally:
        await ledger.close()


def first_arrivals(texts: list[str]) -> list[str]:
    """The texts without those that came again."""
    return list(dict.fromkeys(texts))


async def test_a_kill_amid_500_updates_loses_nothing(api: StrictApi, tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path}/record.db"
    wrote = pushed(api)
    kills = (60, 250)
    for sent in kills:
        async with process(api, database) as bot:
            await api.until(lambda sent=sent: len(api.sent) >= sent, 30)
            bot.kill()
    async with process(api, database) as bot:
        await api.until(lambda: sum(len(first_arrivals(api.texts(user))) for user in USERS) == UPDATES, 30)
        bot.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(bot.wait(), 10) == 0
    assert await recorded(database) == wrote
    for user in USERS:
        replies = [f"{number}: {text}" for number, text in enumerate(wrote[user], 1)]
        assert first_arrivals(api.texts(user)) == replies
    assert len(api.sent) - UPDATES <= len(kills) * ON_THE_WAY
    assert not api.pending


async def test_a_sigterm_ends_it_soon_and_the_next_start_goes_on(api: StrictApi, tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path}/record.db"
    wrote = pushed(api)
    # Whatever goes wrong, the log tells neither the token nor what people write.
    api.fail("sendMessage", 400, "Bad Request: can't parse entities: message 7")
    async with process(api, database) as bot:
        await api.until(lambda: len(api.sent) >= 60, 30)
        bot.send_signal(signal.SIGTERM)
        _, said = await asyncio.wait_for(bot.communicate(), 10)
        assert bot.returncode == 0
    async with process(api, database) as bot:
        await api.until(lambda: len(api.sent) >= UPDATES, 30)
        bot.send_signal(signal.SIGINT)
        assert await asyncio.wait_for(bot.wait(), 10) == 0
    assert await recorded(database) == wrote
    # An orderly stop sends nothing twice.
    for user in USERS:
        assert api.texts(user) == [f"{number}: {text}" for number, text in enumerate(wrote[user], 1)]
    log = said.decode()
    assert "is ready" in log and "refused" in log
    assert api.token.split(":")[1] not in log
    assert "message 7" not in log


async def test_a_second_process_on_the_same_record_ends_with_one_line(api: StrictApi, tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path}/record.db"
    async with process(api, database) as first:
        await api.until(lambda: "getUpdates" in api.methods(), 20)
        async with process(api, database) as second:
            _, said = await asyncio.wait_for(second.communicate(), 20)
        assert second.returncode == 1
        assert len(said.decode().strip().splitlines()) == 1
        assert "stop it first" in said.decode()
        assert first.returncode is None
    assert api.conflicts == 0
