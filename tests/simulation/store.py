"""SimStore: the in-line store with a place to die before, inside and after each transaction."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from bot.storage.inline import InlineStore
from bot.storage.repositories import SPECS
from bot.storage.rows import Tables
from bot.storage.sqlite import SqliteDatabase
from tests.simulation.world import World

T = TypeVar("T")


class SimStore(InlineStore):
    """One process's way into the file that all processes share."""

    def __init__(self, world: World, database: SqliteDatabase) -> None:
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
            world.on_rows()
            for other in self.others():
                world.later(world.rng.uniform(0.01, 1), other.wake)
        await asyncio.sleep(0)
        return result

    async def read(self, fn: Callable[[Tables], T]) -> T:
        """A snapshot."""
        self.world.living("snapshot")
        await asyncio.sleep(0)
        return await super().read(fn)

    async def close(self) -> None:
        """The file outlives us."""
        self._closed = True
