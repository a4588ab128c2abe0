"""Telegram calls us: only who knows the secret, and 200 only for what is on disk."""

import asyncio
import io
import json
import socket
from typing import Any

import aiohttp
import pytest

from chat.bot_api import lanes as lanes_module
from chat.bot_api.settings import BotFault
from chat.bot_api.webhook import HEADER, secret
from storage.faults import StorageFault
from storage.ledger import Ledger
from tests.chat.bot_api.conftest import Bot


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def hook(bot: Bot) -> str:
    port = free_port()
    url = f"http://127.0.0.1:{port}/telegram/hook"
    bot.settings = bot.settings.model_copy(update={"webhook": url, "port": port})
    return url


def update(number: int = 1, text: str = "hello") -> bytes:
    chat = {"id": 7, "type": "private"}
    sender = {"id": 7, "is_bot": False, "first_name": "x"}
    message = {"message_id": 1, "from": sender, "chat": chat, "date": 1, "text": text}
    return json.dumps({"update_id": number, "message": message}).encode()


async def post(url: str, body: bytes, header: str | None) -> tuple[int, str]:
    headers = {} if header is None else {HEADER: header}
    async with aiohttp.ClientSession() as session, session.post(url, data=io.BytesIO(body), headers=headers) as answer:
        return answer.status, answer.headers.get("Retry-After", "")


async def ready(bot: Bot) -> None:
    await bot.api.until(lambda: "setWebhook" in bot.api.methods())


async def test_messages_and_taps_come_through_the_webhook(bot: Bot, hook: str) -> None:
    async with bot.up():
        await ready(bot)
        bot.api.text(7, "ask yes|no")
        await bot.api.until(lambda: bot.api.sent)
        bot.api.tap_label(7, "no")
        await bot.api.until(lambda: len(bot.api.sent) == 2)
    assert set(bot.api.webhook_answers) == {200}
    assert bot.desk.heard[-1].option == 1


async def test_what_waited_while_the_bot_was_down_comes_in_order(bot: Bot, hook: str) -> None:
    async with bot.up():
        await ready(bot)
    for number in range(20):
        bot.api.text(7, f"n{number}")
    async with bot.up():
        await bot.api.until(lambda: len(bot.api.sent) == 20)
    assert [text.split(": ")[1] for text in bot.api.texts(7)] == [f"n{number}" for number in range(20)]


async def test_the_secret_is_asked_for_and_never_shown(bot: Bot, hook: str) -> None:
    right = secret(bot.settings.token)
    async with bot.up():
        await ready(bot)
        assert (await post(hook, update(), None))[0] == 403
        assert (await post(hook, update(), "wrong"))[0] == 403
        assert (await post(hook, update(), ""))[0] == 403
        assert (await post(f"{hook}/wrong", update(), None))[0] == 403
        assert (await post(f"{hook}/{right}", update(), "wrong"))[0] == 403
        assert not bot.desk.heard
        assert (await post(hook, update(1), right))[0] == 200
        assert (await post(f"{hook}/{right}", update(2), None))[0] == 200
        await bot.api.until(lambda: len(bot.desk.heard) == 2)
    assert bot.settings.token not in right and right not in bot.settings.token


async def test_telegram_itself_is_given_the_plain_address(bot: Bot, hook: str) -> None:
    async with bot.up():
        await ready(bot)
    call = next(call for call in bot.api.calls if call.method == "setWebhook")
    assert call.parameters["secret_token"] == secret(bot.settings.token)
    assert call.parameters["url"] == f"{hook}/{secret(bot.settings.token)}"
    assert not call.parameters["drop_pending_updates"]


@pytest.mark.parametrize("body", [b"", b"no json", b"[]", b"7", b'{"message": {}}', b'{"update_id": "7"}', b"\xff\xfe"])
async def test_what_is_no_update_is_refused(bot: Bot, hook: str, body: bytes) -> None:
    async with bot.up():
        await ready(bot)
        assert (await post(hook, body, secret(bot.settings.token)))[0] == 400


async def test_an_update_that_cannot_be_read_is_set_aside_and_not_asked_for_again(bot: Bot, hook: str) -> None:
    broken = b'{"update_id": 77, "message": ' + b"[" * 5000
    async with bot.up():
        await ready(bot)
        assert (await post(hook, broken, secret(bot.settings.token)))[0] == 200
        bot.api.text(7, "hello")
        await bot.api.until(lambda: bot.api.sent)
    assert await bot.ledger.waiting() == []


async def test_a_body_that_is_too_large_is_refused(bot: Bot, hook: str) -> None:
    async with bot.up():
        await ready(bot)
        assert (await post(hook, update(text="x" * 1_100_000), secret(bot.settings.token)))[0] == 413


async def test_trouble_with_the_database_lets_telegram_come_again(
    bot: Bot, hook: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    original, times = Ledger.take_in, iter([True])

    async def troubled(self: Ledger, rows: Any) -> Any:
        if next(times, False):
            raise StorageFault("The disk is full: free some space.")
        return await original(self, rows)

    monkeypatch.setattr(Ledger, "take_in", troubled)
    async with bot.up():
        await ready(bot)
        bot.api.text(7, "hello")
        await bot.api.until(lambda: bot.api.sent)
    assert bot.api.webhook_answers == [503, 200]


async def test_when_too_much_waits_telegram_is_asked_to_come_later(
    bot: Bot, hook: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lanes_module, "FULL", 1)
    right = secret(bot.settings.token)
    async with bot.up():
        await ready(bot)
        assert (await post(hook, update(1, "slow"), right))[0] == 200
        assert await post(hook, update(2), right) == (503, "5")


async def test_an_update_that_is_delivered_twice_is_answered_once(bot: Bot, hook: str) -> None:
    bot.api.text(7, "known")
    async with bot.up():
        await ready(bot)
        await bot.api.until(lambda: bot.api.sent)
        for _ in range(2):
            assert (await post(hook, update(5), secret(bot.settings.token)))[0] == 200
        await bot.api.until(lambda: len(bot.api.sent) == 2)
        await asyncio.sleep(0.1)
    assert len(bot.desk.heard) == 2


async def test_updates_that_arrive_in_disorder_are_worked_off_in_order(bot: Bot, hook: str) -> None:
    right = secret(bot.settings.token)
    async with bot.up():
        await ready(bot)
        await post(hook, update(1, "slow"), right)
        await bot.api.until(lambda: bot.desk.heard)
        for number in (4, 2, 3):
            await post(hook, update(number, f"n{number}"), right)
        await bot.api.until(lambda: len(bot.desk.heard) == 4)
    assert [incoming.text for incoming in bot.desk.heard] == ["slow", "n2", "n3", "n4"]


async def test_a_port_that_is_taken_is_one_line(bot: Bot, hook: str) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", bot.settings.port))
        other.listen()
        with pytest.raises(BotFault) as fault:
            await bot.fault()
    assert str(bot.settings.port) in str(fault.value) and "\n" not in str(fault.value)


@pytest.mark.parametrize("address", ["bot.example.com", "ftp://bot.example.com/x", "https://", "hook"])
async def test_an_address_that_is_none_is_one_line(bot: Bot, address: str) -> None:
    with pytest.raises(BotFault, match="https://bot"):
        await bot.fault(webhook=address, port=free_port())


async def test_an_address_that_the_server_refuses_is_one_line_without_the_secret(bot: Bot, hook: str) -> None:
    bot.api.fail("setWebhook", 400, f"Bad Request: bad webhook: Failed to resolve host of {hook}/{secret(bot.settings.token)}", times=-1)
    with pytest.raises(BotFault, match="failed to resolve host") as fault:
        await bot.fault()
    assert secret(bot.settings.token) not in str(fault.value)


async def test_a_server_that_sets_no_webhook_leaves_us_listening(bot: Bot, hook: str) -> None:
    bot.api.fail("setWebhook", 404, "Not Found", times=-1)
    async with bot.up():
        await ready(bot)
        bot.api.text(7, "known")
        assert (await post(hook, update(5), secret(bot.settings.token)))[0] == 200
        await bot.api.until(lambda: bot.api.sent)


async def test_a_stop_leaves_the_webhook_set(bot: Bot, hook: str) -> None:
    async with bot.up():
        await ready(bot)
    assert bot.api.webhook is not None
    assert "deleteWebhook" not in bot.api.methods()
