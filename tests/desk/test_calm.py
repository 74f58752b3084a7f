"""Calm: a digest instead of single posts, one message per cause, one welcome."""

from datetime import UTC, datetime, timedelta

from tests.desk.conftest import Shop
from tests.slack.fake_slack import ADMIN


async def test_undecided_and_silent_candidates_are_brought_up_each_morning_once(shop: Shop) -> None:
    s = await shop.screened()
    quiet = shop.arrive("Cleo")
    await shop.turn()
    shop.move(quiet)
    await shop.turn()
    shop.clock.at = datetime(2026, 6, 8, 15, 30, tzinfo=UTC)  # a Monday, 11:30 in New York
    await shop.job("digest")
    await shop.job("digest")
    (digest,) = shop.posts("This waits for somebody")
    assert digest["channel"] == "C0HIRING"
    assert f"1 without a decision: Ana Alder ({s.id})" in digest["text"]
    assert "1 without a reply for two days: Cleo Alder" in digest["text"]
    kept = await shop.service.store.read(lambda t: [str(r) for r in t["outbox"].all() if "digest" in r["key"]])
    assert "Alder" not in str(kept), "an erasure must not have to look into digests"
    await shop.click("advance", f"{s.id}:1")
    shop.clock.at += timedelta(days=1)
    await shop.job("digest")
    assert "without a decision" not in shop.posts("This waits for somebody")[-1]["text"]


async def test_there_is_no_digest_at_night_on_sundays_or_without_news(shop: Shop) -> None:
    shop.clock.at = datetime(2026, 6, 8, 15, 30, tzinfo=UTC)
    await shop.job("digest")
    await shop.screened()
    for at in (datetime(2026, 6, 9, 10, 0, tzinfo=UTC), datetime(2026, 6, 14, 16, 0, tzinfo=UTC)):
        shop.clock.at = at
        await shop.job("digest")
    assert shop.posts("This waits") == []


async def test_failures_of_one_cause_are_one_message_that_counts_and_offers_to_mend(shop: Shop) -> None:
    shop.slack.plans["chat.postMessage"] = [{"error": "restricted_action"}]
    await shop.screened()
    await shop.turn()
    (told,) = [p for p in shop.posts("could not be delivered") if p["channel"] == f"D{ADMIN}"]
    assert "Slack refused (restricted_action)" in told["text"]
    assert told["blocks"][-1]["elements"][0]["action_id"] == "home_retry"
    for name in ("Bo", "Cleo"):
        shop.slack.plans["chat.postMessage"] = [{"error": "restricted_action"}]
        await shop.screened(first=name)
        await shop.turn()
    assert len([p for p in shop.posts("a result in Slack could not") if p["channel"] == f"D{ADMIN}"]) == 1
    assert "3 times in a day: a result in Slack could not be delivered" in shop.slack.called("chat.update")[-1]["text"]


async def test_each_admin_is_welcomed_once(shop: Shop) -> None:
    at_start = dict(shop.service.at_start)["welcome"]
    for _ in range(2):
        await at_start()
        await shop.turn(2)
    (said,) = shop.posts("Greenroom is here")
    assert said["channel"] == f"D{ADMIN}"
    assert [e["action_id"] for e in said["blocks"][-1]["elements"]] == ["home_connect", "home_map"]


async def test_a_disconnection_is_told_and_its_message_changes_when_it_is_over(shop: Shop) -> None:
    keys = shop.outside.tracker.keys
    shop.outside.tracker.keys = type(keys)(sandbox_url="http://sandbox.test", access_token="other" * 8)
    shop.outside.tracker.tokens.clear()
    await shop.turn(6)
    (told,) = [p for p in shop.posts() if p["channel"] == f"D{ADMIN}" and "home_connect" in str(p["blocks"])]
    assert told["blocks"][-1]["elements"][0]["action_id"] == "home_connect"
    shop.outside.tracker.keys = keys
    shop.clock.at += timedelta(minutes=10)
    await shop.turn(8)
    assert any("connected again" in u["text"] for u in shop.slack.called("chat.update"))


async def test_new_jobs_are_offered_once_and_nothing_is_drafted_by_itself(shop: Shop) -> None:
    shop.clock.at = datetime(2026, 6, 8, 15, 30, tzinfo=UTC)
    await shop.job("digest")
    (offer,) = shop.posts("have no agent yet")
    assert "11 active jobs" in offer["text"]
    assert offer["blocks"][-1]["elements"][0]["action_id"] == "home_import"
    assert "1021" not in await shop.ask("mappings")
    shop.clock.at += timedelta(days=1)
    await shop.job("digest")
    assert len(shop.posts("no agent yet")) == 1
    shop.outside.tracker.faults.extend({"status": 500} for _ in range(9))
    shop.clock.at += timedelta(days=1)
    await shop.job("digest")
    assert len(shop.posts("no agent yet")) == 1
