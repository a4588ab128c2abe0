"""Makes documents beside the event loop. Knows threads and time limits; knows nothing of what stands on a page.

Threads, not processes: the typesetter lets go of Python's lock while it works, and the fonts are read only once.
"""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import Self

from coaching.brief import Brief
from documents.brief import DocumentFailed, Format, render_brief

CLOSED = "The press is closed: the coach is shutting down."


class Press:
    """Sets briefs for an event loop, `workers` at a time; nobody waits longer than `limit_seconds`, queue included."""

    def __init__(self, *, workers: int = 1, limit_seconds: float = 20.0) -> None:
        self._limit = limit_seconds
        self._threads = ThreadPoolExecutor(max_workers=workers, thread_name_prefix="press")

    async def brief(self, brief: Brief, output: Format) -> bytes:
        """The brief as PNG or PDF (see `render_brief`); raises DocumentFailed when it cannot be made or not in time.

        A page under way cannot be stopped: after a time-out its thread is free again when the page is done.
        """
        try:
            setting = asyncio.get_running_loop().run_in_executor(self._threads, render_brief, brief, output)
        except RuntimeError as closed:
            raise DocumentFailed(CLOSED) from closed
        try:
            return await asyncio.wait_for(setting, self._limit)
        except TimeoutError as late:
            raise DocumentFailed(f"The brief was not ready within {self._limit:g} seconds.") from late
        except asyncio.CancelledError as dropped:
            task = asyncio.current_task()
            if task is not None and task.cancelling():
                raise
            raise DocumentFailed(CLOSED) from dropped

    def close(self) -> None:
        """Take no more work and drop what waits; a page under way is finished."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
