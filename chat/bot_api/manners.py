"""What a polite bot does besides talking: it shows that it is at work, lets a tapped button stop spinning, and puts old keyboards away.
Nothing here may hold anybody up or fail anything; it is done when it can be, and forgotten otherwise."""

import asyncio
from collections import OrderedDict
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from chat.bot_api.updates import Tap
from chat.bot_api.wire import CallFailed, NotOffered, Wire

# A turn that takes longer shows “typing”; Telegram shows it for five seconds.
PATIENCE_SECONDS = 0.4
SHOWN_SECONDS = 4.5
MOST_AT_ONCE = 32
MOST_CHATS = 10_000


class Question(NamedTuple):
    """Which question a keyboard belongs to."""

    session: str
    ask: int


class Manners:
    """The small courtesies, each in a task of its own."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        self._missing: set[str] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._slots = asyncio.Semaphore(MOST_AT_ONCE)
        # By chat: the messages that still show buttons of a question.
        self._keyboards: OrderedDict[int, dict[int, Question]] = OrderedDict()

    def answer(self, tap: Tap) -> None:
        """Lets the tapped button stop spinning; one that waited too long has stopped by itself."""
        if tap.query:
            self._soon("answerCallbackQuery", {"callback_query_id": tap.query})

    def shown(self, chat: int, message: int, question: Question) -> None:
        """Remembers that a message shows the buttons of a question."""
        self._keyboards.setdefault(chat, {})[message] = question
        self._keyboards.move_to_end(chat)
        while len(self._keyboards) > MOST_CHATS:
            self._keyboards.popitem(last=False)

    def asked(self, chat: int, question: Question) -> None:
        """Takes the buttons of earlier questions away, now that another question stands."""
        kept = self._keyboards.get(chat, {})
        for message in [message for message, shown in kept.items() if shown != question]:
            del kept[message]
            self._soon("editMessageReplyMarkup", {"chat_id": chat, "message_id": message})
        if not kept:
            self._keyboards.pop(chat, None)

    @contextmanager
    def typing(self, chat: int, thread: int | None) -> Iterator[None]:
        """Shows “typing” in a chat while the body takes longer than a moment."""
        tasks: list[asyncio.Task[None]] = []
        late = asyncio.get_running_loop().call_later(
            PATIENCE_SECONDS, lambda: tasks.append(asyncio.create_task(self._keep_showing(chat, thread, "typing")))
        )
        try:
            yield
        finally:
            late.cancel()
            for task in tasks:
                task.cancel()

    @contextmanager
    def working(self, chat: int, thread: int | None, action: str) -> Iterator[None]:
        """Shows an action (upload_photo, upload_document) from the first moment until the body has ended."""
        task = asyncio.create_task(self._keep_showing(chat, thread, action))
        try:
            yield
        finally:
            task.cancel()

    async def close(self) -> None:
        """Drops what is under way."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _keep_showing(self, chat: int, thread: int | None, action: str) -> None:
        while True:
            await self._try("sendChatAction", {"chat_id": chat, "message_thread_id": thread, "action": action})
            await asyncio.sleep(SHOWN_SECONDS)

    def _soon(self, method: str, parameters: dict[str, Any]) -> None:
        self._spawn(self._in_turn(method, parameters))

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _in_turn(self, method: str, parameters: dict[str, Any]) -> None:
        async with self._slots:
            await self._try(method, parameters)

    async def _try(self, method: str, parameters: dict[str, Any]) -> None:
        if method in self._missing:
            return
        try:
            await self._wire.call(method, parameters)
        except NotOffered:
            self._missing.add(method)
        except CallFailed:
            return
