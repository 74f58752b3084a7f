"""What a process does once, before its loops turn."""

from types import SimpleNamespace
from typing import Any, cast

from bot.wiring.loops import Turned, acts_at_start
from screening.understanding.model import shipped


async def test_the_readers_are_warm_before_the_first_candidate_replies() -> None:
    shipped.cache_clear()
    core: Any = SimpleNamespace(outside=SimpleNamespace(store=None))
    await dict(acts_at_start(core, frozenset(), cast("Turned", None)))["warm readers"]()
    assert shipped.cache_info().currsize == 1
