"""The daily digest of each hiring channel: who waits for a decision, who has gone quiet. Nothing to say, no digest."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from bot.settings import Settings
from bot.slack.text import shown
from bot.storage.repositories import WAITING, Repositories
from bot.storage.store import Store, Tables
from screening.agent import Mapping
from screening.ports import Order
from screening.screening import Status

HOUR: Final = 9  # of the tenant's morning, Monday to Friday
DAY: Final = 86_400_000
NAMED: Final = 10  # people named in one list
STALLED: Final = 2 * DAY


def is_stalled(s: dict[str, Any], now: int) -> bool:
    """Whether an open screening's candidate was texted and has not replied for two days."""
    said = [m["at"] for m in s["messages"] if m["who"] == "candidate"]
    last = max(said, default=s["first_sent_at"] or now)
    return now - last > STALLED and not s["taken_over"]


class Digest:
    """Once a day for each channel, whatever is restarted meanwhile."""

    def __init__(
        self,
        store: Store,
        records: Callable[[Tables], Repositories],
        settings: Settings,
        now: Callable[[], int],
        open_jobs: Callable[[], Awaitable[list[int]]],
    ) -> None:
        self._store, self._records, self._settings, self._now = store, records, settings, now
        self._open_jobs = open_jobs

    async def run_once(self) -> int:
        """Orders today's digests if it is time; answers how many."""
        local = datetime.fromtimestamp(self._now() / 1000, ZoneInfo(self._settings.time_zone))
        day = f"{local:%Y-%m-%d}"
        if local.hour < HOUR or local.weekday() > 4:
            return 0
        if await self._store.read(lambda t: self._records(t).value("digest").get("day")) == day:
            return 0
        jobs = await self._open_jobs()
        return await self._store.run(lambda t: self._order(t, day, jobs))

    def _order(self, tables: Tables, day: str, jobs: list[int]) -> int:
        records, now = self._records(tables), self._now()
        if records.value("digest").get("day") == day:
            return 0
        records.set_value("digest", day=day)
        self._offer(tables, day, jobs)
        made = 0
        for channel in sorted({m.channel for m in records.mappings()}):
            if digest_of(tables, records, channel, now):
                payload = {"digest": True, "channel": channel}  # names are put in when it goes out: none stays here
                key = f"digest:{channel}:{day}"
                records.order(Order(key=key, way="notice", lane=f"notice:{channel}", payload=payload), now)
                made += 1
        return made

    def _offer(self, tables: Tables, day: str, jobs: list[int]) -> None:
        """Jobs that are new since they were last offered; agents are drafted only when somebody asks for it."""
        records = self._records(tables)
        mapped = {int(row["job"]) for row in tables["mappings"].all()}
        before = set(records.value("offered").get("jobs", []))
        new = [job for job in jobs if job not in mapped | before]
        if not new:
            return
        records.set_value("offered", jobs=sorted(before | set(new)))
        many = f"{len(new)} active jobs in Tracker have" if len(new) > 1 else f"Job {new[0]} in Tracker has"
        text = f"{many} no agent yet. Importing drafts one for each; nobody is texted before you publish it."
        payload = {"text": text, "mend": "import"}
        records.order(Order(key=f"offer:{day}", way="ops", lane="ops", payload=payload), self._now())


def digest_of(tables: Tables, records: Repositories, channel: str, now: int) -> str:
    """What waits in one channel, in our own wording; empty where nothing does."""
    mappings = [m for m in records.mappings() if m.channel == channel]
    lines = [line for m in mappings for line in told(tables, m, now)]
    return "\n".join(["*Good morning. This waits for somebody:*", *lines]) if lines else ""


def told(tables: Tables, mapping: Mapping, now: int) -> list[str]:
    """What waits at one job, in our own wording."""
    screenings = tables["screenings"]
    job = f"{mapping.job} {shown(mapping.title, 100)}"
    count = screenings.how_many(job=mapping.job, standing=WAITING)
    waiting = screenings.find(limit=NAMED, job=mapping.job, standing=WAITING)
    going_on = screenings.find(job=mapping.job, standing=Status.IN_PROGRESS.value)
    stalled = [r for r in going_on if is_stalled(r["data"], now)]
    lines = [f"• {job}: {count} without a decision: {_names(waiting, count)}"] if count else []
    quiet = f"• {job}: {len(stalled)} without a reply for two days: {_names(stalled, len(stalled))}"
    return [*lines, quiet] if stalled else lines


def _names(rows: list[Any], count: int) -> str:
    names = [f"{shown(r['data']['candidate']['name'], 60)} ({r['gr']})" for r in rows[:NAMED]]
    more = [f"and {count - NAMED} more"] if count > NAMED else []
    return ", ".join([*names, *more])
