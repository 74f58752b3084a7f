"""Consent, HELP and opting out through the whole bot: who is texted, how often, and who never again."""

from datetime import timedelta
from typing import Any

import pytest

from bot.ats.read import phone_of
from tests.desk.conftest import Shop


async def reach(shop: Shop, who: Any) -> None:
    await shop.turn()
    shop.move(who)
    await shop.turn()


@pytest.fixture
def more(request: pytest.FixtureRequest) -> dict[str, str]:
    if "explicit" in request.node.name:
        return {"GREENROOM_CONSENT": "explicit"}
    return {"GREENROOM_WINDOW": "08:00-20:00"} if "night" in request.node.name else {}


async def test_with_explicit_consent_who_has_given_none_is_not_texted_and_told_of_once(shop: Shop) -> None:
    who = shop.arrive()
    await reach(shop, who)
    await shop.turn(6)
    assert shop.sent() == []
    assert len(shop.posts("needs consent")) == 1
    assert "has given no consent" in await shop.ask(f"why {who['resourceId']}")


async def test_an_application_counts_as_consent_and_the_record_says_so(shop: Shop) -> None:
    who = shop.arrive()
    await reach(shop, who)
    rows = await shop.service.store.read(lambda t: t["consents"].find(candidate=who["resourceId"]))
    assert [(r["source"], r["job"], r["actor"]) for r in rows] == [("application", 1020, "")]
    assert "applying counts as consent" in rows[0]["shown"]
    assert rows[0]["at"]


async def test_who_is_begun_by_hand_has_the_recruiter_who_stands_for_it_in_the_record(shop: Shop) -> None:
    who = shop.arrive()
    await shop.turn()
    await shop.ask(f"start {who['resourceId']} 1020")
    rows = await shop.service.store.read(lambda t: t["consents"].find(candidate=who["resourceId"]))
    assert [(r["source"], r["actor"]) for r in rows] == [("recruiter", "U0ADMIN")]


async def test_help_is_answered_once_with_brand_person_and_stop(shop: Shop) -> None:
    who = shop.arrive()
    await reach(shop, who)
    before = len(shop.sent())
    await shop.text(who, "HELP")
    said = shop.sent()[before:]
    assert len(said) == 1
    for part in ("Acme", "automated", "HUMAN", "STOP"):
        assert part in said[0]


async def test_stop_then_yes_then_the_stage_of_another_job_brings_no_text(shop: Shop) -> None:
    assert "Whoever reaches it" in await shop.ask('map 1021 agent=dockhand stage="Phone Screen"')
    who = shop.arrive()
    await reach(shop, who)
    await shop.text(who, "STOP")
    before = shop.sent()
    await shop.text(who, "YES", "yes please")
    again = shop.tenant.apply(1021, who["resourceId"], "Applied")
    await reach(shop, again)
    assert shop.sent() == before
    assert "opted out" in await shop.ask(f"why {who['resourceId']}")
    await shop.text(who, "START")
    assert len(shop.sent()) == len(before) + 1


async def test_a_wish_in_other_words_is_confirmed_once_and_stops_every_text_of_that_number(shop: Shop) -> None:
    who = shop.arrive()
    await reach(shop, who)
    before = len(shop.sent())
    await shop.text(who, "please take me off your list", "I said take me off your list")
    assert len(shop.sent()) == before + 1
    s = await shop.screening_of(who)
    waiting = await shop.service.store.read(lambda t: [r for r in t["outbox"].find(to=s.candidate.phone) if r["due"]])
    assert waiting == []
    shop.clock.at = shop.clock.at.replace(day=shop.clock.at.day + 9)
    await shop.turn(6)
    assert len(shop.sent()) == before + 1


async def test_a_number_that_opted_out_at_twilio_is_in_our_ledger_from_its_first_refusal(shop: Shop) -> None:
    who = shop.arrive()
    phone = "+13125550100"
    shop.outside.twilio.blocked.add(phone)
    await reach(shop, who)
    s = await shop.screening_of(who)
    assert s.candidate.phone == phone
    assert s.status == "opted_out"
    assert "21610" in await shop.service.store.read(lambda t: shop.records(t).opted_out(phone))


async def test_a_recruiter_records_an_opt_out_with_its_reason_and_it_holds_at_once(shop: Shop) -> None:
    who = shop.arrive()
    await reach(shop, who)
    s = await shop.screening_of(who)
    before = shop.sent()
    said = await shop.ask(f'optout {s.candidate.phone} reason="asked by phone"')
    assert "Only START from that phone undoes it" in said
    assert (await shop.screening_of(who)).status == "opted_out"
    assert "asked by phone" in await shop.ask(f"why {who['resourceId']}")
    await shop.text(who, "yes")
    assert shop.sent() == before


async def test_who_is_marked_do_not_use_in_tracker_is_not_texted(shop: Shop) -> None:
    who = shop.arrive()
    shop.tenant.people[who["resourceId"]]["status"] = {"id": 9, "name": "Do Not Use"}
    await reach(shop, who)
    assert shop.sent() == []
    assert "Do Not Use" in await shop.ask(f"why {who['resourceId']}")


async def test_at_night_a_prompt_reply_is_answered_and_nothing_is_begun(shop: Shop) -> None:
    who = shop.arrive()
    await reach(shop, who)
    assert len(shop.sent()) == 1
    shop.clock.at += timedelta(hours=15)  # two o'clock in the night
    await shop.text(who, "yes")
    assert len(shop.sent()) == 2
    other = shop.arrive("Bo", "Birch")
    await reach(shop, other)
    assert len(shop.sent()) == 2
    assert "quiet hours" in await shop.ask(f"why {other['resourceId']}")


@pytest.mark.parametrize(
    ("raw", "texted"),
    [
        ("(312) 555-0142", "+13125550142"), ("312.555.0142", "+13125550142"), ("+44 7400 123456", "+447400123456"),
        ("+442079460018", ""), ("900-555-0142", ""), ("1-800-555-0199", ""), ("12345", ""), ("call me", ""), ("", ""),
        ("+1 312 555 01423334444", ""), ("tel:none", ""), ("0000000000", ""), ("+44 909 879 0000", ""),
    ],
)  # fmt: skip
def test_only_numbers_that_can_be_texted_are(raw: str, texted: str) -> None:
    assert phone_of(raw, "US") == texted
