"""Named single records: where a loop stands, what is connected, whose turn it is."""

from collections.abc import Mapping
from typing import Any

from bot.storage.rows import Tables


def put(tables: Tables, table: str, field: str, doc: Mapping[str, Any]) -> None:
    """Insert, or change the row with the same `field`."""
    rows = tables[table]
    old = rows.first(**{field: doc[field]})
    if old is None:
        rows.insert(doc)
    else:
        rows.update(doc, doc_ids=[old.doc_id])


def keep_value(tables: Tables, name: str, **fields: Any) -> None:
    """Make the record of that name, or change these fields of it."""
    put(tables, "values", "name", {"name": name, **fields})
