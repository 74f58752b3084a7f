"""Mapping: which job's stage is screened by which agent; made, taken back, ended, listed."""

import re
from dataclasses import asdict, replace
from typing import Any

from rapidfuzz import process

from bot.ats.errors import translated
from bot.ats.read import job_from
from bot.ats.shapes import Job, Status, TrackerClient, TrackerError, TrackerNotFound
from bot.ats.sight import begin_watching
from bot.ats.standing import standing
from bot.desk.base import NOT_CONNECTED, OLDER_ALONE, DeskBase, job_id, no
from bot.desk.mapped import mapping_of, request_of, said_of
from bot.desk.triggers import status_by_number, status_named, status_numbered, trigger_of
from bot.slack.desk import Actor, MapRequest, Said
from bot.slack.text import escape
from bot.storage.store import Tables
from screening.agent import Mapping
from screening.errors import Fate, PortFailed
from screening.events import Withdrawn
from screening.screener import apply

WRITE_BACK = ("completed", "contacted", "replied", "interested", "passed", "off")
REGIONS = {"evous": "us", "evoca": "ca", "evogl": "other"}  # the host in the browser tells the region
_HOST = re.compile(r"https?://([a-z0-9-]+)\.tracker-rms\.com/", re.IGNORECASE)


class Mappings(DeskBase):
    """What an agency does once per job."""

    async def map(self, actor: Actor, request: MapRequest) -> Said:
        """Map a job's stage to an agent; the baseline is read before the answer."""
        id = job_id(request.job)
        if id is None:
            return no(f"“{escape(request.job)}” is no job: give 1020, JOB-1020 or the job's Tracker address.")
        if refused := await self.may(actor, request.channel):
            return refused
        before = await self.mapping(id)
        if before is not None and (refused := await self.may(actor, before.channel)):
            return refused
        if closed := await self._closed(request.channel):
            return no(closed)
        agent = await self.store.read(lambda t: self.records(t).agent(request.agent))
        if agent is None:
            return no(await self._unknown_agent(request.agent))
        if not agent.published:
            return no(
                f"The agent {escape(agent.name)} is a draft: publish it first, with `agent {escape(agent.name)} edit`."
            )
        if request.write_back and request.write_back not in WRITE_BACK:
            return no(f"write_back is one of {', '.join(WRITE_BACK)}.")
        try:
            return await self._map(actor, request, id)
        except TrackerNotFound:
            return no(f"Tracker has no job {id}.")
        except (TrackerError, PortFailed) as error:
            return no(f"Job {id} could not be mapped: {escape(str(error))}")

    async def _closed(self, channel: str) -> str:
        """Why results cannot be posted there; empty where they can, or where Slack does not say."""
        try:
            return await self.post.closed(channel)
        except PortFailed as failure:
            return f"{escape(str(failure))}." if failure.fate is Fate.REFUSED or failure.waits else ""

    async def _unknown_agent(self, name: str) -> str:
        names = [r["name"] for r in await self.store.read(lambda t: t["agents"].all())]
        near = process.extractOne(name, names)
        hint = f" Did you mean {escape(near[0])}?" if near and near[1] >= 60 else ""
        return f"There is no agent “{escape(name)}”.{hint} You have: {escape(', '.join(sorted(names))) or 'none yet'}."

    async def _map(self, actor: Actor, request: MapRequest, id: int) -> Said:
        client = await self.client()
        if client is None:
            return NOT_CONNECTED
        job: Job = await client.jobs.get(id)
        found = await self._trigger(client, request)
        if isinstance(found, Said):
            return found
        trigger, ids = found
        with translated(f"job {id}"):
            rows = await standing(client, id, ids)
        role = job_from(job, confidential=request.confidential)
        made = mapping_of(request, role, trigger, ids, by=actor.user)

        def put(tables: Tables) -> tuple[Mapping, int]:
            before = self.records(tables).mapping(id)
            watched = before.statuses if before and before.active else ()
            there = begin_watching(tables, id, rows, self.now(), ahead=client.clock_ahead, watched=watched)
            mapping = replace(made, watched=before.watched + 1 if before else 1)
            self._remember(tables, mapping)
            self.records(tables).put("mappings", "job", asdict(mapping) | {"statuses": list(ids), "draft": False})
            return mapping, there

        mapping, there = await self.store.run(put)
        words = said_of(mapping, role, there) + ("" if client.has_token else f" {OLDER_ALONE}")
        return Said(text=words + self._other_region(request.address), mapped=f"{id}:{mapping.watched}")

    async def _trigger(self, client: TrackerClient, request: MapRequest) -> tuple[str, tuple[int, ...]] | Said:
        """What the trigger is called, and its statuses; or what stage or `advance` names nothing."""
        statuses = await self._told(client)
        near = escape(", ".join(s.name for s in statuses))
        found = trigger_of(request.stage, statuses) or await status_by_number(client, request.stage)
        if found is None:
            return no(f"Tracker has no status or category “{escape(request.stage)}”. It has: {near}.")
        advance = request.advance
        if advance and not (status_named(advance, statuses) or await status_numbered(client, advance)):
            return no(f"advance names no status of Tracker: “{escape(advance)}”. It has: {near}.")
        return found

    async def _told(self, client: TrackerClient) -> list[Status]:
        """The statuses; none where the older API alone names none."""
        try:
            return await self.statuses(client)
        except TrackerError:
            if client.has_token:
                raise
            return []

    def _other_region(self, address: str) -> str:
        """A warning where a pasted address belongs to another region than the one we are connected to."""
        found = _HOST.match(address)
        region = REGIONS.get(found[1].lower(), "") if found else ""
        here = self.connection.credentials.region
        if not region or region == here:
            return ""
        return (
            f" *Look again:* that address is of Tracker's region {region.upper()}, and we are connected to {here.upper()}."
            " If this is not the job you meant, undo it."
        )

    def _remember(self, tables: Tables, mapping: Mapping) -> None:
        """What was before this mapping, so that it can be undone."""
        row = tables["mappings"].first(job=mapping.job)
        before = {k: v for k, v in row.items() if k != "job"} if row else {}
        self.records(tables).set_value(f"before:{mapping.job}", watched=mapping.watched, before=before)

    async def undo_map(self, actor: Actor, mapped: str) -> Said:
        """What was before that mapping is again: another mapping, a draft, or none. Open conversations finish."""
        job, _, number = mapped.partition(":")
        id = job_id(job)
        mapping = await self.mapping(id) if id else None
        if mapping is None or str(mapping.watched) != number:
            return no("This mapping was changed since; `mappings` shows what is in force.")
        if refused := await self.may(actor, mapping.channel):
            return refused
        kept = await self.store.read(lambda t: self.records(t).value(f"before:{mapping.job}"))
        before = kept.get("before") or {}
        if before.get("active"):
            return await self.map(actor, request_of(mapping.job, before))
        rest = {"active": False, "draft": bool(before.get("draft"))}

        def take_back(tables: Tables) -> None:
            rows = tables["mappings"].find(job=mapping.job, watched=mapping.watched)
            tables["mappings"].update({**before, **rest, "watched": mapping.watched}, doc_ids=[d.doc_id for d in rows])

        await self.store.run(take_back)
        return Said(text=f"Undone: job {mapping.job} is not mapped. Nobody new is texted, open conversations finish.")

    async def unmap(self, actor: Actor, job: str, in_flight: str) -> Said:
        """Acts at once; open conversations finish, or stop."""
        id = job_id(job)
        mapping = await self.mapping(id) if id else None
        if (
            id is not None
            and mapping is None
            and await self.store.read(lambda t: any(d["job"] == id for d in _drafts(t)))
        ):
            return await self._drop_draft(actor, id)
        if id is None or mapping is None:
            return no(f"Job {escape(job)} is not mapped.")
        if refused := await self.may(actor, mapping.channel):
            return refused
        stopped = await self.store.run(lambda t: self._unmap(t, id, in_flight == "stop"))
        return Said(
            text=f"Job {id} is unmapped: nobody new is texted. {stopped} open conversations were stopped."
            if in_flight == "stop"
            else f"Job {id} is unmapped: nobody new is texted, open conversations finish."
        )

    async def _drop_draft(self, actor: Actor, id: int) -> Said:
        """The drafted mapping of an import goes; its agent stays, and nobody was ever texted."""
        if refused := await self.may(actor):
            return refused

        def drop(tables: Tables) -> None:
            rows = [d.doc_id for d in tables["mappings"].find(job=id)]
            tables["mappings"].update({"draft": False}, doc_ids=rows)

        await self.store.run(drop)
        return Said(text=f"The draft of job {id} is dropped; its agent stays. `import` offers the job again.")

    def _unmap(self, tables: Tables, id: int, stop: bool) -> int:
        records = self.records(tables)
        tables["mappings"].update({"active": False}, doc_ids=[d.doc_id for d in tables["mappings"].find(job=id)])
        stopped = 0
        for row in tables["screenings"].find(job=id, status="in_progress") if stop else ():
            s = records.screening(row["gr"])
            if s:
                apply(records, s, Withdrawn(why="the job was unmapped"), self.now())
                stopped += 1
        return stopped

    async def mappings(self, actor: Actor) -> Said:
        """Every mapping."""
        rows, drafts = await self.store.read(lambda t: (self.records(t).mappings(), _drafts(t)))
        lines = [
            f"• {m.job} *{escape(m.title)}* → {escape(m.agent)}, trigger {escape(m.trigger)}, <#{m.channel}>"
            + (" (paused)" if m.paused else "")
            for m in rows
        ]
        lines += [
            f"• {d['job']} *{escape(d['title'])}* → {escape(d['agent'])} (a draft, nobody is texted: publish the agent, then choose the stage)"
            for d in drafts
        ]
        return Said(text="\n".join(lines) or "No job is mapped yet: `map 1020 agent=... stage=...`")


def _drafts(tables: Tables) -> list[dict[str, Any]]:
    """Mappings that an import made and nobody has given a stage yet."""
    return [dict(row) for row in tables["mappings"].all() if row.get("draft") and not row["active"]]
