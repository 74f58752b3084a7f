"""The result card says whether Tracker has the result: on its way, there, or not there and why, with the button that mends it."""

from datetime import timedelta
from typing import Any

import pytest

from bot.sandbox.tracker_widget import METHODS, envelope
from tests.desk.conftest import Shop


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
