"""Updates come in: each one is on disk before it is acknowledged, and nothing that comes stops the next."""

import asyncio
import json
import logging
from typing import Any

import pytest
from aiohttp import web

from chat.bot_api import poller
from chat.bot_api.settings import BotFault
from storage.ledger import Ledger
from tests.chat.bot_api.conftest import Bot


async def test_an_update_is_on_disk_before_it_is_acknowledged(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    held = asyncio.Event()
    original = Ledger.take_in

    async def slow(self: Ledger, rows: Any) -> Any:
        if rows:
            await held.wait()
        return await original(self, rows)

    monkeypatch.setattr(Ledger, "take_in", slow)
    async with bot.up():
        bot.api.text(7, "hello")
        await bot.api.until(lambda: bot.api.given)
        await asyncio.sleep(0.2)
        assert bot.api.methods().count("getUpdates") == 1
        held.set()
        await bot.api.until(lambda: not bot.api.pending)


async def test_every_start_names_the_kinds_of_updates_and_drops_nothing(bot: Bot) -> None:
    bot.api.text(7, "written while the bot was down")
    async with bot.up():
        await bot.api.until(lambda: bot.api.sent)
    first = next(call for call in bot.api.calls if call.method == "getUpdates")
    assert first.parameters["allowed_updates"] == ["message", "edited_message", "callback_query", "my_chat_member"]
    assert bot.api.texts(7) == ["1: written while the bot was down"]


async def test_an_update_that_comes_twice_is_answered_once(bot: Bot) -> None:
    number = bot.api.text(7, "hello")
    async with bot.up():
        await bot.api.until(lambda: bot.api.sent)
        same = bot.api.user(7)
        bot.api.push({"message": {"message_id": 9, "from": same, "chat": {"id": 7, "type": "private"}, "date": 1, "text": "hello"}}, number)
        bot.api.text(7, "next")
        await bot.api.until(lambda: len(bot.api.sent) >= 2)
    assert bot.api.texts(7) == ["1: hello", "2: next"]


async def test_numbers_that_begin_anew_after_a_quiet_week_are_not_lost(bot: Bot) -> None:
    async with bot.up(poll_seconds=0):
        bot.api.text(7, "before")
        await bot.api.until(lambda: bot.api.sent and bot.api.last_offset is None)
        chat = {"id": 7, "type": "private"}
        bot.api.push({"message": {"message_id": 9, "from": bot.api.user(7), "chat": chat, "date": 1, "text": "after"}}, 12)
        await bot.api.until(lambda: len(bot.api.sent) == 2)
    assert bot.api.texts(7) == ["1: before", "2: after"]


POISON: list[dict[str, Any]] = [
    {"message": "no object"},
    {"message": {"chat": {"id": 7}, "from": {"id": "seven"}, "text": 5}},
    {"callback_query": {"id": "q", "data": 5}},
    {"message": {"chat": {"id": 7, "type": "private"}, "from": {"id": 7}, "date": "yesterday", "text": ["a"]}},
    {"my_chat_member": []},
    {"message": None, "brand_new_kind": {"x": "13812345678"}},
]


async def test_what_cannot_be_read_is_set_aside_and_the_next_one_is_served(bot: Bot) -> None:
    for poison in POISON:
        bot.api.push(poison)
    bot.api.text(7, "hello")
    async with bot.up():
        await bot.api.until(lambda: bot.api.sent)
        await bot.api.until(lambda: not bot.api.pending)
    assert bot.api.texts(7) == ["1: hello"]
    assert await bot.ledger.waiting() == []


async def test_an_update_without_a_number_is_left_out(bot: Bot) -> None:
    bot.api.pending.append({"update_id": True, "message": {}})
    bot.api.text(7, "hello")
    async with bot.up():
        await bot.api.until(lambda: bot.api.sent)


async def test_an_answer_that_is_no_json_is_found_and_passed_by(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    bad = bot.api.text(8, "spoils the answer")
    bot.api.text(7, "hello")
    original = web.json_response

    def spoilt(data: Any, **more: Any) -> web.Response:
        text = json.dumps(data)
        if str(bad) not in text:
            return original(data, **more)
        return web.Response(text=text.replace('"text": "spoils the answer"', '"text": \\'), **more)

    monkeypatch.setattr("tests.servers.strict_api.web.json_response", spoilt)
    async with bot.up():
        await bot.api.until(lambda: bot.api.texts(7))
    assert bot.api.texts(8) == []
    assert await bot.ledger.waiting() == []


@pytest.mark.parametrize(("status", "more"), [(500, {}), (502, {}), (429, {"retry_after": 1})])
async def test_trouble_with_asking_is_waited_out(bot: Bot, status: int, more: dict[str, int]) -> None:
    bot.api.fail("getUpdates", status, "trouble", **more)
    async with bot.up():
        bot.api.text(7, "hello")
        await bot.api.until(lambda: bot.api.sent)


async def test_a_server_that_is_away_for_a_while_is_waited_for(bot: Bot) -> None:
    port = int(bot.api.url.rsplit(":", 1)[1])
    bot.api.text(7, "hello")
    await bot.api.stop()
    async with bot.up():
        await asyncio.sleep(0.3)
        await bot.api.start(port)
        await bot.api.until(lambda: bot.api.sent)


async def test_a_second_poller_is_told_in_one_line_and_gives_up(
    bot: Bot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(poller, "CONFLICTS", 2)
    bot.api.fail("getUpdates", 409, "Conflict: terminated by other getUpdates request", times=-1)
    with pytest.raises(BotFault) as fault:
        await bot.fault()
    assert "Another program" in str(fault.value) and "\n" not in str(fault.value)
    assert any(record.levelno == logging.ERROR and "somebody else" in record.getMessage() for record in caplog.records)


async def test_one_conflict_alone_is_waited_out(bot: Bot) -> None:
    bot.api.fail("getUpdates", 409, "Conflict: terminated by other getUpdates request")
    async with bot.up():
        bot.api.text(7, "hello")
        await bot.api.until(lambda: bot.api.sent)


async def test_two_bots_on_one_record_are_one_too_many(bot: Bot, tmp_path: Any) -> None:
    from storage.faults import StorageFault

    other = Ledger.open(f"sqlite:///{tmp_path}/bot.db", version="test")
    try:
        async with bot.up():
            await bot.api.until(lambda: "getUpdates" in bot.api.methods())
            with pytest.raises(StorageFault, match="stop it first"):
                await Bot(bot.api, other).fault()
    finally:
        await other.close()
    assert bot.api.conflicts == 0


async def test_a_webhook_that_is_set_is_taken_away_before_polling(bot: Bot) -> None:
    from tests.servers.strict_api import _Delivery

    bot.api.webhook = _Delivery("http://127.0.0.1:9/", "")
    bot.api.fail("deleteWebhook", 502, "Bad Gateway")
    bot.api.text(7, "hello")
    async with bot.up():
        await bot.api.until(lambda: bot.api.sent)
    assert bot.api.webhook is None


async def test_a_server_that_cannot_be_asked_is_named(bot: Bot) -> None:
    bot.api.fail("getUpdates", 404, "Not Found", times=-1)
    with pytest.raises(BotFault, match="--webhook"):
        await bot.fault()
