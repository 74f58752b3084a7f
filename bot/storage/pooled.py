"""The scaled store: a thread and a PostgreSQL connection for each transaction, repeated where two collide."""

import asyncio
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ClassVar, Final, TypeVar

import psycopg
from psycopg import errors
from psycopg.sql import SQL, Identifier

from bot.errors import Duplicate, StoreError
from bot.storage.database import TableSpec
from bot.storage.formats import prepare
from bot.storage.lines import Lines, last_line
from bot.storage.postgres import PostgresDatabase
from bot.storage.rows import RowStorage, Tables
from bot.storage.transaction import snapshot, transact
from bot.storage.waking import Store

T = TypeVar("T")
WRITERS: Final = 8
READERS: Final = 3
ATTEMPTS: Final = 6
PAUSE: Final = 0.005  # seconds, times the attempt
COLLISIONS: Final = (errors.SerializationFailure, errors.DeadlockDetected, errors.UniqueViolation)
AWAY: Final = (  # of the errors that psycopg calls operational, those in which the connection or the server is gone
    errors.AdminShutdown,
    errors.CrashShutdown,
    errors.CannotConnectNow,
    errors.IdleInTransactionSessionTimeout,
)


class PostgresStore(Store):
    """PostgreSQL, shared by several processes."""

    shared: ClassVar[bool] = True
    patience: ClassVar[float] = 1.0  # another process does not wake us

    def __init__(self, lines: Lines, specs: Sequence[TableSpec]) -> None:
        super().__init__()
        self._lines = lines
        self._specs = tuple(specs)
        self._writers = ThreadPoolExecutor(WRITERS, thread_name_prefix="greenroom-writer")
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="greenroom-reader")

    async def run(self, fn: Callable[[Tables], T]) -> T:
        """One durable transaction; `fn` runs again where it collided with another."""
        self._check_open()
        task, loop = self._meet(), asyncio.get_running_loop()
        result, changed = await loop.run_in_executor(self._writers, self._until_done, partial(self._transact, fn))
        if changed:
            self._changed(task)
        return result

    async def read(self, fn: Callable[[Tables], T]) -> T:
        """`fn` over a snapshot."""
        self._check_open()
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._readers, self._until_done, partial(self._snapshot, fn))

    async def forget(self) -> bool:
        """Vacuum: removed rows leave the tables' files."""
        self._check_open()
        await asyncio.get_running_loop().run_in_executor(self._writers, self._vacuum)
        return True

    def _vacuum(self) -> None:
        for spec in self._specs:
            self._lines.mine().execute(SQL("VACUUM {}").format(Identifier(f"t_{spec.name}")))

    async def close(self) -> None:
        """Finish what was begun, then let go of the connections."""
        if not self._closed:
            self._closed = True
            await asyncio.to_thread(self._let_go)

    def _let_go(self) -> None:
        self._writers.shutdown()
        self._readers.shutdown()
        self._lines.close()

    # --- in a thread

    def _until_done(self, attempt: Callable[[], T]) -> T:
        for number in range(1, ATTEMPTS + 1):
            try:
                return attempt()
            except (psycopg.Error, Duplicate) as error:
                if number == ATTEMPTS or not self._repeatable(error, number):
                    raise ours(error) from error
        raise AssertionError("unreachable")

    def _transact(self, fn: Callable[[Tables], T]) -> tuple[T, bool]:
        database = PostgresDatabase(self._lines.mine())
        result = transact(database, Tables(RowStorage(database, self._specs)), fn)
        return result, database.changes > 0

    def _snapshot(self, fn: Callable[[Tables], T]) -> T:
        database = PostgresDatabase(self._lines.mine(), writable=False)
        return snapshot(database, Tables(RowStorage(database, self._specs)), fn)

    def _repeatable(self, error: Exception, attempt: int) -> bool:
        """May the same function do better now?"""
        if isinstance(error, Duplicate):
            return attempt == 1  # it may have looked just before the other one was committed
        if isinstance(error, COLLISIONS):
            time.sleep(PAUSE * attempt)
            return True
        if isinstance(error, AWAY) or type(error) is psycopg.OperationalError:
            self._lines.drop()
            return True
        return False


def ours(error: Exception) -> Exception:
    """No psycopg exception leaves the store."""
    if isinstance(error, psycopg.Error):
        return StoreError(f"the store could not do this: {last_line(error)}")
    return error


def _prepared(lines: Lines, specs: Sequence[TableSpec]) -> None:
    """Make or migrate the tables, again where that collided with who is writing."""
    for number in range(1, ATTEMPTS + 1):
        try:
            return prepare(PostgresDatabase(lines.mine()), specs)
        except COLLISIONS:
            if number == ATTEMPTS:
                raise
            time.sleep(PAUSE * number)


def open_postgres(where: str, specs: Sequence[TableSpec]) -> Store:
    """The store behind a postgresql:// address, its tables made or migrated if need be."""
    lines = Lines(where)
    try:
        _prepared(lines, specs)
    except (psycopg.Error, StoreError) as error:
        lines.close()
        raise ours(error) from error
    lines.drop()
    return PostgresStore(lines, specs)
