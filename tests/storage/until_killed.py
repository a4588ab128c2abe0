"""A process that keeps turns until it is killed, and names each one on standard output once it was acknowledged.
Arguments: the database URL."""

import asyncio
import os
import sys

from storage.ledger import Ledger
from tests.storage.recorded_values import key, message, opening, person, turn

LANES = 8
MOST_TURNS = 2000


def update_id(lane: int, number: int) -> int:
    return lane * 10_000 + number


async def lane(ledger: Ledger, number: int) -> None:
    """Goes on where the session stands."""
    name = f"s{number}"
    known = await ledger.session(name)
    for at in range(known.turn + 1 if known else 0, MOST_TURNS):
        who = person(f"p{number}")
        change = turn(at, name, person=who.id) if at else opening(name, of=who)
        told = message(number, str(at))
        await ledger.commit(change.model_copy(update={"inbox_done": (key(update_id(number, at)),), "outgoing": (told, told)}))
        os.write(1, f"{number} {at}\n".encode())


async def main() -> None:
    """All lanes at once."""
    ledger = Ledger.open(sys.argv[1], version="1")
    await asyncio.gather(*(lane(ledger, number) for number in range(1, LANES + 1)))


if __name__ == "__main__":
    asyncio.run(main())
