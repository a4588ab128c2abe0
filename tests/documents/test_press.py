"""The press: documents made beside the event loop."""

import asyncio
import threading

import pytest

from documents.brief import DocumentFailed, render_brief
from documents.press import Press
from tests.documents import samples


async def test_the_event_loop_goes_on_while_a_page_is_set() -> None:
    async with Press() as press:
        setting = asyncio.create_task(press.brief(samples.MONSTROUS, "pdf"))
        turns = 0
        while not setting.done():
            await asyncio.sleep(0)
            turns += 1
        assert (await setting).startswith(b"%PDF")
    assert turns > 20, "a loop that is held up gets two or three turns"


async def test_the_press_gives_the_same_page_as_setting_it_at_once() -> None:
    async with Press() as press:
        assert await press.brief(samples.ENGLISH, "png") == render_brief(samples.ENGLISH, "png")


async def test_many_orders_wait_for_the_few_threads_there_are() -> None:
    async with Press(workers=2) as press:
        orders = [asyncio.create_task(press.brief(samples.ENGLISH, "pdf")) for _ in range(6)]
        most = 0
        while not all(order.done() for order in orders):
            most = max(most, sum(thread.name.startswith("press") for thread in threading.enumerate()))
            await asyncio.sleep(0.001)
        assert len({await order for order in orders}) == 1
    assert 1 <= most <= 2


async def test_who_waits_too_long_gets_a_sentence_and_the_press_stays_usable() -> None:
    async with Press(limit_seconds=0.01) as hasty:
        with pytest.raises(DocumentFailed, match=r"not ready within 0\.01 seconds"):
            await hasty.brief(samples.MONSTROUS, "pdf")
        hasty._limit = 60.0
        assert await hasty.brief(samples.ENGLISH, "pdf")


async def test_a_closed_press_says_so_to_new_and_to_waiting_orders() -> None:
    press = Press()
    orders = [asyncio.create_task(press.brief(samples.CHINESE, "pdf")) for _ in range(3)]
    await asyncio.sleep(0)
    press.close()
    results = await asyncio.gather(*orders, return_exceptions=True)
    assert all(isinstance(result, bytes | DocumentFailed) for result in results)
    assert isinstance(results[-1], DocumentFailed)
    with pytest.raises(DocumentFailed, match="closed"):
        await press.brief(samples.ENGLISH, "pdf")


async def test_a_cancelled_order_is_cancelled_and_nothing_else() -> None:
    async with Press() as press:
        order = asyncio.create_task(press.brief(samples.CHINESE, "pdf"))
        await asyncio.sleep(0)
        order.cancel()
        with pytest.raises(asyncio.CancelledError):
            await order
