"""The bot as a whole: its start, its end, and what it never tells."""

import asyncio
import logging

import pytest

from chat.bot_api.settings import BotFault, BotSettings
from chat.bot_api.wire import Redaction, Wire, redacted
from storage.ledger import Ledger
from tests.chat.bot_api.conftest import Bot
from tests.servers.strict_api import USERNAME, StrictApi


async def test_a_message_is_answered(bot: Bot) -> None:
    async with bot.up():
        bot.api.text(7, "hello & <you>")
        await bot.api.until(lambda: bot.api.texts(7))
    assert bot.api.texts(7) == ["1: hello & <you>"]


async def test_the_bots_name_is_told_once_it_is_known(bot: Bot) -> None:
    names: list[str] = []

    async def on_ready(name: str) -> None:
        names.append(name)

    bot.more = {"on_ready": on_ready}
    async with bot.up():
        await bot.api.until(lambda: names)
    assert names == [USERNAME]


async def test_a_token_that_is_not_accepted_is_one_line_without_the_token(bot: Bot) -> None:
    with pytest.raises(BotFault) as fault:
        await bot.fault(token="999999:wrong-token-for-this-server")
    assert "SPARRING_TELEGRAM_TOKEN" in str(fault.value)
    assert "999999" not in str(fault.value) and "\n" not in str(fault.value)


async def test_an_empty_token_is_one_line(ledger: Ledger, api: StrictApi) -> None:
    with pytest.raises(BotFault, match="BotFather"):
        Wire(BotSettings(token="", api=api.url))


async def test_a_server_that_cannot_be_reached_is_waited_for_and_a_stop_is_heeded(
    bot: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    async with bot.up(api="http://127.0.0.1:9"):
        await asyncio.sleep(0.3)
    assert "127.0.0.1:9 cannot be reached" in caplog.text


@pytest.mark.parametrize("level", [logging.DEBUG, logging.INFO])
async def test_the_token_and_the_words_of_people_are_in_no_log(
    bot: Bot, level: int, caplog: pytest.LogCaptureFixture
) -> None:
    words = "an unmistakable sentence"
    bot.api.fail("sendMessage", 400, f"Bad Request: can't parse entities: {words}")
    bot.api.fail("getUpdates", 502, bot.api.token)
    with caplog.at_level(level):
        async with bot.up():
            bot.api.text(7, words)
            bot.api.text(7, f"raw <b>{words}")
            await bot.api.until(lambda: len(bot.api.sent) == 2)
        async with bot.up(api="http://127.0.0.1:9"):
            await asyncio.sleep(0.3)
    assert caplog.records
    for name in ("httpx", "httpcore", "telegram", "aiohttp.client"):
        assert not logging.getLogger(name).isEnabledFor(logging.INFO)
    secret = bot.api.token.split(":")[1]
    assert secret not in caplog.text
    assert words not in caplog.text


def test_a_token_in_anybodys_log_line_is_taken_out(caplog: pytest.LogCaptureFixture) -> None:
    token = "123456:abc-DEF_ghi"
    caplog.handler.addFilter(filter_ := Redaction(token))
    try:
        logger = logging.getLogger("somebody.else")
        logger.warning("calling %s", f"https://api.telegram.org/bot{token}/getMe")
        try:
            raise RuntimeError(f"no route to bot{token}")
        except RuntimeError:
            logger.exception("failed")
        logger.warning("the token is %s", token)
        logger.warning("other bot%s", "987654:zzz")
    finally:
        caplog.handler.removeFilter(filter_)
    assert token not in caplog.text and "987654" not in caplog.text
    assert "no route to bot<token>" in caplog.text


def test_redaction_knows_tokens_in_addresses() -> None:
    assert redacted("GET /bot42:AA-b_c/x", "7:y") == "GET /bot<token>/x"


async def test_no_message_of_a_failed_call_holds_the_token_or_the_address(api: StrictApi) -> None:
    from chat.bot_api.wire import CallFailed

    for base in ("http://127.0.0.1:9", api.url, "http://no.such.host.invalid"):
        settings = BotSettings(token="1234:very-secret", api=base)
        async with Wire(settings) as wire:
            with pytest.raises(CallFailed) as fault:
                await wire.call("sendMessage", {"chat_id": 1, "text": "private words"})
        told = repr(fault.value) + str(fault.value) + repr(fault.value.__cause__)
        assert "very-secret" not in told and "private words" not in told
    assert "very-secret" not in repr(settings)


async def test_a_proxy_that_cannot_be_used_is_one_line(api: StrictApi, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "socks5://user:password@127.0.0.1:1080")
    with pytest.raises(BotFault, match="HTTPS_PROXY") as fault:
        Wire(BotSettings(token="1:x"))
    assert "password" not in str(fault.value)


async def test_the_proxy_of_the_environment_is_used_but_not_for_this_machine(
    api: StrictApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bytes] = []

    async def proxy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append(await reader.readline())
        writer.write(b"HTTP/1.1 503 busy\r\nContent-Length: 0\r\n\r\n")
        writer.close()

    server = await asyncio.start_server(proxy, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    for name in ("HTTPS_PROXY", "HTTP_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{port}")
    from chat.bot_api.wire import Weather

    async with Wire(BotSettings(token="1:x")) as wire:
        with pytest.raises(Weather):
            await wire.call("getMe")
    assert asked == [b"CONNECT api.telegram.org:443 HTTP/1.1\r\n"]
    async with Wire(BotSettings(token=api.token, api=api.url)) as wire:
        assert (await wire.call("getMe"))["username"] == USERNAME
    assert len(asked) == 1
    server.close()
    await server.wait_closed()
