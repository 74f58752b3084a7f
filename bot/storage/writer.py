"""The embedded store: one writer thread with group commit, and snapshot readers beside it."""

import asyncio
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from queue import Empty, LifoQueue, SimpleQueue
from typing import Any, Final, TypeVar

from bot.storage.database import TableSpec
from bot.storage.rows import RowStorage, Tables
from bot.storage.sqlite import SqliteDatabase, connect, raisable
from bot.storage.transaction import snapshot, whole
from bot.storage.waking import Store, Task

T = TypeVar("T")
GROUP: Final = 64  # functions in one commit at most
READERS: Final = 4
SCRUB_EVERY: Final = 1.0  # seconds between attempts while a reader is in the way


@dataclass(slots=True, eq=False, kw_only=True)
class Job:
    """A function that waits for the writer, and afterwards what came of it."""

    fn: Callable[[Tables], Any]
    future: asyncio.Future[Any]
    task: Task | None
    result: Any = None
    error: BaseException | None = None
    changed: bool = False

    def settle(self) -> None:
        """Answer the caller, unless it has gone."""
        if self.future.done():
            return
        if self.error is None:
            self.future.set_result(self.result)
        else:
            self.future.set_exception(raisable(self.error))


class SqliteStore(Store):
    """SQLite through one writer thread: what waits together is committed together."""

    def __init__(
        self, path: str, specs: Sequence[TableSpec], *, database: SqliteDatabase, release: Callable[[], None]
    ) -> None:
        super().__init__()
        self._path = path
        self._specs = tuple(specs)
        self._database = database
        self._release = release
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._idle: LifoQueue[tuple[SqliteDatabase, Tables]] = LifoQueue()
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="greenroom-reader")
        self._writer = threading.Thread(target=self._write, name="greenroom-writer", daemon=True)
        self._writer.start()

    async def run(self, fn: Callable[[Tables], T]) -> T:
        """One durable transaction."""
        self._check_open()
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._jobs.put(Job(fn=fn, future=future, task=self._meet()))
        return await future

    async def read(self, fn: Callable[[Tables], T]) -> T:
        """`fn` over a snapshot, in a thread."""
        self._check_open()
        return await asyncio.get_running_loop().run_in_executor(self._readers, self._snapshot, fn)

    async def forget(self) -> bool:
        """Whether the write-ahead log has let go of what was removed."""
        return not self._database.erased

    async def close(self) -> None:
        """Commit what waits, then let go of the file."""
        if self._closed:
            return
        self._closed = True
        self._jobs.put(None)
        await asyncio.to_thread(self._let_go)

    def _let_go(self) -> None:
        self._writer.join()
        self._readers.shutdown()
        while not self._idle.empty():
            self._idle.get()[0].connection.close()
        self._database.connection.close()
        self._release()

    # --- in a reader's thread

    def _snapshot(self, fn: Callable[[Tables], T]) -> T:
        database, tables = self._reader()
        try:
            return snapshot(database, tables, fn)
        finally:
            self._idle.put((database, tables))

    def _reader(self) -> tuple[SqliteDatabase, Tables]:
        try:
            return self._idle.get_nowait()
        except Empty:
            database = SqliteDatabase(connect(self._path), writable=False)
            database.connection.execute("PRAGMA query_only=ON")
            return database, Tables(RowStorage(database, self._specs))

    # --- in the writer's thread

    def _write(self) -> None:
        tables = Tables(RowStorage(self._database, self._specs))
        while (group := self._group()) is not None:
            if group:
                commit_group(self._database, tables, group)
            if self._database.erased:
                self._database.scrub()
            if group:
                self._answer(group)

    def _group(self) -> list[Job] | None:
        """What waits now; nothing after a while if there is something to scrub; None once the store closes."""
        try:
            job = self._jobs.get(timeout=SCRUB_EVERY if self._database.erased else None)
        except Empty:
            return []
        group = []
        while job is not None:
            group.append(job)
            if len(group) == GROUP or self._jobs.empty():
                return group
            job = self._jobs.get()
        if group:
            self._jobs.put(None)
        return group or None

    def _answer(self, group: list[Job]) -> None:
        loop = group[0].future.get_loop()
        try:
            loop.call_soon_threadsafe(self._settle, group)
        except RuntimeError:  # the loop has been closed: nobody waits for an answer
            return

    def _settle(self, group: list[Job]) -> None:
        for job in group:
            job.settle()
            if job.changed:
                self._changed(job.task)


def commit_group(database: SqliteDatabase, tables: Tables, group: list[Job]) -> None:
    """Run each function in a part of its own, then commit all at once; each job then knows its outcome."""
    try:
        database.begin()
        for job in group:
            _run_part(database, tables, job)
        database.commit()
    except BaseException as error:
        database.roll_back()
        for job in group:
            job.error, job.changed = job.error or error, False


def _run_part(database: SqliteDatabase, tables: Tables, job: Job) -> None:
    before = database.changes
    database.mark()
    try:
        job.result = whole(database, tables, job.fn)
    except BaseException as error:
        job.error = error
        database.undo()
    else:
        database.keep()
        job.changed = database.changes != before
