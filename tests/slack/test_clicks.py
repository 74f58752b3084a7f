"""Clicks, modals behind them, suggestions, Home and threads."""

import json

import pytest

from bot.slack.actions import CLICKS
from bot.slack.desk import CandidateLine, Choice, HomePage, Said
from bot.slack.listing import place
from tests.slack.conftest import Office, chosen
from tests.slack.fake_slack import ADMIN, PLAIN, actor


@pytest.mark.parametrize(
    ("action", "value", "call"),
    [
        ("hold", "GR-7K2M:2", ("hold", actor(), "GR-7K2M", 2)),
        ("take_over", "GR-7K2M", ("take_over", actor(), "GR-7K2M")),
        ("hand_back", "GR-7K2M", ("hand_back", actor(), "GR-7K2M")),
        ("report", "GR-7K2M:1", ("report", actor(), "GR-7K2M")),
        ("push", "GR-7K2M:1", ("push", actor(), "GR-7K2M", "")),
        ("backfill_confirm", "tok", ("confirm_backfill", actor(), "tok")),
        ("backfill_cancel", "tok", ("cancel_backfill", actor(), "tok")),
        ("job_cancel", "tok", ("cancel_backfill", actor(), "tok")),
        ("surge_confirm", "tok", ("confirm_surge", actor(), "tok")),
        ("erase_confirm", "Jane Doe", ("erase", actor(), "Jane Doe")),
    ],
)
async def test_each_button_asks_the_desk(office: Office, action: str, value: str, call: tuple[object, ...]) -> None:
    answer = await office.click(action, value)
    assert answer.status_code == 200
    assert office.desk.calls == [call]
    assert office.said() == f"{call[0]} done"


async def test_every_button_of_the_interface_has_its_work() -> None:
    assert set(CLICKS) >= {
        "backfill_confirm", "backfill_cancel", "job_cancel", "advance", "reject", "hold", "take_over", "hand_back",
        "ask_again", "report", "push", "erase_confirm",
    }  # fmt: skip


async def test_advance_moves_where_the_mapping_says(office: Office) -> None:
    await office.click("advance", "GR-7K2M:1")
    assert office.desk.called("advance") == [(actor(), "GR-7K2M", 1, "status:7")]
    assert office.slack.called("views.open") == []


async def test_advance_asks_where_no_stage_is_named(office: Office) -> None:
    office.desk.says["advance_target"] = None
    await office.click("advance", "GR-7K2M:1")
    assert office.desk.called("advance") == []
    view = office.slack.called("views.update")[0]["view"]
    options = [o["value"] for g in view["blocks"][0]["element"]["option_groups"] for o in g["options"]]
    assert options == ["status:7", "status:9"]
    await office.submit("advance", kept=view["private_metadata"], status=chosen("status:9"))
    assert office.desk.called("advance") == [(actor(), "GR-7K2M", 1, "status:9")]


async def test_rejecting_takes_a_stage_and_a_note(office: Office) -> None:
    await office.click("reject", "GR-7K2M:4")
    view = office.slack.called("views.update")[0]["view"]
    assert [b["block_id"] for b in view["blocks"] if b["type"] == "input"] == ["status", "note"]
    assert office.desk.called("reject") == []
    await office.submit("reject", kept=view["private_metadata"], status=chosen("status:9"), note="no licence")
    assert office.desk.called("reject") == [(actor(), "GR-7K2M", 4, "status:9", "no licence")]


async def test_asking_again_takes_a_question(office: Office) -> None:
    await office.click("ask_again", "GR-7K2M:1")
    view = office.slack.called("views.update")[0]["view"]
    await office.submit("ask_again", kept=view["private_metadata"], question=chosen("licence"))
    assert office.desk.called("ask_again") == [(actor(), "GR-7K2M", 1, "licence")]


async def test_a_confirmed_preview_is_replaced_so_that_nobody_confirms_twice(office: Office) -> None:
    await office.click("backfill_confirm", "tok")
    assert office.slack.replies[0]["replace_original"] is True


async def test_a_refused_click_leaves_the_message_alone(office: Office) -> None:
    office.desk.says["confirm_backfill"] = Said(text="Only recruiters may.", ok=False)
    await office.click("backfill_confirm", "tok")
    assert office.slack.replies[0]["replace_original"] is False


async def test_a_plain_member_cannot_confirm_an_erasure(office: Office) -> None:
    await office.click("erase_confirm", "Jane Doe", user=PLAIN)
    assert office.desk.calls == []
    assert "Only admins" in office.said()


async def test_pages_of_candidates_are_turned_in_place(office: Office) -> None:
    line = CandidateLine(name="Ann", job="Picker", status="completed", score="84", screening="GR-1")
    office.desk.says["candidates"] = [line] * 10
    await office.click("candidates_after", place("1020", "completed", 2))
    assert office.desk.called("candidates") == [(actor(), "1020", "completed", 2)]
    assert office.slack.replies[0]["replace_original"] is True
    assert {"candidates_before", "candidates_after"} <= {
        e["action_id"] for e in office.slack.replies[0]["blocks"][-1]["elements"]
    }


async def test_links_selects_and_strange_clicks_are_only_acknowledged(office: Office) -> None:
    for action in ("open_tracker", "trigger", "nonsense"):
        assert (await office.click(action)).status_code == 200
    assert office.desk.calls == []
    assert office.said() == ""


async def suggestions(office: Office, action: str, typed: str) -> dict[str, object]:
    payload = {"type": "block_suggestion", "user": {"id": "U1"}, "team": {"id": "T1"}, "action_id": action,
               "block_id": action, "value": typed, "view": {"id": "V1", "callback_id": "map"}}  # fmt: skip
    found: dict[str, object] = (await office.payload(payload)).json()
    return found


async def test_jobs_agents_and_imports_are_suggested_while_typing(office: Office) -> None:
    for action, value in (("job", "1020"), ("agent", "forklift"), ("jobs", "1021")):
        found = json.dumps(await suggestions(office, action, "f&amp;"))
        assert value in found
    assert office.desk.called("job_choices") == [("f&",)]


async def test_suggestions_never_exceed_a_hundred_and_never_fail(office: Office) -> None:
    office.desk.says["job_choices"] = [Choice(label=f"Job {n}", value=str(n)) for n in range(700)]
    options = (await suggestions(office, "job", ""))["options"]
    assert isinstance(options, list)
    assert len(options) == 100
    office.desk.raises["agent_choices"] = RuntimeError("away")
    assert (await suggestions(office, "agent", ""))["options"] == []


async def test_home_shows_what_to_do_next(office: Office) -> None:
    office.desk.says["home"] = HomePage(connected=False)
    await office.event({"type": "app_home_opened", "user": PLAIN, "tab": "home"})
    first = json.dumps(office.slack.called("views.publish")[0]["view"])
    assert "An admin connects Tracker first" in first
    del office.desk.says["home"]
    await office.event({"type": "app_home_opened", "user": PLAIN, "tab": "home"}, "Ev2")
    second = json.dumps(office.slack.called("views.publish")[1]["view"])
    assert "2 waiting for a decision" in second
    assert "home_connect" not in second


async def test_homes_buttons_open_the_forms_and_answer_directly(office: Office) -> None:
    click = {"type": "block_actions", "user": {"id": ADMIN}, "team": {"id": "T1"}, "trigger_id": "tr3"}
    for action in ("home_connect", "home_map"):
        await office.payload(
            {**click, "actions": [{"type": "button", "action_id": action, "block_id": "b", "value": "home"}]}
        )
    assert [v["view"]["callback_id"] for v in office.slack.called("views.open")] == ["connect", "map"]
    await office.submit("connect", kept="", access_token="t", region=chosen("us"), api_version="1")
    assert [m["channel"] for m in office.slack.called("chat.postMessage")] == [f"D{ADMIN}"]


async def test_the_messages_tab_publishes_nothing(office: Office) -> None:
    await office.event({"type": "app_home_opened", "user": PLAIN, "tab": "messages"})
    assert office.slack.calls == []


def written(**changes: object) -> dict[str, object]:
    return {"type": "message", "channel": "C0HIRING", "user": PLAIN, "text": "Hi &amp; welcome <https://a.example|a>",
            "ts": "2.2", "thread_ts": "1.1", **changes}  # fmt: skip


async def test_a_recruiters_words_in_a_thread_reach_the_desk_once(office: Office) -> None:
    office.desk.says["recruiter_wrote"] = Said(text="sent")
    await office.event(written())
    await office.event(written())
    assert office.desk.called("recruiter_wrote") == [(actor(PLAIN), "1.1", "Hi & welcome https://a.example", "2.2")]
    assert [(p["text"], p["thread_ts"]) for p in office.slack.called("chat.postEphemeral")] == [("sent", "1.1")]


async def test_a_direct_message_gets_a_hint(office: Office) -> None:
    await office.event(written(thread_ts=None, channel="D1", channel_type="im"))
    assert "/screen help" in office.said()
    assert office.desk.calls == []


@pytest.mark.parametrize(
    "changes", [{"bot_id": "B1"}, {"subtype": "message_changed"}, {"thread_ts": None}, {"text": ""}, {"user": None}]
)
async def test_bots_edits_and_words_outside_threads_are_nobodys(office: Office, changes: dict[str, object]) -> None:
    assert (await office.event(written(**changes))).status_code == 200
    assert office.desk.calls == []
