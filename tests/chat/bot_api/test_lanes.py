"""Each person's updates in order, people beside each other, and nobody kept waiting without a sign."""

import asyncio
import logging
from pathlib import Path

import pytest

from chat.incoming import Incoming, Message
from coaching.session import Line
from storage.faults import StorageFault
from tests.chat.bot_api.conftest import Bot


def on_disk(folder: Path) -> bytes:
    """All that is in the files of the record."""
    return b"".join(file.read_bytes() for file in folder.iterdir())


async def test_a_slow_turn_shows_typing_and_holds_nobody_else_up(bot: Bot) -> None:
    async with bot.up():
        bot.api.text(7, "slow")
        bot.api.text(7, "after it")
        bot.api.text(8, "hello")
        await bot.api.until(lambda: bot.api.texts(8))
        assert bot.api.texts(7) == []
        await bot.api.until(lambda: len(bot.api.texts(7)) == 2)
    assert bot.api.texts(7) == ["1: slow", "2: after it"]
    actions = [call.parameters for call in bot.api.calls if call.method == "sendChatAction"]
    assert actions == [{"chat_id": 7, "action": "typing"}]


async def test_a_quick_turn_shows_nothing(bot: Bot) -> None:
    async with bot.up():
        bot.api.text(7, "hello")
        await bot.api.until(lambda: bot.api.sent)
    assert "sendChatAction" not in bot.api.methods()


async def test_a_tap_is_answered_before_it_is_worked_off(bot: Bot) -> None:
    async with bot.up():
        bot.api.text(7, "ask yes|no")
        await bot.api.until(lambda: bot.api.sent)
        bot.api.text(7, "slow")
        bot.api.tap_label(7, "no")
        await bot.api.until(lambda: len(bot.api.sent) == 3)
    order = bot.api.methods("getUpdates", "sendChatAction")
    assert order.index("answerCallbackQuery") < [n for n, method in enumerate(order) if method == "sendMessage"][1]
    assert bot.desk.heard[-1].option == 1


async def test_a_tap_that_is_too_old_to_be_answered_is_worked_off(bot: Bot) -> None:
    bot.api.fail("answerCallbackQuery", 400, "Bad Request: query is too old and response timeout expired")
    async with bot.up():
        bot.api.text(7, "ask yes|no")
        await bot.api.until(lambda: bot.api.sent)
        bot.api.tap_label(7, "yes")
        await bot.api.until(lambda: len(bot.api.sent) == 2)


@pytest.mark.parametrize("data", ["s:gone:1:0", "garbage", "s:"])
async def test_a_button_of_yesterday_reaches_the_desk(bot: Bot, data: str) -> None:
    async with bot.up():
        bot.api.tap(7, data, 1)
        await bot.api.until(lambda: bot.api.sent)
    assert bot.desk.heard[0].kind == "button"


async def test_a_fault_in_an_answer_sets_the_update_aside_without_telling_its_words(
    bot: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    async with bot.up():
        bot.api.text(7, "boom")
        bot.api.text(7, "hello")
        await bot.api.until(lambda: bot.api.sent)
    assert bot.api.texts(7) == ["1: hello"]
    assert await bot.ledger.waiting() == []
    said = [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    assert any("ValueError at toy_desk.py:" in line for line in said)
    assert "secret word" not in caplog.text


async def test_who_could_not_be_answered_is_told_so(bot: Bot) -> None:
    def sorry(incoming: Incoming) -> Message:
        return Message(chat=incoming.chat, line=Line(html="That was our fault. Please write it once more."))

    bot.more = {"sorry": sorry}
    async with bot.up():
        bot.api.push({"message": "nobody in particular"})
        bot.api.text(7, "boom")
        await bot.api.until(lambda: bot.api.sent)
        bot.api.text(7, "hello")
        await bot.api.until(lambda: len(bot.api.sent) == 2)
    assert bot.api.texts(7) == ["That was our fault. Please write it once more.", "1: hello"]


async def test_a_turn_that_was_overtaken_is_tried_again_and_then_set_aside(bot: Bot) -> None:
    bot.desk.stale = 1
    async with bot.up():
        bot.api.text(7, "hello")
        await bot.api.until(lambda: bot.api.sent)
        bot.desk.stale = 3
        bot.api.text(7, "never")
        bot.api.text(7, "next")
        await bot.api.until(lambda: len(bot.api.sent) == 2)
    assert bot.api.texts(7) == ["1: hello", "2: next"]


async def test_trouble_with_the_database_is_waited_out(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    original, times = bot.desk.handle, iter([True, True])

    async def troubled(incoming: object) -> object:
        if next(times, False):
            raise StorageFault("The disk is full: free some space.")
        return await original(incoming)  # type: ignore[arg-type]

    monkeypatch.setattr(bot.desk, "handle", troubled)
    async with bot.up():
        bot.api.text(7, "hello")
        bot.api.text(7, "again")
        await bot.api.until(lambda: len(bot.api.sent) == 2)
    assert bot.api.texts(7) == ["1: hello", "2: again"]


async def test_what_was_not_worked_off_at_a_stop_is_worked_off_after_the_next_start(bot: Bot) -> None:
    async with bot.up(stop_seconds=0.2):
        bot.api.text(7, "slow")
        for number in range(5):
            bot.api.text(7, f"n{number}")
        await bot.api.until(lambda: bot.desk.heard and not bot.api.pending)
    assert len(await bot.ledger.waiting()) == 6
    async with bot.up():
        await bot.api.until(lambda: len(bot.api.sent) == 6)
    assert [text.split(": ")[1] for text in bot.api.texts(7)] == ["slow", "n0", "n1", "n2", "n3", "n4"]


async def test_a_stop_finishes_what_is_under_way(bot: Bot) -> None:
    async with bot.up():
        bot.api.text(7, "slow")
        await bot.api.until(lambda: bot.desk.heard)
    assert bot.api.texts(7) == ["1: slow"]


async def test_no_more_is_fetched_while_too_much_waits(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    from chat.bot_api import lanes, poller

    monkeypatch.setattr(lanes, "FULL", 4)
    monkeypatch.setattr(poller, "BATCH", 4)
    for number in range(12):
        bot.api.text(7, "slow" if number == 0 else f"n{number}")
    async with bot.up():
        await bot.api.until(lambda: bot.desk.heard)
        await asyncio.sleep(0.3)
        assert len(bot.api.given) == 4
        await bot.api.until(lambda: len(bot.api.sent) == 12)
    assert len(bot.api.texts(7)) == 12


@pytest.mark.parametrize("thing", ["photo", "sticker", "voice"])
async def test_what_is_no_text_reaches_the_desk_by_its_name(bot: Bot, thing: str) -> None:
    user, chat = bot.api.user(7), {"id": 7, "type": "private"}
    bot.api.text(7, "hello")
    async with bot.up():
        bot.api.push({"message": {"message_id": 5, "from": user, "chat": chat, "date": 1, thing: [{"file_id": "x"}]}})
        await bot.api.until(lambda: len(bot.api.sent) == 2)
    assert bot.api.texts(7)[1] == f"other: {thing}"


async def test_refused_words_are_never_on_disk_and_the_desk_gets_the_rule(bot: Bot, tmp_path: Path) -> None:
    async with bot.up():
        bot.api.text(7, "给他回扣，再打 13812345678")
        await bot.api.until(lambda: bot.desk.heard)
    heard = bot.desk.heard[0]
    assert heard.rule and heard.lawful["en"] and heard.text == ""
    assert b"13812345678" not in on_disk(tmp_path)
    assert "回扣".encode() not in on_disk(tmp_path)


async def test_numbers_are_masked_before_the_desk_and_the_disk_see_them(bot: Bot, tmp_path: Path) -> None:
    async with bot.up():
        bot.api.text(7, "刘主任 13812345678")
        await bot.api.until(lambda: bot.api.sent)
    assert bot.desk.heard[0].masked == 1
    assert b"13812345678" not in on_disk(tmp_path)
