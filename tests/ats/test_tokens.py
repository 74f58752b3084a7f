"""One living JWT for all processes: who exchanges it, who waits, and what becomes of it when somebody dies."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.ats.tokens import CLAIM, StoredKeeper, StoredPace
from bot.storage.inline import InlineStore
from bot.storage.keys import load_keyring
from bot.storage.repositories import SPECS
from bot.storage.store import open_inline_store
from tests.simulation.loop import SimLoop
from tracker.errors import TrackerUnreachable

SECRET = "a secret that is long enough for a key"


class Tenant:
    """Hands out tokens; an exchange takes five seconds, unless told otherwise."""

    def __init__(self, seconds: float = 5) -> None:
        self.exchanged, self.seconds = 0, seconds

    async def __call__(self) -> str:
        """A new one."""
        self.exchanged += 1
        number = self.exchanged
        await asyncio.sleep(self.seconds)
        return f"jwt-{number}"


def played(scene: Callable[[InlineStore, Callable[[], StoredKeeper]], Awaitable[None]]) -> None:
    """In simulated seconds, with keepers of as many processes as are asked for on one store."""
    loop = SimLoop(random.Random(0))

    async def whole() -> None:
        store: Any = open_inline_store(":memory:", SPECS)
        keyring = await store.run(lambda t: load_keyring(t, (SECRET,)))
        await scene(store, lambda: StoredKeeper(store, keyring, lambda: int(loop.time() * 1000)))
        await store.close()

    loop.run_until_complete(whole())
    loop.close()


def test_of_several_processes_one_exchanges_and_the_others_take_what_it_got() -> None:
    async def scene(store: InlineStore, keeper: Callable[[], StoredKeeper]) -> None:
        tenant = Tenant()
        found = await asyncio.gather(*(keeper().renew(None, tenant) for _ in range(4)))
        assert found == ["jwt-1"] * 4
        assert await keeper().renew("jwt-1", tenant) == "jwt-2"
        assert await keeper().renew("jwt-1", tenant) == "jwt-2"

    played(scene)


def test_whoever_waits_for_the_exchange_of_another_takes_no_turn_at_the_writer() -> None:
    async def scene(store: InlineStore, keeper: Callable[[], StoredKeeper]) -> None:
        tenant, written = Tenant(), []
        first = asyncio.create_task(keeper().renew(None, tenant))
        await asyncio.sleep(1)
        run = store.run

        async def counted(fn: Any) -> Any:
            written.append(asyncio.current_task())
            return await run(fn)

        store.run = counted  # type: ignore[method-assign]
        waiting = [asyncio.create_task(keeper().renew(None, tenant)) for _ in range(3)]
        await asyncio.sleep(3)
        assert not written
        assert await asyncio.gather(first, *waiting) == ["jwt-1"] * 4

    played(scene)


def test_an_exchange_that_takes_long_keeps_its_claim_so_that_no_second_one_ends_its_token() -> None:
    async def scene(store: InlineStore, keeper: Callable[[], StoredKeeper]) -> None:
        tenant = Tenant(seconds=3 * CLAIM / 1000)
        assert await asyncio.gather(*(keeper().renew(None, tenant) for _ in range(4))) == ["jwt-1"] * 4
        assert tenant.exchanged == 1

    played(scene)


def test_whoever_waits_for_ever_says_so_instead_of_exchanging_beside_the_other() -> None:
    async def scene(store: InlineStore, keeper: Callable[[], StoredKeeper]) -> None:
        tenant = Tenant(seconds=1_000)
        first = asyncio.create_task(keeper().renew(None, tenant))
        await asyncio.sleep(1)
        with pytest.raises(TrackerUnreachable, match="another process"):
            await keeper().renew(None, tenant)
        assert tenant.exchanged == 1
        assert await first == "jwt-1"

    played(scene)


def test_the_exchange_of_a_process_that_died_is_taken_over() -> None:
    async def scene(store: InlineStore, keeper: Callable[[], StoredKeeper]) -> None:

        dead = keeper()
        await store.run(lambda t: dead._claim(t, None))
        tenant, began = Tenant(), asyncio.get_running_loop().time()
        assert await keeper().renew(None, tenant) == "jwt-1"
        assert CLAIM / 1000 <= asyncio.get_running_loop().time() - began < CLAIM / 1000 + 7

    played(scene)


def test_after_a_refusal_nobody_calls_until_it_is_over_and_then_more_slowly_for_ten_minutes() -> None:
    loop = SimLoop(random.Random(0))
    gone: list[float] = []

    async def whole() -> None:
        store: Any = open_inline_store(":memory:", SPECS)

        def pace() -> StoredPace:
            return StoredPace(store, 100_000, lambda: int(loop.time() * 1000), asyncio.sleep)

        one, other = pace(), pace()
        for _ in range(200):
            await one()
        before = loop.time()
        await one.hold(20)
        for turn in range(100):
            await (one, other)[turn % 2]()
            gone.append(loop.time() - before)
        await asyncio.sleep(600)
        before = loop.time()
        for _ in range(200):
            await other()
        assert loop.time() - before < 1  # what was set holds again
        await store.close()

    loop.run_until_complete(whole())
    loop.close()
    assert gone[0] >= 20
    assert all(later - earlier >= 59 for earlier, later in zip(gone, gone[50:], strict=False))
