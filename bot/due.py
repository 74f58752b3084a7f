"""The loop over screenings whose due time has come: a listening pause that is over, a reminder, an expiry."""

import asyncio
from collections.abc import Callable
from functools import partial

import structlog

from bot.errors import Duplicate, StoreError
from bot.llm import Llm
from bot.storage.repositories import Repositories
from bot.storage.store import Store, Tables
from screening import screener
from screening.screening import Proposal

log = structlog.get_logger(__name__)
BATCH = 200
MOST_PUZZLES = 20  # asked at once
LATER = 300_000  # ms after which a screening that could not be followed is tried again


class Due:
    """One transaction per screening. `llm`: asked, before, about texts that no reader understands."""

    def __init__(self, store: Store, records: Callable[[Tables], Repositories], llm: Llm | None = None) -> None:
        self._store, self._records, self._llm = store, records, llm

    async def run_once(self, now: int) -> int:
        """Follow what is due at `now` (ms UTC); answers how many screenings that were."""
        ids = await self._store.read(lambda t: [r["gr"] for r in t["screenings"].due("due", now, BATCH)])
        if self._llm is not None and self._llm.ready(now):
            await self._ask(self._llm, ids, now)
        for id in ids:
            try:
                await self._store.run(partial(self._follow, id, now))
            except Exception as error:
                if isinstance(error, StoreError) and not isinstance(error, Duplicate):
                    raise
                log.exception("what is due could not be followed; tried again later", screening=id)
                await self._store.run(partial(_put_off, id, now))
            else:
                log.info("followed", screening=id)
        return len(ids)

    async def _ask(self, llm: Llm, ids: list[str], now: int) -> None:
        """Proposals for what is puzzling; whatever goes wrong, the texts are read without them."""
        found = await self._store.read(lambda t: [screener.puzzled(self._records(t), id, now) for id in ids])
        puzzles = [p for p in found if p is not None][:MOST_PUZZLES]
        for puzzle, proposal in zip(puzzles, await asyncio.gather(*(llm.propose(p) for p in puzzles)), strict=True):
            if proposal is not None:
                await self._store.run(partial(self._propose, puzzle.screening, proposal, now))

    def _propose(self, id: str, proposal: Proposal, now: int, tables: Tables) -> None:
        screener.proposed(self._records(tables), id, proposal, now)

    def _follow(self, id: str, now: int, tables: Tables) -> None:
        screener.due(self._records(tables), id, now)


def _put_off(id: str, now: int, tables: Tables) -> None:
    """One screening that cannot be followed must not hold up the others."""
    row = tables["screenings"].first(gr=id)
    if row is not None:
        tables["screenings"].update({"due": now + LATER}, doc_ids=[row.doc_id])
