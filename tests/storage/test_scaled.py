"""What only PostgreSQL does: several writers at once, and connections that go away."""

import asyncio
import threading

import psycopg
import pytest

from bot.errors import StoreError, StoreNewer
from bot.storage.store import Tables, open_store
from tests.storage.conftest import SPECS


async def test_due_rows_that_another_worker_holds_are_left_to_it(postgres: str) -> None:
    store = open_store(postgres, SPECS, exclusive=False)
    await store.run(lambda t: t["outbox"].insert_multiple([{"due_at": n} for n in range(6)]))
    held, looked = threading.Event(), threading.Event()

    def hold(t: Tables) -> list[int]:
        rows = t["outbox"].due("due_at", 9, 3)
        held.set()
        looked.wait(5)
        return [d["due_at"] for d in rows]

    first = asyncio.create_task(store.run(hold))
    await asyncio.to_thread(held.wait, 5)
    second = await store.run(lambda t: [d["due_at"] for d in t["outbox"].due("due_at", 9, 10)])
    seen = await store.read(lambda t: len(t["outbox"].due("due_at", 9, 10)))
    looked.set()
    assert (await first, second, seen) == ([0, 1, 2], [3, 4, 5], 6)
    await store.close()


async def test_workers_that_claim_at_once_never_claim_the_same_row(postgres: str) -> None:
    stores = [open_store(postgres, SPECS, exclusive=False) for _ in range(2)]
    await stores[0].run(lambda t: t["outbox"].insert_multiple([{"due_at": 1} for _ in range(60)]))

    def claim(t: Tables) -> list[int]:
        ids = [d.doc_id for d in t["outbox"].due("due_at", 9, 7)]
        t["outbox"].update({"due_at": None}, doc_ids=ids)
        return ids

    claimed = await asyncio.gather(*(stores[n % 2].run(claim) for n in range(20)))
    rest = await stores[0].run(lambda t: [d.doc_id for d in t["outbox"].due("due_at", 9, 60)])
    every = [i for ids in (*claimed, rest) for i in ids]
    assert len(every) == len(set(every)) == 60
    for store in stores:
        await store.close()


async def test_transactions_that_block_each_other_are_run_again(postgres: str) -> None:
    store = open_store(postgres, SPECS, exclusive=False)
    one, two = await store.run(lambda t: t["outbox"].insert_multiple([{"n": 0}, {"n": 0}]))
    meeting = threading.Barrier(2)

    def add(first: int, second: int, t: Tables, met: list[int]) -> None:
        for doc_id in (first, second):
            row = t["outbox"].get(doc_id=doc_id)
            if not met:
                met.append(1)
                meeting.wait(5)
            t["outbox"].update({"n": row["n"] + 1}, doc_ids=[doc_id])  # type: ignore[call-overload,index]

    mets: tuple[list[int], list[int]] = ([], [])
    await asyncio.gather(
        store.run(lambda t: add(one, two, t, mets[0])),
        store.run(lambda t: add(two, one, t, mets[1])),
    )
    assert await store.read(lambda t: [d["n"] for d in t["outbox"].all()]) == [2, 2]
    await store.close()


async def test_connections_that_were_cut_are_replaced(postgres: str) -> None:
    store = open_store(postgres, SPECS, exclusive=False)
    await asyncio.gather(*(store.run(lambda t: t["outbox"].insert({})) for _ in range(8)))
    with psycopg.connect(postgres, autocommit=True) as connection:
        others = "datname = current_database() AND pid <> pg_backend_pid()"
        connection.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}")
    assert await store.read(lambda t: len(t["outbox"])) == 8
    await store.run(lambda t: t["outbox"].insert({}))
    assert await store.read(lambda t: len(t["outbox"])) == 9
    await store.close()


async def test_several_processes_may_open_a_new_database_at_once(postgres: str) -> None:
    stores = await asyncio.gather(*(asyncio.to_thread(open_store, postgres, SPECS, exclusive=True) for _ in range(4)))
    for store in stores:
        await store.close()


async def test_a_newer_store_is_refused(postgres: str) -> None:
    await open_store(postgres, SPECS, exclusive=False).close()
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute("UPDATE _meta SET value='7' WHERE key='format'")
    with pytest.raises(StoreNewer, match="format 7"):
        open_store(postgres, SPECS, exclusive=False)


async def test_a_swallowed_database_error_does_not_pass_for_a_commit(postgres: str) -> None:
    store = open_store(postgres, SPECS, exclusive=False)

    def swallow(t: Tables) -> None:
        t["outbox"].insert({})
        try:
            t["outbox"].insert({"due_at": "x"})
            t["outbox"].storage.database.connection.execute("SELECT nonsense")
        except psycopg.Error:
            return

    with pytest.raises(StoreError, match="cannot be kept"):
        await store.run(swallow)
    assert await store.read(lambda t: len(t["outbox"])) == 0
    await store.close()


async def test_hot_questions_are_answered_by_an_index(postgres: str) -> None:
    store = open_store(postgres, SPECS, exclusive=False)
    await store.run(lambda t: t["messages"].insert_multiple([{"sid": f"S{n}", "phone": f"+{n}"} for n in range(300)]))
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute("ANALYZE")
        connection.execute("SET enable_seqscan=off")
        for field, index in (("sid", "ux_messages_sid"), ("phone", "ix_messages_phone")):
            where = f"nullif(doc->'{field}','null') = '\"+7\"'::jsonb"
            plan = connection.execute(f"EXPLAIN SELECT id FROM t_messages WHERE {where}").fetchall()  # type: ignore[arg-type]
            assert index in str(plan)
    await store.close()


async def test_a_process_that_begins_does_not_wait_for_those_who_write(postgres: str) -> None:
    await open_store(postgres, SPECS, exclusive=False).close()
    with psycopg.connect(postgres) as writer:
        writer.execute("INSERT INTO t_messages(doc) VALUES('{}'::jsonb)")
        store = await asyncio.wait_for(asyncio.to_thread(open_store, postgres, SPECS, exclusive=False), 10)
        await store.close()
