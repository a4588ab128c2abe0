"""The bot as a process on Telegram's side: whole preparations against a server we did not write, and a kill amid queued updates."""

import asyncio
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.end_to_end.test_terminal import SCRIPTS, Program
from tests.servers.strict_api import StrictApi
from tests.servers.telemelya_server import ROOT, Rep, Reply, Telemelya, free_port, telemelya

UPDATES = 500
USERS = range(300, 310)


def program_in(folder: Path, **telegram: object) -> Program:
    """The program with access for everybody."""
    program = Program(folder)
    config = folder / "config.yaml"
    config.write_text(f"{config.read_text(encoding='utf-8')}access: open\ntelegram: {json.dumps(telegram)}\n", encoding="utf-8")
    return program


@contextmanager
def bot(program: Program, api: str, token: str, *arguments: str) -> Iterator["subprocess.Popen[bytes]"]:
    """bot.py telegram; ended with SIGTERM if it still runs."""
    kept = {name: value for name, value in program.environment.items() if not name.lower().endswith("_proxy")}
    environment = {**kept, "SPARRING_TELEGRAM_TOKEN": token, "SPARRING_TELEGRAM_API": api}
    with (program.data.parent / "bot.log").open("ab") as log:
        process = subprocess.Popen([sys.executable, "bot.py", "telegram", *arguments], cwd=ROOT, env=environment, stderr=log, stdout=log)
    try:
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
            assert process.wait(30) == 0


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Telemelya]:
    with telemelya(tmp_path_factory.mktemp("telemelya")) as running:
        yield running


@pytest.fixture(scope="module")
def program(server: Telemelya, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    port = free_port()
    program = program_in(tmp_path_factory.mktemp("bot"), port=port)
    with bot(program, server.url, server.token, "--webhook", f"http://127.0.0.1:{port}/hook"):
        server.wait_for_bot()
        yield program


def with_buttons(reply: Reply) -> bool:
    return bool(reply.labels)


def follow(rep: Rep, script: str) -> list[Reply]:
    """Types and taps a whole script; returns everything that came back."""
    everything: list[Reply] = []
    labels: tuple[str, ...] = ()
    for line in script.splitlines():
        place = re.fullmatch(r"#(\d+)", line)
        if place:
            rep.tap(labels[int(place[1]) - 1])
        else:
            rep.send(line)
        came = rep.wait(with_buttons, 30)
        labels = next(reply.labels for reply in reversed(came) if reply.labels)
        everything += came
    return everything


@pytest.mark.parametrize(
    ("script", "user", "words"),
    [
        ("factory-5.zh-Hans", 801, ["三号车间", "从这里开口"]),
        ("factory-5.en", 802, ["Workshop 3", "START HERE"]),
        ("distillery-30.zh-Hans", 803, ["250,000", "如果贵方"]),
        ("distillery-30.en", 804, ["250,000", "If you"]),
    ],
)
def test_a_whole_preparation_against_an_independent_bot_api_server(
    server: Telemelya, program: Program, script: str, user: int, words: list[str]
):
    rep = server.rep(user)
    rep.send("/start")
    rep.wait(with_buttons)
    rep.tap("中文" if "zh" in script else "English")
    rep.wait(with_buttons)
    text = (SCRIPTS / f"{script}.txt").read_text(encoding="utf-8")
    replies = follow(rep, text)
    photos = [reply for reply in replies if reply.method == "sendPhoto"]
    assert len(photos) == 1
    assert rep.photo(photos[0]).startswith(b"\x89PNG")
    brief = replies[-1].text
    assert all(word.casefold() in brief.casefold() for word in words)
    assert "205,000" not in brief
    sent = [line for line in text.splitlines() if line]
    rows = [row for row in program.json("sessions") if len(sent) == _said(program, row["session"])]
    assert rows
    assert program.json("verify")["differences"] == []


def _said(program: Program, session: str) -> int:
    transcript = program.json("transcript", session)
    return sum(1 for entry in transcript["entries"] if entry["who"] == "rep")


def test_a_stale_button_is_explained(server: Telemelya, program: Program):
    rep = server.rep(820)
    rep.send("/start")
    rep.wait(with_buttons)
    rep.tap("English")
    rep.wait(with_buttons)
    rep.send("/prep Red Hill")
    rep.wait(with_buttons)
    rep.tap("General")
    rep.wait(with_buttons)
    rep.tap("General")
    assert rep.wait()[-1].text


async def test_a_kill_amid_five_hundred_queued_updates_loses_doubles_and_reorders_nothing(tmp_path: Path):
    program = program_in(tmp_path, poll_seconds=1)
    api = StrictApi()
    await api.start()
    try:
        wrote = _queue(api)
        loop = asyncio.get_running_loop()
        for lived in (0.4, 1.0):
            await loop.run_in_executor(None, _lives, program, api, lived)
        left = await loop.run_in_executor(None, _until_done, program, api)
        assert left == 0
    finally:
        await api.stop()
    assert _record(program) == wrote
    assert program.json("verify")["differences"] == []


async def test_a_trainer_publishes_a_playbook_from_the_chat(tmp_path: Path):
    program = program_in(tmp_path, poll_seconds=1)
    text = (ROOT / "playbooks" / "fleet" / "spin.yaml").read_text(encoding="utf-8")
    code = program.json("invite", "trainer")["code"]
    api = StrictApi()
    await api.start()
    trainer = 400
    try:
        with bot(program, api.url, api.token):
            api.text(trainer, f"/start {code}")
            api.text(trainer, "/language en")
            api.document(trainer, "spin.yaml", text.replace("problems:", "problmes:", 1).encode())
            await api.until(lambda: any("Did you mean" in said for said in api.texts(trainer)), 40)
            api.document(trainer, "spin.yaml", text.replace("trucks queue for hours", "trucks wait for hours").encode())
            await api.until(lambda: any("no mistakes found" in said for said in api.texts(trainer)), 40)
            api.tap_label(trainer, "Publish")
            await api.until(lambda: any("is published" in said for said in api.texts(trainer)), 40)
            api.text(trainer, "/history fleet-spin")
            await api.until(lambda: any("fleet-spin · published" in said for said in api.texts(trainer)), 40)
    finally:
        await api.stop()
    assert api.complaints == []
    assert api.token not in (tmp_path / "bot.log").read_text(encoding="utf-8")


def _queue(api: StrictApi) -> dict[str, list[str]]:
    """Queues the updates of several reps in the middle of their preparations, mixed; what each of them wrote in one, by client."""
    wrote: dict[str, list[str]] = {}
    beginnings = ("/start", "/language en", "/prep client {user}")
    for beginning in beginnings:
        for user in USERS:
            api.text(user, beginning.format(user=user))
    for user in USERS:
        wrote[f"client {user}"] = [f"/prep client {user}"]
    for number in range(UPDATES - len(beginnings) * len(USERS)):
        user = USERS[number * 7 % len(USERS)]
        text = f"message {number}"
        api.text(user, text)
        wrote[f"client {user}"].append(text)
    return wrote


def _lives(program: Program, api: StrictApi, seconds: float) -> None:
    """The bot lives so long after its first request, and is killed."""
    before = len(api.calls)
    with bot(program, api.url, api.token) as process:
        _wait(lambda: len(api.calls) > before, 30)
        time.sleep(seconds)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()


def _until_done(program: Program, api: StrictApi) -> int:
    """The bot lives until nothing waits and nothing more is sent."""
    before = len(api.calls)
    with bot(program, api.url, api.token):
        _wait(lambda: len(api.calls) > before + 1, 30)
        _wait(lambda: not api.pending, 90)
        _wait(lambda: _undone(program) == 0, 120)
    return len(api.pending)


def _undone(program: Program) -> int:
    """Updates in the inbox that are not worked off, and messages that are not sent."""
    with closing(sqlite3.connect(f"file:{program.data}/sparring.db?mode=ro", uri=True, timeout=10)) as database:
        waiting = database.execute("select count(*) from inbox where state = 'new'").fetchone()[0]
        unsent = database.execute("select count(*) from outbox where state in ('pending', 'sending')").fetchone()[0]
    return int(waiting + unsent)


def _wait(condition: object, seconds: float) -> None:
    end = time.monotonic() + seconds
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < end
        time.sleep(0.05)


def _record(program: Program) -> dict[str, list[str]]:
    found = {}
    for row in program.json("sessions"):
        entries = program.json("transcript", row["session"])["entries"]
        said = [entry["text"] for entry in entries if entry["who"] == "rep"]
        found[said[0].removeprefix("/prep ")] = said
    return found
