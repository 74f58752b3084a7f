"""Delivering: look up what may have happened, call, and mark by fate."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final

import structlog

from bot.outbox.claim import Gate, Rate, adopted, claim
from bot.outbox.delivery import Deliverer, Delivery
from bot.storage.store import Store, Tables
from screening.errors import Fate, PortFailed

log = structlog.get_logger(__name__)
PARK_AFTER: Final = 12  # tries before a person is asked
Marked = Callable[[Tables, Delivery, str, int], None]
Refused = Callable[[Tables, Delivery, PortFailed, int], None]


class Outbox:
    """The loop that delivers. `marked`, `refused` and `waiting` run in the transaction that marks the delivery."""

    def __init__(
        self,
        *,
        store: Store,
        ways: Mapping[str, Deliverer],
        gate: Gate,
        rate: Rate,
        marked: Marked,
        refused: Refused,
        waiting: Refused,
        now: Callable[[], int],
        me: str = "",
    ) -> None:
        self._me = me
        self._store, self._ways, self._gate, self._rate = store, ways, gate, rate
        self._marked, self._refused, self._waiting, self._now = marked, refused, waiting, now
        self._busy: set[asyncio.Task[None]] = set()

    async def run_once(self, now: int) -> int:
        """Claim what is due at `now` and set out to deliver it; answers how many."""
        names = frozenset(self._ways)
        room = 64 - len(self._busy)
        if room <= 0:
            return 0
        batch = await self._store.run(lambda t: claim(t, now, self._gate, self._rate, names, by=self._me))
        for delivery in batch:
            task = asyncio.create_task(self._deliver(delivery))
            self._busy.add(task)
            task.add_done_callback(self._busy.discard)
        return len(batch)

    async def drained(self) -> None:
        """Wait for the calls in flight."""
        if self._busy:
            await asyncio.wait(self._busy)

    async def _deliver(self, d: Delivery) -> None:
        way = self._ways[d.way]
        try:
            id = await self._found(way, d) if d.again else None
            if id is None:
                id = await way.call(d)
        except PortFailed as error:
            await self._failed(d, error, way)
        except Exception as error:
            log.exception("delivery failed", way=d.way, screening=d.screening)
            await self._failed(d, PortFailed(f"{type(error).__name__}", fate=Fate.UNKNOWN), way)
        else:
            await self._mark(d, id)

    async def _found(self, way: Deliverer, d: Delivery) -> str | None:
        wait = d.claimed + way.stale_ms - self._now()
        if wait > 0:
            await asyncio.sleep(wait / 1000)
        taken = await self._store.run(_taken)
        return await way.look_up(d, taken)

    async def _mark(self, d: Delivery, id: str) -> None:
        def mark(tables: Tables) -> None:
            row = tables["outbox"].get(doc_id=d.row)
            if isinstance(row, dict) and row["state"] != "done" and adopted(tables, d.row, id):
                self._marked(tables, d, id, self._now())

        await self._store.run(mark)
        log.info("delivered", way=d.way, screening=d.screening, delivery=d.row, provider=id, tries=d.tries)

    async def _failed(self, d: Delivery, error: PortFailed, way: Deliverer) -> None:
        log.warning(
            "not delivered", way=d.way, screening=d.screening, fate=error.fate.value, why=str(error), tries=d.tries
        )
        await self._store.run(lambda t: self._note(t, d, error, way))

    def _note(self, tables: Tables, d: Delivery, error: PortFailed, way: Deliverer) -> None:
        row = tables["outbox"].get(doc_id=d.row)
        if not isinstance(row, dict) or row["state"] == "done":
            return
        now = self._now()
        change: dict[str, Any] = {"reason": str(error), "code": error.fate.value}
        if error.waits and not row.get("told"):
            change["told"] = True
            self._waiting(tables, d, error, now)
        if error.fate is Fate.REFUSED or (d.tries >= PARK_AFTER * 20 and not error.waits):
            change |= {"state": "parked", "due": None}
            tables["outbox"].update(change, doc_ids=[d.row])
            self._refused(tables, d, error, now)
            return
        pause = int((error.retry_after or backoff(d.tries)) * 1000)
        if error.fate is Fate.NOT_DONE and not d.again:
            change |= {"state": "waits" if error.waits else "new", "claimed": None}
        due = max(now + pause, now + way.stale_ms if error.fate is Fate.UNKNOWN else 0)
        tables["outbox"].update(change | {"due": due}, doc_ids=[d.row])


def backoff(tries: int) -> float:
    """Seconds before the next try: 1, 2, 4, ... at most 60."""
    return float(min(60, 2 ** min(tries - 1, 6)))


def _taken(tables: Tables) -> frozenset[str]:
    rows = tables["outbox"].find(state="done", way="sms")
    return frozenset(r["provider_id"] for r in rows if r["provider_id"])


async def loop(run_once: Callable[[], Awaitable[int]], store: Store, seconds: float, stop: asyncio.Event) -> None:
    """Turn until stopped: at a wake-up or after `seconds`."""
    while not stop.is_set():
        try:
            done = await run_once()
        except Exception:
            log.exception("a loop failed")
            done = 0
        if not done:
            await store.wait(seconds)
