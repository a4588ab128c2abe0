"""The bot as a whole: in which order things start, and in which they end. Knows all parts of this package and what they need."""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from typing import Any, NamedTuple

from chat.bot_api.courier import Courier, Printing
from chat.bot_api.intake import Intake
from chat.bot_api.lanes import Answering, Lanes
from chat.bot_api.manners import Manners
from chat.bot_api.poller import Poller
from chat.bot_api.settings import BotFault, BotSettings, MenuEntry
from chat.bot_api.webhook import Webhook
from chat.bot_api.wire import CallFailed, Redaction, Refused, TooFast, Unauthorised, Wire
from chat.incoming import Incoming, Message
from coaching.ethics import Guard
from storage.ledger import Ledger

CLAIM = "telegram"
CLAIM_SECONDS = 30.0
LONGEST_PAUSE = 30.0
# What is under way may take this share of the time to stop; the rest is for sending what it said.
LANES_SHARE = 0.7

log = logging.getLogger("sparring.telegram")


class _Parts(NamedTuple):
    """What the bot is put together from."""

    settings: BotSettings
    ledger: Ledger
    desk: Answering
    press: Printing
    guard: Guard
    menu: Sequence[MenuEntry]
    now: Callable[[], datetime]
    sorry: Callable[[Incoming], Message] | None


async def serve(
    settings: BotSettings,
    ledger: Ledger,
    desk: Answering,
    press: Printing,
    guard: Guard,
    *,
    menu: Sequence[MenuEntry] = (),
    on_ready: Callable[[str], Awaitable[None]] | None = None,
    sorry: Callable[[Incoming], Message] | None = None,
    lend: Callable[[Wire], None] | None = None,
    stop: asyncio.Event | None = None,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> None:
    """Runs the bot until SIGTERM, SIGINT or `stop`. `on_ready` gets the bot's username once Telegram has told it; `sorry` is what a person
    is told whose message could not be answered because of a fault in the program.

    Raises BotFault or StorageFault with one line for the operator. The ledger stays open.
    """
    for handler in logging.getLogger().handlers:
        handler.addFilter(Redaction(settings.token))
    parts = _Parts(settings, ledger, desk, press, guard, menu, now, sorry)
    stop = stop or asyncio.Event()
    with _signals(stop):
        async with Wire(settings) as wire:
            if lend is not None:
                lend(wire)
            await ledger.claim(CLAIM)
            name = await _until(stop, _hello(wire, settings))
            if name is None:
                return
            if on_ready is not None:
                await on_ready(name)
            await _run(parts, wire, name, stop)


async def _run(parts: _Parts, wire: Wire, name: str, stop: asyncio.Event) -> None:
    """Everything that happens while the bot is up, and its orderly end."""
    settings, ledger, now = parts.settings, parts.ledger, parts.now
    manners = Manners(wire)
    courier = Courier(ledger, wire, parts.press, manners, now=now, per_second=settings.per_second)
    lanes = Lanes(ledger, parts.desk, manners, courier.nudge, now=now, sorry=parts.sorry)
    intake = Intake(ledger, lanes, manners, parts.guard, bot_name=name, now=now)
    again = await ledger.recover()
    waiting = await intake.recover()
    if again or waiting:
        log.info("Going on where the last run stopped: %d updates wait, %d messages may be sent again.", waiting, again)
    sending = asyncio.create_task(courier.run())
    try:
        async with _receiving(settings, wire, intake, lanes) as receiving:
            works = (ledger.watch(), _still_ours(ledger), _offer(wire, parts.menu))
            others = [asyncio.create_task(work) for work in works]
            log.info("@%s is ready (%s).", name, "webhook" if settings.webhook else "polling")
            try:
                await _first_fault(stop, [receiving, sending, *others])
            finally:
                await _cancel([receiving, *others])
    finally:
        end = asyncio.get_running_loop().time() + settings.stop_seconds
        await lanes.stop(settings.stop_seconds * LANES_SHARE)
        courier.finish()
        await asyncio.wait([sending], timeout=max(0.0, end - asyncio.get_running_loop().time()))
        await _cancel([sending])
        await courier.close()
        await manners.close()


@asynccontextmanager
async def _receiving(
    settings: BotSettings, wire: Wire, intake: Intake, lanes: Lanes
) -> AsyncIterator["asyncio.Task[None]"]:
    """Updates come in while the body runs; the task ends only with a fault, or for a webhook when it is announced."""
    if not settings.webhook:
        yield asyncio.create_task(Poller(wire, intake, lanes, settings).run())
        return
    webhook = Webhook(wire, intake, lanes, settings)
    await webhook.start()
    try:
        yield asyncio.create_task(webhook.announce())
    finally:
        await webhook.stop()


async def _hello(wire: Wire, settings: BotSettings) -> str:
    """The bot's username, once Telegram can be reached. Raises BotFault for a token that is not accepted."""
    pause = 1.0
    while True:
        try:
            me = await wire.call("getMe")
            return str(me.get("username") or "") if isinstance(me, dict) else ""
        except (Unauthorised, Refused):
            raise BotFault(
                f"{settings.place} does not accept the token: put the one there that BotFather gave you, in SPARRING_TELEGRAM_TOKEN."
            ) from None
        except CallFailed as trouble:
            log.warning("%s cannot be reached, trying again in %g s: %s", settings.place, pause, trouble)
            await asyncio.sleep(trouble.seconds if isinstance(trouble, TooFast) else pause)
            pause = min(pause * 2, LONGEST_PAUSE)


async def _offer(wire: Wire, menu: Sequence[MenuEntry]) -> None:
    """The command menu: Chinese for whom Telegram speaks Chinese to, English for all others. A bot without it is still a bot."""
    if not menu:
        return
    chinese = [{"command": entry.name, "description": entry.zh} for entry in menu]
    english = [{"command": entry.name, "description": entry.en} for entry in menu]
    calls: tuple[dict[str, Any], ...] = ({"commands": english}, {"commands": chinese, "language_code": "zh"})
    for parameters in calls:
        try:
            await wire.call("setMyCommands", parameters)
        except CallFailed as trouble:
            log.warning("The command menu could not be set: %s", trouble)
            return


async def _still_ours(ledger: Ledger) -> None:
    """Raises BotFault when the database server has forgotten that we are the only one."""
    while True:
        await asyncio.sleep(CLAIM_SECONDS)
        if not await ledger.still_claimed(CLAIM):
            raise BotFault("The database has given our place to somebody else (was it restarted?): start Sparring again.")


async def _first_fault(stop: asyncio.Event, tasks: Sequence["asyncio.Task[Any]"]) -> None:
    """Returns when it is time to stop; raises what a task fails with."""
    stopped = asyncio.create_task(stop.wait())
    running = {stopped, *tasks}
    try:
        while not stopped.done():
            done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
    finally:
        await _cancel([stopped])


async def _until(stop: asyncio.Event, work: Any) -> Any:
    """The result of `work`, or None when it is time to stop first."""
    task, stopped = asyncio.create_task(work), asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({task, stopped}, return_when=asyncio.FIRST_COMPLETED)
        return task.result() if task.done() else None
    finally:
        await _cancel([task, stopped])


async def _cancel(tasks: Sequence["asyncio.Task[Any]"]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


class _signals:  # noqa: N801 - used like a function
    """Sets an event at SIGTERM and SIGINT while the body runs; a second signal ends the program as it always would."""

    def __init__(self, stop: asyncio.Event) -> None:
        self._stop = stop
        self._taken: list[int] = []

    def __enter__(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            # Not every platform has them, and only the main thread may ask.
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, self._caught)
                self._taken.append(number)

    def __exit__(self, *fault: object) -> None:
        self._give_back()

    def _caught(self) -> None:
        self._stop.set()
        self._give_back()

    def _give_back(self) -> None:
        loop = asyncio.get_running_loop()
        while self._taken:
            loop.remove_signal_handler(self._taken.pop())
