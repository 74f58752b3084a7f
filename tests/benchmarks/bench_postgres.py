"""PostgreSQL: our store beside bare psycopg doing the same statements and commits, beside the embedded store, and the drain.

All sides run in turns against one server on this machine, and the best turn of each counts: what is slower is the neighbours.
"""

import asyncio
import contextlib
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

import orjson
import psycopg

from bot.storage.store import Store, Tables, open_store
from tests.benchmarks.bench_store import DISK, SPECS, a_delivery, a_message, a_phone, a_screening, take
from tests.postgres import Server

COUNT: Final = 10_000
TOGETHER: Final = 16
TURNS: Final = 5
SLICE: Final = 480
ALONE: Final = 120
DRAIN: Final = 1_600
BATCH: Final = 32
LEAST: Final = {"postgres_raw": 0.5, "postgres_embedded": 0.35, "drain_raw": 0.5}


class Raw:
    """Eight threads, a connection each, the same statements prepared by psycopg, and the cheapest code around them."""

    def __init__(self, address: str, threads: int = 8) -> None:
        self._address, self._mine = address, threading.local()
        self._pool = ThreadPoolExecutor(threads)

    def connection(self) -> psycopg.Connection[Any]:
        """This thread's."""
        if not hasattr(self._mine, "connection"):
            self._mine.connection = psycopg.connect(self._address, autocommit=True, prepare_threshold=0)
        connection: psycopg.Connection[Any] = self._mine.connection
        return connection

    def all(self, act: Callable[[int], None], many: int) -> None:
        """Do it so many times, on all threads."""
        list(self._pool.map(act, range(many)))

    def take(self, sid: str, phone: str) -> None:
        """Keep one inbound text durably."""
        run = self.connection().execute
        run("BEGIN")
        message = orjson.dumps(a_message(sid, phone)).decode()
        run("INSERT INTO t_messages(doc) VALUES(%s::jsonb) ON CONFLICT DO NOTHING RETURNING id", (message,)).fetchone()
        found = run(
            "SELECT id, doc::text FROM t_screenings WHERE nullif(doc->'phone','null') = %s::jsonb "
            "ORDER BY id LIMIT 1 FOR UPDATE",
            (orjson.dumps(phone).decode(),),
        ).fetchone()
        assert found is not None
        run("SELECT doc::text FROM t_screenings WHERE id=%s FOR UPDATE", (found[0],)).fetchone()
        screening = orjson.loads(found[1])
        screening["turn"] += 1
        run("UPDATE t_screenings SET doc=%s::jsonb WHERE id=%s", (orjson.dumps(screening).decode(), found[0]))
        delivery = orjson.dumps(a_delivery(sid, phone)).decode()
        run("INSERT INTO t_outbox(doc) VALUES(%s::jsonb) ON CONFLICT DO NOTHING RETURNING id", (delivery,)).fetchone()
        run("COMMIT")

    def drain(self) -> None:
        """Claim what is due, so many at a time, then mark it done."""
        run, field = self.connection().execute, "nullif(doc->'due_at','null')"
        while True:
            run("BEGIN")
            rows = run(
                f"SELECT id, doc::text FROM t_outbox WHERE {field} <= %s::jsonb AND {field} >= '0'::jsonb "
                f"ORDER BY {field} NULLS FIRST, id LIMIT {BATCH} FOR UPDATE SKIP LOCKED",
                (str(9 * 10**12),),
            ).fetchall()
            for changed in ({"due_at": 10**13}, {"due_at": None}):
                if changed["due_at"] is None:
                    run("BEGIN")
                for i, text in rows:
                    doc = orjson.dumps(orjson.loads(text) | changed).decode()
                    run("UPDATE t_outbox SET doc=%s::jsonb WHERE id=%s", (doc, i))
                run("COMMIT")
            if not rows:
                return


async def ours(store: Store, turn: int) -> float:
    """Seconds a text, so many callers at once."""
    gate = asyncio.Semaphore(TOGETHER)

    async def one(n: int) -> None:
        async with gate:
            phone = a_phone((turn * 7919 + n * 104_729) % COUNT)
            await store.run(lambda t: take(t, f"SM{turn}-{n}", phone))

    start = time.perf_counter()
    await asyncio.gather(*(one(n) for n in range(SLICE)))
    return (time.perf_counter() - start) / SLICE


async def alone(store: Store, turn: int) -> float:
    """Seconds a text, one caller: a commit for each."""
    start = time.perf_counter()
    for n in range(ALONE):
        phone = a_phone((turn * 7919 + n * 104_729) % COUNT)
        await store.run(lambda t, n=n, phone=phone: take(t, f"AM{turn}-{n}", phone))  # type: ignore[misc]
    return (time.perf_counter() - start) / ALONE


def bare(raw: Raw, turn: int) -> float:
    """The same by psycopg alone."""
    start = time.perf_counter()
    raw.all(lambda n: raw.take(f"RM{turn}-{n}", a_phone((turn * 7919 + n * 104_729) % COUNT)), SLICE)
    return (time.perf_counter() - start) / SLICE


async def drained(store: Store) -> float:
    """Seconds a delivery, claimed and marked by so many."""

    def claim(tables: Tables) -> list[int]:
        rows = tables["outbox"].due("due_at", 9 * 10**12, BATCH)
        tables["outbox"].update({"due_at": 10**13}, doc_ids=[row.doc_id for row in rows])
        return [row.doc_id for row in rows]

    start = time.perf_counter()
    while ids := await store.run(claim):
        await store.run(lambda t, ids=ids: t["outbox"].update({"due_at": None}, doc_ids=ids))  # type: ignore[misc]
    return (time.perf_counter() - start) / DRAIN


async def refill(store: Store) -> None:
    """So many deliveries that are due."""

    def fill(tables: Tables) -> None:
        tables["outbox"].truncate()
        tables["outbox"].insert_multiple(a_delivery(f"D{n}", a_phone(n)) for n in range(DRAIN))

    await store.run(fill)


@contextlib.contextmanager
def stores(folder: Path) -> Iterator[tuple[Store, Store, Raw]]:
    """PostgreSQL, the embedded store, and psycopg on a database of its own."""
    with Server(folder=DISK) as server, server.database() as one, server.database() as two:
        yield (
            open_store(one, SPECS, exclusive=False),
            open_store(str(folder / "embedded.db"), SPECS, exclusive=True),
            Raw(_filled(two)),
        )


def _filled(address: str) -> str:
    async def fill() -> None:
        store = open_store(address, SPECS, exclusive=False)
        await store.run(_screenings)
        await store.close()

    asyncio.run(fill())
    return address


def _screenings(tables: Tables) -> None:
    tables["screenings"].insert_multiple(a_screening(n) for n in range(COUNT))


async def _measure(postgres: Store, embedded: Store, raw: Raw) -> dict[str, float]:
    await asyncio.gather(postgres.run(_screenings), embedded.run(_screenings))
    rows = [
        (
            await ours(postgres, turn),
            await alone(embedded, turn),
            await ours(embedded, turn),
            await asyncio.to_thread(bare, raw, turn),
        )
        for turn in range(TURNS)
    ]
    p, e, g, r = (min(column) for column in zip(*rows, strict=True))
    drains = []
    for _ in range(3):
        await refill(postgres)
        mine = await drained(postgres)
        await asyncio.to_thread(_refill_raw, raw)
        drains.append((mine, await asyncio.to_thread(_timed, raw.drain)))
    d, rd = (min(column) for column in zip(*drains, strict=True))
    await postgres.close()
    await embedded.close()
    return {
        "postgres_raw": r / p,
        "postgres_embedded": e / p,
        "postgres_embedded_grouped": g / p,
        "drain_raw": rd / d,
        "postgres_texts_per_second": 1 / p,
        "drain_per_second": 1 / d,
    }


def _timed(act: Callable[[], None]) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) / DRAIN


def _refill_raw(raw: Raw) -> None:
    run = raw.connection().execute
    run("TRUNCATE t_outbox")
    rows: Sequence[tuple[str]] = [(orjson.dumps(a_delivery(f"D{n}", a_phone(n))).decode(),) for n in range(DRAIN)]
    raw.connection().cursor().executemany("INSERT INTO t_outbox(doc) VALUES(%s::jsonb)", rows)


def run() -> dict[str, float]:
    """Every figure by name; `LEAST` holds what each must reach."""
    with tempfile.TemporaryDirectory(dir=DISK) as folder, stores(Path(folder)) as (postgres, embedded, raw):
        return asyncio.run(_measure(postgres, embedded, raw))


if __name__ == "__main__":
    for name, figure in run().items():
        print(f"{name:28} {figure:10.2f}   at least {LEAST.get(name, 0):g}")
