"""Taking over what a process had claimed when it died: looked up at once instead of at the end of its lease."""

from collections.abc import Callable
from typing import Any, Final

from bot.outbox.delivery import LEASE
from bot.storage.alive import ALONE, gone, identity
from bot.storage.store import Store, Tables
from bot.storage.values import keep_value

SILENT: Final = 20_000  # ms without a sign of life; longer than any call's time-out plus the staleness of a list
IN_FLIGHT: Final = 15_000  # ms after its claim in which a dead process's call may still take effect: no look-up before
EVERY: Final = 2.0  # seconds between two signs
MOST: Final = 10_000


class Successor:
    """Gives signs of life, and looks for processes that give none. `now` in ms UTC."""

    def __init__(self, store: Store, now: Callable[[], int]) -> None:
        self._store, self._now = store, now
        self._me = self.name_on(store)

    @staticmethod
    def name_on(store: Store) -> str:
        """What this process writes on its claims."""
        return identity() if store.shared else ALONE

    async def begin(self) -> None:
        """Before the first delivery: on a store of one process, whatever is claimed was claimed by a dead one."""
        if self._store.shared:
            await self.run_once()
        else:
            await self._store.run(lambda t: take_over(t, {ALONE}, self._now()))

    async def run_once(self) -> None:
        """A sign of life; and the claims of whoever has gone become due."""
        await self._store.run(lambda t: _sign(t, self._me, self._now()))

    async def end(self) -> None:
        """We leave in good order: what we could not finish, others may look up now."""
        if self._store.shared:
            await self._store.run(lambda t: _leave(t, self._me, self._now()))


def take_over(tables: Tables, dead: set[str], now: int) -> None:
    """What these had claimed becomes due once it can be in flight no more."""
    rows = [
        row
        for row in tables["outbox"].due("due", now + LEASE, MOST)
        if row["state"] == "claimed" and row["due"] > now and row.get("by") in dead
    ]
    for row in rows:
        begun = row["due"] - LEASE
        tables["outbox"].update({"due": max(now, min(row["due"], begun + IN_FLIGHT))}, doc_ids=[row.doc_id])


def _sign(tables: Tables, me: str, now: int) -> None:
    seen = _seen(tables)
    dead = {who for who, at in seen.items() if who != me and (abs(now - at) > SILENT or gone(who))}
    if dead:
        take_over(tables, dead, now)
    _remember(tables, {who: at for who, at in seen.items() if who not in dead} | {me: now})


def _leave(tables: Tables, me: str, now: int) -> None:
    take_over(tables, {me}, now)
    _remember(tables, {who: at for who, at in _seen(tables).items() if who != me})


def _seen(tables: Tables) -> dict[str, int]:
    row = tables["values"].first(name="alive")
    return dict(row["seen"]) if row else {}


def _remember(tables: Tables, seen: dict[str, Any]) -> None:
    keep_value(tables, "alive", seen=seen)
