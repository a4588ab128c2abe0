"""Lets Telegram call us: each call is one update, and 200 is said when it is on disk. Knows who may call, not what an update means."""

import asyncio
import hashlib
import hmac
import json
import logging
from urllib.parse import urlsplit

from aiohttp import web

from chat.bot_api.intake import Intake
from chat.bot_api.lanes import Lanes
from chat.bot_api.poller import ALLOWED_UPDATES
from chat.bot_api.settings import BotFault, BotSettings
from chat.bot_api.wire import CallFailed, NotOffered, Refused, Unauthorised, Wire
from storage.faults import StorageFault

HEADER = "X-Telegram-Bot-Api-Secret-Token"
MOST_BYTES = 1_000_000
BODY_SECONDS = 20.0
RETRY_SECONDS = "5"
STOP_SECONDS = 2.0
CONNECTIONS = 40
LONGEST_PAUSE = 30.0

log = logging.getLogger("sparring.telegram")


def secret(token: str) -> str:
    """What a caller must know: the same after each start and in each process, and nothing can be learnt from it about the token."""
    return hmac.new(token.encode(), b"sparring webhook", hashlib.sha256).hexdigest()


class Webhook:
    """The receiver. Telegram shows the secret in a header; a server that sends no such header shows it as the last part of the path."""

    def __init__(self, wire: Wire, intake: Intake, lanes: Lanes, settings: BotSettings) -> None:
        self._wire = wire
        self._intake = intake
        self._lanes = lanes
        self._settings = settings
        self._secret = secret(settings.token)
        self._path = urlsplit(settings.webhook).path.rstrip("/")
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        """Listens. Raises BotFault when the address is none or cannot be had."""
        _check(self._settings)
        app = web.Application(client_max_size=MOST_BYTES)
        app.router.add_post(self._path or "/", self._receive)
        app.router.add_post(f"{self._path}/{{shown}}", self._receive)
        self._runner = web.AppRunner(app, access_log=None, handle_signals=False, shutdown_timeout=STOP_SECONDS)
        await self._runner.setup()
        host, port = self._settings.listen, self._settings.port
        try:
            await web.TCPSite(self._runner, host, port).start()
        except OSError as error:
            await self._runner.cleanup()
            raise BotFault(
                f"Port {port} on {host} cannot be had ({error.strerror or type(error).__name__}): "
                "stop what uses it, or set telegram.port in config.yaml."
            ) from None

    async def announce(self) -> None:
        """Tells the server where to call, and waits out bad weather. A server that knows no such method is left as its operator set it up.
        Raises BotFault."""
        pause = 1.0
        while True:
            try:
                await self._wire.call("setWebhook", self._announcement())
            except Unauthorised:
                raise BotFault(
                    f"{self._settings.place} does not accept the token: put the right one into SPARRING_TELEGRAM_TOKEN."
                ) from None
            except NotOffered:
                log.warning("%s sets no webhooks; updates come only if it knows this address already.", self._settings.place)
            except Refused as refused:
                why = self._wire.redact(refused.why).replace(self._secret, "<secret>")
                raise BotFault(
                    f"{self._settings.place} refuses the webhook ({why}): give an address that it can call."
                ) from None
            except CallFailed as trouble:
                log.warning("%s", trouble)
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE)
                continue
            return

    async def stop(self) -> None:
        """Takes no more calls. The webhook stays set: Telegram keeps what comes until we are back."""
        if self._runner is not None:
            await self._runner.cleanup()

    def _announcement(self) -> dict[str, object]:
        url = self._settings.webhook
        if self._settings.api:
            url = f"{url.rstrip('/')}/{self._secret}"
        return {
            "url": url,
            "secret_token": self._secret,
            "allowed_updates": list(ALLOWED_UPDATES),
            "max_connections": CONNECTIONS,
            "drop_pending_updates": False,
        }

    async def _receive(self, request: web.Request) -> web.Response:
        if not self._known(request):
            return web.Response(status=403)
        if self._lanes.full:
            return _later()
        try:
            async with asyncio.timeout(BODY_SECONDS):
                body = await request.read()
        except TimeoutError:
            return web.Response(status=408)
        try:
            await self._take(body)
        except StorageFault as fault:
            log.error("%s", fault)
            return _later()
        except ValueError:
            log.warning("A call to the webhook that is no update was refused.")
            return web.Response(status=400)
        return web.Response()

    def _known(self, request: web.Request) -> bool:
        in_header = request.headers.get(HEADER)
        given = in_header if in_header is not None else request.match_info.get("shown", "")
        return hmac.compare_digest(given.encode("utf-8", "replace"), self._secret.encode())

    async def _take(self, body: bytes) -> None:
        """Raises ValueError for what is no update at all."""
        try:
            update = json.loads(body)
        except (ValueError, RecursionError):
            if await self._intake.take_unreadable(body) is None:
                raise ValueError("no update") from None
            return
        if not isinstance(update, dict) or not isinstance(update.get("update_id"), int):
            raise ValueError("no update")
        await self._intake.take([update])


def _check(settings: BotSettings) -> None:
    parts = urlsplit(settings.webhook)
    wanted = ("http", "https") if settings.api else ("https",)
    if parts.scheme not in wanted or not parts.hostname:
        raise BotFault("The webhook must be an address that Telegram can call, such as https://bot.example.com/telegram.")


def _later() -> web.Response:
    """Telegram keeps the update and comes again."""
    return web.Response(status=503, headers={"Retry-After": RETRY_SECONDS})
