"""From each older format of stored data to the next. A migration knows its formats as they were, not today's code."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from bot.storage.rows import RowTable, Tables

Migration = Callable[[Tables], None]
DECIDABLE: Final = frozenset({"completed", "knocked_out", "human_requested"})


def from_1(tables: Tables) -> None:
    """Deliveries queue up by way and priority; a screening's row says where it stands for whoever has to act."""
    _complete(tables["outbox"], "queue", lambda row: f"{row['way']}:{int(row['priority'])}")
    _complete(tables["screenings"], "standing", _standing)
    _complete(tables["screenings"], "texted", lambda row: row["data"].get("first_sent_at") is not None)


def _complete(table: RowTable, field: str, value: Callable[[dict[str, Any]], Any]) -> None:
    """Give the field to rows that lack it, one after the other: there may be a million."""
    for id in table.ids():
        row: Any = table.get(doc_id=id)
        if field not in row:
            table.update({field: value(row)}, doc_ids=[id])


def _standing(row: dict[str, Any]) -> str:
    decided = str(row["data"].get("decided") or "")
    if row["status"] in DECIDABLE and not decided:
        return "waiting"
    return "advanced" if decided.startswith("Advanced") else str(row["status"])


MIGRATIONS: Final[Mapping[int, Migration]] = {1: from_1}
