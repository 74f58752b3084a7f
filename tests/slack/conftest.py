"""The Slack side over ASGI: signed requests in, calls to a fake Web API out."""

import asyncio
import hashlib
import hmac
import json
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Route

from bot.slack.app import SlackConfig, build_app
from bot.slack.edge import Edge
from bot.slack.endpoint import slack_endpoint
from tests.slack.fake_slack import ADMIN, FakeDesk, FakeSlack

SECRET = "signing-secret"


def config(slack: FakeSlack, **changes: Any) -> SlackConfig:
    settings: dict[str, Any] = {
        "bot_token": "xoxb-1",
        "signing_secret": SECRET,
        "api_url": slack.api,
        "admins": frozenset({ADMIN}),
    }
    return SlackConfig(**{**settings, **changes})


@dataclass
class Office:
    """A workspace with Greenroom in it."""

    slack: FakeSlack
    desk: FakeDesk
    edge: Edge
    http: httpx.AsyncClient
    forms: list[dict[str, Any]] = field(default_factory=list)

    async def send(self, body: str, kind: str = "application/x-www-form-urlencoded", **headers: str) -> httpx.Response:
        stamp = str(int(time.time()))
        signature = hmac.new(SECRET.encode(), f"v0:{stamp}:{body}".encode(), hashlib.sha256).hexdigest()
        usual = {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={signature}", "Content-Type": kind}
        answer = await self.http.post("/slack/events", content=body.encode(), headers={**usual, **headers})
        for _ in range(20):  # Bolt runs listeners of events on a task of its own, after the answer
            await asyncio.sleep(0)
        await self.edge.finish()
        return answer

    async def payload(self, payload: dict[str, Any]) -> httpx.Response:
        return await self.send(urlencode({"payload": json.dumps(payload)}))

    async def command(self, text: str, user: str = ADMIN, channel: str = "C0HIRING", **headers: str) -> httpx.Response:
        form = {
            "command": "/screen",
            "text": text,
            "user_id": user,
            "channel_id": channel,
            "team_id": "T1",
            "trigger_id": "tr1",
            "response_url": self.slack.response_url(),
        }
        return await self.send(urlencode(form), **headers)

    async def click(self, action_id: str, value: str = "GR-7K2M:1", user: str = ADMIN) -> httpx.Response:
        return await self.payload(
            {
                "type": "block_actions",
                "user": {"id": user},
                "team": {"id": "T1"},
                "channel": {"id": "C0HIRING"},
                "trigger_id": "tr2",
                "response_url": self.slack.response_url(),
                "actions": [{"type": "button", "action_id": action_id, "block_id": "b", "value": value}],
            }
        )

    async def submit(
        self, callback_id: str, kept: str = "C0HIRING", user: str = ADMIN, **values: Any
    ) -> httpx.Response:
        state = {name: {name: value if isinstance(value, dict) else {"value": value}} for name, value in values.items()}
        view = {
            "id": "V1",
            "type": "modal",
            "callback_id": callback_id,
            "private_metadata": kept,
            "state": {"values": state},
        }
        return await self.payload({"type": "view_submission", "user": {"id": user}, "team": {"id": "T1"}, "view": view})

    async def event(self, event: dict[str, Any], event_id: str = "Ev1") -> httpx.Response:
        body = {"type": "event_callback", "team_id": "T1", "event_id": event_id, "event": event}
        return await self.send(json.dumps(body), "application/json")

    def said(self) -> str:
        """Everything told to the person, by whatever way."""
        ephemeral = [call["text"] for call in self.slack.called("chat.postEphemeral")]
        return "\n".join([*(reply["text"] for reply in self.slack.replies), *ephemeral])


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    fake = await FakeSlack().start()
    yield fake
    await fake.stop()


@pytest.fixture
async def office(slack: FakeSlack) -> AsyncIterator[Office]:
    desk, edge = FakeDesk(), Edge()
    app = build_app(settings_like=config(slack), desk=desk, edge=edge)
    web = Starlette(routes=[Route("/slack/events", slack_endpoint(app), methods=["POST"])])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(web), base_url="http://bot") as http:
        yield Office(slack, desk, edge, http)


def chosen(value: str) -> dict[str, Any]:
    """A select's state."""
    return {"selected_option": {"text": {"type": "plain_text", "text": value}, "value": value}}
