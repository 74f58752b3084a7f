"""Hints from Tracker's webhook, "this record changed": kept until the next turn, which they hurry. Nothing in them is believed."""

import hashlib
import hmac
from collections.abc import Mapping
from typing import Any, Final

from bot.storage.store import Tables

NAME: Final = "hints"
MOST: Final = 200
KINDS: Final = {"opportunityresource": "applications", "opportunity": "jobs", "resource": "candidates"}
IDS: Final = ("recordid", "id", "opportunityresourceid", "resourceid", "opportunityid", "entityid")
LONGEST_ID: Final = 15


def hook_secret(key: bytes) -> str:
    """The unguessable part of the webhook's address."""
    return hmac.new(key, b"tracker hook", hashlib.sha256).hexdigest()[:32]


def hint_of(body: object) -> tuple[str, int] | None:
    """Which record an unsigned, undocumented body speaks of; None where it names none that concerns us."""
    flat = _flat(body)
    kind = KINDS.get(str(flat.get("recordtype") or flat.get("type") or "").lower().replace(" ", ""))
    digits = next((str(flat[key]) for key in IDS if str(flat.get(key) or "").isdigit()), "")
    return (kind, int(digits)) if kind and 0 < len(digits) <= LONGEST_ID else None


def _flat(body: object) -> Mapping[str, Any]:
    """The body's keys in lower case, with those of the objects within it."""
    if not isinstance(body, dict):
        return {}
    inner = (value for value in body.values() if isinstance(value, dict))
    whole = {str(k).lower(): v for each in inner for k, v in each.items()}
    return whole | {str(k).lower(): v for k, v in body.items() if not isinstance(v, dict | list)}


def keep_hint(tables: Tables, hint: tuple[str, int] | None) -> None:
    """Remember that something changed, and what, if that is known."""
    row = tables["values"].first(name=NAME)
    doc: dict[str, Any] = {"name": NAME, "any": True, "applications": [], "jobs": [], "candidates": []}
    doc |= dict(row) if row and row["any"] else {}
    if hint is not None:
        kind, id = hint
        doc[kind] = [*dict.fromkeys([*doc[kind], id])][:MOST]
    doc["any"] = True
    if row is None:
        tables["values"].insert(doc)
    elif dict(row) != doc:
        tables["values"].update(doc, doc_ids=[row.doc_id])


def hinted(tables: Tables) -> bool:
    """Whether anything changed since the last turn."""
    row = tables["values"].first(name=NAME)
    return bool(row and row["any"])


def take_hints(tables: Tables) -> dict[str, list[int]]:
    """The ids by kind; they are forgotten."""
    row = tables["values"].first(name=NAME)
    if row is None or not row["any"]:
        return {}
    empty = {"any": False, "applications": [], "jobs": [], "candidates": []}
    tables["values"].update(empty, doc_ids=[row.doc_id])
    return {kind: list(row[kind]) for kind in KINDS.values()}
