"""APPLY 1020 by text: nobody is made twice, what was begun is resumed, and the decision is kept with its key."""

from datetime import timedelta

import pytest

from screening import screener
from screening.screener import InboundText
from tests.desk.conftest import Shop

PHONE = "+13125550177"


async def text(shop: Shop, words: str, phone: str = PHONE) -> None:
    """Somebody texts."""
    shop.texts += 1
    inbound = InboundText(sid=f"SMA{shop.texts:06d}", phone=phone, text=words, at=shop.clock())
    await shop.service.store.run(lambda t: screener.hear(shop.records(t), inbound, 6000, "Acme"))
    await shop.turn(6)


def people(shop: Shop) -> list[dict[str, object]]:
    """Who has this number in Tracker."""
    return [p for p in shop.tenant.people.values() if "0177" in str(p["contactDetails"])]


def applications(shop: Shop) -> list[dict[str, object]]:
    """Their applications for the job."""
    ids = {p["id"] for p in people(shop)}
    return [a for a in shop.tenant.applications.values() if a["resourceId"] in ids]


async def test_a_stranger_is_made_in_tracker_put_on_the_job_and_screened(shop: Shop) -> None:
    await text(shop, "APPLY 1020 Jane O'Hara")
    (person,) = people(shop)
    assert (person["firstName"], person["surname"]) == ("Jane", "O'Hara")
    assert len(applications(shop)) == 1
    assert "Hi Jane" in shop.sent()[-1]
    said = await shop.ask(f"why {PHONE}")
    assert "no record of the same e-mail, phone or LinkedIn" in said


async def test_who_texts_at_night_is_answered_at_once_since_they_began_it(shop: Shop) -> None:
    shop.clock.at += timedelta(hours=14)  # one in the night in Chicago
    await text(shop, "APPLY 1020 Jane O'Hara")
    assert "Hi Jane" in shop.sent()[-1]


async def test_who_is_in_tracker_already_is_found_by_phone_however_it_is_written(shop: Shop) -> None:
    known = shop.tenant.add_person("Bo", "Berg", phone="312.555.0177")
    await text(shop, "apply 1020")
    assert [p["id"] for p in people(shop)] == [known["id"]]
    assert "Hi Bo" in shop.sent()[-1]
    assert f"taken for the record {known['id']}: the same phone" in await shop.ask(f"why {PHONE}")


async def test_the_same_text_twice_makes_nobody_twice(shop: Shop) -> None:
    await text(shop, "APPLY 1020")
    before = len(shop.sent())
    await text(shop, "STOP")
    await text(shop, "APPLY 1020")
    assert len(people(shop)) == len(applications(shop)) == 1
    assert len(shop.sent()) == before


async def test_what_tracker_refused_for_a_while_is_resumed(shop: Shop) -> None:
    shop.outside.tracker.faults.extend({"status": 503} for _ in range(4))
    await text(shop, "APPLY 1020")
    for _ in range(8):
        await shop.turn(10)
    assert len(people(shop)) == len(applications(shop)) == 1
    assert any("Dock hand" in said or "applying" in said for said in shop.sent())


@pytest.mark.parametrize("words", ["APPLY 1021", "apply 999999"])
async def test_a_job_that_takes_no_texts_is_told_in_one_sentence_without_a_question(shop: Shop, words: str) -> None:
    await text(shop, words)
    await text(shop, words)
    (said,) = shop.sent()
    assert "no open job" in said and "?" not in said and len(said) <= 320
    assert people(shop) == []
