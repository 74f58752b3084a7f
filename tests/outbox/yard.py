"""Yard: an outbox over a store in memory, with ways out that say what is to happen, and a clock that is moved."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.outbox.claim import Claims, Rules, claim
from bot.outbox.deliver import Outbox
from bot.outbox.delivery import Delivery
from bot.storage.repositories import SPECS, Repositories
from bot.storage.store import Store, Tables, open_inline_store
from screening.duties.release import Drop, Hold, Send, Verdict
from screening.errors import Fate, PortFailed
from screening.ports import Order

NOW = 1_700_000_000_000


@dataclass(slots=True)
class Way:
    """A way out. `plan`: what each call does, an id or an error, then ids; `there`: what a look-up finds, by key."""

    stale_ms: int = 0
    plan: list[Any] = field(default_factory=list)
    there: dict[str, str] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)
    looked: list[Delivery] = field(default_factory=list)
    known: list[frozenset[str]] = field(default_factory=list)
    trouble: Exception | None = None
    hangs: "asyncio.Event | None" = None

    async def call(self, delivery: Delivery) -> str:
        """As planned."""
        self.calls.append(delivery.key)
        if self.hangs is not None:
            await self.hangs.wait()
        step = self.plan.pop(0) if self.plan else f"id of {delivery.key}"
        if isinstance(step, Exception):
            raise step
        return str(step)

    async def look_up(self, delivery: Delivery, taken: frozenset[str]) -> str | None:
        """What is there."""
        self.looked.append(delivery)
        self.known.append(taken)
        if self.trouble is not None:
            raise self.trouble
        return self.there.get(delivery.key)


@dataclass(slots=True)
class Told:
    """What followed, as (what, key)."""

    heard: list[tuple[str, str]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)

    def marked(self, tables: Tables, d: Delivery, id: str, at: int) -> None:
        """It is done."""
        self.heard.append(("marked", d.key))
        self.ids.append(id)

    def refused(self, tables: Tables, d: Delivery, error: PortFailed, at: int) -> None:
        """It is parked."""
        self.heard.append(("refused", d.key))

    def waiting(self, tables: Tables, d: Delivery, error: PortFailed, at: int) -> None:
        """A person has to mend something."""
        self.heard.append(("waiting", d.key))

    def troubled(self, tables: Tables, d: Delivery, error: PortFailed, at: int) -> None:
        """It goes on failing."""
        self.heard.append(("troubled", d.key))

    def dropped(self, tables: Tables, row: dict[str, Any], verdict: Drop, at: int) -> None:
        """The gate dropped it."""
        self.heard.append(("dropped", row["key"]))


class Yard:
    """Orders deliveries and turns the outbox."""

    def __init__(self) -> None:
        self.now = NOW
        self.store: Store = open_inline_store(":memory:", SPECS)
        self.sms, self.card = Way(), Way()
        self.told = Told()
        self.verdicts: dict[str, Verdict] = {}
        self.free_at: int | None = None
        self.rated: list[str] = []
        self.outbox = self.another("here")

    def another(self, by: str) -> Outbox:
        """The outbox of another process on the same store."""
        return Outbox(
            store=self.store,
            ways={"sms": self.sms, "card": self.card},
            rules=self.rules(by),
            follow=self.told,
            now=self.clock,
        )

    def rules(self, by: str = "") -> Rules:
        """The gate says what `verdicts` says by key, the rate what `free_at` says."""
        return Rules(gate=self._gate, rate=self._rate, dropped=self.told.dropped, by=by)

    def clock(self) -> int:
        """ms UTC."""
        return self.now

    def _gate(self, tables: Tables, row: dict[str, Any], now: int) -> Verdict:
        return self.verdicts.get(row["key"], Send())

    def _rate(self, tables: Tables, row: dict[str, Any], now: int) -> int | None:
        self.rated.append(row["key"])
        return self.free_at

    async def order(self, key: str, way: str = "sms", *, lane: str = "", screening: str = "", **more: Any) -> None:
        """One delivery, in a lane of its own unless told."""
        payload = {"to": more.pop("to", f"+1{key}"), "body": key}
        made = Order(key=key, way=way, lane=lane or key, payload=payload, screening=screening, **more)
        await self.store.run(lambda t: Repositories(t, b"pepper").order(made, self.now))

    async def turn(self, outbox: Outbox | None = None) -> int:
        """One turn, and its calls to the end."""
        it = outbox or self.outbox
        seen = await it.run_once(self.now)
        await it.drained()
        return seen

    async def claim(self, **room: int) -> Claims:
        """Claim without delivering."""
        return await self.store.run(lambda t: claim(t, self.now, self.rules(), room or {"sms": 16, "card": 16}))

    async def row(self, key: str) -> dict[str, Any]:
        """The delivery as it is kept."""
        found = await self.store.read(lambda t: t["outbox"].first(key=key))
        assert found is not None
        return dict(found)

    async def change(self, key: str, **fields: Any) -> None:
        """Change a delivery by hand."""

        def put(tables: Tables) -> None:
            row = tables["outbox"].first(key=key)
            assert row is not None
            tables["outbox"].update(fields, doc_ids=[row.doc_id])

        await self.store.run(put)

    async def states(self) -> dict[str, str]:
        """Every delivery's state."""
        return {r["key"]: r["state"] for r in await self.store.read(lambda t: t["outbox"].all())}

    async def run(self, fn: Callable[[Tables], Any]) -> Any:
        """A transaction."""
        return await self.store.run(fn)


def unknown(**more: Any) -> PortFailed:
    """Nobody knows whether it happened."""
    return PortFailed("no answer", fate=Fate.UNKNOWN, **more)


def not_done(**more: Any) -> PortFailed:
    """It certainly did not happen."""
    return PortFailed("no connection", fate=Fate.NOT_DONE, **more)


def refused() -> PortFailed:
    """It never will."""
    return PortFailed("no such channel", fate=Fate.REFUSED)


def held(until: int) -> Hold:
    """Not now."""
    return Hold(until=until, code="quiet_hours", reason="at night")


def dropped() -> Drop:
    """Never."""
    return Drop(code="ended", reason="it is over")
