"""telemelya, a Bot API server that this project did not write, on this machine and without its usual company: a Redis and an S3 that live
in the same process take the place of the real ones. It speaks webhooks only.

As a program (`python -m tests.servers.telemelya_server PORT`) it is the server; `telemelya()` starts that program and stops it, and `Rep`
is somebody who chats through it.
"""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from socket import socket
from typing import Any

import httpx
from telemelya.client import TelegramTestClient

TOKEN = "123456789:telemelya-token-of-no-bot"
KEY = "a-key-for-tests"
ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 30.0

_TAG = re.compile(r"</?[A-Za-z][^<>]*>")


@dataclass(frozen=True)
class Reply:
    """One thing that the bot did in a chat: a text, a photo, an edit; `text` is without tags."""

    method: str
    text: str
    labels: tuple[str, ...]
    message_id: int
    raw: dict[str, Any] = field(repr=False)

    @property
    def file_id(self) -> str:
        """The photo's id, if it is one."""
        return str(self.raw.get("file_id") or "")


class Rep:
    """Somebody who chats with the bot."""

    def __init__(self, server: "Telemelya", chat: int) -> None:
        self.chat = chat
        self._client = TelegramTestClient(server.url, KEY, server.token)
        self._seen = 0

    def close(self) -> None:
        """Hangs up."""
        self._client.close()

    def send(self, text: str) -> None:
        """Writes a text or a command."""
        self._before()
        self._client.send_message(self.chat, text)

    def tap(self, label: str) -> None:
        """Taps the newest button that has this label, or a label that begins like it."""
        self._before()
        for reply in reversed(self.replies()):
            markup = reply.raw.get("reply_markup") or {}
            for button in (button for row in markup.get("inline_keyboard", []) for button in row):
                if button["text"] == label or button["text"].startswith(label):
                    self._client.send_callback_query(self.chat, button["callback_data"], reply.message_id)
                    return
        raise AssertionError(f"no button {label!r}; the last replies: {self.replies()[-3:]}")

    def replies(self) -> list[Reply]:
        """Everything that the bot did in this chat, oldest first; answers to taps and signs of typing are left out."""
        kinds = ("sendMessage", "sendPhoto", "sendDocument", "editMessageText")
        return [_reply(raw) for raw in self._client.get_responses() if raw["method"] in kinds]

    def calls(self) -> list[str]:
        """The methods that the bot called for this chat, oldest first."""
        return [raw["method"] for raw in self._client.get_responses()]

    def wait(self, until: str | Callable[[Reply], bool] = "", seconds: float = 15.0) -> list[Reply]:
        """The replies since the last wait, once one of them has this text (or meets this condition), or once there is any."""
        meets = until if callable(until) else lambda reply: until in reply.text
        end = time.monotonic() + seconds
        while True:
            new = self.replies()[self._seen :]
            if any(meets(reply) for reply in new):
                self._seen += len(new)
                return new
            assert time.monotonic() < end, f"waited {seconds:g} s for {until!r}; since then came {new}"
            time.sleep(0.03)

    def photo(self, reply: Reply) -> bytes:
        """The content of a photo that was sent."""
        return self._client.get_media(reply.file_id)

    @staticmethod
    def _before() -> None:
        # Its updates are numbered by milliseconds: two in the same one would be the same update.
        time.sleep(0.003)


class Telemelya:
    """The running server: `url` is for SPARRING_TELEGRAM_API, `token` for SPARRING_TELEGRAM_TOKEN."""

    def __init__(self, url: str, token: str = TOKEN) -> None:
        self.url = url
        self.token = token
        self._reps: list[Rep] = []

    def rep(self, chat: int) -> Rep:
        """Somebody with this chat."""
        self._reps.append(Rep(self, chat))
        return self._reps[-1]

    def wait_for_bot(self, seconds: float = 20.0) -> None:
        """Returns when a bot has set its webhook."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if httpx.post(f"{self.url}/bot{self.token}/getWebhookInfo", trust_env=False).json()["result"]["url"]:
                return
            time.sleep(0.05)
        raise AssertionError("no bot has set a webhook")

    def forget_bot(self) -> None:
        """Takes the webhook away, so that `wait_for_bot` waits for the next start."""
        httpx.post(f"{self.url}/bot{self.token}/deleteWebhook", trust_env=False)

    def close(self) -> None:
        """Hangs up for everybody."""
        for rep in self._reps:
            rep.close()


@contextmanager
def telemelya(folder: Path) -> Iterator[Telemelya]:
    """The server as a process of its own; `folder` gets what it says."""
    port = free_port()
    said = folder / "telemelya.log"
    with said.open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-m", "tests.servers.telemelya_server", str(port)],
            cwd=ROOT,
            stdout=log,
            stderr=subprocess.STDOUT,
            env={name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")},
        )
    server = Telemelya(f"http://127.0.0.1:{port}")
    try:
        _await_health(server.url, process, said)
        yield server
    finally:
        server.close()
        process.kill()
        process.wait()


def free_port() -> int:
    """A port that nobody uses just now."""
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _await_health(url: str, process: "subprocess.Popen[bytes]", said: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            if httpx.get(f"{url}/api/v1/test/health", headers={"Authorization": f"Bearer {KEY}"}, trust_env=False).json()["ok"]:
                return
        except (httpx.HTTPError, ValueError):
            pass
        time.sleep(0.1)
    raise AssertionError(f"telemelya did not start:\n{said.read_text(errors='replace')[-3000:]}")


def _reply(raw: dict[str, Any]) -> Reply:
    rows = (raw.get("reply_markup") or {}).get("inline_keyboard", [])
    labels = tuple(button["text"] for row in rows for button in row)
    text = unescape(_TAG.sub("", raw.get("text") or raw.get("caption") or ""))
    return Reply(raw["method"], text, labels, int(raw.get("message_id") or 0), raw)


def _main(port: int) -> None:
    """Runs the server until it is killed."""
    import threading

    from fakeredis import TcpFakeServer
    from moto.server import ThreadedMotoServer

    redis = TcpFakeServer(("127.0.0.1", 0))
    threading.Thread(target=redis.serve_forever, daemon=True).start()
    store = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    store.start()
    host, store_port = store.get_host_and_port()
    os.environ.update(
        MOCK_SERVER_HOST="127.0.0.1",
        MOCK_SERVER_PORT=str(port),
        MOCK_SERVER_URL=f"http://127.0.0.1:{port}",
        REDIS_URL=f"redis://127.0.0.1:{redis.server_address[1]}/0",
        MINIO_ENDPOINT=f"{host}:{store_port}",
        AUTH_KEYS=KEY,
        STRICT_EDIT="true",
    )
    from telemelya.server.app import main

    main()


if __name__ == "__main__":
    _main(int(sys.argv[1]))
