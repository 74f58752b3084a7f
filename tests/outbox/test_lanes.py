"""Deliveries of one lane go one after the other; who waits is woken, and nobody waits for what rests."""

import pytest

from bot.outbox.lanes import BEHIND, LONGEST
from screening.effects import Priority
from tests.outbox.yard import NOW, Yard, dropped, held, not_done, refused, unknown


async def test_the_second_of_a_lane_goes_when_the_first_is_done(yard: Yard) -> None:
    await yard.order("one", lane="l")
    await yard.order("two", lane="l")
    await yard.turn()
    assert yard.sms.calls == ["one"]
    await yard.turn()
    assert yard.sms.calls == ["one", "two"]


async def test_lanes_do_not_wait_for_each_other(yard: Yard) -> None:
    await yard.order("one", lane="l")
    await yard.order("two", lane="m")
    await yard.turn()
    assert yard.sms.calls == ["one", "two"]


async def test_who_waits_sleeps_instead_of_being_asked_again_and_again(yard: Yard) -> None:
    await yard.order("one", lane="l")
    await yard.order("two", lane="l")
    await yard.claim()
    row = await yard.row("two")
    assert (row["state"], row["code"], row["due"]) == ("new", BEHIND, NOW + LONGEST)
    assert (await yard.claim()).seen == 0


async def test_behind_a_claim_of_an_earlier_turn_even_a_reply_waits(yard: Yard) -> None:
    await yard.order("one", lane="l", priority=int(Priority.FIRST))
    await yard.claim()
    await yard.order("two", lane="l", turn=5, priority=int(Priority.REPLY))
    assert (await yard.claim()).claimed == []
    assert (await yard.row("two"))["code"] == BEHIND


async def test_behind_one_that_is_tried_again_later_it_waits(yard: Yard) -> None:
    yard.sms.plan = [not_done(retry_after=30)]
    await yard.order("one", lane="l")
    await yard.order("two", lane="l")
    await yard.turn()
    await yard.turn()
    assert (await yard.row("two"))["code"] == BEHIND
    yard.now += 30_000
    await yard.turn()
    await yard.turn()
    assert yard.sms.calls == ["one", "one", "two"]


@pytest.mark.parametrize("verdict", [held(NOW * 2), dropped()])
async def test_a_held_or_dropped_delivery_lets_the_next_pass(yard: Yard, verdict: object) -> None:
    await yard.order("one", lane="l")
    await yard.order("two", lane="l")
    yard.verdicts["one"] = verdict  # type: ignore[assignment]
    await yard.turn()
    assert yard.sms.calls == ["two"]


async def test_a_parked_delivery_lets_the_next_pass(yard: Yard) -> None:
    yard.sms.plan = [refused()]
    await yard.order("one", lane="l")
    await yard.order("two", lane="l")
    await yard.turn()
    await yard.turn()
    assert await yard.states() == {"one": "parked", "two": "done"}


async def test_what_waits_for_a_person_lets_the_next_pass(yard: Yard) -> None:
    yard.sms.plan = [not_done(waits=True)]
    await yard.order("one", lane="l")
    await yard.order("two", lane="l")
    await yard.turn()
    await yard.turn()
    assert await yard.states() == {"one": "waits", "two": "done"}


async def test_a_later_delivery_does_not_hold_up_an_earlier_one(yard: Yard) -> None:
    await yard.order("one", lane="l")
    await yard.order("two", lane="l")
    await yard.change("one", due=NOW + 10)
    assert (await yard.claim()).claimed == []
    yard.now += 10
    assert [d.key for d in (await yard.claim()).claimed] == ["one"]


async def test_a_reply_overtakes_a_reminder_of_an_older_turn(yard: Yard) -> None:
    await yard.order("reminder", lane="l", priority=Priority.REMINDER, turn=1)
    await yard.order("reply", lane="l", turn=2)
    assert [d.key for d in (await yard.claim()).claimed] == ["reply"]
    assert (await yard.row("reminder"))["code"] == BEHIND


async def test_a_reply_does_not_overtake_within_its_own_turn(yard: Yard) -> None:
    await yard.order("intro", lane="l", priority=Priority.FIRST, turn=0)
    await yard.order("reply", lane="l", turn=0)
    assert [d.key for d in (await yard.claim()).claimed] == ["intro"]


async def test_a_reply_does_not_overtake_a_reply_of_an_older_turn(yard: Yard) -> None:
    await yard.order("older", lane="l", turn=1)
    await yard.change("older", due=NOW + 9)
    await yard.order("newer", lane="l", turn=2)
    assert (await yard.claim()).claimed == []
    assert (await yard.row("newer"))["code"] == BEHIND


async def test_an_older_reply_that_the_gate_would_drop_is_dropped_and_passed(yard: Yard) -> None:
    await yard.order("older", lane="l", turn=1)
    await yard.change("older", due=NOW + 9)
    await yard.order("newer", lane="l", turn=2)
    yard.verdicts["older"] = dropped()
    assert [d.key for d in (await yard.claim()).claimed] == ["newer"]
    assert (await yard.row("older"))["state"] == "dropped"
    assert yard.told.heard == [("dropped", "older")]


async def test_what_is_needed_goes_first_and_gives_its_id(yard: Yard) -> None:
    await yard.order("pdf", "card", after="card")
    await yard.order("card", "card")
    await yard.turn()
    assert yard.card.calls == ["card"]
    (pdf,) = (await yard.claim()).claimed
    assert (pdf.key, pdf.after_id) == ("pdf", "id of card")


@pytest.mark.parametrize("state", ["done", "parked", "dropped"])
async def test_what_is_needed_and_over_is_not_waited_for(yard: Yard, state: str) -> None:
    await yard.order("card", "card")
    await yard.change("card", state=state, due=None)
    await yard.order("pdf", "card", after="card")
    assert [d.key for d in (await yard.claim()).claimed] == ["pdf"]


@pytest.mark.parametrize("state", ["new", "claimed", "held", "waits"])
async def test_what_is_needed_and_not_over_is_waited_for(yard: Yard, state: str) -> None:
    await yard.order("card", "card")
    await yard.change("card", state=state, due=NOW * 2)
    await yard.order("pdf", "card", after="card")
    assert (await yard.claim()).claimed == []
    assert (await yard.row("pdf"))["code"] == BEHIND


async def test_a_need_that_nobody_ordered_is_not_waited_for(yard: Yard) -> None:
    await yard.order("pdf", "card", after="never ordered")
    assert [d.key for d in (await yard.claim()).claimed] == ["pdf"]


async def test_the_end_of_one_wakes_only_the_next_of_its_lane(yard: Yard) -> None:
    for key in ("one", "two", "three"):
        await yard.order(key, lane="l")
    await yard.order("other", lane="m")
    await yard.change("other", due=NOW * 2)
    await yard.turn()
    assert [(await yard.row(k))["due"] for k in ("two", "three", "other")] == [0, NOW + LONGEST, NOW * 2]
    assert (await yard.row("two"))["code"] == ""


async def test_a_delivery_that_waits_for_its_own_retry_is_not_woken_by_others(yard: Yard) -> None:
    await yard.order("one", lane="l")
    await yard.order("two", lane="l")
    await yard.change("two", due=NOW + 30_000, code="not_done")
    await yard.turn()
    assert (await yard.row("two"))["due"] == NOW + 30_000


async def test_an_unclear_delivery_keeps_its_lane_closed(yard: Yard) -> None:
    yard.sms.plan = [unknown()]
    await yard.order("one", lane="l")
    await yard.order("two", lane="l")
    await yard.turn()
    assert (await yard.claim()).claimed == []
    assert (await yard.row("two"))["code"] == BEHIND
