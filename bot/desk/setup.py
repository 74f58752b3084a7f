"""Setting up: connect, stages, map, unmap, mappings, agents."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from rapidfuzz import process

from bot.ats.connection import Credentials as Keys
from bot.ats.errors import translated
from bot.ats.read import job_from
from bot.ats.shapes import Job, Status, TrackerError, TrackerNotFound, TrackerUnauthorized
from bot.ats.sight import begin_watching
from bot.ats.standing import standing
from bot.desk.base import NOT_CONNECTED, DeskBase, job_id, no
from bot.slack.desk import Actor, Choice, Credentials, MapRequest, Said
from bot.slack.text import escape
from bot.storage.store import Tables
from screening.agent import Mapping
from screening.errors import Fate, PortFailed
from screening.events import Withdrawn
from screening.screener import apply

WRITE_BACK = ("completed", "contacted", "replied", "interested", "passed", "off")


class Setup(DeskBase):
    """What an agency does once per connection and job."""

    async def connect(self, actor: Actor, credentials: Credentials) -> Said:
        """A live call, then region, version and number of open jobs."""
        if refused := self.rights.admin(actor):
            return refused
        keys = Keys(**asdict(credentials))
        if not keys.access_token and keys.widget is None:
            return no("Give an access token, or API key, username and password of the older API.")
        trial = self.connection.make(keys, shared=False)
        try:
            await trial.check()
            if keys.access_token and keys.widget is not None:
                await trial.widget.check()
            jobs = len(await trial.jobs.open()) if keys.access_token else 0
        except TrackerUnauthorized as error:
            if error.older:
                return no("Tracker's older API refuses the API key, user name or password. Nothing was connected.")
            return no(
                "Tracker refuses this token (401): it is invalid, wrong for the region, or was regenerated in Tracker. Nothing was connected."
            )
        except TrackerError as error:
            return no(f"Tracker could not be reached with this ({escape(str(error))}). Nothing was connected.")
        finally:
            await trial.close()
        await self.connection.keep(keys, actor.user)
        return Said(text=f"Connected: region {keys.region.upper()}, API v{keys.api_version}, {jobs} open jobs visible.")

    async def disconnect(self, actor: Actor) -> Said:
        """Forget the credentials."""
        if refused := self.rights.admin(actor):
            return refused
        await self.connection.forget()
        return Said(
            text="Disconnected from Tracker. Open conversations go on; results wait until it is connected again."
        )

    async def stages(self, actor: Actor, job: str) -> Said:
        """Statuses by category."""
        client = await self.client()
        if client is None:
            return NOT_CONNECTED
        try:
            rows = await self.statuses(client)
        except TrackerError as error:
            return no(f"Tracker's statuses could not be read: {escape(str(error))}")
        groups: dict[str, list[str]] = defaultdict(list)
        for s in rows:
            groups[s.group or "Other"].append(escape(s.name))
        return Said(text="\n".join(f"*{escape(g)}*: {', '.join(names)}" for g, names in groups.items()))

    async def stage_choices(self) -> Sequence[Choice]:
        """For the trigger select."""
        client = await self.client()
        rows = await self.statuses(client) if client else []
        groups = dict.fromkeys(s.group for s in rows if s.group)
        whole = [Choice(label=f"Any status of {g}", value=f"category:{g}", group=g) for g in groups]
        return [*whole, *(Choice(label=s.name, value=f"status:{s.id}", group=s.group or "Other") for s in rows)]

    async def job_choices(self, typed: str) -> Sequence[Choice]:
        """Open jobs whose id or name fits."""
        client = await self.client()
        rows = await self.open_jobs.rows(client, self.now()) if client else []
        low = typed.lower()
        return [Choice(label=f"{j.id} {j.name}", value=str(j.id)) for j in rows if low in f"{j.id} {j.name}".lower()][
            :100
        ]

    async def agent_choices(self, typed: str) -> Sequence[Choice]:
        """Published agents."""
        rows = await self.store.read(lambda t: [dict(r) for r in t["agents"].all()])
        return [
            Choice(label=r["name"], value=r["name"]) for r in rows if typed.lower() in r["name"] and r["published"]
        ][:100]

    async def agents(self, actor: Actor) -> Said:
        """The agents, with the jobs that each screens."""
        rows, mapped = await self.store.read(
            lambda t: ([dict(r) for r in t["agents"].all()], self.records(t).mappings())
        )
        lines = [_agent_line(r, [m.job for m in mapped if m.agent == r["name"]]) for r in rows]
        return Said(
            text="\n".join(sorted(lines))
            or "There is no agent yet. `agent new` writes one, `import` drafts one for each job."
        )

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
        if client is None or not client.has_token:
            return NOT_CONNECTED
        job: Job = await client.jobs.get(id)
        statuses = await self.statuses(client)
        found = trigger_of(request.stage, statuses)
        if found is None:
            near = ", ".join(s.name for s in statuses)
            return no(f"Tracker has no status or category “{escape(request.stage)}”. It has: {escape(near)}.")
        trigger, ids = found
        if request.advance and _status(request.advance, statuses) is None:
            near = ", ".join(s.name for s in statuses)
            return no(f"advance names no status of Tracker: “{escape(request.advance)}”. It has: {escape(near)}.")
        with translated(f"job {id}"):
            rows = await standing(client, id, ids)
        role = job_from(job, confidential=request.confidential)
        before = await self.store.read(lambda t: self.records(t).mapping(id))
        mapping = Mapping(
            job=id,
            agent=request.agent,
            channel=request.channel,
            statuses=ids,
            trigger=trigger,
            title=role.title,
            client=role.client,
            confidential=request.confidential,
            advance=request.advance,
            write_back=request.write_back,
            record=request.record,
            by=actor.user,
            watched=(before.watched + 1) if before else 1,
        )

        def put(tables: Tables) -> None:
            begin_watching(tables, id, rows, self.now())
            self.records(tables).put("mappings", "job", asdict(mapping) | {"statuses": list(ids), "draft": False})

        await self.store.run(put)
        there = len(rows)
        client_words = f" ({escape(role.client)})" if role.client else ""
        waiting = f" {there} people stand there already; `backfill {id}` takes them." if there else ""
        waiting += "" if role.is_open else " The job is closed in Tracker: nobody is texted until it is open again."
        return Said(
            text=f"Job {id} *{escape(role.title)}*{client_words} → agent *{escape(request.agent)}*, trigger *{escape(trigger)}*. Whoever reaches it from now on is texted.{waiting}"
        )

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


def trigger_of(text: str, statuses: list[Status]) -> tuple[str, tuple[int, ...]] | None:
    """What a stage names: its words, and the ids that trigger."""
    kind, _, rest = text.partition(":")
    low = text.strip().lower()
    for s in statuses:
        if low == s.name.lower() or (kind == "status" and rest == str(s.id)):
            return (f"{s.group} › {s.name}" if s.group else s.name), (s.id,)
    wanted = rest.strip().lower() if kind == "category" else low
    ids = tuple(s.id for s in statuses if s.group.lower() == wanted and wanted)
    return (f"any status of {next(s.group for s in statuses if s.id == ids[0])}", ids) if ids else None


def _status(text: str, statuses: list[Status]) -> Status | None:
    """The one status that is named, by its name or as `status:<id>`."""
    name, id = text.strip().strip('"').lower(), text.removeprefix("status:").strip()
    return next((s for s in statuses if s.name.lower() == name or str(s.id) == id), None)


def _agent_line(row: dict[str, Any], jobs: list[int]) -> str:
    where = "a draft" if not row["published"] else ("in Slack" if row["source"] == "slack" else "a file")
    screens = f", screens job {', '.join(map(str, jobs[:10]))}" if jobs else ""
    return f"• {escape(row['name'])}: {escape(row['title'])} ({where}{screens})"


def _drafts(tables: Tables) -> list[dict[str, Any]]:
    """Mappings that an import made and nobody has given a stage yet."""
    return [dict(row) for row in tables["mappings"].all() if row.get("draft") and not row["active"]]
