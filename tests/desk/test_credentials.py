"""Credentials told apart when they are given, and what is learned of the tenant on that occasion."""

from datetime import timedelta
from typing import Any

import pytest

from bot.sandbox.tracker_widget import CUSTOM_FIELDS
from tests.desk.conftest import KEYS, Shop


async def connect(shop: Shop, **given: str) -> str:
    """Submits the form with these credentials; what is answered."""
    before = len(shop.said())
    kept = {"access_token": KEYS.access_token, "api_version": "1", **given}
    values: dict[str, Any] = {**kept, "region": {"selected_option": {"value": "us"}}}
    await shop.submit("connect", **values)
    return shop.said()[before:]


OLDER = {"api_key": KEYS.widget_key, "username": KEYS.widget_username, "password": KEYS.widget_password}


async def test_a_wrong_token_a_missing_right_and_a_wrong_key_are_told_apart_and_nothing_is_kept(
    empty_shop: Shop,
) -> None:
    shop = empty_shop
    assert "refuses this token (401)" in await connect(shop, access_token="f" * 32)
    shop.outside.tracker.faults.append({"status": 403})
    missing = await connect(shop)
    assert "takes the token, but" in missing and "no right" in missing and "regenerated" not in missing
    assert "refuses the API key, user name or password" in await connect(
        shop, **{**OLDER, "api_key": "no", "password": "no"}
    )
    assert "not connected" in await shop.ask("status")
    assert "Connected: region US, API v1" in await connect(shop, **OLDER)


async def test_a_custom_field_that_changes_in_tracker_is_told_and_results_take_its_new_id(
    empty_shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = empty_shop
    await connect(shop, **OLDER)
    await shop.ask('map 1020 agent=dockhand stage="Phone Screen"')
    await shop.job("drift")
    monkeypatch.setitem(CUSTOM_FIELDS[0], "Id", 555)
    shop.clock.at += timedelta(minutes=15)
    await shop.job("drift")
    assert "Overall Score" in shop.posts("Custom fields of Activities changed")[0]["text"]
    s = await shop.screened()
    await shop.turn()
    fields = [f["id"] for a in shop.tenant.activities for f in a["customFields"] if s.id in a["subject"]]
    assert 555 in fields and 448 not in fields


async def test_what_no_call_could_write_is_for_the_doctor_and_written_once_when_the_older_keys_come(
    empty_shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop, quirks = empty_shop, empty_shop.tenant.quirks
    quirks.rest_activity = quirks.rest_upload = False
    with monkeypatch.context() as none:
        none.setattr("bot.sandbox.tracker_widget.known", lambda *_: False)  # the older API does not take our token
        await connect(shop)
        await shop.ask('map 1020 agent=dockhand stage="Phone Screen"')
        s = await shop.screened()
        await shop.turn()
        assert "⚠️ not in Tracker" in shop.card(s)["text"]
        told = await shop.ask("doctor")
        assert "To mend · Tracker, write an Activity: Tracker's REST did not know the call when it was tried" in told
        assert "To mend · Tracker, attach a file" in told and "Text for clientsupport@tracker-rms.com" in told
    await connect(shop, **OLDER)
    await shop.turn(6)
    assert (len(shop.tenant.documents), len({a["subject"] for a in shop.tenant.activities})) == (1, 1)
    assert "✅ in Tracker" in shop.card(s)["text"]
    assert "In order · Tracker, write an Activity: done before, by widget" in await shop.ask("doctor")
