"""What is kept of a backfill or a list while it is under way, and how that is worded."""

from collections.abc import Mapping as MappingOf
from typing import Any, Final

from bot.slack.text import escape
from bot.storage.repositories import Repositories
from bot.storage.store import Tables
from screening.agent import Mapping

RUNNING: Final = "backfills"  # the record that names those under way
LISTS: Final = "lists"  # the record that names the lists of people we hold, and since when
LIST_KEPT: Final = 24 * 3_600_000  # ms
MOST_LEFT: Final = 30  # lines that the last message names


def keep_list(records: Repositories, token: str, now: int, **fields: Any) -> None:
    """A list that waits for its Confirm; one that nobody confirms is gone after a day."""
    records.set_value(token, **fields)
    records.set_value(LISTS, kept={**records.value(LISTS).get("kept", {}), token: now})


def drop_list(tables: Tables, records: Repositories, token: str) -> None:
    """The people of a list are forgotten: it is over, cancelled, or was never confirmed."""
    kept = records.value(LISTS).get("kept", {})
    if token not in kept:
        return
    records.set_value(LISTS, kept={other: at for other, at in kept.items() if other != token})
    row = tables["values"].first(name=token)
    if row is not None:
        tables["values"].remove(doc_ids=[row.doc_id])


def begin(records: Repositories, token: str, channel: str) -> None:
    """From now on this backfill is under way; its progress is shown in `channel`."""
    change(records, token, state="running", next=0, added=0, channel=channel, place="")
    records.set_value(RUNNING, tokens=[*records.value(RUNNING).get("tokens", []), token])


def change(records: Repositories, token: str, **fields: Any) -> None:
    """Some fields of a backfill's record."""
    kept = {k: v for k, v in records.value(token).items() if k != "name"}
    records.set_value(token, **kept | fields)


def how_many(row: MappingOf[str, Any]) -> int:
    """How many people a backfill or a list holds."""
    return len(row.get("people") or row["applications"])


def left_out(row: MappingOf[str, Any]) -> str:
    """Who of a list was not added, and why."""
    lines = [f"\n• line {line}: {escape(why)}" for line, why in row.get("left", [])]
    return ("\nNot added:" + "".join(lines)) if lines else ""


def name_of(mapping: Mapping, row: MappingOf[str, Any]) -> str:
    if row.get("people"):
        return f"The list for job {mapping.job} *{escape(mapping.title)}*"
    return f"Backfill of job {mapping.job} *{escape(mapping.title)}*"


def done_of(row: dict[str, Any]) -> str:
    looked, added = row.get("next", 0), row.get("added", 0)
    return f"{added} added of {looked} looked at" if looked != added else f"{added} added"
