"""The simulated Web API says what Slack says."""

import time

import httpx
import pytest

from bot.sandbox.services import Services
from bot.sandbox.wire import Json

BLOCKS = [
    {"type": "actions", "block_id": "b", "elements": [{"type": "button", "action_id": "report", "value": "GR-1"}]}
]
MODAL = {"type": "modal", "callback_id": "connect", "title": {"type": "plain_text", "text": "Connect"}, "blocks": []}


async def call(web: httpx.AsyncClient, method: str, token: str = "xoxb-sandbox", **arguments: object) -> Json:
    answer = await web.post(f"/slack/api/{method}", json=arguments, headers={"authorization": f"Bearer {token}"})
    body: Json = answer.json()
    return body


async def test_a_wrong_token_is_refused(web: httpx.AsyncClient) -> None:
    assert (await call(web, "auth.test", token="xoxb-other"))["error"] == "invalid_auth"
    assert (await call(web, "auth.test"))["user_id"] == "UB001"


async def test_an_unknown_method_is_named(web: httpx.AsyncClient) -> None:
    assert (await call(web, "chat.shout"))["error"] == "unknown_method"


async def test_a_posted_message_can_be_changed_and_loses_its_blocks_when_only_text_is_sent(
    web: httpx.AsyncClient, services: Services
) -> None:
    posted = await call(web, "chat.postMessage", channel="C0001", text="first", blocks=BLOCKS)
    assert services.slack.messages[0]["blocks"] == BLOCKS
    await call(web, "chat.update", channel="C0001", ts=posted["ts"], text="second")
    assert (services.slack.messages[0]["text"], services.slack.messages[0]["blocks"]) == ("second", [])


async def test_a_form_with_blocks_as_json_text_is_read_like_json(web: httpx.AsyncClient, services: Services) -> None:
    headers = {"authorization": "Bearer xoxb-sandbox"}
    await web.post(
        "/slack/api/chat.postMessage",
        data={"channel": "C0001", "text": "a", "blocks": '[{"type":"divider"}]'},
        headers=headers,
    )
    assert services.slack.messages[0]["blocks"] == [{"type": "divider"}]


@pytest.mark.parametrize(
    ("channel", "error"),
    [("C0009", "channel_not_found"), ("C0003", "channel_not_found")],
    ids=["unknown", "private without the bot"],
)
async def test_a_channel_that_the_bot_cannot_see_is_not_found(web: httpx.AsyncClient, channel: str, error: str) -> None:
    assert (await call(web, "chat.postMessage", channel=channel, text="x"))["error"] == error


async def test_a_message_without_words_is_refused(web: httpx.AsyncClient) -> None:
    assert (await call(web, "chat.postMessage", channel="C0001"))["error"] == "no_text"


async def test_fifty_one_blocks_are_too_many(web: httpx.AsyncClient) -> None:
    blocks = [{"type": "divider"}] * 51
    assert (await call(web, "chat.postMessage", channel="C0001", text="x", blocks=blocks))["error"] == "invalid_blocks"


async def test_an_ephemeral_message_needs_a_member(web: httpx.AsyncClient) -> None:
    refused = await call(web, "chat.postEphemeral", channel="C0001", user="U0009", text="x")
    assert refused["error"] == "user_not_in_channel"


async def test_a_trigger_opens_one_view_and_no_second(web: httpx.AsyncClient, services: Services) -> None:
    trigger = services.slack.trigger("U0001")
    assert (await call(web, "views.open", trigger_id=trigger, view=MODAL))["view"]["callback_id"] == "connect"
    assert (await call(web, "views.open", trigger_id=trigger, view=MODAL))["error"] == "exchanged_trigger_id"


async def test_a_trigger_dies_after_three_seconds(web: httpx.AsyncClient, services: Services) -> None:
    trigger = services.slack.trigger("U0001")
    services.slack.triggers[trigger] = (time.time() - 3.1, "U0001")
    assert (await call(web, "views.open", trigger_id=trigger, view=MODAL))["error"] == "expired_trigger_id"


async def test_a_stale_hash_does_not_change_a_view(web: httpx.AsyncClient, services: Services) -> None:
    view = (await call(web, "views.open", trigger_id=services.slack.trigger("U0001"), view=MODAL))["view"]
    first = view["hash"]
    assert (await call(web, "views.update", view_id=view["id"], hash=first, view=MODAL))["ok"]
    assert (await call(web, "views.update", view_id=view["id"], hash=first, view=MODAL))["error"] == "hash_conflict"


@pytest.mark.parametrize(
    "change",
    [
        {"title": {"type": "plain_text", "text": "x" * 25}},
        {"blocks": [{"type": "input", "block_id": "a", "element": {"type": "plain_text_input", "action_id": "a"}}]},
        {"private_metadata": "x" * 3001},
        {"blocks": [{"type": "divider"}] * 101},
    ],
    ids=["long title", "input without submit", "much metadata", "many blocks"],
)
async def test_a_view_over_slacks_limits_is_refused(web: httpx.AsyncClient, services: Services, change: Json) -> None:
    refused = await call(web, "views.open", trigger_id=services.slack.trigger("U0001"), view=MODAL | change)
    assert refused["error"] == "invalid_arguments"


async def test_a_file_is_shared_into_a_thread(web: httpx.AsyncClient, services: Services) -> None:
    card = await call(web, "chat.postMessage", channel="C0001", text="card")
    address = await call(web, "files.getUploadURLExternal", filename="a.pdf", length=4)
    await web.post(address["upload_url"], content=b"%PDF")
    files = [{"id": address["file_id"], "title": "Report"}]
    assert (await call(web, "files.completeUploadExternal", files=files, channel_id="C0001", thread_ts=card["ts"]))[
        "ok"
    ]
    seen = (await web.get("/sandbox/slack")).json()["files"][0]
    assert (seen["posted"][0]["thread_ts"], seen["title"]) == (card["ts"], "Report")
    assert (await web.get(f"/sandbox/slack/files/{address['file_id']}")).content == b"%PDF"
    services.slack.files[address["file_id"]]["done"] -= 1
    shares = (await call(web, "files.info", file=address["file_id"]))["file"]["shares"]
    assert shares["public"]["C0001"][0]["thread_ts"] == card["ts"]


async def test_a_file_whose_bytes_never_came_is_not_shared(web: httpx.AsyncClient) -> None:
    address = await call(web, "files.getUploadURLExternal", filename="a.pdf", length=4)
    refused = await call(web, "files.completeUploadExternal", files=[{"id": address["file_id"]}], channel_id="C0001")
    assert refused["error"] == "file_not_found"


async def test_a_response_url_is_good_for_five_answers(web: httpx.AsyncClient, services: Services) -> None:
    address = services.slack.answer_address("C0001", "U0001")
    statuses = [(await web.post(address, json={"text": f"answer {n}"})).status_code for n in range(6)]
    assert statuses == [200] * 5 + [404]
    assert [m["text"] for m in services.slack.ephemerals] == [f"answer {n}" for n in range(5)]


async def test_a_response_url_replaces_its_original(web: httpx.AsyncClient, services: Services) -> None:
    posted = await call(web, "chat.postMessage", channel="C0001", text="before")
    address = services.slack.answer_address("C0001", "U0001", posted["ts"])
    await web.post(address, json={"text": "after", "replace_original": True})
    assert services.slack.messages[0]["text"] == "after"


async def test_people_and_rooms_are_found(web: httpx.AsyncClient) -> None:
    assert (await call(web, "users.lookupByEmail", email="SAM@example.com"))["user"]["id"] == "U0002"
    assert (await call(web, "users.lookupByEmail", email="nobody@example.com"))["error"] == "users_not_found"
    assert (await call(web, "conversations.open", users="U0001"))["channel"]["id"] == "D0001"
    assert "U0002" in (await call(web, "conversations.members", channel="C0001"))["members"]
    listed = await call(web, "conversations.list", types="public_channel")
    assert [c["name"] for c in listed["channels"]] == ["hiring", "warehouse"]


async def test_an_ordered_fault_strikes_its_method_once(web: httpx.AsyncClient) -> None:
    await web.post("/sandbox/faults", json={"slack": [{"method": "chat.postMessage", "status": 429, "retry_after": 2}]})
    assert (await call(web, "auth.test"))["ok"]
    headers = {"authorization": "Bearer xoxb-sandbox"}
    answers = [
        await web.post("/slack/api/chat.postMessage", json={"channel": "C0001", "text": "x"}, headers=headers)
        for _ in range(2)
    ]
    assert [(a.status_code, a.headers.get("retry-after")) for a in answers] == [(429, "2"), (200, None)]
