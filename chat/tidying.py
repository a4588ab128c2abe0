"""Once a day what has been kept long enough is deleted. Knows the operator's settings; the record knows what that means."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta

from chat.settings import Settings
from storage.faults import StorageFault
from storage.ledger import Ledger
from storage.records import Retention

DAY_SECONDS = 24 * 3600.0
DAYS_A_MONTH = 30.4

log = logging.getLogger("sparring.retention")


def retention(settings: Settings) -> Retention:
    """How long the record keeps what."""
    kept = settings.retention
    return Retention(prepared=timedelta(days=kept.brief_days), practised=timedelta(days=round(kept.drill_months * DAYS_A_MONTH)))


@asynccontextmanager
async def tidied(ledger: Ledger, how: Retention) -> AsyncIterator[None]:
    """Deletes what is old at the start and once a day, while the body runs."""
    task = asyncio.create_task(_daily(ledger, how))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _daily(ledger: Ledger, how: Retention) -> None:
    while True:
        try:
            gone = await ledger.purge(datetime.now(UTC), how)
        except StorageFault as fault:
            log.warning("What is old could not be deleted: %s", fault)
        else:
            if any(gone.values()):
                log.info("Deleted what was kept long enough: %s", ", ".join(f"{count} {name}" for name, count in gone.items() if count))
        await asyncio.sleep(DAY_SECONDS)
