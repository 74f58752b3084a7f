"""The promises of a store, whichever database is behind it."""

import asyncio
from collections.abc import Callable

import pytest
from tinydb import Query
from tinydb.table import Document

from bot.errors import Duplicate, StoreClosed, StoreError, StoreReadOnly
from bot.storage.store import Store, Tables


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
    assert {d["sid"] for d in await store.read(lambda t: t["messages"].all())} == {"good1", "good2"}


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


async def test_the_newest_come_first_a_page_at_a_time(store: Store) -> None:
    def fill(t: Tables) -> None:
        for n in range(7):
            t["messages"].insert({"sid": f"S{n}", "phone": "+1" if n % 2 else "+2"})

    await store.run(fill)
    pages = [await store.read(lambda t, s=skip: t["messages"].newest(2, s, phone="+2")) for skip in (0, 2, 4)]
    assert [[d["sid"] for d in page] for page in pages] == [["S6", "S4"], ["S2", "S0"], []]
    assert [d["sid"] for d in await store.run(lambda t: t["messages"].newest(1))] == ["S6"]


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


@pytest.mark.parametrize("fn", [lambda t: t["unknown"], lambda t: t["outbox"].find(**{"no such'name": 1})])
async def test_names_that_do_not_exist_or_could_not_are_refused(store: Store, fn: Callable[[Tables], object]) -> None:
    with pytest.raises((KeyError, ValueError)):
        await store.run(fn)


async def test_equal_means_what_it_means_in_python(store: Store) -> None:
    values = (True, False, 1, 0, "1", "true", None, "", "é😀", 2**53 - 1, -5)

    def look(t: Tables) -> list[tuple[object, list[int]]]:
        t["outbox"].insert_multiple([{"lane": v} for v in values])
        return [(v, [d.doc_id for d in t["outbox"].find(lane=v)]) for v in values]

    for value, found in await store.run(look):
        assert found == [i for i, other in enumerate(values, 1) if other == value]


async def test_queries_on_indexed_fields_find_what_python_finds(store: Store) -> None:
    values = (True, 1, 0, "1", "b", 7.5, 8)
    where = Query()

    def look(t: Tables) -> list[list[object]]:
        t["outbox"].insert_multiple([{"lane": v} for v in values])
        lane = [where.lane == 1, where.lane == "b", where.lane == 7.5, (where.lane == 8) & (where.lane != 9)]
        return [[d["lane"] for d in t["outbox"].search(query)] for query in lane]

    assert await store.run(look) == [[True, 1], ["b"], [7.5], [8]]


async def test_absent_and_null_are_found_by_none(store: Store) -> None:
    def look(t: Tables) -> list[Document]:
        t["outbox"].insert_multiple([{"n": 1}, {"n": 2, "lane": None}, {"n": 3, "lane": 0}])
        return t["outbox"].find(lane=None)

    assert [d["n"] for d in await store.run(look)] == [1, 2]


async def test_order_puts_missing_times_first_and_equal_times_by_id(store: Store) -> None:
    def look(t: Tables) -> list[int]:
        t["outbox"].insert_multiple([{"due_at": at} for at in (5, 1, None, 5, 1)] + [{}])
        return [d.doc_id for d in t["outbox"].find(order="due_at")]

    assert await store.run(look) == [3, 6, 2, 5, 1, 4]


async def test_due_never_takes_text_for_a_time(store: Store) -> None:
    def look(t: Tables) -> tuple[list[Document], int | None]:
        t["outbox"].insert_multiple([{"due_at": "1"}, {"due_at": -3}])
        return t["outbox"].due("due_at", 10, 10), t["outbox"].next_due("due_at")

    found, least = await store.run(look)
    assert ([d["due_at"] for d in found], least) == ([-3], -3)


async def test_due_takes_no_more_than_its_limit(store: Store) -> None:
    def look(t: Tables) -> list[int]:
        t["outbox"].insert_multiple([{"due_at": at} for at in (4, 3, 2, 1)])
        return [d["due_at"] for d in t["outbox"].due("due_at", 9, 2)]

    assert await store.run(look) == [1, 2]


async def test_documents_come_back_as_they_were(store: Store) -> None:
    document = {"a": [1, 2.5, None, True, {"b": "é😀\n\\u0000"}], "text": "", "big": 2**62, "deep": {"x": {}}}
    doc_id = await store.run(lambda t: t["outbox"].insert(document))
    assert await store.read(lambda t: t["outbox"].get(doc_id=doc_id)) == document


async def test_a_document_that_was_read_is_a_copy(store: Store) -> None:
    def look(t: Tables) -> object:
        doc_id = t["outbox"].insert({"list": [1]})
        t["outbox"].find()[0]["list"].append(2)
        return t["outbox"].get(doc_id=doc_id)

    assert await store.run(look) == {"list": [1]}


async def test_an_update_to_a_taken_value_undoes_the_transaction_even_if_it_is_caught(store: Store) -> None:
    def clash(t: Tables) -> str:
        _, second = t["messages"].insert_multiple([{"sid": "SM1"}, {"sid": "SM2"}])
        try:
            t["messages"].update({"sid": "SM1"}, doc_ids=[second])
        except Duplicate:
            return "never mind"
        return "?"

    with pytest.raises(Duplicate):
        await store.run(clash)
    assert await store.read(lambda t: len(t["messages"])) == 0
    assert await store.run(lambda t: t["messages"].insert_once({"sid": "SM1"})) is not None


async def test_a_refused_insert_leaves_the_rest_of_the_transaction(store: Store) -> None:
    def two(t: Tables) -> int | None:
        t["messages"].insert({"sid": "SM1"})
        with pytest.raises(Duplicate):
            t["messages"].insert({"sid": "SM1"})
        return t["messages"].insert_once({"sid": "SM2"})

    assert await store.run(two) is not None
    assert await store.read(lambda t: len(t["messages"])) == 2


async def test_upsert_changes_or_inserts(store: Store) -> None:
    where = Query()
    first = await store.run(lambda t: t["messages"].upsert({"sid": "SM1", "n": 1}, where.sid == "SM1"))
    again = await store.run(lambda t: t["messages"].upsert({"sid": "SM1", "n": 2}, where.sid == "SM1"))
    assert first == again
    assert await store.read(lambda t: [d["n"] for d in t["messages"].all()]) == [2]


async def test_a_document_may_be_inserted_under_its_own_id_and_later_ids_are_above_it(store: Store) -> None:
    assert await store.run(lambda t: t["outbox"].insert(Document({}, doc_id=40))) == 40
    assert await store.run(lambda t: t["outbox"].insert({})) > 40
    with pytest.raises(ValueError, match="40"):
        await store.run(lambda t: t["outbox"].insert(Document({}, doc_id=40)))


async def test_a_table_cannot_be_used_outside_its_transaction(store: Store) -> None:
    table = await store.run(lambda t: t["outbox"])
    with pytest.raises(StoreError, match="outside"):
        table.all()


async def test_what_was_written_is_there_after_opening_again(reopen: Callable[[], Store]) -> None:
    first = reopen()
    await first.run(lambda t: t["outbox"].insert({"n": 1}))
    await first.close()
    second = reopen()
    assert await second.read(lambda t: t["outbox"].all()) == [{"n": 1}]
    await second.close()


async def test_many_at_once_lose_no_update(store: Store) -> None:
    await store.run(lambda t: t["outbox"].insert({"lane": "a", "n": 0}))

    def add(t: Tables) -> None:
        row = t["outbox"].find(lane="a")[0]
        t["outbox"].update({"n": row["n"] + 1}, doc_ids=[row.doc_id])

    await asyncio.gather(*(store.run(add) for _ in range(60)))
    assert await store.read(lambda t: t["outbox"].find()[0]["n"]) == 60


async def test_many_at_once_insert_one_sid_once(store: Store) -> None:
    inserted = await asyncio.gather(*(store.run(lambda t: t["messages"].insert_once({"sid": "S"})) for _ in range(20)))
    assert sum(i is not None for i in inserted) == 1


async def test_look_then_insert_never_ends_in_two(store: Store) -> None:
    def ensure(t: Tables) -> int:
        found = t["messages"].first(sid="S")
        return found.doc_id if found else t["messages"].insert({"sid": "S"})

    ids = await asyncio.gather(*(store.run(ensure) for _ in range(20)))
    assert len(set(ids)) == 1


async def test_a_loop_is_woken_by_the_changes_of_others(store: Store) -> None:
    waiting = asyncio.create_task(store.wait(60))
    await asyncio.sleep(0)
    await store.run(lambda t: t["outbox"].insert({}))
    await asyncio.wait_for(waiting, 5)


async def test_a_loop_is_not_woken_by_its_own_changes_nor_by_reading(store: Store) -> None:
    async def loop(ready: asyncio.Event) -> None:
        await store.run(lambda t: t["outbox"].insert({}))
        await store.read(lambda t: t["outbox"].all())
        ready.set()
        await store.wait(0.5)

    ready = asyncio.Event()
    task = asyncio.create_task(loop(ready))
    await ready.wait()
    done, _ = await asyncio.wait({task}, timeout=0.01)
    assert not done
    store.wake()
    await task


async def test_a_change_during_a_loops_work_shortens_its_next_wait(store: Store) -> None:
    async def loop(begun: asyncio.Event, changed: asyncio.Event) -> None:
        await store.run(lambda t: t["outbox"].find())
        begun.set()
        await changed.wait()
        await store.wait(60)

    begun, changed = asyncio.Event(), asyncio.Event()
    task = asyncio.create_task(loop(begun, changed))
    await begun.wait()
    await store.run(lambda t: t["outbox"].insert({}))
    changed.set()
    await asyncio.wait_for(task, 5)


async def test_a_transaction_that_changes_nothing_wakes_nobody(store: Store) -> None:
    waiting = asyncio.create_task(store.wait(0.5))
    await asyncio.sleep(0)
    await store.run(lambda t: t["outbox"].find())
    done, _ = await asyncio.wait({waiting}, timeout=0.01)
    assert not done
    store.wake()
    await waiting


async def test_a_closed_store_says_so(reopen: Callable[[], Store]) -> None:
    store = reopen()
    await store.close()
    await store.close()
    for way in (store.run, store.read):
        with pytest.raises(StoreClosed):
            await way(lambda t: len(t["outbox"]))
