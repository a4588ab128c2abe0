"""Sends what stands in the outbox: in order for each chat, chats beside each other, again after trouble, and once where that can be. Knows
what Telegram's refusals mean; what is said, others have decided."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Literal, Protocol

from pydantic import ValidationError

from chat.bot_api.manners import Manners, Question
from chat.bot_api.parcels import Parcel, parcels, simpler, without_file
from chat.bot_api.wire import CallFailed, Moved, NotOffered, Refused, Shut, TooFast, Unauthorised, Wire
from chat.incoming import Message
from coaching.brief import Brief
from documents.brief import DocumentFailed
from storage.faults import StorageFault
from storage.ledger import Ledger
from storage.records import Queued

AT_ONCE = 32
# How often a file is tried while the server is in trouble, before the text goes alone: some servers answer 500 for what they cannot do.
FILE_TRIES = 3
LONGEST_PAUSE = 60.0
MOST_MOVES = 3
# The outbox is looked at this often even when nobody says that there is something in it: another process may have put it there.
LOOK_SECONDS = 15.0
BUSY_SECONDS = 0.5

log = logging.getLogger("sparring.telegram")


class Printing(Protocol):
    """Who makes documents beside the event loop."""

    async def brief(self, brief: Brief, output: Literal["png", "pdf"]) -> bytes:
        """The brief as a file; raises DocumentFailed."""


class _Unsendable(Exception):  # noqa: N818 - reads as a sentence where it is caught
    """A message that no server will ever take; the message says why, without any words of it."""


class _Round:
    """What is left of a message that is being sent. It outlives a pause, so that nothing is sent twice in one process."""

    def __init__(self, message: Message) -> None:
        self.message = message
        self.left = list(parcels(message))
        self.ref = ""
        self.file_tries = 0
        self.moves = 0


class Courier:
    """Empties the outbox."""

    def __init__(
        self,
        ledger: Ledger,
        wire: Wire,
        press: Printing,
        manners: Manners,
        *,
        now: Callable[[], datetime],
        per_second: int,
    ) -> None:
        """`per_second` is the most messages sent in a second; 0: no limit."""
        self._ledger = ledger
        self._wire = wire
        self._press = press
        self._manners = manners
        self._now = now
        self._gap = 1 / per_second if per_second else 0.0
        self._next_slot = 0.0
        self._nudged = asyncio.Event()
        self._finishing = False
        self._busy: set[asyncio.Task[None]] = set()
        self._rounds: dict[int, _Round] = {}
        self._missing: set[str] = set()
        self._moved: dict[int, int] = {}

    def nudge(self) -> None:
        """Says that there may be something to send."""
        self._nudged.set()

    async def run(self) -> None:
        """Sends until finish() was called and nothing is due any more."""
        pause = 0.5
        while True:
            self._nudged.clear()
            try:
                taken = await self._take()
                if self._finishing and not taken and not self._busy:
                    return
                wait = 0.0 if taken else await self._until_due()
            except StorageFault as fault:
                log.error("%s", fault)
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE)
                continue
            pause = 0.5
            if wait:
                with suppress(TimeoutError):
                    async with asyncio.timeout(wait):
                        await self._nudged.wait()

    def finish(self) -> None:
        """Lets run() end as soon as what is due has been sent. What is due later goes out after the next start."""
        self._finishing = True
        self._nudged.set()

    async def close(self) -> None:
        """Drops what is being sent; after the next start it is sent again."""
        late = list(self._busy)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)

    async def _take(self) -> bool:
        """Begins to send what is due, as far as there is room; whether there was anything."""
        free = AT_ONCE - len(self._busy)
        batch = await self._ledger.next_outgoing(self._now(), free) if free else []
        for queued in batch:
            task = asyncio.create_task(self._deliver(queued))
            self._busy.add(task)
            task.add_done_callback(self._done)
        return bool(batch)

    def _done(self, task: "asyncio.Task[None]") -> None:
        self._busy.discard(task)
        self._nudged.set()

    async def _until_due(self) -> float:
        """Seconds until the next message may go, or until it is time to look again."""
        if self._busy:
            # Whoever is done says so; this is for what falls due meanwhile.
            return BUSY_SECONDS
        due = await self._ledger.next_due()
        return LOOK_SECONDS if due is None else min(LOOK_SECONDS, max(0.02, (due - self._now()).total_seconds()))

    async def _deliver(self, queued: Queued) -> None:
        """One message, until it is marked as sent, failed or to be tried later."""
        number = queued.id
        try:
            round_ = self._round(queued)
            await self._send_all(queued, round_)
        except Shut:
            log.info("A chat takes no messages any more.")
            await self._settled(number, lambda: self._ledger.unreachable(queued.chat_id, "shut"))
        except _Unsendable as fault:
            await self._give_up(number, str(fault))
        except CallFailed as trouble:
            await self._later(queued, trouble)
        except Exception as error:  # noqa: BLE001 - a fault in one message must not end the courier
            await self._give_up(number, type(error).__name__)
        else:
            await self._settled(number, lambda: self._ledger.sent(number, round_.ref))

    async def _give_up(self, number: int, reason: str) -> None:
        log.error("Message %d cannot be sent: %s", number, reason)
        await self._settled(number, lambda: self._ledger.failed(number, reason))

    def _round(self, queued: Queued) -> _Round:
        if queued.id not in self._rounds:
            try:
                self._rounds[queued.id] = _Round(Message.model_validate_json(queued.payload))
            except ValidationError:
                raise _Unsendable("it was written by another version") from None
            if not self._rounds[queued.id].left:
                raise _Unsendable("it says nothing")
        return self._rounds[queued.id]

    async def _send_all(self, queued: Queued, round_: _Round) -> None:
        message = round_.message
        while round_.left:
            parcel = round_.left[0]
            chat = self._moved.get(queued.chat_id, queued.chat_id)
            try:
                instead = await (self._file(chat, parcel, round_) if parcel.file else self._text(chat, parcel, round_))
            except Moved as moved:
                round_.moves += 1
                if round_.moves > MOST_MOVES:
                    raise _Unsendable(str(moved)) from None
                self._moved[queued.chat_id] = moved.chat
                continue
            round_.left[:1] = instead
        if message.line.ask:
            self._manners.asked(chat, Question(message.session, message.line.ask))

    async def _text(self, chat: int, parcel: Parcel, round_: _Round) -> tuple[Parcel, ...]:
        """Sends a text; returns what is to be sent instead when it was refused."""
        try:
            sent = await self._call(chat, parcel, None)
        except (Shut, NotOffered):
            raise
        except Refused as refused:
            log.warning("A text was refused and is sent in a simpler form: %s", refused)
            instead = simpler(parcel, refused.why)
            if not instead:
                raise _Unsendable(str(refused)) from None
            return instead
        line = round_.message.line
        round_.ref = sent or round_.ref
        if parcel.keyboard is not None and line.options and sent:
            self._manners.shown(chat, int(sent), Question(round_.message.session, line.ask))
        return ()

    async def _file(self, chat: int, parcel: Parcel, round_: _Round) -> tuple[Parcel, ...]:
        """Makes and sends a file; returns what is to be sent instead when there can be none."""
        message = round_.message
        if parcel.method in self._missing:
            return without_file(parcel, message.document)
        try:
            action = "upload_photo" if parcel.file == "png" else "upload_document"
            with self._manners.working(chat, parcel.thread, action):
                content = await self._content(parcel, message)
                round_.ref = await self._call(chat, parcel, content) or round_.ref
        except (Shut, Moved, TooFast):
            raise
        except DocumentFailed as failed:
            log.error("%s", failed)
            return without_file(parcel, message.document)
        except Refused as refused:
            if isinstance(refused, NotOffered):
                self._missing.add(parcel.method)
            log.warning("A file cannot be sent, its text goes alone: %s", refused)
            return without_file(parcel, message.document)
        except CallFailed as trouble:
            round_.file_tries += 1
            if round_.file_tries < FILE_TRIES:
                raise
            round_.file_tries = 0
            log.warning("A file cannot be sent, its text goes alone: %s", trouble)
            return without_file(parcel, message.document)
        return ()

    async def _content(self, parcel: Parcel, message: Message) -> bytes:
        brief = message.line.brief
        if brief is not None and parcel.file in ("png", "pdf"):
            return await self._press.brief(brief, parcel.file)
        return message.document.encode("utf-8", "replace")

    async def _call(self, chat: int, parcel: Parcel, content: bytes | None) -> str:
        """One call when its time has come; returns the number of the message that it made, if the server tells one."""
        await self._slot()
        files = {parcel.field: (parcel.filename, content)} if content is not None else None
        result = await self._wire.call(parcel.method, parcel.parameters(chat), files=files)
        made = result.get("message_id") if isinstance(result, dict) else None
        return str(made) if isinstance(made, int) else ""

    async def _slot(self) -> None:
        """Waits so that no more messages leave in a second than were allowed."""
        now = asyncio.get_running_loop().time()
        slot = max(now, self._next_slot)
        self._next_slot = slot + self._gap
        if slot > now:
            await asyncio.sleep(slot - now)

    async def _later(self, queued: Queued, trouble: CallFailed) -> None:
        """Puts a message back: for as long as the server asks, or a little longer each time."""
        growing = min(LONGEST_PAUSE, 0.5 * 2 ** min(queued.attempts, 10))
        pause = trouble.seconds if isinstance(trouble, TooFast) else growing
        level = logging.ERROR if isinstance(trouble, Unauthorised | NotOffered) else logging.WARNING
        log.log(level, "A message waits %g s: %s", pause, trouble)
        until = self._now() + timedelta(seconds=pause)
        await self._settled(queued.id, lambda: self._ledger.postponed(queued.id, until, str(trouble)), over=False)

    async def _settled(self, number: int, mark: Callable[[], Awaitable[None]], *, over: bool = True) -> None:
        """Marks a message, and does not stop trying: what is sent but not marked would be sent again."""
        pause = 0.5
        while True:
            try:
                await mark()
            except StorageFault as fault:
                log.error("%s", fault)
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE)
            else:
                break
        if over:
            self._rounds.pop(number, None)
