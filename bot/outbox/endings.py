"""How a delivery ends, or rests: done, dropped, parked, held, or free to be tried again. Each wakes who waited for it."""

from typing import Any

from bot.outbox.delivery import Delivery
from bot.outbox.lanes import AT_ONCE, wake
from bot.storage.store import Tables
from screening.duties.release import Drop, Hold


def adopted(tables: Tables, row: int, provider_id: str) -> bool:
    """Mark it done with the provider's id; False where another delivery has that id."""
    if taken(tables, row, provider_id):
        return False
    change = {"state": "done", "due": None, "provider_id": provider_id or None, "reason": "", "code": ""}
    _set(tables, row, change)
    return True


def taken(tables: Tables, row: int, provider_id: str) -> bool:
    """Whether another delivery has this provider's id: what it names is not this one's."""
    holder = tables["outbox"].first(provider_id=provider_id) if provider_id else None
    return holder is not None and holder.doc_id != row


def park(tables: Tables, row: int, reason: str, code: str) -> None:
    """It will not go by itself any more: a person may try it again."""
    _set(tables, row, {"state": "parked", "due": None, "reason": reason, "code": code})


def keep_back(tables: Tables, row: int, verdict: Hold | Drop) -> None:
    """The gate said no, for now or for good."""
    state, due = ("held", verdict.until) if isinstance(verdict, Hold) else ("dropped", None)
    _set(tables, row, {"state": state, "due": due, "code": verdict.code, "reason": verdict.reason})


def free(tables: Tables, d: Delivery, reason: str = "", due: int = AT_ONCE, state: str = "new") -> None:
    """Nothing has gone out: it is as it was before its claim, and passes the gate again; `waits` is told to a person."""
    _set(tables, d.row, {"state": state, "claimed": None, "due": due, "reason": reason, "code": ""})


def _set(tables: Tables, row: int, change: dict[str, Any]) -> None:
    tables["outbox"].update(change, doc_ids=[row])
    changed = tables["outbox"].get(doc_id=row)
    if isinstance(changed, dict) and changed["state"] != "new":
        wake(tables, changed)
