"""What is to be written to Tracker and waits: let go when our credentials are taken again, left when its candidate is gone."""

from typing import Final

from bot.results import WRITTEN
from bot.storage.store import Tables
from screening.errors import Fate

WRITING: Final = frozenset(
    {"activity", "milestone", "document", "move", "decision", "attach", "resume", "contact"}
)  # ways out that end in Tracker
LATE: Final = 7 * 86_400_000  # ms


def release(tables: Tables, now: int) -> None:
    """Try at once what waited, also what was to be tried later or had waited too long."""
    fresh = {"state": "new", "due": now, "tries": 0, "claimed": None}
    for row in tables["outbox"].find(state="waits"):
        if row["way"] in WRITING:
            tables["outbox"].update(fresh, doc_ids=[row.doc_id])
    for row in tables["outbox"].find(state="parked"):
        if row["way"] in WRITING and row["code"] == Fate.NOT_DONE.value:
            tables["outbox"].update(fresh, doc_ids=[row.doc_id])
    later = [row for row in tables["outbox"].find(state="new") if row["reason"]]
    later += [row for row in tables["outbox"].find(state="claimed") if row["code"]]  # not looked up yet; none in flight
    for row in later:
        if row["way"] in WRITING and (row["due"] or 0) > now:
            tables["outbox"].update({"due": now}, doc_ids=[row.doc_id])


def try_refused(tables: Tables, now: int) -> None:
    """Other credentials may do what the former could not: results of late are looked up, and written where they are not there."""
    for row in tables["outbox"].find(state="parked"):
        if row["way"] in WRITTEN and row["made"] > now - LATE:
            tables["outbox"].update({"state": "claimed", "due": now, "tries": 0}, doc_ids=[row.doc_id])


def leave(tables: Tables, screening: str, why: str, *, code: str = "") -> None:
    """Nothing more of this screening is written to Tracker."""
    for row in tables["outbox"].find(screening=screening):
        if row["way"] in WRITING and row["state"] in ("new", "waits", "held"):
            tables["outbox"].update(
                {"state": "dropped", "due": None, "reason": why, "code": code}, doc_ids=[row.doc_id]
            )
