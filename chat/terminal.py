"""The coach in a terminal: the same desk, with options as numbers. Without a terminal it takes one message a line, for scripts."""

from __future__ import annotations

import asyncio
import logging
import os
import re
import sys
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


class Terminal:
    """One person at one terminal."""

    def __init__(self, desk: Desk, press: Press, user: str, data: Path) -> None:
        self.desk = desk
        self.press = press
        self.user = user
        self.data = data

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
        verdict, hidden = _guarded(line)
        spoken = os.environ.get("LANG", "").partition(".")[0]
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
            parts.append("\n".join(f"  [{number}] {label}" for number, label in enumerate(labels, 1)))
        return "\n\n".join(parts) + "\n"

    async def _save(self, target: TextIO, message: Message) -> None:
        """The brief beside the text, as a picture for the phone and a page to print."""
        brief = message.line.brief
        assert brief is not None
        folder = self.data / "briefs"
        files = []
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for kind in ("png", "pdf"):
                path = folder / f"{message.session}.{kind}"
                path.write_bytes(await self.press.brief(brief, "png" if kind == "png" else "pdf"))
                files.append(str(path))
        except (OSError, DocumentFailed) as fault:
            print(str(fault), file=sys.stderr)
            return
        print(words.label("saved_files", brief.language, files=", ".join(files)) + "\n", file=target, flush=True)


@cache
def _guard() -> Guard:
    """Made at the first message, not before the first prompt: its word lists take a moment to prepare."""
    from coaching.ethics import Guard

    return Guard()


def _guarded(line: str) -> tuple[Verdict | None, Masked]:
    """What ethics says of a line, and the line with private numbers covered."""
    from coaching.ethics import Masked, mask

    return (_guard().look(line), mask(line)) if line else (None, Masked(text="", count=0))


def _readable(html: str, interactive: bool) -> str:
    """A line without tags; on a real terminal bold stays bold."""
    if interactive:
        marked = _BOLD.sub(lambda match: "\x02" if not match[1] else "\x03", html)
        return plain(marked).replace("\x02", "\033[1m").replace("\x03", "\033[0m")
    return plain(html)
