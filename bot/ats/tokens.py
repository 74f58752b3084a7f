"""The one living JWT of the tenant, sealed in the store and shared by all processes; and the shared call budget."""

import asyncio
from collections.abc import Awaitable, Callable

from bot.storage.keys import Keyring
from bot.storage.store import Store, Tables
from bot.storage.values import keep_value
from tracker.errors import TrackerUnreachable

CLAIM = 20_000  # ms for which one process may exchange, unless it renews its claim
RENEWED = 5.0  # seconds between two renewals while the exchange lasts
PAUSES = (0.2,) * 10 + (0.5,) * 240  # seconds between two looks at somebody else's exchange: two minutes
BURST = 6  # a sixth of a minute's calls may go at once
RATE = "rate:tracker"
CAREFUL = 50  # calls a minute at most, for a while after Tracker refused one as one too many
CAREFUL_FOR = 600_000  # ms
FURTHEST = 300_000  # ms ahead; more stands there only where our clock was set back


class StoredKeeper:
    """A TokenKeeper over the store: exchanges only if the stored token is still the one that failed, one at a time."""

    def __init__(self, store: Store, keyring: Keyring, now: Callable[[], int]) -> None:
        self._store, self._keyring, self._now = store, keyring, now
        self._opened = ("", "")  # what was last unsealed, and the JWT in it

    async def current(self) -> str | None:
        """The living JWT as far as known."""
        return await self._store.read(self._stored)

    def _stored(self, tables: Tables) -> str | None:
        row = tables["values"].first(name="jwt")
        if not row or not row["sealed"]:
            return None
        if row["sealed"] != self._opened[0]:
            self._opened = row["sealed"], self._keyring.open(row["sealed"])
        return self._opened[1]

    async def renew(self, failed: str | None, exchange: Callable[[], Awaitable[str]]) -> str:
        """Another JWT than `failed`."""
        for pause in PAUSES:
            if not await self._store.read(lambda t: self._awaited(t, failed)):
                stored, mine = await self._store.run(lambda t: self._claim(t, failed))
                if stored is not None:
                    return stored
                if mine:
                    return await self._exchange(exchange)
            await asyncio.sleep(pause)
        raise TrackerUnreachable("another process has been connecting to Tracker for two minutes", sent=False)

    def _awaited(self, tables: Tables, failed: str | None) -> bool:
        """Whether somebody else is exchanging: whoever only waits writes nothing."""
        row = tables["values"].first(name="jwt")
        return bool(row and row["until"] > self._now() and self._stored(tables) in (None, failed))

    def _claim(self, tables: Tables, failed: str | None) -> tuple[str | None, bool]:
        row = tables["values"].first(name="jwt")
        stored = self._stored(tables)
        if stored is not None and stored != failed:
            return stored, False
        if row and row["until"] > self._now():
            return None, False
        keep_value(tables, "jwt", sealed=row["sealed"] if row else "", until=self._now() + CLAIM)
        return None, True

    async def _exchange(self, exchange: Callable[[], Awaitable[str]]) -> str:
        claimed = asyncio.create_task(self._keep_claim())
        try:
            jwt = await exchange()
        except BaseException:
            await self._store.run(lambda t: keep_value(t, "jwt", sealed="", until=0))
            raise
        finally:
            claimed.cancel()
        await self._store.run(lambda t: keep_value(t, "jwt", sealed=self._keyring.seal(jwt), until=0))
        return jwt

    async def _keep_claim(self) -> None:
        """An exchange with its tries may take longer than a claim, and a second one would end what the first one gets."""
        while True:
            await asyncio.sleep(RENEWED)
            await self._store.run(self._renew_claim)

    def _renew_claim(self, tables: Tables) -> None:
        row = tables["values"].first(name="jwt")
        if row and row["until"]:
            keep_value(tables, "jwt", until=self._now() + CLAIM)


class StoredPace:
    """A Pace over the store: at most so many calls a minute over all processes, a part of them in a burst."""

    def __init__(
        self, store: Store, per_minute: int, now: Callable[[], int], sleep: Callable[[float], Awaitable[object]]
    ) -> None:
        self._store, self._now, self._sleep = store, now, sleep
        burst = per_minute // BURST
        self._cost = 60_000 / (per_minute - burst)  # burst and steady rate together stay within the budget
        self._burst = max(0, burst - 1) * self._cost

    async def __call__(self) -> None:
        """Wait until one more call is within the budget."""
        wait = await self._store.run(self._take)
        while wait > 0:
            await self._sleep(wait / 1000)
            wait = await self._store.run(self._take)

    async def hold(self, seconds: float) -> None:
        """No process calls before then; for ten minutes after it the budget is a careful one, without a burst."""
        await self._store.run(lambda t: self._hold(t, int(seconds * 1000)))

    def _hold(self, tables: Tables, pause: int) -> None:
        now, row = self._now(), tables["values"].first(name=RATE)
        free = max(float(row["free"]) if row else 0.0, now + pause)
        keep_value(tables, RATE, free=free, careful=now + CAREFUL_FOR)

    def _take(self, tables: Tables) -> float:
        now = self._now()
        row = tables["values"].first(name=RATE)
        careful = bool(row and row.get("careful", 0) > now)
        cost, burst = (max(self._cost, 60_000 / CAREFUL), 0.0) if careful else (self._cost, self._burst)
        free = max(float(row["free"]) if row else 0.0, now - burst)
        if now < free <= now + FURTHEST:
            return free - now
        free = min(free, now)
        keep_value(tables, RATE, free=free + cost)
        return 0
