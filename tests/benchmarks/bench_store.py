"""What keeping one inbound text costs, beside TinyDB as it comes and beside bare sqlite3 doing the same statements.

Ratios only: all sides run in turns on the same disk, and the best turn of each side counts: what is slower is the neighbours.
`python -m tests.benchmarks.bench_store` prints them.
"""

import asyncio
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final, Protocol

import orjson
from tinydb import Query, TinyDB

from bot.storage.rows import RowStorage
from bot.storage.sqlite import SqliteDatabase, connect
from bot.storage.store import Store, Tables, TableSpec, open_store
from bot.storage.transaction import transact

SPECS: Final = (
    TableSpec(name="messages", unique=("sid",)),
    TableSpec(name="screenings", unique=("phone",)),
    TableSpec(name="outbox", index=("due_at",), unique=("key",)),
)
LEAST: Final = {
    "tinydb_1k": 50.0,
    "tinydb_10k": 1000.0,
    "raw_1k": 0.65,
    "raw_10k": 0.65,
    "growth_100k": 0.8,
    "group_16": 3.0,
}
TURNS: Final = 9
DISK: Final = tempfile.gettempdir()  # what a group commit saves, a real disk alone can show
SLICE: Final = 120  # transactions of one side in one turn


def a_phone(n: int) -> str:
    """The phone of the n-th screening."""
    return f"+1555{n:07}"


def a_screening(n: int) -> dict[str, Any]:
    """About 320 bytes of it."""
    return {"phone": a_phone(n), "state": "asking", "turn": 0, "answers": ["yes"] * 20, "about": "x" * 150}


def a_message(sid: str, phone: str) -> dict[str, Any]:
    """One inbound text."""
    return {
        "sid": sid,
        "phone": phone,
        "body": "Yes, I have my own car and can start on Monday",
        "at": 1_700_000_000_000,
    }


def a_delivery(sid: str, phone: str) -> dict[str, Any]:
    """What it leads to."""
    return {"key": f"{sid}/next", "lane": phone, "due_at": 1_700_000_000_000, "body": "How many years did you do it?"}


class Side(Protocol):
    """One way to keep texts."""

    def take(self, sid: str, phone: str) -> None:
        """Keep one inbound text durably."""


class Rows:
    """Ours: one transaction on a connection of our own."""

    def __init__(self, path: Path, count: int) -> None:
        self._database = SqliteDatabase(connect(str(path)))
        self._tables = Tables(RowStorage(self._database, SPECS))
        self._database.begin()
        self._database.create(SPECS)
        self._tables["screenings"].insert_multiple(a_screening(n) for n in range(count))
        self._database.commit()

    def take(self, sid: str, phone: str) -> None:
        """Keep one inbound text durably."""
        transact(self._database, self._tables, lambda t: take(t, sid, phone))


def take(tables: Tables, sid: str, phone: str) -> None:
    """Dedupe, insert the message, load the screening, change it, insert what is to be sent."""
    if tables["messages"].insert_once(a_message(sid, phone)) is None:
        return
    screening = tables["screenings"].first(phone=phone)
    if screening is None:
        raise LookupError(phone)
    tables["screenings"].update({"turn": screening["turn"] + 1}, doc_ids=[screening.doc_id])
    tables["outbox"].insert(a_delivery(sid, phone))


class Raw:
    """The commit limit: sqlite3 with the same tables, indexes and statements, and the cheapest code around them."""

    def __init__(self, path: Path, count: int) -> None:
        self._connection = connect(str(path))
        database = SqliteDatabase(self._connection)
        database.begin()
        database.create(SPECS)
        rows = [(json.dumps(a_screening(n)),) for n in range(count)]
        self._connection.executemany("INSERT INTO t_screenings(doc) VALUES(?)", rows)
        database.commit()

    def take(self, sid: str, phone: str) -> None:
        """Keep one inbound text durably."""
        run = self._connection.execute
        run("BEGIN IMMEDIATE")
        message = orjson.dumps(a_message(sid, phone)).decode()
        run("INSERT INTO t_messages(doc) VALUES(?) ON CONFLICT DO NOTHING", (message,))
        doc_id, text = run(
            "SELECT id, doc FROM t_screenings WHERE json_extract(doc,'$.phone') = ? ORDER BY id LIMIT 1", (phone,)
        ).fetchone()
        run("SELECT doc FROM t_screenings WHERE id=?", (doc_id,)).fetchone()
        screening = orjson.loads(text)
        screening["turn"] += 1
        run("UPDATE t_screenings SET doc=? WHERE id=?", (orjson.dumps(screening).decode(), doc_id))
        delivery = orjson.dumps(a_delivery(sid, phone)).decode()
        run("INSERT INTO t_outbox(doc) VALUES(?) ON CONFLICT DO NOTHING", (delivery,))
        run("COMMIT")


class Stock:
    """TinyDB as it comes: JSONStorage, a file a database, four writes that are not one transaction."""

    def __init__(self, path: Path, count: int) -> None:
        documents = {str(n + 1): a_screening(n) for n in range(count)}
        path.write_text(json.dumps({"screenings": documents}))
        self._database = TinyDB(path)

    def take(self, sid: str, phone: str) -> None:
        """Keep one inbound text, as durably as TinyDB can."""
        table = self._database.table
        if table("messages").get(Query().sid == sid) is not None:
            return
        table("messages").insert(a_message(sid, phone))
        screening = table("screenings").get(Query().phone == phone)
        table("screenings").update({"turn": screening["turn"] + 1}, doc_ids=[screening.doc_id])  # type: ignore[index]
        table("outbox").insert(a_delivery(sid, phone))


def seconds_each(side: Side, turn: int, times: int, count: int) -> float:
    """How long one text takes, over so many."""
    texts = [(f"SM{turn}-{n}", a_phone((turn * 7919 + n * 104_729) % count)) for n in range(times)]
    start = time.perf_counter()
    for sid, phone in texts:
        side.take(sid, phone)
    return (time.perf_counter() - start) / times


def turns(sides: Iterable[tuple[Side, int, int]]) -> list[list[float]]:
    """Each side in turn, again and again; (side, screenings, transactions of a slice)."""
    given = list(sides)
    for side, count, _ in given:
        seconds_each(side, -1, 5, count)
    return [[seconds_each(side, turn, times, count) for side, count, times in given] for turn in range(TURNS)]


def ratio(rows: Iterable[tuple[float, float]]) -> float:
    """How many times as fast the second is as the first, each at its best."""
    first, second = zip(*rows, strict=True)
    return min(first) / min(second)


def against_stock(folder: Path, count: int, times: int) -> float:
    """How many times as fast as TinyDB's default."""
    ours, stock = Rows(folder / f"rows{count}.db", count), Stock(folder / f"stock{count}.json", count)
    return ratio((b, a) for a, b in turns([(ours, count, SLICE), (stock, count, times)]))


def against_raw(folder: Path, count: int) -> float:
    """Which part of the commit limit is reached."""
    ours, raw = Rows(folder / f"ours{count}.db", count), Raw(folder / f"raw{count}.db", count)
    return ratio((b, a) for a, b in turns([(ours, count, SLICE), (raw, count, SLICE)]))


def growth(folder: Path) -> float:
    """The pace at 100,000 screenings as a part of that at 1,000."""
    small, large = Rows(folder / "small.db", 1_000), Rows(folder / "large.db", 100_000)
    return ratio((a, b) for a, b in turns([(small, 1_000, SLICE), (large, 100_000, SLICE)]))


async def group_pace(store: Store, turn: int, together: int) -> float:
    """Seconds a text through the writer, so many callers at once."""

    async def one(n: int) -> None:
        await store.run(lambda t: take(t, f"SM{turn}-{together}-{n}", a_phone(n % 1000)))

    start = time.perf_counter()
    for n in range(0, SLICE, together):
        await asyncio.gather(*(one(n + k) for k in range(together)))
    return (time.perf_counter() - start) / SLICE


async def group(folder: Path) -> float:
    """Sixteen callers at once beside one."""
    store = open_store(str(folder / "group.db"), SPECS, exclusive=True)
    await store.run(lambda t: t["screenings"].insert_multiple(a_screening(n) for n in range(1000)))
    pace = [(await group_pace(store, turn, 1), await group_pace(store, turn, 16)) for turn in range(TURNS)]
    await store.close()
    return ratio(pace)


def run() -> dict[str, float]:
    """Every ratio by name; `LEAST` holds what each must reach."""
    measures: dict[str, Callable[[Path], float]] = {
        "tinydb_1k": lambda folder: against_stock(folder, 1_000, 4),
        "tinydb_10k": lambda folder: against_stock(folder, 10_000, 1),
        "raw_1k": lambda folder: against_raw(folder, 1_000),
        "raw_10k": lambda folder: against_raw(folder, 10_000),
        "growth_100k": growth,
        "group_16": lambda folder: asyncio.run(group(folder)),
    }
    found = {}
    for name, measure in measures.items():
        with tempfile.TemporaryDirectory(dir=DISK if name == "group_16" else None) as folder:
            found[name] = measure(Path(folder))
    return found


if __name__ == "__main__":
    results = run()
    for name, figure in results.items():
        sys.stdout.write(f"{name:12} {figure:10.2f}   at least {LEAST[name]:g}\n")
    sys.exit(any(results[name] < least for name, least in LEAST.items()))
