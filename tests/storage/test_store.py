"""The promises of a store, whichever database is behind it."""

import asyncio
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tinydb import Query

from bot.errors import Duplicate, StoreBusy, StoreReadOnly
from bot.storage.store import Store, Tables, TableSpec, open_inline_store, open_store

SPECS = (
    TableSpec(name="messages", index=("phone",), unique=("sid",)),
    TableSpec(name="outbox", index=("due_at", "lane")),
)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    opened = open_store(str(tmp_path / "greenroom.db"), SPECS, exclusive=True)
    yield opened
    await opened.close()


async def test_insert_once_keeps_the_first_of_two_equal_sids(store: Store) -> None:
    first = await store.run(lambda t: t["messages"].insert_once({"sid": "SM1", "body": "yes"}))
    again = await store.run(lambda t: t["messages"].insert_once({"sid": "SM1", "body": "no"}))
    kept = await store.read(lambda t: t["messages"].all())
    assert (first, again, [d["body"] for d in kept]) == (1, None, ["yes"])


async def test_a_unique_field_that_is_absent_or_none_refuses_nothing(store: Store) -> None:
    def insert(t: Tables) -> list[int | None]:
        return [t["messages"].insert_once(d) for d in ({}, {}, {"sid": None}, {"sid": None})]

    assert None not in await store.run(insert)


async def test_a_plain_insert_of_a_taken_value_raises_duplicate(store: Store) -> None:
    await store.run(lambda t: t["messages"].insert({"sid": "SM1"}))
    with pytest.raises(Duplicate, match="sid"):
        await store.run(lambda t: t["messages"].insert({"sid": "SM1"}))


async def test_an_exception_undoes_its_own_function_only(store: Store) -> None:
    def good(n: int) -> object:
        return lambda t: t["messages"].insert({"sid": f"good{n}"})

    def bad(t: Tables) -> None:
        t["messages"].insert({"sid": "bad"})
        raise ValueError("this one")

    jobs = [store.run(good(1)), store.run(bad), store.run(good(2))]  # type: ignore[arg-type]
    outcomes = await asyncio.gather(*jobs, return_exceptions=True)
    assert isinstance(outcomes[1], ValueError)
    assert [d["sid"] for d in await store.read(lambda t: t["messages"].all())] == ["good1", "good2"]


async def test_reading_cannot_write(store: Store) -> None:
    with pytest.raises(StoreReadOnly):
        await store.read(lambda t: t["messages"].insert({"sid": "SM1"}))


async def test_find_by_fields_in_order(store: Store) -> None:
    def fill(t: Tables) -> None:
        for at, phone in ((3, "+1"), (1, "+1"), (2, "+2")):
            t["messages"].insert({"sid": f"S{at}", "phone": phone, "at": at})

    await store.run(fill)
    found = await store.read(lambda t: t["messages"].find(order="at", phone="+1"))
    assert [d["at"] for d in found] == [1, 3]
    assert await store.read(lambda t: t["messages"].first(phone="+3")) is None
    limited = await store.read(lambda t: t["messages"].find(limit=1, order="at"))
    assert [d.doc_id for d in limited] == [2]


async def test_due_rows_come_earliest_first_and_rows_without_a_time_never(store: Store) -> None:
    def fill(t: Tables) -> None:
        for due in (30, 10, None, 20, 40):
            t["outbox"].insert({"due_at": due, "lane": "a"})
        t["outbox"].insert({"lane": "a"})

    await store.run(fill)
    due = await store.run(lambda t: t["outbox"].due("due_at", 30, 10, lane="a"))
    assert [d["due_at"] for d in due] == [10, 20, 30]
    assert await store.read(lambda t: t["outbox"].next_due("due_at")) == 10
    assert await store.read(lambda t: t["outbox"].next_due("due_at", lane="b")) is None


async def test_ids_are_never_used_again(store: Store) -> None:
    first = await store.run(lambda t: t["outbox"].insert({}))
    await store.run(lambda t: t["outbox"].remove(doc_ids=[first]))
    assert await store.run(lambda t: t["outbox"].insert({})) > first


async def test_tinydb_queries_update_and_remove(store: Store) -> None:
    where = Query()

    def change(t: Tables) -> tuple[list[int], list[int], int]:
        t["outbox"].insert_multiple([{"n": n} for n in range(5)])
        updated = t["outbox"].update({"big": True}, where.n >= 3)
        return updated, t["outbox"].remove(where.n == 0), t["outbox"].count(where.big == True)  # noqa: E712

    assert await store.run(change) == ([4, 5], [1], 2)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "a\0b", b"bytes"])
async def test_what_would_not_come_back_as_it_was_is_refused(store: Store, value: object) -> None:
    with pytest.raises((ValueError, TypeError)):
        await store.run(lambda t: t["outbox"].insert({"none": None, "deep": [{"value": value}]}))


async def test_a_coroutine_in_a_transaction_is_refused(store: Store) -> None:
    async def slow(t: Tables) -> None:
        t["outbox"].insert({})

    with pytest.raises(TypeError, match="await"):
        await store.run(slow)


async def test_a_second_run_on_the_same_file_is_told_so(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreBusy, match=r"another `greenroom run` is using greenroom\.db"):
        open_store(str(tmp_path / "greenroom.db"), SPECS, exclusive=True)
    beside = open_store(str(tmp_path / "greenroom.db"), SPECS, exclusive=False)
    await store.run(lambda t: t["outbox"].insert({"n": 1}))
    assert await beside.read(lambda t: len(t["outbox"])) == 1
    await beside.close()


async def test_a_loop_is_woken_by_the_changes_of_others_and_not_by_its_own(store: Store) -> None:
    async def loop() -> float:
        await store.wait(0)
        await store.run(lambda t: t["outbox"].insert({}))
        start = time.monotonic()
        await store.wait(0.01)
        return time.monotonic() - start

    assert await asyncio.create_task(loop()) >= 0.009
    waiting = asyncio.create_task(store.wait(60))
    await asyncio.sleep(0)
    await store.run(lambda t: t["outbox"].insert({}))
    await asyncio.wait_for(waiting, 5)


async def test_the_inline_store_keeps_the_same_promises() -> None:
    inline = open_inline_store(":memory:", SPECS)
    assert await inline.run(lambda t: t["messages"].insert_once({"sid": "SM1"})) == 1
    assert await inline.run(lambda t: t["messages"].insert_once({"sid": "SM1"})) is None
    with pytest.raises(StoreReadOnly):
        await inline.read(lambda t: t["messages"].insert({}))
    await inline.close()
