"""Leadership of a loop as a claimed row: of all processes on a store, one turns it.

Nothing depends on it for being right, since every row is claimed anyway; it keeps four machines from asking Tracker the
same question four times. The machines' clocks should agree to within a second or two (NTP).
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from typing import Any, Final

from bot.errors import StoreError
from bot.storage.alive import ALONE, gone, identity
from bot.storage.rows import Tables
from bot.storage.waking import Store

LEASE: Final = 6_000  # ms that a claim lasts on a store of several processes: so long nobody leads after a machine dies
UNDISTURBED: Final = 60_000  # ms on a store of one process, which is known to be its own predecessor
ASK_AGAIN: Final = 1_000  # ms for which another's leadership is believed


class Leading:
    """Who turns which loop. `now` in ms UTC, `sleep` for seconds."""

    def __init__(
        self,
        store: Store,
        now: Callable[[], int],
        *,
        me: str = "",
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._store, self._now, self._sleep = store, now, sleep
        self._me = me or (identity() if store.shared else ALONE)
        self._lease = LEASE if store.shared else UNDISTURBED
        self._until: dict[str, int] = {}  # what we hold
        self._others: dict[str, int] = {}  # what another holds, and when to ask again

    def only_one(self, name: str, run: Callable[[], Awaitable[Any]]) -> Callable[[], Awaitable[Any]]:
        """`run`, where this process leads the loop of that name; else nothing."""

        async def turn() -> Any:
            if not await self._hold(name):
                return 0
            keeping = asyncio.create_task(self._keep(name))
            try:
                return await run()
            finally:
                keeping.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await keeping

        return turn

    async def release(self) -> None:
        """Let another lead at once."""
        names, self._until = tuple(self._until), {}
        if names:
            await self._store.run(lambda t: _release(t, names, self._me))

    async def _hold(self, name: str) -> bool:
        now = self._now()
        if 2 * self._lease < 3 * (self._until.get(name, 0) - now) <= 3 * self._lease:
            return True
        if 0 < self._others.get(name, 0) - now <= ASK_AGAIN:
            return False
        self._until.pop(name, None)
        if not await self._store.run(lambda t: _claim(t, name, self._me, now, self._lease)):
            self._others[name] = now + ASK_AGAIN
            return False
        self._until[name] = now + self._lease
        return True

    async def _keep(self, name: str) -> None:
        """Claim anew while a long turn lasts; a store that is away for a moment only ends the keeping of this turn."""
        with contextlib.suppress(StoreError):
            while True:
                await self._sleep(self._lease / 3000)
                await self._hold(name)


def _claim(tables: Tables, name: str, me: str, now: int, lease: int) -> bool:
    """True where the row is ours; a claim further ahead than any lease was made before the clock was set back."""
    table, row = tables["values"], tables["values"].first(name=f"lead:{name}")
    doc = {"name": f"lead:{name}", "holder": me, "until": now + lease}
    if row is None:
        table.insert(doc)
        return True
    if row["holder"] != me and 0 < row["until"] - now <= max(LEASE, UNDISTURBED) and not gone(row["holder"]):
        return False
    table.update(doc, doc_ids=[row.doc_id])
    return True


def _release(tables: Tables, names: tuple[str, ...], me: str) -> None:
    for name in names:
        row = tables["values"].first(name=f"lead:{name}")
        if row is not None and row["holder"] == me:
            tables["values"].update({"until": 0}, doc_ids=[row.doc_id])
