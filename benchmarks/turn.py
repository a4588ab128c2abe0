"""One coached turn, durable, without reading: CPU and wall time, against a plain sqlite3 commit of the same bytes, in one run."""

import asyncio
import sqlite3
import statistics
import tempfile
import time
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from chat.desk import Desk
from chat.incoming import Incoming
from chat.settings import Settings
from chat.shelves import Shelves
from coaching.reading import Asked, Reading
from storage.ledger import Ledger

TURNS = 300
HOME = Path(__file__).resolve().parents[1]


class NoReader:
    """Stands for the reader whose time is not measured here."""

    version = "none"

    def read(self, text: str, asked: Asked) -> Reading:
        """Nothing was read."""
        return Reading(reader=self.version)


def main() -> None:
    asyncio.run(_measure())


async def _measure() -> None:
    with tempfile.TemporaryDirectory() as folder:
        ledger = Ledger.open(f"sqlite:///{folder}/sparring.db", version="bench")
        numbers = count(1)
        desk = Desk(ledger, Shelves(ledger, HOME / "playbooks"), NoReader(), Settings(access="open"), lambda: f"id{next(numbers)}")
        at = datetime(2026, 11, 23, 9, tzinfo=UTC)
        wall, cpu, written = [], [], 0

        async def send(text: str) -> None:
            nonlocal at, written
            at += timedelta(seconds=5)
            kind = "command" if text.startswith("/") else "text"
            command = text[1:] if kind == "command" else ""
            begun, used = time.perf_counter(), time.process_time()
            answers = await desk.handle(
                Incoming(channel="telegram", key="1", chat="1", at=at, kind=kind, text="" if command else text, command=command)
            )
            wall.append(time.perf_counter() - begun)
            cpu.append(time.process_time() - used)
            written += sum(len(answer.model_dump_json()) for answer in answers)

        await send("/start")
        await send("/language")
        while len(wall) < TURNS:
            await send("/prep")
            for text in ("Red Hill", "1", "1", "1", "30", "they sign by Friday", *["跳过" if n % 3 else "#1" for n in range(12)], "/stop"):
                await send(text)
        await ledger.close()
        cpu, wall = cpu[20:], wall[20:]
        plain = _plain(Path(folder) / "plain.db", max(written // len(wall), 1))
    print(f"one coached turn: CPU {_ms(cpu)} ms, wall {_ms(wall)} ms (median of {len(cpu)}, 5–95 %: {_spread(cpu)} ms CPU)")
    print(f"plain sqlite3 commit of the same bytes: wall {_ms(plain)} ms; ratio {statistics.median(wall) / statistics.median(plain):.1f}")


def _plain(path: Path, size: int) -> list[float]:
    connection = sqlite3.connect(path)
    connection.execute("pragma journal_mode=wal")
    connection.execute("pragma synchronous=full")
    connection.execute("create table t (x text)")
    passed = []
    for _ in range(TURNS):
        begun = time.perf_counter()
        connection.execute("insert into t values (?)", ("x" * size,))
        connection.commit()
        passed.append(time.perf_counter() - begun)
    connection.close()
    return passed


def _ms(values: list[float]) -> str:
    return f"{statistics.median(values) * 1000:.2f}"


def _spread(values: list[float]) -> str:
    ordered = sorted(values)
    low, high = (ordered[int(len(ordered) * share)] for share in (0.05, 0.95))
    return f"{low * 1000:.2f}–{high * 1000:.2f}"
