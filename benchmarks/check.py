"""`check` on 250, 500 and 1,000 playbooks of ordinary size: seconds, memory, growth; beside it what reading and validating alone costs.

The playbooks are the two shipped trades again and again under other names, with a number in nearly every sentence, so that no text is
the same twice; they stand on the general set. Each size is measured in a process of its own: seconds of the processor, peak memory.

Run: python -m benchmarks.check
"""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

PLAYBOOKS = Path(__file__).parents[1] / "playbooks"
SIZES = (250, 500, 1000)
TRADES = ("fleet", "telecom")
ROW = "{:>6} {:>6} | {:>8} {:>8} {:>8} {:>8} | {:>8} {:>8} | {:>6}"


def playbooks(count: int) -> dict[str, bytes]:
    """The general set, and so many playbooks of trades, by path."""
    made = {f"general/{file.name}": file.read_bytes() for file in sorted((PLAYBOOKS / "general").glob("*.yaml"))}
    return made | dict(zip_first(of_trades(), count))


def of_trades() -> Iterator[tuple[str, bytes]]:
    """Playbooks of one trade after the other, without end."""
    number = 0
    while True:
        for trade in TRADES:
            number += 1
            for file in sorted((PLAYBOOKS / trade).glob("*.yaml")):
                text = file.read_text(encoding="utf-8").replace(f"{trade}-", f"trade{number}-")
                numbered = re.sub(r"([，？。]|\w\?)", rf" {number}\1", text)
                yield f"trade{number}/{file.name}", numbered.encode()


def zip_first(found: Iterator[tuple[str, bytes]], count: int) -> Iterator[tuple[str, bytes]]:
    """The first `count` of what would never end."""
    return (pair for _, pair in zip(range(count), found, strict=False))


def run_check(files: Mapping[str, bytes]) -> int:
    """All three passes; the number of findings."""
    from authoring.check import check_texts

    return len(check_texts(files))


def run_plain(files: Mapping[str, bytes]) -> int:
    """The same files through the C loader and the models alone: no places, no findings, no rules."""
    from authoring.library import METHODS, laid_over
    from coaching.playbook import Playbook

    books: dict[str, Playbook] = {}
    for data in files.values():
        found = yaml.load(data, Loader=yaml.CSafeLoader)
        base = books.get(found.get("based_on", ""))
        whole = found if base is None else laid_over(base, found)
        books[found["id"]] = METHODS[found["method"]].model_validate(whole, context={"language": found["language"]})
    return len(books)


def measured(work: str, count: int) -> dict[str, float]:
    """One run in this process: seconds, peak memory in MB, what came out, and the size of the files."""
    files = playbooks(count)
    begun = time.process_time()
    result = {"check": run_check, "plain": run_plain}[work](files)
    seconds = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": seconds, "peak": peak, "result": result, "megabytes": sum(map(len, files.values())) / 1e6, "files": len(files)}


def main() -> None:
    if len(sys.argv) == 3:
        print(json.dumps(measured(sys.argv[1], int(sys.argv[2]))))
        return
    print(ROW.format("files", "MB", "check s", "ms/file", "peak MB", "findings", "plain s", "peak MB", "ratio"))
    for size in SIZES:
        check, plain = (alone(work, size) for work in ("check", "plain"))
        seconds = check["seconds"]
        figures = (check["megabytes"], seconds, 1000 * seconds / check["files"], check["peak"])
        beside = (plain["seconds"], plain["peak"], seconds / plain["seconds"])
        print(ROW.format(int(check["files"]), *(f"{one:.1f}" for one in figures), int(check["result"]), *(f"{one:.1f}" for one in beside)))


def alone(work: str, count: int) -> dict[str, float]:
    """One run in a process of its own."""
    run = subprocess.run([sys.executable, "-m", "benchmarks.check", work, str(count)], check=True, capture_output=True)
    found: dict[str, float] = json.loads(run.stdout)
    return found


if __name__ == "__main__":
    main()
