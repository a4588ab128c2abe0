"""The toy desk as a program, to be killed: `python -m tests.chat.bot_api.toy_bot DATABASE_URL`, the rest from the environment."""

import asyncio
import logging
import os
import sys

from chat.bot_api.service import serve
from chat.bot_api.settings import BotFault, BotSettings
from coaching.ethics import Guard
from storage.faults import StorageFault
from storage.ledger import Ledger
from tests.chat.bot_api.toy_desk import ToyDesk, ToyPress


async def main(url: str) -> None:
    settings = BotSettings(
        token=os.environ["SPARRING_TELEGRAM_TOKEN"],
        api=os.environ["SPARRING_TELEGRAM_API"],
        webhook=os.environ.get("TOY_WEBHOOK", ""),
        port=int(os.environ.get("TOY_PORT", "8443")),
        poll_seconds=2,
        per_second=0,
    )
    ledger = Ledger.open(url, version="toy")
    try:
        await serve(settings, ledger, ToyDesk(ledger), ToyPress(), Guard())
    finally:
        await ledger.close()


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    try:
        asyncio.run(main(sys.argv[1]))
    except (BotFault, StorageFault) as fault:
        sys.exit(str(fault))
