"""From updates to what the desk takes."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chat.bot_api.cleanse import cleanse
from chat.bot_api.updates import Arrival, UnreadableUpdate, read_update
from chat.incoming import Incoming
from tests.chat.bot_api.conftest import GUARD

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
ANN = {"id": 77, "is_bot": False, "first_name": "Ann", "language_code": "zh-hans"}
PRIVATE = {"id": 77, "type": "private"}
GROUP = {"id": -100, "type": "supergroup", "title": "Sales"}


def message(text: str | None = None, **more: Any) -> dict[str, Any]:
    """An update with a private message."""
    said = {} if text is None else {"text": text}
    date = int(NOW.timestamp())
    return {"update_id": 5, "message": {"message_id": 1, "from": ANN, "chat": PRIVATE, "date": date, **said, **more}}


def tap(data: Any, **more: Any) -> dict[str, Any]:
    """An update with a tapped button."""
    return {"update_id": 6, "callback_query": {"id": "q1", "from": ANN, "chat_instance": "x", "data": data, **more}}


def read(update: dict[str, Any], now: datetime = NOW) -> Arrival:
    """As it happens: cleansed, then read."""
    kept = cleanse(update, GUARD)
    assert kept is not None
    return read_update(kept.update, now, "sparring_bot")


def incoming(update: dict[str, Any]) -> Incoming:
    found = read(update).incoming
    assert found is not None
    return found


def test_a_text_keeps_who_where_and_when() -> None:
    assert incoming(message("下周三前同意试用")) == Incoming(
        channel="telegram", key="77", chat="77", at=NOW, kind="text", text="下周三前同意试用", language_code="zh-hans", number=5
    )  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "command", "rest"),
    [
        ("/start", "start", ""),
        ("/start abc_DEF-1", "start", "abc_DEF-1"),
        ("/START@Sparring_Bot x", "start", "x"),
        ("/o 太贵", "o", "太贵"),
        ("/o太贵", "o", "太贵"),
        ("／o 太贵", "o", "太贵"),
        ("/准备 红山酒厂", "准备", "红山酒厂"),
        ("/o too\nexpensive", "o", "too\nexpensive"),
    ],
)
def test_commands_are_taken_apart(typed: str, command: str, rest: str) -> None:
    found = incoming(message(typed))
    assert (found.kind, found.command, found.text) == ("command", command, rest)


@pytest.mark.parametrize("typed", ["/", "/ o", "3/4 of them", "/home/user", "/3号车间的信号不好", "//", "/50% off"])
def test_a_slash_alone_makes_no_command(typed: str) -> None:
    assert incoming(message(typed)).kind == "text"


@pytest.mark.parametrize(
    ("thing", "what"),
    [
        ("photo", "photo"), ("sticker", "sticker"), ("voice", "voice"), ("audio", "voice"), ("video", "video"), ("poll", "poll"),
        ("video_note", "video"), ("animation", "video"), ("document", "document"), ("contact", "contact"), ("location", "location"),
        ("dice", "other"),
    ],
)  # fmt: skip
def test_what_is_no_text_is_named(thing: str, what: str) -> None:
    found = incoming(message(**{thing: {"file_id": "x"}}, caption="看看这个"))
    assert (found.kind, found.what, found.text) == ("other", what, "看看这个")


def test_an_edited_message_is_never_an_answer() -> None:
    edited = {"update_id": 5, "edited_message": message("new words")["message"]}
    found = incoming(edited)
    assert (found.kind, found.what, found.text) == ("other", "edited", "")


def test_a_button_names_its_question() -> None:
    arrival = read(tap("s:0123456789abcdef:12:3", message={"message_id": 40, "chat": PRIVATE, "date": 1}))
    found = arrival.incoming
    assert found is not None
    assert (found.kind, found.session, found.ask, found.option) == ("button", "0123456789abcdef", 12, 3)
    assert arrival.tap is not None
    assert (arrival.tap.query, arrival.tap.chat, arrival.tap.message) == ("q1", 77, 40)


@pytest.mark.parametrize("data", ["", "s:", "s::1:1", "s:abc:x:1", "s:abc:1:-1", "something else", "s:abc:1:1:1", "预算" * 20])
def test_a_button_of_nobody_is_an_old_button(data: str) -> None:
    found = incoming(tap(data))
    assert (found.kind, found.session, found.ask) == ("button", "", 0)


def test_a_button_of_the_desk_is_as_if_typed() -> None:
    typed = incoming(tap("d:/resume 0123456789abcdef"))
    assert (typed.kind, typed.command, typed.text) == ("command", "resume", "0123456789abcdef")
    assert incoming(tap("d:好的")).text == "好的"


@pytest.mark.parametrize("under", [{}, {"message": None}, {"message": {"message_id": 9, "date": 0, "chat": PRIVATE}}])
def test_a_button_whose_message_is_gone_belongs_to_who_tapped(under: dict[str, Any]) -> None:
    assert incoming(tap("s:abc:1:0", **under)).chat == "77"


@pytest.mark.parametrize(("status", "what"), [("kicked", "unreachable"), ("member", None)])
def test_who_blocks_the_bot_is_unreachable(status: str, what: str | None) -> None:
    change = {"chat": PRIVATE, "from": ANN, "date": 1, "old_chat_member": {"status": "x"}, "new_chat_member": {"status": status}}
    found = read({"update_id": 5, "my_chat_member": change}).incoming
    assert (found.what if found else None) == what


@pytest.mark.parametrize(
    "text",
    ["/start", "/start@sparring_bot", "hello @Sparring_Bot, are you there?"],
)
def test_a_group_that_calls_the_bot_is_answered_politely(text: str) -> None:
    found = incoming(message(text, chat=GROUP))
    assert (found.kind, found.what, found.chat, found.key) == ("other", "group", "-100", "77")


def test_a_reply_to_the_bot_in_a_group_is_answered_too() -> None:
    replied = {"message_id": 3, "from": {"id": 1, "is_bot": True, "first_name": "b"}}
    assert incoming(message("yes", chat=GROUP, reply_to_message=replied)).what == "group"


@pytest.mark.parametrize("text", ["good morning", "/start@other_bot", "see @sparring_bot_two", "ask@sparring"])
def test_talk_in_a_group_that_is_not_meant_for_the_bot_is_left_alone(text: str) -> None:
    assert read(message(text, chat=GROUP)).incoming is None


def test_being_put_into_a_group_is_answered_once() -> None:
    change = {"chat": GROUP, "from": ANN, "date": 1, "old_chat_member": {"status": "left"}, "new_chat_member": {"status": "member"}}
    assert incoming({"update_id": 5, "my_chat_member": change}).what == "group"
    change["old_chat_member"] = {"status": "administrator"}
    assert read({"update_id": 6, "my_chat_member": change}).incoming is None


def test_another_bot_is_never_answered() -> None:
    robot = {**ANN, "is_bot": True}
    assert read({"update_id": 5, "message": {**message("hi")["message"], "from": robot}}).incoming is None


def test_a_topic_is_kept_and_a_reply_thread_is_not() -> None:
    assert incoming(message("x", message_thread_id=9, is_topic_message=True)).thread == 9
    assert incoming(message("x", message_thread_id=9)).thread is None


@pytest.mark.parametrize("notice", ["pinned_message", "message_auto_delete_timer_changed", "forum_topic_created", "web_app_data"])
def test_notices_of_telegram_need_no_answer(notice: str) -> None:
    assert read(message(**{notice: {"a": 1}})).incoming is None


@pytest.mark.parametrize("update", [{"update_id": 5}, {"update_id": 5, "inline_query": {"id": "1"}}, {"update_id": 5, "brand_new": 1}])
def test_kinds_of_updates_that_are_not_known_need_no_answer(update: dict[str, Any]) -> None:
    assert read(update) == Arrival()


@pytest.mark.parametrize(
    "update",
    [
        {"update_id": 5, "message": "no object"},
        {"update_id": 5, "message": {}},
        {"update_id": 5, "message": {"chat": PRIVATE, "from": {"id": "seven"}, "text": "x"}},
        {"update_id": 5, "message": {"chat": {"id": None, "type": "private"}, "from": ANN, "text": "x"}},
        {"update_id": 5, "callback_query": {"id": "q"}},
        {"update_id": 5, "callback_query": []},
        {"update_id": 5, "my_chat_member": {"chat": PRIVATE}},
    ],
)
def test_an_update_that_makes_no_sense_says_so(update: dict[str, Any]) -> None:
    with pytest.raises(UnreadableUpdate):
        read(update)


def test_a_message_that_waited_keeps_the_time_at_which_it_was_written() -> None:
    written = NOW - timedelta(hours=5)
    late = read(message("x", date=int(written.timestamp()))).incoming
    assert late is not None and late.at == written
    soon = read(message("x", date=int((NOW - timedelta(seconds=3)).timestamp()))).incoming
    assert soon is not None and soon.at == NOW


NAMES = st.sampled_from(["id", "text", "chat", "from", "data", "x"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)
PART = st.fixed_dictionaries(
    {}, optional={"chat": JSON | st.just(PRIVATE), "from": JSON | st.just(ANN), "text": JSON, "data": JSON, "message": JSON}
)
KINDS = ("message", "edited_message", "callback_query", "my_chat_member", "channel_post")
PARTS = st.fixed_dictionaries({"update_id": st.integers(0, 2**62)}, optional=dict.fromkeys(KINDS, JSON | PART))


@settings(max_examples=50, deadline=None)
@given(PARTS)
def test_no_update_of_any_shape_breaks_the_reading(update: dict[str, Any]) -> None:
    kept = cleanse(update, GUARD)
    assert kept is not None
    try:
        arrival = read_update(kept.update, NOW, "bot")
    except UnreadableUpdate:
        return
    assert arrival.incoming is None or arrival.incoming.number == update["update_id"]
