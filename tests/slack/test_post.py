"""The way out: what is sent, and what is known when it fails."""

import asyncio

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.app import make_post
from bot.slack.post import SlackPost
from screening.errors import Fate, PortFailed
from tests.slack.conftest import config
from tests.slack.fake_slack import FakeSlack

BLOCKS = [{"type": "section", "text": {"type": "mrkdwn", "text": "hi <!here>"}}]


@pytest.fixture
def post(slack: FakeSlack) -> SlackPost:
    return make_post(config(slack))


async def test_a_post_is_named_by_channel_and_ts(post: SlackPost, slack: FakeSlack) -> None:
    channel, ts = await post.post("C1", "hi <!channel>", BLOCKS, "delivery-7", thread_ts="1.1")
    sent = slack.called("chat.postMessage")[0]
    assert (channel, ts) == ("C1", "17000.000001")
    assert sent["metadata"] == {"event_type": "greenroom_delivery", "event_payload": {"key": "delivery-7"}}
    assert "<!" not in sent["text"] + str(sent["blocks"])
    assert sent["thread_ts"] == "1.1"
    assert str(sent["unfurl_links"]).lower() in ("false", "0")


@pytest.mark.parametrize(
    ("plan", "fate"),
    [
        ({"status": 429, "headers": {"Retry-After": "7"}, "error": "ratelimited"}, Fate.NOT_DONE),
        ({"error": "ratelimited"}, Fate.NOT_DONE),
        ({"status": 500, "error": "internal_error"}, Fate.UNKNOWN),
        ({"error": "fatal_error"}, Fate.UNKNOWN),
        ({"status": 503, "error": "service_unavailable"}, Fate.UNKNOWN),
        ({"error": "channel_not_found"}, Fate.NOT_DONE),
        ({"error": "not_in_channel"}, Fate.NOT_DONE),
        ({"error": "invalid_blocks"}, Fate.REFUSED),
        ({"error": "token_revoked"}, Fate.NOT_DONE),
    ],
)
async def test_every_refusal_has_its_fate(
    post: SlackPost, slack: FakeSlack, plan: dict[str, object], fate: Fate
) -> None:
    slack.plans["chat.postMessage"].append(plan)
    with pytest.raises(PortFailed) as failed:
        await post.post("C1", "hi")
    assert failed.value.fate is fate
    assert "xoxb" not in str(failed.value)
    assert len(slack.called("chat.postMessage")) == 1, "a post is never repeated without a look"


@pytest.mark.parametrize("code", ["not_in_channel", "channel_not_found", "is_archived", "token_revoked"])
async def test_what_a_person_can_mend_waits_for_them(post: SlackPost, slack: FakeSlack, code: str) -> None:
    slack.plans["chat.postMessage"].append({"error": code})
    with pytest.raises(PortFailed) as failed:
        await post.post("C1", "hi")
    assert failed.value.waits
    assert failed.value.retry_after


async def test_slack_says_how_long_to_wait(post: SlackPost, slack: FakeSlack) -> None:
    slack.plans["chat.postMessage"].append({"status": 429, "headers": {"Retry-After": "7"}, "error": "ratelimited"})
    with pytest.raises(PortFailed) as failed:
        await post.post("C1", "hi")
    assert failed.value.retry_after == 7


async def test_a_slack_that_cannot_be_reached_was_not_told(slack: FakeSlack) -> None:
    post = make_post(config(slack, api_url="http://127.0.0.1:9/api/"))
    with pytest.raises(PortFailed) as failed:
        await post.post("C1", "hi")
    assert failed.value.fate is Fate.NOT_DONE


@pytest.mark.parametrize("answer", [b"", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nhi",
                                    b"HTTP/1.1 502 Bad\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nhi",
                                    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\nhi"])  # fmt: skip
async def test_a_broken_answer_leaves_it_unknown(slack: FakeSlack, answer: bytes) -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    try:
        with pytest.raises(PortFailed) as failed:
            await make_post(config(slack, api_url=f"http://127.0.0.1:{port}/api/")).post("C1", "hi")
    finally:
        server.close()
        await server.wait_closed()
    assert failed.value.fate is Fate.UNKNOWN


async def test_an_answer_that_does_not_come_leaves_it_unknown() -> None:
    gone = asyncio.Event()

    async def silence(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()
        await writer.wait_closed()
        gone.set()

    server = await asyncio.start_server(silence, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/api/"
    client = AsyncWebClient(token="xoxb-1", base_url=url, timeout=0.05, retry_handlers=[])  # type: ignore[arg-type]
    try:
        with pytest.raises(PortFailed) as failed:
            await SlackPost(client).post("C1", "hi")
    finally:
        await gone.wait()
        server.close()
        await server.wait_closed()
    assert failed.value.fate is Fate.UNKNOWN


async def test_a_message_is_found_by_its_key(post: SlackPost, slack: FakeSlack) -> None:
    mine = {"ts": "9.9", "metadata": {"event_payload": {"key": "d7"}}}
    slack.answers["conversations.history"] = {"messages": [{"ts": "8.8"}, mine]}
    slack.answers["conversations.replies"] = {
        "messages": [{**mine, "ts": "9.1", "files": [{"id": "F1", "name": "a.pdf"}]}]
    }
    assert await post.find("C1", "d7") == ("C1", "9.9")
    assert await post.find("C1", "d8") is None
    assert await post.find("C1", "d7", thread_ts="1.1") == ("C1", "9.1")
    assert await post.find_upload("C1", "1.1", "a.pdf") == "F1"
    assert await post.find_upload("C1", "1.1", "b.pdf") is None


async def test_a_look_up_ends_even_where_slack_never_does(post: SlackPost, slack: FakeSlack) -> None:
    slack.answers["conversations.history"] = {"messages": [], "response_metadata": {"next_cursor": "more"}}
    assert await post.find("C1", "d7") is None
    assert len(slack.called("conversations.history")) == 5


async def test_a_file_goes_into_the_thread(post: SlackPost, slack: FakeSlack) -> None:
    file_id = await post.upload("C1", "1.1", "report.pdf", b"%PDF-1", "Report")
    done = slack.called("files.completeUploadExternal")[0]
    assert slack.uploads["report.pdf"] == b"%PDF-1"
    assert (done["channel_id"], done["thread_ts"]) == ("C1", "1.1")
    assert done["files"] == [{"id": file_id, "title": "Report"}]


async def test_a_file_that_failed_before_sharing_was_not_sent(post: SlackPost, slack: FakeSlack) -> None:
    slack.plans["files.getUploadURLExternal"].append({"status": 500, "error": "internal_error"})
    with pytest.raises(PortFailed) as failed:
        await post.upload("C1", "1.1", "report.pdf", b"%PDF-1", "Report")
    assert failed.value.fate is Fate.NOT_DONE


async def test_a_file_that_failed_while_sharing_is_unknown(post: SlackPost, slack: FakeSlack) -> None:
    slack.plans["files.completeUploadExternal"].append({"status": 500, "error": "internal_error"})
    with pytest.raises(PortFailed) as failed:
        await post.upload("C1", "1.1", "report.pdf", b"%PDF-1", "Report")
    assert failed.value.fate is Fate.UNKNOWN


async def test_an_edit_replaces_text_and_blocks(post: SlackPost, slack: FakeSlack) -> None:
    await post.update("C1", "9.9", "done", BLOCKS)
    sent = slack.called("chat.update")[0]
    assert (sent["channel"], sent["ts"], sent["text"]) == ("C1", "9.9", "done")
    assert "<!" not in str(sent["blocks"])


async def test_who_cannot_be_told_in_the_channel_is_told_directly(post: SlackPost, slack: FakeSlack) -> None:
    slack.plans["chat.postEphemeral"].append({"error": "not_in_channel"})
    await post.ephemeral("C1", "U1", "hi")
    assert slack.called("chat.postMessage")[0]["channel"] == "DU1"


async def test_members_guests_and_channels_are_read(post: SlackPost, slack: FakeSlack) -> None:
    slack.answers["conversations.members"] = {"members": ["U1", "U2"]}
    slack.answers["users.info"] = {"user": {"id": "U1", "is_restricted": True}}
    assert await post.members("C1") == {"U1", "U2"}
    assert not await post.is_full_member("U1")
    slack.answers["users.info"] = {"user": {"id": "U1", "is_restricted": False}}
    assert await post.is_full_member("U1")
