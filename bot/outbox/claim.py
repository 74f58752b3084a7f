"""Claiming: which deliveries may go now, in one transaction with the gate that is asked about each."""

from collections.abc import Callable
from typing import Any, Protocol

from bot.outbox.delivery import LEASE, Delivery
from bot.storage.store import Tables
from screening.duties.release import Drop, Hold, Send, Verdict

BATCH = 32
WINDOW = 500


class Gate(Protocol):
    """Asked about every delivery at its release."""

    def __call__(self, tables: Tables, row: dict[str, Any], now: int) -> Verdict: ...


Rate = Callable[[Tables, dict[str, Any], int], int | None]  # None: go; otherwise when to try again


def claim(tables: Tables, now: int, gate: Gate, rate: Rate, ways: frozenset[str], *, by: str = "") -> list[Delivery]:
    """Claim what is due: priorities first, one per lane, rates kept; held and dropped rows are marked with their reason.

    `by` is the process that claims, so that another may follow where it dies.
    """
    lanes: set[str] = set()
    claimed: list[Delivery] = []
    full: dict[str, int] = {}  # ways whose rate is used up, and until when
    waiting: dict[int, list[int]] = {}
    for row in _due(tables, now, ways):
        if len(claimed) >= BATCH:
            break
        if row["lane"] in lanes:
            continue
        if row["way"] in full and row["claimed"] is None:
            waiting.setdefault(full[row["way"]], []).append(row.doc_id)
            continue
        delivery = _try(tables, row, now, gate, rate, by, full)
        if row["state"] != "held":
            lanes.add(row["lane"])
        if delivery is not None:
            claimed.append(delivery)
    for until, ids in waiting.items():
        tables["outbox"].update({"due": until}, doc_ids=ids)
    return claimed


def _due(tables: Tables, now: int, ways: frozenset[str]) -> list[Any]:
    """What is due, by priority. Replies are asked for by themselves: thousands of first texts may be due before them."""
    table = tables["outbox"]
    rows = [*table.due("due", now, WINDOW, priority=0), *table.due("due", now, WINDOW)]
    found = {row.doc_id: row for row in rows if row["way"] in ways}
    return sorted(found.values(), key=lambda row: (row["priority"], row.doc_id))


def _try(tables: Tables, row: Any, now: int, gate: Gate, rate: Rate, by: str, full: dict[str, int]) -> Delivery | None:
    table = tables["outbox"]
    if _blocked(tables, row):
        table.update({"due": now + 500}, doc_ids=[row.doc_id])
        return None
    if row["claimed"] is None and not _passes(tables, row, now, gate):
        return None
    wait = rate(tables, row, now) if row["claimed"] is None else None
    if wait is not None:
        full[row["way"]] = wait
        table.update({"due": wait}, doc_ids=[row.doc_id])
        return None
    first = row["claimed"] or now
    claimed = {"state": "claimed", "claimed": first, "due": now + LEASE, "tries": row["tries"] + 1, "by": by}
    table.update(claimed, doc_ids=[row.doc_id])
    after = table.first(key=row["after"]) if row["after"] else None
    return Delivery(
        row=row.doc_id,
        key=row["key"],
        way=row["way"],
        payload=row["payload"],
        screening=row["screening"],
        claimed=first,
        tries=row["tries"] + 1,
        again=row["claimed"] is not None,
        after_id=(after["provider_id"] if after else "") or "",
    )


def _blocked(tables: Tables, row: Any) -> bool:
    """An earlier delivery of the same lane, or the one whose result it needs, is not done yet."""
    if row["after"]:
        needed = tables["outbox"].first(key=row["after"])
        if needed is not None and needed["state"] not in ("done", "parked", "dropped"):
            return True
    earlier = tables["outbox"].find(lane=row["lane"], order=None)
    return any(
        e.doc_id < row.doc_id and e["state"] in ("new", "claimed") and e["due"] is not None and not _overtakes(row, e)
        for e in earlier
    )


def _overtakes(row: Any, earlier: Any) -> bool:
    return bool(row["turn"] > earlier["turn"] and earlier["state"] == "new" and earlier["priority"] > row["priority"])


def _passes(tables: Tables, row: Any, now: int, gate: Gate) -> bool:
    match gate(tables, row, now):
        case Send():
            return True
        case Hold(until=until, code=code, reason=reason):
            tables["outbox"].update(
                {"state": "held", "due": until, "code": code, "reason": reason}, doc_ids=[row.doc_id]
            )
            row["state"] = "held"
            return False
        case Drop(code=code, reason=reason):
            tables["outbox"].update(
                {"state": "dropped", "due": None, "code": code, "reason": reason}, doc_ids=[row.doc_id]
            )
            row["state"] = "held"
            return False


def adopted(tables: Tables, row: int, provider_id: str) -> bool:
    """Mark it done with the provider's id; False where another delivery has that id."""
    table = tables["outbox"]
    holder = table.first(provider_id=provider_id) if provider_id else None
    if holder is not None and holder.doc_id != row:
        return False
    table.update(
        {"state": "done", "due": None, "provider_id": provider_id or None, "reason": "", "code": ""}, doc_ids=[row]
    )
    return True
