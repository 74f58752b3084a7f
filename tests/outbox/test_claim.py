"""Which deliveries are claimed, in which order, and what becomes of the others."""

from bot.outbox.claim import BATCH, due_queues
from bot.outbox.delivery import LEASE
from bot.storage.repositories import queue_of
from screening.effects import Priority
from tests.outbox.yard import NOW, Yard, dropped, held


async def claimed(yard: Yard, **room: int) -> list[str]:
    return [d.key for d in (await yard.claim(**room)).claimed]


async def test_replies_go_before_reminders_before_first_texts(yard: Yard) -> None:
    await yard.order("first", priority=Priority.FIRST)
    await yard.order("reminder", priority=Priority.REMINDER)
    await yard.order("reply", priority=Priority.REPLY)
    assert await claimed(yard) == ["reply", "reminder", "first"]


async def test_within_a_priority_whoever_was_due_first_goes_first(yard: Yard) -> None:
    for key, due in (("late", NOW), ("early", NOW - 2), ("middle", NOW - 1)):
        await yard.order(key)
        await yard.change(key, due=due)
    assert await claimed(yard) == ["early", "middle", "late"]


async def test_what_is_not_due_stays(yard: Yard) -> None:
    await yard.order("later")
    await yard.change("later", due=NOW + 1)
    assert await claimed(yard) == []
    yard.now += 1
    assert await claimed(yard) == ["later"]


async def test_a_claim_is_written_down_with_lease_process_and_number(yard: Yard) -> None:
    await yard.order("a", screening="GR-1")
    (delivery,) = (await yard.store.run(lambda t: _claim(yard, t))).claimed
    row = await yard.row("a")
    assert (row["state"], row["due"], row["claimed"], row["tries"], row["by"]) == ("claimed", NOW + LEASE, NOW, 1, "me")
    assert (delivery.claimed, delivery.made, delivery.tries, delivery.again) == (NOW, NOW, 1, False)
    assert (delivery.way, delivery.screening, delivery.payload["body"], delivery.after_id) == ("sms", "GR-1", "a", "")


def _claim(yard: Yard, tables: object) -> object:
    from bot.outbox.claim import claim

    return claim(tables, yard.now, yard.rules("me"), {"sms": 1})  # type: ignore[arg-type]


async def test_a_claim_whose_lease_is_over_is_claimed_again_to_be_looked_up(yard: Yard) -> None:
    await yard.order("a")
    await yard.claim()
    yard.now += LEASE - 1
    assert await claimed(yard) == []
    yard.now += 1
    (again,) = (await yard.claim()).claimed
    assert (again.again, again.claimed, again.tries) == (True, NOW, 2)


async def test_a_look_up_asks_neither_gate_nor_rate(yard: Yard) -> None:
    await yard.order("a")
    await yard.claim()
    yard.now += LEASE
    yard.verdicts["a"], yard.free_at = held(NOW * 2), NOW * 2
    assert await claimed(yard) == ["a"]
    assert yard.rated == ["a"]


async def test_only_ways_with_room_are_claimed_and_never_more_than_their_room(yard: Yard) -> None:
    for n in range(3):
        await yard.order(f"s{n}")
        await yard.order(f"c{n}", "card")
    assert await claimed(yard, sms=2) == ["s0", "s1"]
    assert await claimed(yard, sms=0, card=1) == ["c0"]


async def test_room_counts_over_all_priorities(yard: Yard) -> None:
    await yard.order("first", priority=Priority.FIRST)
    await yard.order("reply")
    assert await claimed(yard, sms=1) == ["reply"]


async def test_one_turn_claims_a_batch_at_most(yard: Yard) -> None:
    for n in range(BATCH):
        await yard.order(f"s{n}")
    await yard.order("c", "card")
    assert await claimed(yard, sms=BATCH + 5, card=1) == [f"s{n}" for n in range(BATCH)]
    assert await claimed(yard) == ["c"]


async def test_a_rate_without_room_leaves_the_row_as_it_is_and_says_when(yard: Yard) -> None:
    await yard.order("a")
    await yard.order("b")
    await yard.order("c", "card")
    yard.free_at = NOW + 700
    before = await yard.row("a")
    claims = await yard.claim()
    assert (claims.claimed, claims.free_at, claims.seen) == ([], NOW + 700, 0)
    assert await yard.row("a") == before
    assert yard.rated == ["a", "c"]  # once for each way


async def test_the_soonest_of_two_rates_is_told(yard: Yard) -> None:
    await yard.order("a")
    await yard.order("c", "card")
    free = iter((NOW + 700, NOW + 300))
    rules = yard.rules()

    def claim_two(tables: object) -> object:
        from dataclasses import replace

        from bot.outbox.claim import claim

        return claim(tables, NOW, replace(rules, rate=lambda *_: next(free)), {"sms": 1, "card": 1})  # type: ignore[arg-type]

    assert (await yard.run(claim_two)).free_at == NOW + 300


async def test_a_full_rate_does_not_keep_a_look_up_of_another_priority_from_its_way(yard: Yard) -> None:
    await yard.order("a")
    await yard.claim()
    yard.now += LEASE
    yard.free_at = NOW * 2
    assert await claimed(yard) == ["a"]


async def test_what_the_gate_holds_waits_until_then_with_its_reason(yard: Yard) -> None:
    await yard.order("a")
    yard.verdicts["a"] = held(NOW + 5)
    claims = await yard.claim()
    row = await yard.row("a")
    assert (claims.claimed, claims.seen) == ([], 1)
    assert (row["state"], row["due"], row["code"], row["reason"]) == ("held", NOW + 5, "quiet_hours", "at night")
    assert yard.rated == [] and yard.told.heard == []
    yard.now += 5
    yard.verdicts.clear()
    assert await claimed(yard) == ["a"]
    assert (await yard.row("a"))["code"] == ""


async def test_what_the_gate_drops_never_goes_and_is_told(yard: Yard) -> None:
    await yard.order("a")
    yard.verdicts["a"] = dropped()
    assert await claimed(yard) == []
    row = await yard.row("a")
    assert (row["state"], row["due"], row["code"], row["reason"]) == ("dropped", None, "ended", "it is over")
    assert yard.told.heard == [("dropped", "a")]


async def test_a_turn_looks_only_into_queues_in_which_something_is_due(yard: Yard) -> None:
    await yard.order("now", "card", priority=Priority.REPLY)
    await yard.order("later", priority=Priority.FIRST)
    await yard.change("later", due=NOW + 1)
    assert await yard.run(lambda t: due_queues(t, NOW)) == {queue_of("card", Priority.REPLY)}
    assert await yard.turn() == 1


async def test_where_much_is_due_a_turn_looks_everywhere(yard: Yard) -> None:
    for n in range(BATCH):
        await yard.order(f"first {n}", priority=Priority.FIRST)
    await yard.order("reply", priority=Priority.REPLY)
    assert await yard.run(lambda t: due_queues(t, NOW)) is None
    await yard.turn()
    assert (await yard.row("reply"))["state"] == "done"
