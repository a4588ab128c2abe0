"""A desk on a real database with the shipped playbooks, and a person who writes to it."""

import shutil
from collections.abc import AsyncIterator
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest

from chat.desk import Desk
from chat.incoming import Incoming, Message
from chat.settings import Settings
from chat.shelves import Shelves
from coaching.reading import RuleReader
from coaching.walk import plain
from storage.ledger import Ledger
from tests.coaching.chatting import MONDAY, PLAYBOOKS


class Writer:
    """One person in one chat."""

    def __init__(self, desk: Desk, key: str = "1001", channel: str = "telegram", code: str = "zh-hans") -> None:
        self.desk, self.key, self.channel, self.code = desk, key, channel, code
        self.at = MONDAY
        self.answers: tuple[Message, ...] = ()

    async def send(self, text: str = "", **more: object) -> str:
        """Writes, and returns everything that came back as plain words."""
        self.at += timedelta(seconds=30)
        kind = "text"
        if text.startswith("/"):
            kind, (name, _, rest) = "command", text[1:].partition(" ")
            more = {"command": name, "text": rest, **more}
        else:
            more = {"text": text, **more}
        incoming = Incoming.model_validate(
            {"channel": self.channel, "key": self.key, "chat": self.key, "at": self.at, "kind": kind, "language_code": self.code, **more}
        )
        self.answers = await self.desk.handle(incoming)
        return self.said

    async def tap(self, label: str) -> str:
        """Taps the button with this label on the last messages."""
        for message in self.answers:
            for choice in message.choices:
                if choice.label == label:
                    return await self.send(choice.send)
            for place, option in enumerate(message.line.options):
                if option.label == label:
                    return await self.press(message, place)
        raise AssertionError(f"{label} is not among {self.labels}")

    async def press(self, message: Message, place: int) -> str:
        """Presses a button of a message, be it old or new."""
        return await self.send("", kind="button", session=message.session, ask=message.line.ask, option=place)

    @property
    def said(self) -> str:
        return "\n\n".join(plain(message.line.html) for message in self.answers)

    @property
    def labels(self) -> tuple[str, ...]:
        options = [option.label for message in self.answers for option in message.line.options]
        return (*options, *(choice.label for message in self.answers for choice in message.choices))


@pytest.fixture
def playbooks(tmp_path: Path) -> Path:
    """A folder of playbooks that a test may change."""
    return Path(shutil.copytree(PLAYBOOKS, tmp_path / "playbooks"))


@pytest.fixture
async def ledger(tmp_path: Path) -> AsyncIterator[Ledger]:
    """A new record."""
    opened = Ledger.open(f"sqlite:///{tmp_path}/data/sparring.db", version="test")
    yield opened
    await opened.close()


@pytest.fixture
def desk(ledger: Ledger, playbooks: Path) -> Desk:
    """A desk that is open to everybody; ids count up."""
    numbers = count(1)
    return Desk(ledger, Shelves(ledger, playbooks), RuleReader(), Settings(access="open", timezone="UTC"), lambda: f"id{next(numbers)}")


@pytest.fixture
def writer(desk: Desk) -> Writer:
    """Somebody who never wrote before."""
    return Writer(desk)


@pytest.fixture
async def rep(writer: Writer) -> Writer:
    """A rep who knows the coach."""
    await writer.send("/start")
    await writer.tap("中文")
    return writer


