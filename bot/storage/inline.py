"""A store without a thread, for the simulation and for `talk`: the same statements on one connection."""

import asyncio
from collections.abc import Callable, Sequence
from typing import TypeVar

from bot.storage.database import TableSpec
from bot.storage.rows import RowStorage, Tables
from bot.storage.sqlite import SqliteDatabase
from bot.storage.waking import Store
from bot.storage.writer import checked, snapshot

T = TypeVar("T")


class InlineStore(Store):
    """SQLite on the caller's own thread."""

    def __init__(self, specs: Sequence[TableSpec], *, database: SqliteDatabase) -> None:
        super().__init__()
        self._database = database
        self._tables = Tables(RowStorage(database, specs))

    async def run(self, fn: Callable[[Tables], T]) -> T:
        """One durable transaction, at once."""
        before = self._database.changes
        result = transact(self._database, self._tables, fn)
        if self._database.changes != before:
            self._changed(asyncio.current_task())
        return result

    async def read(self, fn: Callable[[Tables], T]) -> T:
        """`fn` over the data as it is; a write raises StoreReadOnly."""
        self._database.writable = False
        try:
            return snapshot(self._database, self._tables, fn)
        finally:
            self._database.writable = True

    async def close(self) -> None:
        """Let go of the file."""
        self._database.connection.close()


def transact(database: SqliteDatabase, tables: Tables, fn: Callable[[Tables], T]) -> T:
    """`fn` in one transaction of its own."""
    database.begin()
    try:
        result = checked(fn(tables))
        database.commit()
    except BaseException:
        database.roll_back()
        raise
    return result
