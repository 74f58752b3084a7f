"""The scaled store: a thread and a PostgreSQL connection for each transaction, repeated where two collide."""

import asyncio
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, ClassVar, Final, TypeVar

import psycopg
from psycopg import errors
from psycopg_pool import ConnectionPool

from bot.errors import Duplicate, StoreError
from bot.storage.database import TableSpec
from bot.storage.formats import prepare
from bot.storage.postgres import PostgresDatabase
from bot.storage.rows import RowStorage, Tables
from bot.storage.transaction import snapshot, transact
from bot.storage.waking import Store

T = TypeVar("T")
WRITERS: Final = 8
READERS: Final = 2
ATTEMPTS: Final = 6
PAUSE: Final = 0.005  # seconds, times the attempt
PATIENCE: Final = 10.0  # seconds until PostgreSQL must have answered at start
COLLISIONS: Final = (errors.SerializationFailure, errors.DeadlockDetected, errors.UniqueViolation)
LOST: Final = (psycopg.OperationalError, errors.AdminShutdown, errors.CrashShutdown)


class PostgresStore(Store):
    """PostgreSQL, shared by several processes."""

    patience: ClassVar[float] = 1.0  # another process does not wake us

    def __init__(self, pool: ConnectionPool[Any], specs: Sequence[TableSpec]) -> None:
        super().__init__()
        self._pool = pool
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

    async def close(self) -> None:
        """Finish what was begun, then let go of the connections."""
        if not self._closed:
            self._closed = True
            await asyncio.to_thread(self._let_go)

    def _let_go(self) -> None:
        self._writers.shutdown()
        self._readers.shutdown()
        self._pool.close()

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
        with self._pool.connection() as connection:
            database = PostgresDatabase(connection)
            result = transact(database, Tables(RowStorage(database, self._specs)), fn)
            return result, database.changes > 0

    def _snapshot(self, fn: Callable[[Tables], T]) -> T:
        with self._pool.connection() as connection:
            database = PostgresDatabase(connection, writable=False)
            return snapshot(database, Tables(RowStorage(database, self._specs)), fn)

    def _repeatable(self, error: Exception, attempt: int) -> bool:
        """May the same function do better now?"""
        if isinstance(error, Duplicate):
            return attempt == 1  # it may have looked just before the other one was committed
        if isinstance(error, COLLISIONS):
            time.sleep(PAUSE * attempt)
            return True
        if type(error) in LOST:
            self._pool.check()
            return True
        return False


def ours(error: Exception) -> Exception:
    """No psycopg exception leaves the store."""
    if isinstance(error, psycopg.Error):
        return StoreError(f"the store could not do this: {str(error).strip()}")
    return error


def open_postgres(where: str, specs: Sequence[TableSpec]) -> Store:
    """The store behind a postgresql:// address, its tables made or migrated if need be."""
    pool: ConnectionPool[Any] = ConnectionPool(
        where, min_size=1, max_size=WRITERS + READERS, kwargs={"autocommit": True}, open=False
    )
    try:
        pool.open(wait=True, timeout=PATIENCE)
        with pool.connection() as connection:
            prepare(PostgresDatabase(connection), specs)
    except (psycopg.Error, StoreError) as error:
        pool.close()
        raise ours(error) from error
    return PostgresStore(pool, specs)
