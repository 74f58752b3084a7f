"""Claim, look up, call, mark: what becomes of a delivery by the fate of its call."""

import asyncio

import pytest

from bot.outbox.deliver import AT_A_TIME, PARK_AFTER, PARK_AT_AGE, TELL_AFTER, backoff
from bot.outbox.delivery import LEASE
from bot.outbox.endings import adopted
from tests.outbox.yard import NOW, Yard, dropped, held, not_done, refused, unknown


async def test_what_was_called_is_done_with_the_providers_id(yard: Yard) -> None:
    await yard.order("a")
    assert await yard.turn() == 1
    row = await yard.row("a")
    assert (row["state"], row["due"], row["provider_id"]) == ("done", None, "id of a")
    assert (yard.told.heard, yard.told.ids) == ([("marked", "a")], ["id of a"])
    assert await yard.turn() == 0
    assert (yard.sms.calls, yard.sms.looked) == (["a"], [])


async def test_where_nothing_is_due_nothing_is_written(yard: Yard) -> None:
    await yard.order("later")
    await yard.change("later", due=NOW + 1)
    before = yard.store._database.changes  # type: ignore[attr-defined]
    assert await yard.turn() == 0
    assert yard.store._database.changes == before  # type: ignore[attr-defined]


async def test_an_unclear_call_is_looked_up_and_not_made_again(yard: Yard) -> None:
    yard.sms.plan, yard.sms.there = [unknown()], {"a": "SM1"}
    await yard.order("a")
    await yard.turn()
    row = await yard.row("a")
    assert (row["state"], row["reason"], row["code"], row["due"]) == ("claimed", "no answer", "unknown", NOW + 1_000)
    yard.now += 1_000
    await yard.turn()
    assert (yard.sms.calls, (await yard.row("a"))["provider_id"]) == (["a"], "SM1")
    assert yard.told.heard == [("marked", "a")]
    assert ((await yard.row("a"))["reason"], (await yard.row("a"))["code"]) == ("", "")


async def test_an_unclear_call_is_looked_up_only_after_the_lists_staleness(yard: Yard) -> None:
    yard.sms.plan, yard.sms.stale_ms = [unknown()], 3_000
    await yard.order("a")
    await yard.turn()
    assert (await yard.row("a"))["due"] == NOW + 3_000


async def test_a_dead_processs_delivery_is_looked_up_only_after_the_lists_staleness(yard: Yard) -> None:
    yard.sms.there, yard.sms.stale_ms = {"a": "SM1"}, 40
    await yard.order("a")
    await yard.claim()
    await yard.change("a", due=NOW)
    start = asyncio.get_running_loop().time()
    await yard.turn()
    assert asyncio.get_running_loop().time() - start >= 0.039
    assert yard.sms.calls == []


async def test_what_is_not_there_passes_the_gate_again_before_it_is_called(yard: Yard) -> None:
    yard.sms.plan = [unknown()]
    await yard.order("a")
    await yard.turn()
    yard.now += 1_000
    await yard.turn()
    row = await yard.row("a")
    assert (row["state"], row["claimed"], row["code"], yard.sms.calls) == ("new", None, "", ["a"])
    yard.verdicts["a"] = dropped()
    await yard.turn()
    assert (await yard.row("a"))["state"] == "dropped"
    assert yard.sms.calls == ["a"]


async def test_what_is_not_there_is_called_once_more(yard: Yard) -> None:
    yard.sms.plan = [unknown()]
    await yard.order("a")
    for wait in (0, 1_000, 0):
        yard.now += wait
        await yard.turn()
    assert (yard.sms.calls, (await yard.row("a"))["state"]) == (["a", "a"], "done")
    assert (await yard.row("a"))["claimed"] == NOW + 1_000


async def test_a_look_up_knows_what_other_deliveries_to_the_number_are(yard: Yard) -> None:
    await yard.order("old", to="+1", lane="x")
    await yard.order("elsewhere", to="+2", lane="y")
    await yard.turn()
    yard.sms.plan = [unknown()]
    await yard.order("waits", to="+1", lane="w")
    await yard.change("waits", due=NOW + 5_000)
    await yard.order("new", to="+1", lane="z")
    await yard.turn()
    yard.now += 1_000
    await yard.turn()
    assert yard.sms.known == [frozenset({"id of old"})]


async def test_an_id_that_another_delivery_has_is_not_adopted(yard: Yard) -> None:
    await yard.order("old")
    await yard.turn()
    yard.sms.plan, yard.sms.there = [unknown()], {"new": "id of old"}
    await yard.order("new")
    await yard.turn()
    yard.now += 1_000
    await yard.turn()
    assert (await yard.row("new"))["state"] == "new"
    await yard.turn()
    assert (await yard.row("new"))["provider_id"] == "id of new"


async def test_a_provider_that_repeats_an_id_leaves_the_delivery_to_a_person(yard: Yard) -> None:
    yard.sms.plan = ["SM1", "SM1"]
    await yard.order("a")
    await yard.order("b")
    await yard.turn()
    assert sorted((await yard.states()).values()) == ["done", "parked"]
    assert "another delivery" in (await yard.row("b"))["reason"]
    assert ("refused", "b") in yard.told.heard


async def test_a_failed_look_up_is_tried_again_and_never_called(yard: Yard) -> None:
    yard.sms.plan, yard.sms.trouble = [unknown()], not_done()
    await yard.order("a")
    await yard.turn()
    yard.now += 1_000
    await yard.turn()
    row = await yard.row("a")
    assert (row["state"], row["claimed"], row["due"], yard.sms.calls) == ("claimed", NOW, yard.now + 2_000, ["a"])


async def test_what_was_not_done_is_tried_again_through_the_gate(yard: Yard) -> None:
    yard.sms.plan = [not_done()]
    await yard.order("a")
    await yard.turn()
    row = await yard.row("a")
    assert (row["state"], row["claimed"], row["due"], row["reason"]) == ("new", None, NOW + 1_000, "no connection")
    yard.now += 1_000
    yard.verdicts["a"] = held(NOW * 2)
    await yard.turn()
    assert ((await yard.row("a"))["state"], yard.sms.looked) == ("held", [])


async def test_a_provider_that_asks_for_a_pause_gets_it(yard: Yard) -> None:
    yard.sms.plan = [not_done(retry_after=7)]
    await yard.order("a")
    await yard.turn()
    assert (await yard.row("a"))["due"] == NOW + 7_000


async def test_a_refusal_is_parked_and_told(yard: Yard) -> None:
    yard.sms.plan = [refused()]
    await yard.order("a")
    await yard.turn()
    row = await yard.row("a")
    assert (row["state"], row["due"], row["reason"], row["code"]) == ("parked", None, "no such channel", "refused")
    assert yard.told.heard == [("refused", "a")]


async def test_an_outage_is_waited_out_however_long(yard: Yard) -> None:
    yard.sms.plan = [not_done() for _ in range(300)]
    await yard.order("a")
    for _ in range(300):
        await yard.turn()
        yard.now += 60_000
    assert (await yard.row("a"))["state"] == "new"
    yard.now += PARK_AT_AGE
    await yard.turn()
    assert (await yard.row("a"))["state"] == "done"
    assert yard.told.heard == [("troubled", "a"), ("marked", "a")]


async def test_what_goes_on_failing_is_told_after_ten_tries_and_once(yard: Yard) -> None:
    yard.sms.plan = [not_done() for _ in range(TELL_AFTER + 3)]
    await yard.order("a")
    for n in range(TELL_AFTER + 2):
        assert yard.told.heard == ([("troubled", "a")] if n >= TELL_AFTER else [])
        await yard.turn()
        yard.now += 60_000


async def test_what_a_person_must_mend_is_told_at_once_and_once(yard: Yard) -> None:
    yard.sms.plan = [not_done(waits=True, retry_after=30) for _ in range(TELL_AFTER + 3)]
    await yard.order("a")
    for _ in range(TELL_AFTER + 2):
        await yard.turn()
        assert (await yard.row("a"))["state"] == "waits"
        yard.now += 30_000
    assert yard.told.heard == [("waiting", "a")]


async def test_what_nobody_can_look_up_for_a_day_is_parked(yard: Yard) -> None:
    yard.sms.plan, yard.sms.trouble = [unknown()], unknown()
    await yard.order("a")
    await yard.turn()
    yard.now = NOW + PARK_AT_AGE - 1
    await yard.turn()
    assert (await yard.row("a"))["state"] == "claimed"
    await yard.change("a", due=yard.now + 1)
    yard.now += 1
    await yard.turn()
    assert ((await yard.row("a"))["state"], yard.told.heard) == ("parked", [("refused", "a")]), (
        "a day old to the very ms"
    )


async def test_an_error_nobody_foresaw_is_looked_up_and_parked_after_a_dozen_tries(yard: Yard) -> None:
    yard.sms.plan, yard.sms.trouble = [KeyError("x")], KeyError("x")
    await yard.order("a")
    for n in range(PARK_AFTER):
        assert (await yard.row("a"))["state"] == ("claimed" if n else "new")
        await yard.turn()
        yard.now += 60_000
    row = await yard.row("a")
    assert (row["state"], row["reason"], yard.sms.calls) == ("parked", "KeyError", ["a"])


async def test_an_answer_counts_even_where_another_process_has_claimed_meanwhile(yard: Yard) -> None:
    yard.sms.hangs = asyncio.Event()
    await yard.order("a")
    await yard.outbox.run_once(yard.now)
    await asyncio.sleep(0)
    await yard.change("a", tries=2, by="another")
    yard.sms.hangs.set()
    await yard.outbox.drained()
    assert ((await yard.row("a"))["state"], yard.told.heard) == ("done", [("marked", "a")])


@pytest.mark.parametrize("error", [refused(), not_done(), unknown()])
async def test_a_failure_does_not_touch_what_another_process_has_claimed_meanwhile(
    yard: Yard, error: Exception
) -> None:
    yard.sms.hangs, yard.sms.plan = asyncio.Event(), [error]
    await yard.order("a")
    await yard.outbox.run_once(yard.now)
    await asyncio.sleep(0)
    await yard.change("a", tries=2)
    before = await yard.row("a")
    yard.sms.hangs.set()
    await yard.outbox.drained()
    assert (await yard.row("a"), yard.told.heard) == (before, [])


async def test_nothing_found_does_not_free_what_another_process_has_claimed_meanwhile(yard: Yard) -> None:
    await yard.order("a")
    await yard.claim()
    await yard.change("a", due=NOW)
    yard.sms.stale_ms = 20
    await yard.outbox.run_once(yard.now)
    await yard.change("a", tries=9)
    await yard.outbox.drained()
    assert (await yard.row("a"))["state"] == "claimed"


async def test_a_status_report_may_come_before_the_answer(yard: Yard) -> None:
    yard.sms.hangs = asyncio.Event()
    await yard.order("a")
    await yard.outbox.run_once(yard.now)
    await asyncio.sleep(0)
    assert await yard.run(lambda t: adopted(t, 1, "id of a"))
    yard.sms.hangs.set()
    await yard.outbox.drained()
    assert yard.told.heard == []
    assert (await yard.row("a"))["state"] == "done"


async def test_a_delivery_that_is_gone_is_forgotten(yard: Yard) -> None:
    yard.sms.hangs = asyncio.Event()
    await yard.order("a")
    await yard.outbox.run_once(yard.now)
    await asyncio.sleep(0)
    await yard.run(lambda t: t["outbox"].remove(doc_ids=[1]))
    yard.sms.hangs.set()
    await yard.outbox.drained()
    assert yard.told.heard == []


async def test_a_call_that_takes_longer_than_its_lease_is_not_made_twice(yard: Yard) -> None:
    yard.sms.hangs = asyncio.Event()
    await yard.order("a")
    another = yard.another("there")
    await yard.outbox.run_once(yard.now)
    for _ in range(8):
        yard.now += LEASE // 2
        await yard.outbox.run_once(yard.now)
        await another.run_once(yard.now)
    yard.sms.hangs.set()
    await yard.outbox.drained()
    assert (yard.sms.calls, yard.sms.looked, (await yard.row("a"))["state"]) == (["a"], [], "done")


async def test_a_claim_is_not_renewed_before_a_third_of_its_lease(yard: Yard) -> None:
    yard.sms.hangs = asyncio.Event()
    await yard.order("a")
    await yard.outbox.run_once(yard.now)
    await asyncio.sleep(0)
    yard.now += LEASE // 3
    await yard.outbox.run_once(yard.now)
    assert (await yard.row("a"))["due"] == NOW + LEASE
    yard.now += 1
    await yard.outbox.run_once(yard.now)
    assert (await yard.row("a"))["due"] == yard.now + LEASE
    yard.sms.hangs.set()
    await yard.outbox.drained()


async def test_a_call_whose_claim_was_lost_is_given_up(yard: Yard) -> None:
    yard.sms.hangs = asyncio.Event()
    await yard.order("a")
    await yard.outbox.run_once(yard.now)
    await asyncio.sleep(0)
    await yard.change("a", tries=2)
    yard.now += LEASE // 2
    await yard.outbox.run_once(yard.now)
    await yard.outbox.drained()
    assert not yard.outbox.busy
    assert (await yard.row("a"))["state"] == "claimed"


async def test_so_many_of_one_way_are_under_way_at_most(yard: Yard) -> None:
    yard.sms.hangs = asyncio.Event()
    for n in range(AT_A_TIME + 2):
        await yard.order(f"s{n}")
    await yard.order("c", "card")
    assert await yard.outbox.run_once(yard.now) == AT_A_TIME + 1
    assert await yard.outbox.run_once(yard.now) == 0
    assert yard.outbox.busy
    yard.sms.hangs.set()
    await yard.outbox.drained()
    assert not yard.outbox.busy
    assert await yard.turn() == 2


async def test_the_loop_is_woken_when_the_rate_has_room_again(yard: Yard) -> None:
    await yard.order("a")
    yard.free_at = NOW + 20
    await yard.store.wait(0)
    await yard.outbox.run_once(yard.now)
    await yard.outbox.run_once(yard.now)  # a later alarm takes the place of the earlier
    start = asyncio.get_running_loop().time()
    await yard.store.wait(5)
    assert asyncio.get_running_loop().time() - start < 2


def test_pauses_grow_to_a_minute() -> None:
    assert [backoff(n) for n in (1, 2, 3, 6, 7, 8, 50)] == [1, 2, 4, 32, 60, 60, 60]
