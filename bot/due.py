"""The loop over screenings whose due time has come: a listening pause that is over, a reminder, an expiry."""

from collections.abc import Callable
from functools import partial

import structlog

from bot.errors import StoreError
from bot.storage.repositories import Repositories
from bot.storage.store import Store, Tables
from screening import screener

log = structlog.get_logger(__name__)
BATCH = 200
LATER = 300_000  # ms after which a screening that could not be followed is tried again


class Due:
    """One transaction per screening."""

    def __init__(self, store: Store, records: Callable[[Tables], Repositories]) -> None:
        self._store, self._records = store, records

    async def run_once(self, now: int) -> int:
        """Follow what is due at `now` (ms UTC); answers how many screenings that were."""
        ids = await self._store.read(lambda t: [r["gr"] for r in t["screenings"].due("due", now, BATCH)])
        for id in ids:
            try:
                await self._store.run(partial(self._follow, id, now))
            except StoreError:
                raise
            except Exception:
                log.exception("what is due could not be followed; tried again later", screening=id)
                await self._store.run(partial(_put_off, id, now))
            else:
                log.info("followed", screening=id)
        return len(ids)

    def _follow(self, id: str, now: int, tables: Tables) -> None:
        screener.due(self._records(tables), id, now)


def _put_off(id: str, now: int, tables: Tables) -> None:
    """One screening that cannot be followed must not hold up the others."""
    row = tables["screenings"].first(gr=id)
    if row is not None:
        tables["screenings"].update({"due": now + LATER}, doc_ids=[row.doc_id])
