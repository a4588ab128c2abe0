"""What of an update reaches the disk."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chat.bot_api.cleanse import NOTES, Cleansed, cleanse
from coaching.ethics import Guard
from tests.chat.bot_api.conftest import GUARD

PHONE = "13812345678"
BRIBE = "给他回扣，别写进合同"
ANN = {
    "id": 6_912_345_678, "is_bot": False, "first_name": "Ann", "last_name": "Example", "username": "ann_e", "language_code": "en-GB",
}  # fmt: skip
CHAT = {"id": 6_912_345_678, "type": "private", "first_name": "Ann", "username": "ann_e"}


def message(**more: Any) -> dict[str, Any]:
    return {"update_id": 11, "message": {"message_id": 3, "from": ANN, "chat": CHAT, "date": 1_790_000_000, **more}}


def kept(update: Any) -> Cleansed:
    found = cleanse(update, GUARD)
    assert found is not None
    json.dumps(found.update, ensure_ascii=False).encode()
    return found


def test_names_stay_outside_and_numbers_come_in() -> None:
    found = kept(message(text="hello"))
    assert found.update["message"]["from"] == {"id": 6_912_345_678, "is_bot": False, "language_code": "en-GB"}
    assert found.update["message"]["chat"] == {"id": 6_912_345_678, "type": "private"}
    assert found.lane == "6912345678"
    assert "ann" not in json.dumps(found.update).casefold()


@pytest.mark.parametrize("field", ["text", "caption"])
def test_a_phone_number_never_reaches_the_disk(field: str) -> None:
    found = kept(message(**{field: f"他的电话 {PHONE}"}))
    assert PHONE not in json.dumps(found.update)
    assert found.update[NOTES] == {"masked": 1}
    assert found.update["message"][field].startswith("他的电话 ")


def test_of_a_contact_or_a_place_only_that_one_came_is_kept() -> None:
    found = kept(
        message(
            contact={"phone_number": PHONE, "first_name": "Wang"},
            location={"latitude": 31.2, "longitude": 121.5},
            photo=[{"file_id": "AgAC", "width": 90}],
            forward_origin={"sender_user_name": "Li"},
            entities=[{"type": "text_link", "url": f"tel:{PHONE}"}],
            quote={"text": PHONE},
        )
    )
    stored = found.update["message"]
    assert {name: stored[name] for name in ("contact", "location", "photo")} == {"contact": {}, "location": {}, "photo": {}}
    assert not {"forward_origin", "entities", "quote"} & set(stored)


def test_of_the_message_that_is_replied_to_only_its_number_and_writer_are_kept() -> None:
    replied = {"message_id": 2, "from": ANN, "chat": CHAT, "text": f"call {PHONE}"}
    found = kept(message(text="ok", reply_to_message=replied))
    assert found.update["message"]["reply_to_message"] == {
        "message_id": 2,
        "from": {"id": 6_912_345_678, "is_bot": False, "language_code": "en-GB"},
    }


@pytest.mark.parametrize("field", ["text", "caption"])
def test_words_that_ethics_refuses_are_replaced_by_the_rule(field: str) -> None:
    found = kept(message(**{field: BRIBE}))
    assert found.update[NOTES]["rule"]
    assert found.update["message"][field] == ""
    assert "回扣" not in json.dumps(found.update, ensure_ascii=False)


def test_the_words_of_an_edited_message_are_cleansed_as_well() -> None:
    found = kept({"update_id": 4, "edited_message": message(text=f"{PHONE} {BRIBE}")["message"]})
    stored = json.dumps(found.update, ensure_ascii=False)
    assert PHONE not in stored and "回扣" not in stored


def test_the_data_of_our_own_buttons_is_never_masked() -> None:
    for data in (f"s:{PHONE}abcde:12:3", f"d:/resume ab{PHONE}", "d:/prep"):
        assert kept({"update_id": 4, "callback_query": {"id": "1", "from": ANN, "data": data}}).update["callback_query"]["data"] == data


@pytest.mark.parametrize("data", [PHONE, f"d:{PHONE}", f"d:/x {PHONE}", f"s:x:1:1 {PHONE}"])
def test_data_that_is_not_ours_is_somebodys_words(data: str) -> None:
    found = kept({"update_id": 4, "callback_query": {"id": "1", "from": ANN, "data": data}})
    assert PHONE not in json.dumps(found.update)


def test_half_characters_and_nul_are_replaced() -> None:
    assert kept(message(text="a\ud83db\x00c")).update["message"]["text"] == "a\ufffdb\ufffdc"


@pytest.mark.parametrize("update", [None, [], "x", 7, {}, {"update_id": "5"}, {"update_id": True}, {"update_id": 2**63}, {"message": {}}])
def test_what_has_no_number_cannot_be_stored(update: Any) -> None:
    assert cleanse(update, GUARD) is None


def test_an_update_that_cannot_be_walked_is_reduced_to_its_number() -> None:
    found = kept({"update_id": 9, "message": [PHONE]})
    assert found.update == {"update_id": 9, NOTES: {"unreadable": "TypeError"}}


class Broken(Guard):
    def look(self, text: str) -> Any:
        raise RuntimeError(text)


def test_a_fault_of_the_guard_lets_no_words_through() -> None:
    found = cleanse(message(text="secret words"), Broken())
    assert found is not None
    assert "secret" not in json.dumps(found.update)


WORDS = st.text(max_size=20) | st.just(f"call {PHONE}") | st.just(BRIBE)
FIELDS = ["text", "from", "chat", "id", "data", "caption", "contact", "reply_to_message", "new_thing", "message", "date", "quote"]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS | st.sampled_from(FIELDS[:5]), inner, max_size=4),
    max_leaves=15,
)
PART = JSON | st.dictionaries(st.sampled_from(FIELDS), JSON, max_size=6)


@settings(max_examples=50, deadline=None)
@given(st.dictionaries(st.sampled_from(["message", "edited_message", "callback_query", "my_chat_member", "poll", "x"]), PART, max_size=3))
def test_whatever_the_shape_private_numbers_and_refused_words_stay_outside(parts: dict[str, Any]) -> None:
    stored = json.dumps(kept({"update_id": 1, **parts}).update, ensure_ascii=False)
    assert PHONE not in stored
    assert "回扣" not in stored


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.sampled_from(FIELDS), JSON, max_size=6))
def test_cleansing_twice_changes_nothing_more(fields: dict[str, Any]) -> None:
    once = kept({"update_id": 1, "message": fields}).update
    if "unreadable" not in once.get(NOTES, {}):
        again = kept({name: value for name, value in once.items() if name != NOTES}).update
        assert again.get("message") == once.get("message")
