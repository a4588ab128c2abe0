"""Asks Telegram for updates. An update is acknowledged by asking for the next one, so nothing is asked for before what came is on disk."""

import asyncio
import logging
from typing import Any

from chat.bot_api.intake import Intake
from chat.bot_api.lanes import Lanes
from chat.bot_api.settings import BotFault, BotSettings
from chat.bot_api.wire import CallFailed, NotOffered, Refused, TakenElsewhere, TooFast, Unauthorised, Unreadable, Wire
from storage.faults import StorageFault

# Telegram keeps the last list that it was given, so it is given at each start; what is not on it never comes.
ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
BATCH = 100
LONGEST_PAUSE = 30.0
# Somebody else who polls makes himself felt now and then; so many times within so many seconds is no accident.
CONFLICTS = 8
CONFLICT_SECONDS = 180.0

log = logging.getLogger("sparring.telegram")


class Poller:
    """The only one who asks for this bot's updates."""

    def __init__(self, wire: Wire, intake: Intake, lanes: Lanes, settings: BotSettings) -> None:
        self._wire = wire
        self._intake = intake
        self._lanes = lanes
        self._wait = settings.poll_seconds
        self._place = settings.place
        # None: from the first one that nobody has acknowledged.
        self._offset: int | None = None
        self._limit = BATCH
        self._conflicts: list[float] = []

    async def run(self) -> None:
        """Polls for ever; cancel it to end it. Raises BotFault when there is no use in going on."""
        await self._drop_webhook()
        pause = 1.0
        while True:
            await self._lanes.room()
            try:
                await self._once()
            except (CallFailed, StorageFault) as trouble:
                self._check(trouble)
                rest = trouble.seconds if isinstance(trouble, TooFast) else pause
                log.log(logging.ERROR if isinstance(trouble, StorageFault | TakenElsewhere) else logging.WARNING, "%s", trouble)
                await asyncio.sleep(rest)
                pause = min(pause * 2, LONGEST_PAUSE)
            else:
                pause = 1.0

    async def _once(self) -> None:
        """Fetches what is there and takes it in; only then does the next call acknowledge it."""
        parameters = {
            "offset": self._offset,
            "limit": self._limit,
            "timeout": self._wait,
            "allowed_updates": list(ALLOWED_UPDATES),
        }
        try:
            updates = await self._wire.call("getUpdates", parameters, wait=self._wait)
        except Unreadable as answer:
            await self._step_over(answer)
            return
        if not isinstance(updates, list):
            raise Unreadable("getUpdates: the answer is no list", b"")
        self._limit = BATCH
        await self._intake.take(updates)
        numbers = [number for update in updates if (number := _number(update)) is not None]
        # An empty answer has acknowledged all that came before, and after a quiet week Telegram begins its numbers anew, perhaps lower:
        # a number that was kept would then shut out everything.
        self._offset = max(numbers) + 1 if numbers else None

    async def _step_over(self, answer: Unreadable) -> None:
        """An answer that is no JSON may hold one update that spoils it: that one is found alone, noted and passed by."""
        if self._limit > 1:
            self._limit = 1
            return
        number = await self._intake.take_unreadable(answer.payload)
        if number is None:
            raise answer
        self._offset, self._limit = number + 1, BATCH

    def _check(self, trouble: Exception) -> None:
        """Raises BotFault for what will not pass by itself."""
        match trouble:
            case Unauthorised():
                raise BotFault(f"{self._place} does not accept the token any more: put the right one into SPARRING_TELEGRAM_TOKEN.")
            case NotOffered():
                raise BotFault(f"{self._place} cannot be asked for updates: start with `bot.py telegram --webhook URL`.")
            case TakenElsewhere():
                now = asyncio.get_running_loop().time()
                self._conflicts = [then for then in self._conflicts if now - then < CONFLICT_SECONDS] + [now]
                if len(self._conflicts) >= CONFLICTS:
                    raise BotFault(
                        "Another program keeps receiving this bot's messages: stop it, "
                        "or make a new token with BotFather, then start again."
                    )

    async def _drop_webhook(self) -> None:
        """Telegram does not answer a poller while it has a webhook. What waits is kept. Bad weather is waited out."""
        pause = 1.0
        while True:
            try:
                await self._wire.call("deleteWebhook", {"drop_pending_updates": False})
            except Refused:
                return
            except CallFailed as trouble:
                log.warning("%s", trouble)
                await asyncio.sleep(trouble.seconds if isinstance(trouble, TooFast) else pause)
                pause = min(pause * 2, LONGEST_PAUSE)
            else:
                return


def _number(update: Any) -> int | None:
    number = update.get("update_id") if isinstance(update, dict) else None
    return number if isinstance(number, int) and not isinstance(number, bool) else None
