"""Watching the mapped jobs: who reached the trigger since the last poll is taken, then the snapshot moves."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import structlog

from bot.ats.connection import Connection
from bot.ats.errors import translated
from bot.ats.read import candidate_from, job_from
from bot.settings import Settings
from bot.storage.repositories import Repositories
from bot.storage.store import Store, Tables
from screening.agent import Mapping
from screening.errors import PortFailed
from screening.events import Withdrawn
from screening.intake import Arrival, Taken, take
from screening.people import Candidate, Opportunity
from screening.screener import apply
from tracker.client import TrackerClient
from tracker.errors import TrackerError, TrackerNotFound
from tracker.records import Application

log = structlog.get_logger(__name__)


def new_id() -> str:
    """An unguessable screening id."""
    return f"GR-{secrets.token_hex(5).upper()}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """One application as Tracker has it now, with its people."""

    arrival: Arrival
    status: int | None


class Watcher:
    """The loop over mapped jobs."""

    def __init__(
        self,
        *,
        store: Store,
        connection: Connection,
        settings: Settings,
        records: Callable[[Tables], Repositories],
        now: Callable[[], int],
        new_id: Callable[[], str] = new_id,
    ) -> None:
        self._store, self._connection, self._settings = store, connection, settings
        self._records, self._now, self._new_id = records, now, new_id

    async def run_once(self, now: int) -> int:
        """Poll every mapped job once; answers how many people were taken."""
        client = await self._connection.client()
        if client is None or not client.has_token:
            return 0
        mappings = await self._store.read(lambda t: self._records(t).mappings())
        taken = 0
        for mapping in mappings:
            try:
                taken += await self._poll(client, mapping)
            except TrackerError as error:
                log.warning("poll failed", job=mapping.job, why=str(error))
        return taken + await self._waiting(client)

    async def _poll(self, client: TrackerClient, mapping: Mapping) -> int:
        rows = await client.applications.of_job(mapping.job)
        known = await self._store.read(lambda t: _known(t, mapping.job))
        moved = [r for r in rows if r.id not in known or known[r.id] != r.status_id]
        arrivals = [r for r in moved if r.status_id in mapping.statuses and known.get(r.id) not in mapping.statuses]
        rest = [r for r in moved if r not in arrivals]
        if rest:
            await self._store.run(lambda t: self._left(t, mapping, rest))
        if len(arrivals) > self._settings.surge:
            await self._store.run(lambda t: self._surge(t, mapping, arrivals))
            return 0
        job = await client.jobs.get(mapping.job) if arrivals else None
        taken = 0
        for row in arrivals:
            taken += (
                await self._arrive(client, mapping, row, job_from(job, confidential=mapping.confidential)) if job else 0
            )
        return taken

    async def _arrive(self, client: TrackerClient, mapping: Mapping, row: Application, job: Opportunity) -> int:
        live = await client.applications.get(row.id)
        if live.status_id not in mapping.statuses:
            return 0
        person = await client.candidates.get(live.candidate_id)
        arrival = self.arrival(mapping, candidate_from(person, self._settings.country), job, row.id)

        def take_it(tables: Tables) -> Taken:
            records = self._records(tables)
            current = records.mapping(mapping.job)
            if current is None or not current.active or current.watched != mapping.watched:
                return Taken.KNOWN
            taken = take(records, arrival, self._now(), explicit_consent=self._settings.consent == "explicit")
            _remember(tables, mapping.job, row.id, live.status_id)
            return taken

        return int(await self._store.run(take_it) is Taken.STARTED)

    def arrival(self, mapping: Mapping, candidate: Candidate, job: Opportunity, application: int) -> Arrival:
        """What the intake is given."""
        zones = candidate.zones
        zone = zones[0] if zones else self._settings.time_zone
        return Arrival(
            mapping=mapping,
            candidate=candidate,
            job=job,
            application=application,
            id=self._new_id(),
            brand=self._settings.brand,
            zone=zone,
        )

    def _left(self, tables: Tables, mapping: Mapping, rows: list[Application]) -> None:
        records = self._records(tables)
        for row in rows:
            _remember(tables, mapping.job, row.id, row.status_id)
            s = records.of_application(mapping.job, row.candidate_id)
            if s is not None and s.open and s.application == row.id and row.status_id not in mapping.statuses:
                apply(records, s, Withdrawn(why="left the trigger stage in Tracker"), self._now())

    def _surge(self, tables: Tables, mapping: Mapping, rows: list[Application]) -> None:
        for row in rows:
            _remember(tables, mapping.job, row.id, row.status_id)
        records = self._records(tables)
        ids = [r.id for r in rows]
        token = f"surge:{mapping.job}:{self._now()}"
        records.set_value(token, job=mapping.job, applications=ids)
        from screening.ports import Order

        text = f"{len(rows)} people reached {mapping.trigger} of job {mapping.job} {mapping.title} at once. Nobody is texted until somebody confirms."
        records.order(
            Order(
                key=token,
                way="notice",
                lane=f"notice:{mapping.job}",
                payload={"text": text, "confirm": token, "channel": mapping.channel},
            ),
            self._now(),
        )

    async def baseline(self, client: TrackerClient, job: int) -> list[Application]:
        """Everyone on the job, as it stands now; read before `map` answers."""
        with translated(f"job {job}"):
            return await client.applications.of_job(job)

    async def read_one(
        self, client: TrackerClient, mapping: Mapping, application: int, job: Opportunity
    ) -> Read | None:
        """One application, live; None where Tracker no longer has it."""
        try:
            live = await client.applications.get(application)
            person = await client.candidates.get(live.candidate_id)
        except TrackerNotFound:
            return None
        return Read(
            arrival=self.arrival(mapping, candidate_from(person, self._settings.country), job, application),
            status=live.status_id,
        )

    async def _waiting(self, client: TrackerClient) -> int:
        rows = await self._store.read(self._free)
        started = 0
        for row in rows:
            try:
                started += await self._retry(client, row)
            except (TrackerError, PortFailed) as error:
                log.warning("waiting candidate not read", job=row["job"], why=str(error))
        return started

    def _free(self, tables: Tables) -> list[dict[str, Any]]:
        records = self._records(tables)
        return [dict(r) for r in tables["queue"].all() if records.open_of_phone(r["phone"]) is None][:20]

    async def _retry(self, client: TrackerClient, row: dict[str, Any]) -> int:
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
            return take(self._records(tables), read.arrival, self._now())

        return int(await self._store.run(again) is Taken.STARTED)


def _known(tables: Tables, job: int) -> dict[int, int | None]:
    return {r["application"]: r["status"] for r in tables["stages"].find(job=job)}


def _remember(tables: Tables, job: int, application: int, status: int | None) -> None:
    key = f"{job}:{application}"
    row = tables["stages"].first(key=key)
    doc = {"key": key, "job": job, "application": application, "status": status}
    if row is None:
        tables["stages"].insert(doc)
    else:
        tables["stages"].update(doc, doc_ids=[row.doc_id])


def remember_all(tables: Tables, job: int, rows: list[Application]) -> None:
    """Take the rows as the job's baseline."""
    for row in rows:
        _remember(tables, job, row.id, row.status_id)
