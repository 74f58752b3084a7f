"""Backfill: those who stand at the trigger stage already, after a preview, with progress in one message."""

import asyncio
from collections import Counter
from datetime import date
from functools import partial
from typing import Any

from bot.ats.read import job_from
from bot.desk.base import NOT_CONNECTED, DeskBase, job_id, no
from bot.slack.desk import Actor, Preview, Said
from bot.slack.text import escape
from bot.storage.store import Tables
from screening.agent import Mapping
from screening.errors import PortFailed
from screening.intake import Arrival, Taken, take, verdict
from tracker.client import TrackerClient
from tracker.errors import TrackerError
from tracker.records import Application

WORDS = {
    Taken.STARTED: "will be texted",
    Taken.KNOWN: "screened before",
    Taken.NO_PHONE: "without a usable phone",
    Taken.OPTED_OUT: "opted out",
    Taken.DO_NOT_USE: "marked Do Not Use",
    Taken.NO_CONSENT: "without consent",
    Taken.WAITING: "in another conversation (they wait)",
    Taken.JOB_CLOSED: "on a closed job",
    Taken.NO_AGENT: "without a published agent",
}


class Backfills(DeskBase):
    """Taking those who reached the stage before it was mapped."""

    async def _at_trigger(self, client: TrackerClient, mapping: Mapping, until: str) -> tuple[list[Application], int]:
        rows = await client.applications.of_job(mapping.job)
        early = [r for r in rows if not until or not r.created or r.created[:10] <= until]
        there = [r for r in early if r.status_id in mapping.statuses]
        return there, len(early) - len(there)

    async def preview_backfill(self, actor: Actor, job: str, until: str) -> Preview | Said:
        """Who would be texted, and who not, and why."""
        id = job_id(job)
        mapping = await self.mapping(id) if id else None
        client = await self.client()
        if mapping is None:
            return no(f"Job {escape(job)} is not mapped; map it first.")
        if refused := await self.may(actor, mapping.channel):
            return refused
        if client is None:
            return NOT_CONNECTED
        if until and not _is_day(until):
            return no(f"“{escape(until)}” is no day: give until=YYYY-MM-DD.")
        try:
            counts, ids, elsewhere = await self._count(client, mapping, until)
        except TrackerError as error:
            return no(f"Tracker could not be read: {escape(str(error))}")
        token = f"backfill:{mapping.job}:{self.now()}"
        await self.store.run(lambda t: self.records(t).set_value(token, job=mapping.job, applications=ids, done=False))
        n = counts[Taken.STARTED] + counts[Taken.WAITING]
        reasons = "".join(f"\n• {c} {WORDS[k]}" for k, c in counts.items() if k is not Taken.STARTED)
        away = f"\n• {elsewhere} elsewhere on the job (not texted)" if elsewhere else ""
        text = (
            f"Backfill of job {mapping.job} *{escape(mapping.title)}*, trigger {escape(mapping.trigger)}: {n} to be screened."
            + reasons
            + away
        )
        return Preview(text=text if n else f"{text}\nThere is nobody to add (0).", count=n, token=token)

    async def _count(
        self, client: TrackerClient, mapping: Mapping, until: str
    ) -> tuple[Counter[Taken], list[int], int]:
        rows, elsewhere = await self._at_trigger(client, mapping, until)
        job = job_from(await client.jobs.get(mapping.job), confidential=mapping.confidential)
        counts: Counter[Taken] = Counter()
        ids = []
        for row in rows:
            read = await self.watcher.read_one(client, mapping, row.id, job)
            if read is None or read.status not in mapping.statuses:
                continue
            found = await self.store.read(partial(self._verdict, read.arrival))
            counts[found] += 1
            ids.append(row.id)
        return counts, ids, elsewhere

    def _verdict(self, arrival: Arrival, tables: Tables) -> Taken:
        return verdict(self.records(tables), arrival, explicit_consent=self.config.consent == "explicit")

    async def confirm_backfill(self, actor: Actor, token: str) -> Said:
        """Take them, with progress in one message; ends with how many were added."""
        claimed = await self.store.run(lambda t: self._claim_token(t, token))
        if claimed is None:
            return no("This backfill was confirmed or cancelled before.")
        mapping = await self.mapping(int(claimed["job"]))
        client = await self.client()
        if mapping is None or client is None:
            return no("The job is no longer mapped, or Tracker is not connected.")
        if refused := await self.may(actor, mapping.channel):
            return refused
        return await self._take_all(client, mapping, claimed["applications"])

    confirm_surge = confirm_backfill

    def _claim_token(self, tables: Tables, token: str) -> dict[str, Any] | None:
        records = self.records(tables)
        value = records.value(token)
        if not value or value.get("done"):
            return None
        records.set_value(token, **{k: v for k, v in value.items() if k != "name"} | {"done": True})
        return value

    async def _take_all(self, client: TrackerClient, mapping: Mapping, ids: list[int]) -> Said:
        text = f"Backfill of job {mapping.job}: 0 of {len(ids)} done…"
        place = await self.post.post(mapping.channel, text)
        job = job_from(await client.jobs.get(mapping.job), confidential=mapping.confidential)
        added, last = 0, self.now()
        for number, id in enumerate(ids, 1):
            added += await self._take_one(client, mapping, id, job)
            if self.now() - last > 2500:
                last = self.now()
                await self._edit(place, f"Backfill of job {mapping.job}: {number} of {len(ids)} done…")
        final = f"Backfill of job {mapping.job} *{escape(mapping.title)}* is done: {added} added."
        await self._edit(place, final)
        return Said(text=final)

    async def _edit(self, place: tuple[str, str], text: str) -> None:
        for _ in range(3):
            try:
                await self.post.update(*place, text)
                return
            except PortFailed as error:
                await asyncio.sleep(error.retry_after or 1)

    async def _take_one(self, client: TrackerClient, mapping: Mapping, id: int, job: Any) -> int:
        read = await self.watcher.read_one(client, mapping, id, job)
        if read is None or read.status not in mapping.statuses:
            return 0
        consent = self.config.consent == "explicit"
        taken = await self.store.run(
            lambda t: take(self.records(t), read.arrival, self.now(), explicit_consent=consent)
        )
        return int(taken in (Taken.STARTED, Taken.WAITING))

    async def cancel_backfill(self, actor: Actor, token: str) -> Said:
        """Nobody is texted."""
        await self.store.run(lambda t: self._claim_token(t, token))
        return Said(text="Cancelled: nobody is texted.")


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
