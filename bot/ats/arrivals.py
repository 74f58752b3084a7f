"""Who reached a trigger: read live by id, judged, and taken or remembered with the reason why not."""

import secrets
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import structlog

from bot.ats import catchup
from bot.ats.errors import closed, meaning
from bot.ats.read import candidate_from, job_from
from bot.ats.sight import marks_of, moment_of, remember, seen_of, stood_before
from bot.settings import Settings
from bot.storage.repositories import Repositories
from bot.storage.store import Store, Tables
from screening.agent import Mapping
from screening.events import Withdrawn
from screening.intake import SENTENCES, Arrival, Taken, take
from screening.people import Candidate, Opportunity
from screening.screener import apply
from tracker.client import TrackerClient
from tracker.errors import TrackerError, TrackerMalformed, TrackerNotFound, TrackerRefused, TrackerUnauthorized
from tracker.records import Application

log = structlog.get_logger(__name__)
STALE: Final = 72 * 3_600_000  # ms: who reached the stage longer ago than this is listed, not texted
DAY: Final = 24 * 3_600_000
MOST_FAILURES: Final = 10  # of one record, turn after turn, before a person is asked
HOPELESS: Final = (TrackerNotFound, TrackerUnauthorized)


def new_id() -> str:
    """An unguessable screening id."""
    return f"GR-{secrets.token_hex(5).upper()}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """One application as Tracker has it now, with its people."""

    arrival: Arrival
    status: int | None


class Arrivals:
    """Reads and takes those who arrived; withdraws those who left."""

    def __init__(
        self,
        store: Store,
        settings: Settings,
        records: Callable[[Tables], Repositories],
        now: Callable[[], int],
        new_id: Callable[[], str] = new_id,
    ) -> None:
        self._store, self._settings, self._records, self._now = store, settings, records, now
        self._new_id = new_id
        self._failures: Counter[int] = Counter()

    def arrival(self, mapping: Mapping, candidate: Candidate, job: Opportunity, application: int) -> Arrival:
        """What the intake is given."""
        zones = candidate.zones
        return Arrival(
            mapping=mapping,
            candidate=candidate,
            job=job,
            application=application,
            id=self._new_id(),
            brand=self._settings.brand,
            zone=zones[0] if zones else self._settings.time_zone,
        )

    async def read_one(
        self, client: TrackerClient, mapping: Mapping, application: int, job: Opportunity
    ) -> Read | None:
        """One application, live; None where Tracker no longer has it."""
        try:
            live = await client.applications.get(application)
            person = await client.candidates.get(live.candidate_id)
        except TrackerNotFound:
            return None
        candidate = candidate_from(person, self._settings.country)
        return Read(arrival=self.arrival(mapping, candidate, job, application), status=live.status_id)

    async def take(self, client: TrackerClient, mapping: Mapping, row: Application, job: Opportunity) -> bool:
        """Follow one arrival; True where a screening began. Raises what may pass by itself, and a lost connection."""
        try:
            return await self._take(client, mapping, row, job)
        except TrackerError as error:
            if not self._hopeless(row, error):
                raise
            why = f"could not be read in Tracker: {meaning(error)}; `start` begins by hand"
            await self._store.run(lambda t: self._listed(t, row, row.status_id, "unread", why))
            return False

    def _hopeless(self, row: Application, error: TrackerError) -> bool:
        """Whether trying again cannot help: this record is closed to us, or has failed again and again."""
        if closed(error):
            return False
        self._failures[row.id] += isinstance(error, TrackerRefused | TrackerMalformed)
        return isinstance(error, HOPELESS) or self._failures[row.id] >= MOST_FAILURES

    async def _take(self, client: TrackerClient, mapping: Mapping, row: Application, job: Opportunity) -> bool:
        try:
            live = await client.applications.get(row.id)
        except TrackerNotFound:
            await self._store.run(lambda t: remember(t, row, None))
            return False
        why = await self._store.read(lambda t: self._why_not(t, mapping, live))
        if why:
            await self._store.run(lambda t: self._listed(t, row, live.status_id, *why))
            return False
        person = await client.candidates.get(live.candidate_id)
        candidate = candidate_from(person, self._settings.country)
        arrival = self.arrival(mapping, candidate, job, row.id)
        return await self._store.run(lambda t: self._taken(t, row, live.status_id, arrival))

    def _why_not(self, tables: Tables, mapping: Mapping, live: Application) -> tuple[str, str] | None:
        """A code and a sentence where this is no arrival to be texted."""
        marks, now = marks_of(tables), self._now()
        if live.status_id not in mapping.statuses:
            return "left_again", f"reached {mapping.trigger} and had left it again before we saw it"
        if stood_before(tables, marks, live):
            return "stood_before", "stood at the stage before the job was mapped; `backfill` takes them"
        moment = moment_of(marks, live.updated, now - DAY)
        if moment is not None and now - moment > STALE:
            days = (now - moment) // DAY
            return (
                "stale",
                f"reached the stage {days} days ago, too long ago to text without being asked to; `start` begins by hand",
            )
        return None

    def _listed(self, tables: Tables, row: Application, status: int | None, code: str, why: str) -> None:
        remember(tables, row, status)
        name = row.candidate_name or f"Candidate {row.candidate_id}"
        sentence = f"{name}, job {row.job_id}: {why}"
        self._records(tables).note(row.candidate_id, "", row.job_id, code, sentence, self._now())
        if code != "stood_before":
            catchup.listed(tables, row.job_id, f"{name} {why}")

    def _taken(self, tables: Tables, row: Application, status: int | None, arrival: Arrival) -> bool:
        records, watched = self._records(tables), arrival.mapping.watched
        current = records.mapping(arrival.mapping.job)
        if current is None or not current.active or current.watched != watched:
            return False
        explicit = self._settings.consent == "explicit"
        taken = take(records, arrival, self._now(), explicit_consent=explicit)
        remember(tables, row, status)
        if taken in (Taken.STARTED, Taken.WAITING):
            catchup.taken(tables, row.job_id)
        elif taken is not Taken.KNOWN:
            catchup.listed(tables, row.job_id, f"{arrival.candidate.name} {SENTENCES[taken]}")
        return taken is Taken.STARTED

    async def left(self, client: TrackerClient, mapping: Mapping, row: Application) -> None:
        """Withdraw who is being screened and no longer stands at the trigger, by a live look.

        Who never stood there was started by hand, and stays.
        """
        try:
            status = (await client.applications.get(row.id)).status_id
        except TrackerNotFound:
            status = None

        def settle(tables: Tables) -> None:
            records = self._records(tables)
            seen = seen_of(tables, row.job_id, [row.id]).get(row.id)
            remember(tables, row, status)
            if seen is None or seen.status not in mapping.statuses:
                return
            s = records.of_application(mapping.job, row.candidate_id)
            if s is not None and s.open and s.application == row.id and status not in mapping.statuses:
                apply(records, s, Withdrawn(why="left the trigger stage in Tracker"), self._now())

        await self._store.run(settle)

    def screened(self, tables: Tables, row: Application) -> bool:
        """Whether this very application is being screened."""
        s = self._records(tables).of_application(row.job_id, row.candidate_id)
        return s is not None and s.open and s.application == row.id

    async def waiting(self, client: TrackerClient) -> int:
        """Take those who waited for their phone's other conversation, if that is over; answers how many."""
        rows = await self._store.read(self._free)
        started = 0
        for row in rows:
            started += await self._again(client, row)
        return started

    def _free(self, tables: Tables) -> list[dict[str, Any]]:
        records = self._records(tables)
        return [dict(r) for r in tables["queue"].all() if records.open_of_phone(r["phone"]) is None][:20]

    async def _again(self, client: TrackerClient, row: dict[str, Any]) -> bool:
        mapping = await self._store.read(lambda t: self._records(t).mapping(int(str(row["job"]))))
        read = None
        if mapping is not None and mapping.active:
            job = job_from(await client.jobs.get(mapping.job), confidential=mapping.confidential)
            read = await self.read_one(client, mapping, int(str(row["application"])), job)

        def again(tables: Tables) -> Taken | None:
            for found in tables["queue"].find(key=row["key"]):
                tables["queue"].remove(doc_ids=[found.doc_id])
            if read is None or mapping is None or read.status not in mapping.statuses:
                return None
            explicit = self._settings.consent == "explicit"
            return take(self._records(tables), read.arrival, self._now(), explicit_consent=explicit)

        return await self._store.run(again) is Taken.STARTED
