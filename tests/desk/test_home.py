"""Home: three states, funnels, what needs mending; fast with 500 jobs."""

import json
import time
from dataclasses import asdict
from datetime import timedelta
from typing import Any

from bot.storage.store import Tables
from screening.agent import Mapping
from tests.desk.conftest import Shop
from tests.slack.fake_slack import ADMIN, PLAIN
from tests.slack.judge import view_faults


async def home(shop: Shop, user: str = ADMIN) -> dict[str, Any]:
    shop.texts += 1
    await shop.event({"type": "app_home_opened", "user": user, "tab": "home"}, f"EvH{shop.texts}")
    view: dict[str, Any] = shop.slack.called("views.publish")[-1]["view"]
    assert view_faults(view) == []
    return view


async def press(shop: Shop, action: str, value: str = "home") -> None:
    await shop.payload(
        {
            "type": "block_actions",
            "user": {"id": ADMIN},
            "team": {"id": "T1"},
            "trigger_id": "tr4",
            "actions": [{"type": "button", "action_id": action, "block_id": "b", "value": value}],
        }
    )


async def test_home_differs_before_connecting_and_for_admins(empty_shop: Shop) -> None:
    assert "home_connect" in json.dumps(await home(empty_shop))
    other = json.dumps(await home(empty_shop, PLAIN))
    assert "An admin connects Tracker first" in other
    assert "home_connect" not in other


async def test_each_job_shows_its_funnel(shop: Shop) -> None:
    await shop.screened()
    await shop.screened("yes", first="Bo")
    silent = shop.arrive("Cleo")
    await shop.turn()
    shop.move(silent)
    await shop.turn()
    shop.clock.at += timedelta(days=2, hours=1)
    shown = json.dumps(await home(shop), ensure_ascii=False)
    assert "1020 Forklift operator" in shown
    assert "3 texted · 1 answering · 1 completed · 0 advanced · *1 waiting for a decision*" in shown
    assert "2 without a reply for two days" in shown


async def test_500_jobs_are_paged_and_published_within_three_seconds(shop: Shop) -> None:
    def put(tables: Tables) -> None:
        for job in range(5000, 5500):
            m = Mapping(job=job, agent="dockhand", channel="C1", statuses=(5,), trigger="Interview", title=f"Job {job}")
            tables["mappings"].insert(asdict(m) | {"statuses": [5]})

    await shop.service.store.run(put)
    began = time.perf_counter()
    view = await home(shop)
    assert time.perf_counter() - began < 3
    assert "501 mapped jobs" in json.dumps(view)
    assert "home_after" in json.dumps(view)
    await press(shop, "home_after", "25")
    assert "Page 26 of 26" in json.dumps(shop.slack.called("views.publish")[-1]["view"])
    await press(shop, "home_after", "999")
    assert "Page 26 of 26" in json.dumps(shop.slack.called("views.publish")[-1]["view"])


async def test_what_failed_for_good_is_shown_and_tried_again(shop: Shop) -> None:
    shop.slack.plans["chat.postMessage"] = [{"error": "is_archived"}] * 3
    s = await shop.screened()
    shown = json.dumps(await home(shop), ensure_ascii=False)
    assert "deliveries to Slack or Tracker failed" in shown
    assert "archived" in shown
    shop.slack.plans["chat.postMessage"].clear()
    await press(shop, "home_retry", "0")
    await shop.turn(6)
    assert "100/100" in shop.card(s)["text"]
    assert "deliveries to Slack or Tracker failed" not in json.dumps(await home(shop))


async def test_a_pause_is_shown_with_its_end(shop: Shop) -> None:
    await shop.ask("pause")
    assert "home_resume" in json.dumps(await home(shop))
    await press(shop, "home_resume")
    assert "home_resume" not in json.dumps(shop.slack.called("views.publish")[-1]["view"])


async def test_a_dead_token_is_shown_with_the_way_to_mend_it(shop: Shop) -> None:
    shop.outside.tracker.keys = type(shop.outside.keys)(sandbox_url="http://sandbox.test", access_token="other" * 8)
    shop.outside.tracker.tokens.clear()
    shown = json.dumps(await home(shop), ensure_ascii=False)
    assert "Connect again" in shown


async def test_the_import_form_and_a_jobs_candidates_open_from_home(shop: Shop) -> None:
    await shop.screened()
    await press(shop, "home_import")
    assert shop.view("import")["callback_id"] == "import"
    await press(shop, "home_job_1020", "1020")
    assert "Ana Alder" in shop.slack.called("chat.postMessage")[-1]["text"]
