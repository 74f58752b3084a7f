"""The loop over screenings whose due time has come: a listening pause that is over, a reminder, an expiry."""

from collections.abc import Callable
from functools import partial

from bot.storage.repositories import Repositories
from bot.storage.store import Store, Tables
from screening import screener

BATCH = 200


class Due:
    """One transaction per screening."""

    def __init__(self, store: Store, records: Callable[[Tables], Repositories]) -> None:
        self._store, self._records = store, records

    async def run_once(self, now: int) -> int:
        """Follow what is due at `now` (ms UTC); answers how many screenings that were."""
        ids = await self._store.read(lambda t: [r["gr"] for r in t["screenings"].due("due", now, BATCH)])
        for id in ids:
            await self._store.run(partial(self._follow, id, now))
        return len(ids)

    def _follow(self, id: str, now: int, tables: Tables) -> None:
        screener.due(self._records(tables), id, now)
