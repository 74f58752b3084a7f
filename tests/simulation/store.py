"""SimStore: the in-line store with a place to die before, inside and after each transaction."""

import asyncio
from collections.abc import Callable, Iterable
from typing import Any, Final, TypeVar

from bot.storage.inline import InlineStore
from bot.storage.repositories import SPECS
from bot.storage.rows import Tables
from bot.storage.sqlite import SqliteDatabase
from tests.simulation.world import World

T = TypeVar("T")
WATCHED: Final = frozenset({"outbox", "screenings"})  # for rows of these a loop waits


class SimDatabase(SqliteDatabase):
    """The same statements; it knows which rows the last transaction wrote."""

    written: dict[str, set[int]]

    def begin(self) -> None:
        """Begin."""
        self.written = {}
        super().begin()

    def scrub(self) -> None:
        """There is no write-ahead log."""
        self.erased = False

    def insert(self, table: str, text: str) -> int | None:
        """Insert."""
        doc_id = super().insert(table, text)
        if doc_id is not None:
            self._wrote(table, doc_id)
        return doc_id

    def insert_at(self, table: str, doc_id: int, text: str) -> None:
        """Insert under a given id."""
        self._wrote(table, doc_id)
        super().insert_at(table, doc_id, text)

    def replace(self, table: str, doc_id: int, text: str) -> None:
        """Change."""
        self._wrote(table, doc_id)
        super().replace(table, doc_id, text)

    def delete(self, table: str, doc_ids: Iterable[int]) -> None:
        """Remove."""
        gone = list(doc_ids)
        self._wrote(table, *gone)
        super().delete(table, gone)

    def _wrote(self, table: str, *doc_ids: int) -> None:
        self.written.setdefault(table, set()).update(doc_ids)


class SimStore(InlineStore):
    """One process's way into the file that all processes share."""

    _database: SimDatabase

    def __init__(self, world: World, database: SimDatabase) -> None:
        super().__init__(SPECS, database=database)
        self.world = world
        self.shared = world.plan.processes > 1  # type: ignore[misc]
        self.others: Callable[[], list[SimStore]] = list  # of other processes: they notice within a second

    async def run(self, fn: Callable[[Tables], T]) -> T:
        """One transaction; the answer takes a while, so that others come between."""
        world = self.world

        def whole(tables: Tables) -> T:
            result = fn(tables)
            world.point("transaction: before the commit")
            return result

        world.point("transaction: before it begins")
        await asyncio.sleep(0)
        before = self._database.changes
        result = await super().run(whole)
        if self._database.changes != before:
            world.point("transaction: committed")
        await asyncio.sleep(0)
        return result

    def _changed(self, task: asyncio.Task[Any] | None) -> None:
        """Committed: the judge looks, and whatever waits for rows of these tables wakes, here and elsewhere."""
        world, written = self.world, self._database.written
        world.on_rows(written)
        if written.keys() & WATCHED:
            super()._changed(task)
            for other in self.others():
                world.later(world.rng.uniform(0.01, 1), other.wake)

    async def read(self, fn: Callable[[Tables], T]) -> T:
        """A snapshot."""
        self.world.living("snapshot")
        await asyncio.sleep(0)
        return await super().read(fn)

    async def close(self) -> None:
        """The file outlives us."""
        self._closed = True
