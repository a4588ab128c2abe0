"""The coach in a terminal: the same desk, with options as numbers. Without a terminal it takes one message a line, for scripts."""

from __future__ import annotations

import asyncio
import logging
import os
import re
import shutil
import sys
import unicodedata
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from chat import words
from chat.desk import Desk
from chat.incoming import Incoming, Message
from coaching.frozen import Language
from coaching.walk import plain
from documents.brief import DocumentFailed, brief_text
from documents.press import Press
from storage.faults import StorageFault

if TYPE_CHECKING:
    from coaching.ethics import Guard, Masked, Verdict

log = logging.getLogger("sparring.terminal")

_BOLD = re.compile(r"<(/?)b>")
_WEIGHT = re.compile(r"\x1b\[[01]m")


class Terminal:
    """One person at one terminal."""

    def __init__(self, desk: Desk, press: Press, user: str, data: Path) -> None:
        self.desk = desk
        self.press = press
        self.user = _whole(user)
        self.data = data
        desk.forget_files = self._forget

    async def talk(self, source: TextIO, target: TextIO, language: Language | None) -> None:
        """Answers line after line until the input ends; what is open stays open."""
        interactive = source.isatty() and target.isatty()
        await self._greet(target, language, interactive)
        loop = asyncio.get_running_loop()
        if interactive:
            loop.run_in_executor(None, _guard)
        while True:
            if interactive:
                print("› ", end="", file=target, flush=True)
            line = await loop.run_in_executor(None, source.readline)
            if not line:
                break
            await self._say(target, line.rstrip("\r\n"), interactive)

    async def _greet(self, target: TextIO, language: Language | None, interactive: bool) -> None:
        person = await self.desk.person(self._incoming(""))
        if language is not None and (person.notice_at is None or person.language != language):
            await self._show(target, await self.desk.handle(self._incoming(f"/language {language}")), interactive)
            if person.notice_at is None:
                return
        await self._show(target, await self.desk.handle(self._incoming("/start")), interactive)

    async def _say(self, target: TextIO, line: str, interactive: bool) -> None:
        incoming = self._incoming(line)
        try:
            answers = await self.desk.handle(incoming)
        except StorageFault:
            raise
        except Exception as fault:  # noqa: BLE001 - one message that we did not foresee must not end the conversation
            log.error("A message could not be worked off: %s", type(fault).__name__)
            person = await self.desk.person(incoming)
            print(words.label("trouble", person.language) + "\n", file=target, flush=True)
            return
        await self._show(target, answers, interactive)

    def _incoming(self, line: str) -> Incoming:
        now = datetime.now(UTC)
        verdict, hidden = _guarded(_whole(line))
        spoken = _whole(os.environ.get("LANG", "")).partition(".")[0]
        common = {"channel": "terminal", "key": self.user, "chat": "0", "at": now, "language_code": spoken}
        if verdict is not None and verdict.level != "note":
            lawful = {"zh": verdict.alternative_zh, "en": verdict.alternative_en}
            return Incoming.model_validate({**common, "kind": "text", "rule": verdict.rule, "lawful": lawful})
        if hidden.text.startswith("/") and len(hidden.text) > 1:
            name, _, rest = hidden.text[1:].partition(" ")
            return Incoming.model_validate({**common, "kind": "command", "command": name, "text": rest.strip()})
        return Incoming.model_validate({**common, "kind": "text", "text": hidden.text, "masked": hidden.count})

    async def _show(self, target: TextIO, messages: tuple[Message, ...], interactive: bool) -> None:
        for message in messages:
            print(self._text(message, interactive), file=target, flush=True)
            if message.line.brief is not None:
                await self._save(target, message)

    def _text(self, message: Message, interactive: bool) -> str:
        parts = [_readable(message.line.html, interactive)] if message.line.html else []
        if message.line.brief is not None:
            parts.append(_readable(brief_text(message.line.brief), interactive))
        if message.document:
            parts.append(message.document)
        labels = [option.label for option in message.line.options] or [choice.label for choice in message.choices]
        if labels:
            # Where words are taken too, a bare number is an answer: the place is typed with its sign.
            sign = "#" if message.line.options and not message.line.only_options else ""
            parts.append("\n".join(f"  [{sign}{number}] {label}" for number, label in enumerate(labels, 1)))
        if interactive and not message.document:
            parts = [wrapped(part, shutil.get_terminal_size().columns) for part in parts]
        return "\n\n".join(parts) + "\n"

    async def _save(self, target: TextIO, message: Message) -> None:
        """The brief beside the text, as a picture for the phone and a page to print."""
        brief = message.line.brief
        assert brief is not None
        files = []
        try:
            folder = self._folder((await self.desk.person(self._incoming(""))).id)
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            for kind in ("png", "pdf"):
                path = folder / f"{message.session}.{kind}"
                _keep(path, await self.press.brief(brief, "png" if kind == "png" else "pdf"))
                files.append(str(path))
        except (OSError, DocumentFailed) as fault:
            print(str(fault), file=sys.stderr)
            return
        print(words.label("saved_files", brief.language, files=", ".join(files)) + "\n", file=target, flush=True)

    def _folder(self, person: str) -> Path:
        return self.data / "briefs" / person

    def _forget(self, person: str) -> None:
        """Takes away the briefs that were saved for somebody whose data is deleted."""
        try:
            shutil.rmtree(self._folder(person))
        except FileNotFoundError:
            return
        except OSError as error:
            print(f"{self._folder(person)}: could not be removed ({error.strerror}). Please delete it yourself.", file=sys.stderr)


@cache
def _guard() -> Guard:
    """Made at the first message, not before the first prompt: its word lists take a moment to prepare."""
    from coaching.ethics import Guard

    return Guard()


def _guarded(line: str) -> tuple[Verdict | None, Masked]:
    """What ethics says of a line, and the line with private numbers covered."""
    from coaching.ethics import Masked, mask

    return (_guard().look(line), mask(line)) if line else (None, Masked(text="", count=0))


def _keep(path: Path, data: bytes) -> None:
    """Writes a file that its owner alone may read, from the first byte on."""
    with open(path, "wb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        file.write(data)


def _whole(text: str) -> str:
    """The text without what neither a database nor UTF-8 can hold."""
    from chat.bot_api.cleanse import whole

    return whole(text)


def wrapped(text: str, width: int) -> str:
    """The text with its long Latin lines broken at blanks, `width` columns wide; Chinese lines a terminal breaks well by itself."""
    return "\n".join(_wrapped_line(line, width) for line in text.split("\n"))


def _wrapped_line(line: str, width: int) -> str:
    shown = _columns(line)
    if shown <= width or shown - len(_WEIGHT.sub("", line)) > shown // 4:
        return line
    indent = " " * (len(line) - len(line.lstrip()))
    lines = [indent]
    for word in line.split():
        begun = lines[-1].strip()
        if begun and _columns(f"{lines[-1]} {word}") > width:
            lines.append(indent + word)
        else:
            lines[-1] += f" {word}" if begun else word
    return "\n".join(lines)


def _columns(text: str) -> int:
    """How many columns a terminal needs for it."""
    signs = (sign for sign in _WEIGHT.sub("", text) if not unicodedata.combining(sign))
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in signs)


def _readable(html: str, interactive: bool) -> str:
    """A line without tags; on a real terminal bold stays bold."""
    if interactive:
        marked = _BOLD.sub(lambda match: "\x02" if not match[1] else "\x03", html)
        return plain(marked).replace("\x02", "\033[1m").replace("\x03", "\033[0m")
    return plain(html)
