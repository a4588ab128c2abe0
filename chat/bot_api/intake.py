"""The door: updates are cleansed, made durable, and only then known to anybody else. Poller and webhook both come through here."""

import json
import logging
import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from chat.bot_api.cleanse import Cleansed, cleanse, unreadable
from chat.bot_api.lanes import Lanes, Waiting
from chat.bot_api.manners import Manners, Question
from chat.bot_api.updates import Arrival, UnreadableUpdate, read_update
from coaching.ethics import Guard
from storage.faults import Refusal
from storage.ledger import Ledger
from storage.records import InboxRow

_UPDATE_ID = re.compile(rb'"update_id"\s*:\s*(\d{1,18})(?!\d)')

log = logging.getLogger("sparring.telegram")


class Intake:
    """Takes updates in, and puts those that are new into their lanes."""

    def __init__(
        self,
        ledger: Ledger,
        lanes: Lanes,
        manners: Manners,
        guard: Guard,
        *,
        bot_name: str,
        now: Callable[[], datetime],
    ) -> None:
        self._ledger = ledger
        self._lanes = lanes
        self._manners = manners
        self._guard = guard
        self._bot_name = bot_name
        self._now = now

    async def take(self, updates: Sequence[Any]) -> None:
        """Returns when all of them are on disk: now they may be acknowledged. Raises StorageFault; then none may be."""
        cleansed = [cleanse(update, self._guard) for update in updates]
        known = [one for one in cleansed if one is not None]
        if len(known) < len(cleansed):
            log.warning("%d updates without a number were left out.", len(cleansed) - len(known))
        self._admit(await self._store(known))

    async def take_unreadable(self, payload: bytes) -> int | None:
        """The same for an update that is no JSON: its number is kept and returned; None when not even that can be found."""
        found = _UPDATE_ID.search(payload)
        if found is None:
            return None
        number = int(found[1])
        self._admit(await self._store([unreadable(number, "no JSON")]))
        return number

    async def recover(self) -> int:
        """Puts into the lanes what was taken in but not worked off when the last process ended; returns how many."""
        rows = [row for row in await self._ledger.waiting() if row.channel == "telegram"]
        self._admit(rows)
        return len(rows)

    async def _store(self, updates: Sequence[Cleansed]) -> list[InboxRow]:
        rows = [self._row(update) for update in updates]
        try:
            return await self._ledger.take_in(rows)
        except Refusal:
            pass
        # One of them cannot be stored. It must not keep the others out.
        fresh: list[InboxRow] = []
        for update in updates:
            try:
                fresh += await self._ledger.take_in([self._row(update)])
            except Refusal as refusal:
                fresh += await self._ledger.take_in([self._row(unreadable(update.update_id, type(refusal).__name__))])
        return fresh

    def _row(self, update: Cleansed) -> InboxRow:
        return InboxRow(
            channel="telegram",
            update_id=update.update_id,
            chat_key=update.lane,
            received_at=self._now(),
            raw=json.dumps(update.update, ensure_ascii=False, separators=(",", ":")),
        )

    def _admit(self, rows: Sequence[InboxRow]) -> None:
        for row in rows:
            try:
                arrival = read_update(json.loads(row.raw), row.received_at, self._bot_name)
            except (UnreadableUpdate, ValueError) as fault:
                reason = str(fault) if isinstance(fault, UnreadableUpdate) else type(fault).__name__
                self._lanes.put(row.chat_key, Waiting(row.update_id, row.key, unreadable=reason))
                continue
            self._be_polite(arrival)
            self._lanes.put(row.chat_key, Waiting(row.update_id, row.key, arrival))

    def _be_polite(self, arrival: Arrival) -> None:
        """A tap is answered before anything else; its keyboard is put away as soon as another question stands."""
        tap, incoming = arrival.tap, arrival.incoming
        if tap is None:
            return
        self._manners.answer(tap)
        if incoming is not None and incoming.session and tap.chat is not None and tap.message is not None:
            self._manners.shown(tap.chat, tap.message, Question(incoming.session, incoming.ask))
