"""Each person's updates one after the other, people beside each other, never more than so many at once. Knows order and patience; what an
update means, the desk knows."""

import asyncio
import heapq
import logging
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from chat.bot_api.manners import Manners
from chat.bot_api.updates import Arrival
from chat.incoming import Incoming, Message
from storage.faults import AlreadyDone, Refusal, StorageFault
from storage.ledger import Ledger
from storage.records import Change, InboxKey, Outgoing

AT_ONCE = 64
# Above this many waiting updates nobody asks Telegram for more; it keeps them as safely as we do.
FULL = 1000
TRIES = 3
LONGEST_PAUSE = 30.0

log = logging.getLogger("sparring.telegram")


class Answering(Protocol):
    """Who decides about a message and commits the decision together with the inbox row."""

    async def handle(self, incoming: Incoming) -> tuple[Message, ...]:
        """Decides about one message; returns what was said, which is in the outbox by then."""


@dataclass(order=True)
class Waiting:
    """An update that is in the inbox and waits for its turn; `unreadable` says why it has none."""

    number: int
    key: InboxKey = field(compare=False)
    arrival: Arrival = field(compare=False, default_factory=Arrival)
    unreadable: str = field(compare=False, default="")


class Lanes:
    """Hands updates to the desk: within a lane in the order of their numbers, lanes beside each other."""

    def __init__(
        self,
        ledger: Ledger,
        desk: Answering,
        manners: Manners,
        nudge: Callable[[], None],
        *,
        now: Callable[[], datetime],
        sorry: Callable[[Incoming], Message] | None = None,
    ) -> None:
        """`nudge` tells the courier that there may be something to send; `sorry` is what a person is told whom a fault of ours left
        without an answer."""
        self._ledger = ledger
        self._desk = desk
        self._manners = manners
        self._nudge = nudge
        self._now = now
        self._sorry = sorry
        self._lanes: dict[str, list[Waiting]] = {}
        self._workers: set[asyncio.Task[None]] = set()
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._count = 0
        self._roomy = asyncio.Event()
        self._roomy.set()
        self._stopping = asyncio.Event()

    @property
    def full(self) -> bool:
        """Whether so much waits that no more should be fetched."""
        return self._count >= FULL

    async def room(self) -> None:
        """Returns when there is room for more."""
        await self._roomy.wait()

    def put(self, lane: str, update: Waiting) -> None:
        """Puts an update into its lane."""
        self._count += 1
        if self.full:
            self._roomy.clear()
        waiting = self._lanes.get(lane)
        if waiting is not None:
            heapq.heappush(waiting, update)
            return
        self._lanes[lane] = [update]
        worker = asyncio.create_task(self._work_off(lane))
        self._workers.add(worker)
        worker.add_done_callback(self._workers.discard)

    async def stop(self, seconds: float) -> None:
        """Begins nothing more, and gives what is under way so many seconds to end. What is left waits in the inbox."""
        self._stopping.set()
        if not self._workers:
            return
        _, late = await asyncio.wait(self._workers, timeout=max(0.0, seconds))
        for worker in late:
            worker.cancel()
        await asyncio.gather(*late, return_exceptions=True)

    async def _work_off(self, lane: str) -> None:
        waiting = self._lanes[lane]
        try:
            while waiting and not self._stopping.is_set():
                async with self._slots:
                    if self._stopping.is_set():
                        return
                    await self._serve(heapq.heappop(waiting))
                self._count -= 1
                if self._count <= FULL // 2:
                    self._roomy.set()
        finally:
            del self._lanes[lane]

    async def _serve(self, update: Waiting) -> None:
        """One update, until it is worked off or set aside; trouble with the database is waited out."""
        tries, pause = 0, 0.5
        while True:
            try:
                await self._once(update)
            except AlreadyDone:
                return
            except StorageFault as fault:
                log.error("%s", fault)
                if await self._stopped_within(pause):
                    return
                pause = min(pause * 2, LONGEST_PAUSE)
            except Refusal as refusal:
                tries += 1
                if tries == TRIES:
                    update = self._spoiled(update, refusal)
            except Exception as error:  # noqa: BLE001 - a fault in one answer must not end the others
                update = self._spoiled(update, error)
            else:
                return

    async def _once(self, update: Waiting) -> None:
        incoming = update.arrival.incoming
        if update.unreadable:
            if await self._ledger.set_aside(update.key, update.unreadable):
                log.warning("Update %d was set aside: %s", update.number, update.unreadable)
                await self._apologise(incoming)
        elif incoming is None:
            await self._ledger.commit(Change(at=self._now(), inbox_done=(update.key,)))
        else:
            with self._manners.typing(int(incoming.chat), incoming.thread):
                await self._desk.handle(incoming)
            self._nudge()

    async def _apologise(self, incoming: Incoming | None) -> None:
        """Nobody is left without an answer, even when something of ours broke."""
        if incoming is None or self._sorry is None:
            return
        message = self._sorry(incoming)
        outgoing = Outgoing(chat_id=int(message.chat), payload=message.model_dump_json())
        await self._ledger.commit(Change(at=self._now(), outgoing=(outgoing,)))
        self._nudge()

    @staticmethod
    def _spoiled(update: Waiting, error: Exception) -> Waiting:
        """The update as one to set aside. The place of the fault is told, its message not: it may quote what a person wrote."""
        frames = traceback.extract_tb(error.__traceback__)
        place = f"{frames[-1].filename.rsplit('/', 1)[-1]}:{frames[-1].lineno}" if frames else "nowhere"
        reason = f"{type(error).__name__} at {place}"
        log.error("Update %d could not be answered: %s", update.number, reason)
        return Waiting(update.number, update.key, update.arrival, reason)

    async def _stopped_within(self, seconds: float) -> bool:
        try:
            async with asyncio.timeout(seconds):
                return await self._stopping.wait()
        except TimeoutError:
            return False
