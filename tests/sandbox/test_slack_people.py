"""Commands, clicks and submissions reach the bot as Slack sends them."""

import httpx
import pytest
from slack_sdk.signature import SignatureVerifier

from bot.sandbox.services import Services
from bot.sandbox.slack_chat import post_message
from bot.sandbox.slack_views import open_view
from bot.sandbox.wire import Json
from tests.sandbox.conftest import KEYS, ListeningBot


def a_modal() -> Json:
    token = {
        "type": "input",
        "block_id": "access_token",
        "element": {"type": "plain_text_input", "action_id": "access_token"},
    }
    options = [
        {"text": {"type": "plain_text", "text": "US"}, "value": "us"},
        {"text": {"type": "plain_text", "text": "CA"}, "value": "ca"},
    ]
    select = {"type": "static_select", "action_id": "region", "options": options, "initial_option": options[1]}
    words = {"title": {"type": "plain_text", "text": "Connect"}, "submit": {"type": "plain_text", "text": "Connect"}}
    return {
        "type": "modal",
        "callback_id": "connect",
        **words,
        "blocks": [token, {"type": "input", "block_id": "region", "element": select}],
    }


def an_open_modal(services: Services) -> Json:
    return dict(open_view(services.slack, {"trigger_id": services.slack.trigger("U0001"), "view": a_modal()})["view"])


async def test_a_command_is_signed_as_slack_signs(web: httpx.AsyncClient, bot: ListeningBot) -> None:
    acked = await web.post("/sandbox/slack/command", json={"text": "help", "user": "U0002"})
    path, headers, body = bot.heard[0]
    assert (acked.json()["status"], path) == (200, "/slack/events")
    assert SignatureVerifier(KEYS.signing_secret).is_valid_request(body, headers)
    form = bot.forms("/slack/events")[0]
    assert (form["command"], form["text"], form["user_id"], form["channel_name"]) == (
        "/screen",
        "help",
        "U0002",
        "hiring",
    )


async def test_words_in_the_acknowledgement_are_shown_to_the_person_alone(
    web: httpx.AsyncClient, services: Services, bot: ListeningBot
) -> None:
    bot.answer = {"response_type": "ephemeral", "text": "Usage: ..."}
    await web.post("/sandbox/slack/command", json={"text": "help"})
    assert [m["text"] for m in services.slack.ephemerals] == ["Usage: ..."]
    assert services.slack.messages == []


async def test_a_submission_carries_what_was_typed_and_what_was_prefilled(
    web: httpx.AsyncClient, services: Services, bot: ListeningBot
) -> None:
    view = an_open_modal(services)
    await web.post("/sandbox/slack/submit", json={"view": view["id"], "values": {"access_token": "abc"}})
    values = bot.payload["view"]["state"]["values"]
    assert values["access_token"]["access_token"]["value"] == "abc"
    assert values["region"]["region"]["selected_option"]["value"] == "ca"
    assert services.slack.views[view["id"]]["open"] is False


async def test_errors_keep_the_modal_open(web: httpx.AsyncClient, services: Services, bot: ListeningBot) -> None:
    view = an_open_modal(services)
    bot.answer = {"response_action": "errors", "errors": {"access_token": "Tracker refuses it"}}
    await web.post("/sandbox/slack/submit", json={"view": view["id"], "values": {"region": "us"}})
    kept = services.slack.views[view["id"]]
    assert (kept["open"], kept["errors"]) == (True, {"access_token": "Tracker refuses it"})


async def test_a_pushed_view_lies_on_top_of_the_first(
    web: httpx.AsyncClient, services: Services, bot: ListeningBot
) -> None:
    view = an_open_modal(services)
    bot.answer = {"response_action": "push", "view": a_modal() | {"callback_id": "sure"}}
    await web.post("/sandbox/slack/submit", json={"view": view["id"]})
    pushed = list(services.slack.views.values())[-1]
    assert (pushed["callback_id"], pushed["root_view_id"]) == ("sure", view["id"])


async def test_a_click_names_the_button_and_its_message(
    web: httpx.AsyncClient, services: Services, bot: ListeningBot
) -> None:
    button = {
        "type": "button",
        "action_id": "advance",
        "value": "GR-1",
        "text": {"type": "plain_text", "text": "Advance"},
    }
    blocks = [{"type": "actions", "block_id": "b1", "elements": [button]}]
    ts = post_message(services.slack, {"channel": "C0001", "text": "card", "blocks": blocks})["ts"]
    await web.post("/sandbox/slack/click", json={"ts": ts, "action_id": "advance", "user": "U0002"})
    action = bot.payload["actions"][0]
    assert (action["action_id"], action["value"], action["block_id"]) == ("advance", "GR-1", "b1")
    assert (bot.payload["container"]["message_ts"], bot.payload["user"]["id"]) == (ts, "U0002")


@pytest.mark.parametrize(
    ("lever", "body"), [("click", {"ts": "1.0", "action_id": "x"}), ("submit", {"view": "V9"}), ("click", {})]
)
async def test_a_lever_on_nothing_is_refused(web: httpx.AsyncClient, lever: str, body: Json) -> None:
    assert (await web.post(f"/sandbox/slack/{lever}", json=body)).status_code in (400, 404)


async def test_typing_into_an_external_select_asks_the_bot(
    web: httpx.AsyncClient, services: Services, bot: ListeningBot
) -> None:
    view = an_open_modal(services)
    bot.answer = {"options": [{"text": {"type": "plain_text", "text": "Forklift"}, "value": "1020"}]}
    asked = await web.post("/sandbox/slack/options", json={"view": view["id"], "block_id": "region", "typed": "fork"})
    assert asked.json()["body"]["options"][0]["value"] == "1020"
    assert (bot.payload["type"], bot.payload["value"], bot.payload["action_id"]) == (
        "block_suggestion",
        "fork",
        "region",
    )


async def test_an_event_is_wrapped_and_signed(web: httpx.AsyncClient, bot: ListeningBot) -> None:
    await web.post("/sandbox/slack/event", json={"event": {"type": "app_home_opened", "user": "U0001", "tab": "home"}})
    _, headers, body = bot.heard[0]
    assert SignatureVerifier(KEYS.signing_secret).is_valid_request(body, headers)
    assert b'"event_callback"' in body
