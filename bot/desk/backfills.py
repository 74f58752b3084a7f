"""Backfill: those who stand at the trigger stage already, after a preview, with progress in one message."""

from collections import Counter
from datetime import date
from functools import partial

from bot.ats.read import job_from
from bot.ats.shapes import Application, TrackerClient, TrackerError
from bot.ats.standing import elsewhere, standing
from bot.backfill_rows import RUNNING, begin, change, drop_list, how_many
from bot.desk.base import NOT_CONNECTED, DeskBase, job_id, no
from bot.slack.desk import Actor, Preview, Said
from bot.slack.text import escape
from bot.storage.store import Tables
from screening.agent import Mapping
from screening.intake import Arrival, Taken, verdict

MOST_PAGES = 200  # turned to count those elsewhere on the job
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


TOKENS = ("backfill:", "surge:", "people:")
MOST_READ = 60  # people whom a preview reads one by one


class Backfills(DeskBase):
    """Taking those who reached the stage before it was mapped."""

    async def _at_trigger(self, client: TrackerClient, mapping: Mapping, until: str) -> tuple[list[Application], int]:
        there = await standing(client, mapping.job, mapping.statuses)
        others = await elsewhere(client, mapping.job, mapping.statuses, MOST_PAGES)
        return [r for r in there if _early(r, until)], sum(_early(r, until) for r in others)

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
        if running := await self._running(mapping.job):
            return no(running)
        if until and not _is_day(until):
            return no(f"“{escape(until)}” is no day: give until=YYYY-MM-DD.")
        try:
            counts, ids, elsewhere = await self._count(client, mapping, until)
        except TrackerError as error:
            return no(f"Tracker could not be read: {escape(str(error))}")
        token = f"backfill:{mapping.job}:{self.now()}"
        await self.store.run(lambda t: self.records(t).set_value(token, job=mapping.job, applications=ids))
        n = counts[Taken.STARTED] + counts[Taken.WAITING]
        reasons = "".join(f"\n• {c} {WORDS[k]}" for k, c in counts.items() if k is not Taken.STARTED)
        away = f"\n• {elsewhere} elsewhere on the job (not texted)" if elsewhere else ""
        text = (
            f"Backfill of job {mapping.job} *{escape(mapping.title)}*, trigger {escape(mapping.trigger)}: {n} to be screened."
            + reasons
            + away
        )
        if len(ids) > MOST_READ:
            text += "\nPhone, opt-out and consent are looked at for each as they are taken."
        return Preview(text=text if n else f"{text}\nThere is nobody to add (0).", count=n, token=token)

    async def _running(self, job: int) -> str:
        """Where a backfill of the job is under way: where to look."""

        def look(tables: Tables) -> str:
            records = self.records(tables)
            rows = [records.value(token) for token in records.value(RUNNING).get("tokens", [])]
            return next((str(row["channel"]) for row in rows if int(row["job"]) == job), "")

        channel = await self.store.read(look)
        return f"A backfill of job {job} is under way already: <#{channel}> shows how it goes." if channel else ""

    async def _count(
        self, client: TrackerClient, mapping: Mapping, until: str
    ) -> tuple[Counter[Taken], list[int], int]:
        rows, elsewhere = await self._at_trigger(client, mapping, until)
        if len(rows) > MOST_READ:
            return await self._known_of(mapping, rows), [row.id for row in rows], elsewhere
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

    async def _known_of(self, mapping: Mapping, rows: list[Application]) -> Counter[Taken]:
        """Of many people only who was screened before: reading each would spend Tracker's budget for the preview alone."""

        def count(tables: Tables) -> int:
            records = self.records(tables)
            return sum(records.of_application(mapping.job, row.candidate_id) is not None for row in rows)

        known = await self.store.read(count)
        return Counter({Taken.STARTED: len(rows) - known, **({Taken.KNOWN: known} if known else {})})

    def _verdict(self, arrival: Arrival, tables: Tables) -> Taken:
        return verdict(self.records(tables), arrival, explicit_consent=self.config.consent == "explicit")

    async def confirm_backfill(self, actor: Actor, token: str) -> Said:
        """Take them; progress is shown in one message of the job's channel."""
        row = await self.store.read(lambda t: self.records(t).value(token))
        if not token.startswith(TOKENS) or not row:
            return no("This backfill is no longer known; ask for it again.")
        mapping = await self.mapping(int(row["job"]))
        if mapping is None:
            return no("The job is no longer mapped.")
        if refused := await self.may(actor, mapping.channel):
            return refused
        if not await self.store.run(lambda t: self._begin(t, token, mapping.channel)):
            return no("This backfill was confirmed or cancelled before.")
        many = how_many(row)
        return Said(
            text=f"The {'list for' if row.get('people') else 'backfill of'} job {mapping.job} has begun: {many} people are looked at. <#{mapping.channel}> shows how it goes."
        )

    confirm_surge = confirm_backfill

    def _begin(self, tables: Tables, token: str, channel: str) -> bool:
        records = self.records(tables)
        if records.value(token).get("state"):
            return False
        begin(records, token, channel)
        return True

    async def cancel_backfill(self, actor: Actor, token: str) -> Said:
        """Nobody more is texted."""
        row = await self.store.read(lambda t: self.records(t).value(token))
        if not token.startswith(TOKENS) or not row:
            return no("This backfill is no longer known.")
        mapping = await self.mapping(int(row["job"]))
        if refused := await self.may(actor, mapping.channel if mapping else ""):
            return refused
        state = await self.store.run(lambda t: self._cancel(t, token))
        if state == "running":
            return Said(text="Cancelled: nobody more is added. Who was added before keeps their screening.")
        return Said(text="Cancelled: nobody is texted.")

    def _cancel(self, tables: Tables, token: str) -> str:
        records = self.records(tables)
        state = str(records.value(token).get("state") or "")
        change(records, token, state=state or "cancelled", cancelled=True)
        if not state:
            drop_list(tables, records, token)
        return state


def _early(row: Application, until: str) -> bool:
    """Whether somebody applied up to and including that day; blank: always."""
    return not until or not row.created or row.created[:10] <= until


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
