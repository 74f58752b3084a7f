"""The watcher over a real store and a small Tracker, under a clock that is moved."""

from collections.abc import AsyncIterator
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from bot.ats.connection import Connection, Credentials
from bot.ats.sight import begin_watching
from bot.ats.standing import standing
from bot.ats.watch import Watcher
from bot.settings import Settings, read_settings
from bot.storage.keys import Keyring, load_keyring
from bot.storage.repositories import SPECS, Repositories
from bot.storage.store import Store, Tables, open_inline_store
from screening.agent import Mapping
from screening.scripts.reader import read_script
from tests.ats.tenant import SmallTenant
from tests.desk.conftest import SCRIPT, empty_shop, shop, slack

__all__ = ["empty_shop", "shop", "slack"]  # fixtures of the whole bot
KEY = "0123456789abcdef" * 4
START = int(datetime(2026, 6, 3, 16, tzinfo=UTC).timestamp() * 1000)
MINUTE, HOUR = 60_000, 3_600_000
ENVIRONMENT = {
    "GREENROOM_PUBLIC_URL": "https://bot.example.com", "GREENROOM_SECRET_KEY": KEY, "GREENROOM_ADMINS": "U0ADMIN",
    "SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "s", "TWILIO_ACCOUNT_SID": "AC1", "TWILIO_AUTH_TOKEN": "t",
    "TWILIO_FROM": "+13125550000", "TRACKER_API_URL": "http://tracker.test", "GREENROOM_BRAND": "Acme",
    "TRACKER_WIDGET_URL": "http://older.test",
}  # fmt: skip


@dataclass
class House:
    """The watcher and what it works with. The clock moves by its own sleeping, and by `wait`."""

    store: Store
    keyring: Keyring
    settings: Settings
    at: int = START
    tracker: SmallTenant = field(init=False)
    connection: Connection = field(init=False)
    watcher: Watcher = field(init=False)

    def __post_init__(self) -> None:
        """Everything is made anew, as after a start."""
        self.tracker = SmallTenant(now=lambda: self.at)
        self.start()

    def start(self) -> None:
        """The process starts: the store and Tracker are as they were."""
        self.connection = Connection(
            store=self.store, keyring=self.keyring, rest_url=self.settings.tracker_api_url,
            widget_url=self.settings.tracker_widget_url, per_minute=self.settings.tracker_per_minute,
            now=lambda: self.at, transport=httpx.MockTransport(self.tracker), sleep=self.sleep,
        )  # fmt: skip
        self.watcher = Watcher(
            store=self.store, connection=self.connection, settings=self.settings, records=self.records, now=lambda: self.at
        )  # fmt: skip

    async def sleep(self, seconds: float) -> None:
        """Time passes."""
        self.at += round(seconds * 1000)

    def records(self, tables: Tables) -> Repositories:
        """The records of a transaction."""
        return Repositories(tables, self.keyring.pepper)

    async def map(
        self,
        *jobs: int,
        statuses: tuple[int, ...] = (12,),
        trigger_words: str = "Interview › Phone Screen",
        **more: Any,
    ) -> None:
        """Map jobs; what stands there now is the baseline."""
        client = await self.connection.client()
        assert client is not None
        for job in jobs:
            self.tracker.jobs.get(job) or self.tracker.add_job(job)
            rows = await standing(client, job, statuses)
            mapping = Mapping(
                job=job, agent="dockhand", channel="C0HIRING", statuses=statuses, trigger=trigger_words, **more
            )

            def put(t: Tables, job: int = job, rows: Any = rows, mapping: Mapping = mapping) -> None:
                begin_watching(t, job, rows, self.at)
                self.records(t).put("mappings", "job", asdict(mapping) | {"statuses": list(statuses)})

            await self.store.run(put)

    async def turn(self, times: int = 1, every: int = MINUTE) -> int:
        """So many turns of the watcher, a minute apart; answers how many screenings began."""
        began = 0
        for _ in range(times):
            start = self.at
            began += await self.watcher.run_once(self.at)
            self.at = max(self.at, start + every)
        return began

    async def texted(self) -> dict[int, int]:
        """How many screenings each candidate has."""
        rows = await self.store.read(lambda t: [r["candidate"] for r in t["screenings"].all()])
        return {candidate: rows.count(candidate) for candidate in rows}

    async def screening(self, application: int) -> Any:
        """The screening of an application."""
        job, person, _ = self.tracker.applications[application]
        return await self.store.read(lambda t: self.records(t).of_application(job, person))

    async def told(self, way: str) -> list[dict[str, Any]]:
        """What was ordered to be told."""
        return await self.store.read(lambda t: [dict(r) for r in t["outbox"].all() if r["way"] == way])

    async def why(self, application: int) -> list[str]:
        """The notes about the candidate of an application."""
        person = self.tracker.applications[application][1]
        return await self.store.read(lambda t: [r["sentence"] for r in t["notes"].find(candidate=person)])

    def person(self, application: int) -> int:
        """The candidate of an application."""
        return self.tracker.applications[application][1]


@pytest.fixture
def more() -> dict[str, str]:
    """Settings of one test."""
    return {}


async def a_house(more: dict[str, str], at: int = START) -> House:
    """A house with one published agent, connected to Tracker."""
    store = open_inline_store(":memory:", SPECS)
    keyring = await store.run(lambda t: load_keyring(t, (KEY,)))
    made = House(store, keyring, read_settings({**ENVIRONMENT, **more}), at)
    script = read_script(SCRIPT)

    def put(t: Tables) -> None:
        records = made.records(t)
        records.put("scripts", "hash", {"hash": script.hash, "source": script.source, "name": script.name})
        records.put(
            "agents", "name", {"name": script.name, "script": script.hash, "title": script.title, "published": True}
        )

    await store.run(put)
    await made.connection.keep(Credentials(access_token="a" * 32), "U0ADMIN")
    return made


@pytest.fixture
async def house(more: dict[str, str]) -> AsyncIterator[House]:
    made = await a_house(more)
    yield made
    await made.store.close()
