"""Backfills: a preview, one message that shows how it goes, cancelling, going on after a restart."""

import pytest

from tests.desk.conftest import Shop
from tests.slack.fake_slack import PLAIN


async def token(shop: Shop, command: str = "backfill 1020") -> str:
    await shop.ask(command)
    button = shop.slack.replies[-1]["blocks"][-1]["elements"][0]
    assert button["action_id"] == "backfill_confirm"
    return str(button["value"])


async def crowd(shop: Shop, count: int) -> None:
    """People who stand at the stage already."""
    for n in range(count):
        shop.arrive(f"P{n}", status="Phone Screen")
    await shop.service.store.run(lambda t: t["stages"].truncate())
    shop.outside.tracker.calls.clear()


@pytest.fixture
async def waiting(shop: Shop) -> Shop:
    await shop.ask("unmap 1020")
    await crowd(shop, 5)
    await shop.ask('map 1020 agent=dockhand stage="Phone Screen"')
    return shop


async def test_a_backfill_adds_everyone_once_with_one_message(waiting: Shop) -> None:
    shop = waiting
    found = await token(shop)
    posts = len(shop.posts())
    await shop.click("backfill_confirm", found)
    await shop.click("backfill_confirm", found, user=PLAIN)
    assert "was confirmed or cancelled before" in shop.said()
    await shop.turn(6)
    assert len(shop.sent()) == 5
    assert len(shop.posts()) == posts + 1
    last = shop.slack.called("chat.update")[-1] if shop.slack.called("chat.update") else shop.posts()[-1]
    assert "is done: 5 added" in last["text"]
    assert "nobody to add (0)" in await shop.ask("backfill 1020")


async def test_a_cancelled_preview_texts_nobody(waiting: Shop) -> None:
    found = await token(waiting)
    await waiting.click("backfill_cancel", found)
    await waiting.click("backfill_confirm", found)
    await waiting.turn()
    assert waiting.sent() == []


async def test_a_backfill_is_cancelled_in_its_course_and_says_how_far_it_came(
    waiting: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = waiting
    monkeypatch.setattr("bot.backfilling.TURN", 0.0)
    found = await token(shop)
    await shop.click("backfill_confirm", found)
    await shop.turn(2)
    assert "is under way already" in await shop.ask("backfill 1020")
    progress = shop.posts("looked at…")[-1]
    assert progress["blocks"][-1]["elements"][0]["action_id"] == "job_cancel"
    await shop.click("job_cancel", found)
    await shop.turn(4)
    last = shop.slack.called("chat.update")[-1]
    assert "was cancelled: 2 added" in last["text"]
    assert "job_cancel" not in str(last["blocks"])
    assert len(shop.sent()) == 2


async def test_tracker_away_or_slack_away_delays_and_loses_nobody(waiting: Shop) -> None:
    shop = waiting
    found = await token(shop)
    await shop.click("backfill_confirm", found)
    shop.outside.tracker.faults.extend({"status": 400} for _ in range(3))
    shop.slack.plans["chat.postMessage"] = [{"status": 500}, {"error": "ratelimited"}]
    await shop.turn(10)
    assert len(shop.sent()) == 5
    assert len(shop.posts("is done: 5 added")) == 3  # two of them refused
    assert [c for c, _ in shop.slack.posted].count("C0HIRING") == 1


async def test_only_members_confirm_and_cancel(waiting: Shop) -> None:
    found = await token(waiting)
    await waiting.click("backfill_confirm", found, user="U0STRANGER")
    await waiting.click("job_cancel", found, user="U0STRANGER")
    await waiting.click("backfill_confirm", "pause")
    await waiting.turn()
    assert waiting.sent() == []
    assert "no longer known" in waiting.said()
    assert waiting.said().count("Only members") == 2
