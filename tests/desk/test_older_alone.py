"""Connected by key, user name and password alone, from Slack to Tracker and back: nothing goes by REST."""

from datetime import timedelta

import pytest

from bot.sandbox.tracker_widget import METHODS, envelope
from tests.desk.conftest import KEYS, Shop


async def connected(shop: Shop) -> str:
    """The sandbox's older API shows every placement; what `map` says."""
    shop.tenant.quirks.older_shows_all = True
    await shop.submit(
        "connect", access_token="", region={"selected_option": {"value": "us"}}, api_version="1",
        api_key=KEYS.widget_key, username=KEYS.widget_username, password=KEYS.widget_password,
    )  # fmt: skip
    assert "the older API alone, 12 open jobs visible" in shop.said(), shop.said()
    return await shop.ask('map 1020 agent=dockhand stage="Phone Screen"')


async def test_somebody_is_screened_and_written_by_the_older_api_alone(empty_shop: Shop) -> None:
    said = await connected(empty_shop)
    assert "Whoever reaches it" in said and "It shows those placements alone" in said
    s = await empty_shop.screened()
    await empty_shop.turn(4)
    assert "✅ in Tracker" in empty_shop.card(s)["text"]
    assert {a["via"] for a in empty_shop.tenant.activities} == {"widget"}
    assert [d["resourceId"] for d in empty_shop.tenant.documents] == [s.candidate.id]
    assert not empty_shop.outside.tracker.calls  # REST was never called
    assert "read placements: yes" in await empty_shop.ask("doctor")


async def test_a_report_of_which_nothing_is_known_is_left_to_a_person_who_may_push_it(
    empty_shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    await connected(empty_shop)
    with monkeypatch.context() as lost:
        lost.setitem(METHODS, "attachdocument", lambda _tenant, _body: envelope(7, "?"))
        s = await empty_shop.screened()
        empty_shop.clock.at += timedelta(minutes=2)
        await empty_shop.turn(6)
    card = empty_shop.card(s)["text"]
    assert "⚠️ not in Tracker" in card and "if it is missing, push attaches it" in card
    assert empty_shop.tenant.documents == []
    await empty_shop.click("push", f"{s.id}:{s.revision}")
    await empty_shop.turn(4)
    assert (len(empty_shop.tenant.documents), len({a["subject"] for a in empty_shop.tenant.activities})) == (1, 1)
    assert "✅ in Tracker" in empty_shop.card(s)["text"]


async def test_an_account_that_is_shown_nothing_is_told_so_in_words(
    empty_shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(METHODS, "getrecords", lambda _tenant, _body: envelope(results=[]))
    await empty_shop.submit(
        "connect", access_token="", region={"selected_option": {"value": "us"}}, api_version="1",
        api_key=KEYS.widget_key, username=KEYS.widget_username, password=KEYS.widget_password,
    )  # fmt: skip
    assert "0 open jobs visible" in empty_shop.said()
    assert "shows us no open job" in await empty_shop.ask("import all")
    assert "lists no placement statuses" in await empty_shop.ask("stages")
