"""What is in the outbox arrives: in order, in a form that Telegram takes, after whatever trouble."""

import time

import pytest

from chat.bot_api.settings import MenuEntry
from chat.bot_api.splitting import units
from storage.ledger import Ledger
from tests.chat.bot_api.conftest import Bot
from tests.chat.bot_api.toy_desk import DOT


async def settled(bot: Bot) -> bool:
    """Whether nothing waits any more."""
    return await bot.ledger.next_due() is None


async def test_messages_of_a_chat_arrive_in_their_order(bot: Bot) -> None:
    async with bot.up():
        for number in range(30):
            bot.api.text(7 + number % 3, f"n{number}")
        await bot.api.until(lambda: len(bot.api.sent) == 30)
    for user in (7, 8, 9):
        assert [text.split(": ")[0] for text in bot.api.texts(user)] == [str(n) for n in range(1, 11)]


async def test_several_messages_of_one_turn_keep_their_order(bot: Bot) -> None:
    async with bot.up():
        bot.api.text(7, "two")
        await bot.api.until(lambda: len(bot.api.sent) == 2)
    assert bot.api.texts(7) == ["one", "two"]


async def test_a_text_with_broken_html_arrives_as_plain_text_with_its_buttons(bot: Bot) -> None:
    async with bot.up():
        bot.api.text(7, "raw <b>never closed & <blink>odd</blink>")
        await bot.api.until(lambda: bot.api.sent)
    assert bot.api.texts(7) == ["never closed & odd"]
    refused, sent = (call for call in bot.api.calls if call.method == "sendMessage")
    assert refused.status == 400
    assert "parse_mode" not in sent.parameters


async def test_a_long_text_comes_in_pieces_with_the_buttons_under_the_last(bot: Bot) -> None:
    async with bot.up():
        bot.api.text(7, "raw " + "<b>很长。</b>\n\n" * 1500)
        bot.api.text(7, "ask yes|no")
        await bot.api.until(lambda: bot.api.sent and bot.api.sent[-1].labels)
    pieces = [sent for sent in bot.api.sent if "很长" in sent.text]
    assert len(pieces) > 1
    assert all(units(sent.text) <= 4096 for sent in pieces)
    assert "".join(sent.text for sent in pieces).count("很长。") == 1500


async def test_a_flood_of_telegrams_is_waited_out_for_as_long_as_it_says(bot: Bot) -> None:
    bot.api.fail("sendMessage", 429, "Too Many Requests: retry after 1", retry_after=1, chat=7)
    async with bot.up():
        began = time.monotonic()
        bot.api.text(7, "first")
        bot.api.text(7, "second")
        bot.api.text(8, "other")
        await bot.api.until(lambda: bot.api.texts(8))
        assert time.monotonic() - began < 0.9
        await bot.api.until(lambda: len(bot.api.texts(7)) == 2)
        assert time.monotonic() - began >= 1
    assert bot.api.texts(7) == ["1: first", "2: second"]


async def test_a_wait_that_telegram_asked_for_outlives_a_restart(bot: Bot) -> None:
    bot.api.fail("sendMessage", 429, "Too Many Requests: retry after 600", retry_after=600)
    async with bot.up():
        bot.api.text(7, "hello")
        await bot.api.until(lambda: any(call.status == 429 for call in bot.api.calls))
    async with bot.up():
        bot.api.text(8, "hello")
        await bot.api.until(lambda: bot.api.texts(8))
    assert bot.api.texts(7) == []
    due = await bot.ledger.next_due()
    assert due is not None


@pytest.mark.parametrize("trouble", [{"status": 502, "description": "Bad Gateway"}, {"status": 500, "description": "Internal"}])
async def test_bad_weather_is_waited_out(bot: Bot, trouble: dict[str, object]) -> None:
    bot.api.fail("sendMessage", int(str(trouble["status"])), str(trouble["description"]))
    async with bot.up():
        bot.api.text(7, "hello")
        await bot.api.until(lambda: bot.api.texts(7))
    assert bot.api.texts(7) == ["1: hello"]


async def test_a_failure_under_status_200_is_a_failure(bot: Bot) -> None:
    bot.api.fail("sendMessage", 429, "Too Many Requests", hidden=True, retry_after=1)
    bot.api.fail("sendMessage", 400, "Bad Request: can't parse entities", hidden=True)
    async with bot.up():
        bot.api.text(7, "hello")
        await bot.api.until(lambda: bot.api.texts(7))
    flood, refused, sent = (call for call in bot.api.calls if call.method == "sendMessage")
    assert (flood.status, refused.status, sent.status) == (200, 200, 200)
    assert refused.at - flood.at >= 1
    assert "parse_mode" in refused.parameters and "parse_mode" not in sent.parameters


async def test_an_answer_that_got_lost_makes_a_message_come_twice_rather_than_never(bot: Bot) -> None:
    bot.api.fail("sendMessage", 502, "Bad Gateway", after=True)
    async with bot.up():
        bot.api.text(7, "hello")
        await bot.api.until(lambda: len(bot.api.sent) == 2)
    assert bot.api.texts(7) == ["1: hello", "1: hello"]


async def test_who_blocked_the_bot_is_unreachable_and_their_queue_is_dropped(bot: Bot) -> None:
    bot.api.block(7)
    async with bot.up():
        bot.api.text(7, "two")
        bot.api.text(8, "hello")
        await bot.api.until(lambda: bot.api.texts(8) and not bot.api.pending)
    person = await bot.ledger.person("telegram", "7")
    assert person is not None and not person.reachable
    assert [call.status for call in bot.api.calls if call.method == "sendMessage" and call.parameters["chat_id"] == 7] == [403]
    assert await settled(bot)


async def test_a_chat_that_moved_gets_the_message_at_its_new_place(bot: Bot) -> None:
    bot.api.fail("sendMessage", 400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-1001, chat=-5)
    group = {"id": -5, "type": "group", "title": "x"}
    async with bot.up():
        bot.api.push({"message": {"message_id": 1, "from": bot.api.user(7), "chat": group, "date": 1, "text": "/start"}})
        await bot.api.until(lambda: bot.api.sent)
    assert [sent.chat for sent in bot.api.sent] == [-1001]


async def test_a_message_that_no_server_takes_does_not_hold_up_the_next(bot: Bot) -> None:
    bot.api.fail("sendMessage", 400, "Bad Request: WHATEVER", times=2, chat=7)
    async with bot.up():
        bot.api.text(7, "refused")
        bot.api.text(7, "taken")
        await bot.api.until(lambda: bot.api.texts(7))
    assert bot.api.texts(7) == ["2: taken"]
    assert await settled(bot)


async def test_a_topic_that_is_gone_is_left_out(bot: Bot) -> None:
    async with bot.up():
        bot.api.text(7, "hello", message_thread_id=1, is_topic_message=True)
        await bot.api.until(lambda: bot.api.sent)
    calls = [call.parameters for call in bot.api.calls if call.method == "sendMessage"]
    assert [call.get("message_thread_id") for call in calls] == [1, None]


async def test_a_topic_is_answered_in_the_topic(bot: Bot) -> None:
    async with bot.up():
        bot.api.text(7, "hello", message_thread_id=9, is_topic_message=True)
        await bot.api.until(lambda: bot.api.sent)
    assert [call.parameters.get("message_thread_id") for call in bot.api.calls if call.method == "sendMessage"] == [9]


async def test_a_brief_comes_as_picture_page_and_text_with_the_buttons_last(bot: Bot) -> None:
    async with bot.up():
        bot.api.text(7, "brief")
        await bot.api.until(lambda: len(bot.api.sent) == 3)
    picture, page, text = bot.api.sent
    assert (picture.method, picture.file) == ("sendPhoto", DOT)
    assert (page.method, page.filename, page.file[:5]) == ("sendDocument", "brief.pdf", b"%PDF-")
    assert text.text.startswith("Your page.")
    assert "Trucks queue for hours & nobody knows why" in text.text
    assert text.labels == ["Done"]
    assert "upload_photo" in [call.parameters.get("action") for call in bot.api.calls]


@pytest.mark.parametrize("status", [400, 404, 501])
async def test_a_server_that_takes_no_files_gets_the_brief_as_text(bot: Bot, status: int) -> None:
    for method in ("sendPhoto", "sendDocument", "sendChatAction"):
        bot.api.fail(method, status, "Not Found", times=-1)
    async with bot.up():
        bot.api.text(7, "brief")
        bot.api.text(7, "hello")
        await bot.api.until(lambda: len(bot.api.sent) == 2)
    assert bot.api.texts(7)[0].startswith("Your page.")
    assert bot.api.sent[0].labels == ["Done"]


async def test_a_server_that_fails_at_files_gets_the_text_after_a_few_tries(bot: Bot) -> None:
    bot.api.fail("sendPhoto", 500, "no such route", times=-1)
    async with bot.up():
        bot.api.text(7, "brief")
        await bot.api.until(lambda: len(bot.api.sent) == 2, 20)
    assert bot.api.methods().count("sendPhoto") == 3
    assert [sent.method for sent in bot.api.sent] == ["sendDocument", "sendMessage"]


async def test_when_the_page_cannot_be_made_the_text_comes_alone(bot: Bot) -> None:
    bot.press.broken = True
    async with bot.up():
        bot.api.text(7, "brief")
        await bot.api.until(lambda: bot.api.sent)
    assert [sent.method for sent in bot.api.sent] == ["sendMessage"]


async def test_what_arrived_before_a_flood_is_not_sent_again(bot: Bot) -> None:
    bot.api.fail("sendDocument", 429, "Too Many Requests", retry_after=1)
    async with bot.up():
        bot.api.text(7, "brief")
        await bot.api.until(lambda: len(bot.api.sent) == 3)
    assert [sent.method for sent in bot.api.sent] == ["sendPhoto", "sendDocument", "sendMessage"]


async def test_an_export_comes_as_a_file(bot: Bot) -> None:
    async with bot.up():
        bot.api.text(7, "export 3")
        await bot.api.until(lambda: len(bot.api.sent) == 2)
    assert bot.api.sent[0].filename == "export.json"
    assert bot.api.sent[0].file.decode() == "{" + "一二三四五六七八九十" * 3 + "}"


async def test_an_export_that_no_file_may_carry_comes_as_text(bot: Bot) -> None:
    bot.api.fail("sendDocument", 404, "Not Found", times=-1)
    async with bot.up():
        bot.api.text(7, "export 900")
        await bot.api.until(lambda: bot.api.sent and bot.api.sent[-1].text == "All of it.")
    assert "".join(bot.api.texts(7)[:-1]).count("一二三四五六七八九十") == 900


async def test_the_buttons_of_an_answered_question_are_put_away(bot: Bot) -> None:
    async with bot.up():
        bot.api.text(7, "ask yes|no")
        await bot.api.until(lambda: bot.api.sent)
        bot.api.text(7, "ask more|less")
        await bot.api.until(lambda: len(bot.api.sent) == 2 and not bot.api.sent[0].keyboard)
    assert bot.api.sent[1].labels == ["more", "less"]


async def test_the_buttons_of_a_question_stay_while_it_is_open(bot: Bot) -> None:
    async with bot.up():
        bot.api.text(7, "ask yes|no")
        await bot.api.until(lambda: bot.api.sent)
        bot.api.text(7, "an aside")
        await bot.api.until(lambda: len(bot.api.sent) == 2)
    assert bot.api.sent[0].labels == ["yes", "no"]


async def test_the_buttons_of_an_old_message_are_put_away_after_a_restart_too(bot: Bot) -> None:
    async with bot.up():
        bot.api.text(7, "ask yes|no")
        await bot.api.until(lambda: bot.api.sent)
    async with bot.up():
        bot.api.tap_label(7, "no")
        bot.api.text(7, "ask more|less")
        await bot.api.until(lambda: len(bot.api.sent) == 3 and not bot.api.sent[0].keyboard)


async def test_the_menu_is_offered_in_both_languages(bot: Bot) -> None:
    bot.more = {"menu": [MenuEntry("prep", "准备一次见面", "Prepare a meeting")]}
    async with bot.up():
        await bot.api.until(lambda: bot.api.methods().count("setMyCommands") == 2)
    default, chinese = (call.parameters for call in bot.api.calls if call.method == "setMyCommands")
    assert default == {"commands": [{"command": "prep", "description": "Prepare a meeting"}]}
    assert chinese == {"commands": [{"command": "prep", "description": "准备一次见面"}], "language_code": "zh"}


async def test_no_more_messages_leave_in_a_second_than_allowed(bot: Bot) -> None:
    async with bot.up(per_second=20):
        for user in range(7, 17):
            bot.api.text(user, "hello")
        await bot.api.until(lambda: len(bot.api.sent) == 10)
    at = [call.at for call in bot.api.calls if call.method == "sendMessage"]
    assert at[-1] - at[0] >= 9 / 20 * 0.9


async def test_a_message_of_another_version_is_given_up(bot: Bot, ledger: Ledger) -> None:
    from datetime import UTC, datetime

    from storage.records import Change, Outgoing

    await ledger.commit(Change(at=datetime.now(UTC), outgoing=(Outgoing(chat_id=7, payload='{"old": 1}'),)))
    async with bot.up():
        bot.api.text(7, "hello")
        await bot.api.until(lambda: bot.api.texts(7))
    assert await settled(bot)
