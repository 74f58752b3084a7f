"""A store without a thread, for the simulation and for `talk`: the same statements on one connection."""

import sqlite3
from collections.abc import Callable, Sequence
from typing import TypeVar

from bot.storage.database import TableSpec
from bot.storage.rows import RowStorage, Tables
from bot.storage.sqlite import SqliteDatabase, raisable
from bot.storage.transaction import snapshot, transact
from bot.storage.waking import Store

T = TypeVar("T")


class InlineStore(Store):
    """SQLite on the caller's own thread."""

    def __init__(self, specs: Sequence[TableSpec], *, database: SqliteDatabase) -> None:
        super().__init__()
        self._database = database
        self._tables = Tables(RowStorage(database, specs))

    async def run(self, fn: Callable[[Tables], T]) -> T:
        """One durable transaction, at once."""
        self._check_open()
        task, before = self._meet(), self._database.changes
        try:
            result = transact(self._database, self._tables, fn)
        except sqlite3.Error as error:
            raise raisable(error) from error
        if self._database.erased:
            self._database.scrub()
        if self._database.changes != before:
            self._changed(task)
        return result

    async def read(self, fn: Callable[[Tables], T]) -> T:
        """`fn` over the data as it is; a write raises StoreReadOnly."""
        self._check_open()
        self._database.writable = False
        try:
            return snapshot(self._database, self._tables, fn)
        finally:
            self._database.writable = True

    async def close(self) -> None:
        """Let go of the file."""
        self._closed = True
        self._database.connection.close()
