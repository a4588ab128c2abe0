"""A Bot API server of our own that is as strict as Telegram's: what a bot gets wrong here it would get wrong there.

It keeps what the real server keeps: an update stays until it is acknowledged by a higher offset (or by a 2xx of the webhook), a second
poller throws the first one out, texts are measured after their tags and entities are read, buttons carry at most 64 bytes, a tap can be
answered once and not for ever, a photo is a picture. Trouble comes by script: refusals, floods, failures, slowness. Every call is recorded
in the order in which it came. What is no refusal at the real server but surely a mistake of ours lands in `complaints`.

It shares no code with the bot.
"""

import asyncio
import html
import json
import re
import struct
import threading
import time
from collections import defaultdict, deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from aiohttp import web

TOKEN = "123456:strict-token-of-no-bot"
USERNAME = "sparring_test_bot"
BOT = {"id": 123456, "is_bot": True, "first_name": "Sparring", "username": USERNAME}
BOT_ME = {**BOT, "can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False}
QUERY_LIVES = 150.0
PNG = b"\x89PNG\r\n\x1a\n"

_TAGS = {
    "b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "a", "code", "pre", "blockquote", "tg-spoiler", "span", "tg-emoji",
}  # fmt: skip
_PIECE = re.compile(r"<(?P<tag>[^<>]*)>|(?P<bare><)|&(?P<entity>#\d+|#x[0-9a-fA-F]+|[a-z]+);|.", re.DOTALL)
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")

# What each method takes; anything else is a slip.
_COMMON = {"chat_id", "message_thread_id", "disable_notification", "protect_content", "reply_parameters", "reply_markup"}
_PARAMETERS = {
    "getMe": set[str](),
    "getFile": {"file_id"},
    "getUpdates": {"offset", "limit", "timeout", "allowed_updates"},
    "setWebhook": {"url", "secret_token", "allowed_updates", "max_connections", "drop_pending_updates", "ip_address", "certificate"},
    "deleteWebhook": {"drop_pending_updates"},
    "getWebhookInfo": set[str](),
    "sendMessage": _COMMON | {"text", "parse_mode", "entities", "link_preview_options"},
    "sendPhoto": _COMMON | {"photo", "caption", "parse_mode", "has_spoiler"},
    "sendDocument": _COMMON | {"document", "caption", "parse_mode", "disable_content_type_detection"},
    "sendChatAction": {"chat_id", "message_thread_id", "action"},
    "answerCallbackQuery": {"callback_query_id", "text", "show_alert", "url", "cache_time"},
    "editMessageReplyMarkup": {"chat_id", "message_id", "reply_markup"},
    "editMessageText": {"chat_id", "message_id", "text", "parse_mode", "reply_markup", "link_preview_options"},
    "setMyCommands": {"commands", "scope", "language_code"},
}
_ACTIONS = {"typing", "upload_photo", "upload_document"}


class _No(Exception):  # noqa: N818 - what the server says
    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


@dataclass
class Call:
    """One call of the bot: `parameters` are decoded, `files` are name and content by parameter."""

    method: str
    parameters: dict[str, Any]
    files: dict[str, tuple[str, bytes]]
    at: float
    status: int = 0


@dataclass
class Sent:
    """One message that the bot sent, as a person would see it; `file` is the content of a photo or document."""

    message_id: int
    chat: int
    text: str
    method: str
    keyboard: list[list[dict[str, Any]]]
    raw: dict[str, Any]
    file: bytes = b""
    filename: str = ""

    @property
    def labels(self) -> list[str]:
        """What stands on its buttons."""
        return [button["text"] for row in self.keyboard for button in row]


@dataclass
class _Trouble:
    """What a method does instead of its work, so many times (-1: for ever); `chat` limits it to one chat."""

    times: int
    status: int
    description: str
    parameters: dict[str, Any]
    chat: int | None
    after: bool
    hidden: bool


@dataclass
class _Delivery:
    """The webhook that is set."""

    url: str
    secret: str
    tasks: dict[str, "asyncio.Task[None]"] = field(default_factory=dict)


class StrictApi:
    """The server. Start it in a running loop with `start`, or in a thread of its own with `running`."""

    def __init__(self, token: str = TOKEN) -> None:
        self.token = token
        self.url = ""
        self.calls: list[Call] = []
        self.sent: list[Sent] = []
        self.complaints: list[str] = []
        self.pending: deque[dict[str, Any]] = deque()
        self.given: list[int] = []
        self.conflicts = 0
        self.latency = 0.0
        self.last_offset: int | None = None
        self.webhook: _Delivery | None = None
        self.webhook_answers: list[int] = []
        self._troubles: dict[str, list[_Trouble]] = defaultdict(list)
        self._blocked: set[int] = set()
        self._known: set[int] = set()
        self._queries: dict[str, float] = {}
        self._files: dict[str, bytes] = {}
        self._messages: dict[tuple[int, int], Sent] = {}
        self._next_update = 700_000_000
        self._next_message = 0
        self._arrived = asyncio.Event()
        self._poller: asyncio.Event | None = None
        self._runner: web.AppRunner | None = None
        self._session: aiohttp.ClientSession | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    # Starting and stopping

    async def start(self, port: int = 0) -> str:
        """Listens on this machine; returns the address for SPARRING_TELEGRAM_API."""
        app = web.Application(client_max_size=60_000_000)
        app.router.add_route("*", "/bot{token}/{method}", self._handle)
        app.router.add_get("/file/bot{token}/{path:.+}", self._file)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.01)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port)
        await site.start()
        self._loop = asyncio.get_running_loop()
        self._session = aiohttp.ClientSession()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self.url

    async def stop(self) -> None:
        """Ends everything."""
        if self.webhook is not None:
            for task in self.webhook.tasks.values():
                task.cancel()
        assert self._runner is not None and self._session is not None
        await self._session.close()
        await self._runner.cleanup()

    @classmethod
    @contextmanager
    def running(cls, token: str = TOKEN) -> Iterator["StrictApi"]:
        """The server in a thread of its own, for tests without a loop. People write through `text_soon` and `tap_soon`."""
        ready = threading.Event()
        box: list[StrictApi] = []
        ending = asyncio.Event()

        async def live() -> None:
            server = cls(token)
            await server.start()
            box.append(server)
            ready.set()
            await ending.wait()
            await server.stop()

        thread = threading.Thread(target=lambda: asyncio.run(live()), daemon=True)
        thread.start()
        assert ready.wait(10)
        loop = box[0]._loop
        assert loop is not None
        try:
            yield box[0]
        finally:
            loop.call_soon_threadsafe(ending.set)
            thread.join(10)

    # What people do

    def push(self, update: dict[str, Any], update_id: int | None = None) -> int:
        """Puts an update into the queue, and returns its number."""
        if update_id is None:
            self._next_update += 1
            update_id = self._next_update
        self._next_update = max(self._next_update, update_id)
        self.pending.append({"update_id": update_id, **update})
        self._arrived.set()
        if self.webhook is not None:
            self._deliver_soon()
        return update_id

    def text(self, user: int, text: str, **more: Any) -> int:
        """A private message of a user; returns the update's number."""
        self._known.add(user)
        self._next_message += 1
        message = {
            "message_id": self._next_message,
            "from": self.user(user),
            "chat": {"id": user, "type": "private", "first_name": "Rep", "username": f"rep{user}"},
            "date": int(time.time()),
            "text": text,
            **more,
        }
        if text.startswith("/"):
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}]
        return self.push({"message": message})

    def document(self, user: int, name: str, content: bytes) -> int:
        """A file of a user; returns the update's number."""
        file = f"BQACAgIAAxk{len(self._files)}"
        self._files[file] = content
        about = {"file_id": file, "file_unique_id": f"u{len(self._files)}", "file_name": name, "file_size": len(content)}
        self._next_message += 1
        message = {
            "message_id": self._next_message,
            "from": self.user(user),
            "chat": {"id": user, "type": "private", "first_name": "Rep"},
            "date": int(time.time()),
            "document": about,
        }
        return self.push({"message": message})

    def tap(self, user: int, data: str, message: int | None = None) -> int:
        """A tap on a button with this data, under this message of the bot; returns the update's number."""
        self._known.add(user)
        query = f"q{self._next_update + 1}"
        self._queries[query] = time.monotonic()
        callback: dict[str, Any] = {"id": query, "from": self.user(user), "chat_instance": str(user), "data": data}
        if message is not None:
            chat = {"id": user, "type": "private", "first_name": "Rep"}
            callback["message"] = {"message_id": message, "from": BOT, "chat": chat, "date": int(time.time()), "text": "?"}
        return self.push({"callback_query": callback})

    def tap_label(self, user: int, label: str) -> int:
        """A tap on the newest button with this label in the user's chat."""
        for sent in reversed(self.sent):
            for row in sent.keyboard if sent.chat == user else []:
                for button in row:
                    if button["text"] == label:
                        return self.tap(user, button["callback_data"], sent.message_id)
        raise AssertionError(f"no button {label!r} in chat {user}")

    def text_soon(self, user: int, text: str) -> None:
        """`text` from another thread."""
        self._in_loop(lambda: self.text(user, text))

    def tap_soon(self, user: int, label: str) -> None:
        """`tap_label` from another thread."""
        self._in_loop(lambda: self.tap_label(user, label))

    @staticmethod
    def user(number: int) -> dict[str, Any]:
        """A user as Telegram describes one, with more than a bot should keep."""
        return {
            "id": number,
            "is_bot": False,
            "first_name": "Reingard",
            "last_name": "Repkova",
            "username": f"rep{number}",
            "language_code": "zh-hans",
            "is_premium": True,
        }

    # Trouble by script

    def fail(
        self,
        method: str,
        status: int,
        description: str = "",
        *,
        times: int = 1,
        chat: int | None = None,
        after: bool = False,
        hidden: bool = False,
        **parameters: Any,
    ) -> None:
        """The next calls of a method fail. `after`: the work is done all the same, only its answer is lost. `hidden`: the failure
        stands under status 200. `parameters`: retry_after, migrate_to_chat_id."""
        self._troubles[method].append(_Trouble(times, status, description, parameters, chat, after, hidden))

    def block(self, user: int) -> None:
        """The user blocks the bot; the bot is told so when it writes."""
        self._blocked.add(user)

    # What came of it

    def texts(self, chat: int) -> list[str]:
        """The texts that were sent to a chat, in order."""
        return [sent.text for sent in self.sent if sent.chat == chat and sent.method == "sendMessage"]

    def methods(self, *but: str) -> list[str]:
        """The methods that were called, in order, without some."""
        return [call.method for call in self.calls if call.method not in but]

    async def until(self, condition: Any, seconds: float = 10.0) -> None:
        """Waits until a condition holds; fails after so many seconds."""
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, f"waited {seconds} s; calls: {self.methods('getUpdates')[-20:]}"
            await asyncio.sleep(0.01)

    # The server's side

    def _in_loop(self, work: Any) -> None:
        assert self._loop is not None
        done = threading.Event()
        fault: list[BaseException] = []

        def run() -> None:
            try:
                work()
            except BaseException as error:
                fault.append(error)
            done.set()

        self._loop.call_soon_threadsafe(run)
        assert done.wait(5)
        if fault:
            raise fault[0]

    async def _handle(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        parameters, files = await _decoded(request)
        call = Call(method, parameters, files, time.monotonic())
        self.calls.append(call)
        try:
            if request.match_info["token"] != self.token:
                raise _No(401, "Unauthorized")
            result = await self._do(method, call)
            answer: dict[str, Any] = {"ok": True, "result": result}
            call.status = 200
        except _No as no:
            answer = {"ok": False, "error_code": no.code, "description": no.description}
            if no.parameters:
                answer["parameters"] = {key: value for key, value in no.parameters.items() if key != "hidden"}
            call.status = 200 if no.parameters.get("hidden") else no.code
        return web.json_response(answer, status=call.status)

    async def _do(self, method: str, call: Call) -> Any:
        work = getattr(self, f"_do_{method}", None)
        known = _PARAMETERS.get(method)
        if work is None or known is None:
            raise _No(404, "Not Found")
        for name in sorted(set(call.parameters) | set(call.files)):
            if name not in known:
                self.complaints.append(f"{method} takes no {name}")
        if self.latency:
            await asyncio.sleep(self.latency)
        trouble = self._trouble(method, call.parameters.get("chat_id"))
        if trouble is None:
            return await work(call)
        if trouble.after:
            await work(call)
        hidden = {"hidden": True} if trouble.hidden else {}
        raise _No(trouble.status, trouble.description or f"trouble {trouble.status}", **trouble.parameters, **hidden)

    def _trouble(self, method: str, chat: Any) -> _Trouble | None:
        for trouble in self._troubles[method]:
            if trouble.times != 0 and (trouble.chat is None or trouble.chat == chat):
                trouble.times -= 1
                return trouble
        return None

    async def _file(self, request: web.Request) -> web.Response:
        content = self._files.get(request.match_info["path"].removeprefix("documents/"))
        if request.match_info["token"] != self.token or content is None:
            return web.Response(status=404)
        return web.Response(body=content)

    async def _do_getFile(self, call: Call) -> Any:
        file = str(call.parameters.get("file_id"))
        if file not in self._files:
            raise _No(400, "Bad Request: invalid file_id")
        return {"file_id": file, "file_unique_id": "u", "file_size": len(self._files[file]), "file_path": f"documents/{file}"}

    async def _do_getMe(self, _call: Call) -> Any:
        return BOT_ME

    async def _do_getUpdates(self, call: Call) -> Any:
        if self.webhook is not None:
            raise _No(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first")
        if self._poller is not None:
            self._poller.set()
            self.conflicts += 1
        offset, limit = call.parameters.get("offset"), call.parameters.get("limit", 100)
        wait = call.parameters.get("timeout", 0)
        if not 1 <= limit <= 100:
            self.complaints.append("getUpdates limit out of range")
        self.last_offset = offset
        if offset is not None and offset > 0:
            while self.pending and self.pending[0]["update_id"] < offset:
                self.pending.popleft()
        thrown_out = asyncio.Event()
        self._poller = thrown_out
        end = time.monotonic() + wait
        try:
            while not self.pending and time.monotonic() < end:
                self._arrived.clear()
                waits = [asyncio.create_task(self._arrived.wait()), asyncio.create_task(thrown_out.wait())]
                await asyncio.wait(waits, timeout=end - time.monotonic(), return_when=asyncio.FIRST_COMPLETED)
                for one in waits:
                    one.cancel()
                if thrown_out.is_set():
                    raise _No(
                        409,
                        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
                    )
        finally:
            if self._poller is thrown_out:
                self._poller = None
        batch = list(self.pending)[:limit]
        self.given += [update["update_id"] for update in batch]
        return batch

    async def _do_setWebhook(self, call: Call) -> Any:
        url, secret = call.parameters.get("url", ""), call.parameters.get("secret_token", "")
        if secret and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
            raise _No(400, "Bad Request: secret token contains unallowed characters")
        if call.parameters.get("drop_pending_updates"):
            self.complaints.append("setWebhook throws updates away")
        self.webhook = _Delivery(url, secret) if url else None
        self._deliver_soon()
        return True

    async def _do_deleteWebhook(self, call: Call) -> Any:
        if call.parameters.get("drop_pending_updates"):
            self.complaints.append("deleteWebhook throws updates away")
        self.webhook = None
        return True

    async def _do_getWebhookInfo(self, _call: Call) -> Any:
        url = self.webhook.url if self.webhook else ""
        return {"url": url, "has_custom_certificate": False, "pending_update_count": len(self.pending)}

    async def _do_sendMessage(self, call: Call) -> Any:
        chat = self._chat(call)
        text = self._parsed(call, "text")
        if not text.strip():
            raise _No(400, "Bad Request: message text is empty")
        if _units(text.strip()) > 4096:
            raise _No(400, "Bad Request: message is too long")
        return self._keep(call, chat, text)

    async def _do_sendPhoto(self, call: Call) -> Any:
        chat = self._chat(call)
        name, content = call.files.get("photo", ("", b""))
        if not content:
            raise _No(400, "Bad Request: there is no photo in the request")
        if not content.startswith(PNG) or content[12:16] != b"IHDR" or not content.rstrip().endswith(b"IEND\xaeB`\x82"):
            raise _No(400, "Bad Request: IMAGE_PROCESS_FAILED")
        wide, high = struct.unpack(">II", content[16:24])
        if wide + high > 10_000 or max(wide, high) > 20 * min(wide, high):
            raise _No(400, "Bad Request: PHOTO_INVALID_DIMENSIONS")
        if len(content) > 10 * 1024 * 1024:
            raise _No(413, "Request Entity Too Large")
        return self._keep(call, chat, self._caption(call), name, content)

    async def _do_sendDocument(self, call: Call) -> Any:
        chat = self._chat(call)
        name, content = call.files.get("document", ("", b""))
        if not content:
            raise _No(400, "Bad Request: there is no document in the request")
        if name.endswith(".pdf") and not content.startswith(b"%PDF-"):
            self.complaints.append(f"{name} is no PDF")
        return self._keep(call, chat, self._caption(call), name, content)

    async def _do_sendChatAction(self, call: Call) -> Any:
        self._chat(call)
        if call.parameters.get("action") not in _ACTIONS:
            raise _No(400, "Bad Request: wrong parameter action in request")
        return True

    async def _do_answerCallbackQuery(self, call: Call) -> Any:
        asked = self._queries.pop(call.parameters.get("callback_query_id", ""), None)
        if asked is None or time.monotonic() - asked > QUERY_LIVES:
            raise _No(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
        if _units(call.parameters.get("text", "")) > 200:
            raise _No(400, "Bad Request: MESSAGE_TOO_LONG")
        return True

    async def _do_editMessageReplyMarkup(self, call: Call) -> Any:
        sent = self._messages.get((self._chat(call), call.parameters.get("message_id", 0)))
        if sent is None:
            raise _No(400, "Bad Request: message to edit not found")
        keyboard = self._keyboard(call)
        if keyboard == sent.keyboard:
            raise _No(400, "Bad Request: message is not modified")
        sent.keyboard = keyboard
        return {**sent.raw, "edit_date": int(time.time())}

    async def _do_setMyCommands(self, call: Call) -> Any:
        commands = call.parameters.get("commands", [])
        if len(commands) > 100:
            raise _No(400, "Bad Request: too many commands")
        for command in commands:
            if not _COMMAND.fullmatch(command["command"]):
                raise _No(400, "Bad Request: BOT_COMMAND_INVALID")
            if not 1 <= len(command["description"]) <= 256:
                raise _No(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")
        return True

    # Checks

    def _chat(self, call: Call) -> int:
        chat = call.parameters.get("chat_id")
        if not isinstance(chat, int):
            raise _No(400, "Bad Request: chat_id is empty")
        if chat in self._blocked:
            raise _No(403, "Forbidden: bot was blocked by the user")
        if chat > 0 and chat not in self._known:
            raise _No(400, "Bad Request: chat not found")
        thread = call.parameters.get("message_thread_id")
        if thread is not None and (not isinstance(thread, int) or thread <= 1):
            raise _No(400, "Bad Request: message thread not found")
        return chat

    def _caption(self, call: Call) -> str:
        caption = self._parsed(call, "caption")
        if _units(caption) > 1024:
            raise _No(400, "Bad Request: message caption is too long")
        return caption

    def _parsed(self, call: Call, name: str) -> str:
        text = call.parameters.get(name, "")
        if not isinstance(text, str):
            raise _No(400, f"Bad Request: {name} must be a string")
        mode = call.parameters.get("parse_mode")
        if mode is None:
            return text
        if mode != "HTML":
            raise _No(400, "Bad Request: unsupported parse_mode")
        return _read_html(text)

    def _keyboard(self, call: Call) -> list[list[dict[str, Any]]]:
        markup = call.parameters.get("reply_markup")
        if markup is None:
            return []
        rows = markup.get("inline_keyboard") if isinstance(markup, dict) else None
        if not isinstance(rows, list) or (not rows and call.method != "editMessageReplyMarkup"):
            raise _No(400, "Bad Request: object expected as reply markup")
        for button in (button for row in rows for button in row):
            if not button.get("text", "").strip():
                raise _No(400, "Bad Request: text buttons are not allowed in the inline keyboard")
            if not 1 <= len(button.get("callback_data", "").encode()) <= 64:
                raise _No(400, "Bad Request: BUTTON_DATA_INVALID")
        if sum(len(row) for row in rows) > 100 or any(len(row) > 8 for row in rows):
            raise _No(400, "Bad Request: reply markup is too long")
        return rows

    def _keep(self, call: Call, chat: int, text: str, filename: str = "", content: bytes = b"") -> dict[str, Any]:
        keyboard = self._keyboard(call)
        self._next_message += 1
        kind = "private" if chat > 0 else "group"
        raw: dict[str, Any] = {
            "message_id": self._next_message,
            "from": BOT,
            "chat": {"id": chat, "type": kind},
            "date": int(time.time()),
        }
        raw |= {"text": text.strip()} if call.method == "sendMessage" else {"caption": text}
        sent = Sent(self._next_message, chat, text.strip(), call.method, keyboard, raw, content, filename)
        self.sent.append(sent)
        self._messages[chat, sent.message_id] = sent
        return raw

    # The webhook

    def _deliver_soon(self) -> None:
        """One delivery at a time for each queue: a chat's messages are one queue, a person's taps another."""
        hook = self.webhook
        if hook is None:
            return
        for queue in {_queue(update) for update in self.pending}:
            if queue not in hook.tasks or hook.tasks[queue].done():
                hook.tasks[queue] = asyncio.get_running_loop().create_task(self._deliver(hook, queue))

    async def _deliver(self, hook: _Delivery, queue: str) -> None:
        assert self._session is not None
        headers = {"X-Telegram-Bot-Api-Secret-Token": hook.secret} if hook.secret else {}
        while hook is self.webhook:
            update = next((one for one in self.pending if _queue(one) == queue), None)
            if update is None:
                return
            pause = 0.2
            try:
                async with self._session.post(hook.url, json=update, headers=headers) as answer:
                    self.webhook_answers.append(answer.status)
                    if 200 <= answer.status < 300:
                        self.pending.remove(update)
                        continue
                    pause = min(pause, float(answer.headers.get("Retry-After", pause)))
            except aiohttp.ClientError:
                self.webhook_answers.append(0)
            await asyncio.sleep(pause)


def _queue(update: dict[str, Any]) -> str:
    if "callback_query" in update:
        return f"tap {update['callback_query']['from']['id']}"
    for part in update.values():
        if isinstance(part, dict) and isinstance(part.get("chat"), dict):
            return f"chat {part['chat'].get('id')}"
    return "other"


async def _decoded(request: web.Request) -> tuple[dict[str, Any], dict[str, tuple[str, bytes]]]:
    parameters: dict[str, Any] = dict(request.query)
    files: dict[str, tuple[str, bytes]] = {}
    if request.content_type == "application/json":
        parameters |= await request.json()
        return parameters, files
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            files[name] = (value.filename, value.file.read())
        else:
            parameters[name] = value
    return {name: _value(name, value) for name, value in parameters.items()}, files


_TEXTS = {"text", "caption", "parse_mode", "url", "secret_token", "callback_query_id", "language_code", "action"}


def _value(name: str, value: Any) -> Any:
    """Texts stay texts even where they look like numbers; all else is JSON."""
    if name in _TEXTS or not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _read_html(text: str) -> str:
    """The words of Telegram's HTML; raises _No as Telegram does."""
    open_tags: list[str] = []
    words: list[str] = []
    for found in _PIECE.finditer(text):
        if found["bare"]:
            raise _No(400, f"Bad Request: can't parse entities: Unclosed start tag at byte offset {found.start()}")
        if found["tag"] is None:
            words.append(_entity(found[0]))
            continue
        tag = found["tag"].strip()
        name = tag.lstrip("/").split()[0].lower() if tag.lstrip("/").split() else ""
        if tag.startswith("/"):
            if not open_tags or open_tags.pop() != name:
                raise _No(400, f'Bad Request: can\'t parse entities: Unexpected end tag at byte offset {found.start()}')
        elif name not in _TAGS:
            raise _No(400, f'Bad Request: can\'t parse entities: Unsupported start tag "{name}" at byte offset {found.start()}')
        else:
            open_tags.append(name)
    if open_tags:
        raise _No(400, f'Bad Request: can\'t parse entities: Can\'t find end tag corresponding to start tag "{open_tags[-1]}"')
    return "".join(words)


def _entity(piece: str) -> str:
    """Telegram knows four named entities and all numbers; others stay as they are written."""
    known = piece in ("&lt;", "&gt;", "&amp;", "&quot;") or piece.startswith("&#")
    return html.unescape(piece) if known else piece
