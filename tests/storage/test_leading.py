"""Of all processes on a store one turns a loop, and another soon does where it is gone."""

import asyncio
from collections.abc import Callable

from bot.storage.leading import Leading
from bot.storage.repositories import SPECS as REAL_SPECS
from bot.storage.store import Store, open_inline_store, open_store


class Clock:
    """Moved by hand."""

    def __init__(self) -> None:
        self.ms = 1_700_000_000_000

    def __call__(self) -> int:
        return self.ms


class Turns:
    """Counts who turned."""

    def __init__(self) -> None:
        self.by: list[str] = []

    def of(self, who: str) -> Callable[[], object]:
        async def turn() -> int:
            self.by.append(who)
            return 1

        return turn


def two(store: Store, clock: Clock, turns: Turns) -> tuple[object, object, Leading]:
    first, second = Leading(store, clock, me="a"), Leading(store, clock, me="b")
    return first.only_one("poll", turns.of("a")), second.only_one("poll", turns.of("b")), first  # type: ignore[arg-type]


def a_store() -> Store:
    return open_inline_store(":memory:", REAL_SPECS)


async def test_of_two_processes_only_the_first_turns_the_loop() -> None:
    clock, turns, store = Clock(), Turns(), a_store()
    a, b, _ = two(store, clock, turns)
    for _ in range(10):
        await a()
        await b()
        clock.ms += 1000
    assert turns.by == ["a"] * 10


async def test_another_leads_once_the_lease_of_a_dead_one_has_run_out() -> None:
    clock, turns, store = Clock(), Turns(), a_store()
    a, b, _ = two(store, clock, turns)
    await a()
    clock.ms += 60_001
    await b()
    await a()
    assert turns.by == ["a", "b"]


async def test_another_leads_at_once_where_the_first_ended_in_good_order() -> None:
    clock, turns, store = Clock(), Turns(), a_store()
    a, b, leading = two(store, clock, turns)
    await a()
    await b()
    await leading.release()
    clock.ms += 1001
    await b()
    assert turns.by == ["a", "b"]


async def test_a_clock_that_was_set_back_leaves_no_loop_without_a_leader() -> None:
    clock, turns, store = Clock(), Turns(), a_store()
    a, b, _ = two(store, clock, turns)
    await a()
    clock.ms -= 3_600_000
    await b()
    assert turns.by == ["a", "b"]


async def test_the_one_process_of_a_file_leads_at_once_after_a_kill() -> None:
    clock, turns, store = Clock(), Turns(), a_store()
    for _ in range(3):
        await Leading(store, clock).only_one("poll", turns.of("x"))()  # type: ignore[arg-type]
    assert turns.by == ["x"] * 3


async def test_a_long_turn_keeps_its_leadership() -> None:
    clock, turns, store = Clock(), Turns(), a_store()
    began = clock.ms
    other = Leading(store, clock, me="b").only_one("poll", turns.of("b"))  # type: ignore[arg-type]

    async def pass_time(seconds: float) -> None:
        clock.ms += int(seconds * 1000)
        await asyncio.sleep(0)

    async def long() -> None:
        while clock.ms < began + 600_000:
            await other()
            await asyncio.sleep(0)
        turns.by.append("a")

    await Leading(store, clock, me="a", sleep=pass_time).only_one("poll", long)()
    assert turns.by == ["a"]


async def test_processes_that_claim_at_the_same_moment_find_one_leader(postgres: str) -> None:
    store, clock, turns = open_store(postgres, REAL_SPECS, exclusive=False), Clock(), Turns()
    loops = [Leading(store, clock, me=str(n)).only_one("poll", turns.of(str(n))) for n in range(8)]  # type: ignore[arg-type]
    await asyncio.gather(*(loop() for loop in loops))
    assert len(turns.by) == 1
    await store.close()
