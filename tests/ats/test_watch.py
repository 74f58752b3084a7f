"""Watching: what it costs, who is seen when, and what an outage leaves behind."""

import random

import httpx
import pytest

from tests.ats.conftest import HOUR, MINUTE, House

PHONE_SCREEN, INTERVIEW, DECLINED = 12, 13, 19


async def entrants_are_seen(house: House, rounds: int = 12) -> None:
    """In each round somebody of some job reaches the trigger, and is screened two turns later at the latest."""
    chance = random.Random(3)
    for _ in range(rounds):
        moved = [house.tracker.apply(chance.choice(list(house.tracker.jobs))) for _ in range(2)]
        await house.turn()
        for each in moved:
            house.tracker.move(each, PHONE_SCREEN)
        await house.turn(2)
        seen = await house.texted()
        assert all(seen.get(house.person(each)) == 1 for each in moved)


@pytest.mark.parametrize("honoured", ["all", "no status", "nothing", "a job is needed"])
async def test_fifty_jobs_are_watched_within_sixty_calls_a_minute_and_entrants_seen_within_two_polls(
    house: House, honoured: str
) -> None:
    house.tracker.honoured -= {"no status": {"opportunityResourceStatusId"}, "nothing": house.tracker.honoured}.get(
        honoured, set()
    )
    house.tracker.needs_job = honoured == "a job is needed"
    for job in range(1001, 1051):
        house.tracker.add_job(job)
        house.tracker.apply(job)
    house.at += 48 * HOUR
    await house.map(*range(1001, 1051))
    house.at += MINUTE
    house.tracker.calls.clear()
    await house.turn(3)
    await entrants_are_seen(house)
    assert house.tracker.per_minute() <= 60


async def test_ten_thousand_candidates_on_a_job_do_not_hide_one_who_arrives(house: House) -> None:
    house.tracker.add_job(1020)
    for n in range(10_000):
        house.tracker.apply(1020, PHONE_SCREEN if n % 40 == 0 else 11)
    house.at += 48 * HOUR
    await house.map(1020)
    who = house.tracker.apply(1020)
    house.at += MINUTE
    await house.turn()
    house.tracker.move(who, PHONE_SCREEN)
    await house.turn(2)
    assert await house.texted() == {house.person(who): 1}
    assert house.tracker.per_minute() <= 60


async def test_who_stood_at_the_stage_before_it_was_mapped_is_never_texted_though_the_search_tells_of_it_late(
    house: House,
) -> None:
    house.tracker.add_job(1020)
    old = house.tracker.apply(1020)
    house.at += 30 * MINUTE
    house.tracker.lag = lambda: 6 * HOUR
    house.tracker.move(old, PHONE_SCREEN)
    house.at += 10 * MINUTE
    house.tracker.lag = lambda: 0
    await house.map(1020)
    who = house.tracker.apply(1020)
    house.tracker.move(who, PHONE_SCREEN)
    await house.turn(7 * 60)
    assert await house.texted() == {house.person(who): 1}
    assert "before the job was mapped" in (await house.why(old))[0]


async def test_a_search_that_lags_six_hours_unevenly_hides_nobody_and_nobody_is_texted_twice(house: House) -> None:
    chance = random.Random(5)
    house.tracker.lag = lambda: chance.randrange(6 * HOUR)
    await house.map(1020, 1021)
    moved = []
    for _ in range(30):
        moved.append(house.tracker.apply(chance.choice([1020, 1021])))
        await house.turn(5)
        if len(moved) > 3:
            house.tracker.move(moved[-3], PHONE_SCREEN)
            house.tracker.touch(moved[-4])
    await house.turn(13 * 60 // 10, every=10 * MINUTE)
    assert await house.texted() == {house.person(each): 1 for each in moved[1:-2]}


async def test_after_a_six_hour_outage_each_entrant_is_texted_once_and_the_stale_and_gone_are_listed(
    house: House,
) -> None:
    await house.map(1020)
    people = [house.tracker.apply(1020) for _ in range(6)]
    house.at += MINUTE
    await house.turn(3)
    house.tracker.down = True
    await house.turn(10)
    for each in people[:4]:
        house.tracker.move(each, PHONE_SCREEN)
        await house.turn(20)
    house.tracker.move(people[3], DECLINED)
    await house.turn(270)
    house.tracker.down = False
    await house.turn(30)
    assert await house.texted() == {house.person(each): 1 for each in people[:3]}
    said = [n["payload"]["text"] for n in await house.told("notice") if "was not watched" in n["payload"]["text"]]
    assert len(said) == 1
    assert "3 reached" in said[0]
    assert not await house.told("ops")


async def test_who_reached_the_stage_four_days_ago_while_nobody_watched_is_listed_and_not_texted(house: House) -> None:
    await house.map(1020)
    early, late = house.tracker.apply(1020), house.tracker.apply(1020)
    house.at += MINUTE
    await house.turn(2)
    house.tracker.move(early, PHONE_SCREEN)
    house.at += 96 * HOUR
    house.tracker.move(late, PHONE_SCREEN)
    house.start()
    await house.turn(3)
    assert await house.texted() == {house.person(late): 1}
    said = next(n["payload"]["text"] for n in await house.told("notice"))
    assert "4 days ago" in said
    assert "4 days ago" in (await house.why(early))[0]


async def test_who_left_the_stage_is_withdrawn_only_where_a_live_look_says_so(house: House) -> None:
    await house.map(1020)
    who = house.tracker.apply(1020, PHONE_SCREEN)
    house.at += MINUTE
    await house.turn(2)
    house.tracker.lag = lambda: HOUR
    house.tracker.move(who, DECLINED)
    house.tracker.move(who, PHONE_SCREEN)
    await house.turn(30)
    assert (await house.screening(who)).open
    house.tracker.lag = lambda: 0
    house.tracker.move(who, DECLINED)
    await house.turn(61)
    assert "left the trigger stage" in (await house.screening(who)).reason


async def test_an_edit_of_somebody_at_the_stage_is_no_arrival(house: House) -> None:
    old = house.tracker.apply(1020, PHONE_SCREEN)
    await house.map(1020)
    for _ in range(3):
        house.at += HOUR
        house.tracker.touch(old)
        await house.turn(2)
    assert await house.texted() == {}


async def test_who_left_before_we_looked_and_comes_back_is_texted(house: House) -> None:
    await house.map(1020)
    who = house.tracker.apply(1020)
    house.at += MINUTE
    await house.turn(2)
    house.tracker.move(who, PHONE_SCREEN)
    house.tracker.lag = lambda: HOUR
    house.tracker.move(who, 11)
    await house.turn(3)
    assert await house.texted() == {}
    assert "had left it again" in (await house.why(who))[0]
    house.tracker.move(who, PHONE_SCREEN)
    await house.turn(62)
    assert await house.texted() == {house.person(who): 1}


async def test_a_crowd_that_arrives_at_once_waits_for_a_confirmation_and_is_told_once(house: House) -> None:
    await house.map(1020)
    people = [house.tracker.apply(1020) for _ in range(60)]
    house.at += MINUTE
    await house.turn(2)
    for each in people:
        house.tracker.move(each, PHONE_SCREEN)
    await house.turn(5)
    assert await house.texted() == {}
    assert [n["payload"]["count"] for n in await house.told("notice")] == [60]


async def test_a_record_that_is_closed_to_us_is_told_and_not_asked_for_again(house: House) -> None:
    await house.map(1020)
    who, other = (house.tracker.apply(1020, PHONE_SCREEN) for _ in range(2))
    house.tracker.faults += [(f"Resource/{house.person(who)}", httpx.Response(403))]
    await house.turn(3)
    assert await house.texted() == {house.person(other): 1}
    assert "no right" in (await house.why(who))[0]


async def test_a_record_that_is_never_readable_is_given_up_after_ten_turns(house: House) -> None:
    await house.map(1020)
    who = house.tracker.apply(1020, PHONE_SCREEN)
    house.tracker.faults += [(f"Resource/{house.person(who)}", httpx.Response(500))] * 60
    await house.turn(25)
    assert "could not be read" in (await house.why(who))[0]
    left = len(house.tracker.faults)
    await house.turn(5)
    assert len(house.tracker.faults) == left


async def test_a_failing_page_is_asked_for_again_and_nobody_is_lost(house: House) -> None:
    await house.map(1020)
    people = [house.tracker.apply(1020, PHONE_SCREEN) for _ in range(20)]
    house.tracker.faults += [("OpportunityResource/PagedSearch", httpx.Response(500))] * 12
    await house.turn(8)
    assert await house.texted() == {house.person(each): 1 for each in people}


async def test_a_regenerated_token_is_told_once_with_the_button_that_mends_it_and_once_when_it_is_over(
    house: House,
) -> None:
    await house.map(1020)
    await house.turn(2)
    house.tracker.revoked = True
    await house.turn(20)
    house.tracker.revoked = False
    await house.turn(3)
    first, last = await house.told("ops")
    assert "regenerated" in first["payload"]["text"] and first["payload"]["mend"] == "connect"
    assert "connected again" in last["payload"]["text"]


async def test_a_stolen_session_is_no_trouble(house: House) -> None:
    await house.map(1020)
    for _ in range(5):
        house.tracker.jwt += 1
        await house.turn()
    assert await house.told("ops") == []


async def test_what_was_learned_of_the_tenant_outlives_the_process(house: House) -> None:
    await house.map(1020)
    await house.turn()
    house.start()
    client = await house.connection.client()
    assert client is not None
    assert client.strategies.known("search:opportunityResources") == "/OpportunityResource/PagedSearch"
