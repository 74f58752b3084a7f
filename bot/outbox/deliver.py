"""Delivering: look up what may have happened, call, and mark by fate."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Protocol

import structlog

from bot.outbox.claim import Claims, Rules, claim, due_queues, renew
from bot.outbox.delivery import LEASE, Deliverer, Delivery
from bot.outbox.endings import adopted, free, park, taken
from bot.storage.store import Store, Tables
from screening.errors import Fate, PortFailed

log = structlog.get_logger(__name__)
AT_A_TIME: Final = 16  # deliveries of one way under way
PARK_AFTER: Final = 12  # tries that end in an error nobody foresaw
PARK_AT_AGE: Final = 86_400_000  # ms since it was made, while nobody can say what became of it
TELL_AFTER: Final = 10  # tries until a person is told that it goes on failing


class Follow(Protocol):
    """What follows in our records; each inside the transaction that marks the delivery."""

    def marked(self, tables: Tables, d: Delivery, id: str, at: int) -> None: ...
    def refused(self, tables: Tables, d: Delivery, error: PortFailed, at: int) -> None: ...
    def waiting(self, tables: Tables, d: Delivery, error: PortFailed, at: int) -> None: ...
    def troubled(self, tables: Tables, d: Delivery, error: PortFailed, at: int) -> None: ...


@dataclass(slots=True)
class Flight:
    """A delivery under way in this process; `since` (ms UTC): when its claim was last renewed."""

    delivery: Delivery
    task: "asyncio.Task[None]"
    since: int


class Outbox:
    """The loop that delivers."""

    def __init__(
        self, *, store: Store, ways: Mapping[str, Deliverer], rules: Rules, follow: Follow, now: Callable[[], int]
    ) -> None:
        self._store, self._ways, self._rules, self._follow, self._now = store, ways, rules, follow, now
        self._flying: dict[int, Flight] = {}
        self._alarm: asyncio.TimerHandle | None = None

    async def run_once(self, now: int) -> int:
        """Claim what is due at `now` and set out to deliver it; answers how many rows that concerned."""
        old = [f for f in self._flying.values() if now - f.since > LEASE // 3]
        queues = await self._store.read(lambda t: due_queues(t, now))
        if not old and queues == frozenset():
            return 0
        room = {way: places for way in self._ways if (places := self._room(way)) > 0}
        claims, lost = await self._store.run(lambda t: self._turn(t, now, room, queues, [f.delivery for f in old]))
        self._renewed(old, lost, now)
        for delivery in claims.claimed:
            self._set_out(delivery, now)
        if claims.free_at is not None:
            self._wake_at(claims.free_at - now)
        return claims.seen

    async def drained(self) -> None:
        """Wait for the calls in flight."""
        if self._flying:
            await asyncio.wait([f.task for f in self._flying.values()])

    @property
    def busy(self) -> bool:
        """Whether calls are in flight."""
        return bool(self._flying)

    def _room(self, way: str) -> int:
        return AT_A_TIME - sum(f.delivery.way == way for f in self._flying.values())

    def _turn(
        self,
        tables: Tables,
        now: int,
        room: Mapping[str, int],
        queues: frozenset[str] | None,
        old: list[Delivery],
    ) -> tuple[Claims, list[Delivery]]:
        lost = renew(tables, old, now)
        return claim(tables, now, self._rules, room, queues), lost

    def _renewed(self, old: list[Flight], lost: list[Delivery], now: int) -> None:
        for flight in old:
            flight.since = now
            if flight.delivery in lost:
                log.warning("a claim was lost", way=flight.delivery.way, screening=flight.delivery.screening)
                flight.task.cancel()

    def _set_out(self, d: Delivery, now: int) -> None:
        task = asyncio.create_task(self._deliver(d))
        flight = self._flying[d.row] = Flight(d, task, now)
        task.add_done_callback(lambda _: self._landed(d.row, flight))

    def _landed(self, row: int, flight: Flight) -> None:
        if self._flying.get(row) is flight:
            del self._flying[row]

    def _wake_at(self, ms: int) -> None:
        if self._alarm is not None:
            self._alarm.cancel()
        self._alarm = asyncio.get_running_loop().call_later(ms / 1000, self._store.wake)

    # --- one delivery

    async def _deliver(self, d: Delivery) -> None:
        way = self._ways[d.way]
        try:
            id = await (self._found(way, d) if d.again else way.call(d))
        except PortFailed as error:
            await self._failed(d, error, way)
        except Exception as error:
            log.exception("delivery failed", way=d.way, screening=d.screening)
            await self._failed(d, PortFailed(f"{type(error).__name__}", fate=Fate.UNKNOWN), way, foreseen=False)
        else:
            await self._store.run(lambda t: self._mark(t, d, id))
            log.info(
                "delivered" if id else "not there yet",
                way=d.way,
                screening=d.screening,
                delivery=d.row,
                provider=id,
                tries=d.tries,
            )

    async def _found(self, way: Deliverer, d: Delivery) -> str | None:
        """What the provider has of it, after its list's staleness; an id that another delivery has is not this one's."""
        wait = d.claimed + way.stale_ms - self._now()
        if wait > 0:
            await asyncio.sleep(wait / 1000)
        known = await self._store.read(lambda t: _known(t, d))
        id = await way.look_up(d, known)
        if id is None or await self._store.read(lambda t: taken(t, d.row, id)):
            return None
        return id

    def _mark(self, tables: Tables, d: Delivery, id: str | None) -> None:
        """A provider's id is a fact, whoever has claimed it meanwhile; that nothing was found counts for our claim alone."""
        if id is None:
            if _ours(tables, d):
                free(tables, d)
        elif _done(tables, d):
            return
        elif adopted(tables, d.row, id):
            self._follow.marked(tables, d, id, self._now())
        else:
            self._park(tables, d, PortFailed("what came back names another delivery", fate=Fate.REFUSED))

    async def _failed(self, d: Delivery, error: PortFailed, way: Deliverer, *, foreseen: bool = True) -> None:
        log.warning(
            "not delivered", way=d.way, screening=d.screening, fate=error.fate.value, why=str(error), tries=d.tries
        )
        await self._store.run(lambda t: self._note(t, d, error, way.stale_ms, foreseen))

    def _note(self, tables: Tables, d: Delivery, error: PortFailed, stale: int, foreseen: bool) -> None:
        if not _ours(tables, d):
            return
        now = self._now()
        if error.fate is Fate.REFUSED or _hopeless(d, error, now, foreseen):
            self._park(tables, d, error)
            return
        self._tell(tables, d, error, now)
        due = now + int((error.retry_after or backoff(d.tries)) * 1000)
        if error.fate is Fate.NOT_DONE and not d.again:
            free(tables, d, str(error), due, state="waits" if error.waits else "new")
            return
        change = {"reason": str(error), "code": error.fate.value, "due": max(due, now + stale)}
        tables["outbox"].update(change, doc_ids=[d.row])

    def _tell(self, tables: Tables, d: Delivery, error: PortFailed, now: int) -> None:
        """What only a person can mend is told at once and once; what goes on failing, after a while."""
        row: Any = tables["outbox"].get(doc_id=d.row)
        if error.waits and not row.get("told"):
            tables["outbox"].update({"told": True}, doc_ids=[d.row])
            self._follow.waiting(tables, d, error, now)
        elif d.tries == TELL_AFTER and not error.waits:
            self._follow.troubled(tables, d, error, now)

    def _park(self, tables: Tables, d: Delivery, error: PortFailed) -> None:
        park(tables, d.row, str(error), error.fate.value)
        self._follow.refused(tables, d, error, self._now())


def backoff(tries: int) -> float:
    """Seconds before the next try: 1, 2, 4, ... at most 60."""
    return float(min(60, 2 ** min(tries - 1, 6)))


def _hopeless(d: Delivery, error: PortFailed, now: int, foreseen: bool) -> bool:
    """An outage is waited out for ever; what nobody can look up for a day, or breaks us each time, is for a person."""
    if not foreseen:
        return d.tries >= PARK_AFTER
    return error.fate is Fate.UNKNOWN and now - d.made >= PARK_AT_AGE


def _ours(tables: Tables, d: Delivery) -> bool:
    """Whether the claim is still this one: not done meanwhile, nor taken over by another process."""
    row: Any = tables["outbox"].get(doc_id=d.row)
    return row is not None and row["state"] == "claimed" and row["tries"] == d.tries


def _done(tables: Tables, d: Delivery) -> bool:
    row: Any = tables["outbox"].get(doc_id=d.row)
    return row is None or row["state"] == "done"


def _known(tables: Tables, d: Delivery) -> frozenset[str]:
    """Provider ids that belong to other deliveries to the same number."""
    to = d.payload.get("to")
    rows = tables["outbox"].find(to=to) if to else []
    return frozenset(r["provider_id"] for r in rows if r["provider_id"] and r.doc_id != d.row)
