"""A record in a fresh folder, the strict server, and the bot between them."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from chat.bot_api.service import serve
from chat.bot_api.settings import BotSettings
from coaching.ethics import Guard
from storage.ledger import Ledger
from tests.chat.bot_api.toy_desk import ToyDesk, ToyPress
from tests.servers.strict_api import StrictApi

# Compiled once: to read its lists takes longer than most tests.
GUARD = Guard()


class Bot:
    """A running bot, and what stands around it."""

    def __init__(self, api: StrictApi, ledger: Ledger) -> None:
        self.api = api
        self.ledger = ledger
        self.desk = ToyDesk(ledger)
        self.press = ToyPress()
        self.settings = BotSettings(token=api.token, api=api.url, poll_seconds=2, stop_seconds=2, per_second=0)
        self.more: dict[str, Any] = {}

    @asynccontextmanager
    async def up(self, **changes: Any) -> AsyncIterator[None]:
        """The bot runs while the body does; its fault comes out here."""
        stop = asyncio.Event()
        task = asyncio.create_task(self._serve(stop, changes))
        try:
            yield
        finally:
            stop.set()
            await task

    async def fault(self, **changes: Any) -> None:
        """Runs the bot until it gives up by itself; its fault comes out here."""
        async with asyncio.timeout(10):
            await self._serve(asyncio.Event(), changes)

    async def _serve(self, stop: asyncio.Event, changes: dict[str, Any]) -> None:
        settings = self.settings.model_copy(update=changes)
        await serve(settings, self.ledger, self.desk, self.press, GUARD, stop=stop, **self.more)


@pytest.fixture
async def api() -> AsyncIterator[StrictApi]:
    server = StrictApi()
    await server.start()
    yield server
    await server.stop()
    assert server.complaints == []


@pytest.fixture
async def ledger(tmp_path: Path) -> AsyncIterator[Ledger]:
    kept = Ledger.open(f"sqlite:///{tmp_path}/bot.db", version="test")
    yield kept
    await kept.close()


@pytest.fixture
async def bot(api: StrictApi, ledger: Ledger) -> Bot:
    return Bot(api, ledger)


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("HTTPS_PROXY", "HTTP_PROXY", "https_proxy", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    yield
