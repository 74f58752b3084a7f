"""Why: one sentence for everything that was held, blocked or skipped, and for what never began."""

from typing import Any

from bot.ats.errors import translated
from bot.ats.read import candidate_from, job_from, phone_of
from bot.ats.shapes import Candidate as Resource
from bot.ats.shapes import TrackerClient
from bot.desk.base import DeskBase
from bot.results import ENDINGS
from bot.slack.desk import Actor, Said
from bot.slack.text import escape, moment, shown
from bot.storage.store import Tables
from screening.agent import Mapping
from screening.calls import CallState
from screening.errors import PortFailed
from screening.intake import SENTENCES, Taken, verdict
from screening.screening import Screening
from screening.steps import place

MOST_MAPPINGS = 12  # looked through in Tracker for somebody we do not know
MOST_LINES = 20
MOST_NAMESAKES = 20


class Reasons(DeskBase):
    """Answers to `why`."""

    async def why(self, actor: Actor, candidate: str) -> Said:
        """One sentence for everything that was held, blocked or skipped."""
        if refused := await self.may(actor):
            return refused
        by = self._meant(candidate)
        meant = [by] if by else await self._named(candidate)
        lines = await self.store.read(lambda t: [line for one in meant for line in self._known(t, one, candidate)])
        if not lines:
            lines = await self._unknown(candidate)
        return Said(text="\n".join(f"• {line}" for line in lines[:MOST_LINES]))

    def _meant(self, typed: str) -> dict[str, Any]:
        """The rows that are meant: by Tracker id or phone; none for a name."""
        plain = typed.strip()
        if plain.isdecimal() and len(plain) < 10:
            return {"candidate": int(plain)}
        number = phone_of(plain, self.config.country) if any(c.isdigit() for c in plain) else ""
        return {"phone": number} if number else {}

    async def _named(self, typed: str) -> list[dict[str, Any]]:
        """Whom a name means: Tracker knows without our reading every screening; where it cannot be asked, we read them."""
        client = await self.client()
        try:
            with translated("Tracker"):
                found = await client.candidates.search(typed) if client is not None else []
        except PortFailed:
            found = []
        return [{"candidate": person.id} for person in found[:MOST_NAMESAKES]] or [{}]

    def _known(self, tables: Tables, by: dict[str, Any], typed: str) -> list[str]:
        records, low = self.records(tables), typed.strip().lower()
        if by:
            rows, notes = tables["screenings"].find(**by), tables["notes"].find(**by)
        else:
            rows = [r for r in tables["screenings"].all() if low in r["data"]["candidate"]["name"].lower()]
            notes = [n for n in tables["notes"].all() if n["sentence"].lower().startswith(low)]
        found = [self._how_it_stands(tables, row) for row in rows]
        told = [said for row in rows for said in _told(tables, row)]
        past = [n for n in notes if not n["sentence"].endswith(tuple(told))]
        found += [f"{escape(n['sentence'])} ({moment(n['at'])})" for n in past]
        phones = {r["phone"] for r in rows} | {n["phone"] for n in notes} | ({by["phone"]} if "phone" in by else set())
        for phone in sorted(p for p in phones if p):
            if why := records.opted_out(phone):
                found.append(f"…{phone[-4:]} opted out of texts: {escape(why)}.")
        return list(dict.fromkeys(found))

    def _how_it_stands(self, tables: Tables, row: Any) -> str:
        """How one screening stands, and what holds its next text."""
        s = self.records(tables).screening(row["gr"])
        if s is None:
            return ""
        who = f"{shown(s.candidate.name, 80)}, job {s.job.id} {shown(s.job.title, 80)}"
        why = f" ({escape(s.reason)})" if s.reason else ""
        state = "taken over by a recruiter" if s.taken_over else ENDINGS[s.status]
        script = self.records(tables).script(s.script)
        if s.open and script is not None:
            state += "".join(f", {at}" for at in (place(s, script), *_missed(s)) if at)
        waits = [f"; a {what} is held: {escape(said)}" for what, said in _held(tables, s.id)[:1]]
        return f"{who}: {state}{why}{''.join(waits)} - {s.id}"

    async def _unknown(self, typed: str) -> list[str]:
        """Why nothing ever began, as Tracker has it."""
        client = await self.client()
        nothing = f"Nothing was held or skipped for {shown(typed, 60)}: nothing is known of them."
        if client is None:
            return [f"{nothing} Tracker is not connected."]
        try:
            with translated("Tracker"):
                people = await self._people(client, typed)
                found = [line for p in people[:3] for line in await self._never_began(client, p)]
        except PortFailed as error:
            return [f"{nothing} {escape(str(error))}."]
        return found or [nothing]

    async def _people(self, client: TrackerClient, typed: str) -> list[Resource]:
        if typed.strip().isdecimal() and len(typed.strip()) < 10:
            return [await client.candidates.get(int(typed))]
        return await client.candidates.search(typed)

    async def _never_began(self, client: TrackerClient, person: Resource) -> list[str]:
        mappings = await self.store.read(lambda t: self.records(t).mappings())
        name = shown(f"{person.first_name} {person.last_name}", 80)
        found = []
        for mapping in mappings[:MOST_MAPPINGS]:
            for row in await client.applications.of_job(mapping.job):
                if row.candidate_id == person.id:
                    there = row.status_id in mapping.statuses
                    found.append(f"{name}: {await self._reason(client, mapping, person, there, row.status_name)}")
        return found or [f"{name} has no application on a mapped job, so nothing was begun."]

    async def _reason(self, client: TrackerClient, mapping: Mapping, person: Resource, there: bool, stage: str) -> str:
        job = f"job {mapping.job} {escape(mapping.title)}"
        if not there:
            at = f"stands at {escape(stage)}" if stage else "stands at another stage"
            return f"{at} on {job}; only {escape(mapping.trigger)} is screened."
        role = job_from(await client.jobs.get(mapping.job), confidential=mapping.confidential)
        arrival = self.watcher.arrival(mapping, candidate_from(person, self.config.country), role, 0)
        explicit = self.config.consent == "explicit"
        would = await self.store.read(lambda t: verdict(self.records(t), arrival, explicit_consent=explicit))
        if would in SENTENCES and would is not Taken.KNOWN:
            return f"{job}: {SENTENCES[would]}."
        return f"stood at {escape(mapping.trigger)} of {job} before it was mapped; `backfill {mapping.job}` takes them."


def _told(tables: Tables, row: Any) -> list[str]:
    """The sentences that the line of this screening holds already."""
    reason = row["data"].get("reason", "")
    return [said for _, said in _held(tables, row["gr"])[:1]] + ([reason] if reason else [])


def _held(tables: Tables, screening: str) -> list[tuple[str, str]]:
    """What of a screening is held, a text or a call, and the sentence why."""
    rows = [d for d in tables["outbox"].find(screening=screening) if d["state"] == "held" and d["reason"]]
    return [("call" if d["way"] == "call" else "text", str(d["reason"])) for d in rows]


def _missed(s: Screening) -> list[str]:
    """How the last call went, where it led to nothing."""
    last = s.calls[-1] if s.calls else None
    if last is None or last.state is not CallState.OVER:
        return []
    how = {"machine": "voicemail answered", "completed": "it was hung up"}.get(last.ended, last.ended.replace("-", " "))
    return [f"call {last.number}: {how} ({moment(last.at)})"]
