"""People: who is being screened, starting and stopping by hand, pauses, opt-outs."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.ats.errors import translated
from bot.ats.read import candidate_from, job_from, phone_of
from bot.ats.shapes import Candidate as Resource
from bot.ats.shapes import TrackerClient
from bot.desk.backfills import WORDS
from bot.desk.base import NOT_CONNECTED, DeskBase, job_id, no
from bot.results import ENDINGS
from bot.slack.desk import CANDIDATES_PAGE, Actor, CandidateLine, Said
from bot.slack.text import escape, shown
from bot.slack.words import screening_id
from bot.storage.repositories import WAITING
from bot.storage.store import Tables
from screening.agent import Mapping
from screening.errors import PortFailed
from screening.events import OptedOut, Withdrawn
from screening.intake import Arrival, Taken, take
from screening.screener import apply
from screening.screening import Status
from screening.steps import place

OFFERED = 8  # people of one name


class People(DeskBase):
    """What concerns candidates."""

    async def candidates(self, actor: Actor, job: str, state: str, page: int) -> Sequence[CandidateLine] | Said:
        """A page of candidates, the youngest first."""
        id = job_id(job) if job else None
        states = (*(s.value for s in Status), WAITING)
        if state and state not in states:
            return no(f"state is one of: {', '.join(states)}.")
        mapping = await self.mapping(id) if id else None
        if refused := await self.may(actor, mapping.channel if mapping else ""):
            return refused
        ids = await self.store.read(lambda t: _page(t, id, state, page))
        return [await self._line(gr) for gr in ids]

    async def _line(self, gr: str) -> CandidateLine:
        r = await self.results.of(gr)
        s = r.screening
        score = "" if r.card.score is None or s.open else f"{r.card.score}/100"
        ending = "taken over" if s.taken_over else ENDINGS[s.status]
        at = place(s, r.script) if s.open else ""
        return CandidateLine(
            name=s.candidate.name,
            job=f"{s.job.id} {s.job.title}",
            status=f"{ending}, {at}" if at else ending,
            score=score,
            screening=s.id,
        )

    async def start(self, actor: Actor, candidate: str, job: str) -> Said:
        """Begin by hand; who was screened for the job before is offered to start again."""
        return await self._start(actor, candidate, job, again=False)

    async def start_again(self, actor: Actor, again: str) -> Said:
        """Screen somebody once more."""
        candidate, _, job = again.partition(":")
        return await self._start(actor, candidate, job, again=True)

    async def _start(self, actor: Actor, candidate: str, job: str, *, again: bool) -> Said:
        id = job_id(job)
        mapping = await self.mapping(id) if id else None
        client = await self.client()
        if mapping is None:
            return no(f"Job {shown(job, 60)} is not mapped. `mappings` lists those that are.")
        if client is None:
            return NOT_CONNECTED
        if refused := await self.may(actor, mapping.channel):
            return refused
        try:
            with translated("Tracker"):
                person = await self._person(client, candidate)
                if isinstance(person, Said):
                    return person
                arrival = await self._arrival(client, mapping, person)
        except PortFailed as error:
            return no(f"Nobody was started: {escape(str(error))}.")
        arrival = replace(arrival, by=actor.user)
        taken = await self.store.run(lambda t: take(self.records(t), arrival, self.now(), again=again))
        name = escape(arrival.candidate.name)
        if taken is Taken.KNOWN:
            offer = f"{arrival.candidate.id}:{mapping.job}"
            return Said(text=f"{name} was screened for job {mapping.job} before. Start again?", ok=False, again=offer)
        started = taken is Taken.STARTED
        more = f" ({arrival.id})" if started else ""
        more += " The result is not written to Tracker (write_back=off)." if mapping.write_back == "off" else ""
        return Said(text=f"{name} {WORDS[taken]}.{more}", ok=started)

    async def _person(self, client: TrackerClient, typed: str) -> Resource | Said:
        """Whom a Tracker id, a phone or a name means."""
        if typed.strip().isdecimal() and len(typed.strip()) < 10:
            return await client.candidates.get(int(typed))
        found = await client.candidates.search(typed)
        if not found:
            return no(f"Tracker has nobody called {shown(typed, 60)}.")
        if len(found) > 1:
            lines = [f"• {shown(p.first_name + ' ' + p.last_name, 80)}, Tracker id {p.id}" for p in found[:OFFERED]]
            return no("\n".join([f"Several answer to {shown(typed, 60)}; type the id:", *lines]))
        return found[0]

    async def key_of(self, typed: str) -> str | Said:
        """Under what records are held: a Tracker id, a phone or a GR- id; a name is looked up in Tracker."""
        if (typed.isascii() and typed.isdigit() and len(typed) < 10) or screening_id(typed):
            return screening_id(typed).upper() or typed
        if any(c.isdigit() for c in typed) and (number := phone_of(typed, self.config.country)):
            return number
        client = await self.client()
        if client is None or any(c.isdigit() for c in typed) or not typed:
            return no("Give the candidate's Tracker id, phone (+1...), name or a GR- id.")
        try:
            with translated("Tracker"):
                person = await self._person(client, typed)
        except PortFailed as error:
            return no(f"{escape(str(error))}. Give the candidate's Tracker id, phone (+1...) or a GR- id.")
        return person if isinstance(person, Said) else str(person.id)

    async def _arrival(self, client: TrackerClient, mapping: Mapping, person: Resource) -> Arrival:
        role = job_from(await client.jobs.get(mapping.job), confidential=mapping.confidential)
        rows = await client.applications.of_job(mapping.job)
        application = next((row.id for row in rows if row.candidate_id == person.id), 0)
        return self.watcher.arrival(mapping, candidate_from(person, self.config.country), role, application)

    async def stop(self, actor: Actor, screening: str) -> Said:
        """Stop one screening."""
        s = await self.store.read(lambda t: self.records(t).screening(screening))
        mapping = await self.mapping(s.job.id) if s else None
        if refused := await self.may(actor, mapping.channel if mapping else ""):
            return refused
        if not await self.store.run(lambda t: self._stop(t, screening, actor.user)):
            return no(f"{escape(screening)} is not an open screening.")
        return Said(text=f"{escape(screening)} is stopped.")

    def _stop(self, tables: Tables, screening: str, by: str) -> bool:
        records = self.records(tables)
        s = records.screening(screening)
        if s is None or not s.open:
            return False
        apply(records, s, Withdrawn(why=f"stopped by {by}"), self.now())
        return True

    async def pause(self, actor: Actor, job: str, on: bool) -> Said:
        """No text is begun meanwhile."""
        id = job_id(job) if job else None
        mapping = await self.mapping(id) if id else None
        if job and mapping is None:
            return no(f"Job {shown(job, 60)} is not mapped.")
        if refused := await self.may(actor, mapping.channel if mapping else ""):
            return refused
        await self.store.run(lambda t: self._pause(t, mapping, on, actor.user))
        what = f"Job {mapping.job}" if mapping else "Everything"
        if not on:
            return Said(text=f"{what} goes on.")
        said = f"{what} is paused: no text is begun."
        return Said(text=said, paused=str(mapping.job) if mapping else "")

    def _pause(self, tables: Tables, mapping: Mapping | None, on: bool, by: str) -> None:
        if mapping is None:
            self.records(tables).set_value("pause", on=on, by=by, at=self.now())
        else:
            rows = [d.doc_id for d in tables["mappings"].find(job=mapping.job)]
            tables["mappings"].update({"paused": on}, doc_ids=rows)

    async def optout(self, actor: Actor, phone: str, reason: str) -> Said:
        """A recorded opt-out."""
        number = phone_of(phone, self.config.country)
        if not number:
            return no(f"“{shown(phone, 60)}” is no phone number.")
        if refused := await self.may(actor, ""):
            return refused
        await self.store.run(
            lambda t: self._opt_out(t, number, f"recorded by {actor.user}: {reason or 'no reason given'}")
        )
        return Said(text=f"…{number[-4:]} is opted out. Only START from that phone undoes it.")

    def _opt_out(self, tables: Tables, number: str, why: str) -> None:
        records, now = self.records(tables), self.now()
        records.opt_out(number, why, now)
        records.drop_texts(number, why)
        s = records.open_of_phone(number)
        if s is not None:
            apply(records, s, OptedOut(why=why), now)


def _page(tables: Tables, job: int | None, state: str, page: int) -> list[str]:
    """The screenings of one page, the newest first; only these are read."""
    wanted: dict[str, Any] = {"job": job} if job else {}
    if state:
        wanted["standing" if state == WAITING else "status"] = state
    rows = tables["screenings"].newest(CANDIDATES_PAGE, page * CANDIDATES_PAGE, **wanted)
    return [row["gr"] for row in rows]
