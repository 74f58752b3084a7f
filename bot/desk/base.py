"""What every part of the desk works with."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tinydb.table import Document

from bot.ats.connection import Connection
from bot.ats.shapes import Status, TrackerClient
from bot.ats.watch import Watcher
from bot.desk.jobs import OpenJobs
from bot.desk.rights import Rights
from bot.links import Links
from bot.results import Results
from bot.settings import Settings
from bot.slack.desk import Actor, Said
from bot.slack.post import SlackPost
from bot.storage.repositories import Repositories
from bot.storage.store import Store, Tables
from screening.agent import Mapping

NOT_CONNECTED = Said(text="Tracker is not connected yet. An admin connects it with `connect`.", ok=False)
OLDER_ALONE = (
    "It shows those placements alone that Tracker lists to it, as a rule at work, at an offer or ended; who reaches an "
    "earlier stage is seen with an access token (`connect help`). `doctor` says what this account is shown."
)


def no(text: str) -> Said:
    """A refusal."""
    return Said(text=text, ok=False)


def job_id(text: str) -> int | None:
    """The id in `1020`, `JOB-1020` or a Tracker URL."""
    found = re.search(r"(?:/Opportunity/Details/|JOB-|^)(\d{1,9})\b", text.strip(), re.IGNORECASE)
    return int(found[1]) if found else None


async def look(client: TrackerClient) -> None:
    """One cheap live call, without an exchange while the token lives; raises TrackerError."""
    if client.has_token:
        await client.jobs.first_page()
    else:
        await client.check()


@dataclass(slots=True, kw_only=True)
class DeskBase:
    """The parts share these."""

    store: Store
    connection: Connection
    watcher: Watcher
    config: Settings
    rights: Rights
    post: SlackPost
    results: Results
    records: Callable[[Tables], Repositories]
    now: Callable[[], int]
    open_jobs: OpenJobs = field(default_factory=OpenJobs)
    links: Links | None = None
    recordings: Path | None = None

    async def client(self) -> TrackerClient | None:
        """The Tracker client, or None."""
        return await self.connection.client()

    async def mapping(self, job: int) -> Mapping | None:
        """The active mapping of that job."""
        found = await self.store.read(lambda t: self.records(t).mapping(job))
        return found if found and found.active else None

    async def statuses(self, client: TrackerClient) -> list[Status]:
        """Tracker's placement statuses."""
        return await client.metadata.statuses()

    async def may(self, actor: Actor, channel: str = "") -> Said | None:
        """None where the actor may; otherwise the refusal."""
        return await self.rights.recruiter(actor, channel)


def stuck(tables: Tables) -> list[Document]:
    """Deliveries for which somebody has to do something: refused for good, or waiting for a cause to be mended."""
    return [*tables["outbox"].find(state="parked"), *tables["outbox"].find(state="waits")]
