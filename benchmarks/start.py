"""From `bot.py` on an installed machine to the first prompt, against a bare Python that starts and ends, in one run."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 7
HOME = Path(__file__).resolve().parents[1]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder) / "config.yaml"
        config.write_text(f"data: {folder}/data\n", encoding="utf-8")
        environment = {**os.environ, "SPARRING_CONFIG": str(config)}
        environment.pop("SPARRING_TELEGRAM_TOKEN", None)
        program = [sys.executable, "bot.py"]
        ours, bare = [], []
        for _ in range(RUNS):
            ours.append(_first_line(program, environment))
            bare.append(_whole([sys.executable, "-c", "pass"], environment))
    first, again = ours[0], statistics.median(ours[1:])
    print(f"to the first prompt: {again:.2f} s (median of {RUNS - 1}, {min(ours[1:]):.2f}–{max(ours[1:]):.2f})")
    print(f"on an empty data folder: {first:.2f} s")
    print(f"bare python: {statistics.median(bare):.3f} s; ratio {again / statistics.median(bare):.1f}")


def _first_line(command: list[str], environment: dict[str, str]) -> float:
    begun = time.perf_counter()
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=HOME, env=environment) as process:
        assert process.stdout is not None and process.stdin is not None
        process.stdout.readline()
        passed = time.perf_counter() - begun
        process.stdin.close()
        process.stdout.read()
        process.wait()
    return passed


def _whole(command: list[str], environment: dict[str, str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, env=environment, check=True)
    return time.perf_counter() - begun
