"""A connection that somebody has to mend is told once to operators, with the button that mends it, and once when it is over."""

from collections.abc import Callable
from hashlib import sha256
from typing import Any, Final

from bot.ats.errors import closed
from bot.ats.waiting import release
from bot.storage.repositories import Repositories
from bot.storage.store import Store, Tables
from screening.ports import Order, Records
from tracker.errors import TrackerError

NAME: Final = "tracker_trouble"
DAY: Final = 86_400_000


class Trouble:
    """What is wrong with the connection, if anything."""

    def __init__(self, store: Store, records: Callable[[Tables], Repositories], now: Callable[[], int]) -> None:
        self._store, self._records, self._now = store, records, now

    async def met(self, error: TrackerError, cause: str = "connection") -> None:
        """A call failed; told where only a person can mend it, once for each cause."""
        if why := closed(error):
            await self._store.run(lambda t: self._tell(t, cause, why))

    async def over(self, cause: str = "connection") -> None:
        """It works; told if trouble was told."""
        told = await self._store.read(lambda t: bool(_told(t, cause)))
        if told:
            await self._store.run(lambda t: self._take_back(t, cause))

    def _tell(self, tables: Tables, cause: str, why: str) -> None:
        records = self._records(tables)
        if not _told(tables, cause):
            key = tell(records, why, self._now())
            records.set_value(f"{NAME}:{cause}", why=why, since=self._now(), key=key)

    def _take_back(self, tables: Tables, cause: str) -> None:
        records, told = self._records(tables), _told(tables, cause)
        if not told:
            return
        records.set_value(f"{NAME}:{cause}", why="", since=0, key="")
        release(tables, self._now())
        payload = {"text": "Tracker is connected again. What waited goes out now.", "after": told["key"]}
        key = f"{told['key']}:over:{self._now()}"
        records.order(Order(key=key, way="ops", lane="ops", payload=payload, after=told["key"]), self._now())


def tell(records: Records, why: str, now: int) -> str:
    """Operators are told once a day for each cause, by whoever meets it first; gives the delivery's key."""
    key = f"ops:tracker:{sha256(why.encode()).hexdigest()[:12]}:{now // DAY}"
    text = f"Disconnected from Tracker. {why}. Conversations go on; what is to be written to Tracker waits."
    records.order(Order(key=key, way="ops", lane="ops", payload={"text": text, "mend": "connect"}), now)
    return key


def refused(tables: Tables) -> str:
    """Which credentials Tracker refuses at the moment, in words; empty where it takes them."""
    found = (_told(tables, cause) for cause in ("connection", "older"))
    return next((str(told["why"]) for told in found if told), "")


def _told(tables: Tables, cause: str) -> dict[str, Any]:
    row = tables["values"].first(name=f"{NAME}:{cause}")
    return dict(row) if row and row["why"] else {}
