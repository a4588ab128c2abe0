"""The Bot API as raw calls: what is asked, what came back, and what went wrong in five kinds. Knows the library's client and the
transport beneath it; keeps the token out of every word that leaves this module.

Raw results, because to build the library's objects from each answer costs more than the call, and a server that is not Telegram's may
answer with less than they demand.
"""

import asyncio
import json
import logging
import re
import ssl
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit
from urllib.request import getproxies

from aiohttp import ClientSession, DummyCookieJar, TCPConnector
from httpx import create_ssl_context
from httpx_aiohttp import AiohttpTransport
from telegram import Bot, InputFile
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    TelegramError,
)
from telegram.request import HTTPXRequest

from chat.bot_api.settings import BotFault, BotSettings

CONNECTIONS = 64
CONNECT_SECONDS = 10.0
ANSWER_SECONDS = 20.0
UPLOAD_SECONDS = 60.0

_NOT_OK = re.compile(rb'"ok"\s*:\s*false')
_UNKNOWN_METHOD = frozenset({404, 405, 501})
_TOKEN_IN_URL = re.compile(r"bot\d+:[A-Za-z0-9_-]+")


class CallFailed(Exception):  # noqa: N818 - reads as a sentence where it is caught
    """A call came to nothing. The message names the method and the kind of trouble; it holds no token, no address, no person's words."""


class Refused(CallFailed):
    """The server understood and said no; the same call will be refused again. `why` is its description, for comparing, never for a log."""

    def __init__(self, words: str, why: str = "") -> None:
        super().__init__(words)
        self.why = why.casefold()


class NotOffered(Refused):
    """This server does not know the method."""


class Shut(Refused):
    """The person blocked the bot or is gone."""


class Moved(CallFailed):
    """The chat has another number now."""

    def __init__(self, words: str, chat: int) -> None:
        super().__init__(words)
        self.chat = chat


class TooFast(CallFailed):
    """The server asks for a pause of `seconds`."""

    def __init__(self, words: str, seconds: float) -> None:
        super().__init__(words)
        self.seconds = seconds


class Weather(CallFailed):
    """The network or the server is in trouble; the call may have been carried out. Try again later."""


class Unreadable(CallFailed):
    """The server answered with something that is no JSON; `payload` is what it said."""

    def __init__(self, words: str, payload: bytes) -> None:
        super().__init__(words)
        self.payload = payload


class Unauthorised(CallFailed):
    """The server does not accept the token."""


class TakenElsewhere(CallFailed):
    """Somebody else receives this bot's updates: another program, or a webhook."""


class _Pause(TelegramError):  # noqa: N818 - the library wants its own kind of error here
    def __init__(self, seconds: float) -> None:
        super().__init__("too many requests")
        self.seconds = seconds


class _NoJson(TelegramError):  # noqa: N818 - as above
    def __init__(self, payload: bytes) -> None:
        super().__init__("no JSON")
        self.payload = payload


class _Request(HTTPXRequest):
    """The library's request with the answers set right that other servers give: failures under status 200, methods that are unknown."""

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """Sends one request; returns the status that the answer means, and its body. Raises the library's errors."""
        status, payload = await super().do_request(*args, **kwargs)
        if status in _UNKNOWN_METHOD:
            raise EndPointNotFound(str(status))
        if (status == 429 or 200 <= status <= 299) and _NOT_OK.search(payload):
            said = self.parse_json_payload(payload)
            if isinstance(said, dict) and said.get("ok") is False:
                status = _whole(said.get("error_code"), 400 if status == 200 else status)
                if status in _UNKNOWN_METHOD:
                    raise EndPointNotFound(str(status))
                parameters = said.get("parameters")
                seconds = _number(parameters.get("retry_after")) if isinstance(parameters, dict) else 0.0
                if seconds > 0:
                    # The library's own class for this warns each time that its number is read.
                    raise _Pause(seconds)
        return status, payload

    @staticmethod
    def parse_json_payload(payload: bytes) -> Any:
        """The JSON of an answer. Unlike the library's it never logs what it could not read: that may be a person's words."""
        try:
            return json.loads(payload.decode("utf-8", "replace"))
        except (ValueError, RecursionError):
            raise _NoJson(payload) from None


class _Bot(Bot):
    """The library's bot, with its own protected way to a raw result: the public one warns for every method that the bot also has."""

    async def raw(self, method: str, data: dict[str, Any], read: float, write: float) -> Any:
        return await self._post(method, data, read_timeout=read, write_timeout=write)


class Wire:
    """Calls the Bot API. Use it as an async context manager."""

    def __init__(self, settings: BotSettings) -> None:
        """Raises BotFault for a token or a proxy that cannot be used."""
        _check_proxy(settings.base)
        quieten()
        self._settings = settings
        # Reading the list of authorities is the slowest part of a start; without TLS nobody asks for it.
        tls = create_ssl_context() if settings.base.startswith("https:") else None
        self._requests = _request(1, settings.base, tls), _request(CONNECTIONS, settings.base, tls)
        try:
            self._bot = _Bot(
                settings.token,
                base_url=f"{settings.base}/bot",
                base_file_url=f"{settings.base}/file/bot",
                get_updates_request=self._requests[0],
                request=self._requests[1],
            )
        except InvalidToken:
            raise BotFault("SPARRING_TELEGRAM_TOKEN is empty: put the token there that BotFather gave you.") from None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        await asyncio.gather(*(request.shutdown() for request in self._requests))
        # The transport's sessions close their sockets in the next round of the loop.
        await asyncio.sleep(0)

    async def call(
        self,
        method: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        files: Mapping[str, tuple[str, bytes]] | None = None,
        wait: float = 0.0,
    ) -> Any:
        """The raw result of a method. `files` are name and content by parameter; `wait` is how long the server itself may take its time,
        in seconds. Raises one of the kinds of CallFailed."""
        data: dict[str, Any] = {name: value for name, value in (parameters or {}).items() if value is not None}
        for name, (filename, content) in (files or {}).items():
            data[name] = InputFile(content, filename=filename)
        write = UPLOAD_SECONDS if files else ANSWER_SECONDS
        read = (UPLOAD_SECONDS if files else ANSWER_SECONDS) + wait
        try:
            return await self._bot.raw(method, data, read, write)
        except TelegramError as error:
            raise _kind(method, error) from None
        except (KeyError, TypeError):
            raise Weather(f"{method}: the answer has no result") from None

    async def fetch(self, file: str) -> bytes:
        """The content of a file that somebody sent. Raises OSError when it cannot be had."""
        try:
            about = await self.call("getFile", {"file_id": file})
            path = str(about["file_path"])
            # Another Bot API server may give a whole address; the token never leaves the address of the server in use.
            files = f"{self._settings.base}/file/bot"
            address = path if path.startswith(files) else f"{files}{self._settings.token}/{path}"
            return bytes(await self._requests[1].retrieve(address, read_timeout=UPLOAD_SECONDS))
        except (CallFailed, TelegramError, KeyError, TypeError) as error:
            raise OSError(f"the file could not be fetched ({type(error).__name__})") from None

    def redact(self, text: str) -> str:
        """The text without the token."""
        return redacted(text, self._settings.token)


def _request(connections: int, base: str, tls: ssl.SSLContext | None) -> HTTPXRequest:
    transport = AiohttpTransport(verify=tls or False)
    # trust_env: HTTPS_PROXY and NO_PROXY are honoured, but nobody means them for a server on the same machine.
    transport.client = lambda: ClientSession(
        connector=TCPConnector(limit=connections, ssl=tls or True),
        cookie_jar=DummyCookieJar(),
        trust_env=not _here(base),
    )
    return _Request(connect_timeout=CONNECT_SECONDS, pool_timeout=None, httpx_kwargs={"transport": transport})


def _here(base: str) -> bool:
    host = urlsplit(base).hostname or ""
    return host in ("localhost", "::1") or host.startswith("127.")


def _check_proxy(base: str) -> None:
    proxy = getproxies().get(urlsplit(base).scheme, "")
    if proxy and not _here(base) and not proxy.startswith("http://"):
        raise BotFault(
            "The proxy in HTTPS_PROXY must be an HTTP one: write it as http://host:port. "
            "Programs that offer SOCKS mostly have an HTTP port too."
        )


def _kind(method: str, error: TelegramError) -> CallFailed:
    """The kind of trouble behind the library's error. Its own message stays here: it may quote a text, an address or the token."""
    match error:
        case _Pause():
            return TooFast(f"{method}: asked to wait {error.seconds:g} s", error.seconds)
        case _NoJson():
            return Unreadable(f"{method}: the answer is no JSON", error.payload)
        case EndPointNotFound():
            return NotOffered(f"{method}: not known to this server")
        case InvalidToken():
            return Unauthorised(f"{method}: the token is not accepted")
        case Conflict():
            return TakenElsewhere(f"{method}: somebody else receives the updates")
        case ChatMigrated():
            return Moved(f"{method}: the chat has moved", error.new_chat_id)
        case Forbidden():
            return Shut(f"{method}: forbidden", error.message)
        case BadRequest() if any(gone in error.message.casefold() for gone in _GONE):
            return Shut(f"{method}: refused{_harmless(error.message)}", error.message)
        case BadRequest():
            return Refused(f"{method}: refused{_harmless(error.message)}", error.message)
        case NetworkError():
            return Weather(f"{method}: {type(error.__cause__ or error).__name__}")
        case _:
            return Weather(f"{method}: {type(error).__name__}")


_GONE = ("chat not found", "user is deactivated", "bot was kicked", "peer_id_invalid")

# Descriptions that are said in these words only; whatever else a description holds may be a piece of a person's text.
_KNOWN = (
    "can't parse entities",
    "message is too long",
    "message text is empty",
    "chat not found",
    "message thread not found",
    "message is not modified",
    "message to edit not found",
    "message can't be edited",
    "query is too old",
    "button_data_invalid",
    "photo_invalid_dimensions",
    "user is deactivated",
)


def _harmless(description: str) -> str:
    folded = description.casefold()
    return next((f" ({known})" for known in _KNOWN if known in folded), "")


def redacted(text: str, token: str) -> str:
    """The text without the token, and without anything that looks like one in an address."""
    if token:
        text = text.replace(token, "<token>")
    return _TOKEN_IN_URL.sub("bot<token>", text)


class Redaction(logging.Filter):
    """Takes the token out of log lines, whoever writes them; put it on handlers, for a logger's filter does not see its children."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self._token = token

    def filter(self, record: logging.LogRecord) -> bool:
        """Always true; the record is changed in place where it must be."""
        message = record.getMessage()
        clean = redacted(message, self._token)
        if clean != message:
            record.msg, record.args = clean, ()
        if record.exc_info:
            record.exc_text = redacted(logging.Formatter().formatException(record.exc_info), self._token)
            record.exc_info = None
        return True


def quieten() -> None:
    """Sets the libraries' loggers so that they tell neither addresses, which hold the token, nor what people write."""
    for name in ("httpx", "httpcore", "telegram", "aiohttp.access", "aiohttp.client", "aiohttp.server"):
        logging.getLogger(name).setLevel(logging.WARNING)


def _whole(value: Any, otherwise: int) -> int:
    return value if isinstance(value, int) and 100 <= value <= 599 else otherwise


def _number(value: Any) -> float:
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else 0.0
