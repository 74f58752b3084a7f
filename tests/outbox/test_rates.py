"""Slots of the shared rates."""

from typing import Any

from bot.outbox.rates import Rates
from bot.storage.store import Tables
from tests.outbox.yard import NOW, Yard


async def asked(yard: Yard, rates: Rates, way: str, now: int, body: str | None = "hi") -> int | None:
    row: dict[str, Any] = {"way": way, "priority": 0, "payload": {"body": body} if body is not None else {}}

    def take(tables: Tables) -> int | None:
        return rates(tables, row, now)

    return await yard.store.run(take)


async def test_one_segment_a_second_and_the_refused_take_no_slot(yard: Yard) -> None:
    rates = Rates(per_second=1)
    assert await asked(yard, rates, "sms", NOW) is None
    assert await asked(yard, rates, "sms", NOW + 1) == NOW + 1_000
    assert await asked(yard, rates, "sms", NOW + 999) == NOW + 1_000
    assert await asked(yard, rates, "sms", NOW + 1_000) is None


async def test_a_long_text_takes_the_time_of_its_segments(yard: Yard) -> None:
    rates = Rates(per_second=2)
    assert await asked(yard, rates, "sms", NOW, "x" * 161) is None
    assert await asked(yard, rates, "sms", NOW + 999) == NOW + 1_000
    assert await asked(yard, rates, "sms", NOW + 1_000) is None


async def test_two_processes_share_one_rate(yard: Yard) -> None:
    assert await asked(yard, Rates(per_second=1), "sms", NOW) is None
    assert await asked(yard, Rates(per_second=1), "sms", NOW) == NOW + 1_000


async def test_an_idle_minute_is_not_saved_up_for_texts(yard: Yard) -> None:
    rates = Rates(per_second=1)
    assert await asked(yard, rates, "sms", NOW) is None
    assert await asked(yard, rates, "sms", NOW + 60_000) is None
    assert await asked(yard, rates, "sms", NOW + 60_000) is not None


async def test_slack_takes_a_short_burst_and_then_one_a_second_over_all_kinds(yard: Yard) -> None:
    rates = Rates(per_second=1)
    answers = [await asked(yard, rates, way, NOW, None) for way in ("card", "notice", "ops", "card", "notice")]
    assert answers == [None, None, NOW + 1_000, NOW + 1_000, NOW + 1_000]
    assert await asked(yard, rates, "ops", NOW + 1_000, None) is None


async def test_calls_have_a_rate_of_their_own(yard: Yard) -> None:
    rates = Rates(per_second=1)
    assert await asked(yard, rates, "sms", NOW) is None
    assert await asked(yard, rates, "call", NOW, None) is None
    assert await asked(yard, rates, "call", NOW, None) == NOW + 1_000


async def test_tracker_keeps_its_own_pace(yard: Yard) -> None:
    rates = Rates(per_second=1)
    assert [await asked(yard, rates, "activity", NOW, None) for _ in range(3)] == [None] * 3
