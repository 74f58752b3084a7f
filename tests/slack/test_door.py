"""What comes in must be Slack's; what is wrong is refused before anything happens."""

from collections.abc import AsyncIterator

import httpx
import pytest

from bot.slack.app import SlackConfig, build_app
from bot.slack.edge import Edge
from bot.slack.socket import SlackSocket
from tests.slack.conftest import Office, config
from tests.slack.fake_slack import FakeDesk, FakeSlack


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Slack-Signature": "v0=" + "0" * 64},
        {"X-Slack-Signature": ""},
        {"X-Slack-Request-Timestamp": "1"},
        {"X-Slack-Request-Timestamp": "soon"},
        {"X-Slack-Request-Timestamp": "9" * 400},
        {"X-Slack-Request-Timestamp": "²"},
    ],
)
async def test_a_bad_signature_or_time_is_refused(office: Office, headers: dict[str, str]) -> None:
    raw = {name: value.encode("latin-1") for name, value in headers.items()}
    answer = await office.command("mappings", **raw)  # type: ignore[arg-type]
    assert answer.status_code == 401
    assert office.desk.calls == []
    assert office.slack.calls == []


@pytest.mark.parametrize("body", [b"", b"text=\xff\xfe", b"{}"])
async def test_an_unsigned_body_is_refused(office: Office, body: bytes) -> None:
    assert (await office.http.post("/slack/events", content=body)).status_code == 401


async def test_an_endless_body_is_refused(office: Office) -> None:
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        for _ in range(1000):
            sent += 100_000
            yield b"x" * 100_000

    answer: httpx.Response = await office.http.post("/slack/events", content=endless())
    assert answer.status_code == 413
    assert sent < 2_000_000


async def test_slacks_challenge_is_answered(office: Office) -> None:
    answer = await office.send('{"type": "url_verification", "challenge": "abc"}', "application/json")
    assert answer.json() == {"challenge": "abc"}


async def test_building_and_receiving_needs_no_call_to_slack(office: Office) -> None:
    await office.command("help")
    assert office.slack.calls == []


def test_without_a_secret_http_mode_refuses_to_start() -> None:
    with pytest.raises(ValueError, match="SLACK_SIGNING_SECRET"):
        SlackConfig(bot_token="x", signing_secret="")
    assert SlackConfig(bot_token="x", signing_secret="", app_token="xapp-1").command == "/screen"


def test_tokens_do_not_stand_in_the_configs_repr() -> None:
    assert "xoxb" not in repr(SlackConfig(bot_token="xoxb-1", signing_secret="s3cret", app_token="xapp-1"))
    assert "s3cret" not in repr(SlackConfig(bot_token="xoxb-1", signing_secret="s3cret"))


async def test_the_socket_connects_ages_and_is_replaced(slack: FakeSlack) -> None:
    now = [1000.0]
    app = build_app(settings_like=config(slack, app_token="xapp-1"), desk=FakeDesk(), edge=Edge())
    socket = SlackSocket(app, "xapp-1", clock=lambda: now[0])
    await socket.start()
    assert await socket.connected()
    await socket.watch()
    assert len(slack.called("apps.connections.open")) == 1
    now[0] += 10_000_000_000
    assert socket.age() > 60
    await socket.watch()
    assert len(slack.called("apps.connections.open")) == 2
    assert socket.age() < 60
    await socket.stop()
    assert not await socket.connected()
