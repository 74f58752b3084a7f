"""People: backfill, candidates, start, stop, why, opt-out, pause."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from bot.ats.read import candidate_from, job_from, phone_of
from bot.desk.base import NOT_CONNECTED, DeskBase, job_id, no
from bot.results import ENDINGS
from bot.slack.desk import Actor, CandidateLine, Preview, Said
from bot.slack.text import escape
from bot.storage.store import Tables
from screening.agent import Mapping
from screening.errors import PortFailed
from screening.events import OptedOut, Withdrawn
from screening.intake import Arrival, Taken, take, verdict
from screening.screener import apply
from screening.screening import Status
from tracker.client import TrackerClient
from tracker.errors import TrackerError, TrackerNotFound
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


class People(DeskBase):
    """What concerns candidates."""

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

    async def candidates(self, actor: Actor, job: str, state: str, page: int) -> Sequence[CandidateLine] | Said:
        """A page of candidates."""
        id = job_id(job) if job else None
        equal: dict[str, Any] = ({"job": id} if id else {}) | ({"status": state} if state else {})
        ids = await self.store.read(lambda t: [r["gr"] for r in t["screenings"].find(**equal)])
        lines = []
        for gr in ids[page * 20 : page * 20 + 20]:
            r = await self.results.of(gr)
            s = r.screening
            score = "" if r.card.score is None or s.status is Status.IN_PROGRESS else f"{r.card.score}/100"
            lines.append(
                CandidateLine(
                    name=s.candidate.name,
                    job=f"{s.job.id} {s.job.title}",
                    status=ENDINGS[s.status],
                    score=score,
                    screening=s.id,
                )
            )
        return lines

    async def start(self, actor: Actor, candidate: str, job: str) -> Said:
        """Begin by hand."""
        id = job_id(job)
        mapping = await self.mapping(id) if id else None
        client = await self.client()
        if mapping is None or client is None or not candidate.strip().isdigit():
            return no("Give a candidate's Tracker id and a mapped job: `start 2080 1020`.")
        if refused := await self.may(actor, mapping.channel):
            return refused
        try:
            person = candidate_from(await client.candidates.get(int(candidate)), self.config.country)
            role = job_from(await client.jobs.get(mapping.job), confidential=mapping.confidential)
        except TrackerNotFound:
            return no(f"Tracker has no candidate {escape(candidate)}.")
        except TrackerError as error:
            return no(f"Tracker could not be read: {escape(str(error))}")
        arrival = self.watcher.arrival(mapping, person, role, 0)
        taken = await self.store.run(lambda t: take(self.records(t), arrival, self.now(), again=True))
        return Said(
            text=f"{escape(person.name)} {WORDS[taken]}." + (f" ({arrival.id})" if taken is Taken.STARTED else ""),
            ok=taken is Taken.STARTED,
        )

    async def stop(self, actor: Actor, screening: str) -> Said:
        """Stop one screening."""

        def run(tables: Tables) -> bool:
            records = self.records(tables)
            s = records.screening(screening)
            if s is None or not s.open:
                return False
            apply(records, s, Withdrawn(why=f"stopped by {actor.user}"), self.now())
            return True

        if refused := await self.may(actor, actor.channel):
            return refused
        return (
            Said(text=f"{screening} is stopped.")
            if await self.store.run(run)
            else no(f"{escape(screening)} is not an open screening.")
        )

    async def pause(self, actor: Actor, job: str, on: bool) -> Said:
        """No text is begun meanwhile."""
        id = job_id(job) if job else None
        if refused := await self.may(actor, actor.channel):
            return refused

        def run(tables: Tables) -> None:
            if id is None:
                self.records(tables).set_value("pause", on=on)
            else:
                tables["mappings"].update({"paused": on}, doc_ids=[d.doc_id for d in tables["mappings"].find(job=id)])

        await self.store.run(run)
        what = f"Job {id}" if id else "Everything"
        return Said(text=f"{what} is paused: no text is begun." if on else f"{what} goes on.")

    async def why(self, actor: Actor, candidate: str) -> Said:
        """One sentence for everything that was held, blocked or skipped."""
        phone = phone_of(candidate, self.config.country)
        by = (
            {"candidate": int(candidate)}
            if candidate.strip().isdigit() and len(candidate.strip()) < 10
            else {"phone": phone}
        )

        def run(tables: Tables) -> list[str]:
            records = self.records(tables)
            notes = [r["sentence"] for r in tables["notes"].find(**by)]
            for row in tables["screenings"].find(**by):
                s = records.screening(row["gr"])
                if s is not None:
                    why = records.opted_out(s.candidate.phone)
                    notes.append(
                        f"{s.candidate.name}, job {s.job.id} {s.job.title}: {ENDINGS[s.status]}"
                        + (f" ({s.reason})" if s.reason else "")
                        + f" - {s.id}"
                    )
                    notes += [f"{s.candidate.name} opted out: {why}"] if why else []
            return list(dict.fromkeys(notes))

        lines = await self.store.read(run)
        return Said(
            text="\n".join(f"• {escape(x)}" for x in lines)
            or f"Nothing was held or skipped for {escape(candidate)}: nothing is known of them."
        )

    async def optout(self, actor: Actor, phone: str, reason: str) -> Said:
        """A recorded opt-out."""
        number = phone_of(phone, self.config.country)
        if not number:
            return no(f"“{escape(phone)}” is no phone number.")
        if refused := await self.may(actor, actor.channel):
            return refused

        def run(tables: Tables) -> None:
            records = self.records(tables)
            why = f"recorded by {actor.user}: {reason or 'no reason given'}"
            records.opt_out(number, why, self.now())
            records.drop_texts(number, why)
            s = records.open_of_phone(number)
            if s is not None:
                apply(records, s, OptedOut(why=why), self.now())

        await self.store.run(run)
        return Said(text=f"…{number[-4:]} is opted out. Only START from that phone undoes it.")


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
