"""Erasure that the candidate asked for and confirmed by text."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from bot.outbox.delivery import Delivery
from bot.storage.repositories import Repositories
from bot.storage.store import Store, Tables
from bot.subjects.erase import OnHold, check_hold, erase, forgotten, remove_files
from bot.subjects.held import Held, held
from screening.ports import Order

BY = "the candidate, by text"


class EraseDelivery:
    """Files first, then rows: what a crash interrupts is done again from the start. Doing it twice changes nothing."""

    stale_ms = 0

    def __init__(
        self, store: Store, records: Callable[[Tables], Repositories], data: Path, now: Callable[[], int]
    ) -> None:
        self._store, self._records, self._data, self._now = store, records, data, now

    async def call(self, d: Delivery) -> str:
        """Erase, or tell a recruiter why not."""
        found = await self._store.read(lambda t: self._found(t, d.screening))
        if isinstance(found, str):
            await self._store.run(lambda t: self._tell(t, d.screening, found))
            return d.key
        await asyncio.to_thread(remove_files, found, self._data)
        await self._store.run(lambda t: self._erase(t, d.screening))
        await forgotten(self._store)
        return d.key

    async def look_up(self, d: Delivery, taken: frozenset[str]) -> str | None:
        """Never: it may be done again."""
        return None

    def _found(self, tables: Tables, id: str) -> Held | str:
        """What is theirs; or why a person must look first."""
        records = self._records(tables)
        s, found = records.screening(id), held(tables, id)
        if s is None:
            return found
        try:
            check_hold(records, found)
        except OnHold as kept:
            return f"asks by text for their data to be erased. {kept}"
        others = [
            row for row in tables["screenings"].find(candidate=s.candidate.id) if row["phone"] != s.candidate.phone
        ]
        if others:
            return (
                "asks by text for their data to be erased, and is held under another number too; make sure who asks, "
                f"then `erase {s.candidate.id}`."
            )
        return found

    def _erase(self, tables: Tables, id: str) -> None:
        records = self._records(tables)
        s = records.screening(id)
        if s is None:
            return
        erase(records, id, self._now(), BY)
        text = (
            f"{id}: erased, as the candidate asked by text (Tracker {s.candidate.id}). What Tracker, Twilio and Slack hold "
            "is still there: erase it there too."
        )
        records.order(Order(key=f"ops:erased:{id}", way="ops", lane="ops", payload={"text": text}), self._now())

    def _tell(self, tables: Tables, id: str, why: str) -> None:
        records = self._records(tables)
        s = records.screening(id)
        if s is not None:
            payload = {"text": f"{s.candidate.name} {why}", "take_over": True}
            records.order(
                Order(key=f"notice:erase:{id}", way="notice", lane=f"notice:{id}", payload=payload, screening=id),
                self._now(),
            )
