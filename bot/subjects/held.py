"""Held: every row about one candidate, found by their Tracker id, their phone and their screenings."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from tinydb.table import Document

from bot.storage.store import Tables

BY_SCREENING: Final = ("outbox", "recordings", "links", "uses", "events")
BY_CANDIDATE: Final = ("notes", "queue", "consents")
BY_PHONE: Final = ("texts", "sent", "notes", "queue", "consents")
SHORTEST_NAME: Final = 4  # characters; shorter ones stand in words of all sorts
SWEPT: Final = ("outbox", "values", "notes")  # where words of ours may mention a person in passing


@dataclass(slots=True, kw_only=True)
class Held:
    """Rows by table; `screenings` are the GR- ids, `phones` E.164, `files` those in the data directory."""

    candidates: set[int] = field(default_factory=set)
    screenings: list[str] = field(default_factory=list)
    phones: set[str] = field(default_factory=set)
    files: list[str] = field(default_factory=list)
    rows: dict[str, dict[int, Document]] = field(default_factory=dict)

    def add(self, table: str, found: list[Document]) -> None:
        """Remember rows, each once."""
        for row in found:
            self.rows.setdefault(table, {})[row.doc_id] = row

    def plain(self) -> dict[str, list[dict[str, Any]]]:
        """The rows as plain data."""
        return {name: [dict(row) for row in rows.values()] for name, rows in sorted(self.rows.items())}

    @property
    def names(self) -> tuple[str, ...]:
        """Full names and e-mail addresses, as the screenings have them."""
        people = [row["data"]["candidate"] for row in self.rows.get("screenings", {}).values()]
        named = {str(p.get(k) or "") for p in people for k in ("name", "email")}
        return tuple(sorted(n for n in named if len(n) > SHORTEST_NAME and any(c in n for c in " @")))

    @property
    def count(self) -> int:
        """How many rows."""
        return sum(len(rows) for rows in self.rows.values())


def held(tables: Tables, candidate: str) -> Held:
    """Everything about a candidate given by Tracker id, phone (E.164) or GR- id.

    A phone that other people's screenings share gives only the rows that name this candidate.
    """
    found = Held()
    _whose(tables, found, candidate.strip())
    for row in found.rows.get("screenings", {}).values():
        found.screenings.append(row["gr"])
        if _theirs_alone(tables, row["phone"], found.candidates):
            found.phones.add(row["phone"])
    _other_phones(tables, found)
    _gather(tables, found)
    found.files = [str(row["name"]) for row in found.rows.get("recordings", {}).values() if row.get("name")]
    return found


def held_screening(tables: Tables, id: str) -> Held:
    """Everything of one screening alone."""
    found = Held(screenings=[id])
    found.add("screenings", tables["screenings"].find(gr=id))
    for row in found.rows.get("screenings", {}).values():
        found.candidates.add(int(row["candidate"]))
        for message in row["data"]["messages"]:
            found.add("texts", tables["texts"].find(sid=str(message["id"])))
    for name in BY_SCREENING:
        found.add(name, tables[name].find(screening=id))
    found.files = [str(row["name"]) for row in found.rows.get("recordings", {}).values() if row.get("name")]
    return found


def _whose(tables: Tables, found: Held, typed: str) -> None:
    screenings = tables["screenings"]
    if typed.upper().startswith("GR-"):
        rows = screenings.find(gr=typed.upper())
    elif typed.startswith("+"):
        rows = screenings.find(phone=typed)
        found.phones |= {typed} if not rows else set()
    else:
        rows = screenings.find(candidate=int(typed)) if typed.isdecimal() else []
        found.candidates |= {int(typed)} if typed.isdecimal() else set()
    found.candidates |= {int(row["candidate"]) for row in rows}
    for id in found.candidates:
        found.add("screenings", screenings.find(candidate=id))


def _theirs_alone(tables: Tables, phone: str, candidates: set[int]) -> bool:
    return bool(phone) and all(row["candidate"] in candidates for row in tables["screenings"].find(phone=phone))


def _other_phones(tables: Tables, found: Held) -> None:
    """Who was never screened may still be noted, queued or have consented, under a phone of their own."""
    for candidate in found.candidates:
        for name in BY_CANDIDATE:
            phones = {str(row["phone"]) for row in tables[name].find(candidate=candidate)}
            found.phones |= {phone for phone in phones if _theirs_alone(tables, phone, found.candidates)}


def _gather(tables: Tables, found: Held) -> None:
    for id in found.screenings:
        for name in BY_SCREENING:
            found.add(name, tables[name].find(screening=id))
    for candidate in found.candidates:
        for name in BY_CANDIDATE:
            found.add(name, tables[name].find(candidate=candidate))
    for phone in found.phones:
        for name in BY_PHONE:
            found.add(name, tables[name].find(phone=phone))
        found.add("outbox", tables["outbox"].find(to=phone))
    found.add("outbox", list(_by_key(tables, found)))
    marks = (*found.screenings, *found.phones)
    for name in SWEPT if marks or found.names else ():
        found.add(name, list(_mentioning(tables, name, marks, found.names)))


def _by_key(tables: Tables, found: Held) -> Iterator[Document]:
    """What was told about them before there was a screening: its key says of whom, or of which text."""
    texts = [str(row["sid"]) for row in found.rows.get("texts", {}).values()]
    keys = [f"{about}:{sid}" for sid in texts for about in ("ops:stranger", "apply")]
    for row in (*found.rows.get("notes", {}).values(), *found.rows.get("queue", {}).values()):
        keys += [f"notice:{about}:{row['job']}:{row['candidate']}" for about in ("consent", "contact")]
    for key in keys:
        told = tables["outbox"].first(key=key)
        if told is not None:
            yield told


def _mentioning(tables: Tables, name: str, marks: tuple[str, ...], names: tuple[str, ...]) -> Iterator[Document]:
    """Rows that hold one of the marks; a name counts only where the row is not about somebody else's screening."""
    for row in tables[name].all():
        text = json.dumps(row, ensure_ascii=False, default=str)
        named = any(name in text for name in names) and not row.get("screening")
        if named or any(mark in text for mark in marks):
            yield row
