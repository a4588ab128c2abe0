"""Buttons: what they carry, and how they stand on a phone."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from chat.bot_api.keyboards import BUTTON, carried, keyboard, width
from chat.incoming import Choice, Message
from coaching.session import Line, Option


def message(*labels: str, session: str = "0123456789abcdef", ask: int = 3) -> Message:
    options = tuple(Option(id=str(n), label=label) for n, label in enumerate(labels))
    return Message(chat="1", line=Line(html="?", ask=ask, options=options), session=session)


def rows(*labels: str) -> list[list[str]]:
    found = keyboard(message(*labels))
    assert found is not None
    return [[button["text"] for button in row] for row in found["inline_keyboard"]]


def test_short_labels_stand_three_beside_each_other() -> None:
    assert rows("5 分钟", "15 分钟", "30 分钟") == [["5 分钟", "15 分钟", "30 分钟"]]


def test_four_short_labels_stand_two_and_two() -> None:
    assert rows("one", "two", "three", "four") == [["one", "two"], ["three", "four"]]


def test_long_labels_stand_alone_and_keep_their_order() -> None:
    assert rows("天天用的人 U", "把技术关的 T", "先做两个点，达到约定的数字再签", "跳过", "返回") == [
        ["天天用的人 U", "把技术关的 T"],
        ["先做两个点，达到约定的数字再签"],
        ["跳过", "返回"],
    ]


def test_a_label_is_cut_to_what_a_phone_shows() -> None:
    [[label]] = rows("太长的标签" * 20)
    assert label.endswith("…")
    assert width(label) <= 40


def test_a_button_names_its_preparation_its_question_and_its_place() -> None:
    found = keyboard(message("a", "b"))
    assert found is not None
    assert [button["callback_data"] for button in found["inline_keyboard"][0]] == [
        "s:0123456789abcdef:3:0",
        "s:0123456789abcdef:3:1",
    ]


def test_a_message_without_buttons_has_no_keyboard() -> None:
    assert keyboard(message()) is None


def test_a_choice_of_the_desk_carries_what_it_stands_for() -> None:
    assert carried(Choice(label="继续", send="/resume 0123456789abcdef")) == "d:/resume 0123456789abcdef"


def test_a_choice_that_is_too_long_carries_its_label() -> None:
    assert carried(Choice(label="好，就准备这个", send="/prep " + "红山酒厂" * 10)) == "d:好，就准备这个"


@example(["", "yes", " \n"], 1)
@settings(max_examples=80, deadline=None)
@given(st.lists(st.text(max_size=90), max_size=12), st.integers(0, 10**6))
def test_whatever_the_labels_telegram_takes_the_keyboard(labels: list[str], ask: int) -> None:
    found = keyboard(message(*labels, ask=ask))
    buttons = [button for row in found["inline_keyboard"] for button in row] if found else []
    assert len(buttons) == sum(1 for label in labels if label.strip())
    for button in buttons:
        assert button["text"].strip()
        assert width(button["text"]) <= 40
        assert len(button["callback_data"].encode()) <= 64
        assert BUTTON.fullmatch(button["callback_data"])
    assert all(1 <= len(row) <= 3 for row in (found or {}).get("inline_keyboard", []))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.text(max_size=200))
def test_the_data_of_a_choice_never_exceeds_what_telegram_takes(label: str, send: str) -> None:
    assert len(carried(Choice(label=label, send=send)).encode()) <= 64
