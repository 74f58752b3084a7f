"""Rates as shared rows: a slot is taken in the transaction that claims the delivery."""

from math import ceil
from typing import Any, Final

from bot.storage.store import Tables
from screening.duties.segments import segments

SLACK: Final = frozenset({"card", "notice", "ops"})


class Rates:
    """When a delivery may go: texts by segments per second, Slack by about one message a second and channel."""

    def __init__(self, *, per_second: float) -> None:
        self._segment_ms = 1000 / per_second

    def __call__(self, tables: Tables, row: dict[str, Any], now: int) -> int | None:
        """None: go now. Otherwise the instant (ms UTC) of the next free slot."""
        if row["way"] == "sms":
            return _slot(tables, "sms", now, self._segment_ms * segments(row["payload"].get("body") or " "), burst=0)
        if row["way"] == "call":
            return _slot(tables, "call", now, 1000, burst=0)  # Twilio places one call a second by default
        if row["way"] in SLACK:
            return _slot(tables, "slack", now, 1000, burst=1000)
        return None


def _slot(tables: Tables, name: str, now: int, cost: float, *, burst: float) -> int | None:
    rows = tables["values"]
    row = rows.first(name=f"rate:{name}")
    free = max(float(row["free"]) if row else 0.0, now - burst)
    if free > now:
        return ceil(free)
    doc = {"name": f"rate:{name}", "free": free + cost}
    if row is None:
        rows.insert(doc)
    else:
        rows.update(doc, doc_ids=[row.doc_id])
    return None
