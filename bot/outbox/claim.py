"""Claiming: which deliveries may go now, in one transaction with the gate that is asked about each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from bot.outbox.delivery import LEASE, Delivery
from bot.outbox.endings import keep_back
from bot.outbox.lanes import blocked, sleep
from bot.storage.repositories import queue_of
from bot.storage.store import Tables
from screening.duties.release import Drop, Send, Verdict
from screening.effects import Priority

BATCH: Final = 32


class Gate(Protocol):
    """Asked about every delivery at its release."""

    def __call__(self, tables: Tables, row: dict[str, Any], now: int) -> Verdict: ...


Rate = Callable[[Tables, dict[str, Any], int], int | None]  # None: go; otherwise when to try again
Dropped = Callable[[Tables, dict[str, Any], Drop, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What is asked about each delivery, and what follows where the gate drops one. `by`: the process that claims."""

    gate: Gate
    rate: Rate
    dropped: Dropped
    by: str = ""


@dataclass(slots=True, kw_only=True)
class Claims:
    """What one turn has claimed. `seen`: rows it has dealt with; `free_at`: when the next slot of a rate is free."""

    tables: Tables
    now: int
    rules: Rules
    claimed: list[Delivery] = field(default_factory=list)
    seen: int = 0
    free_at: int | None = None
    lanes: set[str] = field(default_factory=set)
    full: set[str] = field(default_factory=set)  # ways whose rate has no room

    def take(self, way: str, priority: int, places: int) -> None:
        """Claim what is due in one queue, as long as there are places for deliveries of that way."""
        left = min(places - sum(d.way == way for d in self.claimed), BATCH - len(self.claimed))
        if left <= 0 or way in self.full:
            return
        for row in self.tables["outbox"].due("due", self.now, left, queue=queue_of(way, priority)):
            if not self._try(row):
                self.full.add(way)
                return

    def _try(self, row: Any) -> bool:
        """Claim it, or put it where it belongs. False where its rate has no room: then it stays as it is."""
        if row["lane"] in self.lanes or blocked(self.tables, row, self._steps_aside):
            sleep(self.tables, row, self.now)
        elif row["claimed"] is not None:
            self._claim(row, row["claimed"])
        elif self._passes(row):
            free_at = self.rules.rate(self.tables, row, self.now)
            if free_at is not None:
                self.free_at = min(free_at, self.free_at or free_at)
                return False
            self._claim(row, self.now)
        self.seen += 1
        return True

    def _steps_aside(self, earlier: Any) -> bool:
        return not self._passes(earlier)

    def _passes(self, row: Any) -> bool:
        verdict = self.rules.gate(self.tables, row, self.now)
        if isinstance(verdict, Send):
            return True
        keep_back(self.tables, row.doc_id, verdict)
        if isinstance(verdict, Drop):
            self.rules.dropped(self.tables, row, verdict, self.now)
        return False

    def _claim(self, row: Any, since: int) -> None:
        table = self.tables["outbox"]
        change = {"state": "claimed", "claimed": since, "due": self.now + LEASE, "tries": row["tries"] + 1}
        table.update({**change, "code": "", "by": self.rules.by}, doc_ids=[row.doc_id])
        self.lanes.add(row["lane"])
        after = table.first(key=row["after"]) if row["after"] else None
        self.claimed.append(
            Delivery(
                row=row.doc_id,
                key=row["key"],
                way=row["way"],
                payload=row["payload"],
                screening=row["screening"],
                claimed=since,
                tries=row["tries"] + 1,
                again=row["claimed"] is not None,
                made=row["made"],
                after_id=(after["provider_id"] if after else "") or "",
            )
        )


def due_queues(tables: Tables, now: int) -> frozenset[str] | None:
    """The queues in which something is due; None where so much is due that it may be any."""
    rows = tables["outbox"].due("due", now, BATCH)
    return frozenset(row["queue"] for row in rows) if len(rows) < BATCH else None


def claim(
    tables: Tables, now: int, rules: Rules, room: Mapping[str, int], queues: frozenset[str] | None = None
) -> Claims:
    """Claim what is due, replies before reminders before first texts: at most `room` of each way, one per lane, rates kept.

    What is held, dropped or must wait for another is marked so, with its reason. `queues`: look into these alone.
    """
    claims = Claims(tables=tables, now=now, rules=rules)
    for priority in Priority:
        for way, places in room.items():
            if queues is None or queue_of(way, priority) in queues:
                claims.take(way, priority, places)
    return claims


def renew(tables: Tables, flying: list[Delivery], now: int) -> list[Delivery]:
    """Keep the claims of calls that take long; answers those that another process has taken over meanwhile."""
    lost = []
    for d in flying:
        row = tables["outbox"].get(doc_id=d.row)
        if isinstance(row, dict) and row["state"] == "claimed" and row["tries"] == d.tries:
            tables["outbox"].update({"due": now + LEASE}, doc_ids=[d.row])
        else:
            lost.append(d)
    return lost
