"""The strict server is a yardstick: what it must refuse, it refuses."""

import httpx
import pytest

from tests.servers.strict_api import TOKEN, StrictApi


def ask(api: StrictApi, method: str, **parameters: object) -> dict[str, object]:
    answer: dict[str, object] = httpx.post(f"{api.url}/bot{TOKEN}/{method}", json=parameters, trust_env=False).json()
    return answer


def numbers(answer: dict[str, object]) -> list[int]:
    result = answer["result"]
    assert isinstance(result, list)
    return [update["update_id"] for update in result]


def test_an_update_stays_until_a_higher_offset_acknowledges_it() -> None:
    with StrictApi.running() as api:
        for text in ("a", "b", "c"):
            api.text_soon(7, text)
        first, second, third = numbers(ask(api, "getUpdates"))
        assert numbers(ask(api, "getUpdates", offset=first)) == [first, second, third]
        assert numbers(ask(api, "getUpdates", offset=third)) == [third]
        assert numbers(ask(api, "getUpdates")) == [third]
        assert numbers(ask(api, "getUpdates", offset=third + 1)) == []


def test_a_second_poller_throws_the_first_one_out() -> None:
    import threading

    answers: list[dict[str, object]] = []
    with StrictApi.running() as api:
        waiting = threading.Thread(target=lambda: answers.append(ask(api, "getUpdates", timeout=4)))
        waiting.start()
        while not api.calls:
            pass
        ask(api, "getUpdates")
        waiting.join()
    assert answers[0]["error_code"] == 409


@pytest.mark.parametrize(
    ("parameters", "why"),
    [
        ({"text": "x" * 4097}, "too long"),
        ({"text": "😀" * 2049}, "too long"),
        ({"text": " \n"}, "empty"),
        ({"text": "<b>x", "parse_mode": "HTML"}, "can't parse entities"),
        ({"text": "a < b", "parse_mode": "HTML"}, "can't parse entities"),
        ({"text": "<b><i>x</b></i>", "parse_mode": "HTML"}, "can't parse entities"),
        ({"text": "<script>x</script>", "parse_mode": "HTML"}, "can't parse entities"),
        ({"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "x", "callback_data": "预" * 22}]]}}, "DATA_INVALID"),
        ({"text": "x", "reply_markup": {"inline_keyboard": [[{"text": " ", "callback_data": "x"}]]}}, "text buttons"),
        ({"text": "x", "chat_id": 8}, "chat not found"),
        ({"text": "x", "message_thread_id": 1}, "thread not found"),
    ],
)
def test_a_text_that_telegram_refuses_is_refused(parameters: dict[str, object], why: str) -> None:
    with StrictApi.running() as api:
        api.text_soon(7, "hello")
        answer = ask(api, "sendMessage", **{"chat_id": 7, **parameters})
    assert answer["ok"] is False
    assert why in str(answer["description"])


def test_what_telegram_takes_is_taken_and_seen_as_people_see_it() -> None:
    with StrictApi.running() as api:
        api.text_soon(7, "hello")
        text = "<b>" + "x" * 4090 + "</b> &lt;a&gt; "
        assert ask(api, "sendMessage", chat_id=7, text=text, parse_mode="HTML")["ok"] is True
        assert api.texts(7) == ["x" * 4090 + " <a>"]
        assert ask(api, "sendMessage", chat_id=7, text="x", colour="red")["ok"] is True
        assert api.complaints == ["sendMessage takes no colour"]


def test_a_tap_is_answered_once() -> None:
    with StrictApi.running() as api:
        api.text_soon(7, "hello")
        keyboard = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}
        ask(api, "sendMessage", chat_id=7, text="x", reply_markup=keyboard)
        api.tap_soon(7, "Yes")
        query = api.pending[-1]["callback_query"]["id"]
        assert ask(api, "answerCallbackQuery", callback_query_id=query)["ok"] is True
        assert ask(api, "answerCallbackQuery", callback_query_id=query)["ok"] is False


def test_a_photo_must_be_a_picture() -> None:
    with StrictApi.running() as api:
        api.text_soon(7, "hello")
        url, data = f"{api.url}/bot{TOKEN}/sendPhoto", {"chat_id": "7"}
        answer = httpx.post(url, data=data, files={"photo": ("a.png", b"no picture")}, trust_env=False)
        assert answer.json()["description"] == "Bad Request: IMAGE_PROCESS_FAILED"
