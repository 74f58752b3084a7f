"""The result card says whether Tracker has the result: on its way, there, or not there and why, with the button that mends it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.sandbox.tracker_widget import METHODS, envelope
from tests.desk.conftest import KEYS, Shop


def actions(card: dict[str, Any]) -> list[str]:
    """The action ids of a card's buttons."""
    return [e["action_id"] for b in card["blocks"] if b["type"] == "actions" for e in b["elements"]]


async def test_a_result_that_tracker_has_says_so_and_cannot_be_pushed_again(shop: Shop) -> None:
    s = await shop.screened()
    await shop.turn()
    card = shop.card(s)
    assert "✅ in Tracker" in card["text"] and "✅ in Tracker" in str(card["blocks"])
    assert "push" not in actions(card) and "open_tracker" in actions(card)
    assert len([p for p in shop.posts(s.id) if not p.get("thread_ts")]) == 1  # the same card, edited


async def test_a_result_that_is_not_written_can_be_pushed_from_the_card(shop: Shop) -> None:
    await shop.ask('map 1020 agent=dockhand stage="Phone Screen" write_back=off')
    s = await shop.screened()
    card = shop.card(s)
    assert "not written to Tracker" in card["text"] and "push" in actions(card)
    await shop.click("push", f"{s.id}:{s.revision}")
    await shop.turn()
    assert "✅ in Tracker" in shop.card(s)["text"] and len(shop.tenant.activities) == 1


async def test_a_result_that_tracker_refuses_says_why_and_the_button_tries_again(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop.tenant.quirks.rest_upload = False
    monkeypatch.setitem(METHODS, "attachdocument", lambda _tenant, _body: envelope(99, "Invalid request"))
    s = await shop.screened()
    await shop.turn(6)
    card = shop.card(s)
    assert "⚠️ not in Tracker" in card["text"] and "push" in actions(card)
    assert "Try Tracker again" in str(card["blocks"])
    shop.tenant.quirks.rest_upload = True
    await shop.click("push", f"{s.id}:{s.revision}")
    shop.clock.at += timedelta(minutes=2)
    await shop.turn(6)
    assert "✅ in Tracker" in shop.card(s)["text"]
    assert (len(shop.tenant.documents), len(shop.tenant.activities)) == (1, 1)


async def test_a_result_that_waits_for_a_connection_says_so(shop: Shop) -> None:
    who = shop.arrive()
    await shop.turn()
    shop.move(who)
    await shop.turn()
    await shop.text(who, "yes")
    await shop.ask("disconnect")
    await shop.text(who, "6")
    await shop.turn(4)
    card = shop.card(await shop.screening_of(who))
    assert "⏳ on its way to Tracker" in card["text"] and "not connected" in card["text"]


def regenerate(shop: Shop, token: str) -> None:
    """Somebody makes a new access token in Tracker: the one we have is refused."""
    shop.outside.tracker.keys = replace(shop.outside.tracker.keys, access_token=token)
    shop.outside.tracker.tokens.clear()


async def ends_refused(shop: Shop) -> Any:
    """Somebody finishes while Tracker refuses our token."""
    who = shop.arrive()
    await shop.turn()
    shop.move(who)
    await shop.turn()
    await shop.text(who, "yes")
    regenerate(shop, "e" * 32)
    await shop.text(who, "6")
    await shop.turn(4)
    assert "regenerated" in shop.card(await shop.screening_of(who))["text"] and shop.tenant.activities == []
    assert "*not in use*. Tracker refuses the access token" in await shop.ask("status")
    return who


async def test_what_waited_for_a_new_token_is_written_as_soon_as_it_is_given(shop: Shop) -> None:
    who = await ends_refused(shop)
    region = {"selected_option": {"value": "us"}}
    await shop.submit("connect", access_token="e" * 32, region=region, api_version="1")
    await shop.turn(3)
    assert (len(shop.tenant.documents), len(shop.tenant.activities)) == (1, 1)
    assert "✅ in Tracker" in shop.card(await shop.screening_of(who))["text"]
    assert "Tracker: connected" in await shop.ask("status")


async def test_what_waited_is_written_as_soon_as_tracker_takes_our_token_again(shop: Shop) -> None:
    await ends_refused(shop)
    regenerate(shop, KEYS.access_token)
    await shop.turn(4)
    assert (len(shop.tenant.documents), len(shop.tenant.activities)) == (1, 1)
