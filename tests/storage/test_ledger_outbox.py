from collections.abc import Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.ledger import Ledger
from storage.records import Change, Outgoing, Queued
from tests.storage.recorded_values import NINE, Opener, after, message, opening, person


async def put(ledger: Ledger, *messages: Outgoing) -> tuple[int, ...]:
    return (await ledger.commit(Change(at=NINE, outgoing=messages))).outgoing


def payloads(queued: Sequence[Queued]) -> list[str]:
    return [message.payload for message in queued]


async def test_each_chat_gets_its_messages_in_order_and_one_at_a_time(ledger: Ledger) -> None:
    await put(ledger, message(1, "a"), message(2, "x"), message(1, "b"), message(2, "y"))
    first = await ledger.next_outgoing(NINE, 9)
    assert payloads(first) == ["a", "x"]
    assert await ledger.next_outgoing(NINE, 9) == []
    await ledger.sent(first[1].id, "77")
    assert payloads(await ledger.next_outgoing(NINE, 9)) == ["y"]
    await ledger.sent(first[0].id, "78")
    assert payloads(await ledger.next_outgoing(NINE, 9)) == ["b"]


async def test_a_postponed_message_holds_back_its_own_chat_and_no_other(ledger: Ledger) -> None:
    await put(ledger, message(1, "a"), message(1, "b"), message(2, "x"))
    first, _ = await ledger.next_outgoing(NINE, 9)
    await ledger.postponed(first.id, after(5), "Too Many Requests")
    await put(ledger, message(1, "c"))
    assert await ledger.next_outgoing(after(4), 9) == []
    assert await ledger.next_due() == after(5)
    again = await ledger.next_outgoing(after(5), 9)
    assert [(queued.payload, queued.attempts) for queued in again] == [("a", 2)]
    assert await ledger.next_due() is None


async def test_a_message_may_be_put_in_the_box_for_later(ledger: Ledger) -> None:
    await put(ledger, message(1, "later", not_before=after(30)))
    assert await ledger.next_outgoing(NINE, 9) == []
    assert payloads(await ledger.next_outgoing(after(30), 9)) == ["later"]


async def test_a_refused_message_lets_the_next_one_go(ledger: Ledger) -> None:
    await put(ledger, message(1, "a"), message(1, "b"))
    (first,) = await ledger.next_outgoing(NINE, 9)
    await ledger.failed(first.id, "Bad Request")
    assert payloads(await ledger.next_outgoing(NINE, 9)) == ["b"]


async def test_what_was_being_sent_when_the_process_ended_is_due_again(ledger: Ledger, url: str, opened: Opener) -> None:
    await put(ledger, message(1, "a"), message(1, "b"), message(2, "x"))
    first, other = await ledger.next_outgoing(NINE, 9)
    await ledger.sent(other.id, "5")
    await ledger.close()
    restarted = opened(url)
    assert await restarted.next_outgoing(NINE, 9) == []
    assert await restarted.recover() == 1
    again = await restarted.next_outgoing(NINE, 9)
    assert [(queued.id, queued.payload, queued.attempts) for queued in again] == [(first.id, "a", 2)]


async def test_a_chat_that_takes_no_messages_loses_them_and_its_person_counts_as_unreachable(ledger: Ledger) -> None:
    await ledger.commit(opening())
    await put(ledger, message(1, "a"), message(1, "b"), message(2, "x"))
    await ledger.next_outgoing(NINE, 1)
    await ledger.unreachable(1, "Forbidden: bot was blocked by the user")
    assert payloads(await ledger.next_outgoing(NINE, 9)) == ["x"]
    assert await ledger.person("telegram", "1") == person(reachable=False)


async def test_sent_and_failed_messages_keep_no_words(ledger: Ledger) -> None:
    await put(ledger, message(1, "暗号"), message(2, "暗号"), message(3, "暗号"))
    one, two, _ = await ledger.next_outgoing(NINE, 9)
    await ledger.sent(one.id, "5")
    await ledger.failed(two.id, "Bad Request")
    await ledger.unreachable(3, "Forbidden")
    kept = ledger._writer.submit(lambda c: c.exec_driver_sql("SELECT * FROM outbox").all()).result()
    assert len(kept) == 3
    assert "暗号" not in str(kept)


async def test_marking_a_message_that_was_erased_meanwhile_is_no_fault(ledger: Ledger) -> None:
    await ledger.sent(999, "5")


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chats=st.lists(st.integers(1, 4), max_size=12), limit=st.integers(1, 5), slow=st.sets(st.integers(0, 11)))
async def test_whatever_fails_or_waits_no_chat_ever_sees_its_messages_out_of_order(
    ledger: Ledger, chats: list[int], limit: int, slow: set[int]
) -> None:
    numbers = await put(ledger, *(message(chat, str(place)) for place, chat in enumerate(chats)))
    seen: list[Queued] = []
    now = NINE
    for _ in range(100):
        for queued in await ledger.next_outgoing(now, limit):
            if int(queued.payload) in slow and queued.attempts == 1:
                await ledger.postponed(queued.id, after(1))
            else:
                seen.append(queued)
                await ledger.sent(queued.id, "5")
        if len(seen) == len(numbers):
            break
        now = after(1)
    for chat in set(chats):
        wanted = [str(place) for place, of in enumerate(chats) if of == chat]
        assert payloads([queued for queued in seen if queued.chat_id == chat]) == wanted
