"""The one thread that writes. Changes that wait together share a transaction, and so its sync to disk; each stands in
a savepoint of its own,
so that one which fails takes no other with it. Knows connections and futures; what a change does, it is told."""

import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import (
    DataError,
    DBAPIError,
    IntegrityError,
    InterfaceError,
    OperationalError,
    SQLAlchemyError,
    StatementError,
)

from storage.engines import BUSY_SECONDS
from storage.faults import StorageFault, Unfit

T = TypeVar("T")
Work = Callable[[Connection], T]

MOST_IN_ONE = 256
SCRUB_AGAIN_SECONDS = 1.0
SCRUB_BUSY_MILLISECONDS = 200

log = logging.getLogger("sparring.storage")


class _Job:
    """Work that waits, and its answer until the commit makes it true."""

    __slots__ = ("error", "future", "result", "scrub", "work")

    def __init__(self, work: Work[Any], scrub: bool) -> None:
        self.work = work
        self.scrub = scrub
        self.future: Future[Any] = Future()
        self.result: Any = None
        self.error: Exception | None = None

    def answer(self) -> None:
        if self.error is not None:
            self.future.set_exception(self.error)
        else:
            self.future.set_result(self.result)


class Writer:
    """Takes work from any thread and answers through futures, once it is durable."""

    def __init__(self, engine: Engine, describe: Callable[[Exception], StorageFault]) -> None:
        self._engine = engine
        self._describe = describe
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._door = threading.Lock()
        self._closed: StorageFault | None = None
        self._connection: Connection | None = None
        self._committing = False
        self._scrub_due = False
        # Resolves when the thread has ended: with nothing after close(), with a StorageFault when it died.
        # It counts as running at once, for a future that runs cannot be cancelled by somebody who only waits for it.
        self.ended: Future[None] = Future()
        self.ended.set_running_or_notify_cancel()
        self._thread = threading.Thread(target=self._run, name="sparring-writer", daemon=True)
        self._thread.start()

    def submit(self, work: Work[T], *, scrub: bool = False) -> "Future[T]":
        """Puts work in the row; its future resolves after the commit. With `scrub`, what it deletes leaves the files
        of SQLite too.

        Work may be run again when a transaction came to nothing, so it must do nothing but use its connection. A
        future that is cancelled
        before its turn is left out. Raises StorageFault when the writer has ended; so does the future when nothing
        can be written."""
        job = _Job(work, scrub)
        with self._door:
            if self._closed is not None:
                raise self._closed
            self._jobs.put(job)
        return job.future

    def close(self) -> None:
        """Writes what is waiting, then ends the thread."""
        with self._door:
            if self._closed is None:
                self._closed = StorageFault("The record is closed: nothing can be written any more.")
                self._jobs.put(None)
        self._thread.join()

    def _run(self) -> None:
        batch: list[_Job] = []
        try:
            more = True
            while more:
                batch, more = self._next()
                self._settle([job for job in batch if job.future.set_running_or_notify_cancel()])
            self._let_go()
        except BaseException as error:  # noqa: BLE001 - whatever ends this thread must be heard by all who wait for it
            self._die(error, batch)
        else:
            self.ended.set_result(None)

    def _next(self) -> tuple[list[_Job], bool]:
        """What waits now, at least one job unless the end was asked for; and whether there will be more."""
        while True:
            try:
                job = self._jobs.get(timeout=SCRUB_AGAIN_SECONDS if self._scrub_due else None)
                break
            except queue.Empty:
                self._scrub()
        batch: list[_Job] = []
        while job is not None:
            batch.append(job)
            if len(batch) == MOST_IN_ONE:
                return batch, True
            try:
                job = self._jobs.get_nowait()
            except queue.Empty:
                return batch, True
        return batch, False

    def _settle(self, batch: list[_Job]) -> None:
        """Writes a batch and answers every job in it; a server that has hung up since the last batch is called again
        once."""
        for last in (False, True):
            left = [job for job in batch if not job.future.done()]
            if not left:
                return
            try:
                self._write(left)
            except SQLAlchemyError as error:
                self._let_go()
                hung_up = isinstance(error, DBAPIError) and error.connection_invalidated
                # After a lost COMMIT nobody knows whether it was done, so it is not done again: who asked must look.
                if hung_up and not self._committing and not last:
                    continue
                trouble = self._describe(error)
                log.error("%s", trouble)
                for job in left:
                    if not job.future.done():
                        job.future.set_exception(trouble)

    def _write(self, batch: list[_Job]) -> None:
        """One transaction for all; when one of them breaks the transaction itself, each gets its own. Raises
        SQLAlchemyError when nothing can be written."""
        self._committing = False
        self._connection = connection = self._connection or self._engine.connect()
        alone = len(batch) == 1
        try:
            connection.begin()
            whole = all(self._one(connection, job, alone=alone) for job in batch)
            if whole and not (alone and batch[0].error):
                self._committing = True
                connection.commit()
            else:
                connection.rollback()
        except SQLAlchemyError:
            with suppress(SQLAlchemyError):
                connection.rollback()
            raise
        if not whole and not alone:
            for job in batch:
                self._write([job])
            return
        self._scrub_due |= any(job.scrub and job.error is None for job in batch)
        self._scrub()
        for job in batch:
            job.answer()

    def _one(self, connection: Connection, job: _Job, *, alone: bool) -> bool:
        """Does one piece of work and notes its result or error; False when it broke the transaction around it. Raises
        DBAPIError when the server hung up."""
        job.result = job.error = None
        try:
            if alone:
                job.result = job.work(connection)
            else:
                with connection.begin_nested():
                    job.result = job.work(connection)
        except (IntegrityError, DataError) as error:
            job.error = Unfit(f"The change does not fit the record ({type(error.orig).__name__}).")
        except (OperationalError, InterfaceError) as error:
            if error.connection_invalidated:
                raise
            job.error = self._describe(error)
            return False
        except StatementError as error:
            value = isinstance(error.orig, ValueError)
            job.error = Unfit(f"The change does not fit the record: {error.orig}.") if value else error
        except Exception as error:  # noqa: BLE001 - it belongs to who asked for this work
            job.error = error
        return True

    def _scrub(self) -> None:
        """Moves SQLite's log into the file and empties it, so that nothing deleted is left in either; gives way to
        readers and comes back."""
        if not self._scrub_due:
            return
        if self._engine.dialect.name != "sqlite":
            self._scrub_due = False
            return
        try:
            self._connection = self._connection or self._engine.connect()
            driver = self._connection.connection.driver_connection
            assert driver is not None
            # Not through execute(): that would begin a transaction, inside which no log can be emptied.
            driver.execute(f"PRAGMA busy_timeout={SCRUB_BUSY_MILLISECONDS}")
            (busy, _, _) = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            driver.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}")
            self._scrub_due = bool(busy)
        except Exception as error:  # noqa: BLE001 - what was deleted is committed already: this is tried again, and harms no one
            log.warning("The log of SQLite could not be emptied after a deletion: %s", self._describe(error))

    def _let_go(self) -> None:
        if self._connection is not None:
            connection, self._connection = self._connection, None
            with suppress(SQLAlchemyError):
                connection.close()

    def _die(self, error: BaseException, batch: list[_Job]) -> None:
        log.critical("The writer thread has died: nothing is written until Sparring is started again.", exc_info=error)
        trouble = StorageFault(f"The record cannot be written any more ({type(error).__name__} in the writer): start Sparring again.")
        with self._door:
            self._closed = trouble
        while not self._jobs.empty():
            if (job := self._jobs.get()) is not None:
                batch.append(job)
        for job in batch:
            with suppress(InvalidStateError):
                job.future.set_exception(trouble)
        self.ended.set_exception(trouble)
        with suppress(Exception):
            self._let_go()
