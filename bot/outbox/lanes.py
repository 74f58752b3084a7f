"""Lanes: deliveries of one lane go in their order; who waits sleeps until what it waits for is over."""

from collections.abc import Callable
from typing import Any, Final

from bot.storage.store import Tables

BEHIND: Final = "behind"  # the code of a delivery that sleeps until another is over
LONGEST: Final = 60_000  # ms after which it looks again by itself
OVER: Final = frozenset({"done", "parked", "dropped"})
AT_ONCE: Final = 0  # an instant that is always past

StepsAside = Callable[[Any], bool]  # is this earlier delivery, which has not been begun, out of the way now?


def blocked(tables: Tables, row: Any, steps_aside: StepsAside) -> bool:
    """Whether the delivery that it needs, or an earlier one of its lane, is not over yet. Held ones block nobody."""
    if row["after"]:
        needed = tables["outbox"].first(key=row["after"])
        if needed is not None and needed["state"] not in OVER:
            return True
    return any(e["state"] == "claimed" or not _aside(row, e, steps_aside) for e in _earlier(tables, row))


def _earlier(tables: Tables, row: Any) -> list[Any]:
    found = [e for e in tables["outbox"].having("due", lane=row["lane"]) if e.doc_id < row.doc_id]
    return sorted((e for e in found if e["state"] in ("new", "claimed")), key=lambda e: e.doc_id)


def _aside(row: Any, earlier: Any, steps_aside: StepsAside) -> bool:
    """A reply overtakes what was made for an older turn and is less pressing; and what the gate would not let out."""
    if row["turn"] <= earlier["turn"]:
        return False
    return bool(earlier["priority"] > row["priority"]) or steps_aside(earlier)


def sleep(tables: Tables, row: Any, now: int) -> None:
    """It waits for another."""
    tables["outbox"].update({"code": BEHIND, "due": now + LONGEST}, doc_ids=[row.doc_id])


def wake(tables: Tables, row: Any) -> None:
    """`row` is out of the way: the next of its lane, and whatever needs it, may go."""
    lane = [e for e in tables["outbox"].having("due", lane=row["lane"]) if e["code"] == BEHIND]
    needing = tables["outbox"].find(after=row["key"])
    for e in (*sorted(lane, key=lambda e: e.doc_id)[:1], *(n for n in needing if n["code"] == BEHIND)):
        tables["outbox"].update({"code": "", "due": AT_ONCE}, doc_ids=[e.doc_id])
