"""Watching the mapped jobs: what the search index tells anew is followed, then the mark moves."""

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import Callable, Iterable
from collections.abc import Mapping as Map
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Final

import structlog

from bot.ats import catchup
from bot.ats.arrivals import Arrivals, Read, new_id
from bot.ats.connection import Connection
from bot.ats.errors import closed
from bot.ats.hints import hinted, take_hints
from bot.ats.look import Look
from bot.ats.read import job_from
from bot.ats.sight import having_met, keep_marks, marks_of, remember, seen_of
from bot.ats.trouble import Trouble
from bot.settings import Settings
from bot.storage.repositories import Repositories
from bot.storage.store import Store, Tables
from screening.agent import Mapping
from screening.intake import Arrival
from screening.people import Candidate, Opportunity
from screening.ports import Order
from tracker.changes import Seen, latest, news, wide_floor
from tracker.client import TrackerClient
from tracker.errors import TrackerError, TrackerNotFound
from tracker.records import Application

log = structlog.get_logger(__name__)
HURRY: Final = 2_000  # ms between turns that were hurried
MOST_HINTS: Final = 50
GAP: Final = 10 * 60_000  # ms without a good turn: longer than that is told
MOST_ARRIVALS: Final = 40  # followed in one turn; the others in the next


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
        self._records, self._now = records, now
        self._look = Look(settings.tracker_per_minute)
        self._arrivals = Arrivals(store, settings, records, now, new_id)
        self._trouble = Trouble(store, records, now)
        self._turn = asyncio.Lock()
        self._hurried, self._hurrying = 0, None  # type: tuple[int, asyncio.Task[None] | None]
        self.changed: Callable[[str, int], None] = lambda kind, id: None  # told of jobs and candidates that changed

    async def run_once(self, now: int) -> int:
        """One turn; answers how many screenings began."""
        client = await self._connection.client()
        if client is None:
            return 0
        async with self._turn:
            try:
                taken = await self._watched(client, now) + await self._arrivals.waiting(client)
            except TrackerError as error:
                log.warning("Tracker was not watched", why=str(error))
                await self._trouble.met(error)
                return 0
        await self._trouble.over()
        await self._connection.save_ways()
        return taken

    async def _watched(self, client: TrackerClient, now: int) -> int:
        mappings = {m.job: m for m in await self._store.read(lambda t: self._records(t).mappings())}
        if not mappings:
            return 0
        await self._store.run(lambda t: self._gap(t, now))
        hinted = await self._hinted(client, mappings)
        rows, began = await self._look_around(client, mappings, now)
        taken = hinted + await self._follow(client, mappings, rows)
        left_over = await self._unfollowed(mappings, rows)
        if error := self._look.failed():
            raise error
        await self._store.run(lambda t: self._turned(t, mappings, 0 if left_over else began or 0, now))
        return taken

    def _gap(self, tables: Tables, now: int) -> None:
        turned = marks_of(tables).turned
        if turned and now - turned > max(GAP, 3000 * self._settings.poll_seconds):
            catchup.begin(tables, turned, now)

    async def _look_around(
        self, client: TrackerClient, mappings: Map[int, Mapping], now: int
    ) -> tuple[list[Application], int | None]:
        """The rows of this turn's looks, and when the wide one began if it has come to its end."""
        marks = await self._store.read(marks_of)
        jobs, statuses = list(mappings), sorted({s for m in mappings.values() for s in m.statuses})
        floor = wide_floor(datetime.fromtimestamp(marks.swept / 1000, UTC)) if marks.swept else ""
        rows = await self._look.movers(client, now, marks.newest)
        rows += await self._look.wide(client, now, floor, jobs, statuses)
        began = self._look.wide_ended(now)
        rows += await self._look.quick(client, now, marks.newest, statuses)
        met = [row.updated for row in rows]
        await self._store.run(lambda t: keep_marks(t, having_met(marks_of(t), met, self._now())))
        return [row for row in rows if row.job_id in mappings], began

    def _turned(self, tables: Tables, mappings: dict[int, Mapping], began: int, now: int) -> None:
        marks = marks_of(tables)
        keep_marks(tables, replace(marks, turned=now, swept=max(marks.swept, began)))
        if began:
            catchup.end(tables, self._records(tables), mappings, self._settings.time_zone, now)

    async def _unfollowed(self, mappings: Map[int, Mapping], rows: Iterable[Application]) -> bool:
        """Whether anything of this turn is still to be followed: then the mark must not move."""
        found = await self._news(rows)
        return any(_arrives(mappings[row.job_id], seen, row) for row, seen in found)

    async def _news(self, rows: Iterable[Application]) -> list[tuple[Application, Seen | None]]:
        by_job: dict[int, list[Application]] = defaultdict(list)
        for row in latest(rows):
            by_job[row.job_id].append(row)

        def read(tables: Tables) -> list[tuple[Application, Seen | None]]:
            found = []
            for job, some in by_job.items():
                seen = seen_of(tables, job, [row.id for row in some])
                found += [(row, seen.get(row.id)) for row in news(seen, some)]
            return found

        return await self._store.read(read)

    async def _follow(self, client: TrackerClient, mappings: Map[int, Mapping], rows: Iterable[Application]) -> int:
        """Follow what is new; answers how many screenings began."""
        arrived: dict[int, list[Application]] = defaultdict(list)
        for row, seen in await self._news(rows):
            mapping = mappings[row.job_id]
            if _arrives(mapping, seen, row):
                arrived[row.job_id].append(row)
            elif _leaves(mapping, seen, row) and await self._store.read(partial(self._arrivals.screened, row=row)):
                await self._arrivals.left(client, mapping, row)
            elif seen is not None or row.status_id in mapping.statuses:
                await self._store.run(partial(remember, row=row, status=row.status_id))
        return await self._arrive(client, mappings, arrived)

    async def _arrive(
        self, client: TrackerClient, mappings: Map[int, Mapping], arrived: Map[int, list[Application]]
    ) -> int:
        taken, room, failed = 0, MOST_ARRIVALS, None
        for job, rows in arrived.items():
            if len(rows) > self._settings.surge:
                await self._store.run(partial(self._surge, mapping=mappings[job], rows=rows))
                continue
            role = job_from(await client.jobs.get(job), confidential=mappings[job].confidential)
            for row in rows[: max(0, room)]:
                room -= 1
                try:
                    taken += await self._arrivals.take(client, mappings[job], row, role)
                except TrackerError as error:
                    if closed(error):
                        raise
                    log.warning("an arrival could not be read", job=job, application=row.id, why=str(error))
                    failed = error
        if failed is not None and not taken:
            raise failed
        return taken

    def _surge(self, tables: Tables, mapping: Mapping, rows: list[Application]) -> None:
        seen = seen_of(tables, mapping.job, [row.id for row in rows])
        rows = news(seen, rows)  # another process may have told of them
        for row in rows:
            remember(tables, row, row.status_id)
        if not rows:
            return
        records, token = self._records(tables), f"surge:{mapping.job}:{self._now()}"
        records.set_value(token, job=mapping.job, applications=[r.id for r in rows])
        text = f"{len(rows)} people reached {mapping.trigger} of job {mapping.job} {mapping.title} at once. Nobody is texted until somebody confirms."
        payload = {"text": text, "confirm": token, "channel": mapping.channel, "count": len(rows)}
        records.order(Order(key=token, way="notice", lane=f"notice:{mapping.job}", payload=payload), self._now())

    async def hurry(self, now: int) -> None:
        """Turn soon if Tracker said that something changed; the turn goes on after this has answered."""
        if now - self._hurried < HURRY or (self._hurrying and not self._hurrying.done()):
            return
        if await self._store.read(hinted):
            self._hurried = now
            self._hurrying = asyncio.create_task(self._quietly(now))

    async def hurried(self) -> None:
        """Wait for the turn that was hurried, if there is one."""
        if self._hurrying is not None:
            await self._hurrying

    async def _quietly(self, now: int) -> None:
        try:
            await self.run_once(now)
        except Exception:
            log.exception("a hurried turn failed")

    async def _hinted(self, client: TrackerClient, mappings: Map[int, Mapping]) -> int:
        """Follow the records that Tracker named: they are read live, before the search knows of them."""
        if not await self._store.read(hinted):
            return 0
        hints = await self._store.run(take_hints)
        for kind in ("job", "candidate"):
            for id in hints.get(f"{kind}s", ()):
                self.changed(kind, id)
        rows = []
        for id in hints.get("applications", ())[:MOST_HINTS]:
            with contextlib.suppress(TrackerNotFound):
                rows.append(await client.applications.get(id))
        return await self._follow(client, mappings, [row for row in rows if row.job_id in mappings])

    def arrival(self, mapping: Mapping, candidate: Candidate, job: Opportunity, application: int) -> Arrival:
        """What the intake is given."""
        return self._arrivals.arrival(mapping, candidate, job, application)

    async def read_one(
        self, client: TrackerClient, mapping: Mapping, application: int, job: Opportunity
    ) -> Read | None:
        """One application, live; None where Tracker no longer has it."""
        return await self._arrivals.read_one(client, mapping, application, job)


def _arrives(mapping: Mapping, seen: Seen | None, row: Application) -> bool:
    """Whether the row tells of somebody at the trigger who did not stand there as far as we know."""
    standing = seen is not None and seen.status in mapping.statuses
    return row.status_id in mapping.statuses and not standing


def _leaves(mapping: Mapping, seen: Seen | None, row: Application) -> bool:
    """Whether the row tells of somebody elsewhere who stood at the trigger; who was begun elsewhere does not leave it."""
    stood = seen is not None and seen.status in mapping.statuses
    return stood and row.status_id not in mapping.statuses
