"""The whole bot in one process: real store, the sandbox's Tracker and Twilio over ASGI, a Slack of our own, a clock we move."""

import asyncio
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from html import unescape
from types import SimpleNamespace
from typing import Any

import httpx
import pytest

from bot.sandbox.keys import Keys
from bot.sandbox.run import an_app
from bot.sandbox.services import Services
from bot.service import Service
from bot.settings import Settings, read_settings
from bot.slack.app import SlackConfig, make_post
from bot.storage.keys import load_keyring
from bot.storage.repositories import SPECS, Repositories
from bot.storage.store import Tables, open_inline_store
from bot.wiring import Outside, wire
from screening import screener
from screening.screener import InboundText
from screening.screening import Screening
from tests.slack.conftest import SECRET, Office
from tests.slack.fake_slack import ADMIN, PLAIN, FakeSlack

KEYS = Keys(sandbox_url="http://sandbox.test", bot_url="http://bot.test", public_url="https://bot.example.com")
CHANNEL = "C0HIRING"
SCRIPT = """format = 1
name = "dockhand"
title = "Dock hand"
language = "en"
steps = ["sms"]
intro = "Hi {{ first_name }}, thanks for applying for {{ job }}."
closing = "Thanks {{ first_name }}, that is everything."

[bands]
advance = 70
review = 40

[[question]]
key = "licence"
kind = "yes_no"
ask = "Do you hold a valid forklift licence?"
criterion = "Licence"
weight = 3
knockout = "no"

[[question]]
key = "years"
kind = "number"
ask = "How many years have you driven a forklift?"
unit = "years"
range = [0, 50]
points = [{ at_least = 5, points = 5 }, { at_least = 2, points = 3 }, { points = 1 }]
"""
START = datetime(2026, 6, 3, 16, 0, tzinfo=UTC)


@dataclass
class Clock:
    """ms UTC, moved by hand."""

    at: datetime = START

    def __call__(self) -> int:
        return int(self.at.timestamp() * 1000)


class NoRenderer:
    """Reports without the time that rendering takes."""

    async def warm(self) -> None: ...

    async def render(self, report: Any) -> bytes:
        return b"%PDF-1.4 report"

    def close(self) -> None: ...


@dataclass
class Shop(Office):
    """An agency with Greenroom in it. What `Office` sends is signed and goes through the web door."""

    service: Service = field(default=None)  # type: ignore[assignment]
    outside: Services = field(default=None)  # type: ignore[assignment]
    clock: Clock = field(default_factory=Clock)
    pepper: bytes = b""
    texts: int = 0

    @property
    def tenant(self) -> Any:
        """The sandbox's Tracker."""
        return self.outside.tracker.tenant

    async def turn(self, times: int = 4) -> None:
        """So many turns of the loops, a second apart."""
        for _ in range(times):
            for job in self.service.jobs:
                if job.name in ("poll", "backfills", "outbox", "due"):
                    await job.run()
            await asyncio.wait_for(self.service.outbox.drained(), 5)
            self.clock.at += timedelta(seconds=1)

    async def job(self, name: str) -> None:
        """One turn of one loop, and of the outbox."""
        await next(job for job in self.service.jobs if job.name == name).run()
        await self.turn(2)

    def records(self, tables: Tables) -> Repositories:
        """The records of a transaction."""
        return Repositories(tables, self.pepper)

    async def ask(self, text: str, user: str = ADMIN, channel: str = CHANNEL) -> str:
        """Types a command; everything it answers."""
        before = len(self.slack.replies), len(self.slack.calls)
        await self.command(text, user=user, channel=channel)
        replies = [r["text"] for r in self.slack.replies[before[0] :]]
        told = [c.args["text"] for c in self.slack.calls[before[1] :] if c.method == "chat.postEphemeral"]
        return unescape("\n".join([*replies, *told]))

    def arrive(self, first: str = "Ana", last: str = "Alder", *, job: int = 1020, status: str = "Applied") -> Any:
        """Somebody applies; gives the application."""
        number = len(self.tenant.people)
        person = self.tenant.add_person(first, last, phone=f"(312) 555-01{number:02d}")
        return self.tenant.apply(job, person["id"], status)

    def move(self, application: Any, status: str = "Phone Screen") -> None:
        """A recruiter moves them in Tracker."""
        self.tenant.move(application["id"], self.tenant.status_named(status)["id"], by="people")

    async def screening_of(self, application: Any) -> Screening:
        """Their screening."""
        person, job = application["resourceId"], application["opportunityId"]
        found = await self.service.store.read(lambda t: self.records(t).of_application(job, person))
        assert found is not None
        return found

    async def text(self, application: Any, *said: str) -> None:
        """The candidate texts, and has been heard."""
        phone = (await self.screening_of(application)).candidate.phone
        for words in said:
            self.texts += 1
            inbound = InboundText(sid=f"SM{self.texts:06d}", phone=phone, text=words, at=self.clock())
            await self.service.store.run(lambda t, i=inbound: screener.hear(self.records(t), i, 6000, "Acme"))
            self.clock.at += timedelta(seconds=7)
            await self.turn(3)

    async def screened(self, *answers: str, first: str = "Ana", last: str = "Alder") -> Screening:
        """Somebody who reached the stage and has answered."""
        who = self.arrive(first, last)
        await self.turn()
        self.move(who)
        await self.turn()
        await self.text(who, *(answers or ("yes", "6")))
        return await self.screening_of(who)

    def sent(self) -> list[str]:
        """Every text that went out."""
        found = [m for m in self.outside.twilio.messages if m["direction"] == "outbound-api"]
        return [m["body"] for m in found]

    def posts(self, words: str = "") -> list[dict[str, Any]]:
        """Messages posted, those that hold the words."""
        return [p for p in self.slack.called("chat.postMessage") if re.search(words, unescape(p["text"]))]

    def card(self, screening: Screening) -> dict[str, Any]:
        """What the result card shows now."""
        shown = [*self.slack.called("chat.postMessage"), *self.slack.called("chat.update")]
        return next(
            m
            for m in reversed(shown)
            if screening.id in m["text"] and "report" in str(m.get("blocks")) and not m.get("thread_ts")
        )

    def view(self, callback_id: str) -> dict[str, Any]:
        """What the modal of that name shows now, with the id it would have."""
        shown = [c for c in self.slack.calls if c.method in ("views.open", "views.push", "views.update")]
        views = [{**c.args["view"], "id": c.args.get("view_id", "V1")} for c in shown]
        return next(v for v in reversed(views) if v["callback_id"] == callback_id)

    async def in_view(self, callback_id: str, action: str, chosen: str = "", **values: str) -> None:
        """A click inside a modal, with what is typed in it."""
        view = self.view(callback_id)
        typed = {
            b["block_id"]: {b["block_id"]: {"value": b["element"].get("initial_value", "")}}
            for b in view["blocks"]
            if b["type"] == "input"
        }
        state = typed | {name: {name: {"value": value}} for name, value in values.items()}
        option = {"selected_option": {"value": chosen}} if chosen else {}
        await self.payload(
            {
                "type": "block_actions",
                "user": {"id": ADMIN},
                "team": {"id": "T1"},
                "trigger_id": "tr3",
                "view": {**view, "state": {"values": state}},
                "actions": [
                    {
                        "type": "button",
                        "action_id": action,
                        "block_id": "b",
                        **(option or {"value": "x"}),
                    }
                ],
            }
        )

    def place(self, words: str) -> tuple[str, str]:
        """Channel and ts of the first post that holds the words."""
        number = next(i for i, p in enumerate(self.slack.called("chat.postMessage")) if re.search(words, p["text"]))
        return self.slack.posted[number]

    async def wrote(self, thread: str, text: str, user: str = ADMIN, ts: str = "18000.1") -> None:
        """A person writes in a thread."""
        self.texts += 1
        event = {"type": "message", "user": user, "text": text, "channel": CHANNEL, "channel_type": "channel"}
        await self.event({**event, "thread_ts": thread, "ts": ts}, event_id=f"Ev{self.texts}")
        await self.turn(3)


def settings(slack: FakeSlack, scripts: str, **more: str) -> Settings:
    return read_settings(
        {
            **KEYS.environment(),
            "GREENROOM_SECRET_KEY": "0123456789abcdef" * 4,
            "GREENROOM_ADMINS": ADMIN,
            "GREENROOM_SCRIPTS": scripts,
            "GREENROOM_BRAND": "Acme",
            "GREENROOM_WINDOW": "00:00-23:59",
            "GREENROOM_SMS_PER_SECOND": "1000",
            "TRACKER_REQUESTS_PER_MINUTE": "100000",
            "SLACK_API_URL": slack.api,
            "SLACK_BOT_TOKEN": "xoxb-1",
            "SLACK_SIGNING_SECRET": SECRET,
            **more,
        }
    )


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    fake = await FakeSlack().start()
    fake.answers["conversations.members"] = {"members": [ADMIN, PLAIN]}
    fake.answers["users.info"] = {"user": {"id": PLAIN}}
    yield fake
    await fake.stop()


@pytest.fixture
def more() -> dict[str, str]:
    """Settings of one test."""
    return {}


@pytest.fixture
async def empty_shop(slack: FakeSlack, tmp_path: Any, more: dict[str, str]) -> AsyncIterator[Shop]:
    """Nothing is connected or mapped yet."""
    (tmp_path / "dockhand.toml").write_text(SCRIPT)
    listening = httpx.MockTransport(lambda _: httpx.Response(200))
    services, clock = Services(KEYS, transport=listening, pause=0), Clock()
    world = httpx.ASGITransport(app=an_app(services))
    store = open_inline_store(":memory:", SPECS)
    found = settings(slack, str(tmp_path), **more)
    config = SlackConfig(bot_token="xoxb-1", signing_secret=SECRET, api_url=slack.api)
    outside = Outside(
        now=clock,
        store=store,
        renderer=NoRenderer(),  # type: ignore[arg-type]
        post=make_post(config),
        twilio=world,
        tracker=world,
    )
    service = await wire(found, outside=outside)
    pepper = await store.run(lambda t: load_keyring(t, found.secret_keys).pepper)
    edge: Any = SimpleNamespace(finish=dict(service.at_stop)["slack answers"])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(service.app), base_url="http://bot") as http:
        yield Shop(
            slack=slack, desk=None, edge=edge, http=http, service=service, outside=services, clock=clock, pepper=pepper
        )  # type: ignore[arg-type]
    await service.stop()
    await services.close()


@pytest.fixture
async def shop(empty_shop: Shop) -> Shop:
    """Tracker is connected and job 1020 is mapped."""
    await empty_shop.submit(
        "connect",
        access_token=KEYS.access_token,
        region={"selected_option": {"value": "us"}},
        api_version="1",
    )
    assert "Connected" in empty_shop.said(), empty_shop.said()
    said = await empty_shop.ask('map 1020 agent=dockhand stage="Phone Screen" advance="First Interview"')
    assert "Whoever reaches it" in said, said
    return empty_shop
