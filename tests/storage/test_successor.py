"""What a dead process had claimed is looked up soon, what a living one has claimed is left to it."""

import os
import subprocess
import sys

from bot.outbox.delivery import LEASE
from bot.outbox.successor import IN_FLIGHT, SILENT, Successor
from bot.storage import alive
from bot.storage.repositories import SPECS
from bot.storage.store import Store, open_inline_store, open_store

NOW = 1_700_000_000_000


async def claimed(store: Store, by: str, due: int = NOW + LEASE) -> int:
    row = {"key": f"{by}-{due}", "state": "claimed", "due": due, "by": by, "lane": "l"}
    return await store.run(lambda t: t["outbox"].insert(row))


async def due_of(store: Store, row: int) -> int:
    return int((await store.read(lambda t: t["outbox"].get(doc_id=row)))["due"])  # type: ignore[call-overload,index]


def of_a_dead_process() -> str:
    child = subprocess.run(
        [sys.executable, "-c", "from bot.storage.alive import identity; print(identity())"],
        capture_output=True,
        text=True,
        check=True,
    )
    return child.stdout.strip()


async def test_on_one_file_everything_claimed_before_the_start_is_looked_up_once_it_can_be_in_flight_no_more() -> None:
    store = open_inline_store(":memory:", SPECS)
    row = await claimed(store, alive.ALONE)
    await Successor(store, lambda: NOW).begin()
    assert await due_of(store, row) == NOW + IN_FLIGHT


async def test_the_claims_of_a_process_that_died_on_this_machine_are_taken_over(postgres: str) -> None:
    store, dead = open_store(postgres, SPECS, exclusive=False), of_a_dead_process()
    row = await claimed(store, dead)
    await store.run(lambda t: t["values"].insert({"name": "alive", "seen": {dead: NOW}}))
    await Successor(store, lambda: NOW).begin()
    assert await due_of(store, row) == NOW + IN_FLIGHT
    await store.close()


async def test_a_process_elsewhere_is_given_up_only_once_it_has_been_silent_for_long(postgres: str) -> None:
    store = open_store(postgres, SPECS, exclusive=False)
    elsewhere = "another-machine:7:word"
    row = await claimed(store, elsewhere)
    await store.run(lambda t: t["values"].insert({"name": "alive", "seen": {elsewhere: NOW}}))
    await Successor(store, lambda: NOW + SILENT).run_once()
    assert await due_of(store, row) == NOW + LEASE
    await Successor(store, lambda: NOW + SILENT + 1).run_once()
    assert await due_of(store, row) == NOW + SILENT + 1
    await store.close()


async def test_our_own_claims_stay_ours_until_we_leave(postgres: str) -> None:
    store = open_store(postgres, SPECS, exclusive=False)
    us = Successor(store, lambda: NOW)
    row = await claimed(store, alive.identity())
    await us.run_once()
    await us.run_once()
    assert await due_of(store, row) == NOW + LEASE
    await us.end()
    assert await due_of(store, row) == NOW + IN_FLIGHT
    await store.close()


def test_only_what_is_certain_counts_as_gone() -> None:
    assert alive.gone(of_a_dead_process())
    machine, _, rest = alive.identity().partition(":")
    assert alive.gone(f"{machine}:{os.getpid()}:an-earlier-life")
    assert not alive.gone(alive.identity())
    assert not alive.gone(f"{machine}:{os.getppid()}:{rest.rpartition(':')[2]}")
    assert not alive.gone("another-machine:1:word")
    assert not alive.gone("nonsense")


async def seen(store: Store) -> dict[str, int]:
    row = await store.read(lambda t: t["values"].first(name="alive"))
    return dict(row["seen"]) if row else {}


async def test_each_turn_leaves_a_sign_of_life_and_who_was_silent_too_long_is_forgotten() -> None:
    store, now = open_inline_store(":memory:", SPECS), NOW
    successor = Successor(store, lambda: now)
    await successor.run_once()
    assert await seen(store) == {alive.ALONE: NOW}
    lately, silent = await claimed(store, "lately"), await claimed(store, "silent")
    await store.run(lambda t: t["values"].update({"seen": {"lately": NOW, "silent": NOW - 1}}, doc_ids=[1]))
    now += SILENT
    await successor.run_once()
    assert await seen(store) == {alive.ALONE: now, "lately": NOW}
    assert await due_of(store, lately) == NOW + LEASE
    assert await due_of(store, silent) == now


async def test_who_leaves_in_good_order_is_forgotten_and_its_claims_are_free(postgres: str) -> None:
    store = open_store(postgres, SPECS, exclusive=False)
    successor = Successor(store, lambda: NOW)
    await successor.begin()
    me = Successor.name_on(store)
    row = await claimed(store, me)
    assert await seen(store) == {me: NOW}
    await successor.end()
    assert await seen(store) == {}
    assert await due_of(store, row) == NOW + IN_FLIGHT
    await store.close()
